"""Everything on a page can be chosen, has an anchor of its own, and is found on the diagrams."""

from __future__ import annotations

from bartizan.model.architecture import Architecture
from bartizan.model.component import Component
from bartizan.render.report.parts import SECTIONS
from tests.render.report.reports import SHOP, parts, promises_of


def test_every_section_of_the_page_has_its_parts() -> None:
    found = parts(promises_of(SHOP))
    assert {section for section, _id in found.all} == set(SECTIONS)


def test_anchors_that_would_be_alike_are_told_apart() -> None:
    ids = ("a b", "a-b", "a/b", "ä b")
    architecture = Architecture(components={id_: Component(id=id_) for id_ in ids})
    anchors = [part.anchor for part in parts(promises_of(architecture)).all.values()]
    assert len(anchors) == len(set(anchors)) >= len(ids)


def test_a_data_asset_is_shown_where_it_lies_and_where_it_goes() -> None:
    assert parts(promises_of(SHOP)).all["data-assets", "order"].shown == (
        "component ledger",
        "interface 1",
        "interface 2",
    )


def test_a_control_is_shown_on_what_it_stands() -> None:
    assert parts(promises_of(SHOP)).all["controls", "1/authentication"].shown == ("interface 1",)


def test_an_actor_is_shown_where_they_stand() -> None:
    assert parts(promises_of(SHOP)).all["threat-actors", "thief"].shown == ("domain street",)


def test_what_is_no_part_of_the_page_is_named_and_leads_nowhere() -> None:
    assert parts(promises_of(SHOP)).link("components", "<b>") == "&lt;b&gt;"


def test_an_interface_is_seen_with_its_ends_and_a_component_with_its_interfaces() -> None:
    found = parts(promises_of(SHOP)).all
    assert found["interfaces", "1"].near == ("component buyer", "component till")
    assert found["components", "till"].near == ("interface 1", "interface 2")
