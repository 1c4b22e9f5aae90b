"""D2: how strings are written, which shapes it gets, and how it names what lies inside of something."""

from __future__ import annotations

import pytest

from bartizan.render.diagrams.text import TEXT_FORMATS, d2
from tests.render.diagrams.text.pages import HOSTILE, scene_named, sequence_named, small_page

QUOTED = {
    "API process (3)": '"API process (3)"',
    'a "b"': '"a \\"b\\""',
    "\\n": '"\\\\n"',
    "${x} $y": '"\\${x} \\$y"',
    "|md # x |": '"|md # x |"',
    "null": '"null"',
    "two\nlines": '"two lines"',
}


@pytest.mark.parametrize("text", QUOTED)
def test_every_text_is_a_quoted_string(text: str) -> None:
    assert d2.quoted([text]) == QUOTED[text]


def test_several_lines_are_one_string_without_empty_ones() -> None:
    assert d2.quoted(["a", "", "b"]) == '"a\\nb"'


def test_the_shapes_are_those_of_the_guidance() -> None:
    lines = [line.strip() for line in TEXT_FORMATS["d2"].block(small_page()).splitlines()]

    assert 'c_queue: "Queue\\nRabbitMQ" {shape: queue; class: box}' in lines
    assert (
        'c_database: "Database (many)\\nMySQL" {shape: cylinder; class: box; style.multiple: true}' in lines
    )
    assert 'c_client: "Client" {shape: person; class: people}' in lines
    assert 'c_conf: "api.conf" {shape: document; class: box}' in lines
    assert 'c_search: "Search\\nplanned" {class: [box; future]}' in lines
    assert 'c_keystone: "Keystone\\nout of scope" {class: out-of-scope}' in lines
    assert 'c_prometheus: "prometheus\\nnot declared" {class: undeclared}' in lines


def test_an_interface_names_its_ends_from_the_outside_inwards() -> None:
    assert (
        'd_internet.c_client -> d_cloud.d_api_cluster.c_api_host: "2 Log in\\nSSH\\nadministration" {class: interface}'
        in TEXT_FORMATS["d2"].block(small_page()).splitlines()
    )


def test_only_the_classes_in_use_are_defined() -> None:
    text = TEXT_FORMATS["d2"].block(small_page())

    assert "  group: {" in text
    assert "flow-boundary" not in text
    assert "  flow-boundary: {" in TEXT_FORMATS["d2"].data_flow(small_page())


def test_a_column_of_a_sequence_says_which_domain_it_is_in() -> None:
    text = TEXT_FORMATS["d2"].sequence(small_page(), "save")

    assert '  c_client: "Client\\n[Internet]"' in text.splitlines()
    assert "  shape: sequence_diagram" in text.splitlines()


def test_braces_outside_of_strings_are_balanced_whatever_the_names() -> None:
    for text in (d2.block(scene_named(HOSTILE)), d2.sequence(sequence_named(HOSTILE))):
        depth, quoted, skip = 0, False, False
        for character in text:
            if skip:
                skip = False
            elif quoted and character == "\\":
                skip = True
            elif character == '"':
                quoted = not quoted
            elif not quoted and character in "{}":
                depth += 1 if character == "{" else -1
            assert depth >= 0
            assert not (quoted and character == "\n")
        assert (depth, quoted) == (0, False)
