"""Finds the things a section lists, however they are listed.

They may stand behind bullets or numbers, as definitions, fields or subsections, or in lines that begin with a dash and
are no list because the empty line before it was forgotten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bartizan.formats.openstack_rst.layout import Block, Entry, Group, Listing, Paragraph, Piece, Section
from bartizan.formats.openstack_rst.template_text import without_guidance

_DASH = re.compile(r"(?:[-*+•]|(?P<number>[0-9]{1,3})[.)])\s+(?=\S)")
_NUMBER = re.compile(
    r"\s*\*{0,2}(?:[Ii]nterface\s+)?#?(?P<number>[0-9]{1,4}[a-z]?)(?:\\?[.):]\*{0,2}|\*{1,2}[.):]?)\s+(?=\S)"
)


@dataclass(frozen=True)
class Listed:
    """One thing that a section lists."""

    head: Piece | None
    """Its first line: a name, perhaps with what is said about it."""
    body: tuple[Block, ...]
    """What stands under it."""
    number: str | None = None
    numbered: Piece | None = None
    """The number, where it stands in the text."""
    kind: str = "bullets"


def things_in(blocks: tuple[Block, ...]) -> Iterator[Listed | Block]:
    """Yield what blocks list, and between it the blocks that are no list; what a template left there is not among them."""
    for block in without_guidance(with_lists(blocks)):
        if isinstance(block, Listing):
            yield from (_from_entry(entry, block.kind) for entry in block.entries)
        elif isinstance(block, Section):
            yield _numbered(Listed(block.title, block.blocks, kind="sections"))
        else:
            yield block


def with_lists(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks in which lines that begin with a dash are lists, even where the page forgot the empty line before."""
    result: list[Block] = []
    typed = False
    for block in _unquoted(blocks):
        last = result[-1] if result else None
        if isinstance(block, Group) and block.label is None and typed and isinstance(last, Listing):
            result[-1] = _with_under_last(last, block)
            continue
        typed = False
        if isinstance(block, Paragraph):
            split = list(_typed_list(block))
            typed = isinstance(split[-1], Listing)
            result.extend(split)
        else:
            result.append(block)
    return tuple(result)


def _unquoted(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield blocks; a list that is indented where nothing calls for it is no quotation."""
    for at, block in enumerate(blocks):
        is_list = (
            isinstance(block, Group)
            and block.label is None
            and all(isinstance(each, Listing) for each in block.blocks)
        )
        if is_list and isinstance(block, Group) and not (at and _ends_typed(blocks[at - 1])):
            yield from block.blocks
        else:
            yield block


def _ends_typed(block: Block) -> bool:
    """Say whether the block before ends in lines that look like a list, whose last entry the indented list then belongs to."""
    return isinstance(block, Paragraph) and isinstance(list(_typed_list(block))[-1], Listing)


def _with_under_last(listing: Listing, group: Group) -> Listing:
    *before, last = listing.entries
    longer = Entry((*last.blocks, *group.blocks), f"{last.markup}\n\n{group.markup}", last.number, last.term)
    return Listing(listing.kind, (*before, longer), f"{listing.markup}\n\n{group.markup}")


def _typed_list(paragraph: Paragraph) -> Iterator[Block]:
    """Yield a paragraph whose lines begin with dashes as a list with its announcement; any other as it is."""
    lines = paragraph.piece.lines()
    starts = [at for at, line in enumerate(lines) if _DASH.match(line.markup)]
    if not starts or (len(starts) < 2 and not _announces(lines[: starts[0]])):
        yield paragraph
        return
    if starts[0]:
        yield Paragraph(_through(lines[0], lines[starts[0] - 1]))
    entries = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        marker = _DASH.match(lines[start].markup)
        head = _through(lines[start].cut(marker.end() if marker else 0), lines[end - 1])
        entries.append(Entry((Paragraph(head),), head.markup, marker["number"] if marker else None))
    yield Listing("bullets", tuple(entries), "\n".join(f"- {entry.markup}" for entry in entries))


def _announces(lines: tuple[Piece, ...]) -> bool:
    return bool(lines) and lines[-1].markup.rstrip(" *").endswith(":")


def _through(first: Piece, last: Piece) -> Piece:
    return Piece(first.leaf, first.start, last.end)


def _from_entry(entry: Entry, kind: str) -> Listed:
    if entry.term:
        return _numbered(Listed(entry.term, entry.blocks, kind=kind))
    match with_lists(entry.blocks):
        case (Listing(kind="numbers", entries=(only,)), *rest):  # `- 1. text`
            inner = _from_entry(only, "numbers")
            return Listed(inner.head, (*inner.body, *rest), inner.number, inner.numbered, kind)
        case (Paragraph(piece), *rest):
            return _numbered(Listed(piece, tuple(rest), entry.number, kind=kind))
        case blocks:
            return Listed(None, tuple(blocks), entry.number, kind=kind)


def _numbered(item: Listed) -> Listed:
    """Find the number that stands in front of the text."""
    match = _NUMBER.match(item.head.markup) if item.head and item.number is None else None
    if not match or item.head is None:
        return item
    numbered = item.head.cut(0, match.end())
    return Listed(item.head.cut(match.end()), item.body, match["number"], numbered, item.kind)
