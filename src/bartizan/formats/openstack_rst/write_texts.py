"""Writes sections that list texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from bartizan.formats.openstack_rst.layout import Section
from bartizan.formats.openstack_rst.lines import labelled
from bartizan.formats.openstack_rst.parse_page import Parsed, parse_page
from bartizan.formats.openstack_rst.read_lists import read_summary
from bartizan.formats.openstack_rst.trial import Trial
from bartizan.formats.openstack_rst.write_fields import behind, field_name, one_field, prose_lines
from bartizan.formats.prose.escape import escape
from bartizan.model.architecture import Architecture
from bartizan.model.read import read_architecture
from bartizan.source.text import Source


def numbered(texts: Sequence[str], mark: str = "") -> list[str]:
    """Return a list of texts, numbered or behind a mark of another kind."""
    entries = [behind(mark or f"{number}.", prose_lines(text)) for number, text in enumerate(texts, 1)]
    loose = any(len(entry) > 1 for entry in entries)
    return [line for entry in entries for line in ((*entry, "") if loose else entry)][
        : None if not loose else -1
    ]


def summary_lines(summary: Mapping[str, str | None]) -> list[str]:
    """Return `**Audit**: …` for each text; a field list where a list would not be read as what it says."""
    if not summary:
        return []
    bullets = [behind("-", labelled(f"**{escape(key)}**", text or "")) for key, text in summary.items()]
    lines = [line for entry in bullets for line in (*entry, "")][:-1]
    if all(summary.values()) and _says(lines) == dict(summary):
        return lines
    return [
        line
        for key, text in summary.items()
        for line in one_field(field_name(key), prose_lines(text) if text else [])
    ]


def _says(lines: list[str]) -> Any:
    parsed = parse_page(Source("page", "\n".join(["Title", "=====", "", *lines, ""])))
    words = Trial(Architecture()).words()
    if isinstance(parsed, Parsed) and len(parsed.blocks) == 1 and isinstance(parsed.blocks[0], Section):
        read_summary("summary-of-controls", parsed.blocks[0].blocks, words)
    return read_architecture(words.page.root.node()).architecture.summary_of_controls
