"""What stands on a printed page: everything that was said, in the templates' order, and nothing else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from bartizan.model.architecture import Architecture
from bartizan.model.interface import Interface
from bartizan.model.page import Figure, Template
from bartizan.model.read import read_architecture
from bartizan.render.page.column_widths import texts_in
from bartizan.render.page.content import page_content
from bartizan.render.page.document import Cards, Drawing, PageContent, PrintedFigure, Table, Tone, as_json
from bartizan.render.page.drawings import Pictures
from bartizan.render.page.interfaces import in_order
from bartizan.rules.readiness.gap import Gap, Weight
from bartizan.source.read_text import read_source
from bartizan.source.read_yaml import read_yaml
from tests.model.pages import FIRST_PAGE, page
from tests.render.page.filled import filled, numbered, some_picture
from tests.strategies import architectures

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def content_of(text: str, **more: object) -> PageContent:
    return page_content(page(text).architecture, Pictures(), digest="0" * 64, **more)  # type: ignore[arg-type]


def words_of(part: object) -> str:
    return " ".join(texts_in(as_json(part)))


def section(content: PageContent, anchor: str) -> tuple[object, ...]:
    return next(each.blocks for each in content.sections if each.anchor == anchor)


def test_every_field_of_every_noun_is_printed() -> None:
    text, given_texts = numbered()
    content = page_content(filled(text), Pictures(), digest="0" * 64)
    printed = json.dumps(as_json(content))
    assert len(given_texts) > 100
    assert [each for each in given_texts if each not in printed] == []


def test_a_first_page_has_the_sections_of_both_templates_in_their_order() -> None:
    assert [each.title for each in content_of(FIRST_PAGE).sections] == [
        "Project description and purpose",
        "Primary users and use-cases",
        "Differences from previous architecture",
        "External dependencies & associated security assumptions",
        "Deployment",
        "Components",
        "Service architecture diagram",
        "Trust domains",
        "Data assets",
        "Data asset impact analysis",
        "Interfaces",
        "Data flow diagrams",
        "Sequence diagrams",
        "Summary of controls",
        "Resources",
    ]


def test_sections_are_counted_from_one() -> None:
    assert [each.number for each in content_of(FIRST_PAGE).sections] == list(range(1, 16))


def test_a_page_in_the_list_template_is_not_asked_for_what_only_the_other_has() -> None:
    page_as_list = page(FIRST_PAGE + "template: list\n").architecture
    assert page_as_list.template is Template.LIST
    titles = {each.title for each in page_content(page_as_list, Pictures(), digest="").sections}
    assert "Data asset impact analysis" in titles
    assert titles & {"Data flow diagrams", "Sequence diagrams", "Summary of controls"} == set()


def test_a_use_case_makes_a_data_flow_diagram_unnecessary() -> None:
    content = content_of(FIRST_PAGE + 'use-cases:\n  write: "browser->web: write a note [1]"\n')
    titles = [each.title for each in content.sections]
    assert "Sequence diagrams" in titles
    assert "Data flow diagrams" not in titles


def test_a_step_names_its_ends_and_leads_to_its_interface() -> None:
    content = content_of(FIRST_PAGE + 'use-cases:\n  write: "browser->web: write a note [1]"\n')
    steps = as_json(section(content, "sequence-diagrams"))
    assert "Browser to Web : write a note  ·  interface 1" in " ".join(texts_in(steps))
    assert "#interface-1" in json.dumps(steps)


def test_what_was_not_said_is_never_made_up() -> None:
    content = page_content(Architecture(), Pictures(), digest="")
    assert all(each.blocks == () for each in content.sections)
    assert content.edition == "status not said"
    assert [contact.people for contact in content.contacts] == [(), (), ()]


def test_a_column_that_no_row_fills_is_named_under_the_table_instead() -> None:
    (table,) = section(content_of(FIRST_PAGE), "components")
    assert isinstance(table, Table)
    assert [column.title for column in table.columns] == ["Component", "Technology", "Kind", "Trust domain"]
    assert table.not_said == ("Placement", "Purpose")


def test_a_trust_domain_that_is_only_used_has_a_row() -> None:
    (table,) = section(content_of(FIRST_PAGE), "trust-domains")
    assert isinstance(table, Table)
    assert [row.anchor for row in table.rows] == ["domain-internet", "domain-cloud"]
    assert [words_of(row.cells[1]).split() for row in table.rows] == [["Browser"], ["Web", ",", "Database"]]


def test_a_card_says_quietly_which_of_the_eleven_columns_were_not_said() -> None:
    overview, cards = section(content_of(FIRST_PAGE), "interfaces")
    assert isinstance(overview, Table)
    assert isinstance(cards, Cards)
    first = cards.cards[0]
    assert first.anchor == "interface-1"
    assert words_of(first.title) == "Browser to Web"
    assert words_of(first.tags) == "HTTPS"
    assert first.not_said == (
        "Network name",
        "Request credentials",
        "Request authorization",
        "Response",
        "Response credentials",
        "Description of operation",
    )


def test_where_no_direction_was_said_request_and_response_are_not_asked_for() -> None:
    text = FIRST_PAGE.replace("protocol: HTTPS, request: note", "protocol: HTTPS, in-flight: note")
    _, cards = section(content_of(text), "interfaces")
    assert isinstance(cards, Cards)
    assert "Request" not in cards.cards[0].not_said
    assert "Response" not in cards.cards[0].not_said
    assert "In flight, either way" in words_of(cards.cards[0])


def test_unknown_is_printed_as_unknown_and_not_as_missing() -> None:
    content = content_of(FIRST_PAGE + "external-dependencies: {keystone: {assumption: unknown}}\n")
    assert Tone.UNKNOWN.value in json.dumps(as_json(section(content, "dependencies")))


def test_an_interface_spoken_of_in_prose_can_be_followed() -> None:
    content = content_of(FIRST_PAGE + "purpose: Interface 2 carries what interface 9 does not.\n")
    assert [(word.text, word.link) for word in section(content, "purpose")[0].words] == [  # type: ignore[attr-defined]
        ("Interface 2", "#interface-2"),
        (" carries what interface 9 does not.", ""),
    ]


def test_an_id_that_names_nothing_is_shown_as_it_was_written() -> None:
    content = content_of_broken(FIRST_PAGE.replace("listener: web", "listener: wbe"))
    _, cards = section(content, "interfaces")
    assert isinstance(cards, Cards)
    assert cards.cards[0].title[2].text == "wbe"
    assert cards.cards[0].title[2].tone is Tone.MISSING


def content_of_broken(text: str) -> PageContent:
    from bartizan.source.text import Source

    parsed = read_yaml(Source("architecture.yaml", text))
    assert parsed.root is not None
    return page_content(read_architecture(parsed.root).architecture, Pictures(), digest="")


def test_impact_is_told_in_the_order_of_the_published_pages() -> None:
    more = "    impact: {confidentiality: Read., integrity: Forged., availability: Lost., notes: All.}\n"
    text = FIRST_PAGE.replace(
        "note: {confidentiality: high, persisted: database}", f"note:\n{more}  other: {{}}"
    )
    (cards,) = section(content_of(text), "impact")
    assert isinstance(cards, Cards)
    (facts,) = cards.cards[0].blocks
    assert [fact.label for fact in facts.facts] == [  # type: ignore[union-attr]
        "Integrity failure impact",
        "Confidentiality failure impact",
        "Availability failure impact",
        "Notes",
    ]
    assert words_of(cards.silent) == "Other"


def test_pictures_stand_in_the_sections_they_were_drawn_for() -> None:
    service = page(FIRST_PAGE + 'use-cases:\n  write: "browser->web: write [1]"\n').architecture
    whole, part, flows, one, steps = (
        some_picture(each) for each in ("whole", "part", "flows", "one", "steps")
    )
    drawn = Pictures((whole, part), (flows, one), {"write": (steps,)})
    content = page_content(service, drawn, digest="")
    placed = {
        each.anchor: [block.name for block in each.blocks if isinstance(block, Drawing)]
        for each in content.sections
    }
    assert placed["architecture-diagram"] == ["whole", "part"]
    assert placed["data-flow-diagrams"] == ["flows", "one"]
    assert placed["sequence-diagrams"] == ["steps"]


def test_a_figure_stands_in_the_section_it_names_and_else_with_the_diagram() -> None:
    figures = (
        Figure(file="a.png", section="Data assets"),
        Figure(file="b.png", section="Nowhere"),
        Figure(file="c.png"),
    )
    content = page_content(Architecture(figures=figures), Pictures(), digest="")
    placed = {
        each.anchor: [block.file for block in each.blocks if isinstance(block, PrintedFigure)]
        for each in content.sections
    }
    assert placed["data-assets"] == ["a.png"]
    assert placed["architecture-diagram"] == ["b.png", "c.png"]
    assert "Nowhere" in words_of(section(content, "architecture-diagram"))


def test_open_gaps_stand_at_the_end_and_waived_ones_are_counted() -> None:
    def gap(rule: str, weight: Weight, *, waived: bool = False) -> Gap:
        waiver = page(FIRST_PAGE + "waivers: [{gap: x, because: y}]\n").architecture.waivers[0]
        return Gap(
            element="1", path=("interfaces", "1"), message=f"{rule} is open", rule=rule, weight=weight,
            waived=waiver if waived else None,
        )  # fmt: skip

    gaps = (
        gap("a", Weight.ADVICE),
        gap("b", Weight.BLOCKING),
        gap("c", Weight.BLOCKING, waived=True),
    )
    content = content_of(FIRST_PAGE, gaps=gaps)
    said, table = section(content, "open-gaps")
    assert content.sections[-1].anchor == "open-gaps"
    assert words_of(said) == "Open gaps blocking the review: 1; advice: 1; waived: 1."
    assert isinstance(table, Table)
    assert [words_of(row.cells[0]) for row in table.rows] == ["b", "a"]
    assert "#interface-1" in json.dumps(as_json(table))


def test_gaps_of_one_rule_share_a_row_that_names_every_element() -> None:
    gaps = tuple(
        Gap(
            element=id_, path=("interfaces", id_), message=f"{id_} is open", rule="asset-not-placed", weight=Weight.BLOCKING,
        )
        for id_ in ("1", "2")
    )  # fmt: skip
    _, table = section(content_of(FIRST_PAGE, gaps=gaps), "open-gaps")
    assert isinstance(table, Table)
    (row,) = table.rows
    assert "1" in words_of(row.cells[2])
    assert "2" in words_of(row.cells[2])
    assert words_of(row.cells[3]) == "Each data asset says where it is persisted, or that it is nowhere"


@settings(max_examples=30)
@given(architectures())
def test_every_link_on_a_page_leads_somewhere(architecture: Architecture) -> None:
    content = as_json(page_content(architecture, Pictures(), digest=""))
    anchors = list(_values(content, "anchor"))
    assert len(set(anchors)) == len(anchors)
    for link in _values(content, "link"):
        assert link.startswith(("#", "http://", "https://", "mailto:"))
        assert not link.startswith("#") or link[1:] in anchors


def test_the_page_has_links_within_itself() -> None:
    assert "#component-web" in _values(as_json(content_of(FIRST_PAGE)), "link")


def _values(part: object, key: str) -> Iterator[str]:
    """Yield each text under `key` that is not empty."""
    if isinstance(part, list):
        for each in part:
            yield from _values(each, key)
    if isinstance(part, dict):
        if part.get(key):
            yield part[key]
        for each in part.values():
            yield from _values(each, key)


def test_the_published_barbican_page_is_printed_whole(shared: Path) -> None:
    source, _ = read_source(shared / "design" / "barbican-trial.yaml")
    assert source is not None
    root = read_yaml(source).root
    assert root is not None
    content = page_content(read_architecture(root).architecture, Pictures(), digest="")
    _, cards = section(content, "interfaces")
    assert isinstance(cards, Cards)
    assert [card.number for card in cards.cards] == [str(number) for number in range(1, 16)]
    assert "HSM Master Key Encryption Key" in words_of(section(content, "data-assets"))


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
