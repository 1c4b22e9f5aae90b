"""Why a fact holds: the steps that lead to it, each once, premises before conclusions."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from bartizan.engine.fixpoint import GIVEN, Model, conclude
from bartizan.engine.program import Program


@dataclass(frozen=True, slots=True)
class Step:
    """One fact of a proof, and how it came."""

    fact: Hashable
    origin: object | None
    """What the rule came from that concluded it; nothing where the fact was given."""
    premises: tuple[int, ...] = ()
    """The places in the proof, counted from 0, of what that rule needed."""


@dataclass(frozen=True, slots=True)
class Proof:
    """The steps to a conclusion; the last is the conclusion itself."""

    steps: tuple[Step, ...]

    @property
    def given(self) -> tuple[Hashable, ...]:
        """The facts that were given, and that it rests on."""
        return tuple(step.fact for step in self.steps if step.origin is None)


def prove(model: Model, goal: int) -> Proof | None:
    """Return why a fact, by its number, holds; nothing when it does not."""
    if goal not in model:
        return None
    program, why = model.program, model.why
    place: dict[int, int] = {}
    steps: list[Step] = []
    pending = [goal]
    while pending:
        fact = pending[-1]
        if fact in place:
            pending.pop()
            continue
        rule = why[fact]
        body = () if rule == GIVEN else program.bodies[rule]
        missing = [each for each in reversed(body) if each not in place]
        if missing:
            pending.extend(missing)
            continue
        pending.pop()
        place[fact] = len(steps)
        origin = None if rule == GIVEN else program.origins[rule]
        steps.append(Step(program.names[fact], origin, tuple(place[each] for each in body)))
    return Proof(tuple(steps))


def prove_from_needed(program: Program, given: Iterable[int], goal: int) -> Proof | None:
    """Return a proof from as few of the given facts as can be: without any one of them, the others do not reach the goal.

    `prove` returns the proof of fewest rounds, and that may rest on two facts where one of them is enough over a longer
    way. What stands late in `given` is given up first, so name what is certain before what is supposed.
    """
    kept = list(dict.fromkeys(given))
    model = conclude(program, kept)
    if goal not in model:
        return None
    kept = rested_on(model, goal, kept)
    for fact in reversed(kept):
        others = [each for each in kept if each != fact]
        without = conclude(program, others)
        if goal in without:
            model, kept = without, others
    return prove(conclude(program, kept), goal)


def rested_on(model: Model, goal: int, given: Iterable[int]) -> list[int]:
    """Return the given facts that a goal's proof rests on, in their order."""
    seen = {goal}
    pending = [goal]
    for fact in pending:  # grows while it is walked
        rule = model.why[fact]
        for need in () if rule == GIVEN else model.program.bodies[rule]:
            if need not in seen:
                seen.add(need)
                pending.append(need)
    return [fact for fact in given if fact in seen and model.why[fact] == GIVEN]
