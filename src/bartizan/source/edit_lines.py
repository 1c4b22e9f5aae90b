"""Adds and takes away the entries of a mapping, or the items of a list, that are written in lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bartizan.source.edit_page import end_of_part, nodes_of_part, part, parts_of
from bartizan.source.nodes import Mapping, Scalar, Sequence
from bartizan.source.write_yaml import Writer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bartizan.source.edit_page import Page, Replacement, Slot
    from bartizan.source.nodes import Node
    from bartizan.source.plain import Plain


def entries_added(
    page: Page, inside: Mapping, slot: Slot, behind: int, new: dict[str, Plain], others: list[Replacement]
) -> list[Replacement]:
    """Return what puts new entries behind that of an index; `others` are done in the same mapping."""
    if not new:
        return []
    indent = page.column(page.start_of_entry(inside.entries[0]))
    writer = _writer(page, inside, behind, indent)
    lines = [line for key, one in new.items() for line in writer.entry(key, one, (*slot.path, key), indent)]
    return _added(page, inside, behind, lines, others)


def items_added(
    page: Page, inside: Sequence, slot: Slot, behind: int, new: list[Plain], others: list[Replacement]
) -> list[Replacement]:
    """Return what puts new items behind that of an index, before the first for -1."""
    if not new:
        return []
    indent = page.column(inside.span.start)
    writer = _writer(page, inside, max(behind, 0), indent)
    lines = [line for one in new for line in writer.item(one, (*slot.path, 0), indent)]
    if behind >= 0:
        return _added(page, inside, behind, lines, others)
    text = page.line_end.join([*lines, " " * indent]).lstrip(" ")
    return [page.replacement(inside.span.start, inside.span.start, text)]


def _writer(page: Page, inside: Mapping | Sequence, behind: int, indent: int) -> Writer:
    literal = page.allows_literal(end_of_part(inside, behind), indent + 1)
    return Writer(step=page.step, literal=literal)


def _added(
    page: Page, inside: Mapping | Sequence, behind: int, lines: list[str], others: list[Replacement]
) -> list[Replacement]:
    at = page.end_of_line(end_of_part(inside, behind))
    text = "".join(page.line_end + line for line in lines)
    return [page.replacement(at, at, text), *_text_above_ended(page, part(inside, behind), others)]


def _text_above_ended(page: Page, node: Node, others: list[Replacement]) -> list[Replacement]:
    """Keep a `|` text that ended with the file, without a line end, from getting one now that a line follows."""
    last = page.last_leaf(node)
    if not isinstance(last, Scalar) or not last.text or not page.is_block_text(last):
        return []
    if last.span.end < len(page.text) or any(one.span.end > last.span.start for one in others):
        return []
    header = page.block_header(last)
    if "-" in header:
        return []
    start = last.span.start + 1 + max(header.find("+"), 0)
    return [page.replacement(start, start + header.count("+"), "-")]


def without_parts(
    page: Page, inside: Mapping | Sequence, gone: set[int], *, keep_comments: bool, others: bool = False
) -> list[Replacement]:
    """Return what takes some entries or items away, but not all; comments are put in their place or go too.

    `others` is whether other parts of the same mapping or list are changed as well.
    """
    return [
        replacement
        for first, last in _runs(gone)
        for replacement in _without_run(page, inside, first, last, keep_comments=keep_comments, others=others)
    ]


def _runs(indices: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and last of each row of neighbours."""
    for first in sorted(indices):
        if first - 1 in indices:
            continue
        last = first
        while last + 1 in indices:
            last += 1
        yield first, last


def _without_run(
    page: Page,
    inside: Mapping | Sequence,
    first: int,
    last: int,
    *,
    keep_comments: bool,
    others: bool,
) -> list[Replacement]:
    start = _start(page, inside, first)
    end = page.end_of_line(end_of_part(inside, last))
    margin = " " * page.column(start)
    if not page.is_first_on_line(start) and last + 1 < parts_of(inside):  # `- a: 1`, of which `a` goes
        end = _start(page, inside, last + 1)
        comments = _comments(page, inside, first, last, end, keep_comments=keep_comments)
        return [page.replacement(start, end, "".join(f"{one}{page.line_end}{margin}" for one in comments))]
    comments = _comments(page, inside, first, last, end, keep_comments=keep_comments)
    start = page.start_of_line(start)
    above = page.last_leaf(part(inside, first - 1)) if first else None
    block_text = above is not None and page.is_block_text(above)
    text_above = others or block_text
    counts_lines = above is not None and block_text and "+" in page.block_header(above)
    fenced = _lines_below_fenced(page, end, margin, counts_lines=counts_lines) if text_above else []
    if text_above and end == len(page.text):  # it may need its line end
        return [page.replacement(start, end, page.line_end.join(margin + one for one in comments))]
    if start == 0:
        text = "".join(f"{margin}{one}{page.line_end}" for one in comments)
        return [page.replacement(0, page.next_line(end), text)]
    # With the line end before it and not the one behind, where something else may be added.
    text = "".join(f"{page.line_end}{margin}{one}" for one in comments)
    return [page.replacement(page.end_of_line(start - 1), end, text), *fenced]


def _lines_below_fenced(page: Page, end: int, margin: str, *, counts_lines: bool) -> list[Replacement]:
    """Keep empty lines and comments from becoming part of a `|` text that now stands right above them.

    `counts_lines` is whether that text is one whose empty lines at the end belong to it.
    """
    fenced: list[Replacement] = []
    at = end
    for line in page.lines_below(end):
        start = page.next_line(at)
        blanks = len(line) - len(line.lstrip(" \t"))
        if line.strip(" \t"):
            fenced.append(page.replacement(start, start + blanks, margin))
        elif counts_lines:
            fenced.append(page.replacement(at, start + blanks, ""))
        else:
            fenced.append(page.replacement(start, start + blanks, ""))
        at = start + len(line)
    return [one for one in fenced if one.span.text != one.text]


def _comments(
    page: Page, inside: Mapping | Sequence, first: int, last: int, end: int, *, keep_comments: bool
) -> list[str]:
    """Return the comments from the first to the last of a row, without those on their own lines unless kept."""
    nodes = [node for index in range(first, last + 1) for node in nodes_of_part(inside, index)]
    own = [
        range(_start(page, inside, index), page.end_of_line(end_of_part(inside, index)))
        for index in range(first, last + 1)
    ]
    found = page.comments(_start(page, inside, first), end, nodes)
    return [one.text for one in found if keep_comments or not any(one.start in lines for lines in own)]


def _start(page: Page, inside: Mapping | Sequence, index: int) -> int:
    if isinstance(inside, Mapping):
        return page.start_of_entry(inside.entries[index])
    return page.dash(inside, index)
