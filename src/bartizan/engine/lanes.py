"""Many scenarios at once: what holds in each, as one integer for each fact with one bit for each scenario."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bartizan.engine.completeness import Complete, Stopped
from bartizan.engine.equations import LANES_IN_A_STEP, work_out
from bartizan.engine.program import Program
from bartizan.engine.residual import Residual, residual

SWEEP_BUDGET = 50_000_000
"""Rule evaluations, each for up to 2,048 scenarios, after which a sweep stops: about a minute's work."""


@dataclass(frozen=True, eq=False)
class Lanes:
    """What holds in each of many scenarios that share a base. Scenario *j* is bit *j*."""

    left: Residual
    """The part of the program that the scenarios decide."""
    values: list[int]
    """For each place of that part, the scenarios in which it holds."""
    count: int
    """How many scenarios there are."""
    complete: Complete | Stopped
    """When stopped, what is said to hold does, and more may hold."""

    def lanes(self, fact: int) -> int:
        """Return the scenarios in which a fact, by its number, holds: bit *j* for scenario *j*."""
        if self.left.certain[fact]:
            return (1 << self.count) - 1
        place = self.left.places[fact]
        return self.values[place] if place >= 0 else 0

    def newly(self, scenario: int) -> tuple[int, ...]:
        """Return the facts, sorted, that hold in a scenario and not from the base alone."""
        bit = 1 << scenario
        pairs = zip(self.left.facts, self.values, strict=True)
        return tuple(sorted(fact for fact, value in pairs if value & bit and fact >= 0))

    def newly_in_each(self, among: Iterable[int] | None = None) -> list[list[int]]:
        """Return, for each scenario, the facts that are new in it, sorted; only those of `among` where it is given.

        Costs as much as the answer is long, where asking for one scenario costs as much as there are facts.
        """
        answers: list[list[int]] = [[] for _ in range(self.count)]
        places = self.left.places
        wanted = (fact for fact in self.left.facts if fact >= 0) if among is None else among
        for fact in sorted(set(wanted)):
            if places[fact] >= 0:
                for scenario in bits(self.values[places[fact]]):
                    answers[scenario].append(fact)
        return answers

    def sizes(self, among: Iterable[int] | None = None) -> list[int]:
        """Return, for each scenario, how many facts are new in it; only those of `among` are counted where it is given."""
        places = self.left.places
        if among is None:
            pairs = zip(self.left.facts, self.values, strict=True)
            return column_sums((value for fact, value in pairs if fact >= 0), self.count)
        wanted = (places[fact] for fact in set(among))
        return column_sums((self.values[place] for place in wanted if place >= 0), self.count)


def sweep(
    program: Program, base: Iterable[int], scenarios: Sequence[Iterable[int]], *, budget: int = SWEEP_BUDGET
) -> Lanes:
    """Return what holds in each scenario: its facts, by number, together with the base."""
    scenarios = [tuple(scenario) for scenario in scenarios]
    possible = dict.fromkeys(fact for scenario in scenarios for fact in scenario)
    return sweep_within(residual(program, base, possible), scenarios, budget=budget)


def sweep_within(left: Residual, scenarios: Sequence[Iterable[int]], *, budget: int = SWEEP_BUDGET) -> Lanes:
    """Return what holds in each scenario, for a residual that was made before; all of their facts must be possible in it."""
    added: dict[int, list[int]] = {}
    for scenario, facts in enumerate(scenarios):
        for fact in facts:
            added.setdefault(fact, []).append(scenario)
    start = {fact: mask(lanes, len(scenarios)) for fact, lanes in added.items()}
    return sweep_masks(left, start, len(scenarios), budget=budget)


def sweep_masks(left: Residual, start: dict[int, int], count: int, *, budget: int = SWEEP_BUDGET) -> Lanes:
    """Return what holds in each of `count` scenarios when each fact of `start` is added in the scenarios of its mask."""
    values = [0] * len(left.facts)
    for fact, lanes in start.items():
        if not left.certain[fact]:
            place = left.places[fact]
            assert 0 <= place < len(left.free), "a scenario adds what was not named as possible"
            values[place] |= lanes
    share = budget // (1 + count // LANES_IN_A_STEP)
    enough = share > 0 and work_out(left.equations, values, share) >= 0
    return Lanes(left, values, count, Complete() if enough else Stopped(budget, "rule evaluations"))


def mask(lanes: Sequence[int], count: int) -> int:
    """Return the integer with those bits set, each below `count`."""
    if len(lanes) == 1:
        return 1 << lanes[0]
    octets = bytearray(count // 8 + 1)
    for lane in lanes:
        octets[lane >> 3] |= 1 << (lane & 7)
    return int.from_bytes(octets, "little")


def bits(value: int) -> list[int]:
    """Return the numbers of the bits that are set, lowest first."""
    found: list[int] = []
    for start, octet in enumerate(value.to_bytes((value.bit_length() + 7) // 8, "little")):
        if octet:
            found.extend(start * 8 + bit for bit in BITS_OF_AN_OCTET[octet])
    return found


BITS_OF_AN_OCTET = [[bit for bit in range(8) if octet >> bit & 1] for octet in range(256)]


def column_sums(rows: Iterable[int], count: int) -> list[int]:
    """Return for each of `count` bit positions in how many rows it is set: all positions are added up at once."""
    planes: list[int] = []  # the sums in binary: bit j of planes[i] is bit i of the sum at position j
    for row in rows:
        carry, plane = row, 0
        while carry:
            if plane == len(planes):
                planes.append(0)
            planes[plane], carry, plane = planes[plane] ^ carry, planes[plane] & carry, plane + 1
    sums = [0] * count
    for power, digits in enumerate(planes):
        for position in bits(digits):
            sums[position] += 1 << power
    return sums
