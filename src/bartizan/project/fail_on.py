"""Decides whether threats fail a run, for CI: those that are all that was asked for, and not accepted."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from bartizan.project.analyse import Analysed
from bartizan.project.baseline import Baseline, add_to_baseline, read_baseline
from bartizan.rules.answers.threats import Status, Threat
from bartizan.rules.answers.words import step_in_words
from bartizan.source.diagnostic import Diagnostic, Label

WAYS = ("any", "new", "certain", "open", "low", "medium", "high", "very-high")
"""What threats can be asked for: not known in the baseline; certain or open; at least as weighty."""
_WEIGHTS = {"low": 1, "medium": 2, "high": 3, "very-high": 4}


@dataclass(frozen=True)
class Verdict:
    """What was found, and what to say of it."""

    threats: tuple[Threat, ...] = ()
    """Those that fail the run."""
    said: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()
    baseline: Baseline | None = None
    """The threats that are known, where a file with them was named."""


class UnknownWayError(ValueError):
    """A word of `--fail-on` that means nothing."""


def failing(
    analysed: Analysed, asked: str | None, baseline: Path | None, today: datetime.date, *, write: bool
) -> Verdict:
    """Return the threats that fail the run; with `write`, those that the baseline does not know are added to it."""
    known = read_baseline(baseline, today) if baseline else None
    problems = list(known.diagnostics) if known else []
    if write and known:
        grounded = analysed.analysis.grounded
        problem = add_to_baseline(
            known, [(t.id, step_in_words(grounded, t.instance)) for t in analysed.threats]
        )
        if problem:
            problems.append(problem)
        return Verdict((), f"{known.path} knows {len(analysed.threats)} threats now.", tuple(problems), known)
    if not asked:
        return Verdict((), "", tuple(problems), known)
    if not analysed.page.architecture.components:
        return Verdict((), "", (*problems, _empty(analysed)), known)
    words = ways(asked)
    found = tuple(each for each in analysed.threats if _is(each, words, known, today))
    total = len(analysed.threats)
    said = (
        f"{len(found)} of {total} threat{'s' * (total != 1)} {_in_words(words, len(found))}" if words else ""
    )
    listed = ", ".join(each.id for each in found[:10]) + (" …" if len(found) > 10 else "")
    text = f"{said}{': ' + listed if found else ''}."
    if known and not known.path.exists():
        text += (
            f" There is no {known.path}, so that no threat is known or accepted; --write-baseline makes one."
        )
    return Verdict(found, text, tuple(problems), known)


def _in_words(words: frozenset[str], number: int) -> str:
    """Return what was asked for as it counts: all of it together, and of several weights the highest."""
    weights = sorted((each for each in words if each in _WEIGHTS), key=_WEIGHTS.__getitem__)
    least = [f"at least {weights[-1].replace('-', ' ')}"] if weights else []
    said = [*sorted(words - {"any"} - _WEIGHTS.keys()), *least]
    verb = "is" if number == 1 else "are"
    return f"{verb} {' and '.join(said)}" if said else f"{'counts' if number == 1 else 'count'}"


def _empty(analysed: Analysed) -> Diagnostic:
    """Return that a page without components passes no gate: nothing was found where nothing was looked at."""
    span = analysed.span(())
    return Diagnostic(
        "nothing-analysed", "nothing was analysed: the page has no components", Label(span) if span else None,
        help=("write its components and interfaces, or leave `--fail-on` out",),
    )  # fmt: skip


def ways(asked: str) -> frozenset[str]:
    """Return the words of `--fail-on`; raise `UnknownWayError` for one that is none."""
    words = frozenset(each.strip().lower() for each in asked.split(",") if each.strip())
    for each in sorted(words):
        if each not in WAYS:
            raise UnknownWayError(each)
    return words


def _is(threat: Threat, words: frozenset[str], known: Baseline | None, today: datetime.date) -> bool:
    if known and known.accepts(threat.id, today):
        return False
    if "new" in words and known and threat.id in known.known:
        return False
    if "certain" in words and threat.status is not Status.CERTAIN:
        return False
    if "open" in words and threat.status is not Status.OPEN:
        return False
    return threat.weight >= max((_WEIGHTS[each] for each in words if each in _WEIGHTS), default=0)
