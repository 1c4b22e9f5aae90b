"""Outcomes are told in few words, what is certain apart from what is open, and only for whom it differs."""

from __future__ import annotations

from bartizan.render.report.outcomes import HEADS, counted, fallen, happening, in_a_line, marks
from bartizan.rules.answers.falls import Fall
from bartizan.rules.answers.outcome import Breach, Outcome
from tests.render.report.reports import SHOP, Seen, parts, promises_of

PROMISES = promises_of(SHOP)
PARTS = parts(PROMISES)
LEARNED = Outcome(Breach.LEARNED, "order", 3, rated=True)
STOPPED = Outcome(Breach.STOPPED, "till", 2, rated=False)


def test_everything_that_can_happen_has_words() -> None:
    assert set(HEADS) == set(Breach)


def test_what_happens_stands_before_what_it_happens_to() -> None:
    assert Seen(happening([LEARNED, STOPPED], PARTS)).text == "DisclosedOrderOut of workTill"


def test_what_another_outcome_includes_is_not_told_again() -> None:
    lost = Outcome(Breach.LOST, "order", 1, rated=True)
    gone = Outcome(Breach.UNAVAILABLE, "order", 1, rated=True)
    assert Seen(happening([gone, lost], PARTS)).text == "Lost for goodOrder"


def test_of_many_elements_the_first_are_named_and_the_others_counted() -> None:
    assert Seen(in_a_line([LEARNED, STOPPED], PARTS, most=1)).text == "Order (disclosed), and 1 more"


def test_actors_are_named_only_where_it_is_not_all_of_them() -> None:
    everybody = PROMISES.analysis.actors
    assert len(everybody) == 2
    for_all = Seen(fallen([Fall(LEARNED, everybody, certain=True)], everybody, PARTS)).text
    for_one = Seen(fallen([Fall(LEARNED, everybody[:1], certain=False)], everybody, PARTS)).text
    assert for_all == "!certainDisclosedOrder"
    assert for_one == f"?open through {everybody[0].name}DisclosedOrder"


def test_what_is_certain_stands_first() -> None:
    everybody = PROMISES.analysis.actors
    falls = [Fall(LEARNED, everybody, certain=False), Fall(STOPPED, everybody, certain=True)]
    text = Seen(fallen(falls, everybody, PARTS)).text
    assert text.index("certain") < text.index("open")


def test_what_happens_to_data_is_marked_where_the_data_lies() -> None:
    assert marks([LEARNED, STOPPED], PARTS) == ["component ledger", "component till"]


def test_what_nobody_has_named_is_marked_nowhere() -> None:
    unnamed = Outcome(Breach.ANYTHING_LEARNED, "", 2, rated=False)
    assert marks([unnamed], PARTS) == []
    assert "nobody has named" in happening([unnamed], PARTS)


def test_numbers_are_told_in_words() -> None:
    assert [counted(0, 0), counted(1, 0), counted(2, 3)] == ["nothing", "1 certain", "2 certain, 3 open"]
