"""What every command has: the options that may stand before or behind its name, and nothing else in common."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click


class Command(click.Command):
    """A command that also takes the options of `bartizan` itself, since nobody remembers which go where."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """Return its own options, then the common ones."""
        own = super().get_params(ctx)
        help_ = own[-1:] if own and own[-1].name == "help" else []
        return [*own[: len(own) - len(help_)], *COMMON, *help_]


def _remember(context: click.Context, option: click.Parameter, value: bool) -> None:
    if value:
        context.meta[str(option.name)] = True


COMMON = (
    click.Option(
        ["--quiet", "-q"], is_flag=True, expose_value=False, callback=_remember, help="Say only what is wrong."
    ),
    click.Option(
        ["--no-color"], is_flag=True, expose_value=False, callback=_remember,
        help="No colours; the variable NO_COLOR says the same.",
    ),
)  # fmt: skip

Decorated = Callable[..., Any]


def page_argument(function: Decorated) -> Decorated:
    """Let the command take the page it is about: a file, a folder, or nothing for the page here."""
    return click.argument("path", type=click.Path(path_type=Path), required=False, metavar="[PAGE]")(function)


def output_option(default: str) -> Callable[[Decorated], Decorated]:
    """Let the command take the folder it writes to."""
    return click.option(
        "-o", "--output", type=click.Path(path_type=Path), metavar="FOLDER", help=f"Where to; else {default}."
    )


def watch_option(function: Decorated) -> Decorated:
    """Let the command run again whenever the page's files change."""
    return click.option("--watch", is_flag=True, help="Run again whenever the page changes; Ctrl-C ends it.")(
        function
    )


def force_option(meaning: str) -> Callable[[Decorated], Decorated]:
    """Let the command replace what is there."""
    return click.option("--force", is_flag=True, help=meaning)
