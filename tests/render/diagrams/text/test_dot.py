"""DOT: how strings are written, and what Graphviz itself makes of them where it is installed."""

from __future__ import annotations

import html
import json
import shutil
import subprocess
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bartizan.model.architecture import Architecture
from bartizan.render.diagrams.block_scene import block_scene
from bartizan.render.diagrams.flow_scene import flow_scene
from bartizan.render.diagrams.scene import Scene
from bartizan.render.diagrams.text import TEXT_FORMATS, dot
from bartizan.render.diagrams.text.outline import with_ends_outside
from bartizan.render.diagrams.text.safe_ids import safe_ids
from bartizan.render.diagrams.text.wording import box_lines, connector_lines, group_lines
from tests.render.diagrams.text.pages import HOSTILE, drawable, names, scene_named, small_page

QUOTED = {
    "API process (3)": '"API process (3)"',
    'a "b"': '"a \\"b\\""',
    "\\N": '"\\\\N"',
    "ends in \\": '"ends in \\\\"',
    "&lt;": '"&amp;lt;"',
    "<b>x</b>": '"<b>x</b>"',
    "two\nlines": '"two lines"',
    "": '""',
}


@pytest.mark.parametrize("text", QUOTED)
def test_every_text_is_a_quoted_string(text: str) -> None:
    assert dot.quoted(text) == QUOTED[text]


def test_there_are_no_labels_in_html() -> None:
    for text in (
        TEXT_FORMATS["dot"].block(small_page()),
        TEXT_FORMATS["dot"].data_flow(small_page()),
        dot.block(scene_named(HOSTILE)),
    ):
        assert "=<" not in text


def test_the_shapes_are_those_of_the_guidance() -> None:
    lines = [line.strip() for line in TEXT_FORMATS["dot"].block(small_page()).splitlines()]

    assert any(
        line.startswith('c_database [label="Database (many)\\nMySQL", shape=cylinder') for line in lines
    )
    assert any("width=2.4" in line for line in lines if line.startswith("c_queue "))
    assert any("peripheries=2" in line for line in lines if line.startswith("c_api "))
    assert any("dashed" in line for line in lines if line.startswith("c_search "))
    assert 'c_client -> c_api [label="1 REST API\\nHTTPS"];' in lines
    assert (
        'c_client -> c_api_host [label="2 Log in\\nSSH\\nadministration", lhead=cluster_c_api_host];' in lines
    )


def drawn_by_graphviz(text: str) -> dict[str, Any]:
    """Return what Graphviz makes of a text; where it is not installed nothing is tested, and it says so."""
    program = shutil.which("dot")
    if not program:
        pytest.skip("DOT NOT PARSED: there is no Graphviz on this machine")
    answer = subprocess.run(
        [program, "-Tdot_json"], input=text, encoding="utf-8", capture_output=True, check=False, timeout=60
    )
    assert (answer.returncode, answer.stderr) == (0, "")
    tree: dict[str, Any] = json.loads(answer.stdout)
    return tree


def shown(label: str) -> str:
    """Return a label as it will be seen, on one line."""
    parts = (part.replace("\\n", " ") for part in label.split("\\\\"))
    return " ".join(html.unescape("\\".join(parts)).split())


def on_one_line(lines: tuple[str, ...]) -> str:
    return " ".join(" ".join(lines).split())


def assert_graphviz_draws(scene: Scene) -> None:
    tree = drawn_by_graphviz(dot.block(scene))
    scene = with_ends_outside(scene)
    ids = safe_ids(scene)
    objects = tree.get("objects", [])
    nodes = {
        each["name"]: shown(each["label"])
        for each in objects
        if "nodes" not in each and each.get("shape") != "point"
    }
    groups = {each["name"]: shown(each["label"]) for each in objects if each["name"].startswith("cluster_")}
    assert {name: label for name, label in nodes.items() if name not in groups} == {
        ids[box.id]: on_one_line(box_lines(box)) for box in scene.boxes
    }
    assert groups == {f"cluster_{ids[group.id]}": on_one_line(group_lines(group)) for group in scene.groups}
    edges = [
        (objects[edge["tail"]]["name"], objects[edge["head"]]["name"], shown(edge.get("label", "")))
        for edge in tree.get("edges", [])
    ]
    assert sorted(edges) == sorted(
        (ids[each.tail], ids[each.head], on_one_line(connector_lines(each))) for each in scene.connectors
    )


def test_graphviz_finds_the_small_page_as_it_is() -> None:
    assert_graphviz_draws(block_scene(small_page()))
    assert_graphviz_draws(flow_scene(small_page(), None))


@example(names=list(HOSTILE))
@example(names=list(reversed(HOSTILE)))
@given(names=st.lists(names, min_size=1, max_size=12))
@settings(max_examples=15)
def test_graphviz_finds_every_name_as_it_was_written(names: list[str]) -> None:
    assert_graphviz_draws(scene_named(names))


@given(architecture=drawable())
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
def test_graphviz_accepts_whatever_a_page_says(architecture: Architecture) -> None:
    assert_graphviz_draws(block_scene(architecture))
