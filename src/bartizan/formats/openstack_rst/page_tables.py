"""Knows where a table of comma-separated values stands in a page, and why docutils would not read a table at all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from bartizan.formats.openstack_rst.layout import Cell, Piece
from bartizan.source.diagnostic import Diagnostic, Label, Severity

_CSV = re.compile(r"\s*\.\.\s+csv-table::")
_HEADER = re.compile(r"\s*:header:")
_REJECTED = re.compile(
    r"\A(?:Malformed table|Error .*\btable\b|The \"[\w-]*table\" directive|\"?[\w-]*table\"? .*)", re.DOTALL
)
FARTHEST = 60
"""Lines that the options of a table may take."""


def csv_lines(lines: Sequence[str], first: int) -> tuple[int, int]:
    """Return the zero-based lines of the next such table's heading and of its first row; its options are no cells."""
    start = next(
        (at for at in range(first, min(first + FARTHEST, len(lines))) if _CSV.match(lines[at])), None
    )
    if start is None:
        return first, first
    end = next((at for at in range(start, min(start + FARTHEST, len(lines))) if not lines[at]), start)
    heading = next((at for at in range(start, end) if _HEADER.match(lines[at])), end)
    return heading, end


def with_spans(rows: Sequence[tuple[Cell, ...]], nodes: Sequence[Any]) -> list[tuple[Cell, ...]]:
    """Return rows in which a cell that spans several of them stands in each."""
    result: list[tuple[Cell, ...]] = []
    below: dict[int, tuple[int, Cell]] = {}
    for cells, node in zip(rows, nodes, strict=True):
        spans = [
            int(entry.get("morerows", 0))
            for entry in node.children
            for _ in range(int(entry.get("morecols", 0)) + 1)
        ]
        row: list[Cell] = []
        fresh = iter(zip(cells, spans, strict=True))
        for column in range(len(cells) + len(below)):
            if column in below:
                left, cell = below.pop(column)
                row.append(cell)
                if left > 1:
                    below[column] = (left - 1, cell)
                continue
            for cell, span in fresh:
                row.append(cell)
                if span:
                    below[column] = (span, cell)
                break
        result.append(tuple(row))
    return result


def rejected_table(reason: str, lines: Sequence[Piece]) -> Diagnostic | None:
    """Return that a table could not be read, where that is what docutils complains about."""
    if not lines or not _REJECTED.match(reason):
        return None
    return Diagnostic(
        "table-not-read",
        f"this table cannot be read: {' '.join(reason.split())[:200]}",
        Label(lines[0].span, "kept as it is, under `notes:`"),
        help=(
            "correct it and read the page again",
            'cells with quotation marks in them double these: `"a ""b"" c"`',
        ),
        severity=Severity.WARNING,
    )
