"""Writes a value anew where another one stood, in the way the old one was written where that is possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bartizan.source.nodes import Scalar
from bartizan.source.write_scalar import (
    can_be_literal,
    can_be_plain,
    double_quoted,
    is_surely_text,
    scalar_text,
    single_quoted,
)
from bartizan.source.write_yaml import Writer, flow_text

if TYPE_CHECKING:
    from bartizan.source.edit_page import Page, Replacement, Slot
    from bartizan.source.nodes import Node
    from bartizan.source.plain import Plain


def rewritten(page: Page, node: Node, slot: Slot, value: Plain) -> list[Replacement]:
    """Return what puts `value` in the place of `node`; comments inside are put behind and below it."""
    return [_in_brackets(page, node, slot, value) if slot.in_flow else _in_lines(page, node, slot, value)]


def _in_brackets(page: Page, node: Node, slot: Slot, value: Plain) -> Replacement:
    text = _like(node, value, in_flow=True) if isinstance(value, str) else flow_text(value)
    comments = page.comments(node.span.start, node.span.end, [node])
    if comments:
        margin = page.line_end + " " * (slot.column + page.step)
        text = margin.join([f"{text}  {comments[0].text}", *(one.text for one in comments[1:]), ""])
    start, end = node.span.start, node.span.end
    if start == end:
        text = slot.lead + text
    return page.replacement(start, end, text)


def _in_lines(page: Page, node: Node, slot: Slot, value: Plain) -> Replacement:
    start, end = node.span.start, node.span.end
    end_of_line = page.end_of_line(end)
    inline, below = _written(page, node, slot, value)
    if page.is_block_text(node) and below and inline == page.text[start] + page.block_header(node).strip():
        start = page.end_of_line(start)  # the line with the `|` stays
        return page.replacement(start, end, "".join(page.line_end + line for line in below))
    comments = page.comments(slot.start, end_of_line, [node])
    inside = [one for one in comments if one.start < end]
    on_one_line = page.source.line_of(slot.start) == page.source.line_of(end)
    if inline and not below and on_one_line and not inside:
        if start == end:
            inline = slot.lead + inline
        return page.replacement(start, end, inline)
    first = ""
    if comments and page.source.line_of(comments[0].start) == page.source.line_of(slot.start):
        first = f"  {comments.pop(0).text}"
    elif comments and comments[-1].start >= end:
        first = f"  {comments.pop().text}"  # it stood behind the old value, whose lines are gone
    margin = " " * max(slot.column, 0)
    rows = [_first_row(slot, inline, first), *below, *(margin + one.text for one in comments)]
    if slot.dash and not inline and not first:
        rows[:2] = [f"{slot.lead}{rows[1].lstrip(' ')}"]
    if not slot.path and not rows[0]:  # the document itself
        rows = rows[1:]
        rows[0] = rows[0].lstrip(" ")
        if not page.is_first_on_line(slot.start):
            rows.insert(0, "")
    return page.replacement(slot.start, end_of_line, page.line_end.join(rows))


def _first_row(slot: Slot, inline: str, comment: str) -> str:
    if not inline:
        return comment if slot.lead.strip() == "" else slot.lead.rstrip() + comment
    return f"{slot.lead}{inline}{comment}"


def _written(page: Page, node: Node, slot: Slot, value: Plain) -> tuple[str, list[str]]:
    """Return the value for the line of its key, and for the lines below."""
    indent = slot.column + (2 if slot.dash else page.step)
    literal = page.allows_literal(node.span.end, max(indent, 1))
    if isinstance(value, str) and not (literal and can_be_literal(value) and _may_be_literal(node)):
        return _like(node, value, in_flow=False), []
    column = page.column(slot.start) + 1
    return Writer(step=page.step, literal=literal).value(value, slot.path, indent=indent, column=column)


def _may_be_literal(node: Node) -> bool:
    return not isinstance(node, Scalar) or node.style not in ("'", '"')


def _like(node: Node, text: str, *, in_flow: bool) -> str:
    """Return a text in the quotes that the old value had, as far as it can stand in them."""
    style = node.style if isinstance(node, Scalar) else ""
    if style == '"':
        return double_quoted(text)
    if style == "'":
        return single_quoted(text) or double_quoted(text)
    # Where `yes`, `1` or a date stood without quotes, another one may: the schema knows them there.
    was_a_word = isinstance(node, Scalar) and not node.is_null and not is_surely_text(node.text)
    if (
        was_a_word
        and style == ""
        and can_be_plain(text, in_flow=in_flow)
        and text not in ("~", "null", "Null", "NULL")
    ):
        return text
    return scalar_text(text, in_flow=in_flow)
