"""Rules in their plainest form: each place holds if one of some places does, or both of one of some pairs."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from bartizan.engine.cycles import in_order_of_need

LANES_IN_A_STEP = 2048
"""How many bits of a value count as one step of work: to look at so many takes about as long as to look at one."""


@dataclass(frozen=True, eq=False)
class Equations:
    """Places counted from 0, and what is enough for each to hold. Circles are allowed: the least solution is meant."""

    alone: Sequence[Sequence[int]]
    """For each place, the places each of which is enough for it."""
    joint: Sequence[Sequence[tuple[int, int]]]
    """For each place, the pairs of places that are enough for it together."""

    @cached_property
    def needs(self) -> Sequence[Sequence[int]]:
        """For each place, all places that it looks at."""
        return [
            array("i", [*alone, *chain.from_iterable(joint)]) if joint else alone
            for alone, joint in zip(self.alone, self.joint, strict=True)
        ]

    @cached_property
    def groups(self) -> list[list[int]]:
        """The places in an order in which they can be worked out; those that need each other together."""
        return in_order_of_need(self.needs)

    @cached_property
    def size(self) -> int:
        """How many places are looked at when each is worked out once."""
        return sum(map(len, self.needs))


def work_out(equations: Equations, values: list[int], budget: int) -> int:
    """Let everything follow from the values given, each bit for itself: or is `|` and both is `&`.

    Returns what is left of the budget, which counts the values looked at; negative when it ran out, and then what is set
    is right and more may be missing.
    """
    alone, joint, needs = equations.alone, equations.joint, equations.needs
    for group in equations.groups:
        if len(group) > 1:
            budget = work_out_circle(equations, group, values, budget)
            if budget < 0:
                break
            continue
        (place,) = group
        budget -= len(needs[place])
        if budget < 0:
            break
        value = values[place]
        for one in alone[place]:
            value |= values[one]
        for one, other in joint[place]:
            value |= values[one] & values[other]
        values[place] = value
    return budget


def work_out_circle(equations: Equations, group: list[int], values: list[int], budget: int) -> int:
    """Go round places that need each other until nothing changes; return what is left of the budget."""
    alone, joint, needs = equations.alone, equations.joint, equations.needs
    users: dict[int, list[int]] = {place: [] for place in group}
    for place in group:
        for need in needs[place]:
            if need in users:
                users[need].append(place)
    pending = set(group)
    while pending:
        # Places are numbered in the order in which they first came when all was given, so most are looked at once a round.
        now, pending = sorted(pending), set()
        for place in now:
            budget -= len(needs[place])
            if budget < 0:
                return budget
            pending.discard(place)  # what changed since the round began is looked at now
            old = value = values[place]
            for one in alone[place]:
                value |= values[one]
            for one, other in joint[place]:
                value |= values[one] & values[other]
            if value != old:
                values[place] = value
                pending.update(users[place])
    return budget
