from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bartizan.engine.cycles import in_order_of_need

GRAPHS = st.lists(st.lists(st.integers(0, 11), max_size=4), min_size=12, max_size=12)


def reachable(needs: list[list[int]], start: int) -> set[int]:
    seen: set[int] = set()
    pending = [start]
    while pending:
        for there in needs[pending.pop()]:
            if there not in seen:
                seen.add(there)
                pending.append(there)
    return seen


@given(GRAPHS)
def test_what_needs_each_other_is_one_group_after_all_it_needs(needs: list[list[int]]) -> None:
    groups = in_order_of_need(needs)
    assert sorted(place for group in groups for place in group) == list(range(12))
    number = {place: index for index, group in enumerate(groups) for place in group}
    below = [reachable(needs, place) for place in range(12)]
    for one in range(12):
        for other in range(12):
            together = one == other or (one in below[other] and other in below[one])
            assert together == (number[one] == number[other])
        assert all(number[need] <= number[one] for need in needs[one])


def test_a_circle_is_found_and_what_hangs_on_it_comes_after() -> None:
    assert in_order_of_need([[1], [2], [0], [0]]) == [[0, 1, 2], [3]]


def test_three_hundred_thousand_deep_is_not_too_deep() -> None:
    length = 300_000
    assert len(in_order_of_need([[each + 1] for each in range(length)] + [[]])) == length + 1
