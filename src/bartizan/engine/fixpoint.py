"""What follows from some facts, and by which rule each was first concluded."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bartizan.engine.program import Program

GIVEN = -1
"""Stands for the rule of a fact that was given."""


@dataclass(frozen=True, eq=False)
class Model:
    """Everything that follows from the facts given: the least model of a program."""

    program: Program
    why: dict[int, int]
    """The rule by which each fact was first concluded, `GIVEN` for those given, in the order in which they came: whatever
    a rule needed stands before what it concluded, so following it never runs in a circle."""

    def __contains__(self, fact: object) -> bool:
        """Whether a fact, by its number, holds."""
        return fact in self.why


def conclude(program: Program, given: Iterable[int]) -> Model:
    """Return what follows from facts given by number, nearest first: fewest rounds of rules between them and the given.

    Linear in the size of the program: each rule counts down the facts it still waits for.
    """
    heads, uses = program.heads, program.uses
    waits = program.lengths[:]
    holds = bytearray(len(program.names))
    queue = sorted(set(given))
    reasons = [GIVEN] * len(queue)
    for fact in queue:
        holds[fact] = 1
    for rule in program.always:
        if not holds[heads[rule]]:
            holds[heads[rule]] = 1
            queue.append(heads[rule])
            reasons.append(rule)
    for fact in queue:  # grows while it is walked
        for rule in uses[fact]:
            left = waits[rule] - 1
            waits[rule] = left
            if not left:
                head = heads[rule]
                if not holds[head]:
                    holds[head] = 1
                    queue.append(head)
                    reasons.append(rule)
    return Model(program, dict(zip(queue, reasons, strict=True)))
