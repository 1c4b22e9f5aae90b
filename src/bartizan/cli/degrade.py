"""`bartizan degrade`: say what falls when controls degrade."""

from __future__ import annotations

import json
from pathlib import Path

import click

from bartizan.cli.analysed_page import analysed_page, not_there
from bartizan.cli.command import Command
from bartizan.cli.complete import complete_control, complete_variant
from bartizan.cli.exit_codes import exit_code
from bartizan.cli.terminal import terminal_of
from bartizan.project.analysis_json import FORMAT, falls_as_data
from bartizan.project.what_if import Unknown, control_named, degrade, shared_with
from bartizan.project.what_if_text import control_in_words, degraded_in_text, listed_controls


@click.command("degrade", cls=Command)
@click.argument("controls", nargs=-1, shell_complete=complete_control)
@click.option(
    "--page", "path", type=click.Path(path_type=Path), metavar="PAGE", help="The page; else the one here."
)
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="text or json."
)
@click.option(
    "--variant", metavar="NAME", shell_complete=complete_variant, help="As it is in one of its variants."
)
@click.pass_context
def command(
    context: click.Context, controls: tuple[str, ...], path: Path | None, format_: str, variant: str | None
) -> int:
    """Say what newly follows, and for whom, when these controls degrade together.

    A control is named by its id, such as `1/encryption` or `acl`; `1/protocol` means all that the protocol of interface 1
    brings, and the name of a common cause all controls that share it. Without a name, the controls are listed.
    """
    terminal = terminal_of(context)
    analysed = analysed_page(terminal, path, variant)
    problems = (*analysed.page.diagnostics, *analysed.diagnostics)
    if not controls:
        terminal.data(listed_controls(analysed))
        return exit_code(problems)
    known = []
    for name in controls:
        found = control_named(analysed, name)
        if isinstance(found, Unknown):
            raise not_there(found)
        known += [each for each in found if each not in known]
    fallen = degrade(analysed, known)
    if format_ == "json":
        data = {
            "format": FORMAT, "degraded": [each.id for each in known], "falls": falls_as_data(analysed, fallen.falls),
            "only-together": falls_as_data(analysed, fallen.only_together), "complete": fallen.falls.complete,
            "would-fall-with-them": {name: [each.id for each in others] for name, others in shared_with(analysed, known)},
        }  # fmt: skip
        terminal.data(json.dumps(data, indent=1, ensure_ascii=False))
    else:
        title = "When " + " and ".join(control_in_words(analysed, each) for each in known)
        title += " degrades:" if len(known) == 1 else " degrade:"
        terminal.data(degraded_in_text(analysed, title, fallen))
    return exit_code(problems)
