"""What a PDF of a page cannot show as it was written: figures without a usable file, characters without a font."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bartizan.render.page.document import PrintedFigure
from bartizan.render.page.for_paper import missing_characters
from bartizan.render.page.pdf import without_damaged_figures
from bartizan.source.characters import name_of
from bartizan.source.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bartizan.render.page.document import PageContent

_NAMED = 5


def not_printed(content: PageContent) -> tuple[Diagnostic, ...]:
    """Return a diagnostic for each figure that is not printed, and one for all characters that squares stand for."""
    return (*_figures(without_damaged_figures(content)), *_characters(content))


def _figures(content: PageContent) -> Iterator[Diagnostic]:
    for section in content.sections:
        for block in section.blocks:
            if isinstance(block, PrintedFigure) and block.problem:
                yield Diagnostic(
                    "figure-not-printed",
                    f"the figure `{block.file}` is not printed: {block.problem}",
                    help=("give it a PNG, JPEG, GIF, WebP or SVG file in this file's own folder",),
                    severity=Severity.WARNING,
                )


def _characters(content: PageContent) -> Iterator[Diagnostic]:
    missing = missing_characters(content)
    if missing:
        named = ", ".join(name_of(character) for character in missing[:_NAMED])
        more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
        yield Diagnostic(
            "characters-not-printed",
            f"the PDF shows a square for characters that its fonts lack: {named}{more}",
            help=("the HTML page shows them, with the fonts of the reader's machine",),
            severity=Severity.NOTE,
        )
