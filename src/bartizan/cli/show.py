"""`bartizan show`: show the page as the tool understands it."""

from __future__ import annotations

import shutil
from pathlib import Path

import click

from bartizan.cli.choose_page import choose_page
from bartizan.cli.command import Command, page_argument
from bartizan.cli.complete import complete_variant
from bartizan.cli.exit_codes import exit_code
from bartizan.cli.terminal import terminal_of
from bartizan.cli.variant_option import in_variant
from bartizan.project.show import as_json, as_text, show


@click.command("show", cls=Command)
@page_argument
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="text or json."
)
@click.option(
    "--variant", metavar="NAME", shell_complete=complete_variant, help="As it is in one of its variants."
)
@click.pass_context
def command(context: click.Context, path: Path | None, format_: str, variant: str | None) -> int:
    """Show the page as the tool understands it.

    What follows from what is said, such as the encryption that a protocol brings, stands below it with its source.
    """
    terminal = terminal_of(context)
    page = in_variant(choose_page(terminal, path), variant)
    terminal.problems(page.diagnostics)
    if page.sources:
        shown = show(page)
        width = min(shutil.get_terminal_size((100, 24)).columns, 120)
        terminal.data(as_json(shown) if format_ == "json" else as_text(shown, width))
    return exit_code(page.diagnostics)
