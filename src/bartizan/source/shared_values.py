"""Writes out, where an alias uses it, a value that an edit is about to change in the place it is shared from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bartizan.source.nodes import Mapping, Scalar
from bartizan.source.plain import to_plain
from bartizan.source.write_yaml import flow_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bartizan.source.edit_page import Page, Replacement
    from bartizan.source.nodes import Node

_COMMENT = re.compile(r"#[^\r\n]*")
_ANCHOR = re.compile(r"&([^\s,\[\]{}]+)")


def written_out(page: Page, replacements: list[Replacement]) -> list[Replacement]:
    """Return replacements for the aliases of what `replacements` change, unless they stand inside that."""
    if "*" not in page.text or "&" not in page.text:
        return []
    return [
        page.replacement(alias.span.start, alias.span.end, flow_text(to_plain(alias)))
        for alias, target in _aliases(page)
        if any(_touches(page, one, target) for one in replacements)
        and not any(
            one.span.start < alias.span.end and alias.span.start < one.span.end for one in replacements
        )
    ]


def _touches(page: Page, replacement: Replacement, target: Node) -> bool:
    span = replacement.span
    if isinstance(target, Scalar) and target.span.start < target.span.end:
        return span.start < target.span.end and target.span.start < span.end
    # What is added to a list or mapping goes behind the comment on its last line.
    return span.start <= page.end_of_line(target.span.end) and target.span.start <= span.end


def _aliases(page: Page) -> Iterator[tuple[Node, Node]]:
    """Yield each alias with what it stands for."""
    targets: dict[str, Node] = {}
    behind = 0
    for node in _in_order(page, page.root):
        span = node.span
        if page.is_alias(node):
            yield node, targets[span.text[1:]]
        else:
            before = _COMMENT.sub("", page.text[behind : span.start])
            for name in _ANCHOR.findall(before):
                targets[name] = node
        behind = span.end if isinstance(node, Scalar) or page.is_alias(node) else span.start


def _in_order(page: Page, node: Node) -> Iterator[Node]:
    yield node
    if isinstance(node, Scalar) or page.is_alias(node):
        return
    if isinstance(node, Mapping):
        for entry in node.entries:
            yield entry.key
            yield from _in_order(page, entry.value)
    else:
        for one in node.items:
            yield from _in_order(page, one)
