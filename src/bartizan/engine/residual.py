"""What is left to decide: the facts that hold in some scenario and not in all, and the rules among them."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from bartizan.engine.equations import Equations
from bartizan.engine.program import Program

NOWHERE = -1
"""The place of a fact that is not left to decide; the fact at a place that only stands between."""


@dataclass(frozen=True, eq=False)
class Residual:
    """A program without what holds anyway and without what never holds; its facts stand at places counted from 0.

    Each rule needs one fact or two: one that needs more is cut, with places that stand for no fact between.
    """

    program: Program
    certain: bytes
    """For each fact of the program, whether it follows from the base alone."""
    facts: list[int]
    """The fact at each place, nearest to the scenarios' facts first; `NOWHERE` for places that only stand between."""
    places: array[int]
    """The place of each fact of the program, or `NOWHERE`."""
    free: tuple[int, ...]
    """The places of the facts that scenarios may add, in the order in which they were named."""
    equations: Equations
    """What is enough for each place."""


def residual(program: Program, base: Iterable[int], possible: Iterable[int]) -> Residual:
    """Return what is left to decide when the base is given and any of the `possible` facts may be added.

    One fixpoint in two parts, the base's and then all that the possible facts add: linear.
    """
    waits = program.lengths[:]
    holds = bytearray(len(program.names))
    start = [program.heads[rule] for rule in program.always]
    spread(program, [*base, *start], waits, holds)
    certain = bytes(holds)
    free = [fact for fact in dict.fromkeys(possible) if not certain[fact]]
    facts, fired = spread_further(program, free, waits, certain)
    places = array("i", [NOWHERE]) * len(certain)
    for place, fact in enumerate(facts):
        places[fact] = place
    equations = without_the_certain(program, fired, facts, places)
    return Residual(program, certain, facts, places, tuple(range(len(free))), equations)


def spread(program: Program, first: Iterable[int], waits: bytearray | array[int], holds: bytearray) -> None:
    """Add facts, and all that follows, to what holds."""
    heads, uses = program.heads, program.uses
    queue: list[int] = []
    for fact in first:
        if not holds[fact]:
            holds[fact] = 1
            queue.append(fact)
    for fact in queue:  # grows while it is walked
        for rule in uses[fact]:
            left = waits[rule] - 1
            waits[rule] = left
            if not left:
                head = heads[rule]
                if not holds[head]:
                    holds[head] = 1
                    queue.append(head)


def spread_further(
    program: Program, first: Iterable[int], waits: bytearray | array[int], certain: bytes
) -> tuple[list[int], list[int]]:
    """Return the facts that follow when some are added to the certain ones, and the rules that conclude them."""
    heads, uses = program.heads, program.uses
    holds = bytearray(certain)
    queue: list[int] = []
    fired: list[int] = []
    for fact in first:
        holds[fact] = 1
        queue.append(fact)
    for fact in queue:  # grows while it is walked
        for rule in uses[fact]:
            left = waits[rule] - 1
            waits[rule] = left
            if not left:
                head = heads[rule]
                if not certain[head]:
                    fired.append(rule)
                    if not holds[head]:
                        holds[head] = 1
                        queue.append(head)
    return queue, fired


def without_the_certain(
    program: Program, fired: Iterable[int], facts: list[int], places: array[int]
) -> Equations:
    """Return rules without the premises that hold anyway, each cut until it needs no more than two facts.

    The places that this takes are added to the facts, as places that stand between.
    """
    heads, bodies = program.heads, program.bodies
    alone = [array("i") for _ in facts]
    pairs: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    between: dict[tuple[int, int], int] = {}
    for rule in fired:
        head = places[heads[rule]]
        body = [place for fact in bodies[rule] if (place := places[fact]) >= 0]
        if len(body) == 1:
            if body[0] != head:
                alone[head].append(body[0])
        elif head not in body:
            if len(body) > 2:
                body = [places[fact] for fact in sorted(bodies[rule]) if places[fact] >= 0]
            while len(body) > 2:
                pair = (body[0], body[1]) if body[0] < body[1] else (body[1], body[0])
                if pair not in between:
                    between[pair] = len(facts)
                    pairs[len(facts)].append(pair)
                    facts.append(NOWHERE)
                    alone.append(array("i"))
                body[:2] = [between[pair]]
            pairs[head].append((body[0], body[1]))
    return Equations(alone, [pairs.get(place, ()) for place in range(len(facts))])
