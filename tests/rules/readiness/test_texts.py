"""Which texts wait to be written, which ask something, and which only look so."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.model.page import Note
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.placeholder_left import placeholder_in
from bartizan.rules.readiness.question_left import question_in
from tests.rules.readiness.clean_page import TODAY, clean_but, gaps_of


@pytest.mark.parametrize(
    "text",
    [
        "TODO",
        "This is TODO: say more",
        "**<TODO>.**",
        "configured as **<TODO>.**",
        "TBD",
        "(TBC)",
        "FIXME later",
        "XXX",
        "???",
        "…",
        "...",
        "-",
        "?",
        "<describe the service>",
        "Keeps <what?>",
        '"<name>"',
        "{{ service }}",
        "[insert diagram here]",
        "work to understand NTL is required",
        "**work to understand NTL is required**, how does it compare?",
        "This still needs to be documented",
        "The format is to be decided.",
        "name - irc handle",
        "PTL: name - irc handle",
        "Draft/Ready for Review/Reviewed",
        "0.01 if applicable",
        "Juno/Kilo/Liberty if applicable",
        "URL related to this project",
        "component-1",
        "Insert DFDs here. If you prefer to use sequence diagrams, then delete this section.",
        "A brief description of the purpose of the project. This should be a paragraph or two",
        "Nova will fetch TLS certificates for nova-migrate",
        "SERVICENAME performs logging.",
        "Data type X",
        "Lorem ipsum dolor",
    ],
)
def test_a_text_that_waits_to_be_written_is_found(text: str) -> None:
    assert placeholder_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "A to-do list for everybody.",
        "todo items are kept in the database",
        "GET /v1/secrets/<id> returns it.",
        "`the guide <https://notes.example/guide>`_",
        "<https://notes.example>",
        "write to <help@notes.example>",
        "x < y and y > z",
        "List<str> of names",
        "It shows <b>bold</b> text.",
        "A web page with <br/> in it",
        "RabbitMQ",
        "HTTP/2",
        "API-TODO.md",
        "src/TODO/readme",
        "The worker has to be restarted.",
        "Jobs to be done are kept in the queue.",
        "Only keys that are needed by whoever is allowed are sent.",
        "For example, a note.",
        "n/a",
        "42",
        "é",
        "Component diagram",
        "A system request is logged.",
        "Parameters in config file are read once.",
        "It is required to understand the protocol.",
        "The unknown is unknown.",
    ],
)
def test_a_text_that_only_looks_so_is_left_alone(text: str) -> None:
    assert placeholder_in(text) is None


def test_a_word_of_the_services_own_name_is_no_placeholder() -> None:
    assert gaps_of(clean_but({"service": "TODO", "purpose": "TODO keeps lists."})) == []
    assert placeholder_in("TODO keeps lists. FIXME", {"TODO"}) == "FIXME"


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Is this interface missing on the diagram?", "Is this interface missing on the diagram?"),
        (
            "**TODO** - is this interface missing on\nthe diagram?",
            "TODO - is this interface missing on the diagram?",
        ),
        ("They don't get consumed.\nRace condition?", "Race condition?"),
        (
            "work to understand it, how\ndoes it compare to TLS?",
            "work to understand it, how does it compare to TLS?",
        ),
        ("Authentication?", "Authentication?"),
        ("Its format is not yet known", "is not yet known"),
    ],
)
def test_a_question_that_was_left_is_found(text: str, question: str) -> None:
    assert question_in(text) == question


@pytest.mark.parametrize(
    "text",
    [
        "https://notes.example/?q=1",
        "It answers ``who is it?`` with a name.",
        'It asks "who is there?" and waits.',
        "GET /notes?owner=me",
        "No question here.",
        "",
        "?",
    ],
)
def test_a_question_mark_that_asks_nothing_is_left_alone(text: str) -> None:
    assert question_in(text) is None


def test_questions_in_abuse_cases_use_cases_and_notes_are_meant() -> None:
    meant = {
        "abuse-cases": {"more": "Could somebody send mail in our name?"},
        "use-cases": {"ask": {"description": "Who asks?", "steps": ["person->balancer: who? [1]"]}},
    }
    assert gaps_of(clean_but(meant)) == []


def test_a_placeholder_is_found_wherever_it_stands() -> None:
    page = Page(clean_but({}), TODAY)
    assert len(page.texts) > 150
    for path in (
        {"users": ["TODO"]},
        {"contacts": {"others": {"tester": "TBD"}}},
        {"deployment": {"description": "TODO"}},
        {"variants": {"small": {"components": {"api": {"instances": "TODO"}}}}},
        {"interfaces": {"1": {"impact": {"integrity": "TODO"}}}},
        {"interfaces": {"1": {"request-authorization": {"any": ["TODO"]}}}},
        {"use-cases": {"follow-a-parcel": {"description": "TODO"}}},
        {"data-assets": {"parcel": {"transformations": ["TODO"]}}},
        {"summary-of-controls": {"Audit": "TODO"}},
        {"notes": ["TODO"]},
        {"waivers": [{"gap": "TODO"}]},
    ):
        assert "placeholder-left" in {gap.rule for gap in gaps_of(clean_but(path))}, path


def test_the_first_of_several_places_is_shown_and_the_others_too() -> None:
    found = gaps_of(
        clean_but({"interfaces": {"1": {"name": "TODO", "description": "TBD"}}, "status": "draft"})
    )
    assert [gap.path for gap in found] == [("interfaces", "1", "name")]
    assert found[0].also == (("interfaces", "1", "description"),)
    assert "`TODO` and `TBD`" in found[0].message


def test_notes_that_wait_to_be_sorted_are_counted() -> None:
    note = Note(text="Something", source="page.rst:12")
    found = gaps_of(clean_but({"notes": [{"text": note.text, "from": note.source}, "Else"]}))
    assert "2 notes wait" in found[0].message
    assert "read from page.rst:12" in found[0].help


@given(st.text(max_size=300))
def test_no_text_is_too_strange_to_be_looked_at(text: str) -> None:
    placeholder_in(text)
    question_in(text)


@pytest.mark.parametrize(
    "text",
    ["<a" * 50_000, "work to x " * 20_000, "[insert " * 20_000, "a\n" * 50_000, "`" * 50_001, '"' * 50_001],
)
def test_a_long_text_is_looked_at_in_short_time(text: str) -> None:
    before = time.process_time()
    placeholder_in(text)
    question_in(text)
    assert time.process_time() - before < 2
