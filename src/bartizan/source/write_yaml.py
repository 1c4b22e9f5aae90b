"""Writes a new YAML text that any YAML reader takes for the same texts, lists and mappings."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bartizan.source.plain import Plain
from bartizan.source.write_scalar import (
    LONGEST_SIMPLE_KEY,
    can_be_literal,
    comment_lines,
    literal_lines,
    scalar_text,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bartizan.source.nodes import Path

__all__ = ["Plain", "flow_text", "write_yaml"]

WIDTH = 100
"""A list or mapping that fits on a line of this many columns is written on one."""
STEP = 2
"""How much deeper each level is indented."""
_LONGEST_IN_BRACKETS = 40
"""A list of longer texts reads better with one on each line."""


def write_yaml(
    tree: Plain,
    *,
    comments: Mapping[Path, str] | None = None,
    trailing: Mapping[Path, str] | None = None,
) -> str:
    """Write `tree` in the order it is in; the text ends in a line end.

    The sections and what stands right under them are written in lines, deeper lists and mappings between
    brackets where they fit. `comments` stand on lines of their own before a path, `trailing` ones behind it.
    Raises `ValueError` for a comment on a path that is not there.
    """
    paths = [*(comments or {}), *(trailing or {})]
    commented = frozenset(path[:length] for path in paths for length in range(len(path)))
    writer = Writer(dict(comments or {}), dict(trailing or {}), commented=commented)
    lines = writer.before((), 0)
    inline, below = writer.value(tree, (), indent=0, column=0)
    lines += [inline, *below] if inline else below
    if left := [*writer.comments, *writer.trailing]:
        raise ValueError(f"a comment on what is not there: {left[0]}")
    return "\n".join(lines) + "\n"


def flow_text(value: Plain) -> str:
    """Return `value` on one line, as it stands between brackets."""
    if value is None:
        return "~"
    if isinstance(value, str):
        return scalar_text(value, in_flow=True)
    if isinstance(value, list):
        return "[" + ", ".join(map(flow_text, value)) + "]"
    return (
        "{" + ", ".join(f"{key_text(key, in_flow=True)} {flow_text(one)}" for key, one in value.items()) + "}"
    )


def key_text(key: str, *, in_flow: bool = False) -> str:
    """Return a key and its colon; a key too long for some readers gets a `?` before it."""
    written = scalar_text(key, in_flow=in_flow, is_key=True)
    return f"? {written} :" if len(written) > LONGEST_SIMPLE_KEY else f"{written}:"


@dataclass(slots=True)
class Writer:
    """Writes values in lines; remembers which comments are still to be written."""

    comments: dict[Path, str] = field(default_factory=dict)
    trailing: dict[Path, str] = field(default_factory=dict)
    step: int = STEP
    """How much deeper each level is indented."""
    literal: bool = True
    """Whether texts of several lines may be written below `|`."""
    sections: int = 1
    """How long the paths are of what is always written in lines: the document and its sections."""
    commented: frozenset[Path] = frozenset()
    """The paths of everything with a comment somewhere inside."""

    def before(self, path: Path, indent: int) -> list[str]:
        """Return the comment lines that stand before a path."""
        text = self.comments.pop(path, None)
        return [] if text is None else [" " * indent + line for line in comment_lines(text)]

    def behind(self, path: Path) -> str:
        """Return the comment that stands behind a path, with the blanks before it."""
        text = self.trailing.pop(path, None)
        return "" if text is None else "  " + " ".join(comment_lines(" ".join(text.split())))

    def value(self, value: Plain, path: Path, *, indent: int, column: int) -> tuple[str, list[str]]:
        """Return what to write behind the key, which ends at `column`, and the lines below it at `indent`."""
        behind = self.behind(path)
        if value is None or isinstance(value, str):
            if value is not None and self.literal and can_be_literal(value):
                indicator, lines = literal_lines(value, max(indent, 1))
                return indicator + behind, lines
            return ("~" if value is None else scalar_text(value)) + behind, []
        if not value or self._fits(value, path, column + len(behind)):
            return flow_text(value) + behind, []
        below = (
            self._items(value, path, indent)
            if isinstance(value, list)
            else self._entries(value, path, indent)
        )
        return behind[1:], below

    def entry(self, key: str, value: Plain, path: Path, indent: int) -> list[str]:
        """Return the lines of one entry of a mapping."""
        written = key_text(key)
        lines = self.before(path, indent)
        if written.startswith("? "):
            lines.append(" " * indent + written.removesuffix(" :"))
            written = ":"
        inline, below = self.value(value, path, indent=indent + self.step, column=indent + len(written) + 1)
        return [*lines, f"{' ' * indent}{written} {inline}".rstrip(" "), *below]

    def item(self, value: Plain, path: Path, indent: int) -> list[str]:
        """Return the lines of one item of a list."""
        lines = self.before(path, indent)
        inline, below = self.value(value, path, indent=indent + 2, column=indent + 2)
        dash = " " * indent + "-"
        if not inline and below:  # the first line goes behind the dash
            return [*lines, f"{dash} {below[0][indent + 2 :]}", *below[1:]]
        return [*lines, f"{dash} {inline}", *below]

    def _entries(self, value: dict[str, Plain], path: Path, indent: int) -> list[str]:
        lines: list[str] = []
        above = 0
        for key, one in value.items():
            written = self.entry(key, one, (*path, key), indent)
            if not path and above and (above > 1 or len(written) > 1):
                lines.append("")  # between sections
            lines += written
            above = len(written)
        return lines

    def _items(self, value: list[Plain], path: Path, indent: int) -> list[str]:
        return [line for index, one in enumerate(value) for line in self.item(one, (*path, index), indent)]

    def _fits(self, value: list[Plain] | dict[str, Plain], path: Path, column: int) -> bool:
        """Whether a list or mapping goes between brackets on the line of its key."""
        if path in self.commented:
            return False  # a comment inside needs lines
        if isinstance(value, dict):
            if len(path) <= self.sections:
                return False
        elif len(path) < self.sections or any(
            len(one) > _LONGEST_IN_BRACKETS if isinstance(one, str) else len(path) == self.sections
            for one in value
        ):
            return False
        return _fits_in(value, WIDTH - column)


def _fits_in(value: Plain, columns: int) -> bool:
    """Whether `value` takes no more than `columns` and has no text of several lines."""
    if _at_least(value, columns) > columns:  # found out without writing all of it
        return False
    written = flow_text(value)
    return len(written) <= columns and "\\n" not in written


def _at_least(value: Plain, enough: int) -> int:
    if value is None or isinstance(value, str):
        return len(value or "~")
    total = 2
    for key, one in value.items() if isinstance(value, dict) else (("", one) for one in value):
        total += len(key) + 2 + _at_least(one, enough)
        if total > enough + 2:  # the last one has no comma
            break
    return total - 2
