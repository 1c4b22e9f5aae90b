"""When a goal holds, as a decision diagram: asked about one variable after the other, each question written once."""

from __future__ import annotations

from collections.abc import Sequence

from bartizan.engine.budget import Budget, BudgetSpent
from bartizan.engine.goal_slice import GoalSlice

NEVER, ALWAYS = 0, 1
"""The two diagrams that ask nothing."""
STEPS_FOR_A_NODE = 8
"""What asking one question costs, in steps of the budget."""
DEEPEST = 500
"""The most variables of a diagram: it is walked by recursion."""


class Diagram:
    """Nodes of reduced ordered binary decision diagrams (Bryant, IEEE Transactions on Computers C-35(8), 1986).

    A node asks for a variable, by its level; `low` is where it goes on when the variable is not chosen, `high` when it is.
    Two nodes that say the same are one, so that comparing diagrams is comparing numbers.
    """

    def __init__(self, budget: Budget) -> None:
        self.budget = budget
        self.levels = [DEEPEST, DEEPEST]
        self.lows = [NEVER, ALWAYS]
        self.highs = [NEVER, ALWAYS]
        self.known: dict[tuple[int, int, int], int] = {}
        self.ands: dict[tuple[int, int], int] = {}
        self.ors: dict[tuple[int, int], int] = {}

    def node(self, level: int, low: int, high: int) -> int:
        """Return the diagram that asks for the variable of a level first."""
        if low == high:
            return low
        key = (level, low, high)
        found = self.known.get(key)
        if found is None:
            if not self.budget.spend(STEPS_FOR_A_NODE):
                raise BudgetSpent
            found = self.known[key] = len(self.levels)
            self.levels.append(level)
            self.lows.append(low)
            self.highs.append(high)
        return found

    def both(self, one: int, other: int) -> int:
        """Return the diagram that holds when both do."""
        if one > other:
            one, other = other, one
        if one in (other, NEVER):
            return one
        if one == ALWAYS:
            return other
        key = (one, other)
        found = self.ands.get(key)
        if found is None:
            level, (low, other_low), (high, other_high) = self.split(one, other)
            found = self.ands[key] = self.node(level, self.both(low, other_low), self.both(high, other_high))
        return found

    def either(self, one: int, other: int) -> int:
        """Return the diagram that holds when one of them does."""
        if one > other:
            one, other = other, one
        if one in (other, ALWAYS):
            return one
        if one == NEVER:
            return other
        key = (one, other)
        found = self.ors.get(key)
        if found is None:
            level, (low, other_low), (high, other_high) = self.split(one, other)
            found = self.ors[key] = self.node(
                level, self.either(low, other_low), self.either(high, other_high)
            )
        return found

    def split(self, one: int, other: int) -> tuple[int, tuple[int, int], tuple[int, int]]:
        """Return the first level that either asks for, and what both are without its variable and with it."""
        if not self.budget.spend(STEPS_FOR_A_NODE):
            raise BudgetSpent
        first, second = self.levels[one], self.levels[other]
        if first < second:
            return first, (self.lows[one], other), (self.highs[one], other)
        if first > second:
            return second, (one, self.lows[other]), (one, self.highs[other])
        return first, (self.lows[one], self.lows[other]), (self.highs[one], self.highs[other])


def order_of_asking(piece: GoalSlice) -> list[int]:
    """Return the variables in the order in which a walk from the goal first meets them: what belongs together stays so.

    Where the walk parts, what looks the same from outside decides the order, not how places happen to be numbered.
    """
    alone, joint = piece.equations.alone, piece.equations.joint
    # Of each place the first variable below it, and a digest of all that is below it.
    looks: list[tuple[int, int]] = [(len(piece.variables), 0)] * len(alone)
    for group in piece.equations.groups:
        for place in group:
            if place < len(piece.variables):
                looks[place] = (place, hash((place,)))
                continue
            bodies = [*joint[place], *((one,) for one in alone[place])]
            below = sorted(tuple(sorted(looks[one] for one in body)) for body in bodies)
            first = min((part[0] for parts in below for part in parts), default=len(piece.variables))
            looks[place] = (first, hash(tuple(below)))
    met: list[int] = []
    seen = {piece.goal}
    pending = [piece.goal]
    while pending:
        place = pending.pop()
        if place < len(piece.variables):
            met.append(place)
        needs = sorted(
            {*alone[place], *(one for pair in joint[place] for one in pair)}, key=looks.__getitem__
        )
        fresh = [need for need in needs if need not in seen]
        seen.update(fresh)
        pending.extend(reversed(fresh))
    return met


def diagram_of(piece: GoalSlice, order: Sequence[int], diagram: Diagram) -> int:
    """Return the node that says when the goal of a slice holds; variables are asked for in that order."""
    equations = piece.equations
    values = [NEVER] * len(equations.alone)
    for level, variable in enumerate(order):
        values[variable] = diagram.node(level, NEVER, ALWAYS)
    for group in equations.groups:
        settled = False
        while not settled:
            settled = True
            for place in sorted(group):
                value = worked_out(piece, place, values, diagram)
                if value != values[place]:
                    values[place] = value
                    settled = len(group) == 1
    return values[piece.goal]


def worked_out(piece: GoalSlice, place: int, values: Sequence[int], diagram: Diagram) -> int:
    """Return when a place holds, as far as that is known of what it needs."""
    enough = {values[place], *(values[one] for one in piece.equations.alone[place])}
    enough.update(diagram.both(values[one], values[other]) for one, other in piece.equations.joint[place])
    value = NEVER
    for part in sorted(
        enough, key=lambda part: (-diagram.levels[part], part)
    ):  # from the bottom up: small steps
        value = diagram.either(value, part)
    return value
