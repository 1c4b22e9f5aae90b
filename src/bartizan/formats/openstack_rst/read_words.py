"""Reads values in the words of a page: names of elements become their ids, lists within a line become lists.

A name that no element has becomes the id made from it, so that checking can point at it; it is never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from bartizan.formats.openstack_rst.called import Called, bare, id_for
from bartizan.formats.openstack_rst.draft import Draft, PageDraft
from bartizan.formats.openstack_rst.grammar import DASHES, NOTHING, UNKNOWN, listed, unstarred
from bartizan.formats.openstack_rst.layout import Block, Listing, Paragraph, Piece
from bartizan.formats.openstack_rst.read_placements import read_placements
from bartizan.model.carried import Carried
from bartizan.model.component import CloudPlacement
from bartizan.model.compounds import ListOf, Record
from bartizan.model.names import fold, readable
from bartizan.model.placement import Placement
from bartizan.model.shapes import ID, Flag, Id, IdOrProse, OneOf, Prose, Shape, Text, YesNo
from bartizan.source.nodes import Scalar

_FLAGS = {"yes": "yes", "true": "yes", "no": "no", "false": "no", "unknown": "unknown"}
_GOES_ON = re.compile(
    r"(?:or|and|but|plus|which|that|who|whose|incl|including|e\.g|i\.e|such as|if|when|unless|except|only|with|without|stored|kept|sent"
    r"|signed|encrypted|for|as|by|from|in|on|at|per|then|where|while|because|not|role|roles|scope|scoped|optional(?:ly)?)\b",
    re.IGNORECASE,
)
"""How a text goes on behind a comma where it says more about what stands before."""
_LAST_OF_A_LIST = re.compile(r"(?:or|and)\s+", re.IGNORECASE)
_CODE = re.compile(r"[0-9]+(?:-[0-9]+)?|[1-5]xx")
_PLACEMENT = re.compile(r"\b([IUO]-C)\b")


class Words:
    """What is needed to understand the words of a page: the names of its elements."""

    def __init__(self, page: PageDraft, called: dict[str, Called]) -> None:
        """Take the page and, by section, who is called what."""
        self.page, self.called = page, called
        self.from_impact: set[str] = set()
        """Data assets that stand in the analysis of impact and not in the list of data assets."""
        self.analyses_impact = False
        """Whether the section that is read is about what failure means."""
        self.flows_named: set[str] = set()
        """Places whose text has become the name of a use case."""

    def element(self, text: str, sections: tuple[str, ...]) -> str | None:
        """Return the id of the element of `sections` that is called so."""
        for section in sections:
            id_ = self.called[section](text) if section in self.called else None
            if id_:
                return id_
        return None

    def says_all(self, id_: str, text: str, sections: tuple[str, ...]) -> bool:
        """Say whether the element's name repeats all of `text`."""
        return any(self.called[section].says_all(id_, text) for section in sections if section in self.called)

    def read(self, shape: Shape[Any], blocks: tuple[Block, ...], markup: str, into: Draft, key: str) -> bool:
        """Say under `key` what the blocks say; whether they were understood."""
        if isinstance(shape, Prose):
            into.put(key, self.page.prose(markup, blocks))
            return True
        if isinstance(shape, ListOf) and isinstance(shape.shape, Prose):
            into.add(key, self.page.prose(markup, blocks))
            return True
        understood = True
        for piece in _pieces(blocks):
            if piece.text not in DASHES:
                understood = self.say(shape, piece, into, key) and understood
        return understood

    def say(self, shape: Shape[Any], piece: Piece, into: Draft, key: str) -> bool:
        """Say under `key` what one line of text says."""
        piece = unstarred(piece)
        if isinstance(shape, ListOf):
            return self._many(shape.shape, piece, into, key)
        if isinstance(shape, Record) and shape.short:
            inner = shape.fields[shape.short][1]
            return self.say(inner, piece, into, key)
        if isinstance(shape, Prose):
            into.put(key, self.page.prose(piece.markup, piece))
            return True
        node = self._one(shape, piece, into)
        if node is None or key in into:
            return False
        into.put(key, node)
        return True

    def _many(self, shape: Shape[Any], piece: Piece, into: Draft, key: str) -> bool:
        if isinstance(shape, Record) and shape.noun is Placement:
            return read_placements(piece, self.page, self.called["components"], into)
        if isinstance(shape, OneOf) and shape.choices is CloudPlacement:
            return self.read_placement(piece, into, key)
        inner = shape.fields[shape.short][1] if isinstance(shape, Record) and shape.short else shape
        if isinstance(shape, Record) and shape.noun is Carried and isinstance(inner, Id):
            parts = [piece] if self._is_sentence(piece, inner) else self._split(piece, inner)
        elif isinstance(inner, IdOrProse):
            parts = self._split(piece, inner) if self._all_short(piece, inner) else [piece]
        else:
            parts = [piece] if isinstance(inner, Prose) else listed(piece)
        understood = True
        for part in parts:
            if isinstance(inner, IdOrProse) and self._is_code(inner, part):  # alone it would be an id
                into.add("notes", self._labelled(key, part))
                continue
            node = self._one(inner, part, into)
            into.add(key, node)
            understood = understood and node is not None
        return understood

    def _is_code(self, shape: Id, piece: Piece) -> bool:
        """Say whether a text is a number such as `404` or `2xx`, and no element is called so."""
        return _CODE.fullmatch(piece.text) is not None and not self.element(piece.text, shape.sections)

    def _labelled(self, key: str, piece: Piece) -> Scalar:
        self.page.claim(piece)
        return Scalar(f"{readable(key)}: {piece.text}", piece.strip().span, '"')

    def _split(self, piece: Piece, shape: Id) -> list[Piece]:
        """Split a list of assets; `A and B` are two where both are."""
        parts: list[Piece] = []
        for part in listed(piece):
            last = _LAST_OF_A_LIST.match(part.markup) if parts else None
            if last and self.element(part.text, shape.sections) is None:
                self.page.claim(part.cut(0, last.end()))
                part = part.cut(last.end())  # noqa: PLW2901  # `token, password, or certificate`
            halves = _halves(part)
            if halves and all(self.element(half.text, shape.sections) for half in halves):
                parts.extend(halves)
            else:
                parts.append(part)
        return parts

    def _all_short(self, piece: Piece, shape: Id) -> bool:
        """Say whether a text is a list of names and not a sentence with commas."""
        return not self._is_sentence(piece, shape) and all(
            self.element(part.text, shape.sections) or len(part.text.split()) <= 4
            for part in self._split(piece, shape)
        )

    def _is_sentence(self, piece: Piece, shape: Id) -> bool:
        """Say whether commas stand before what is said about a name, as in `password, or none`, and not between names."""
        parts = [part.text for part in listed(piece)[1:]]
        said = [text for text in parts if _GOES_ON.match(text) and not self.element(text, shape.sections)]
        return any(not _LAST_OF_A_LIST.match(text) for text in said) or any(
            bare(_LAST_OF_A_LIST.sub("", text)).casefold() in {*NOTHING, *UNKNOWN} for text in said
        )

    def read_placement(self, piece: Piece, into: Draft, key: str = "placement") -> bool:
        """Say where in a cloud a component runs: `I-C`, `U-C or O-C`; whether that was said."""
        found = list(_PLACEMENT.finditer(piece.markup))
        for match in found:
            into.add(key, self.page.word(match[1], piece.cut(*match.span())))
        if found and not re.sub(r"[IUO]-C|\b(?:or|and)\b|[\W_]", "", piece.text):
            self.page.claim(piece)
        return bool(found)

    def _one(self, shape: Shape[Any], piece: Piece, into: Draft) -> Scalar | None:
        reader = self._READERS.get(type(shape))
        return reader(self, shape, unstarred(piece), into) if reader else None

    def _id(self, shape: Id, piece: Piece, into: Draft) -> Scalar | None:
        text = piece.text
        if not re.search(r"\w", text):
            return None
        if text.casefold() in UNKNOWN and "unknown" in shape.words:
            return self.page.word("unknown", piece)
        return self._named(shape, piece, into) or self._unresolved(piece)

    def _unresolved(self, piece: Piece) -> Scalar:
        self.page.claim(piece)
        return Scalar(id_for(piece.text), piece.strip().span, '"')

    def _id_or_prose(self, shape: IdOrProse, piece: Piece, into: Draft) -> Scalar | None:
        text = piece.text.casefold()
        if text in NOTHING and "nothing" in shape.words:
            return self.page.word("nothing", piece)
        if text in UNKNOWN and "unknown" in shape.words:
            return self.page.word("unknown", piece)
        return self._named(shape, piece, into) or self._as_prose(shape, piece)

    def _as_prose(self, shape: IdOrProse, piece: Piece) -> Scalar | None:
        """Return words that name no element; one that would be an id in the file begins with a capital there."""
        text = self.page.text(piece)
        if text is None or text.text in shape.words or not ID.fullmatch(text.text):
            return text
        return Scalar(re.sub("[a-z]", lambda letter: letter[0].upper(), text.text, count=1), text.span, '"')

    def _named(self, shape: Id, piece: Piece, into: Draft) -> Scalar | None:
        id_ = self.element(piece.text, shape.sections)
        if id_ is None:
            return None
        if not self.says_all(id_, piece.text, shape.sections):  # the name has words that would be lost
            into.add("notes", self.page.prose(piece.strip().markup, piece))
        return self.page.word(id_, piece)

    def _text(self, _shape: Text, piece: Piece, _into: Draft) -> Scalar | None:
        return self.page.text(piece)

    def _flag(self, _shape: YesNo, piece: Piece, _into: Draft) -> Scalar | None:
        word = _FLAGS.get(piece.text.casefold().rstrip("."))
        return self.page.word(word, piece) if word else None

    def _choice(self, shape: OneOf[Flag], piece: Piece, _into: Draft) -> Scalar | None:
        wanted = fold(piece.text)
        chosen = next(
            (str(choice.value) for choice in shape.choices if fold(str(choice.value)) == wanted), None
        )
        return self.page.word(chosen, piece) if chosen else None

    _READERS: dict[type, Callable[..., Scalar | None]] = {  # noqa: RUF012
        Id: _id,
        IdOrProse: _id_or_prose,
        Text: _text,
        YesNo: _flag,
        OneOf: _choice,
    }


def _pieces(blocks: tuple[Block, ...]) -> list[Piece]:
    """Return the lines of text in a value: of a paragraph, or of the entries of a list."""
    pieces: list[Piece] = []
    for block in blocks:
        match block:
            case Paragraph(piece):
                pieces.append(piece)
            case Listing():
                for entry in block.entries:
                    pieces.extend(_pieces(entry.blocks))
            case _:
                pass
    return pieces


def _halves(piece: Piece) -> list[Piece]:
    match = re.search(r"\s+(?:and|&)\s+", piece.markup)
    return [piece.cut(0, match.start()).strip(), piece.cut(match.end()).strip()] if match else []
