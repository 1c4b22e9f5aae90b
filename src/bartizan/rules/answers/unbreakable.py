"""The smallest set of things that must not fail so that no way to a goal is left."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bartizan.engine.choke_points import HARDENING_BUDGET, to_make_unbreakable
from bartizan.engine.completeness import Complete, Stopped
from bartizan.engine.cut_sets import cut_sets
from bartizan.engine.fixpoint import conclude
from bartizan.engine.program import Program

ROUNDS = 60
"""How often a way that is still open is looked for before it stops."""
AT_ONCE = 8
"""How many such ways are taken at once: each round costs a fixpoint."""
STEPS_FOR_A_ROUND = 500_000
"""What looking for such ways may take."""


@dataclass(frozen=True, slots=True)
class Unbreakable:
    """What must not fail so that no way is left."""

    facts: tuple[int, ...] | None
    """The facts, by number; nothing where nothing would help, or where none was found in time."""
    complete: Complete | Stopped
    """Whether it is sure that these are enough and that no fewer are."""


def unbreakable(
    program: Program, base: Sequence[int], can_fail: Sequence[int], goal: int, known: Sequence[Sequence[int]]
) -> Unbreakable:
    """Return the fewest of `can_fail` that must not fail so that the base does not reach the goal with all the others.

    `known` are some minimal cut sets; those that are missing are found on the way. Exact when it does not stop: the fewest
    that hit some of the ways are the fewest for all of them once no other way is left.
    """
    ways = list(known)
    if any(not each for each in ways):
        return Unbreakable(None, Complete())
    for _round in range(ROUNDS):
        found = to_make_unbreakable(ways, top=1, budget=HARDENING_BUDGET // ROUNDS * 2)
        if isinstance(found.complete, Stopped):
            return Unbreakable(None, found.complete)
        held = set(found.sets[0]) if found.sets else set()
        others = [each for each in can_fail if each not in held]
        if goal not in conclude(program, (*base, *others)):
            return Unbreakable(tuple(sorted(held)), Complete())
        fresh = cut_sets(program, base, others, goal, top=AT_ONCE, budget=STEPS_FOR_A_ROUND)
        if not fresh.sets:
            return Unbreakable(None, Stopped(STEPS_FOR_A_ROUND, "steps"))
        if any(not each for each in fresh.sets):
            return Unbreakable(None, Complete())
        ways += fresh.sets
    return Unbreakable(None, Stopped(ROUNDS, "rounds"))
