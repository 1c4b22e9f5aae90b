"""Which choices leave a goal unreached: the fixpoint of a goal's slice, grown one variable at a time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from bartizan.engine.budget import Budget
from bartizan.engine.goal_slice import GoalSlice

STEPS_FOR_A_VARIABLE = 8
"""What trying one variable costs, in steps of the budget, beside what follows from it."""


@dataclass(frozen=True, eq=False)
class SafeSets:
    """Answers whether some variables reach the goal, and if not, which ones must not join them."""

    piece: GoalSlice
    """What decides the goal."""
    budget: Budget
    """How much may still be looked at."""

    @cached_property
    def lifts(self) -> list[list[int]]:
        """For each place, those for which it is enough alone."""
        lifts: list[list[int]] = [[] for _ in self.piece.equations.alone]
        for head, alone in enumerate(self.piece.equations.alone):
            for one in alone:
                lifts[one].append(head)
        return lifts

    @cached_property
    def pairs(self) -> list[list[tuple[int, int]]]:
        """For each place, the other one of each pair it is in, and for which place that pair is enough."""
        pairs: list[list[tuple[int, int]]] = [[] for _ in self.piece.equations.joint]
        for head, joint in enumerate(self.piece.equations.joint):
            for one, other in joint:
                pairs[one].append((other, head))
                pairs[other].append((one, head))
        return pairs

    @cached_property
    def steps_for_a_place(self) -> int:
        """How many places are looked at, on average, for each that is added."""
        return 1 + 2 * self.piece.equations.size // len(self.lifts)

    def conflict_missed_by(self, chosen: int) -> int | None:
        """Return variables of which the goal needs one more than the chosen ones; nothing when those reach it.

        All variables but these may be chosen together without reaching the goal, and none of these may join them.
        """
        variables = range(len(self.piece.variables))
        self.budget.spend(STEPS_FOR_A_VARIABLE * len(variables))
        holds = bytearray(len(self.lifts))
        critical = bytearray(len(self.lifts))  # that would be enough, with what holds
        critical[self.piece.goal] = 1
        added = self.add([variable for variable in variables if chosen >> variable & 1], holds, critical)
        if added is None:
            return None
        self.find_critical([self.piece.goal], added, holds, critical)
        conflict = 0
        for variable in variables:
            if holds[variable]:
                continue
            added = None if critical[variable] else self.add((variable,), holds, critical)
            if added is None:
                conflict |= 1 << variable
            else:
                self.find_critical([], added, holds, critical)
        return conflict

    def add(self, variables: Iterable[int], holds: bytearray, critical: bytearray) -> list[int] | None:
        """Add variables and what follows to what holds; nothing, and nothing added, when something critical would follow."""
        lifts, pairs = self.lifts, self.pairs
        added = list(variables)
        for place in added:
            holds[place] = 1
        for place in added:  # grows while it is walked
            if critical[place]:
                break
            for head in lifts[place]:
                if not holds[head]:
                    holds[head] = 1
                    added.append(head)
            for other, head in pairs[place]:
                if holds[other] and not holds[head]:
                    holds[head] = 1
                    added.append(head)
        else:
            self.budget.spend(len(added) * self.steps_for_a_place)
            return added
        self.budget.spend(len(added) * self.steps_for_a_place)
        for place in added:
            holds[place] = 0
        return None

    def find_critical(
        self, found: list[int], added: list[int], holds: bytearray, critical: bytearray
    ) -> None:
        """Mark all that has become critical now that some places were added to what holds, going backwards."""
        alone, joint, pairs = self.piece.equations.alone, self.piece.equations.joint, self.pairs
        for place in added:
            for other, head in pairs[place]:
                if critical[head] and not critical[other]:
                    critical[other] = 1
                    found.append(other)
        for place in found:  # grows while it is walked
            for one in alone[place]:
                if not critical[one]:
                    critical[one] = 1
                    found.append(one)
            for one, other in joint[place]:
                if holds[one]:
                    if not critical[other]:
                        critical[other] = 1
                        found.append(other)
                elif holds[other] and not critical[one]:
                    critical[one] = 1
                    found.append(one)
        self.budget.spend(len(found) * self.steps_for_a_place)
