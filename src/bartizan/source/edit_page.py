"""A YAML text as an editor sees it: where values stand, what the lines around them hold, where comments are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bartizan.source.nodes import Entry, Mapping, Node, Scalar, Sequence
from bartizan.source.text import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bartizan.source.nodes import Path
    from bartizan.source.text import Source

_COLON = re.compile(r"(?:[ \t\r\n]|#[^\r\n]*(?![^\r\n]))*:")
_SPACE = re.compile(r"(?:[ \t\r\n]|#[^\r\n]*(?![^\r\n]))*")
_ANCHOR = re.compile(r"(?:[ \t\r\n]|#[^\r\n]*(?![^\r\n]))*&[^\s,\[\]{}]+")
_COMMENT = re.compile(r"#[^\r\n]*")


@dataclass(frozen=True, slots=True)
class Replacement:
    """A stretch of text and what stands there instead."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Slot:
    """The place behind a key or a dash where a value stands."""

    path: Path
    start: int
    """Offset behind the colon or dash, and behind the anchor if there is one."""
    column: int
    """How deep the key or dash is indented; what belongs to it is indented deeper."""
    in_flow: bool
    """Whether it is between brackets."""
    lead: str = " "
    """What must stand before a value that is put where there is none yet."""
    dash: bool = False
    """Whether it is right behind a dash, where the first line of a list or mapping may stand too."""


@dataclass(frozen=True)
class Page:
    """A text and its nodes, ready to be edited. The nodes must be all that the text says."""

    source: Source
    root: Node

    @property
    def text(self) -> str:
        """The text as it is before the edit."""
        return self.source.text

    @cached_property
    def line_end(self) -> str:
        """How lines end in this text."""
        found = re.search(r"\r\n|\r|\n", self.text)
        return found.group() if found else "\n"

    @cached_property
    def step(self) -> int:
        """How much deeper each level is indented, going by the first that is."""
        return next(_steps(self, self.root), 2)

    def replacement(self, start: int, end: int, text: str) -> Replacement:
        """Return a replacement in this text."""
        return Replacement(Span(self.source, start, end), text)

    def is_alias(self, node: Node) -> bool:
        """Whether `*name` is written there; no other node begins with an asterisk."""
        return self.text.startswith("*", node.span.start) and node.span.end > node.span.start + 1

    def is_block_text(self, node: Node) -> bool:
        """Whether a text is written there below `|` or `>`."""
        return isinstance(node, Scalar) and node.style in ("|", ">") and not self.is_alias(node)

    def block_header(self, node: Node) -> str:
        """Return what is written behind the `|` or `>` of a text below it."""
        return self.text[node.span.start + 1 : self.end_of_line(node.span.start)].partition("#")[0]

    # ---- lines ------------------------------------------------------------------------------------------

    def start_of_line(self, offset: int) -> int:
        """Return where the line of an offset begins."""
        return self.source.line_starts[self.source.line_of(offset) - 1]

    def end_of_line(self, offset: int) -> int:
        """Return where the line of an offset ends, without its line end."""
        line = self.source.line_of(offset)
        return self.source.line_starts[line - 1] + len(self.source.line_text(line))

    def next_line(self, offset: int) -> int:
        """Return where the next line begins, or the end of the text."""
        line = self.source.line_of(offset)
        return self.source.line_starts[line] if line < len(self.source.line_starts) else len(self.text)

    def column(self, offset: int) -> int:
        """Return how many characters stand before an offset on its line."""
        return offset - self.start_of_line(offset)

    def is_first_on_line(self, offset: int) -> bool:
        """Whether only blanks stand before an offset."""
        return not self.text[self.start_of_line(offset) : offset].strip(" \t")

    def lines_below(self, offset: int) -> Iterator[str]:
        """Yield the empty lines and comment lines below that of an offset."""
        starts = self.source.line_starts
        for number in range(self.source.line_of(offset) + 1, len(starts) + 1):
            if starts[number - 1] == len(self.text):
                return
            line = self.source.line_text(number)
            if line.strip(" \t") and not line.lstrip(" \t").startswith("#"):
                return
            yield line

    def allows_literal(self, offset: int, indent: int) -> bool:
        """Whether a `|` text indented by `indent` can end where the line of an offset ends.

        It cannot where the lines below would become part of it, nor where the text ends without a line end.
        """
        if self.next_line(offset) == self.end_of_line(offset):
            return False
        return not any(
            len(line) - len(line.lstrip(" ")) >= indent or "\t" in line[:indent]
            for line in self.lines_below(offset)
            if line
        )

    # ---- nodes ------------------------------------------------------------------------------------------

    def slot(self, inside: Mapping | Sequence, step: str | int, around: Slot) -> Slot:
        """Return where the value under `step` of a mapping or list stands."""
        path = (*around.path, step)
        in_flow = inside.flow or around.in_flow
        if isinstance(inside, Mapping):
            return self._slot_of_entry(inside.by_key[str(step)], path, around, in_flow=in_flow)
        node = inside.items[int(step)]
        if in_flow:
            return Slot(
                path, self._behind_anchor(node.span.start, node), around.column, in_flow=True, lead=""
            )
        dash = self.dash(inside, int(step))
        start = self._behind_anchor(dash + 1, node)
        return Slot(path, start, self.column(dash), in_flow=False, dash=start == dash + 1)

    def _slot_of_entry(self, entry: Entry, path: Path, around: Slot, *, in_flow: bool) -> Slot:
        column = around.column if in_flow else self.column(self.start_of_entry(entry))
        after_key = entry.key.span.end
        colon = _COLON.match(self.text, after_key)
        if colon and (colon.end() <= entry.value.span.start or self._is_nothing(entry.value)):
            return Slot(path, self._behind_anchor(colon.end(), entry.value), column, in_flow)
        lead = ": " if in_flow else f"{self.line_end}{' ' * column}: "  # `{key}` or `? key`
        return Slot(path, after_key, column, in_flow, lead)

    @staticmethod
    def _is_nothing(node: Node) -> bool:
        return node.span.start == node.span.end

    def _behind_anchor(self, start: int, node: Node) -> int:
        found = _ANCHOR.match(self.text, start)
        return found.end() if found and found.end() <= node.span.start else start

    def dash(self, inside: Sequence, index: int) -> int:
        """Return the offset of the dash before an item of a list in lines."""
        if index == 0:
            return inside.span.start
        return self.skip(inside.items[index - 1].span.end)

    def start_of_entry(self, entry: Entry) -> int:
        """Return where an entry begins: its key, or the `?` before it."""
        start = entry.key.span.start
        before = self.text[self.start_of_line(start) : start].rstrip(" \t")
        return self.start_of_line(start) + len(before) - 1 if before.endswith("?") else start

    def start_of_part(self, inside: Mapping | Sequence, index: int) -> int:
        """Return where an entry or item between brackets begins, with its anchor."""
        if index:
            return self.skip(self.skip(end_of_part(inside, index - 1)) + 1)
        start = inside.span.start
        return self.skip(start + 1) if self.text[start] in "{[" else start

    def skip(self, offset: int) -> int:
        """Return the offset behind blanks, line ends and comments."""
        found = _SPACE.match(self.text, offset)
        return found.end() if found else offset

    # ---- comments ---------------------------------------------------------------------------------------

    def comments(self, start: int, end: int, nodes: Iterable[Node]) -> list[Span]:
        """Return the comments in a stretch of text of which `nodes` are all the nodes."""
        found: list[Span] = []
        at = start
        for leaf in (leaf for node in nodes for leaf in self._leaves(node)):
            found += self._comments_between(at, min(leaf.span.start, end))
            if self.is_block_text(leaf):
                header_end = min(self.end_of_line(leaf.span.start), leaf.span.end)
                found += self._comments_between(leaf.span.start, header_end)
            at = max(at, leaf.span.end)
        return found + self._comments_between(at, end)

    def _comments_between(self, start: int, end: int) -> list[Span]:
        return [Span(self.source, one.start(), one.end()) for one in _COMMENT.finditer(self.text, start, end)]

    def _leaves(self, node: Node) -> Iterator[Node]:
        if isinstance(node, Scalar) or self.is_alias(node):
            yield node
        elif isinstance(node, Mapping):
            for entry in node.entries:
                yield entry.key
                yield from self._leaves(entry.value)
        else:
            for one in node.items:
                yield from self._leaves(one)

    def last_leaf(self, node: Node) -> Node:
        """Return what is written last of a node."""
        while not self.is_alias(node):
            if isinstance(node, Mapping) and node.entries:
                node = node.entries[-1].value
            elif isinstance(node, Sequence) and node.items:
                node = node.items[-1]
            else:
                break
        return node


def parts_of(inside: Mapping | Sequence) -> int:
    """Return how many entries or items there are."""
    return len(inside.entries) if isinstance(inside, Mapping) else len(inside.items)


def part(inside: Mapping | Sequence, index: int) -> Node:
    """Return the value of an entry, or an item."""
    return inside.entries[index].value if isinstance(inside, Mapping) else inside.items[index]


def nodes_of_part(inside: Mapping | Sequence, index: int) -> tuple[Node, ...]:
    """Return key and value of an entry, or an item."""
    if isinstance(inside, Mapping):
        return inside.entries[index].key, inside.entries[index].value
    return (inside.items[index],)


def end_of_part(inside: Mapping | Sequence, index: int) -> int:
    """Return where an entry or item ends."""
    return max(node.span.end for node in nodes_of_part(inside, index))


def _steps(page: Page, node: Node) -> Iterator[int]:
    if isinstance(node, Mapping) and not node.flow:
        for entry in node.entries:
            inner = entry.value
            if isinstance(inner, Mapping) and not inner.flow and not page.is_alias(inner):
                yield page.column(inner.span.start) - page.column(page.start_of_entry(entry))
            if not page.is_alias(inner):
                yield from _steps(page, inner)
    elif isinstance(node, Sequence) and not node.flow:
        for one in node.items:
            if not page.is_alias(one):
                yield from _steps(page, one)
