"""Finds the smallest replacements that make one value of a YAML text another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bartizan.source import edit_brackets as brackets
from bartizan.source import edit_lines as lines
from bartizan.source.edit_rewrite import rewritten
from bartizan.source.nodes import Mapping, Sequence
from bartizan.source.plain import to_plain

if TYPE_CHECKING:
    from bartizan.source.edit_page import Page, Replacement, Slot
    from bartizan.source.nodes import Node
    from bartizan.source.plain import Plain


def changed(page: Page, node: Node, slot: Slot, value: Plain) -> list[Replacement]:
    """Return what makes `node` say `value`; of a list or mapping only what is different in it."""
    if to_plain(node) == value:
        return []
    if not page.is_alias(node):
        if isinstance(node, Mapping) and isinstance(value, dict):
            return _changed_mapping(page, node, slot, value)
        if isinstance(node, Sequence) and isinstance(value, list):
            return _changed_list(page, node, slot, value)
    return rewritten(page, node, slot, value)


def dropped(page: Page, inside: Mapping | Sequence, slot: Slot, index: int) -> list[Replacement]:
    """Return what takes one entry or item away, with the comments on its own lines."""
    count = len(inside.entries) if isinstance(inside, Mapping) else len(inside.items)
    if count == 1:
        return rewritten(page, inside, slot, {} if isinstance(inside, Mapping) else [])
    if inside.flow or slot.in_flow:
        return brackets.without_parts(page, inside, slot, {index}, keep_comments=False)
    return lines.without_parts(page, inside, {index}, keep_comments=False)


def _changed_mapping(page: Page, node: Mapping, slot: Slot, value: dict[str, Plain]) -> list[Replacement]:
    kept = [index for index, entry in enumerate(node.entries) if entry.key.text in value]
    if not kept:
        return rewritten(page, node, slot, value)
    replacements: list[Replacement] = []
    for index in kept:
        entry = node.entries[index]
        inner = page.slot(node, entry.key.text, slot)
        replacements += changed(page, entry.value, inner, value[entry.key.text])
    gone = set(range(len(node.entries))) - set(kept)
    new = {key: one for key, one in value.items() if key not in node.by_key}
    in_flow = node.flow or slot.in_flow
    if in_flow:
        replacements += brackets.without_parts(page, node, slot, gone, keep_comments=True)
        replacements += brackets.entries_added(page, node, kept[-1], new)
    else:
        replacements += lines.without_parts(
            page, node, gone, keep_comments=True, others=bool(replacements or new)
        )
        replacements += lines.entries_added(page, node, slot, kept[-1], new, replacements)
    return replacements


def _changed_list(page: Page, node: Sequence, slot: Slot, value: list[Plain]) -> list[Replacement]:
    old = [to_plain(one) for one in node.items]
    same = 0
    while same < min(len(old), len(value)) and old[same] == value[same]:
        same += 1
    same_behind = 0
    while same_behind < min(len(old), len(value)) - same and old[-1 - same_behind] == value[-1 - same_behind]:
        same_behind += 1
    others = value[same : len(value) - same_behind]
    to_change = min(len(old) - same - same_behind, len(others))
    gone = set(range(same + to_change, len(old) - same_behind))
    if not old or len(gone) == len(old):
        return rewritten(page, node, slot, value)
    replacements: list[Replacement] = []
    for index in range(same, same + to_change):
        inner = page.slot(node, index, slot)
        replacements += changed(page, node.items[index], inner, value[index])
    new = others[to_change:]
    behind = same + to_change - 1
    if node.flow or slot.in_flow:
        replacements += brackets.without_parts(page, node, slot, gone, keep_comments=True)
        replacements += brackets.items_added(page, node, behind, new)
    else:
        replacements += lines.without_parts(
            page, node, gone, keep_comments=True, others=bool(replacements or new)
        )
        replacements += lines.items_added(page, node, slot, behind, new, replacements)
    return replacements
