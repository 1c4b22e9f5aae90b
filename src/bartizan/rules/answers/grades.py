"""How capable an attacker has to be: what holds against whom, where the page grades its controls."""

from __future__ import annotations

from dataclasses import dataclass

from bartizan.engine.graded import graded
from bartizan.engine.lanes import sweep
from bartizan.engine.program import Program
from bartizan.model.level import Strength
from bartizan.rules.answers.analysis import Analysis
from bartizan.rules.facts.facts import Grounded
from bartizan.rules.facts.of_actors import Actor
from bartizan.rules.threats.ground import Ground

LEVELS = (Strength.LOW, Strength.MEDIUM, Strength.HIGH)
"""The grades of capability, the least first."""


@dataclass(frozen=True, slots=True)
class Graded:
    """How capable one has to be who stands where an actor stands, when nothing fails but what it is not up to."""

    certain: Strength | None
    """The least capability with which it follows for certain; nothing where not even the highest is enough."""
    open: Strength | None
    """The same, if the worst is true of what is not said."""
    anyway: bool
    """Whether it follows for certain without getting past any graded control."""
    anyway_open: bool
    """The same, if the worst is true of what is not said."""
    controls: tuple[str, ...]
    """The controls that the page grades."""

    @property
    def holds_against(self) -> tuple[Strength, ...]:
        """Return the capabilities that it holds against for certain, whatever is true of what is not said."""
        if self.anyway_open:
            return ()
        return LEVELS[: LEVELS.index(self.open)] if self.open else LEVELS

    @property
    def falls_to(self) -> tuple[Strength, ...]:
        """Return the capabilities to which it falls for certain."""
        if self.anyway:
            return LEVELS
        return LEVELS[LEVELS.index(self.certain) :] if self.certain else ()


def graded_controls(grounded: Grounded) -> dict[str, Strength]:
    """Return how capable an attacker each graded control holds out against up to."""
    return {
        id_: control.resists
        for id_, control in grounded.view.page.controls.items()
        if control.resists in LEVELS and grounded.number(("degraded", id_)) is not None
    }


def grade(analysis: Analysis, actor: Actor, goal: int) -> Graded | None:
    """Return how capable an actor has to be for a goal; nothing where the page grades no control."""
    grounded = analysis.grounded
    grades = graded_controls(grounded)
    if not grades:
        return None
    program, levels = _with_levels(grounded, grades)
    base = (*analysis.base, *analysis.acts(actor))
    scenarios = [
        (*level, *more) for level in ((), *((each,) for each in levels)) for more in ((), analysis.supposed_of_page)
    ]  # fmt: skip
    bits = sweep(program, base, scenarios).lanes(goal)
    sure = [bool(bits >> 2 * at & 1) for at in range(len(LEVELS) + 1)]
    perhaps = [bool(bits >> 2 * at & 2) for at in range(len(LEVELS) + 1)]
    if actor.question is not None:  # whether there is such an actor is open, and so is all that follows
        sure = [False] * len(sure)
    return Graded(_first(sure), _first(perhaps), sure[0], perhaps[0], tuple(grades))


def _first(reached: list[bool]) -> Strength | None:
    return next((level for level, holds in zip(LEVELS, reached[1:], strict=True) if holds), None)


def _with_levels(grounded: Grounded, grades: dict[str, Strength]) -> tuple[Program, list[int]]:
    """Return the program in which each level of capability is a fact with which the controls it is up to are degraded."""
    program = grounded.program
    names, heads, bodies, origins = (
        [*program.names],
        [*program.heads],
        [*program.bodies],
        [*program.origins],
    )
    numbers = {}
    levels = [("capability", each.value) for each in LEVELS]
    steps = [("a step of capability", each.value) for each in LEVELS]
    for name in (*levels, *steps):
        numbers[name] = len(names)
        names.append(name)
    rules = [(numbers[head], tuple(numbers[each] for each in body)) for head, body, _ in _ordered(levels, steps)]  # fmt: skip
    rules += [
        (control, (numbers["capability", grade.value],))
        for id_, grade in grades.items()
        if (control := grounded.number(("degraded", id_))) is not None
    ]
    for head, body in rules:
        heads.append(head)
        bodies.append(body)
        origins.append(None)
    return Program(tuple(names), heads, bodies, origins), [numbers[each] for each in levels]


def _ordered(
    levels: list[tuple[str, str]], steps: list[tuple[str, str]]
) -> list[tuple[tuple[str, str], tuple[tuple[str, str], ...], object]]:
    return list(graded(levels, steps, None))  # type: ignore[arg-type]


def takes(grounded: Grounded, facts: tuple[Ground, ...]) -> Strength | None:
    """Return the least capability that is up to everything in a set; nothing where something in it is not graded."""
    grades = graded_controls(grounded)
    found = [grades.get(fact[1]) if fact[0] == "degraded" else None for fact in facts]
    graded_all = [each for each in found if each is not None]
    return max(graded_all, key=LEVELS.index, default=None) if len(graded_all) == len(found) else None
