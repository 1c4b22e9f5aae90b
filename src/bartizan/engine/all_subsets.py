"""All combinations of some variables at once: for each of the 2ⁿ, whether the goal holds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bartizan.engine.equations import LANES_IN_A_STEP, work_out
from bartizan.engine.goal_slice import GoalSlice

VARIABLES_AT_ONCE = 16
"""Of so many the combinations are taken together, of the others one after the other: larger columns leave the cache."""
MOST_VARIABLES = 24
"""The most that are tried at all: two megabytes for the goal's column."""

SOMETHING = re.compile(rb"[^\0]")
BITS = [[bit for bit in range(8) if octet >> bit & 1] for octet in range(256)]


def cost_of_all_subsets(piece: GoalSlice) -> int:
    """Return how much work it is at least: to work out each place once."""
    return piece.equations.size * max(1, (1 << len(piece.variables)) // LANES_IN_A_STEP)


def column_of(piece: GoalSlice, budget: int) -> tuple[int | None, int]:
    """Return the combinations in which the goal holds, and what is left of the budget; nothing when it ran out.

    Bit *c* is the combination *c*, in which variable *i* is chosen when bit *i* of *c* is set.
    """
    count = len(piece.variables)
    assert count <= MOST_VARIABLES
    whole = min(count, VARIABLES_AT_ONCE)
    patterns = columns(whole)
    everywhere = (1 << (1 << whole)) - 1
    words = max(1, (1 << whole) // LANES_IN_A_STEP)
    column = 0
    for high in range(1 << (count - whole)):
        values = [0] * len(piece.equations.alone)
        values[:whole] = patterns
        for variable in range(whole, count):
            values[variable] = everywhere if high >> (variable - whole) & 1 else 0
        left = work_out(piece.equations, values, budget // words)
        if left < 0:
            return None, 0
        budget = left * words
        column |= values[piece.goal] << (high << whole)
    return column, budget


def columns(count: int) -> list[int]:
    """Return for each of `count` variables the combinations in which it is chosen."""
    patterns = []
    for variable in range(count):
        column, width = ((1 << (1 << variable)) - 1) << (1 << variable), 2 << variable
        while width < 1 << count:
            column |= column << width
            width *= 2
        patterns.append(column)
    return patterns


def smallest(column: int, count: int) -> Iterator[int]:
    """Yield the combinations of a column from which nothing can be left out, as masks of variables, lowest first.

    The column must be one of a goal that more never helps to avoid, which is so for all of ours.
    """
    larger = 0
    for variable, chosen in enumerate(columns(count)):
        larger |= (column & ~chosen) << (1 << variable)
    octets = (column & ~larger).to_bytes(max(1, (1 << count) // 8), "little")
    for found in SOMETHING.finditer(octets):
        start = found.start()
        for bit in BITS[octets[start]]:
            yield start * 8 + bit


def probability(column: int, chances: Sequence[float]) -> float:
    """Return how likely it is that the goal holds when each variable is chosen with its chance, each for itself."""
    low = min(3, len(chances))
    octets = column.to_bytes(max(1, (1 << len(chances)) // 8), "little")
    of_bit = weights(chances[:low])
    of_octet = [sum(of_bit[bit] for bit in BITS[octet] if bit < len(of_bit)) for octet in range(256)]
    of_start = weights(chances[low:])
    return sum(weight * of_octet[octet] for weight, octet in zip(of_start, octets, strict=True) if octet)


def weights(chances: Sequence[float]) -> list[float]:
    """Return how likely each combination is."""
    likely = [1.0]
    for chance in chances:
        likely = [each * (1 - chance) for each in likely] + [each * chance for each in likely]
    return likely
