"""`bartizan rename`: give something another id, everywhere it is named."""

from __future__ import annotations

from pathlib import Path

import click

from bartizan.cli.command import Command, page_argument
from bartizan.cli.complete import complete_id
from bartizan.cli.exit_codes import NOTHING_FOUND, exit_code
from bartizan.cli.terminal import terminal_of
from bartizan.project.open_page import open_page
from bartizan.project.rename import renamed
from bartizan.project.save_edits import save


@click.command("rename", cls=Command)
@click.argument("old", shell_complete=complete_id)
@click.argument("new")
@page_argument
@click.option("--dry-run", is_flag=True, help="Only show what would change.")
@click.pass_context
def command(context: click.Context, old: str, new: str, path: Path | None, dry_run: bool) -> int:
    """Give the element OLD the id NEW: where it is declared, wherever it is named, in all files of the page.

    The change is shown and made, all of it or nothing. What people see, `name:`, stays as it is.
    """
    terminal = terminal_of(context)
    page = open_page(path)
    change = renamed(page, old, new)
    problems = change.problems
    if problems and not page.sources:
        problems = page.diagnostics
    if not problems and not dry_run:
        problems = save(page, change)
    if problems:
        terminal.problems(problems)
        return exit_code(problems)
    terminal.data(change.diff)
    if dry_run:
        terminal.words("Nothing was changed: this was a dry run.")
    else:
        terminal.words(
            f"`{old}` is `{new}` now, in {len(change.texts)} file{'s' * (len(change.texts) != 1)}."
        )
    return NOTHING_FOUND
