"""The page about the command line: what `--help` says, for every command."""

from __future__ import annotations

from collections.abc import Iterator

import click

from bartizan.cli.app import app

WIDTH = 84
"""How many characters fit into a block of text on a page."""

INTRODUCTION = """\
# Command line

Results go to standard output, words about them to standard error. The exit code is 0 when nothing was found, 1 when something was, and 2 when
something could not be read or done.
"""


def command_line_pages() -> dict[str, str]:
    """Return one page, with a section for each command."""
    root = app.make_context("bartizan", [], resilient_parsing=True, terminal_width=WIDTH)
    return {"command-line.md": "\n".join([INTRODUCTION, *(section(context) for context in commands(root))])}


def commands(context: click.Context) -> Iterator[click.Context]:
    """Yield the command and every command below it, in the order in which `--help` lists them."""
    yield context
    if isinstance(context.command, click.Group):
        for name in context.command.list_commands(context):
            command = context.command.get_command(context, name)
            if command is not None and not command.hidden:
                yield from commands(command.make_context(name, [], parent=context, resilient_parsing=True))


def section(context: click.Context) -> str:
    """Return the heading and the help text of one command."""
    return f"## {context.command_path}\n\n```text\n{context.get_help()}\n```\n"
