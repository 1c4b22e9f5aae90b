"""The known word that was probably meant."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.source.suggest import nearest

KNOWN = [
    "api-process",
    "worker",
    "keystone-listener",
    "database",
    "request-credentials",
    "requestor",
    "listener",
]


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("api-procces", "api-process"),
        ("API Process", "api-process"),
        ("api_process", "api-process"),
        ("apiprocess", "api-process"),
        ("databsae", "database"),
        ("requester", "requestor"),
        ("listner", "listener"),
        ("request-credential", "request-credentials"),
        ("network", None),
        ("db", None),
        ("", None),
        ("-", None),
    ],
)
def test_a_slip_of_the_finger_is_recognised_and_another_word_is_not(word: str, meant: str | None) -> None:
    assert nearest(word, KNOWN) == meant


def test_short_words_are_compared_strictly() -> None:
    assert nearest("12", ["13", "1", "123"]) is None
    assert nearest("web", ["wep"]) == "wep"


def test_two_exchanged_letters_are_one_mistake() -> None:
    assert nearest("wbe", ["web"]) == "web"
    assert nearest("ab", ["ba"], limit=1) == "ba"


def test_the_nearest_wins_and_among_equals_the_first_of_the_alphabet() -> None:
    assert nearest("worker", ["workerss", "workers", "worke"]) == "worke"
    assert nearest("worker", ["worker-2", "worker-1"]) == "worker-1"


def test_the_limit_can_be_said() -> None:
    assert nearest("worker", ["walker"], limit=1) is None
    assert nearest("worker", ["walker"], limit=2) == "walker"


@given(st.lists(st.text(alphabet="abc-_ ", max_size=6)), st.text(alphabet="abc-_ ", max_size=6))
def test_the_order_of_what_is_known_does_not_matter(known: list[str], word: str) -> None:
    assert nearest(word, known) == nearest(word, list(reversed(known))) == nearest(word, known * 2)


@given(st.text(max_size=30), st.lists(st.text(max_size=30)))
def test_what_is_suggested_is_known(word: str, known: list[str]) -> None:
    assert nearest(word, known) in {None, *known}


def test_very_long_words_and_very_many_take_little_time() -> None:
    many = [f"component-{number}" for number in range(20_000)]
    began = time.process_time()

    assert nearest("x" * 1_000_000, ["y" * 1_000_000]) is None
    for _ in range(5):
        nearest("componnet-77", many)
    assert time.process_time() - began < 5
