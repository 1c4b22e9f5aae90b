"""A page on its way to an architecture: nodes with places are put together.

What was taken from the page is marked, so that what nobody took can be kept as a note.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TypeAlias

from bartizan.formats.openstack_rst.layout import Block, Picture, Piece, pieces
from bartizan.formats.prose.prose import from_rst
from bartizan.model.names import make_id
from bartizan.model.shapes import tidy_prose
from bartizan.source.diagnostic import Diagnostic
from bartizan.source.nodes import Entry, Mapping, Node, Scalar, Sequence
from bartizan.source.text import Source, Span

Value: TypeAlias = "Node | Draft | list[Node | Draft]"

_HIDDEN = re.compile(r"<[^<>\s][^<>]*>(?=`__?)")


class Draft:
    """An element that is being put together: what it says, in the file's words and in the order of the page."""

    def __init__(self, span: Span) -> None:
        """Begin with nothing but the place by which it is known."""
        self.span = span
        self.fields: dict[str, tuple[Span, Value]] = {}

    def __contains__(self, key: str) -> bool:
        """Whether something was said under `key`."""
        return key in self.fields

    def put(self, key: str, value: Node | Draft | None) -> None:
        """Say something, in place of what was said before."""
        if value is not None:
            self.fields[key] = (value.span, value)

    def add(self, key: str, *values: Node | Draft | None) -> None:
        """Say something beside what was said before."""
        for value in values:
            if value is not None:
                _span, so_far = self.fields.setdefault(key, (value.span, []))
                before = list(so_far.items) if isinstance(so_far, Sequence) else so_far
                self.fields[key] = (_span, [*(before if isinstance(before, list) else [before]), value])

    def sort(self, key: str) -> None:
        """Put what was said under `key` into the order of the page."""
        span, values = self.fields.get(key, (self.span, None))
        if isinstance(values, list):
            self.fields[key] = (span, sorted(values, key=lambda value: value.span.start))

    def inner(self, key: str, span: Span) -> Draft:
        """Return the element under `key`, a new one where there is none."""
        so_far = self.fields[key][1] if key in self.fields else None
        if isinstance(so_far, Draft):
            return so_far
        draft = Draft(span)
        if isinstance(so_far, Mapping):
            draft.fields = {entry.key.text: (entry.key.span, entry.value) for entry in so_far.entries}
        self.fields[key] = (span, draft)
        return draft

    def text_of(self, key: str) -> str:
        """Return the text said under `key`, or none."""
        value = self.fields[key][1] if key in self.fields else None
        return value.text if isinstance(value, Scalar) else ""

    def node(self) -> Mapping:
        """Return what was said."""
        entries = (
            Entry(Scalar(key, span, '"'), _node(value, span)) for key, (span, value) in self.fields.items()
        )
        return Mapping(tuple(entries), self.span)


def _node(value: Value, span: Span) -> Node:
    if isinstance(value, Draft):
        return value.node()
    if isinstance(value, list):
        return Sequence(tuple(_node(each, each.span) for each in value), span)
    return value


@dataclass
class PageDraft:
    """Everything that was understood of a page so far."""

    source: Source
    root: Draft
    reserved: Container[str] = frozenset()
    """Ids that the page gives itself."""
    resolve: Callable[[str], str] = str
    """Puts the address of each link of the page where the link stands."""
    taken: set[str] = field(default_factory=set)
    diagnostics: list[Diagnostic] = field(default_factory=list)
    tables: int = 0
    """How many tables of interfaces or data assets there were."""
    lists: int = 0
    """How many lists of interfaces, or analyses of impact."""
    _claims: dict[int, bytearray] = field(default_factory=dict)
    """For each leaf, which of its characters were taken."""
    _same: Counter[str] = field(default_factory=Counter)
    """How many ids beyond the first were made from the same words."""

    # What was taken

    def claim(self, *pieces: Piece | None) -> None:
        """Mark text as understood."""
        for piece in pieces:
            if piece is not None:
                self._taken(piece)[piece.start : piece.end] = b"\1" * (piece.end - piece.start)

    def _taken(self, piece: Piece) -> bytearray:
        return self._claims.setdefault(id(piece.leaf), bytearray(len(piece.leaf.text)))

    def claim_all(self, blocks: Iterable[Block]) -> None:
        """Mark everything in blocks as understood."""
        self.claim(*pieces(tuple(blocks)))

    def left(self, piece: Piece) -> list[Piece]:
        """Return the parts of a piece that have words in them and that nobody took."""
        taken = bytes(self._taken(piece)[piece.start : piece.end])
        parts = (piece.cut(*free.span()) for free in re.finditer(rb"\0+", taken))
        return [part for part in parts if re.search(r"\w", part.markup)]

    def is_untouched(self, piece: Piece) -> bool:
        """Say whether nothing of a piece was taken."""
        return not any(self._taken(piece)[piece.start : piece.end])

    # Values

    def text(self, piece: Piece | None) -> Scalar | None:
        """Return what a piece says as one line of text."""
        if piece is None or not piece.text:
            return None
        hidden = [match.span() for match in _HIDDEN.finditer(piece.markup)]
        at = 0
        for start, end in hidden:  # the address of a link is not seen; it is kept as a note
            self.claim(piece.cut(at, start))
            at = end
        self.claim(piece.cut(at))
        return Scalar(piece.text, piece.strip().span, '"')

    def word(self, text: str, piece: Piece | Span) -> Scalar:
        """Return a word of the file that stands for a piece."""
        if isinstance(piece, Piece):
            self.claim(piece)
        return Scalar(text, piece.strip().span if isinstance(piece, Piece) else piece, '"')

    def prose(self, markup: str, *where: Piece | Iterable[Block]) -> Scalar | None:
        """Return markup as prose; it consists of the pieces and blocks `where`."""
        parts = [
            piece for part in where for piece in ([part] if isinstance(part, Piece) else pieces(tuple(part)))
        ]
        self.claim(*parts)
        text = tidy_prose(from_rst(tidy_prose(self.resolve(markup)) or ""))
        if text is None or not parts:
            return None
        first, last = parts[0].span, parts[-1].span
        return Scalar(text, Span(self.source, first.start, max(first.end, last.end)), '"')

    def keep_picture(self, picture: Picture, title: Piece | None) -> None:
        """Note a picture that cannot be printed beside the page."""
        draft = Draft(picture.span)
        draft.put("text", Scalar(tidy_prose(picture.markup) or picture.file, picture.span, '"'))
        if title:
            draft.put("section", Scalar(title.text, title.span, '"'))
        draft.put("from", Scalar(self.origin(picture.span), picture.span, '"'))
        self.root.add("notes", draft)
        self.claim(picture.alt)

    def keep_text(self, markup: str, blocks: tuple[Block, ...]) -> None:
        """Note a text that belongs to an element with no room for it."""
        text = self.prose(markup, blocks)
        if text is not None:
            draft = Draft(text.span)
            draft.put("text", text)
            draft.put("from", Scalar(self.origin(text.span), text.span, '"'))
            self.root.add("notes", draft)

    # Names

    def new_id(self, name: str) -> str:
        """Return an id for a name, and take it; the second of one name is called `name-2`."""
        id_ = stem = make_id(name, ())
        while id_ in self.taken or id_ in self.reserved:
            self._same[stem] += 1
            id_ = f"{stem}-{self._same[stem] + 1}"
        self.taken.add(id_)
        return id_

    def origin(self, span: Span) -> str:
        """Return file and line, as notes have them."""
        return f"{PurePath(self.source.name).name}:{span.line}"

    def places_in(self, key: str) -> dict[str, Span]:
        """Return where the elements of a section stand, by id."""
        elements = self.root.fields[key][1] if key in self.root.fields else None
        return (
            {id_: span for id_, (span, _value) in elements.fields.items()}
            if isinstance(elements, Draft)
            else {}
        )

    def section(self, key: str) -> Draft:
        """Return a section of the file."""
        return self.root.inner(key, self.root.span)
