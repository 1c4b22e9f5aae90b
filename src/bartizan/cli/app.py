"""The command `bartizan`: its sub-commands, each loaded only when it is asked for."""

from __future__ import annotations

import importlib
from typing import Any

import click

from bartizan.cli.command import COMMON
from bartizan.source.suggest import nearest

COMMANDS = {
    "new": "Begin the architecture page of a service.",
    "read": "Make a page from one in OpenStack's reStructuredText.",
    "check": "Say what is wrong with a page, and what is missing for a review.",
    "show": "Show the page as the tool understands it.",
    "draw": "Draw the diagrams: block, data flow, sequence.",
    "page": "Print the page: reStructuredText, HTML and PDF.",
    "analyse": "Say what follows for whoever attacks, and what to ask.",
    "why": "Prove a threat, step by step.",
    "degrade": "Say what falls when controls degrade.",
    "compromise": "Say what an attacker gains who controls a component.",
    "paths": "Say what must fail before an actor gets at something.",
    "rename": "Give something another id, everywhere it is named.",
    "diff": "Say what changed between two versions of a page.",
    "schema": "Print the JSON Schema by which editors complete and explain.",
    "explain": "Explain a message, a rule or a field.",
    "demo": "Run all of it on OpenStack's Barbican page.",
    "completion": "Print the script that completes commands in your shell.",
}
"""The commands in the order of the work, with what they do."""


class Commands(click.Group):
    """The sub-commands by name. None is imported before it is needed: `bartizan --help` must feel instant."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return the names in the order of the work."""
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command called `cmd_name`."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"bartizan.cli.{cmd_name}").command
        return command

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(self, ctx: click.Context, args: list[str]) -> Any:
        """Find the command; one that does not exist is answered with the nearest that does."""
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            close = nearest(args[0], COMMANDS)
            help_ = f"did you mean `{close}`?" if close else "`bartizan --help` lists them."
            ctx.fail(f"there is no command `{args[0]}`; {help_}")
        return super().resolve_command(ctx, args)


def _print_version(context: click.Context, _option: click.Parameter, value: bool) -> None:
    if value and not context.resilient_parsing:
        from bartizan.project.version import version  # noqa: PLC0415  (takes longer than all of the rest)

        click.echo(f"bartizan {version()}")
        context.exit()


@click.command(
    cls=Commands,
    invoke_without_command=True,
    params=[
        *COMMON,
        click.Option(
            ["--version"], is_flag=True, expose_value=False, is_eager=True, callback=_print_version,
            help="Print the version.",
        ),
    ],
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
    epilog="Begin with `bartizan demo`, or `bartizan new` in a folder of your own. Exit codes: 0 nothing found, "
    "1 found something, 2 could not read or write.",
)  # fmt: skip
@click.pass_context
def app(context: click.Context) -> None:
    """Threat analysis kept in git: from an architecture page to agreed defects."""
    if context.invoked_subcommand is None:
        click.echo(context.get_help())
