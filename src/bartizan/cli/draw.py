"""`bartizan draw`: draw the diagrams."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from bartizan.cli.choose_page import chosen_path
from bartizan.cli.command import Command, force_option, output_option, page_argument, watch_option
from bartizan.cli.complete import complete_use_case, complete_variant
from bartizan.cli.exit_codes import exit_code
from bartizan.cli.progress import progress
from bartizan.cli.terminal import Terminal, terminal_of
from bartizan.cli.variant_option import in_variant
from bartizan.cli.watching import watch_page
from bartizan.project.draw import (
    FORMATS,
    NO_STEPS_TO_DRAW,
    NOTHING_TO_DRAW,
    PICTURES,
    Diagram,
    Drawn,
    Kind,
    diagrams_of,
    draw,
)
from bartizan.project.made_files import write_made
from bartizan.project.open_page import OpenPage, open_page
from bartizan.project.output import FIGURES, output_folder
from bartizan.project.workspace import shown
from bartizan.source.diagnostic import Diagnostic
from bartizan.source.suggest import nearest


@click.command("draw", cls=Command)
@page_argument
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice([kind.value for kind in Kind]),
    help="Only this kind; may be given several times.",
)  # fmt: skip
@click.option(
    "--use-case", "use_cases", multiple=True, metavar="ID", shell_complete=complete_use_case,
    help="Only this use case, as data flows and as a sequence.",
)  # fmt: skip
@click.option(
    "--variant", metavar="NAME", shell_complete=complete_variant, help="As it is in one of its variants."
)
@click.option(
    "--format", "format_", type=click.Choice(FORMATS), default="svg", help="The form; svg unless said."
)
@click.option("--dark", is_flag=True, help="For a dark ground; an SVG that is not told follows its reader.")
@output_option("`figures` where the page is printed; `-` prints one diagram to stdout")
@force_option("Also replace files that somebody changed by hand.")
@watch_option
@click.pass_context
def command(
    context: click.Context,
    path: Path | None,
    kinds: tuple[str, ...],
    use_cases: tuple[str, ...],
    variant: str | None,
    format_: str,
    output: Path | None,
    dark: bool,
    force: bool,
    watch: bool,
) -> int:
    """Draw the block diagram, the data flows and a sequence for each use case.

    The names of the files are printed. SVG and PNG are laid out here, the other forms by other programs.
    """
    terminal = terminal_of(context)
    if dark and format_ not in PICTURES:
        raise click.UsageError(f"--dark is for pictures: {format_} is coloured by the program that draws it")
    if use_cases and set(kinds) == {Kind.BLOCK.value}:
        raise click.UsageError(
            "a block diagram shows the whole service: leave --use-case out, or choose another kind"
        )
    chosen = chosen_path(terminal, path)

    def run() -> int:
        page = in_variant(open_page(chosen), variant)
        terminal.problems(page.diagnostics)
        if not page.sources or (watch and not page.complete):
            return exit_code(page.diagnostics)  # while somebody types, the last whole pictures stay
        wanted = _wanted(page, kinds, use_cases)
        with progress(terminal, "drawing") as bar:
            drawn = draw(page.architecture, wanted, format_, dark=dark, on_progress=bar.step)
        return _hand_over(terminal, page, drawn, output, force=force)

    if watch:
        watch_page(terminal, chosen, run)
    return run()


def _wanted(page: OpenPage, kinds: tuple[str, ...], use_cases: tuple[str, ...]) -> tuple[Diagram, ...]:
    known = page.architecture.use_cases
    for id_ in use_cases:
        if id_ not in known:
            close = nearest(id_, known)
            hint = f"did you mean `{close}`?" if close else f"it has {', '.join(known) or 'none'}."
            raise click.UsageError(f"the page has no use case `{id_}`; {hint}")
    return diagrams_of(page.architecture, [Kind(kind) for kind in kinds], use_cases)


def _hand_over(terminal: Terminal, page: OpenPage, drawn: Drawn, output: Path | None, *, force: bool) -> int:
    """Write the files, or print the one diagram, and say what became of it."""
    if not drawn.files and not drawn.problems:
        nothing = NO_STEPS_TO_DRAW if page.architecture.components else NOTHING_TO_DRAW
        terminal.problems([nothing])
        return exit_code([nothing])
    problems = list(drawn.problems)
    if output == Path("-"):
        if len(drawn.files) > 1:
            raise click.UsageError("`-o -` prints one diagram: choose it with --kind and --use-case")
        for file in drawn.files:
            terminal.exactly(file.content)
    else:
        folder = output_folder(page, output)
        if isinstance(folder, Diagnostic):
            problems.append(folder)
        else:
            # Beside the printed page, in the same record of what was made as the page's own pictures.
            files = (
                drawn.files if output else [replace(file, name=FIGURES / file.name) for file in drawn.files]
            )
            written = write_made(folder, files, force=force)
            problems += written.problems
            terminal.data_lines(shown(path) for path in written.paths)
    terminal.problems(problems)
    return exit_code([*page.diagnostics, *problems])
