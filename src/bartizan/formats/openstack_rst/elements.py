"""Puts one element together from its line and what stands under it, whatever section it is in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bartizan.formats.openstack_rst.asset_ratings import PROPERTIES
from bartizan.formats.openstack_rst.asset_text import say_level, say_ratings, say_statement
from bartizan.formats.openstack_rst.draft import Draft, PageDraft
from bartizan.formats.openstack_rst.element_text import labelled_sentences
from bartizan.formats.openstack_rst.grammar import ARROW, label_of, separated
from bartizan.formats.openstack_rst.labels import field_called, record_of
from bartizan.formats.openstack_rst.layout import (
    Aside,
    Block,
    Entry,
    Group,
    Listing,
    Literal,
    Paragraph,
    Piece,
    first_piece,
)
from bartizan.formats.openstack_rst.listings import Listed
from bartizan.formats.openstack_rst.read_fields import ABOUT, OWN_ID, own_id, read_fields
from bartizan.formats.openstack_rst.read_words import Words
from bartizan.model.check_ids import MAY_REPEAT
from bartizan.model.compounds import ListOf, Record
from bartizan.model.impact import Impact
from bartizan.model.names import fold, readable
from bartizan.model.shapes import Shape

IMPACT = Record(Impact)
LONGEST_LEVEL = 3
"""Words in a label such as `very high`; what is longer says what failure means."""
_PROPERTIES = frozenset((key,) for key in PROPERTIES)
IMPACT_OF = {word: ("impact", key) for key in PROPERTIES for word in (key, key[0])}
"""What an analysis of impact may call what it is about."""


def new_element(
    section: str, name: Piece, body: tuple[Block, ...], words: Words, given: Piece | None = None
) -> tuple[Draft, str]:
    """Return the draft of the element called so, under the id it gives itself or one made from its name."""
    page = words.page
    given = given or own_id(body)
    named = page.text(name)
    same = words.called["components"](name.text) if section in MAY_REPEAT else None
    id_ = given.text if given else same or page.new_id(name.text)
    page.taken.add(id_)
    draft = page.section(section).inner(id_, name.span)
    if named and named.text != readable(id_) and "name" not in draft:
        draft.put("name", named)
    return draft, id_


def more_about(section: str, item: Listed, body: tuple[Block, ...], words: Words) -> bool:
    """Read what is said further on about an element that was listed before, by its id; whether it is about one."""
    given = own_id(body, ABOUT, OWN_ID)
    so_far = words.page.root.fields.get(section, (None, None))[1]
    if given is None or not isinstance(so_far, Draft) or given.text not in so_far:
        return False
    draft = so_far.inner(given.text, given.span)
    words.page.claim(item.head, item.numbered)
    read_body(section, body, words, draft)
    known_as(section, given.text, draft, words)
    return True


def is_interface(item: Listed, body: tuple[Block, ...]) -> bool:
    """Say whether a line connects two things, as where interfaces stand in one section with something else."""
    if item.head is None or own_id(body):
        return False
    split = separated(item.head)
    return ARROW.search((split[0] if split else item.head).markup) is not None


def known_as(section: str, id_: str, draft: Draft, words: Words) -> None:
    """Make an element known by the name it has after all."""
    name = draft.text_of("name") or readable(id_)
    words.called[section].add(id_, name, draft.text_of("technology"))


def describe(draft: Draft, rest: Piece | None, following: tuple[Paragraph, ...], page: PageDraft) -> None:
    """Say what stands behind a name, and the paragraphs with which it goes on."""
    pieces = [*([rest] if rest else []), *(paragraph.piece for paragraph in following)]
    if pieces:
        draft.put("description", page.prose("\n\n".join(piece.markup for piece in pieces), *pieces))


def read_body(section: str, blocks: tuple[Block, ...], words: Words, into: Draft) -> None:
    """Say what stands under an element: labelled texts, field lists, and remarks.

    A field list in which the element gives itself an `id` was written by us: it speaks last and for everything it names.
    """
    ours = [
        block
        for block in blocks
        if isinstance(block, Listing) and block.kind == "fields" and own_id((block,), OWN_ID, ABOUT)
    ]
    for block, behind in _with_announced(tuple(block for block in blocks if block not in ours)):
        _read_block(section, block, behind, words, into)
    for listing in ours:
        read_fields(listing, record_of(section), words.page, into)
        for entry in listing.entries:
            if entry.term and entry.term.text in {OWN_ID, ABOUT}:
                words.page.claim(entry.term)
                words.page.claim_all(entry.blocks)


def _with_announced(blocks: tuple[Block, ...]) -> Iterator[tuple[Block, tuple[Block, ...]]]:
    """Yield each block with the list that it announces, as in `Assets in flight:`."""
    at = 0
    while at < len(blocks):
        block, following = blocks[at], blocks[at + 1 : at + 2]
        split = label_of(block.piece) if isinstance(block, Paragraph) else None
        announces = (
            split is not None and not split[1] and bool(following) and isinstance(following[0], Listing)
        )
        yield block, following if announces else ()
        at += 2 if announces else 1


def _read_block(section: str, block: Block, behind: tuple[Block, ...], words: Words, into: Draft) -> None:
    match block:
        case Listing(kind="fields" | "definitions"):
            for entry in block.entries:
                if not (
                    entry.term
                    and say(section, entry.term, entry.term, entry.blocks, entry.markup, words, into)
                ):
                    _remark(
                        section,
                        _whole(entry),
                        (block,) if len(block.entries) == 1 else _blocks_of(entry),
                        words,
                        into,
                    )
        case Listing():
            for entry in block.entries:
                read_entry(section, entry, words, into)
        case Paragraph(piece) if sentences := labelled_sentences(section, piece):
            for sentence in sentences:
                _read_block(section, sentence, (), words, into)
        case Paragraph(piece):
            split = label_of(piece)
            text: tuple[Block, ...] = (Paragraph(split[1]),) if split and split[1] else behind
            markup = split[1].markup if split and split[1] else "\n\n".join(each.markup for each in behind)
            if not (split and say(section, split[0], _label_of(piece, split), text, markup, words, into)):
                _remark(
                    section,
                    "\n\n".join([piece.markup, *(each.markup for each in behind)]),
                    (block, *behind),
                    words,
                    into,
                )
        case Group() | Literal():
            _remark(section, block.markup, (block,), words, into)
        case _:
            pass


def read_impact_block(section: str, block: Block, words: Words, draft: Draft) -> None:
    """Say what a block says of the failure of an element; a remark is one about that failure."""
    before = draft.fields.pop("notes", None)
    words.analyses_impact = True
    read_body(section, (block,), words, draft)
    words.analyses_impact = False
    remarks = draft.fields.pop("notes", None)
    if before:
        draft.fields["notes"] = before
    if remarks:
        values = remarks[1] if isinstance(remarks[1], list) else [remarks[1]]
        draft.inner("impact", draft.span).add("notes", *values)


def read_entry(section: str, entry: Entry, words: Words, into: Draft) -> None:
    """Say what one entry of a list says: `Label: text`, with more under it, or a remark."""
    first = entry.blocks[0] if entry.blocks else None
    if isinstance(first, Paragraph) and len(entry.blocks) == 1 and labelled_sentences(section, first.piece):
        _read_block(section, first, (), words, into)
        return
    split = label_of(first.piece) if isinstance(first, Paragraph) else None
    if isinstance(first, Paragraph) and split:
        label, text = split
        rest = entry.markup[len(first.piece.markup) - len(text.markup) :]
        blocks: tuple[Block, ...] = (Paragraph(text), *entry.blocks[1:]) if text else entry.blocks[1:]
        if say(section, label, _label_of(first.piece, split), blocks, rest, words, into):
            return
    is_only = len(entry.blocks) == 1 and isinstance(first, Paragraph) and section == "data-assets"
    if (
        is_only
        and isinstance(first, Paragraph)
        and (say_ratings(first.piece, words, into) or say_statement(first.piece, words, into))
    ):
        return
    _remark(section, entry.markup, entry.blocks, words, into)


def say(
    section: str,
    label: Piece,
    claimed: Piece,
    blocks: tuple[Block, ...],
    markup: str,
    words: Words,
    into: Draft,
) -> bool:
    """Say what stands behind a label; whether there is such a field and the text is something for it."""
    path = field_called(section, label.text)
    if words.analyses_impact and (path is None or path[-1] in PROPERTIES):
        path = IMPACT_OF.get(fold(label.text), path)
    if path is None:
        return False
    if path == ("impact", "notes") and _say_impacts(section, blocks, words, into):
        words.page.claim(claimed)
        return True
    only = blocks[0] if len(blocks) == 1 else None
    in_full = section == "data-assets" and not words.analyses_impact
    if in_full and isinstance(only, Paragraph) and say_level(path, only.piece, words, into):
        words.page.claim(claimed)
        return True
    record = record_of(section)
    says_how_much = len(markup.split()) <= LONGEST_LEVEL and not words.analyses_impact
    if path in _PROPERTIES and "impact" in record.fields and not says_how_much:
        path = ("impact", path[0])  # what failure means
    target, shape = into, record.fields[path[0]][1]
    if len(path) > 1:
        target = into.inner(path[0], label.span)
        shape = IMPACT.fields[path[1]][1]
    if not blocks:
        words.page.claim(claimed)
        return True
    if path[-1] in target and not isinstance(shape, ListOf):
        return False
    if not words.read(shape, blocks, markup, target, path[-1]):
        return False
    words.page.claim(claimed)
    return True


def _say_impacts(section: str, blocks: tuple[Block, ...], words: Words, into: Draft) -> bool:
    """Say what is listed under `Impact:` by property; whether nothing else is listed there."""
    entries = [entry for block in blocks if isinstance(block, Listing) for entry in block.entries]
    labels = [label for entry in entries if (label := _label_before(entry))]
    if not entries or len(labels) < len(entries) or not all(isinstance(block, Listing) for block in blocks):
        return False
    if not all(
        (field_called(section, label) or IMPACT_OF.get(fold(label)) or ("",))[-1] in PROPERTIES
        for label in labels
    ):
        return False
    before, words.analyses_impact = words.analyses_impact, True
    for block in blocks:
        if isinstance(block, Listing) and block.kind in {"fields", "definitions"}:
            _read_block(section, block, (), words, into)
        else:
            for entry in block.entries if isinstance(block, Listing) else ():
                read_entry(section, entry, words, into)
    words.analyses_impact = before
    return True


def _label_before(entry: Entry) -> str | None:
    if entry.term:
        return entry.term.text
    first = first_piece(entry.blocks)
    split = label_of(first) if first else None
    return split[0].text if split else None


def remark(section: str, piece: Piece, words: Words, into: Draft) -> None:
    """Keep a text that stands beside an element, without the dash or colon in front of it."""
    before = re.match(r"(?:[\s:–—-]|[.,;](?=\s))*", piece.markup)
    kept = piece.cut(before.end() if before else 0).strip()
    if kept.text:
        _remark(section, kept.markup, (Paragraph(kept),), words, into)


def _remark(section: str, markup: str, blocks: tuple[Block, ...], words: Words, into: Draft) -> None:
    """Keep a text with the element where that has room for it; else it is left to the notes of the page."""
    shape: Shape[object] | None = record_of(section).fields.get("notes", (None, None))[1]
    kept = tuple(block for block in blocks if not isinstance(block, Aside))
    if shape is not None and kept:
        into.add("notes", words.page.prose(markup, *[_where(block) for block in kept]))


def _where(block: Block) -> Piece | tuple[Block, ...]:
    return block.piece if isinstance(block, Paragraph) else (block,)


def _whole(entry: Entry) -> str:
    return f"{entry.term.markup}: {entry.markup}" if entry.term else entry.markup


def _blocks_of(entry: Entry) -> tuple[Block, ...]:
    return (Paragraph(entry.term), *entry.blocks) if entry.term else entry.blocks


def _label_of(whole: Piece, split: tuple[Piece, Piece]) -> Piece:
    """Return the label with its colon and stars."""
    return whole.cut(0, split[1].start - whole.start)
