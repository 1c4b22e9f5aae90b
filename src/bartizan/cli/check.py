"""`bartizan check`: say what is wrong with a page, and what is missing for a review."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from bartizan.cli.choose_page import chosen_path
from bartizan.cli.command import Command, page_argument, watch_option
from bartizan.cli.complete import complete_variant
from bartizan.cli.exit_codes import COULD_NOT_READ, exit_code
from bartizan.cli.progress import progress
from bartizan.cli.terminal import Terminal, terminal_of
from bartizan.cli.today import today
from bartizan.cli.variant_option import checked_variant
from bartizan.cli.watching import watch_page
from bartizan.project.check import Checked, check
from bartizan.project.open_page import open_page
from bartizan.source.export_diagnostics import as_github, as_json

_FORMATS = ("text", "json", "sarif", "github")


@click.command("check", cls=Command)
@page_argument
@click.option(
    "--format", "format_", type=click.Choice(_FORMATS), default="text",
    help="text; or json, sarif or github for other programs.",
)  # fmt: skip
@click.option(
    "--all", "all_of_them", is_flag=True, help="Leave nothing out: every gap, all advice, what was waived."
)
@click.option("--strict", is_flag=True, help="Let advice count for the exit code too.")
@click.option(
    "--variant", metavar="NAME", shell_complete=complete_variant, help="Only as it is in one of its variants."
)
@watch_option
@click.pass_context
def command(
    context: click.Context,
    path: Path | None,
    format_: str,
    all_of_them: bool,
    strict: bool,
    variant: str | None,
    watch: bool,
) -> int:
    """Say what is wrong with a page's files, and what it lacks for a review.

    PAGE may be an `architecture.yaml`, a page in reStructuredText, or a folder. The exit code is 0 when there is
    nothing missing, 1 when gaps keep the page from a review, 2 when its files cannot be taken as they stand, or when it
    says that it is ready and is not. Advice does not count unless `--strict` says so.

    The last line counts: a name that nothing has is one problem, wherever it is used; what a rule finds is one gap for
    each element. Problems and gaps are the errors of the other formats, warnings and advice their warnings.
    """
    terminal = terminal_of(context)
    chosen = chosen_path(terminal, path)

    def run() -> int:
        with progress(terminal, "checking"):
            page = open_page(chosen)
            checked = check(page, today(), variant=checked_variant(page, variant))
        if format_ == "text":
            _print_text(terminal, checked, all_of_them=all_of_them)
        else:
            terminal.data(_exported(format_, checked, all_of_them=all_of_them))
        if checked.claims_to_be_ready:
            return COULD_NOT_READ  # what it says of itself cannot be taken as it stands
        return exit_code(checked.diagnostics, found=bool(checked.gaps if strict else checked.blocking))

    if watch:
        watch_page(terminal, chosen, run)
    return run()


def _print_text(terminal: Terminal, checked: Checked, *, all_of_them: bool) -> None:
    from bartizan.project.check_text import as_text, summary  # noqa: PLC0415  (programs that read JSON do not need it)

    text = as_text(checked, colour=terminal.colour and sys.stdout.isatty(), all_of_them=all_of_them)
    if text:
        terminal.drawn(text)
    if checked.page.sources:
        terminal.words(("\n" if text else "") + summary(checked))


def _exported(format_: str, checked: Checked, *, all_of_them: bool) -> str:
    from bartizan.project.version import version  # noqa: PLC0415  (looking it up takes a while)

    told = (*checked.all_diagnostics, *(checked.waived_diagnostics if all_of_them else ()))
    if format_ == "github":
        return as_github(told)
    if format_ == "json":
        return as_json(told, tool_version=version())
    from bartizan.project.export_sarif import checked_as_sarif  # noqa: PLC0415  (only SARIF has the rules' pages)

    return checked_as_sarif(told, tool_version=version())
