"""Tells the texts under an element apart: those with which its first line goes on, and those that stand behind labels."""

from __future__ import annotations

import re

from bartizan.formats.openstack_rst.grammar import label_of
from bartizan.formats.openstack_rst.labels import field_called, record_of
from bartizan.formats.openstack_rst.layout import Block, Listing, Paragraph, Piece
from bartizan.formats.openstack_rst.read_fields import ABOUT, OWN_ID, own_id
from bartizan.model.shapes import Prose


def labelled_sentences(section: str, piece: Piece) -> tuple[Paragraph, ...]:
    """Return the parts of `Request: order. Response: receipt.`, where each begins with the label of a field that lists names."""
    if section != "interfaces":
        return ()
    starts = [
        0,
        *(match.end() for match in re.finditer(r"(?<=[.;])\s+(?=[^\W\d_][^:.;\n]{0,40}:\s)", piece.markup)),
    ]
    parts = [piece.cut(a, b).strip() for a, b in zip(starts, [*starts[1:], len(piece.markup)], strict=True)]
    splits = [label_of(part) for part in parts]
    if len(parts) < 2 or not all(split and _lists_names(section, split[0].text) for split in splits):
        return ()
    return tuple(Paragraph(part) for part in parts)


def _lists_names(section: str, label: str) -> bool:
    path = field_called(section, label)
    shape = record_of(section).fields[path[0]][1] if path and len(path) == 1 else None
    return shape is not None and not isinstance(shape, Prose) and path != ("notes",)


def labelled_lines(section: str, piece: Piece) -> tuple[Piece, tuple[Paragraph, ...]]:
    """Split off the lines `Label: text` with which a first line goes on, where an empty line was forgotten."""
    lines = piece.lines()
    starts = [
        at
        for at, line in enumerate(lines)
        if at and (split := label_of(line)) and field_called(section, split[0].text)
    ]
    if not starts:
        return piece, ()
    ends = [*starts[1:], len(lines)]
    labelled = (
        Paragraph(Piece(piece.leaf, lines[start].start, lines[end - 1].end))
        for start, end in zip(starts, ends, strict=True)
    )
    return Piece(piece.leaf, piece.start, lines[starts[0] - 1].end), tuple(labelled)


def following_text(
    section: str, blocks: tuple[Block, ...]
) -> tuple[tuple[Paragraph, ...], tuple[Block, ...]]:
    """Split off the paragraphs with which the text of a first line goes on, behind lists of fields that stand before them."""
    first = 0
    while first < len(blocks) and _is_before_text(section, blocks[first]):
        first += 1
    count = first
    while count < len(blocks) and _goes_on(section, blocks[count]):
        count += 1
    if count == first:
        return (), blocks
    following = tuple(block for block in blocks[first:count] if isinstance(block, Paragraph))
    return following, (*blocks[:first], *blocks[count:])


def _is_before_text(section: str, block: Block) -> bool:
    """Say whether a block is a list of fields that says neither what the element is nor its id."""
    if not isinstance(block, Listing) or block.kind != "fields" or own_id((block,), OWN_ID, ABOUT):
        return False
    labels = [field_called(section, entry.term.text) for entry in block.entries if entry.term]
    return None not in labels and ("description",) not in labels


def _goes_on(section: str, block: Block) -> bool:
    """Say whether a paragraph is text, and not what stands behind a label or announces a list."""
    if not isinstance(block, Paragraph):
        return False
    split = label_of(block.piece)
    return split is None or (bool(split[1]) and field_called(section, split[0].text) is None)
