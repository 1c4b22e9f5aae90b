"""Opens and analyses the page that a question is about."""

from __future__ import annotations

from pathlib import Path

import click

from bartizan.cli.choose_page import choose_page
from bartizan.cli.progress import progress
from bartizan.cli.terminal import Terminal
from bartizan.cli.variant_option import in_variant
from bartizan.project.analyse import Analysed, analyse
from bartizan.project.what_if import Unknown


def analysed_page(terminal: Terminal, path: Path | None, variant: str | None) -> Analysed:
    """Return the page analysed, after saying what is wrong with it; raise `Exit` where it could not be read."""
    page = in_variant(choose_page(terminal, path), variant)
    terminal.problems(page.diagnostics)
    if not page.sources:
        raise click.exceptions.Exit(2)
    with progress(terminal, "analysing"):
        analysed = analyse(page)
        terminal.problems(analysed.diagnostics)
        return analysed


def not_there(unknown: Unknown) -> click.UsageError:
    """Return the mistake that a name on the command line is."""
    there = ", ".join(f"`{each}`" for each in unknown.there)
    others = f"it has {there}." if there else "`bartizan show` lists what there is."
    close = f"did you mean `{unknown.close}`?" if unknown.close else others
    return click.UsageError(f"the page has no {unknown.what} `{unknown.name}`; {close}")
