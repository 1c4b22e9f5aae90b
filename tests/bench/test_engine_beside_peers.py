"""What is counted beside other engines, on a page small enough to see that it is counted right."""

from __future__ import annotations

from bartizan.model.control import ControlState
from bartizan.rules.answers.analysis import analyse_page
from bartizan.rules.answers.threats import Status, counted, threats_of
from bartizan.rules.facts.of_controls import Holding, Sort
from bench.engine_beside_peers import (
    Noticed,
    SideBySide,
    lists_the_same,
    our_noise,
    ours,
    theirs,
    with_controls,
    with_everything_in_place,
    with_nothing_said,
)
from bench.figures import Figure
from bench.made_up_service import made_up_service
from bench.plain_system import plain_system
from bench.results_page import Results, page

SMALL = made_up_service(12, controls=2)


def test_of_our_engine_the_controls_that_were_degraded_are_counted() -> None:
    system = plain_system(SMALL)
    noticed = ours("small", SMALL, system)
    assert noticed.degraded == len(system.degraded) > 0
    assert noticed.nothing_more is not None
    assert 0 <= noticed.elsewhere <= noticed.degraded - noticed.nothing_more
    assert noticed.list_same <= noticed.degraded


def test_a_control_that_is_taken_away_changes_the_list_and_one_that_was_never_there_does_not() -> None:
    on = with_controls(SMALL, ("2/encryption",), ControlState.IN_PLACE)
    off = with_controls(SMALL, ("2/encryption",), ControlState.ABSENT)
    assert lists_the_same(on, ("2/encryption",)) == 0
    assert lists_the_same(off, ("2/encryption",)) == 1


def test_with_nothing_said_nothing_is_certain_and_what_there_is_remains() -> None:
    bare = with_nothing_said(SMALL)
    assert counted(threats_of(analyse_page(bare)))[Status.CERTAIN] == 0
    assert [*bare.components] == [*SMALL.components]
    assert [(each.requestor, each.listener) for each in bare.interfaces.values()] == [
        (each.requestor, each.listener) for each in SMALL.interfaces.values()
    ]


def test_with_everything_in_place_no_control_is_left_in_doubt() -> None:
    controls = analyse_page(with_everything_in_place(SMALL)).grounded.controls.values()
    assert {each.holding for each in controls if each.sort is Sort.CONTROL} == {Holding.IN_PLACE}


def test_what_a_peer_says_is_counted_control_by_control() -> None:
    said = {
        "seconds": 1.0,
        "degraded_seconds": 2.0,
        "degraded": [[0, 0, 0], [3, 0, 0], [2, 1, 1], [1, 1, 0]],
    }
    noticed = theirs("small", "another", "much", said)
    assert (noticed.degraded, noticed.list_same, noticed.nothing_more, noticed.elsewhere) == (4, 1, 2, 1)


def test_a_peer_without_a_notion_of_what_follows_is_not_given_one() -> None:
    said = {"seconds": 1.0, "degraded_seconds": 2.0, "degraded": [[0, None, 0], [3, None, 1]]}
    assert theirs("small", "another", "much", said).nothing_more is None


def test_the_page_shows_every_engine_and_a_dash_where_there_is_nothing_to_count() -> None:
    row = Noticed(
        system="small", engine="another", answer="much", once=0.5, all_degraded=2.0, degraded=4, list_same=1,
        nothing_more=None, elsewhere=2,
    )  # fmt: skip
    noise = our_noise(SMALL)
    figures = [Figure("slow", 2.0, "s", 1.0)]
    results = Results(
        commands=figures,
        answers=[],
        engine=[],
        beside_pytm=[],
        side_by_side=SideBySide((row,), (noise,), "12 interfaces"),
    )
    text = page(results)
    assert "| small | another | much | 0.500 s | 4 | 2.00 s | 1, 25% | – | 2, 50% |" in text
    assert f"| Bartizan | {noise.rules} | {noise.nothing_said} |" in text
    assert "| slow | 2.00 s | ≤ 1 s | **missed** |" in text
    assert results.figures[0].missed
