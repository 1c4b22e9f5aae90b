"""`bartizan page`: print the page."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from bartizan.cli.choose_page import chosen_path
from bartizan.cli.command import Command, force_option, output_option, page_argument, watch_option
from bartizan.cli.complete import complete_variant
from bartizan.cli.exit_codes import exit_code
from bartizan.cli.progress import progress
from bartizan.cli.terminal import Terminal, terminal_of
from bartizan.cli.today import today
from bartizan.cli.variant_option import in_variant
from bartizan.cli.watching import watch_page
from bartizan.project.check import Checked, check
from bartizan.project.made_files import write_made
from bartizan.project.make_page import FORMATS, MadePage, make_page
from bartizan.project.open_page import open_page
from bartizan.project.output import output_folder
from bartizan.project.workspace import shown
from bartizan.source.diagnostic import Diagnostic


@click.command("page", cls=Command)
@page_argument
@click.option(
    "--format", "formats", multiple=True, type=click.Choice(FORMATS),
    help="Only this form; may be given several times. All three unless said.",
)  # fmt: skip
@click.option(
    "--variant", metavar="NAME", shell_complete=complete_variant, help="As it is in one of its variants."
)
@click.option(
    "--date", type=click.DateTime(["%Y-%m-%d"]), metavar="YYYY-MM-DD",
    help="Print this day on the PDF, such as that of the review.",
)  # fmt: skip
@output_option("`page` beside the page, or where the workspace says")
@force_option("Also replace files that somebody wrote or changed by hand.")
@watch_option
@click.pass_context
def command(
    context: click.Context,
    path: Path | None,
    formats: tuple[str, ...],
    variant: str | None,
    date: datetime.datetime | None,
    output: Path | None,
    force: bool,
    watch: bool,
) -> int:
    """Print the page with its diagrams: reStructuredText as OpenStack has it, one HTML file, and a PDF.

    The PDF is fit to be evidence of what was reviewed: it bears a digest of the model, and the same page gives the
    same bytes. The names of the files are printed.
    """
    terminal = terminal_of(context)
    if date and formats and "pdf" not in formats:
        raise click.UsageError("--date is printed on the PDF, and no PDF was asked for")
    if output == Path("-"):
        raise click.UsageError("a page is several files: name a folder after -o")
    chosen = chosen_path(terminal, path)

    def run() -> int:
        page = in_variant(open_page(chosen), variant)
        terminal.problems(page.diagnostics)
        if not page.sources or not page.complete:
            if page.sources:
                terminal.words("Nothing was printed: a page that was not read whole would be false evidence.")
            return exit_code(page.diagnostics)
        checked = check(page, today())
        with progress(terminal, "printing") as bar:
            made = make_page(
                checked, formats or FORMATS, date=date.date() if date else None, on_progress=bar.step
            )
        return _hand_over(terminal, checked, made, output, force=force)

    if watch:
        watch_page(terminal, chosen, run)
    return run()


def _hand_over(
    terminal: Terminal, checked: Checked, made: MadePage, output: Path | None, *, force: bool
) -> int:
    """Write the files and say what became of them."""
    problems = list(made.problems)
    folder = output_folder(checked.page, output)
    if isinstance(folder, Diagnostic):
        problems.append(folder)
    else:
        written = write_made(folder, made.files, force=force)
        problems += written.problems
        terminal.data_lines(shown(path) for path in written.paths)
    terminal.problems(problems)
    blocking = len(checked.to_be_closed)
    if blocking:
        one = blocking == 1
        listed = any(file.name.suffix in {".html", ".pdf"} for file in made.files)
        where = f" and {'stands' if one else 'stand'} at the end of the page" if listed else ""
        terminal.words(
            f"{blocking} {'gap still blocks' if one else 'gaps still block'} a review{where}; `bartizan check` says more."
        )
    return exit_code([*checked.page.diagnostics, *problems])
