"""`bartizan analyse`: say what follows from a page for whoever attacks."""

from __future__ import annotations

from pathlib import Path

import click

from bartizan.cli.choose_page import choose_page
from bartizan.cli.command import Command, page_argument
from bartizan.cli.complete import complete_variant
from bartizan.cli.exit_codes import exit_code
from bartizan.cli.progress import progress
from bartizan.cli.terminal import terminal_of
from bartizan.cli.today import today
from bartizan.cli.variant_option import in_variant
from bartizan.project.analyse import analyse
from bartizan.project.analysis_text import SECTIONS, in_short, whole
from bartizan.project.baseline import Baseline
from bartizan.project.fail_on import WAYS, UnknownWayError, failing, ways
from bartizan.source.suggest import nearest
from bartizan.source.write_file import write_atomically

_FORMATS = ("text", "json", "sarif", "html")


@click.command("analyse", cls=Command)
@page_argument
@click.option(
    "--format",
    "format_",
    type=click.Choice(_FORMATS),
    default="text",
    help="text; json or sarif; or html, a report.",
)
@click.option("--all", "all_of_them", is_flag=True, help="Every section, with nothing left out.")
@click.option(
    "--section", "sections", multiple=True, type=click.Choice(list(SECTIONS)), help="Only this section."
)
@click.option(
    "--variant", metavar="NAME", shell_complete=complete_variant, help="As it is in one of its variants."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Where to; else standard output.",
)
@click.option(
    "--fail-on",
    metavar="WHAT",
    help=f"Exit with 1 where there are threats that are all of these, with commas: {', '.join(WAYS)}.",
)
@click.option(
    "--baseline", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Threats that are known and accepted, with reason, owner and expiry; `new` means none of these.",
)  # fmt: skip
@click.option(
    "--write-baseline", is_flag=True, help="Add the threats of today to the baseline, to be reasoned for."
)
@click.pass_context
def command(
    context: click.Context,
    path: Path | None,
    format_: str,
    all_of_them: bool,
    sections: tuple[str, ...],
    variant: str | None,
    output: Path | None,
    fail_on: str | None,
    baseline: Path | None,
    write_baseline: bool,
) -> int:
    """Say what follows from a page for whoever attacks: what is certain, what is open, and what to ask.

    In short, or with `--all` the nine promises of a review as sections. The exit code is 0 unless `--fail-on` says
    otherwise: that threats follow is no failure of the page.
    """
    terminal = terminal_of(context)
    if write_baseline and baseline is None:
        raise click.UsageError("--write-baseline needs --baseline FILE")
    if fail_on is not None:
        _check_ways(fail_on)
    page = in_variant(choose_page(terminal, path), variant)
    terminal.problems(page.diagnostics)
    if not page.sources:
        return exit_code(page.diagnostics)
    with progress(terminal, "analysing"):
        analysed = analyse(page)
        verdict = failing(analysed, fail_on, baseline, today(), write=write_baseline)
        text = _said(format_, analysed, sections, verdict.baseline, all_of_them=all_of_them)
    terminal.problems((*analysed.diagnostics, *verdict.diagnostics))
    if output:
        problem = write_atomically(
            output, text if text.endswith("\n") else text + "\n", expected=None, overwrite=True
        )
        if problem:
            terminal.problems([problem])
            return exit_code([problem])
        terminal.words(f"Wrote {output}.")
    else:
        terminal.data(text)
    if verdict.said:
        terminal.words(verdict.said)
    return exit_code(
        (*page.diagnostics, *analysed.diagnostics, *verdict.diagnostics), found=bool(verdict.threats)
    )


def _check_ways(asked: str) -> None:
    try:
        ways(asked)
    except UnknownWayError as word:
        close = nearest(str(word), WAYS)
        hint = f"did you mean `{close}`?" if close else f"known are {', '.join(WAYS)}."
        raise click.UsageError(f"--fail-on knows no `{word}`; {hint}") from None


def _said(
    format_: str, analysed: object, sections: tuple[str, ...], baseline: Baseline | None, *, all_of_them: bool
) -> str:
    from bartizan.project.analyse import Analysed  # noqa: PLC0415  (for the types alone)

    assert isinstance(analysed, Analysed)
    if format_ == "json":
        from bartizan.project.analysis_json import as_json  # noqa: PLC0415  (only asked for by programs)

        return as_json(analysed)
    if format_ == "sarif":
        from bartizan.project.threat_sarif import as_sarif  # noqa: PLC0415  (only asked for by programs)

        return as_sarif(analysed, baseline, today())
    if format_ == "html":
        from bartizan.project.report import report  # noqa: PLC0415  (loads the layout kernel)

        return report(analysed)
    return whole(analysed, sections) if sections or all_of_them else in_short(analysed)
