"""Controls that fall in degrees: what has fallen far has also fallen a little."""

from __future__ import annotations

import itertools
from collections.abc import Hashable, Iterator, Sequence

Rule = tuple[Hashable, tuple[Hashable, ...], object]


def graded(levels: Sequence[Hashable], steps: Sequence[Hashable], origin: object) -> Iterator[Rule]:
    """Yield the rules by which each level follows from its step and those before, and from each further level.

    `levels` go from slightly to fully degraded. Give a scenario the level; but let cut sets choose among the `steps`: a
    minimal set then holds just the steps up to the level it needs, and none that falls further than it must. After finite
    degradation structures (Rauzy and Yang, Information 10(12), 2019).
    """
    assert len(levels) == len(steps)
    for number, level in enumerate(levels):
        yield level, tuple(steps[: number + 1]), origin
    for weaker, stronger in itertools.pairwise(levels):
        yield weaker, (stronger,), origin
