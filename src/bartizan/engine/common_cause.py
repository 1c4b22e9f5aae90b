"""Several things that one cause brings about together."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

Rule = tuple[Hashable, tuple[Hashable, ...], object]


def common_cause(cause: Hashable, members: Sequence[Hashable], origin: object) -> Iterator[Rule]:
    """Yield the rules by which one cause lets several facts come true together; it is one more fact with its own chance."""
    for member in members:
        yield member, (cause,), origin
