"""`bartizan read`: make a page from one in OpenStack's reStructuredText."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from bartizan.cli.command import Command, force_option
from bartizan.cli.exit_codes import exit_code
from bartizan.cli.progress import progress
from bartizan.cli.terminal import Terminal, terminal_of
from bartizan.project.read_rst import ReadPage, read_rst
from bartizan.project.workspace import shown

_PLURALS = {"dependency": "dependencies"}
_LINES_NAMED = 10


@click.command("read", cls=Command)
@click.argument("page", type=click.Path(path_type=Path), metavar="PAGE.rst")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE|FOLDER",
    help="Where to; else `architecture.yaml` beside the page.",
)  # fmt: skip
@force_option("Replace a page that is there, and read what does not look like an architecture page.")
@click.pass_context
def command(context: click.Context, page: Path, output: Path | None, force: bool) -> int:
    """Make an `architecture.yaml` of an architecture page in reStructuredText, as OpenStack has them.

    Behind each fact stands the line it came from. What finds no place is kept under `notes:`, with its line too.
    """
    terminal = terminal_of(context)
    with progress(terminal, "reading"):
        read = read_rst(page, output=output, force=force)
    terminal.problems(read.problems)
    if read.path is not None:
        terminal.data(shown(read.path))
        tell(terminal, read)
        terminal.words(f"Next: bartizan check {shown(read.path)}")
    return exit_code(read.problems)


def tell(terminal: Terminal, read: ReadPage) -> None:
    """Say what was placed, and what was not."""
    found = ", ".join(
        f"{number} {name if number == 1 else _PLURALS.get(name, name + 's')}"
        for name, number in read.counts.items()
    )
    nothing = "no components, interfaces or data assets"
    if found:
        terminal.words(f"Placed: {found}.")
    elif read.is_unfilled:
        terminal.words(f"Nothing is filled in yet: there are {nothing} in it.")
    else:
        terminal.words(f"There are {nothing} in it.")
    if read.unplaced:
        number = len(read.unplaced)
        what = "One piece of text" if number == 1 else f"{number} pieces of text"
        terminal.words(
            f"{what} found no place and stand{'s' * (number == 1)} under `notes:`{_where(read.lines)}."
        )
    if read.figures:
        terminal.words(f"Copied: {', '.join(shown(figure) for figure in read.figures)}.")
    if read.carried:
        number = read.carried
        terminal.words(
            f"The page itself has {number} problem{'s' * (number != 1)}, which `bartizan check` shows."
        )


def _where(lines: Sequence[int]) -> str:
    """Name the lines that the notes came from."""
    more = f" and {len(lines) - _LINES_NAMED} more" if len(lines) > _LINES_NAMED else ""
    named = ", ".join(map(str, lines[:_LINES_NAMED]))
    return f", from line{'s' * (len(lines) != 1)} {named}{more}" if lines else ""
