"""How much each thing counts on the ways to a goal, by hand."""

from __future__ import annotations

from bartizan.rules.answers.importance import Weight, weights
from bartizan.rules.threats.ground import Ground

A, B, C, D = (("degraded", letter) for letter in "abcd")
SETS: list[list[Ground]] = [[A, B, C], [A, D], [B, C, D]]
COSTS = [9.0, 5.0, 2.0]


def by_fact(sets: list[list[Ground]] = SETS, costs: list[float] = COSTS) -> dict[Ground, Weight]:
    return {each.fact: each for each in weights(sets, costs, {})}


def test_the_cheapest_way_with_a_thing_is_the_one_that_costs_least() -> None:
    assert {fact: weight.cheapest for fact, weight in by_fact().items()} == {A: 5, B: 2, C: 2, D: 2}


def test_the_smallest_way_with_a_thing_is_the_one_with_fewest_things() -> None:
    assert {fact: weight.smallest for fact, weight in by_fact().items()} == {A: 2, B: 3, C: 3, D: 2}


def test_the_smallest_way_need_not_be_the_cheapest() -> None:
    weight = by_fact()[D]
    assert (weight.smallest, weight.cheapest) == (2, 2.0)
    assert weight.sets == 2
    assert weight.of == 3


def test_a_thing_that_is_enough_alone_decides_most_and_stands_first() -> None:
    found = weights([[A], [B, C]], [1.0, 1.0], {})
    assert [each.fact for each in found] == [A, B, C]
    # A decides unless B and C both fail; each of those decides only while A holds and the other fails.
    assert [each.decides for each in found] == [0.75, 0.25, 0.25]
