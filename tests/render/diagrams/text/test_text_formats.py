"""What holds for every notation: the agreed texts, the same bytes every time, and names that stay names."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bartizan.model.architecture import Architecture
from bartizan.render.diagrams.scene import Scene
from bartizan.render.diagrams.sequence_scene import SequenceScene
from bartizan.render.diagrams.text import TEXT_FORMATS, d2, dot, mermaid, plantuml
from tests.render.diagrams.made_up import EVERY
from tests.render.diagrams.text.pages import HOSTILE, drawable, names, scene_named, sequence_named, small_page

GOLDEN = Path(__file__).parent / "golden"
UPDATE = bool(os.environ.get("BARTIZAN_UPDATE_GOLDEN"))
WRITTEN = [
    (notation.name, kind)
    for notation in TEXT_FORMATS.values()
    for kind in notation.kinds
    if notation.name != "drawio"
]
"""Every notation but draw.io, whose text is the layout's and is tested against it."""

SCENES: Mapping[str, Callable[[Scene], str]] = {
    "mermaid": mermaid.block,
    "plantuml": plantuml.block,
    "dot": dot.block,
    "d2": d2.block,
}
SEQUENCES: Mapping[str, Callable[[SequenceScene], str]] = {
    "mermaid": mermaid.sequence,
    "plantuml": plantuml.sequence,
    "d2": d2.sequence,
}

STRING = r'"(?:[^"\\\n]|\\.)*"'
"""A string in quotation marks, with a backslash before what does not end it."""

TEXTS = {
    "mermaid": r'(?<=^title: ).*|"[^"\n]*"|(?<= as ).*|(?<=: ).*$|(?<=\) ).*$',
    "plantuml": r'"[^"\n]*"|(?<= : ).*|(?<=^title ).*',
    "dot": STRING,
    "d2": STRING,
}
"""Where the texts of people stand in each notation, by its own grammar."""


def drawn(architecture: Architecture, notation: str, kind: str, use_case: str | None = None) -> str:
    text_format = TEXT_FORMATS[notation]
    if kind == "block":
        return text_format.block(architecture)
    if kind == "data-flow":
        return text_format.data_flow(architecture, use_case)
    assert text_format.has_sequences
    assert use_case
    return text_format.sequence(architecture, use_case)


def skeleton(notation: str, text: str) -> list[str]:
    """Return the lines of a text when all that people wrote is taken out of it."""
    return re.sub(TEXTS[notation], "…", text, flags=re.MULTILINE).splitlines()


def test_the_notations_say_which_diagrams_they_have() -> None:
    assert {name: notation.kinds for name, notation in TEXT_FORMATS.items()} == {
        "mermaid": ("block", "data-flow", "sequence"),
        "plantuml": ("block", "data-flow", "sequence"),
        "dot": ("block", "data-flow"),
        "d2": ("block", "data-flow", "sequence"),
        "drawio": ("block", "data-flow", "sequence"),
    }
    assert len({notation.suffix for notation in TEXT_FORMATS.values()}) == len(TEXT_FORMATS)


@pytest.mark.parametrize(("notation", "kind"), WRITTEN)
def test_a_small_page_is_written_as_it_was_agreed(notation: str, kind: str) -> None:
    written = drawn(small_page(), notation, kind, "save" if kind == "sequence" else None)

    golden = GOLDEN / f"notes-{kind}{TEXT_FORMATS[notation].suffix}"
    if UPDATE:
        golden.write_text(written, encoding="utf-8")
    assert written == golden.read_text(encoding="utf-8")


@pytest.mark.slow
def test_the_same_page_gives_the_same_bytes_in_every_process() -> None:
    program = """
import sys
from tests.render.diagrams.text.pages import small_page
from bartizan.render.diagrams.text import TEXT_FORMATS
page = small_page()
for each in TEXT_FORMATS.values():
    texts = [each.block(page), each.data_flow(page, None), each.data_flow(page, "save")]
    texts += [each.sequence(page, "save")] if each.has_sequences else []
    sys.stdout.buffer.write("".join(texts).encode())
"""
    once, again = (
        subprocess.run(
            [sys.executable, "-c", program],
            check=True,
            capture_output=True,
            cwd=Path(__file__).parents[4],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        ).stdout
        for seed in ("1", "2")
    )

    assert len(once) > 10_000
    assert once == again


@pytest.mark.parametrize("notation", SCENES)
def test_the_data_flows_of_one_use_case_are_fewer_than_those_of_the_service(notation: str) -> None:
    whole, one = (drawn(small_page(), notation, "data-flow", use_case) for use_case in (None, "save"))

    assert "queue" in whole
    assert "queue" not in one
    assert "c_keystone" in one


@pytest.mark.parametrize("notation", TEXT_FORMATS)
def test_a_use_case_that_there_is_not_is_a_mistake_of_the_caller(notation: str) -> None:
    with pytest.raises(KeyError):
        drawn(small_page(), notation, "data-flow", "no-such-use-case")


@pytest.mark.parametrize(("notation", "kind"), WRITTEN)
@pytest.mark.parametrize("page", EVERY)
def test_every_odd_page_is_written_in_every_notation(page: str, notation: str, kind: str) -> None:
    architecture = EVERY[page]()
    use_cases = list(architecture.use_cases) if kind == "sequence" else [None]

    for use_case in use_cases:
        written = drawn(architecture, notation, kind, use_case)
        assert written.endswith("\n")
        written.encode("utf-8")


@pytest.mark.parametrize("notation", SCENES)
@example(names=list(HOSTILE))
@given(names=st.lists(names, min_size=1, max_size=12))
@settings(max_examples=60)
def test_no_name_changes_the_structure_of_a_diagram(notation: str, names: list[str]) -> None:
    write = SCENES[notation]
    tame = write(scene_named(["tame"]))

    assert skeleton(notation, write(scene_named(names))) == skeleton(notation, tame)


@pytest.mark.parametrize("notation", SEQUENCES)
@example(names=list(HOSTILE))
@given(names=st.lists(names, min_size=1, max_size=12))
@settings(max_examples=60)
def test_no_name_changes_the_structure_of_a_sequence(notation: str, names: list[str]) -> None:
    write = SEQUENCES[notation]
    tame = write(sequence_named(["tame"]))

    assert skeleton(notation, write(sequence_named(names))) == skeleton(notation, tame)


@pytest.mark.parametrize("notation", SCENES)
@given(architecture=drawable())
@settings(max_examples=25)
def test_whatever_a_page_says_can_be_written_and_holds_no_control_characters(
    notation: str, architecture: Architecture
) -> None:
    text_format = TEXT_FORMATS[notation]
    texts = [text_format.block(architecture), text_format.data_flow(architecture, None)]
    texts += [text_format.data_flow(architecture, use_case) for use_case in architecture.use_cases]
    if text_format.has_sequences:
        texts += [text_format.sequence(architecture, use_case) for use_case in architecture.use_cases]

    for text in texts:
        text.encode("utf-8")
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]", text)


def test_the_skeleton_of_a_diagram_still_shows_what_is_connected() -> None:
    assert "    c_client -->|…| c_api" in skeleton("mermaid", TEXT_FORMATS["mermaid"].block(small_page()))
    assert "c_client --> c_api : …" in skeleton("plantuml", TEXT_FORMATS["plantuml"].block(small_page()))
    assert "    c_client -> c_api [label=…];" in skeleton("dot", TEXT_FORMATS["dot"].block(small_page()))
    assert "d_internet.c_client -> d_cloud.d_api_cluster.c_api: … {class: interface}" in skeleton(
        "d2", TEXT_FORMATS["d2"].block(small_page())
    )
