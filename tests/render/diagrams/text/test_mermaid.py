"""Mermaid: what stays readable, what is written as a number, and what a Mermaid parser makes of it."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bartizan.model.architecture import Architecture
from bartizan.render.diagrams.block_scene import block_scene
from bartizan.render.diagrams.scene import Box, Scene
from bartizan.render.diagrams.text import TEXT_FORMATS, mermaid
from bartizan.render.diagrams.text.outline import with_ends_outside
from bartizan.render.diagrams.text.safe_ids import entity_ids, safe_ids
from bartizan.render.diagrams.text.wording import (
    box_lines,
    connector_lines,
    entity_lines,
    group_lines,
    message_lines,
)
from tests.render.diagrams.text.pages import HOSTILE, drawable, names, scene_named, sequence_named, small_page

ESCAPED = {
    "API process (3)": "API process (3)",
    "AMQP + TLS [1]": "AMQP + TLS [1]",
    "barbican.conf, policy.json": "barbican.conf, policy.json",
    "Read/write it's": "Read/write it's",
    "Identity Ltd.": "Identity Ltd.",
    "日本語 é": "日本語 é",
    "10: not said": "10#58; not said",
    "HSM (PKCS#11)": "HSM (PKCS#35;11)",
    'a "b"': "a #34;b#34;",
    "-->": "#45;#45;#62;",
    "%%{init": "#37;#37;#123;init",
    "<b>": "#60;b#62;",
    "&amp;": "#38;amp#59;",
    "1. one": "1#46; one",
    "2) two": "2#41; two",
    "+ one": "#43; one",
    "`md`": "#96;md#96;",
    "direction TB": "#100;irection TB",
    "direction not said": "direction not said",
    "www.example.org": "#119;ww.example.org",
    "[x](y)": "#91;x#93;(y)",
    "two\nlines": "two lines",
    "\u202eturned": "turned",
    "ﬂ°°35¶ß": "ﬂ\u200b°°35¶\u200bß",
}


@pytest.mark.parametrize("text", ESCAPED)
def test_what_means_something_to_mermaid_is_written_as_a_number(text: str) -> None:
    assert mermaid.escaped(text) == ESCAPED[text]


def test_reserved_words_as_ids_are_no_words_of_mermaid() -> None:
    words = ("end", "graph", "class", "subgraph", "default", "style", "click")
    boxes = tuple(Box(id=word, element=word, name=word) for word in words)
    lines = mermaid.block(Scene(name="x", title="x", description="", boxes=boxes)).splitlines()

    assert lines[4:11] == [f'    c_{word}["{word}"]' for word in words]


def test_an_interface_points_at_its_listener_with_number_name_and_protocol() -> None:
    lines = TEXT_FORMATS["mermaid"].block(small_page()).splitlines()

    assert '    c_client -->|"1 REST API<br>HTTPS"| c_api' in lines
    assert '    c_api -.->|"6 Index<br>planned"| c_search' in lines
    assert '    c_client -->|"2 Log in<br>SSH<br>administration"| c_api_host' in lines
    assert '    c_prometheus["prometheus<br>not declared"]' in lines
    assert '    c_api -->|"reads"| c_conf' in lines


def test_data_whose_direction_nobody_said_has_a_head_at_both_ends() -> None:
    assert (
        '    c_api <-->|"Note<br>direction not said"| c_database'
        in TEXT_FORMATS["mermaid"].data_flow(small_page()).splitlines()
    )


def test_a_step_without_words_says_so() -> None:
    scene = sequence_named([""])
    message = scene.messages[0]

    assert message_lines(message)
    assert message_lines(type(message)(number=1, sender="a", receiver="b", text="")) == ("not said",)


def parsed(text: str) -> dict[str, Any]:
    """Return what a parser that is not ours makes of a text; without one, nothing is tested and it says so."""
    merman = pytest.importorskip(
        "merman", reason="MERMAID NOT PARSED: there is no wheel of merman for this machine"
    )
    parser = merman.Merman()
    answer = parser.validate(text, None)
    assert answer.valid, answer.error
    tree: dict[str, Any] = json.loads(parser.parse_json(text, None))
    return tree


def shown(label: str | None) -> str:
    """Return a label as it will be seen, on one line; in sequence diagrams the parser leaves the numbers to others."""
    text = re.sub("ﬂ°°([0-9]+)¶ß", lambda found: chr(int(found[1])), (label or "").replace("<br>", " "))
    return " ".join(text.replace("\u200b", "").split())


def on_one_line(lines: tuple[str, ...]) -> str:
    return " ".join(" ".join(lines).replace("\u200b", "").split())


def assert_parses_as_drawn(scene: Scene) -> dict[str, Any]:
    """Assert that a parser finds the boxes, boundaries and arrows of a scene, and return what it finds."""
    tree = parsed(mermaid.block(scene))
    scene = with_ends_outside(scene)
    ids = safe_ids(scene)
    groups = [ids[group.id] for group in scene.groups]
    assert sorted(group["id"] for group in tree["subgraphs"]) == sorted(groups)
    # A boundary at which an arrow ends is for Mermaid a node as well.
    assert sorted(node["id"] for node in tree["nodes"] if node["id"] not in groups) == sorted(
        ids[box.id] for box in scene.boxes
    )
    assert [(edge["from"], edge["to"]) for edge in tree["edges"]] == [
        (ids[each.tail], ids[each.head]) for each in scene.connectors
    ]
    return tree


def test_a_parser_finds_the_small_page_as_it_is() -> None:
    scene = block_scene(small_page())
    ids = safe_ids(scene)
    tree = assert_parses_as_drawn(scene)

    assert {node["id"]: shown(node["label"]) for node in tree["nodes"] if node["id"] != "c_api_host"} == {
        ids[box.id]: on_one_line(box_lines(box)) for box in scene.boxes
    }
    assert {group["id"]: shown(group["title"]) for group in tree["subgraphs"]} == {
        ids[group.id]: on_one_line(group_lines(group)) for group in scene.groups
    }
    assert [shown(edge["label"]) for edge in tree["edges"]] == [
        on_one_line(connector_lines(each)) for each in scene.connectors
    ]
    shapes = {node["id"]: node["shape"] for node in tree["nodes"]}
    assert shapes["c_database"] == "cylinder"
    assert shapes["c_queue"] == "h-cyl"
    assert shapes["c_conf"] == "doc"
    assert shapes["c_api"] == "processes"


def test_an_arrow_between_a_boundary_and_what_is_inside_ends_at_a_box_for_the_boundary_itself() -> None:
    scene = scene_named(["x"])
    assert any(connector.head == "group-1" for connector in scene.connectors)

    assert_parses_as_drawn(scene)


@example(names=list(HOSTILE))
@example(names=list(reversed(HOSTILE)))
@given(names=st.lists(names, min_size=1, max_size=12))
@settings(max_examples=40)
def test_a_parser_finds_the_same_diagram_whatever_the_names(names: list[str]) -> None:
    assert_parses_as_drawn(scene_named(names))


@example(names=list(HOSTILE))
@example(names=list(reversed(HOSTILE)))
@given(names=st.lists(names, min_size=1, max_size=12))
@settings(max_examples=40)
def test_a_parser_finds_every_step_as_it_was_written(names: list[str]) -> None:
    scene = sequence_named(names)
    ids = entity_ids(scene.entities)
    tree = parsed(mermaid.sequence(scene))

    assert {id_: shown(actor["description"]) for id_, actor in tree["actors"].items()} == {
        ids[entity.id]: on_one_line(entity_lines(entity)) for entity in scene.entities
    }
    assert [
        (each["from"], each["to"], shown(each["message"])) for each in tree["messages"] if each["from"]
    ] == [(ids[each.sender], ids[each.receiver], on_one_line(message_lines(each))) for each in scene.messages]
    assert [actor for box in tree["boxes"] for actor in box["actorKeys"]] == [
        ids[entity.id] for entity in scene.entities if entity.domain
    ]


@given(architecture=drawable())
@settings(max_examples=25)
def test_a_parser_accepts_whatever_a_page_says(architecture: Architecture) -> None:
    assert_parses_as_drawn(block_scene(architecture))
    for use_case in architecture.use_cases:
        parsed(TEXT_FORMATS["mermaid"].data_flow(architecture, use_case))
        if architecture.use_cases[use_case].steps:
            parsed(TEXT_FORMATS["mermaid"].sequence(architecture, use_case))
