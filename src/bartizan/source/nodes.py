"""What a YAML text says, before anyone decides what it means: scalars as text, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeAlias

from bartizan.source.text import Span


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as it was written; `no`, `1.10` and `08:30` are text until a schema says otherwise."""

    text: str
    """The value with quotes, folding and escapes resolved."""
    span: Span = field(compare=False)
    """Where it stands, quotes and block indicator included."""
    style: str = ""
    """How it was written: `''` plain, `'` or `\"` quoted, `|` literal or `>` folded block."""

    @property
    def is_null(self) -> bool:
        """Whether nothing was written: empty, `~` or `null`, unquoted."""
        return self.style == "" and self.text in {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True)
class Sequence:
    """A list of nodes."""

    items: tuple[Node, ...]
    span: Span = field(compare=False)
    flow: bool = False
    """Whether it was written as `[a, b]`."""


@dataclass(frozen=True)
class Mapping:
    """Keys and their nodes in the order they were written; keys are unique."""

    entries: tuple[Entry, ...]
    span: Span = field(compare=False)
    flow: bool = False
    """Whether it was written as `{a: b}`."""

    @cached_property
    def by_key(self) -> dict[str, Entry]:
        """The entries by the text of their key."""
        return {entry.key.text: entry for entry in self.entries}

    def get(self, key: str) -> Node | None:
        """Return the node under `key`, or nothing."""
        entry = self.by_key.get(key)
        return entry.value if entry else None


@dataclass(frozen=True, slots=True)
class Entry:
    """One key and what stands under it."""

    key: Scalar
    value: Node


Node: TypeAlias = Scalar | Sequence | Mapping

Path: TypeAlias = tuple[str | int, ...]
"""Where something stands in a document: keys, and positions in lists counted from zero."""


def node_at(root: Node, path: Path) -> Node | None:
    """Return the node at `path`, or nothing when the document has none there."""
    node: Node | None = root
    for step in path:
        if isinstance(node, Mapping):
            node = node.get(str(step))
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node


def place_of(root: Node, path: Path) -> Span:
    """Return where `path` is written, or the nearest thing around it that is.

    The place of a mapping entry whose value is itself a mapping or a list is its key: that is what a
    person would underline.
    """
    node: Node = root
    span = root.span
    for step in path:
        if isinstance(node, Mapping):
            entry = node.by_key.get(str(step))
            if entry is None:
                return span
            node = entry.value
            span = node.span if isinstance(node, Scalar) and not node.is_null else entry.key.span
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
            span = node.span
        elif step == 0:
            continue  # a scalar where a list of one would do
        else:
            return span
    return span
