"""`bartizan new`: begin the architecture page of a service."""

from __future__ import annotations

from pathlib import Path

import click

from bartizan.cli.command import Command, force_option
from bartizan.cli.exit_codes import exit_code
from bartizan.cli.terminal import Terminal, terminal_of
from bartizan.project.find_page import find_page
from bartizan.project.layout import LAYOUTS
from bartizan.project.new_page import new_page
from bartizan.project.workspace import shown


@click.command("new", cls=Command)
@click.argument("service", required=False)
@click.option("--release", metavar="NAME", help="The release the page is about, such as 2026.2.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE|FOLDER",
    help="Where to; else here, or where the workspace's layout has it.",
)  # fmt: skip
@click.option(
    "--layout",
    type=click.Choice(sorted(LAYOUTS)),
    help="Also begin a workspace here, with its pages in this layout.",
)
@force_option("Replace a page that is there.")
@click.pass_context
def command(
    context: click.Context,
    service: str | None,
    release: str | None,
    output: Path | None,
    layout: str | None,
    force: bool,
) -> int:
    """Begin the architecture page of a service.

    The file says what goes where; fill in what you know and let `bartizan check` say what is still missing.
    """
    terminal = terminal_of(context)
    if not (service or "").strip():
        service, release = _ask(terminal, release)
    assert service is not None
    new = new_page(service, release=release, output=output, layout=layout, force=force)
    terminal.problems(new.problems)
    code = exit_code(new.problems)
    if new.path.exists() and not code:
        terminal.data(shown(new.path))
        named = "" if find_page().path == new.path else f" {shown(new.path)}"
        terminal.words(f"Fill in what you know, in any order; `bartizan check{named}` says what comes next.")
    return code


def _ask(terminal: Terminal, release: str | None) -> tuple[str, str | None]:
    if not terminal.can_ask:
        raise click.UsageError("say which service the page is about: `bartizan new <service>`")
    service = ""
    while not service.strip():
        service = click.prompt(
            "Which service is the page about", err=True, type=str, default="", show_default=False
        )
    if release is None:
        release = click.prompt(
            "In which release (Enter when that does not matter)", err=True, default="", show_default=False
        )
    return service, release.strip() or None
