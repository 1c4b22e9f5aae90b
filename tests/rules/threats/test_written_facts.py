"""Facts as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.rules.threats.written_facts import WrittenFact, written_facts
from bartizan.source.text import Source, Span


def read(text: str) -> tuple[list[tuple[str, ...]], str | None]:
    """Return the facts of a text, and from where on it is none."""
    facts, wrong = read_whole(text)
    return [(fact.name, *fact.about) for fact in facts], wrong.text if wrong else None


def read_whole(text: str) -> tuple[tuple[WrittenFact, ...], Span | None]:
    source = Source("rule.md", text)
    return written_facts(text, lambda start, end: Span(source, start, end))


def test_facts_stand_beside_each_other_with_commas_between_them() -> None:
    assert read("at(internet), degraded(1/encryption)") == (
        [("at", "internet"), ("degraded", "1/encryption")],
        None,
    )
    assert read("carries(interface, asset) ,\n  hears(interface)") == (
        [("carries", "interface", "asset"), ("hears", "interface")], None,
    )  # fmt: skip


def test_a_fact_about_nothing_needs_no_brackets() -> None:
    assert read("anywhere, everywhere()") == ([("anywhere",), ("everywhere",)], None)


def test_a_copy_at_rest_is_named_with_its_store() -> None:
    assert read("copied(letter@depot#2)") == ([("copied", "letter@depot#2")], None)


def test_what_must_hold_for_every_one_of_something_says_so() -> None:
    [fact], wrong = read_whole("gone(placement) for every held(placement, asset)")

    assert wrong is None
    assert (fact.name, fact.about) == ("gone", ("placement",))
    assert fact.among is not None
    assert (fact.among.name, fact.among.about) == ("held", ("placement", "asset"))


def test_each_fact_knows_where_it_stands() -> None:
    facts, _wrong = read_whole(" hears(1), taps(1)")

    assert [fact.span.text for fact in facts] == ["hears(1)", "taps(1)"]
    assert [fact.span.column for fact in facts] == [2, 12]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("hears(1", "(1"),
        ("hears(1) taps(1)", " taps(1)"),
        ("hears(1),", ""),
        ("Hears(1)", "Hears(1)"),
        ("hears(1)) ", ")"),
        ("gone(placement) for every", " for every"),
        ("hears(1), 2", "2"),
    ],
)
def test_what_is_no_fact_is_shown_from_where_on_it_is_none(text: str, wrong: str) -> None:
    _facts, rest = read(text)

    assert rest is not None
    assert rest.strip().startswith(wrong.strip()) or not wrong


def test_nothing_is_no_list_of_facts() -> None:
    assert read("") == ([], "")


@given(st.text(max_size=60))
def test_any_text_is_read_to_an_end(text: str) -> None:
    facts, wrong = read_whole(text)

    assert wrong is not None or facts


_NAMES = st.from_regex(r"[a-z]{1,6}(-[a-z]{1,4})?", fullmatch=True)


@given(
    st.lists(
        st.tuples(_NAMES, st.lists(st.from_regex(r"[a-z0-9@/-]{1,8}", fullmatch=True), max_size=3)),
        min_size=1,
    )
)
def test_what_is_written_is_read_back(facts: list[tuple[str, list[str]]]) -> None:
    text = ", ".join(f"{name}({', '.join(about)})" for name, about in facts)

    assert read(text) == ([(name, *about) for name, about in facts], None)
