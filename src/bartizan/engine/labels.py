"""For every fact at once: which single controls, and which pairs of them, are enough to reach it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bartizan.engine.budget import Budget
from bartizan.engine.completeness import Complete, Completeness, Stopped, UpToOrder
from bartizan.engine.equations import LANES_IN_A_STEP, work_out
from bartizan.engine.lanes import bits
from bartizan.engine.program import Program
from bartizan.engine.residual import Residual, residual

LABEL_BUDGET = 20_000_000
"""Steps after which it stops: well under a minute's work."""
LANES_TOGETHER = 1 << 15
"""How many pairs are tried together: more would need too much memory in a large program."""


@dataclass(frozen=True, eq=False)
class Labels:
    """The smallest sets of degradable facts that are enough for each fact, of up to two."""

    left: Residual
    """The part of the program that they decide."""
    sets: dict[int, tuple[tuple[int, ...], ...]]
    """For each fact that one or two are enough for: the sets, singles first, each group sorted. The base's are not here."""
    complete: Completeness
    """Up to which order they are all there."""

    def of(self, fact: int) -> tuple[tuple[int, ...], ...]:
        """Return the smallest sets for a fact, by its number; the empty set alone when it holds anyway."""
        return ((),) if self.left.certain[fact] else self.sets.get(fact, ())


@dataclass(frozen=True, slots=True)
class Block:
    """Some pairs of variables, one in each lane: all of those with certain higher members."""

    masks: list[int]
    """For each variable, the lanes whose pair holds it."""
    starts: list[tuple[int, int]]
    """For each higher member, where its lanes begin; the lower members follow each other."""
    width: int
    """How many lanes there are."""

    def pair(self, lane: int) -> tuple[int, int]:
        """Return the pair of a lane, the lower variable first."""
        start, higher = next(each for each in reversed(self.starts) if each[0] <= lane)
        return lane - start, higher


def labels(
    program: Program,
    base: Iterable[int],
    degradable: Iterable[int],
    *,
    order: int = 2,
    budget: int = LABEL_BUDGET,
) -> Labels:
    """Return the minimal sets of up to `order` (1 or 2) degradable facts for each fact of the program."""
    assert order in {1, 2}
    left = residual(program, base, degradable)
    work = Budget(budget)
    count = len(left.free)
    singles = tried(left, [1 << variable for variable in range(count)], count, work)
    if singles is None:
        return Labels(left, {}, Stopped(budget, "steps"))
    facts = [place for place, fact in enumerate(left.facts) if fact >= 0]
    found: dict[int, list[tuple[int, ...]]] = {
        place: [(variable,) for variable in bits(singles[place])] for place in facts
    }
    work.spend(sum(map(len, found.values())))
    complete: Completeness = UpToOrder(order) if count > order else Complete()
    if order == 2:
        for block in blocks(count):
            work.spend(4 * count * len(block.starts))
            pairs = tried(left, block.masks, block.width, work)
            if pairs is None:
                complete = Stopped(budget, "steps", 1)
                found = {place: [each for each in sets if len(each) == 1] for place, sets in found.items()}
                break
            add_pairs(found, block, singles, pairs, work)
    return Labels(
        left, {left.facts[place]: named(left, sets) for place, sets in found.items() if sets}, complete
    )


def tried(left: Residual, masks: Sequence[int], width: int, work: Budget) -> list[int] | None:
    """Return for each place the lanes in which it holds; nothing when the budget ran out."""
    if work.spent:
        return None
    steps = 1 + width // LANES_IN_A_STEP
    values = [*masks, *[0] * (len(left.facts) - len(masks))]
    before = work.left // steps
    after = work_out(left.equations, values, before)
    work.spend(work.left if after < 0 else (before - after) * steps)
    return None if after < 0 else values


def blocks(count: int) -> Iterator[Block]:
    """Yield all pairs of so many variables, in blocks."""
    higher = 1
    while higher < count:
        masks = [0] * count
        starts: list[tuple[int, int]] = []
        width = 0
        first = higher
        while higher < count and (width < LANES_TOGETHER or higher == first):
            starts.append((width, higher))
            masks[higher] |= ((1 << higher) - 1) << width
            width += higher
            higher += 1
        for lower in range(higher - 1):
            masks[lower] |= sum(1 << (start + lower) for start, top in starts if lower < top)
        yield Block(masks, starts, width)


def add_pairs(
    found: dict[int, list[tuple[int, ...]]],
    block: Block,
    singles: Sequence[int],
    pairs: Sequence[int],
    work: Budget,
) -> None:
    """Add to each place the pairs of a block that are enough for it, when neither of the two is alone."""
    covered: dict[int, int] = {0: 0}
    for place, sets in found.items():
        alone = singles[place]
        if alone not in covered:
            holding = 0
            for variable in bits(alone):
                holding |= block.masks[variable]
            covered[alone] = holding
        fresh = bits(pairs[place] & ~covered[alone])
        work.spend(len(fresh))
        sets.extend(block.pair(lane) for lane in fresh)


def named(left: Residual, sets: Iterable[tuple[int, ...]]) -> tuple[tuple[int, ...], ...]:
    """Return sets of variables as sorted sets of facts, smaller ones first."""
    facts = (tuple(sorted(left.facts[variable] for variable in each)) for each in sets)
    return tuple(sorted(facts, key=lambda each: (len(each), each)))
