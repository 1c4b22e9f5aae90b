"""The part of a program that one goal depends on, made as small as can be without changing the answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from bartizan.engine.cycles import in_order_of_need
from bartizan.engine.equations import Equations
from bartizan.engine.residual import Residual

Pair = tuple[int, int]


@dataclass(frozen=True, eq=False)
class GoalSlice:
    """What decides one goal. The first places are the variables, for which nothing is enough but being chosen."""

    variables: tuple[int, ...]
    """The fact, by its number in the program, that each variable stands for; sorted."""
    equations: Equations
    """What is enough for each place."""
    goal: int
    """The place of the goal."""

    @cached_property
    def acyclic(self) -> bool:
        """Whether no place needs itself, over however many others."""
        return len(self.equations.groups) == len(self.equations.alone)


def goal_slice(left: Residual, goal: int) -> GoalSlice:
    """Return what decides a goal, by its number; it must be one that is left to decide.

    Rules that need the goal are dropped (once it holds, nothing else matters), and all that it does not depend on. What
    needs each other one by one, in a circle, becomes one place, and so does what only hands on another one.
    """
    place = left.places[goal]
    assert place >= 0, "the goal holds anyway or never"
    equations = without_uses(left.equations, place)
    reached = depended_on(equations, place)
    free = len(left.free)
    names = alike(equations, reached, free)
    alone, joint = merged(equations, reached, free, names, names[place])
    return numbered_anew(left, alone, joint, names[place])


def without_uses(equations: Equations, goal: int) -> Equations:
    """Return what is enough for each place when nothing may rest on the goal."""
    return Equations(
        [[one for one in ones if one != goal] if goal in ones else ones for ones in equations.alone],
        [[pair for pair in pairs if goal not in pair] if pairs else pairs for pairs in equations.joint],
    )


def depended_on(equations: Equations, goal: int) -> list[int]:
    """Return the places that a goal depends on, and its own, sorted."""
    alone, joint = equations.alone, equations.joint
    seen = bytearray(len(alone))
    seen[goal] = 1
    reached = [goal]
    for place in reached:  # grows while it is walked
        for one in alone[place]:
            if not seen[one]:
                seen[one] = 1
                reached.append(one)
        for one, other in joint[place]:
            if not seen[one]:
                seen[one] = 1
                reached.append(one)
            if not seen[other]:
                seen[other] = 1
                reached.append(other)
    return sorted(reached)


def alike(equations: Equations, reached: Sequence[int], free: int) -> list[int]:
    """Return for each place one that holds exactly when it does: the same for all of which that can easily be seen.

    A variable is written as ~place: the place itself may also be concluded from others.
    """
    alone, joint = equations.alone, equations.joint
    at = [0] * len(alone)
    for number, place in enumerate(reached):
        at[place] = number
    names = list(range(len(alone)))
    for numbers in in_order_of_need([[at[one] for one in alone[place]] for place in reached]):
        if len(numbers) == 1 and joint[reached[numbers[0]]]:
            continue
        group = {reached[number] for number in numbers}
        outside = {names[one] for place in group for one in alone[place] if one not in group}
        outside.update(~place for place in group if place < free)
        same = min(group)
        if len(outside) == 1 and not any(joint[place] for place in group):
            (same,) = outside
        for place in group:
            names[place] = same
    return names


def merged(
    equations: Equations, reached: Sequence[int], free: int, names: list[int], goal: int
) -> tuple[dict[int, set[int]], dict[int, set[Pair]]]:
    """Return what is enough for each name that the goal still depends on, without what says nothing more."""
    members: dict[int, list[int]] = {}
    for place in reached:
        members.setdefault(names[place], []).append(place)
    alone: dict[int, set[int]] = {}
    joint: dict[int, set[Pair]] = {}
    pending = [goal]
    while pending:
        head = pending.pop()
        if head in alone:
            continue
        ones: set[int] = set()
        both: set[Pair] = set()
        for place in members[head] if head >= 0 else ():
            if place < free:
                ones.add(~place)
            for one in equations.alone[place]:
                ones.add(names[one])
            for one, other in equations.joint[place]:
                first, second = names[one], names[other]
                if first == second:
                    ones.add(first)
                else:
                    both.add((first, second) if first < second else (second, first))
        ones.discard(head)
        alone[head] = ones
        joint[head] = {pair for pair in both if not (pair[0] in ones or pair[1] in ones or head in pair)}
        pending.extend(ones)
        for pair in joint[head]:
            pending.extend(pair)
    return alone, joint


def numbered_anew(
    left: Residual, alone: dict[int, set[int]], joint: dict[int, set[Pair]], goal: int
) -> GoalSlice:
    """Return the slice with the variables first, sorted by their facts, and all else as it was sorted."""
    variables = sorted((name for name in alone if name < 0), key=lambda name: left.facts[~name])
    names = [*variables, *sorted(name for name in alone if name >= 0)]
    at = {name: number for number, name in enumerate(names)}
    equations = Equations(
        [sorted([at[one] for one in alone[name]]) for name in names],
        [sorted([(at[one], at[other]) for one, other in joint[name]]) for name in names],
    )
    return GoalSlice(tuple(left.facts[~name] for name in variables), equations, at[goal])
