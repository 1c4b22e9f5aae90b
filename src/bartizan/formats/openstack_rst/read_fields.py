"""Reads field lists that name the fields of an element in the file's own words: `:request-credentials: token`.

What may stand under a name, and how it is nested, follows from the shape that the model declares for the field; a new
field needs no change here.
"""

from __future__ import annotations

from typing import Any

from bartizan.formats.openstack_rst.draft import Draft, PageDraft
from bartizan.formats.openstack_rst.layout import (
    Block,
    Entry,
    Leaf,
    Listing,
    Literal,
    Paragraph,
    Piece,
    first_piece,
)
from bartizan.formats.openstack_rst.write_fields import NOTHING_IN_IT
from bartizan.model.compounds import ListOf, MapOf, Record
from bartizan.model.names import fold
from bartizan.model.shapes import AnyTree, Id, IdOrProse, Prose, Shape
from bartizan.model.steps import Steps
from bartizan.source.nodes import Entry as NodeEntry
from bartizan.source.nodes import Mapping, Node, Scalar, Sequence
from bartizan.source.read_yaml import read_yaml
from bartizan.source.text import Source, Span


def read_fields(listing: Listing, record: Record[Any], page: PageDraft, into: Draft) -> None:
    """Say what a field list says in the file's own words; other names in it are left where they are."""
    for entry in listing.entries:
        key = field_key(record, entry.term.text) if entry.term else None
        if key and entry.term:
            node = value_node(record.fields[key][1], entry, page)
            if node is not None:
                page.claim(entry.term)
                into.put(key, node)


def field_key(record: Record[Any], label: str) -> str | None:
    """Return the field that is called `label`, whatever its case, hyphens and spaces."""
    wanted = fold(label)
    return next((key for key in record.fields if fold(key) == wanted), None)


OWN_ID = "id"
"""The field with which an element gives itself its id."""
ABOUT = "about"
"""The field with which a list goes on about an element that stands in a table before it, by its id."""


def own_id(blocks: tuple[Block, ...], *names: str) -> Piece | None:
    """Return the id that an element gives itself in a field list, or the one under another of the `names`."""
    wanted = names or (OWN_ID,)
    for block in blocks:
        if isinstance(block, Listing) and block.kind == "fields":
            for entry in block.entries:
                if entry.term and entry.term.text in wanted:
                    return first_piece(entry.blocks)
    return None


def value_node(shape: Shape[Any], entry: Entry, page: PageDraft) -> Node | None:
    """Return the value that stands under a name, or nothing where it has not the form that the field takes."""
    if not entry.blocks:
        return Scalar("", entry.term.span if entry.term else page.root.span)
    if isinstance(shape, Prose):
        return page.prose(entry.markup, entry.blocks)
    if isinstance(shape, Steps):
        return _steps(shape, entry, page)
    if isinstance(shape, AnyTree):
        return _tree(entry, page)
    if isinstance(shape, ListOf):
        return _list(shape, entry, page)
    if isinstance(shape, MapOf):
        return _mapping(shape, entry, page)
    if isinstance(shape, Record):
        return _record(shape, entry, page)
    return page.text(_only_text(entry.blocks))


def _only_text(blocks: tuple[Block, ...]) -> Piece | None:
    match blocks:
        case (Paragraph(piece),):
            return piece
        case (Literal(piece, _),):
            return piece
        case _:
            return None


def _entries(blocks: tuple[Block, ...], *kinds: str) -> tuple[Entry, ...] | None:
    if len(blocks) == 1 and isinstance(blocks[0], Listing) and blocks[0].kind in kinds:
        return blocks[0].entries
    return None


def _list(shape: ListOf[Any], entry: Entry, page: PageDraft) -> Node | None:
    entries = _entries(entry.blocks, "bullets", "numbers")
    if entries is not None:
        nodes = [value_node(shape.shape, each, page) for each in entries]
        return Sequence(tuple(node for node in nodes if node is not None), _span(entry))
    if isinstance(shape.shape, Id) and not isinstance(shape.shape, IdOrProse):
        text = _only_text(entry.blocks)
        parts = _between_commas(text) if text else []
        return (
            Sequence(tuple(node for part in parts if (node := page.text(part))), _span(entry))
            if parts
            else None
        )
    return value_node(shape.shape, entry, page)


def _between_commas(text: Piece) -> list[Piece]:
    parts, at = [], 0
    for part in text.markup.split(","):
        parts.append(text.cut(at, at + len(part)).strip())
        at += len(part) + 1
    return [part for part in parts if part]


def _mapping(shape: MapOf[Any], entry: Entry, page: PageDraft) -> Node | None:
    entries = _entries(entry.blocks, "fields")
    if entries is None:
        return None
    found = []
    for each in entries:
        node = value_node(shape.shape, each, page)
        key = page.text(each.term) if node is not None else None
        if node is not None and key is not None:
            found.append(NodeEntry(key, node))
    return Mapping(tuple(found), _span(entry))


def _record(shape: Record[Any], entry: Entry, page: PageDraft) -> Node | None:
    if _entries(entry.blocks, "fields") is not None:
        draft = Draft(_span(entry))
        listing = entry.blocks[0]
        if isinstance(listing, Listing):
            read_fields(listing, shape, page, draft)
        return draft.node() if draft.fields else None
    text = _only_text(entry.blocks)
    if text and text.markup == NOTHING_IN_IT:
        page.claim(text)
        return Mapping((), text.span)
    return value_node(shape.fields[shape.short][1], entry, page) if shape.short else None


def _steps(shape: Steps, entry: Entry, page: PageDraft) -> Node | None:
    entries = _entries(entry.blocks, "bullets", "numbers")
    if entries is not None:
        nodes = [_record(shape.long, each, page) or page.text(_only_text(each.blocks)) for each in entries]
        return Sequence(tuple(node for node in nodes if node is not None), _span(entry))
    text = _only_text(entry.blocks)
    return typed_lines(text.leaf, page) if text else None


def typed_lines(leaf: Leaf, page: PageDraft) -> Sequence:
    """Return each line of a block as a text of its own, with its own place."""
    lines = [Scalar(line.markup.strip(), line.strip().span, '"') for line in leaf.all.lines() if line]
    page.claim(leaf.all)
    return Sequence(tuple(lines), leaf.all.span)


def _tree(entry: Entry, page: PageDraft) -> Node | None:
    text = _only_text(entry.blocks)
    if text is None:
        return None
    parsed = read_yaml(Source(page.source.name, text.leaf.text + "\n"))
    if parsed.root is None or parsed.diagnostics:
        return None
    page.claim(text.leaf.all)
    return _moved(parsed.root, text.span)


def _moved(node: Node, span: Span) -> Node:
    """Return a tree whose parts all stand where the block stands from which it was read."""
    if isinstance(node, Scalar):
        return Scalar(node.text, span, node.style)
    if isinstance(node, Sequence):
        return Sequence(tuple(_moved(each, span) for each in node.items), span)
    return Mapping(
        tuple(NodeEntry(Scalar(e.key.text, span, '"'), _moved(e.value, span)) for e in node.entries), span
    )


def _span(entry: Entry) -> Span:
    piece = first_piece(entry.blocks) or entry.term
    if piece is None:
        raise ValueError("an entry without a term has blocks with text in them")
    return piece.span
