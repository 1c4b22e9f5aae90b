"""Asks an analysis: does this follow from that, and is each part of it needed?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bartizan.engine.fixpoint import conclude
from bartizan.rules.answers.analysis import Analysis, analyse_page
from bartizan.rules.threats.ground import Ground
from tests.model.pages import page


def analysed(text: str) -> Analysis:
    """Return the analysis of a page written as YAML."""
    return analyse_page(page(text).architecture)


def fact(text: str) -> Ground:
    """Return the fact that a text such as `knows note` or `degraded 1/encryption` is."""
    return tuple(text.split())


def follows(analysis: Analysis, goal: str, given: Iterable[str]) -> bool:
    """Whether a goal follows from what the page says is not there, and what is given; every name must be known."""
    grounded = analysis.grounded
    facts = [fact(each) for each in given]
    unknown = [each for each in facts if grounded.number(each) is None]
    assert unknown == [], "no rule is about it"
    number = grounded.number(fact(goal))
    assert number is not None, f"no rule concludes {goal}"
    return number in conclude(grounded.program, (*analysis.base, *grounded.numbers(facts)))


def not_needed(analysis: Analysis, goal: str, given: Sequence[str]) -> list[str]:
    """Return what can be left out of what is given, one at a time, and the goal still follows."""
    return [each for each in given if follows(analysis, goal, [other for other in given if other != each])]
