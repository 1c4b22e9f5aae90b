"""Adds and takes away the entries of a mapping, or the items of a list, that stand between brackets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bartizan.source.edit_page import end_of_part, nodes_of_part, parts_of
from bartizan.source.nodes import Mapping
from bartizan.source.write_yaml import flow_text, key_text

if TYPE_CHECKING:
    from bartizan.source.edit_page import Page, Replacement, Slot
    from bartizan.source.nodes import Sequence
    from bartizan.source.plain import Plain


def entries_added(page: Page, inside: Mapping, behind: int, new: dict[str, Plain]) -> list[Replacement]:
    """Return what puts new entries behind that of an index."""
    if not new:
        return []
    written = [f"{key_text(key, in_flow=True)} {flow_text(one)}" for key, one in new.items()]
    added = _added(page, inside, behind, written)
    if page.text[inside.span.start] == "{":
        return [added]
    # A pair that stands in a list without brackets of its own gets them.
    start = inside.span.start
    return [
        page.replacement(start, start, "{"),
        page.replacement(added.span.start, added.span.end, added.text + "}"),
    ]


def items_added(page: Page, inside: Sequence, behind: int, new: list[Plain]) -> list[Replacement]:
    """Return what puts new items behind that of an index; before the first for -1."""
    if not new:
        return []
    written = [flow_text(one) for one in new]
    if behind >= 0:
        return [_added(page, inside, behind, written)]
    start = page.start_of_part(inside, 0)
    return [page.replacement(start, start, "".join(f"{one}, " for one in written))]


def _added(page: Page, inside: Mapping | Sequence, behind: int, written: list[str]) -> Replacement:
    at = end_of_part(inside, behind)
    comma = ", "
    if behind > 0:
        start = page.start_of_part(inside, behind)
        if page.is_first_on_line(start):  # each on a line of its own
            comma = f",{page.line_end}{' ' * page.column(start)}"
    text = "".join(comma + one for one in written)
    # `a:,` would be read as the text it looks like.
    return page.replacement(at, at, f" {text}" if page.text[at - 1] == ":" else text)


def without_parts(
    page: Page, inside: Mapping | Sequence, slot: Slot, gone: set[int], *, keep_comments: bool
) -> list[Replacement]:
    """Return what takes some entries or items away, but not all, each with one comma.

    Comments between them stay; those inside of one stay in its place, or go with it.
    """
    last_kept = max(set(range(parts_of(inside))) - gone)
    replacements: list[Replacement] = []
    for index in sorted(gone):
        start, end = page.start_of_part(inside, index), end_of_part(inside, index)
        comments = page.comments(start, end, nodes_of_part(inside, index)) if keep_comments else []
        margin = page.line_end + " " * (slot.column + page.step)
        left = "".join(f"  {one.text}{margin}" for one in comments)
        if index < last_kept:
            comma = page.skip(end)
            between, behind = page.text[end:comma], comma + 1
            while page.text[behind : behind + 1] in (" ", "\t"):
                behind += 1
            together = (start, behind)
        else:
            comma = page.skip(end_of_part(inside, index - 1))
            between = page.text[comma + 1 : start]
            together = (comma, end)
        if left or between.strip(" \t\r\n"):  # there are comments
            replacements += [page.replacement(comma, comma + 1, ""), page.replacement(start, end, left)]
        else:
            replacements.append(page.replacement(*together, ""))
    return replacements
