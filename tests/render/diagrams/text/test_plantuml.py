"""PlantUML: what stays readable, what is written as a number, and that no line is any other command than ours."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bartizan.render.diagrams.text import TEXT_FORMATS, plantuml
from tests.render.diagrams.text.pages import HOSTILE, names, scene_named, sequence_named, small_page

ESCAPED = {
    "API process (3)": "API process (3)",
    "AMQP + TLS [1]": "AMQP + TLS [1]",
    "barbican.conf": "barbican.conf",
    "Read/write it's": "Read/write it's",
    "10: not said": "10: not said",
    "HSM (PKCS#11)": "HSM (PKCS<U+0023>11)",
    'a "b"': "a <U+0022>b<U+0022>",
    "@enduml": "<U+0040>enduml",
    "!include x": "<U+0021>include x",
    "%date()": "<U+0025>date()",
    "$x": "<U+0024>x",
    "**bold**": "<U+002A><U+002A>bold<U+002A><U+002A>",
    "//it//": "<U+002F><U+002F>it<U+002F><U+002F>",
    "--gone--": "<U+002D><U+002D>gone<U+002D><U+002D>",
    "<U+0041>": "<U+003C>U<U+002B>0041<U+003E>",
    "[[link]]": "<U+005B><U+005B>link<U+005D><U+005D>",
    "\\n": "<U+005C>n",
    "\\t": "<U+005C>\u200bt",
    "/' not a comment '/": "<U+002F><U+0027> not a comment <U+0027><U+002F>",
    "two\nlines": "two lines",
    "日本語 😀": "日本語 😀",
}

TEXT = r"(?:[^\x00-\x1f\"<>\\$%@!#*~`{}|=&^;]|<U\+[0-9A-F]{4,5}>|\\n)*"
"""What a text of ours may hold: nothing that PlantUML's commands, preprocessor or markup look for."""

COLOURS = r"(?: #[0-9a-f.;:a-z]+)?"
COMMANDS = [
    r"@startuml [a-z0-9-]+",
    r"@enduml",
    rf"title {TEXT}",
    r"left to right direction|autonumber|hide footbox|skinparam sequenceMessageAlign center|end box|\}",
    rf'(?:rectangle|database|queue|cloud|person|file|node|usecase|collections) "{TEXT}" as [cd]_\w+{COLOURS}(?: \{{)?',
    rf'participant "{TEXT}" as c_\w+{COLOURS}',
    rf'box "{TEXT}" #[0-9a-f]{{6}}',
    rf"[cd]_\w+ <?(?:-|\.|-\[#\w+\]-|\.\[#\w+\]\.|--|\.\.)>? ?[cd]?\w*(?: : {TEXT})?",
    rf"[cd]_\w+ <?[-.](?:\[#\w+\])?[-.]?> [cd]_\w+(?: : {TEXT})?",
]
"""Every command that a text of ours holds, as a whole line."""


@pytest.mark.parametrize("text", ESCAPED)
def test_what_means_something_to_plantuml_is_written_as_a_number(text: str) -> None:
    assert plantuml.escaped(text) == ESCAPED[text]


def test_the_shapes_are_those_of_the_guidance() -> None:
    lines = [line.strip() for line in TEXT_FORMATS["plantuml"].block(small_page()).splitlines()]

    assert 'queue "Queue\\nRabbitMQ" as c_queue' in lines
    assert 'collections "API process (3)\\nPython" as c_api' in lines
    assert any(line.startswith('database "Database (many)\\nMySQL" as c_database') for line in lines)
    assert any(line.startswith('person "Client" as c_client') for line in lines)
    assert 'file "api.conf" as c_conf' in lines
    assert 'rectangle "Search\\nplanned" as c_search #line.dashed' in lines
    assert "c_client --> c_api : 1 REST API\\nHTTPS" in lines
    assert "c_api ..> c_search : 6 Index\\nplanned" in lines


def test_boundaries_are_dashed_for_networks_and_dotted_for_groups() -> None:
    opened = [
        line.strip()
        for line in TEXT_FORMATS["plantuml"].block(small_page()).splitlines()
        if line.endswith("{")
    ]

    assert {
        re.split('" as ', line)[0]: re.findall(r"line\.(\w+)", line) for line in opened if "line." in line
    } == {
        'rectangle "Internet': ["dashed"],
        'rectangle "Cloud': ["dashed"],
        'rectangle "API cluster': ["dotted"],
        'node "API host': ["dotted"],
        'rectangle "Identity Ltd.\\nthird party': ["dashed"],
    }


def assert_only_our_commands(text: str) -> None:
    style = re.compile(r"^<style>$.*?^</style>$\n", re.DOTALL | re.MULTILINE)
    for line in style.sub("", text).splitlines():
        assert any(re.fullmatch(command, line.strip()) for command in COMMANDS), line
    assert len(re.findall(r"\{$", text, re.MULTILINE)) == len(re.findall(r"^\s*\}$", text, re.MULTILINE))
    assert text.startswith("@startuml ")
    assert text.count("@") == 2


@example(names=list(HOSTILE))
@example(names=list(reversed(HOSTILE)))
@given(names=st.lists(names, min_size=1, max_size=12))
@settings(max_examples=40)
def test_no_name_makes_a_command_markup_or_a_directive(names: list[str]) -> None:
    assert_only_our_commands(plantuml.block(scene_named(names)))
    assert_only_our_commands(plantuml.sequence(sequence_named(names)))
