"""`bartizan paths`: say what must fail before an actor gets at something."""

from __future__ import annotations

import json
from pathlib import Path

import click

from bartizan.cli.analysed_page import analysed_page, not_there
from bartizan.cli.command import Command
from bartizan.cli.complete import complete_actor, complete_element, complete_variant
from bartizan.cli.exit_codes import exit_code
from bartizan.cli.progress import progress
from bartizan.cli.terminal import Terminal, terminal_of
from bartizan.project.analyse import Analysed
from bartizan.project.paths_json import way_as_data
from bartizan.project.paths_text import paths_in_text
from bartizan.project.what_if import GOALS, Unknown, Way, way_to
from bartizan.source.diagnostic import Diagnostic
from bartizan.source.write_file import write_atomically


@click.command("paths", cls=Command)
@click.argument("actor", shell_complete=complete_actor)
@click.argument("element", shell_complete=complete_element)
@click.argument("path", type=click.Path(path_type=Path), required=False, metavar="[PAGE]")
@click.option(
    "--goal",
    type=click.Choice(list(GOALS)),
    help="What happens to it; else disclosed, or for a component taken over.",
)
@click.option("--top", type=click.IntRange(1, 10_000), default=20, help="How many sets at most; 20.")
@click.option("--importance", is_flag=True, help="Everything that counts, not only what counts most.")
@click.option(
    "--draw", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Draw the cheapest way on the block diagram: a file that ends in .svg or .png.",
)  # fmt: skip
@click.option(
    "--dark", is_flag=True, help="Draw for a dark ground; an SVG that is not told follows its reader."
)
@click.option("--no-bugs", is_flag=True, help="Suppose that no component has a bug to exploit.")
@click.option(
    "--budget",
    type=click.IntRange(0),
    default=None,
    help="How much work may be done; an answer that stops says so.",
)
@click.option(
    "--format", "format_", type=click.Choice(["text", "json"]), default="text", help="text or json."
)
@click.option(
    "--variant", metavar="NAME", shell_complete=complete_variant, help="As it is in one of its variants."
)
@click.pass_context
def command(
    context: click.Context,
    actor: str,
    element: str,
    path: Path | None,
    goal: str | None,
    top: int,
    importance: bool,
    draw: Path | None,
    dark: bool,
    no_bugs: bool,
    budget: int | None,
    format_: str,
    variant: str | None,
) -> int:
    """Say what must fail before ACTOR gets at ELEMENT, a data asset or a component: the smallest sets, cheapest first.

    Below them: what counts most, what must not fail so that no way is left, and the steps of the cheapest way. What the
    page gives no cost costs 1. Controls with a common cause fail as one.
    """
    terminal = terminal_of(context)
    if draw and draw.suffix not in PICTURES:
        raise click.UsageError(f"--draw makes pictures: `{draw.name}` must end in {' or '.join(PICTURES)}")
    if dark and not draw:
        raise click.UsageError("--dark is for pictures: it needs --draw FILE")
    analysed = analysed_page(terminal, path, variant)
    with progress(terminal, "looking for paths"):
        found = way_to(analysed, actor, element, goal, top=top, bugs=not no_bugs, budget=budget)
    if isinstance(found, Unknown):
        raise not_there(found)
    if format_ == "json":
        terminal.data(json.dumps(way_as_data(analysed, found), indent=1, ensure_ascii=False))
    else:
        terminal.data(paths_in_text(analysed, found, every_weight=importance))
    problems = [*analysed.page.diagnostics, *analysed.diagnostics]
    if draw and (problem := _drawn(terminal, analysed, found, draw, dark=dark)):
        terminal.problems([problem])
        problems.append(problem)
    return exit_code(problems)


PICTURES = (".svg", ".png")
"""What the name of a picture ends in."""


def _drawn(terminal: Terminal, analysed: Analysed, way: Way, file: Path, *, dark: bool) -> Diagnostic | None:
    """Draw a way into a file; nothing when it was done, else why it was not."""
    from bartizan.project.draw_path import draw_way  # noqa: PLC0415  (loads the layout kernel)

    with progress(terminal, "drawing"):
        content = draw_way(analysed, way, file.suffix.removeprefix("."), dark=dark)
    if isinstance(content, Diagnostic):
        return content
    problem = write_atomically(file, content, expected=None, overwrite=True)
    if problem is None:
        terminal.words(f"Drew {file}.")
    return problem
