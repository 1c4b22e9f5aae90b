"""Tells a file that is no architecture page in reStructuredText from one that is, so that nothing is made of it by mistake."""

from __future__ import annotations

import re
from pathlib import PurePath

from bartizan.formats.openstack_rst.outline import outline
from bartizan.formats.openstack_rst.parse_page import Parsed, parse_page
from bartizan.source.diagnostic import Diagnostic, Label
from bartizan.source.text import Source, Span

_HEADING = re.compile(r"^#{1,6} +\S.*$", re.MULTILINE)
_UNDERLINED = re.compile(r"^(?=.*\w).+\n([=\-~^\"'`:.#*+_])\1{2,} *$", re.MULTILINE)
_OURS = re.compile(r"^(?:format|service|components|interfaces|data-assets|include) *:(?: |$)", re.MULTILINE)
_NOT_SAID = frozenset({"preamble"})


def other_text(source: Source) -> Diagnostic | None:
    """Return what a file is instead of a page in reStructuredText, as far as that is seen without reading it."""
    name, suffix = PurePath(source.name).name, PurePath(source.name).suffix.lower()
    if not source.text.strip():
        return Diagnostic("empty-page", f"`{name}` is empty", help=("give `read` a page with text in it",))
    if suffix in {".yaml", ".yml"} or (
        _OURS.match(_first_words(source.text)) and not _UNDERLINED.search(source.text)
    ):
        return Diagnostic(
            "already-a-page",
            f"`{name}` is YAML, no page in reStructuredText",
            help=(f"it need not be read: run `bartizan check {source.name}`",),
        )
    heading = _HEADING.search(source.text)
    if suffix in {".md", ".markdown"} or (heading and not _UNDERLINED.search(source.text)):
        where = Label(Span(source, *heading.span()), "a heading of Markdown") if heading else None
        return _not_a_page(
            source, "is Markdown", "turn it into reStructuredText first, as `pandoc` does", where
        )
    return None


def _first_words(text: str) -> str:
    """Return the text from its first line that is neither empty nor a comment of YAML."""
    return re.sub(r"\A(?:\ufeff|---[^\n]*\n|\s+|#[^\n]*(?:\n|\Z))+", "", text)


def without_sections(source: Source) -> Diagnostic | None:
    """Return that a page has no section of an architecture page, if so; whether it says anything does not matter."""
    parsed = parse_page(source)
    if isinstance(parsed, Parsed) and not any(set(part.keys) - _NOT_SAID for part in outline(parsed.blocks)):
        return _not_a_page(
            source,
            "has no section of an architecture page",
            "its sections have titles such as `Components`, `Interfaces` and `Data assets`",
        )
    return None


def _not_a_page(source: Source, what: str, help_: str, where: Label | None = None) -> Diagnostic:
    name = PurePath(source.name).name
    return Diagnostic(
        "not-an-architecture-page",
        f"`{name}` {what}",
        where,
        help=(help_, "or read it all the same, with `--force`"),
    )
