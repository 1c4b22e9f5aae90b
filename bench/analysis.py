"""Measures the answers about a page: a real one, a large one after each change, and how the cost grows."""

from __future__ import annotations

import gc
import math
import time
from collections.abc import Callable, Iterator

from bartizan.model.architecture import Architecture
from bartizan.project.open_page import open_page
from bartizan.rules.answers.analysis import Analysis, analyse_page
from bartizan.rules.answers.falls import what_falls
from bartizan.rules.answers.impact import impact_of
from bartizan.rules.answers.outcome import Breach
from bartizan.rules.answers.paths import paths_of
from bartizan.rules.answers.promises import Promises
from bartizan.rules.facts.of_controls import Holding
from bench.figures import BARBICAN, Figure, Tell
from bench.made_up_service import made_up_service

PROMISES = (
    "entry_points", "at_risk", "kept", "travels", "parsed", "transformed", "assumptions", "defended", "controls", "inert",
    "bugs", "relied_on", "threats", "questions", "not_reachable",
)  # fmt: skip


def answers(tell: Tell, *, quick: bool) -> Iterator[Figure]:
    """Measure in this process, after import, in CPU seconds: the best of several."""
    tell("the answers")
    page = open_page(BARBICAN).architecture
    tries = 3 if quick else 7
    yield Figure("full report on Barbican, after import", best(lambda: full_report(page), tries), "s", 0.25)
    large = made_up_service(300, controls=60)
    yield Figure(
        "300 interfaces, 60 checks: after a change, actors, singles, certain and open, questions",
        best(lambda: after_a_change(large), tries), "s", 0.25,
    )  # fmt: skip
    yield Figure("the same: all pairs of the 60 checks", best(pairs_of_checks(large), tries), "s")
    yield Figure("the same: cut sets of one chosen goal", best(one_goal(large, weigh=False), tries), "s", 0.1)
    yield Figure(
        "the same, with what counts most in them and what would shut every way", best(one_goal(large, weigh=True), tries), "s"
    )  # fmt: skip
    costs = {}
    for size in (1_000, 3_000) if quick else (1_000, 10_000, 100_000):
        made = made_up_service(size, controls=size // 50)
        costs[size] = best(lambda made=made: singles(made), 1 if size > 3_000 else 2)  # type: ignore[misc]
        goal = 8.0 if size == 100_000 else None
        yield Figure(
            f"{size:,} interfaces, from the model to every control degraded alone", costs[size], "s", goal
        )
    small, *_, big = sorted(costs)
    growth = math.log(costs[big] / costs[small]) / math.log(big / small)
    yield Figure("growth of that with size", growth, "exponent", 1.1)


def best(work: Callable[[], object], tries: int) -> float:
    """Return the CPU seconds of the fastest of some runs, without the collector of garbage, as commands run."""
    times = []
    for _ in range(tries):
        gc.collect()
        gc.disable()
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
        gc.enable()
    return min(times)


def full_report(page: Architecture) -> None:
    """Work out every promise, and what each failure of an asset means."""
    analysis = analyse_page(page)
    promises = Promises(analysis)
    for name in PROMISES:
        getattr(promises, name)
    impact_of(analysis)


def after_a_change(page: Architecture) -> None:
    """Work out what a room shows after each change of the page."""
    analysis = analyse_page(page)
    promises = Promises(analysis)
    promises.defended  # noqa: B018  (it is worked out when it is asked for)
    promises.controls  # noqa: B018
    promises.questions  # noqa: B018


def pairs_of_checks(page: Architecture) -> Callable[[], object]:
    """Return the work of degrading every two of the shared checks together."""
    analysis = analyse_page(page)
    checks = [("degraded", id_) for id_ in page.controls]
    pairs = [(one, other) for at, one in enumerate(checks) for other in checks[at + 1 :]]
    return lambda: what_falls(analysis, pairs)


def one_goal(page: Architecture, *, weigh: bool) -> Callable[[], object]:
    """Return the work of finding the first twenty cut sets of one data asset."""
    analysis: Analysis = analyse_page(page)
    outsider = analysis.actors[0]
    asset = next(each.element for each in analysis.outcomes if each.breach is Breach.LEARNED)
    return lambda: paths_of(analysis, outsider, Breach.LEARNED, asset, weigh=weigh)


def singles(page: Architecture) -> None:
    """Degrade every control that holds, each alone."""
    analysis = analyse_page(page)
    held = [each for each in analysis.grounded.controls.values() if each.holding is Holding.IN_PLACE]
    analysis.sweep(
        analysis.sure_actors, [analysis.grounded.numbers([("degraded", each.id)]) for each in held]
    ).sizes()
