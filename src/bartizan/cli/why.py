"""`bartizan why`: prove a threat, step by step."""

from __future__ import annotations

import json
from pathlib import Path

import click

from bartizan.cli.analysed_page import analysed_page
from bartizan.cli.command import Command
from bartizan.cli.complete import complete_variant
from bartizan.cli.exit_codes import exit_code
from bartizan.cli.terminal import terminal_of
from bartizan.project.analysis_json import FORMAT, proof_as_data, threat_as_data
from bartizan.project.what_if_text import proof_in_text, threat_in_text
from bartizan.source.suggest import nearest


@click.command("why", cls=Command)
@click.argument("threat")
@click.argument("path", type=click.Path(path_type=Path), required=False, metavar="[PAGE]")
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="text or json."
)
@click.option(
    "--variant", metavar="NAME", shell_complete=complete_variant, help="As it is in one of its variants."
)
@click.pass_context
def command(context: click.Context, threat: str, path: Path | None, format_: str, variant: str | None) -> int:
    """Prove a threat, step by step, down to the lines of the page.

    THREAT is the id that `analyse` prints, or its beginning. What is supposed because the page does not say it is marked.
    """
    terminal = terminal_of(context)
    analysed = analysed_page(terminal, path, variant)
    found = analysed.threat(threat)
    if found is None:
        ids = [each.id for each in analysed.threats]
        several = [each for each in ids if each.startswith(threat)]
        close = nearest(threat, ids)
        hint = (
            f"several begin so: {', '.join(several[:6])}" if len(several) > 1
            else f"did you mean `{close}`?" if close else "`bartizan analyse --section threats` lists them."
        )  # fmt: skip
        raise click.UsageError(f"the page has no threat `{threat}`; {hint}")
    sentences = analysed.why_threat(found)
    if format_ == "json":
        data = {
            "format": FORMAT,
            "threat": threat_as_data(analysed, found),
            "proof": proof_as_data(analysed, sentences),
        }
        terminal.data(json.dumps(data, indent=1, ensure_ascii=False))
    else:
        terminal.data(proof_in_text(analysed, threat_in_text(analysed, found), sentences))
    return exit_code((*analysed.page.diagnostics, *analysed.diagnostics))
