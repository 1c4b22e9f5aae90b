"""A document without places: texts, lists and mappings, for those who write rather than read."""

from __future__ import annotations

from typing import TypeAlias, Union

from bartizan.source.nodes import Mapping, Node, Path, Scalar

Plain: TypeAlias = Union[str, "list[Plain]", "dict[str, Plain]", None]
"""Texts, lists, mappings, and `None` where nothing is written."""


class Word(str):
    """A word that a schema understands, such as `yes`, `1` or `3.0`: written without quotes.

    Other text that some YAML reader would take for a truth value, a number or a date is quoted, so that it
    stays text everywhere.
    """

    __slots__ = ()


def to_plain(node: Node) -> Plain:
    """Return what `node` says, without places, quoting or comments."""
    if isinstance(node, Scalar):
        return None if node.is_null else node.text
    if isinstance(node, Mapping):
        return {entry.key.text: to_plain(entry.value) for entry in node.entries}
    return [to_plain(one) for one in node.items]


def with_value(tree: Plain, path: Path, value: Plain) -> Plain:
    """Return a copy of `tree` in which `path` says `value`; what is missing on the way there is added.

    A list can be made longer by one. Raises `ValueError` where the path leads through a text.
    """
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, int) and (tree is None or isinstance(tree, list)):
        items = list(tree or [])
        if not 0 <= step <= len(items):
            raise ValueError(f"the list has no position {step}")
        items[step : step + 1] = [with_value(items[step] if step < len(items) else None, rest, value)]
        return items
    if tree is None or isinstance(tree, dict):
        entries = dict(tree or {})
        entries[str(step)] = with_value(entries.get(str(step)), rest, value)
        return entries
    raise ValueError(f"there is no {step!r} in {type(tree).__name__} {tree!r:.40}")


def without(tree: Plain, path: Path) -> Plain:
    """Return a copy of `tree` without what stands at `path`."""
    inside = at(tree, path[:-1])
    step = path[-1]
    if isinstance(inside, list) and isinstance(step, int):
        return with_value(tree, path[:-1], inside[:step] + inside[step + 1 :])
    if isinstance(inside, dict):
        return with_value(tree, path[:-1], {key: one for key, one in inside.items() if key != str(step)})
    raise ValueError(f"nothing stands at {path}")


def at(tree: Plain, path: Path) -> Plain:
    """Return what stands at `path`; `ValueError` when nothing does."""
    for step in path:
        if isinstance(tree, dict) and str(step) in tree:
            tree = tree[str(step)]
        elif isinstance(tree, list) and isinstance(step, int) and 0 <= step < len(tree):
            tree = tree[step]
        else:
            raise ValueError(f"nothing stands at {path}")
    return tree
