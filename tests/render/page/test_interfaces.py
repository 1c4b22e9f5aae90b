"""Interfaces are told once: in a table, and in cards where there is more to say."""

from __future__ import annotations

import json

import pytest

from bartizan.model.architecture import Architecture
from bartizan.model.interface import Interface
from bartizan.model.read import read_architecture
from bartizan.render.page.content import page_content
from bartizan.render.page.document import Cards, PageContent, Table, Tone, as_json
from bartizan.render.page.drawings import Pictures
from bartizan.render.page.interfaces import in_order
from bartizan.source.read_yaml import read_yaml
from bartizan.source.text import Source
from tests.model.pages import FIRST_PAGE
from tests.render.page.contents import content_of, section, words_in, words_of


def test_an_interface_has_a_card_only_where_more_was_said_than_the_table_has() -> None:
    text = (
        FIRST_PAGE + "  3: {requestor: web, listener: database, protocol: SQL, request-credentials: note}\n"
    )
    table, cards = section(content_of(interfaces_last(text)), "interfaces")
    assert isinstance(table, Table)
    assert isinstance(cards, Cards)
    assert [row.anchor for row in table.rows] == ["interface-1", "interface-2", ""]
    assert [card.anchor for card in cards.cards] == ["interface-3", ""]
    assert "#interface-3" in json.dumps(as_json(table))
    assert words_of(cards.cards[0].title) == "Web to Database"
    assert "Protocol" not in words_of(cards.cards[0].blocks)


def interfaces_last(text: str) -> str:
    """Return the first page with its interfaces at its end, so that another can be written under them."""
    head, _, more = text.partition("interfaces:\n")
    lines = more.splitlines(keepends=True)
    listed = [line for line in lines if line.startswith("  ") and line.lstrip()[0].isdigit()]
    others = [line for line in lines if line not in listed]
    return head + "".join(others) + "interfaces:\n" + "".join(listed)


def test_what_goes_over_an_interface_says_which_way() -> None:
    text = FIRST_PAGE.replace(
        "protocol: HTTPS, request: note", "protocol: HTTPS, request: note, response: note"
    )
    table, *_ = section(content_of(text), "interfaces")
    assert isinstance(table, Table)
    assert "→ request Note ← response Note" in words_of(table.rows[0].cells[-1])


def test_what_was_not_said_of_interfaces_is_said_once_for_all() -> None:
    found = section(content_of(FIRST_PAGE), "interfaces")
    table = found[0]
    assert isinstance(table, Table)
    assert table.not_said == (
        "Response",
        "Network name",
        "Request credentials",
        "Request authorization",
        "Response credentials",
        "Description of operation",
    )


def test_what_only_some_interfaces_say_is_asked_of_the_others_by_number() -> None:
    text = FIRST_PAGE.replace(
        "protocol: HTTPS, request: note", "protocol: HTTPS, request: note, network: DMZ"
    )
    _, cards = section(content_of(text), "interfaces")
    assert isinstance(cards, Cards)
    assert words_of(cards.cards[-1]) == "What was not said Network name by  interface 2"


def test_where_no_direction_was_said_request_and_response_are_not_asked_for() -> None:
    text = FIRST_PAGE.replace("request: note", "in-flight: note")
    table, *_ = section(content_of(text), "interfaces")
    assert isinstance(table, Table)
    assert "Request" not in table.not_said
    assert "Response" not in table.not_said
    assert "↔ either way" in words_of(table.rows[0])


def test_an_interface_without_a_card_keeps_its_marks() -> None:
    text = FIRST_PAGE.replace("protocol: HTTPS, request: note", "protocol: HTTPS, request: note, future: yes")
    table, *_ = section(content_of(text), "interfaces")
    assert isinstance(table, Table)
    assert "planned" in words_of(table.rows[0])


def test_an_id_that_names_nothing_is_shown_as_it_was_written() -> None:
    content = content_of_broken(FIRST_PAGE.replace("listener: web", "listener: wbe"))
    table = section(content, "interfaces")[0]
    assert isinstance(table, Table)
    assert {"text": "wbe", "tone": Tone.MISSING.value} in [
        {"text": word["text"], "tone": word["tone"]} for word in words_in(as_json(table))
    ]


def content_of_broken(text: str) -> PageContent:
    parsed = read_yaml(Source("architecture.yaml", text))
    assert parsed.root is not None
    return page_content(read_architecture(parsed.root).architecture, Pictures(), digest="")


@pytest.mark.parametrize(
    ("ids", "printed"),
    [
        (["4", "11", "12", "5"], ["4", "5", "11", "12"]),
        (["4", "store", "2"], ["4", "store", "2"]),
    ],
)
def test_interfaces_are_printed_by_number_where_all_have_one(ids: list[str], printed: list[str]) -> None:
    architecture = Architecture(service="Notes", interfaces={each: Interface(id=each) for each in ids})
    assert [each.id for each in in_order(architecture)] == printed
