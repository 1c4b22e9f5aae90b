"""How much each thing that can fail counts on the ways to a goal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bartizan.engine.budget import Budget
from bartizan.engine.lanes import mask
from bartizan.engine.likelihood import Chances, Importance, union_of
from bartizan.rules.threats.ground import Ground

HALF = 0.5
"""The chance with which everything fails where only the structure is weighed."""
DIAGRAM_STEPS = 200_000
"""What the diagram of the sets may take; beyond that nothing is said of how often each thing decides."""
WEIGHING_STEPS = 1_000_000
"""The same for what is worked out on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weight:
    """How much one thing counts on the ways to a goal."""

    fact: Ground
    sets: int
    """In how many of the sets it is."""
    of: int
    """How many sets there are, or were looked at."""
    smallest: int
    """How many things the smallest set with it holds: 1 where it is enough alone."""
    cheapest: float
    """What the cheapest set with it costs."""
    decides: float | None
    """How often it is this one thing that decides, when everything else fails half the time (Birnbaum 1969, structural);
    nothing where that would take too long."""
    exact: Importance | None = None
    """The same and more by the probabilities that the page gives; nothing where it gives none."""

    @property
    def share(self) -> float:
        """The part of the sets that it is in: Fussell and Vesely's measure, by counting."""
        return self.sets / self.of


def weights(
    sets: Sequence[Sequence[Ground]],
    costs: Sequence[float],
    exact: Mapping[Ground, Importance],
) -> tuple[Weight, ...]:
    """Return how much each thing in some sets counts, what counts most first; `costs` are those of the sets."""
    facts = sorted({fact for each in sets for fact in each})
    decides = _decides(sets, facts)
    found = []
    for at, fact in enumerate(facts):
        with_it = [(len(each), cost) for each, cost in zip(sets, costs, strict=True) if fact in each]
        found.append(Weight(
            fact=fact, sets=len(with_it), of=len(sets),
            smallest=min(size for size, _cost in with_it), cheapest=min(cost for _size, cost in with_it),
            decides=decides[at] if decides else None, exact=exact.get(fact),
        ))  # fmt: skip
    return tuple(sorted(found, key=_rank))


def _rank(weight: Weight) -> tuple[float, float, int, int, Ground]:
    by_chance = weight.exact.fussell_vesely if weight.exact else 0.0
    return (-by_chance, -(weight.decides or 0.0), weight.smallest, -weight.sets, weight.fact)


def _decides(sets: Sequence[Sequence[Ground]], facts: Sequence[Ground]) -> list[float] | None:
    """Return how often each fact alone decides whether one of the sets holds; nothing where that takes too long."""
    for order in (facts, _as_they_come(sets)):  # how large the diagram grows hangs on the order
        place = {fact: at for at, fact in enumerate(order)}
        masks = [mask([place[fact] for fact in each], len(facts)) for each in sets]
        drawn = union_of(masks, len(facts), Budget(DIAGRAM_STEPS))
        if drawn is not None and len(drawn.nodes) * len(facts) <= WEIGHING_STEPS:
            return [_decided(drawn, len(facts), place[fact]) for fact in facts]
    return None


def _as_they_come(sets: Sequence[Sequence[Ground]]) -> list[Ground]:
    return list(dict.fromkeys(fact for each in sets for fact in each))


def _decided(drawn: Chances, count: int, at: int) -> float:
    half = [HALF] * count
    after = half[at + 1 :]
    return drawn.given([*half[:at], 1.0, *after]) - drawn.given([*half[:at], 0.0, *after])
