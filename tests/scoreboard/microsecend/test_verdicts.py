from __future__ import annotations

from pathlib import Path

import pytest

from tests.scoreboard.microsecend.readings import Reading
from tests.scoreboard.microsecend.test_adapter import page
from tests.scoreboard.microsecend.verdicts import LEFT_OUT, VERDICTS, Answers, Verdict

Nodes = dict[str, list[str]]
Flows = list[tuple[str, str, list[str]]]

USER = {"User": ["user_stereotype"]}
SAFE = ["encrypted_connection", "authenticated", "authorized"]

EXAMPLES: dict[str, tuple[tuple[Nodes, Flows], tuple[Nodes, Flows]]] = {
    "R01": (
        ({"a": ["internal"], "b": ["internal"], **USER}, [("User", "a", []), ("a", "b", [])]),
        ({"a": ["internal"], "b": ["internal"], **USER}, [("User", "a", []), ("User", "b", [])]),
    ),
    "R02": (
        ({"a": ["circuit_breaker"], "b": ["internal"], **USER}, [("User", "a", []), ("a", "b", [])]),
        ({"a": ["gateway"], "b": ["internal"], **USER}, [("User", "a", []), ("a", "b", [])]),
    ),
    "R04": (
        ({"a": ["authorization", "authentication"], **USER}, [("User", "a", [])]),
        ({"a": ["authentication"], **USER}, [("User", "a", [])]),
    ),
    "R05": (
        ({"a": ["authorization", "authentication"], **USER}, [("User", "a", [])]),
        ({"a": ["internal"], **USER}, [("User", "a", [])]),
    ),
    "R06": (
        ({"a": ["internal"], "b": ["internal"]}, [("a", "b", ["authenticated", "authorized"])]),
        ({"a": ["internal"], "b": ["internal"]}, [("a", "b", [])]),
    ),
    "R07": (
        ({"a": ["internal"], "b": ["internal"]}, [("a", "b", ["authenticated"])]),
        ({"a": ["internal"], "b": ["internal"]}, [("a", "b", [])]),
    ),
    "R08": (
        ({"a": ["internal"], "w": ["authorization_server"]}, [("a", "w", []), ("b", "a", [])]),
        ({"a": ["internal"], "b": ["internal"]}, [("b", "a", [])]),
    ),
    "R09": (
        ({"a": ["internal"], "w": ["authorization_server"]}, [("a", "w", []), ("b", "a", [])]),
        (
            {"a": ["internal"], "w": ["authorization_server"], "v": ["authorization_server"]},
            [("a", "w", []), ("a", "v", []), ("b", "a", [])],
        ),
    ),
    "R10": (
        ({"a": ["internal"], "w": ["authorization_server"]}, [("a", "w", []), ("b", "a", [])]),
        ({"a": ["authorization"], "b": ["internal"], **USER}, [("User", "a", []), ("a", "b", [])]),
    ),
    "R11": (
        ({"a": ["internal"], "w": ["authorization_server"]}, [("a", "w", []), ("b", "a", [])]),
        ({"a": ["authentication"], "b": ["internal"], **USER}, [("User", "a", []), ("a", "b", [])]),
    ),
    "R13": (
        ({"a": ["internal"], **USER}, [("User", "a", ["encrypted_connection"])]),
        ({"a": ["internal"], **USER}, [("User", "a", ["restful_http"])]),
    ),
    "R14": (
        ({"a": ["internal"], "b": ["internal"]}, [("a", "b", ["encrypted_connection"])]),
        ({"a": ["internal"], "b": ["internal"]}, [("a", "b", ["restful_http"])]),
    ),
    "R16": (
        ({"a": ["internal"], "b": ["internal"], "l": ["logging_server"]}, [("a", "l", []), ("b", "l", [])]),
        (
            {"a": ["internal"], "b": ["internal"], "l": ["logging_server"], "m": ["logging_server"]},
            [("a", "l", []), ("b", "m", [])],
        ),
    ),
    "R23": (
        (
            {"a": ["internal"], "b": ["internal"], "n": ["service_discovery"]},
            [("a", "b", []), ("a", "n", []), ("b", "n", [])],
        ),
        ({"a": ["internal"], "b": ["internal"]}, [("a", "b", [])]),
    ),
    "R24": (
        (
            {"a": ["internal"], "b": ["internal"], "n": ["service_discovery", "validate_registration"]},
            [("a", "b", []), ("a", "n", []), ("b", "n", [])],
        ),
        (
            {"a": ["internal"], "b": ["internal"], "n": ["service_discovery"]},
            [("a", "b", []), ("a", "n", []), ("b", "n", [])],
        ),
    ),
    "R25": (
        ({"a": ["internal"], "b": ["internal"], "k": ["secret_manager"]}, [("a", "k", []), ("b", "k", [])]),
        ({"a": ["internal"], "b": ["internal"]}, [("a", "b", [])]),
    ),
}


def test_every_rule_has_a_verdict_or_a_reason_and_at_least_fifteen_have_a_verdict() -> None:
    assert {*VERDICTS, *LEFT_OUT} == {f"R{number:02}" for number in range(1, 26)}
    assert not set(VERDICTS) & set(LEFT_OUT)
    assert len(VERDICTS) >= 15
    assert set(EXAMPLES) == set(VERDICTS)


@pytest.mark.parametrize("rule", sorted(VERDICTS))
def test_a_rule_holds_where_it_should_and_is_violated_where_it_should(rule: str, tmp_path: Path) -> None:
    keeps, breaks = EXAMPLES[rule]
    assert VERDICTS[rule](Answers(page(tmp_path, *keeps), Reading.SURVEYED)).verdict is Verdict.HOLDS
    assert VERDICTS[rule](Answers(page(tmp_path, *breaks), Reading.SURVEYED)).verdict is Verdict.VIOLATED


@pytest.mark.parametrize("rule", ["R04", "R05", "R06", "R07", "R08", "R13", "R14", "R16", "R25"])
def test_what_is_not_drawn_is_unknown_and_never_no(rule: str, tmp_path: Path) -> None:
    silent: tuple[Nodes, Flows] = (
        {"a": ["internal"], "b": ["internal"], **USER},
        [("User", "a", []), ("a", "b", [])],
    )
    assert VERDICTS[rule](Answers(page(tmp_path, *silent), Reading.DRAWN)).verdict is Verdict.UNKNOWN
    assert VERDICTS[rule](Answers(page(tmp_path, *silent), Reading.SURVEYED)).verdict is Verdict.VIOLATED


def test_a_diagram_on_which_everything_is_drawn_keeps_the_rules_about_connections(tmp_path: Path) -> None:
    drawn = (
        {"a": ["internal"], "b": ["internal"], **USER},
        [("User", "a", SAFE), ("a", "b", SAFE)],
    )
    answers = Answers(page(tmp_path, *drawn), Reading.DRAWN)
    for rule in ("R04", "R05", "R06", "R07", "R13", "R14"):
        assert VERDICTS[rule](answers).verdict is Verdict.HOLDS, rule
