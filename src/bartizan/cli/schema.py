"""`bartizan schema`: print the JSON Schema by which editors complete and explain."""

from __future__ import annotations

from pathlib import Path

import click

from bartizan.cli.command import Command
from bartizan.cli.exit_codes import NOTHING_FOUND, exit_code
from bartizan.cli.terminal import terminal_of
from bartizan.project.schema_file import SCHEMA_FILE, schema_text, write_schema
from bartizan.project.workspace import shown


@click.command("schema", cls=Command)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, file_okay=False), metavar="FOLDER",
    help=f"Write it there as {SCHEMA_FILE} instead.",
)  # fmt: skip
@click.pass_context
def command(context: click.Context, output: Path | None) -> int:
    """Print the JSON Schema of `architecture.yaml`, by which editors complete and explain.

    Its descriptions document every field. A page finds it by its first line:
    `# yaml-language-server: $schema=architecture.schema.json`.
    """
    terminal = terminal_of(context)
    if output is None:
        terminal.data(schema_text())
        return NOTHING_FOUND
    problem = write_schema(output)
    if problem:
        terminal.problems([problem])
        return exit_code([problem])
    terminal.data(shown(output / SCHEMA_FILE))
    return NOTHING_FOUND
