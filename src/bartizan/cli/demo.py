"""`bartizan demo`: run all of it on OpenStack's Barbican page."""

from __future__ import annotations

from pathlib import Path

import click

from bartizan.cli.command import Command, force_option
from bartizan.cli.exit_codes import exit_code
from bartizan.cli.progress import progress
from bartizan.cli.read import tell
from bartizan.cli.terminal import Terminal, terminal_of
from bartizan.cli.today import today
from bartizan.project.check_text import in_short, summary
from bartizan.project.demo import COMPLETED, PUBLISHED, READ, Demo, demo, where_to_look
from bartizan.project.workspace import shown


@click.command("demo", cls=Command)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path("bartizan-demo"))
@force_option("Also replace files in it that somebody changed.")
@click.pass_context
def command(context: click.Context, folder: Path, force: bool) -> int:
    """Run all of it on OpenStack's own Barbican page, in a new folder (`bartizan-demo` unless said).

    The page is read as it was published; the file that was completed from it by hand is checked, drawn and printed.
    """
    terminal = terminal_of(context)
    with progress(terminal, "drawing") as bar:

        def on_step(so_far: Demo) -> None:
            bar.clear()
            _tell(terminal, so_far)

        done = demo(folder, today(), force=force, on_progress=bar.step, on_step=on_step)
    terminal.problems(done.problems)
    if done.printed:
        terminal.words("\nWorth opening:")
    worth = {shown(path): what for what, path in where_to_look(done).items()}
    width = max((len(path) for path in worth), default=0)
    terminal.data_lines(
        path if terminal.quiet else f"{path.ljust(width)}  {what}" for path, what in worth.items()
    )
    return exit_code(done.problems)


def _tell(terminal: Terminal, done: Demo) -> None:
    """Say what the last step did, with the command that does the same."""
    here = shown(done.folder)
    if done.made is not None:
        terminal.words(f"\n$ bartizan page {here}/{COMPLETED}")
        terminal.words(
            f"Drew and printed {len(done.printed)} files. The model's digest is {done.made.digest[:16]}…."
        )
    elif done.checked is not None:
        terminal.words(f"\n$ bartizan check {here}/{COMPLETED}")
        terminal.words(in_short(done.checked))
        terminal.words(summary(done.checked))
    elif done.read is not None:
        terminal.words(f"\n$ bartizan read {here}/{PUBLISHED} -o {here}/{READ.parent}")
        tell(terminal, done.read)
    else:
        terminal.words(f"Copied OpenStack's Barbican review to {here}/ ({done.copied} files).")
