"""Typed flows: what is a step and what is not, where one use case ends, and what the drawing tools' own words say."""

from __future__ import annotations

import pytest

from bartizan.model.architecture import Architecture
from bartizan.model.use_case import UseCase
from tests.formats.openstack_rst.said import lost, read

HEAD = "Ferry architecture\n==================\n\nComponents\n----------\n- Client: people\n- API: answers\n- DB: keeps\n\n"


def flows(body: str, title: str = "Sequence diagrams") -> Architecture:
    page = f"{HEAD}{title}\n{'-' * len(title)}\n\n{body}\n"
    assert lost(page) <= {"participant", "actor", "as", "a", "c", "use", "case"}
    return read(page).architecture


def steps(use_case: UseCase) -> list[tuple[str | None, str | None, str | None]]:
    return [(step.sender, step.receiver, step.text) for step in use_case.steps]


@pytest.mark.parametrize(
    "text",
    [
        "::\n\n   [Tenant] --schedule--> (api) --> [(db)]",
        "Client -> API -> Database",
        "The data goes client -> API and from there to the database.",
        '.. graphviz::\n\n   digraph flow {\n     a -> b [label="x: y"];\n     b -> c: d;\n   }',
        "Browser (a modern one) -> Server",
    ],
)
def test_an_arrow_alone_makes_no_step(text: str) -> None:
    architecture = flows(text)
    assert architecture.use_cases == {}
    assert text.rsplit("\n", 1)[-1].strip() in (architecture.notes[0].text or "")


def test_an_arrow_between_two_components_is_a_step_without_a_text() -> None:
    (use_case,) = flows("Client -> API").use_cases.values()
    assert steps(use_case) == [("client", "api", None)]


@pytest.mark.parametrize("mark", ["1. ", "#. ", "- ", ""])
def test_prose_among_steps_takes_nothing_apart_and_is_a_note(mark: str) -> None:
    lines = ["Client -> API: POST", "The API validates the order.", "API -> DB: insert"]
    body = "\n".join(f"{mark}{line}" for line in lines).replace("1. ", "#. ") if mark else "\n\n".join(lines)
    architecture = flows(f"Create an order:\n\n{body}")
    (use_case,) = architecture.use_cases.values()
    assert use_case.id == "create-an-order"
    assert steps(use_case) == [("client", "api", "POST"), ("api", "db", "insert")]
    number = "2. " if mark in {"1. ", "#. "} else ""
    assert [note.text for note in architecture.notes] == [f"{number}The API validates the order."]


def test_a_remark_of_the_drawing_tool_between_paragraphs_ends_no_use_case() -> None:
    architecture = flows(
        "UC1: Attach\n\nClient->API: attach\n\nNote right of API: reload\n\nalt ok\n\nAPI->DB: write\n\nend\n\n"
        "**Detach**\n\nClient->API: detach"
    )
    assert {each.name or each.id: len(each.steps) for each in architecture.use_cases.values()} == {
        "UC1: Attach": 2,
        "detach": 1,
    }
    assert "Note right of API: reload" in (architecture.notes[0].text or "")


@pytest.mark.parametrize(
    "declared",
    [
        "participant API as A\nparticipant Client as C",
        'participant "API" as A\nactor "Client" as C',
        "participant A as API\nactor C as Client",
    ],
)
def test_short_names_stand_for_those_they_were_declared_for(declared: str) -> None:
    typed = f"title Order\n{declared}\nautonumber\nC->A: 1. POST\nalt ok\n  A->+DB: 2. insert\nelse\n  A-->C: 3. no\nend"
    architecture = flows("::\n\n" + "\n".join(f"   {line}" for line in typed.split("\n")))
    assert steps(architecture.use_cases["order"]) == [
        ("client", "api", "POST"),
        ("api", "db", "insert"),
        ("api", "client", "no"),
    ]
    assert "alt ok" in (architecture.notes[0].text or "")


def test_words_in_brackets_behind_a_step_are_text_unless_they_name_an_interface() -> None:
    (use_case,) = flows("Client->API: POST [optional]\n\nAPI-->Client: done [7]").use_cases.values()
    assert [(step.text, step.interface) for step in use_case.steps] == [
        ("POST [optional]", None),
        ("done", "7"),
    ]


@pytest.mark.parametrize(
    "title",
    ["Use case: Enrol a host", "Use case 2 - Enrol a host", "Enrol a host", "USE CASE 3 Enrol a host"],
)
def test_a_title_over_steps_names_the_use_case(title: str) -> None:
    architecture = flows("Somebody enrols.\n\n::\n\n   Client->API: enrol\n   API->DB: insert", title)
    use_case = architecture.use_cases["enrol-a-host"]
    assert use_case.description == "Somebody enrols."
    assert len(use_case.steps) == 2
    assert architecture.notes == ()


def test_a_title_below_the_use_cases_names_one() -> None:
    architecture = flows("Use case 1: Enrol\n~~~~~~~~~~~~~~~~~\n\nClient->API: enrol", "Use cases")
    assert list(architecture.use_cases) == ["enrol"]


def test_steps_told_in_sentences_describe_the_use_case() -> None:
    found = flows(
        "Fail over\n~~~~~~~~~\n\nAn operator does:\n\n1. Stop the API.\n2. Start the other.", "Use cases"
    )
    assert (
        found.use_cases["fail-over"].description
        == "An operator does:\n\n1. Stop the API.\n2. Start the other."
    )
    assert found.notes == ()


@pytest.mark.parametrize("texts", [("HTTPS", "SQL"), ("port 443", "its own"), ("TLS, one way", "3306/tcp")])
def test_interfaces_under_an_unknown_title_are_no_steps(texts: tuple[str, str]) -> None:
    architecture = flows(f"1. Client -> API: {texts[0]}\n2. API -> DB: {texts[1]}", "Who talks to whom")
    assert architecture.use_cases == {}


def test_the_steps_of_a_field_belong_to_that_field() -> None:
    found = flows(
        "- **Order: now**\n\n  :id: order\n  :steps:\n     - Client->API: one\n     - Nobody->API: two",
        "Use cases",
    )
    assert list(found.use_cases) == ["order"]
    assert [step.text for step in found.use_cases["order"].steps] == ["one", "two"]
    assert found.notes == ()


def test_steps_indented_under_a_condition_go_on() -> None:
    found = flows(
        "UC: Check\n\nClient->API: check\n\nalt ok\n  API->DB: keep\nelse bad\n  API->Client: no\n\nend"
    )
    (use_case,) = found.use_cases.values()
    assert [step.text for step in use_case.steps] == ["check", "keep", "no"]
    assert "else bad" in " ".join(note.text or "" for note in found.notes)


def test_steps_under_a_name_in_a_definition_are_that_use_case() -> None:
    found = flows("Order\n  Client->API: one\n\nCancel\n  Client->API: two", "Use cases")
    assert {id_: [step.text for step in each.steps] for id_, each in found.use_cases.items()} == {
        "order": ["one"],
        "cancel": ["two"],
    }
