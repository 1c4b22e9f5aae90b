"""Measure our way from a page to what follows beside clingo's: from the same ground rules, and from rules with variables.

python -m bench.beside_clingo [--quick]      all figures, printed

Everything in one process, one after the other, in CPU seconds, the best of several. What clingo takes to read its text is
told apart.
"""

from __future__ import annotations

import dataclasses
import gc
import json
import math
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TypeVar

from bartizan.engine.fixpoint import conclude
from bartizan.engine.program import Program
from bartizan.model.architecture import Architecture
from bartizan.rules.facts.facts import Grounded, ground_page
from bench.figures import Failed, Figure, Tell
from bench.made_up_service import made_up_service
from bench.peers import BENCH

TRIES = 3
T = TypeVar("T")


@dataclass(frozen=True)
class Ours:
    """What our own way took, and what came of it."""

    page: Architecture
    grounded: Grounded
    scenario: tuple[tuple[str, ...], ...]
    """Everybody attacks, and the worst is true of all that is not said."""
    given: tuple[int, ...]
    """The same by number."""
    follows: frozenset[int]
    """Every fact there is in the end, those given among them."""
    grounding: float
    """Seconds from the page to the program; reading the facts off the page is part of it."""
    first: float
    """Seconds for one fixpoint of a program of which nothing is prepared."""
    again: float
    """Seconds for one more."""


def beside_clingo(folder: Path, tell: Tell, *, quick: bool) -> Iterator[Figure]:
    """Measure everything, in a process of its own: a large one would count as memory of all that it starts later."""
    if find_spec("clingo") is None:
        tell("clingo is not installed: NOT MEASURED beside it")
        return
    tell("beside clingo, from the page")
    command = [
        sys.executable,
        "-m",
        "bench.beside_clingo",
        "json",
        str(folder),
        *(["--quick"] if quick else []),
    ]
    measured = subprocess.run(command, cwd=BENCH.parent, stdout=subprocess.PIPE, text=True, check=False)
    if measured.returncode:
        raise Failed(f"bench.beside_clingo: ended with {measured.returncode}")
    for line in measured.stdout.splitlines():
        yield Figure(**json.loads(line))


def figures(folder: Path, tell: Tell, *, quick: bool) -> Iterator[Figure]:
    """Measure everything in this process."""
    from bench import by_clingo  # noqa: PLC0415  needs clingo, which nothing else here does

    size = 1_000 if quick else 10_000
    quarter, tenth = (None, None) if quick else (0.25, 0.1)
    tell(f"our own way, {size:,} interfaces")
    ours = measured(made_up_service(size, controls=size // 50))
    whole = ours.grounding + ours.first
    yield Figure(f"{size:,} interfaces: a program for every scenario, from the page", ours.grounding, "s")
    yield Figure("one fixpoint of it, with what it prepares", ours.first, "s")
    yield Figure("one more fixpoint", ours.again, "s")

    tell(f"clingo, the same ground rules, {size:,} interfaces")
    theirs = by_clingo.from_ground_rules(folder, ours)
    yield Figure("clingo reads the same ground rules", theirs.reads, "s")
    yield Figure(
        "one fixpoint, with what it prepares, beside clingo with them", ours.first / theirs.all, "×", quarter
    )
    yield Figure(
        "one more fixpoint, beside clingo with them, read before", ours.again / theirs.works, "×", quarter
    )

    tell(f"clingo, rules with variables, {size:,} interfaces")
    theirs = by_clingo.from_rules_with_variables(ours)
    yield Figure("clingo reads rules with variables, and the page's facts", theirs.reads, "s")
    yield Figure(
        "one more fixpoint, beside clingo grounding and solving these", ours.again / theirs.works, "×", tenth
    )
    yield Figure("one fixpoint, with what it prepares, beside the same", ours.first / theirs.works, "×")
    yield Figure(
        "program and fixpoint, beside the same, which answers this one scenario", whole / theirs.works, "×"
    )

    tell(f"clingo, rules with variables for every scenario, {size:,} interfaces")
    theirs = by_clingo.for_every_scenario(ours)
    yield Figure(
        "program and fixpoint, beside clingo grounding for every scenario, and solving",
        whole / theirs.works,
        "×",
    )


def measured(page: Architecture) -> Ours:
    """Measure our grounding and fixpoint of a page."""
    grounding, grounded = fastest(lambda: ground_page(page))
    acts = [("acts", actor.id) for actor in grounded.actors]
    scenario = (*sorted(grounded.absent), *acts, *sorted(grounded.unsaid - {*acts}))
    given = grounded.numbers(scenario)
    made = grounded.program
    first, _ = fastest(
        lambda: conclude(Program(made.names, made.heads, made.bodies, made.origins), given), TRIES
    )
    follows = conclude(made, given).why  # prepares it
    again, _ = fastest(lambda: conclude(made, given))
    return Ours(page, grounded, scenario, given, frozenset(follows), grounding, first, again)


def fastest(work: Callable[[], T], tries: int = TRIES) -> tuple[float, T]:
    """Return the CPU seconds of the fastest of some runs, and what the last one returned; no garbage is collected meanwhile.

    So commands run; the thousands of small things that clingo is handed by Python are no garbage, either.
    """
    seconds = math.inf
    for _ in range(tries):
        gc.collect()
        gc.disable()
        began = time.process_time()
        result = work()
        seconds = min(seconds, time.process_time() - began)
        gc.enable()
    return seconds, result


def main(arguments: list[str]) -> int:
    """Print all figures; 1 when a goal was missed."""
    quick = "--quick" in arguments
    if arguments[:1] == ["json"]:
        for figure in figures(Path(arguments[1]), aloud, quick=quick):
            print(json.dumps(dataclasses.asdict(figure)), flush=True)
        return 0
    missed = False
    with tempfile.TemporaryDirectory(prefix="bartizan-bench-") as name:
        for figure in figures(Path(name), aloud, quick=quick):
            goal = (
                ""
                if figure.goal is None
                else f"   goal ≤ {figure.goal:g}   {'MISSED' if figure.missed else 'met'}"
            )
            print(f"{figure.value:10.3f} {figure.unit:<4} {figure.says}{goal}", flush=True)
            missed = missed or figure.missed
    return 1 if missed else 0


def aloud(words: str) -> None:
    """Say on standard error what is measured now."""
    print(f"… beside clingo: {words}", file=sys.stderr)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
