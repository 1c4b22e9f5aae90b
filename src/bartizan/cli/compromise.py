"""`bartizan compromise`: say what an attacker gains who controls a component."""

from __future__ import annotations

import json
from pathlib import Path

import click

from bartizan.cli.analysed_page import analysed_page, not_there
from bartizan.cli.command import Command
from bartizan.cli.complete import complete_component, complete_variant
from bartizan.cli.exit_codes import exit_code
from bartizan.cli.terminal import terminal_of
from bartizan.project.analysis_json import FORMAT, falls_as_data
from bartizan.project.onward import onward
from bartizan.project.what_if import Unknown, compromise
from bartizan.project.what_if_text import compromise_in_text


@click.command("compromise", cls=Command)
@click.argument("component", shell_complete=complete_component)
@click.argument("path", type=click.Path(path_type=Path), required=False, metavar="[PAGE]")
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="text or json."
)
@click.option(
    "--variant", metavar="NAME", shell_complete=complete_variant, help="As it is in one of its variants."
)
@click.pass_context
def command(
    context: click.Context, component: str, path: Path | None, format_: str, variant: str | None
) -> int:
    """Say what an attacker gains who controls COMPONENT: what falls, which components follow, and what leaves the service.

    Where a way out leads to a service whose page is in the same workspace, the walk goes on there.
    """
    terminal = terminal_of(context)
    analysed = analysed_page(terminal, path, variant)
    found = compromise(analysed, component)
    if isinstance(found, Unknown):
        raise not_there(found)
    walks = onward(analysed, found)
    if format_ == "json":
        data = {
            "format": FORMAT, "component": component, "falls": falls_as_data(analysed, found.falls),
            "stepping-stones": list(found.stones), "perhaps": list(found.perhaps),
            "exits": [
                {
                    "interfaces": [one.id for one in each.interfaces], "to": each.to, "credentials": list(each.credentials),
                    "rights": list(each.rights), "rights-said": each.rights_said, "service": each.service, "certain": each.certain,
                }
                for each in found.exits
            ],
            "onward": [
                {
                    "service": walk.service, "page": walk.page, "actor": walk.entered_as, "reaches": list(walk.entered),
                    "falls": falls_as_data(walk.analysed, walk.falls) if walk.analysed and walk.falls else [],
                }
                for walk in walks
            ],
            "complete": found.falls.complete,
        }  # fmt: skip
        terminal.data(json.dumps(data, indent=1, ensure_ascii=False))
    else:
        terminal.data(compromise_in_text(analysed, found, walks))
    return exit_code((*analysed.page.diagnostics, *analysed.diagnostics))
