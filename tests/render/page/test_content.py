"""What stands on a printed page: everything that was said, in the templates' order, and nothing else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from hypothesis import given, settings

from bartizan.model.architecture import Architecture
from bartizan.model.component import Component
from bartizan.model.page import Figure, Template
from bartizan.model.read import read_architecture
from bartizan.render.page.column_widths import texts_in
from bartizan.render.page.content import page_content
from bartizan.render.page.document import (
    Cards,
    Drawing,
    Heading,
    PrintedFigure,
    Table,
    Tone,
    as_json,
)
from bartizan.render.page.drawings import Pictures
from bartizan.source.read_text import read_source
from bartizan.source.read_yaml import read_yaml
from tests.model.pages import FIRST_PAGE, page
from tests.render.page.contents import content_of, section, words_of
from tests.render.page.filled import filled, numbered, some_picture
from tests.strategies import architectures

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


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


def test_unknown_is_printed_as_unknown_and_not_as_missing() -> None:
    content = content_of(FIRST_PAGE + "external-dependencies: {keystone: {assumption: unknown}}\n")
    assert Tone.UNKNOWN.value in json.dumps(as_json(section(content, "dependencies")))


def test_an_interface_spoken_of_in_prose_can_be_followed() -> None:
    content = content_of(FIRST_PAGE + "purpose: Interface 2 carries what interface 9 does not.\n")
    assert [(word.text, word.link) for word in section(content, "purpose")[0].words] == [  # type: ignore[attr-defined]
        ("Interface 2", "#interface-2"),
        (" carries what interface 9 does not.", ""),
    ]


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
    table, *_ = section(content, "interfaces")
    assert isinstance(table, Table)
    assert [words_of(row.cells[0]) for row in table.rows] == [str(number) for number in range(1, 16)]
    assert "HSM Master Key Encryption Key" in words_of(section(content, "data-assets"))


def test_a_service_named_by_an_id_begins_its_title_with_a_capital_and_is_still_told() -> None:
    content = page_content(Architecture(service="key-store"), Pictures(), digest="")
    assert content.title == "Key store architecture"
    assert "key-store" in words_of(content.about)
    assert (
        page_content(Architecture(service="eSign & Co."), Pictures(), digest="").title
        == "eSign & Co. architecture"
    )


def test_a_dependency_that_is_a_component_has_its_name() -> None:
    text = FIRST_PAGE + "external-dependencies: {database: {assumption: It is there.}}\n"
    named = text.replace("  database: {", "  database: {name: Note store, ", 1)
    (table,) = section(content_of(named), "dependencies")
    assert isinstance(table, Table)
    assert words_of(table.rows[0].cells[0]) == "Note store"


def test_components_that_share_a_name_are_told_apart_by_their_readers() -> None:
    parts = {
        "web": Component(id="web"),
        "worker": Component(id="worker"),
        "web-conf": Component(id="web-conf", name="notes.conf", read_by=("web",), domain="cloud"),
        "worker-conf": Component(id="worker-conf", name="notes.conf", read_by=("worker",), domain="cloud"),
        "old-conf": Component(id="old-conf", name="notes.conf", domain="cloud"),
    }
    (table,) = section(page_content(Architecture(components=parts), Pictures(), digest=""), "trust-domains")
    assert isinstance(table, Table)
    assert "notes.conf (Web) ,  notes.conf (Worker) ,  notes.conf (old-conf)" in words_of(table.rows[0])


def test_a_description_in_brackets_has_no_field_name_before_it() -> None:
    text = FIRST_PAGE.replace("persisted: database", "persisted: {in: database, description: Table of notes}")
    (table,) = section(content_of(text), "data-assets")
    assert "Database  (  Table of notes )" in words_of(table)
    assert "description:" not in words_of(table)


def test_the_data_flows_of_use_cases_stand_behind_those_of_the_service() -> None:
    service = page(FIRST_PAGE + 'use-cases:\n  write: "browser->web: write [1]"\n').architecture
    drawn = Pictures((), (some_picture("flows"),), {}, {"write": (some_picture("flows-write"),)})
    blocks = section(page_content(service, drawn, digest=""), "data-flow-diagrams")
    assert [words_of(block) if isinstance(block, Heading) else block.name for block in blocks] == [  # type: ignore[attr-defined]
        "flows",
        "Write",
        "flows-write",
    ]
