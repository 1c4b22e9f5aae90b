"""The order in which facts can be worked out: what needs each other together, after all that it needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence


def in_order_of_need(needs: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return groups of numbers that need each other in a circle, each group after those it needs.

    A number that is in no circle is a group of its own. `needs` holds what each number needs. This is Tarjan's
    algorithm (SIAM Journal on Computing 1(2), 1972) with a stack of its own instead of recursion; linear.
    """
    groups: list[list[int]] = []
    count = len(needs)
    met = [0] * count  # when each was first met, from 1; `done` once it is in a group
    low = [0] * count
    done = count + 1
    clock = 0
    open_: list[int] = []
    for root in range(count):
        if met[root]:
            continue
        clock += 1
        met[root] = low[root] = clock
        open_.append(root)
        path: list[tuple[int, Iterator[int]]] = [(root, iter(needs[root]))]
        while path:
            here, ahead = path[-1]
            lowest = low[here]
            for there in ahead:
                when = met[there]
                if not when:
                    low[here] = lowest
                    clock += 1
                    met[there] = low[there] = clock
                    open_.append(there)
                    path.append((there, iter(needs[there])))
                    break
                lowest = min(lowest, when)
            else:
                path.pop()
                if lowest == met[here]:
                    groups.append(closed(here, open_, met, done))
                else:
                    above = path[-1][0]
                    low[above] = min(low[above], lowest)
    return groups


def closed(first: int, open_: list[int], met: list[int], done: int) -> list[int]:
    """Take the group that was entered at `first` off the stack, in the order in which its members were met."""
    start = len(open_) - 1
    while open_[start] != first:
        start -= 1
    group = open_[start:]
    del open_[start:]
    for member in group:
        met[member] = done
    return group
