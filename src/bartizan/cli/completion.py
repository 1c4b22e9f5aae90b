"""`bartizan completion`: print the script that completes commands, options and ids in a shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from bartizan.cli.app import app
from bartizan.cli.command import Command
from bartizan.cli.exit_codes import NOTHING_FOUND
from bartizan.cli.terminal import terminal_of

_WHERE = {
    "bash": 'put  eval "$(bartizan completion bash)"  into ~/.bashrc',
    "zsh": 'put  eval "$(bartizan completion zsh)"  into ~/.zshrc',
    "fish": "save it as ~/.config/fish/completions/bartizan.fish",
}


@click.command("completion", cls=Command)
@click.argument("shell", type=click.Choice(sorted(_WHERE)))
@click.pass_context
def command(context: click.Context, shell: str) -> int:
    """Print the script that completes commands, options, pages and ids in your shell."""
    terminal = terminal_of(context)
    script = get_completion_class(shell)
    assert script is not None
    written = script(app, {}, "bartizan", "_BARTIZAN_COMPLETE")
    terminal.data(written.source_template % written.source_vars())
    terminal.words(f"To use it, {_WHERE[shell]}")
    return NOTHING_FOUND
