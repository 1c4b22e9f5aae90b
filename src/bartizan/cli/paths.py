"""`bartizan paths`: say what must fail before an actor gets at something."""

from __future__ import annotations

import json
from pathlib import Path

import click

from bartizan.cli.analysed_page import analysed_page, not_there
from bartizan.cli.command import Command
from bartizan.cli.complete import complete_variant
from bartizan.cli.exit_codes import exit_code
from bartizan.cli.progress import progress
from bartizan.cli.terminal import terminal_of
from bartizan.project.analysis_json import FORMAT, fact_as_data, proof_as_data
from bartizan.project.what_if import GOALS, Unknown, Way, way_to
from bartizan.project.what_if_text import paths_in_text
from bartizan.rules.answers.paths import Likely


@click.command("paths", cls=Command)
@click.argument("actor")
@click.argument("element")
@click.argument("path", type=click.Path(path_type=Path), required=False, metavar="[PAGE]")
@click.option(
    "--goal",
    type=click.Choice(list(GOALS)),
    help="What happens to it; else disclosed, or for a component taken over.",
)
@click.option("--top", type=click.IntRange(1, 10_000), default=20, help="How many sets at most; 20.")
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
    no_bugs: bool,
    budget: int | None,
    format_: str,
    variant: str | None,
) -> int:
    """Say what must fail before ACTOR gets at ELEMENT, a data asset or a component: the smallest sets, cheapest first.

    The steps of the cheapest are printed below. What the page gives no cost costs 1.
    """
    terminal = terminal_of(context)
    analysed = analysed_page(terminal, path, variant)
    with progress(terminal, "looking for paths"):
        found = way_to(analysed, actor, element, goal, top=top, bugs=not no_bugs, budget=budget)
    if isinstance(found, Unknown):
        raise not_there(found)
    if format_ == "json":
        terminal.data(json.dumps(_as_data(analysed, found), indent=1, ensure_ascii=False))
    else:
        terminal.data(paths_in_text(analysed, found))
    return exit_code((*analysed.page.diagnostics, *analysed.diagnostics))


def _as_data(analysed: object, way: Way) -> dict[str, object]:
    from bartizan.project.analyse import Analysed  # noqa: PLC0415  (for the types alone)

    assert isinstance(analysed, Analysed)
    paths = way.paths
    return {
        "format": FORMAT, "actor": way.actor.id, "goal": list(way.goal),
        "sets": [{"cost": each.cost, "must-fail": [fact_as_data(analysed, fact) for fact in each.facts]} for each in paths.sets] if paths else [],
        "complete": paths.complete if paths else "complete", "total": paths.total if paths else 0,
        "depth": paths.depth if paths else None, "probably-not-modelled": paths is None or paths.vacuous,
        "likelihood": _likelihood(paths.likely) if paths and paths.likely else None,
        "cheapest": proof_as_data(analysed, way.steps),
    }  # fmt: skip


def _likelihood(likely: Likely) -> dict[str, object]:
    return {
        "at-least": likely.at_least, "at-most": likely.at_most, "complete": likely.complete, "without-probability": likely.without,
        "weightiest": [{"control": id_, "share": share} for id_, share in likely.weightiest],
    }  # fmt: skip
