"""Changes one value in a YAML text and leaves every other character as it was."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bartizan.source.edit_page import Page, Replacement, Slot
from bartizan.source.edit_values import changed, dropped
from bartizan.source.nodes import Mapping, Scalar, Sequence
from bartizan.source.plain import at, to_plain, with_value, without
from bartizan.source.shared_values import written_out
from bartizan.source.write_scalar import LONGEST_SIMPLE_KEY, double_quoted, scalar_text, single_quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bartizan.source.nodes import Node, Path
    from bartizan.source.plain import Plain
    from bartizan.source.text import Source

__all__ = ["Edit", "Replacement", "apply", "insert", "remove", "rename_key", "set_value"]


@dataclass(frozen=True, slots=True)
class Edit:
    """One change to a document: usually one replacement, none when nothing is to be changed."""

    replacements: tuple[Replacement, ...]


def set_value(source: Source, root: Node, path: Path, value: Plain) -> Edit:
    """Make `path` say `value`; what is missing on the way there is added.

    `root` must be all that `source` says (`Parsed.complete`). Comments stay, those inside a value that goes
    away too. Values that another place shares by an alias are written out there first, so that nothing else
    changes. Raises `ValueError` where the path leads through a text or beyond the end of a list.
    """
    page = Page(source, root)
    node, slot, missing = _walk(page, path)
    if missing:
        value = with_value(to_plain(node), missing, value)
    return _edit(page, changed(page, node, slot, value))


def insert(source: Source, root: Node, path: Path, value: Plain) -> Edit:
    """Add `value` to a list, before what stands at `path`; at its end when the last step is its length."""
    tree = at(to_plain(root), path[:-1])
    position = path[-1]
    if tree is None:
        tree = []
    if not isinstance(tree, list) or not isinstance(position, int) or not 0 <= position <= len(tree):
        raise ValueError(f"no list has a position {path}")
    return set_value(source, root, path[:-1], [*tree[:position], value, *tree[position:]])


def remove(source: Source, root: Node, path: Path) -> Edit:
    """Take away the entry or list item at `path`, with the comments on its own lines."""
    page = Page(source, root)
    at(to_plain(root), path)  # `ValueError` when nothing stands there
    node, slot, missing = _walk(page, path[:-1])
    if missing or page.is_alias(node):
        return set_value(source, root, path[: len(slot.path)], without(to_plain(node), (*missing, path[-1])))
    assert isinstance(node, Mapping | Sequence)
    if isinstance(node, Mapping):
        index = [entry.key.text for entry in node.entries].index(str(path[-1]))
    else:
        index = int(path[-1])
    return _edit(page, dropped(page, node, slot, index))


def rename_key(source: Source, root: Node, path: Path, new: str) -> Edit:
    """Give the key at `path` another name, which no key beside it may have."""
    page = Page(source, root)
    tree = at(to_plain(root), path[:-1])
    if not isinstance(tree, dict) or str(path[-1]) not in tree or (new in tree and new != path[-1]):
        raise ValueError(f"{path} cannot be called {new}")
    node, slot, missing = _walk(page, path[:-1])
    if missing or page.is_alias(node):
        renamed = {new if key == str(path[-1]) else key: one for key, one in tree.items()}
        shared = with_value(to_plain(node), missing, renamed)
        return set_value(source, root, path[: len(slot.path)], shared)
    assert isinstance(node, Mapping)
    return _edit(page, _renamed(page, node, slot, str(path[-1]), new))


def apply(source: Source, edits: Iterable[Edit]) -> str:
    """Return the text with all edits done; two that overlap are our own mistake and raise `ValueError`."""
    parts: list[str] = []
    behind = 0
    replacements = [one for edit in edits for one in edit.replacements]
    for replacement in sorted(replacements, key=lambda one: (one.span.start, one.span.end)):
        span = replacement.span
        if span.source is not source or span.start < behind:
            raise ValueError(f"two edits overlap at {span}")
        parts += [source.text[behind : span.start], replacement.text]
        behind = span.end
    return "".join([*parts, source.text[behind:]])


def _edit(page: Page, replacements: list[Replacement]) -> Edit:
    return Edit((*replacements, *written_out(page, replacements)))


def _walk(page: Page, path: Path) -> tuple[Node, Slot, Path]:
    """Return the node at `path` and where it stands; or the nearest around it, and the steps that are missing.

    What an alias stands for belongs to another place: the way ends there.
    """
    node = page.root
    indent = page.column(node.span.start) if page.is_first_on_line(node.span.start) else 0  # not behind `---`
    slot = Slot((), node.span.start, indent - page.step, in_flow=False, lead="")
    for index, step in enumerate(path):
        if isinstance(node, Scalar) or page.is_alias(node):
            return node, slot, path[index:]
        if isinstance(node, Mapping):
            there = str(step) in node.by_key
        else:
            there = isinstance(step, int) and 0 <= step < len(node.items)
        if not there:
            return node, slot, path[index:]
        slot = page.slot(node, step, slot)
        node = node.by_key[str(step)].value if isinstance(node, Mapping) else node.items[int(step)]
    return node, slot, ()


def _renamed(page: Page, inside: Mapping, slot: Slot, old: str, new: str) -> list[Replacement]:
    entry = inside.by_key[old]
    key = entry.key
    in_flow = inside.flow or slot.in_flow
    if key.style == '"':
        written = double_quoted(new)
    elif key.style == "'":
        written = single_quoted(new) or double_quoted(new)
    else:
        written = scalar_text(new, in_flow=in_flow, is_key=True)
    span = key.span
    start = page.start_of_entry(entry)
    if len(written) <= LONGEST_SIMPLE_KEY or start != span.start:
        return [page.replacement(span.start, span.end, written)]
    if in_flow:
        return [page.replacement(span.start, span.end, f"? {written} ")]
    margin = " " * page.column(start)
    colon = page.skip(span.end)
    behind = colon + 1
    while page.text[behind : behind + 1] in (" ", "\t"):
        behind += 1
    return [page.replacement(span.start, behind, f"? {written}{page.line_end}{margin}: ")]
