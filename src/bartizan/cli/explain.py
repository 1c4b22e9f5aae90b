"""`bartizan explain`: explain a message, a rule or a field."""

from __future__ import annotations

import shutil

import click

from bartizan.cli.command import Command
from bartizan.cli.complete import complete_explained
from bartizan.cli.exit_codes import COULD_NOT_READ, NOTHING_FOUND
from bartizan.cli.terminal import terminal_of
from bartizan.project.explain import explain, explained_names, nearest_name


@click.command("explain", cls=Command)
@click.argument("name", required=False, shell_complete=complete_explained)
@click.pass_context
def command(context: click.Context, name: str | None) -> int:
    """Explain a message, a rule or a field.

    NAME is what stands in brackets behind `error` or `gap`, or a field of the page such as
    `components/instances`. Without a name everything that can be explained is listed.
    """
    terminal = terminal_of(context)
    if name is None:
        terminal.data(_list())
        return NOTHING_FOUND
    explanation = explain(name)
    if explanation:
        terminal.data(explanation.text)
        return NOTHING_FOUND
    close = nearest_name(name)
    hint = f"did you mean `{close}`?" if close else "`bartizan explain` lists what there is."
    raise_for = click.UsageError(f"nothing here is called `{name}`; {hint}")
    raise_for.show()
    return COULD_NOT_READ


def _list() -> str:
    width = min(shutil.get_terminal_size((100, 24)).columns, 120)
    parts = []
    for kind, names in explained_names().items():
        parts.append(f"{kind}:\n\n{_columns(names, width)}")
    return "\n\n".join(parts)


def _columns(names: tuple[str, ...], width: int) -> str:
    """Lay names out in columns, read downwards."""
    cell = max((len(name) for name in names), default=0) + 3
    columns = max(1, (width - 2) // cell)
    rows = -(-len(names) // columns)
    lines = ("".join(name.ljust(cell) for name in names[row::rows]).rstrip() for row in range(rows))
    return "\n".join(f"  {line}" for line in lines)
