"""Draws diagnostics for a person at a terminal: the line as it was written, a pointer under it, what to do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bartizan.source.diagnostic import Severity
from bartizan.source.terminal_cells import cells_of, visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bartizan.source.diagnostic import Diagnostic, Label
    from bartizan.source.text import Source, Span

_WIDTH = 110
"""How many columns of a line are shown; of a longer one the part around the place."""
_LEAD = 40
"""How many columns of a long line are shown before the place."""
_NEAR = 2
"""Places this few lines apart are drawn together."""
_SHOWN_WHOLE = 5
"""A place of at most this many lines is shown whole, of a longer one its beginning and its last line."""

_RED, _YELLOW, _CYAN, _BLUE, _BOLD = "1;31", "1;33", "1;36", "1;34", "1"
_COLOURS = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW, Severity.NOTE: _CYAN}
_RANKS = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def in_file_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sort by file, then by place; the same list whatever order they came in, and nothing twice."""
    return sorted(dict.fromkeys(diagnostics), key=_rank)


def _rank(diagnostic: Diagnostic) -> tuple[object, ...]:
    span = diagnostic.at.span if diagnostic.at else None
    return (
        span.source.name if span else "",
        span.start if span else -1,
        span.end if span else -1,
        _RANKS[diagnostic.severity],
        diagnostic.name,
        diagnostic.message,
        [(label.span.source.name, label.span.start, label.text) for label in diagnostic.also],
    )


def draw_all(diagnostics: Iterable[Diagnostic], *, colour: bool = False) -> str:
    """Draw several, in file order, with an empty line between them."""
    return "\n".join(draw(diagnostic, colour=colour) for diagnostic in in_file_order(diagnostics))


def draw(diagnostic: Diagnostic, *, colour: bool = False) -> str:
    """Draw one; the result ends in a line end.

    Nothing that a file says reaches the terminal as a command: control characters and direction marks are
    written as pictures or as `<U+202E>`. With `colour` the same words are coloured; nothing is said by
    colour alone.
    """
    pen = _Pen(colour)
    snippets = _snippets(diagnostic)
    gutter = max((len(str(number)) for snippet in snippets for number in snippet.lines), default=1)
    rows = [_headline(diagnostic, pen)]
    for index, snippet in enumerate(snippets):
        arrow = ":::" if index else "-->"
        rows.append(f"{' ' * gutter}{pen(_BLUE, arrow)} {visible(str(snippet.place))}")
        rows.append(_row(gutter, pen))
        rows += _drawn(snippet, gutter, pen, _COLOURS[diagnostic.severity])
    if len(snippets) > 1:
        rows.append(_row(gutter, pen))
    rows += [_note(gutter, pen, "help", advice) for advice in diagnostic.help]
    rows.append(_note(gutter, pen, "more", f"bartizan explain {diagnostic.name}"))
    return "\n".join(row.rstrip(" ") for row in rows) + "\n"


def _headline(diagnostic: Diagnostic, pen: _Pen) -> str:
    what = f"{diagnostic.severity.value}[{visible(diagnostic.name)}]"
    return f"{pen(_COLOURS[diagnostic.severity], what)}{pen(_BOLD, ': ' + visible(diagnostic.message))}"


def _note(gutter: int, pen: _Pen, kind: str, text: str) -> str:
    first, *others = (visible(line) for line in text.split("\n"))
    margin = " " * (gutter + 1)
    rows = [f"{margin}{pen(_BLUE, '=')} {pen(_BOLD, kind + ':')} {first}"]
    rows += [f"{margin}{' ' * (len(kind) + 4)}{line}" for line in others]
    return "\n".join(rows)


def _row(gutter: int, pen: _Pen, text: str = "", number: int | None = None) -> str:
    shown = "" if number is None else str(number)
    return f"{pen(_BLUE, f'{shown:>{gutter}} |')} {text}"


@dataclass(frozen=True, slots=True)
class _Pen:
    """Colours text, or does not."""

    colour: bool

    def __call__(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour else text


# ---- what is drawn together --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Mark:
    """What stands under one line: a pointer from one character to another, and words behind it."""

    start: int
    """Position in the line, from zero."""
    end: int
    pointer: str
    text: str


@dataclass(slots=True)
class _Snippet:
    """Some lines of one source, near each other, with the marks under each."""

    place: Span
    source: Source
    lines: dict[int, list[_Mark]] = field(default_factory=dict)


def _snippets(diagnostic: Diagnostic) -> list[_Snippet]:
    snippets: list[_Snippet] = []
    if diagnostic.at is not None:
        _place(snippets, diagnostic.at, "^")
    for label in diagnostic.also:
        _place(snippets, label, "-")
    return snippets


def _place(snippets: list[_Snippet], label: Label, pointer: str) -> None:
    marks = _marks(label, pointer)
    near = [one for one in snippets if one.source is label.span.source and _is_near(one, marks)]
    if near:
        snippet = near[0]
    else:
        snippet = _Snippet(label.span, label.span.source)
        snippets.append(snippet)
    for line, mark in marks.items():
        snippet.lines.setdefault(line, []).append(mark)


def _is_near(snippet: _Snippet, marks: dict[int, _Mark]) -> bool:
    return min(marks) - _NEAR <= max(snippet.lines) and max(marks) + _NEAR >= min(snippet.lines)


def _marks(label: Label, pointer: str) -> dict[int, _Mark]:
    """Return for each line that a label is drawn under what to draw there; the words stand under the last."""
    source, start, end = label.span.source, label.span.start, label.span.end
    while end > start and source.text[end - 1 : end] in ("\n", "\r"):
        end -= 1  # a place that ends with its line does not reach into the next one
    first, last = source.line_of(start), source.line_of(end)
    lines: Iterable[int] = range(first, last + 1)
    if last - first >= _SHOWN_WHOLE:
        lines = (first, first + 1, last)
    marks = {}
    for line in lines:
        text = source.line_text(line)
        begins = source.line_starts[line - 1]
        mark_start = start - begins if line == first else len(text) - len(text.lstrip())
        mark_end = min(end - begins, len(text))
        if line not in (first, last) and mark_start >= mark_end:
            continue  # an empty line in between
        marks[line] = _Mark(mark_start, mark_end, pointer, label.text if line == last else "")
    return marks


# ---- lines and pointers ------------------------------------------------------------------------------------


def _drawn(snippet: _Snippet, gutter: int, pen: _Pen, colour: str) -> list[str]:
    rows: list[str] = []
    above: int | None = None
    for number in sorted(snippet.lines):
        if above is not None and number - above == _NEAR:
            rows += _line(snippet.source, above + 1, [], gutter, pen, colour)
        elif above is not None and number - above > _NEAR:
            rows.append(pen(_BLUE, "..."))
        rows += _line(snippet.source, number, snippet.lines[number], gutter, pen, colour)
        above = number
    return rows


def _line(source: Source, number: int, marks: list[_Mark], gutter: int, pen: _Pen, colour: str) -> list[str]:
    """Draw a line and what stands under it; a mark that is out of sight gets the line once more."""
    rows: list[str] = []
    left = sorted(marks, key=lambda mark: (mark.pointer == "-", mark.start))
    text = source.line_text(number)
    while True:
        window = _window(text, left[0].start if left else 0)
        rows.append(_row(gutter, pen, window.text, number))
        in_sight = [mark for mark in left if window.first <= mark.start <= window.last] or left[:1]
        for mark in in_sight:
            blank, pointer = window.under(mark)
            words = f" {visible(mark.text)}" if mark.text else ""
            code = colour if mark.pointer == "^" else _BLUE
            rows.append(_row(gutter, pen, f"{blank}{pen(code, pointer + words)}"))
        left = [mark for mark in left if mark not in in_sight]
        if not left:
            return rows


@dataclass(frozen=True, slots=True)
class _Window:
    """The part of a line that is shown."""

    text: str
    first: int
    """Position of the first character shown."""
    last: int
    """Position behind the last one."""
    widths: tuple[int, ...]
    """How wide each character shown is."""
    lead: int
    """How many columns stand before the first: one for `…`."""

    def under(self, mark: _Mark) -> tuple[str, str]:
        """Return the blanks before a pointer and the pointer, which has one column at least."""
        start = min(max(mark.start - self.first, 0), len(self.widths))
        end = min(max(mark.end - self.first, start), len(self.widths))
        before = self.lead + sum(self.widths[:start])
        return " " * before, mark.pointer * max(sum(self.widths[start:end]), 1)


def _window(text: str, place: int) -> _Window:
    """Cut the part around `place` out of a line, as wide as we show."""
    # Long before columns are counted: a line may hold the whole file.
    rough = max(0, place - _WIDTH)
    cells = cells_of(text[rough : place + _WIDTH + 1])
    first, last = 0, len(cells)
    if rough or rough + last < len(text) or sum(width for _, width in cells) > _WIDTH:
        first = _back(cells, place - rough, _LEAD)
        last = _forward(cells, first, _WIDTH)
        if rough == 0 and sum(width for _, width in cells[:last]) <= _WIDTH:
            first = 0
    shown = "".join(cell for cell, _ in cells[first:last])
    cut_left, cut_right = rough + first > 0, rough + last < len(text)
    return _Window(
        ("…" if cut_left else "") + shown + ("…" if cut_right else ""),
        rough + first,
        rough + last,
        tuple(width for _, width in cells[first:last]),
        1 if cut_left else 0,
    )


def _back(cells: list[tuple[str, int]], index: int, columns: int) -> int:
    while index > 0 and columns > 0:
        index -= 1
        columns -= cells[index][1]
    return index


def _forward(cells: list[tuple[str, int]], index: int, columns: int) -> int:
    while index < len(cells) and columns >= cells[index][1]:
        columns -= cells[index][1]
        index += 1
    return index
