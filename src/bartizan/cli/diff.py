"""`bartizan diff`: say what changed between two versions of a page."""

from __future__ import annotations

from pathlib import Path

import click

from bartizan.cli.command import Command
from bartizan.cli.exit_codes import NOTHING_FOUND, exit_code
from bartizan.cli.terminal import Terminal, terminal_of
from bartizan.model.differences import Difference
from bartizan.project import diff as form
from bartizan.project.open_page import OpenPage, open_page
from bartizan.project.save_edits import save

_FORMATS = {"text": form.as_text, "json": form.as_json, "rst": form.as_rst, "yaml": form.as_yaml}


@click.command("diff", cls=Command)
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option(
    "--format", "format_", type=click.Choice(list(_FORMATS)), default="text",
    help="text; json; or rst or yaml, as the page's section on differences.",
)  # fmt: skip
@click.option("--write", is_flag=True, help="Add what changed to NEW's `differences:`; its comments stay.")
@click.pass_context
def command(context: click.Context, old: Path, new: Path, format_: str, write: bool) -> int:
    """Say what changed from the page OLD to the page NEW: not which lines, but what they say.

    Either may be an `architecture.yaml` or a page in reStructuredText. The exit code is 1 when they differ.
    """
    terminal = terminal_of(context)
    if write and format_ != "text":
        raise click.UsageError("--write puts what changed into NEW itself: leave --format out")
    pages = open_page(old), open_page(new)
    problems = [each for page in pages for each in page.diagnostics]
    terminal.problems(problems)
    if not all(page.sources for page in pages):
        return exit_code(problems)
    found = form.diff(*pages)
    if write:
        return _write(terminal, pages[1], found)
    if format_ != "text" or found:
        terminal.data(_FORMATS[format_](found))
    if not found:
        terminal.words(_the_same(exit_code(problems)))
    return exit_code(problems, found=bool(found))


def _the_same(code: int) -> str:
    """Say that nothing was found, and why that is not the whole answer where the exit code says so."""
    why = "" if code == NOTHING_FOUND else f" The exit code is {code} for the errors above."
    return f"The two pages say the same.{why}"


def _write(terminal: Terminal, new: OpenPage, found: tuple[Difference, ...]) -> int:
    change = form.with_differences(new, found)
    problems = change.problems or save(new, change)
    if problems:
        terminal.problems(problems)
        return exit_code(problems)
    if change.diff:
        terminal.data(change.diff)
    else:
        terminal.words("There is nothing to add: `differences:` says it all.")
    return NOTHING_FOUND
