"""A path on the diagram: where it runs is bold, all else is quiet, and no tag hides what is to be read."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.model.architecture import Architecture
from bartizan.render.diagrams.geometry import Rect
from bartizan.render.diagrams.path_looks import bold, quiet
from bartizan.render.diagrams.path_picture import DrawnPath, PathStep, path_picture
from bartizan.render.diagrams.path_tags import placed_tags, steps_in_words, tag_of
from bartizan.render.diagrams.svg_tree import Element, shape
from bartizan.render.diagrams.theme import COLOURS
from tests.render.diagrams.made_up import component, interface, page
from tests.render.diagrams.test_theme import contrast


def notes(more: int = 0) -> Architecture:
    return page(
        [component("browser", "internet"), component("web", "cloud"), component("database", "cloud"),
         *(component(f"other-{n}", "cloud") for n in range(more))],
        [interface("1", "browser", "web"), interface("2", "web", "database")],
    )  # fmt: skip


def path(**more: object) -> DrawnPath:
    given_ = {
        "name": "notes-path", "title": "Notes", "lead": ("The cheapest way.",), "at": {"interface 1": (2, 3), "component web": ()},
        "failing": {"interface 1": ("authentication",)},
        "steps": (PathStep(number=2, says="Somebody reaches 1", supposed=False), PathStep(number=3, says="It fails", supposed=True)),
        "note": "Errs.",
    }  # fmt: skip
    return DrawnPath(**{**given_, **more})  # type: ignore[arg-type]


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314  # our own text, and the parser must be a strict one


def words_of(svg: str) -> str:
    return " ".join("".join(parsed(svg).itertext()).split())


def marked(svg: str, attribute: str, value: str) -> set[str]:
    """Return the classes of everything within the group that shows an element."""
    root = parsed(svg)
    group = next(each for each in root.iter() if each.get(attribute) == value)
    return {name for each in group.iter() for name in (each.get("class") or "").split()}


def test_where_the_path_runs_is_bold_and_everything_else_is_quiet() -> None:
    svg = path_picture(notes(), path()).svg
    assert "bz-hot-edge" in marked(svg, "data-interface", "1")
    assert "bz-quiet" not in marked(svg, "data-interface", "1")
    assert "bz-hot-edge" in marked(svg, "data-component", "web")
    for attribute, value in (
        ("data-interface", "2"),
        ("data-component", "database"),
        ("data-component", "browser"),
    ):
        assert "bz-quiet" in marked(svg, attribute, value)
        assert "bz-hot-edge" not in marked(svg, attribute, value)


def test_the_picture_names_its_steps_what_fails_and_what_its_looks_mean() -> None:
    drawn = path_picture(notes(), path())
    words = words_of(drawn.plain_svg)
    for each in (
        "steps 2, 3",
        "authentication",
        "Somebody reaches 1",
        "thick: the path runs here",
        "thin: not touched",
        "Errs.",
    ):
        assert each in words
    assert "Somebody reaches 1" in drawn.description
    assert "<style" not in drawn.plain_svg


def test_what_the_diagram_does_not_have_is_left_out_of_it_and_stays_in_the_list() -> None:
    drawn = path_picture(notes(), path(at={"component gone": (2,), "interface 1": (3,)}, failing={}))
    words = words_of(drawn.svg)
    assert "step 2" not in words
    assert "fails, or nothing is said" not in words
    assert "Somebody reaches 1" in words


def test_of_a_service_too_large_for_one_picture_only_what_is_touched_is_drawn_and_that_is_said() -> None:
    drawn = path_picture(notes(70), path())
    assert 'data-component="other-1"' not in drawn.svg
    assert 'data-component="browser"' in drawn.svg
    words = words_of(drawn.svg)
    assert "71 components and 1 arrow that the path does not touch are left out." in words


def test_a_text_of_the_page_stays_a_text() -> None:
    evil = "</text><script>alert(1)</script>"
    drawn = path_picture(notes(), path(title=evil, failing={"interface 1": (evil,)}, note=evil))
    assert "<script" not in drawn.svg
    assert evil in words_of(drawn.svg)


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ((3,), "step 3"),
        ((1, 2), "steps 1, 2"),
        ((4, 2, 3), "steps 2–4"),
        ((1, 3, 4, 5, 9), "steps 1, 3–5, 9"),
    ],
)
def test_numbers_of_steps_are_told_in_a_few_words(steps: tuple[int, ...], words: str) -> None:
    assert steps_in_words(steps) == words


coordinate = st.integers(0, 600).map(float)


@given(st.lists(st.tuples(coordinate, coordinate), min_size=1, max_size=5, unique=True))
@settings(max_examples=60, deadline=None)
def test_a_tag_finds_room_beside_its_element_where_there_is_some(corners: list[tuple[float, float]]) -> None:
    anchors = [Rect(x * 3, y * 3, 60, 20) for x, y in corners]
    tags = [(tag_of(f"interface {n}", (n,), ("authentication",)), each) for n, each in enumerate(anchors)]
    apart = all(
        not one.grown(120).overlaps(other) for one in anchors for other in anchors if one is not other
    )
    for placed in placed_tags(tags, anchors, [], Rect(0, 0, 2000, 2000)):
        assert not apart or not any(placed.rect.overlaps(each) for each in anchors)


def test_tags_stand_on_no_label_and_on_no_other_tag() -> None:
    anchor, label = Rect(100, 100, 60, 20), Rect(163, 90, 200, 40)
    tags = [
        (tag_of("interface 1", (1,), ()), anchor),
        (tag_of("component web", (2,), ("hardening",)), anchor),
    ]
    first, second = placed_tags(tags, [anchor, label], [[(130.0, 0.0), (130.0, 400.0)]], Rect(0, 0, 500, 500))
    assert not first.rect.overlaps(second.rect)
    assert not any(each.rect.overlaps(label) or each.rect.overlaps(anchor) for each in (first, second))


def test_looks_change_what_is_inside_too_and_no_text() -> None:
    drawn = Element(
        "g",
        children=(
            shape("rect", "box"),
            shape("polygon", "head"),
            Element("text", marks=("c-text",), text="Web"),
        ),
    )
    assert [each.marks for each in bold(drawn).children] == [
        ("box", "hot-edge", "hot-ground"),
        ("head", "hot-fill"),
        ("c-text",),
    ]
    assert [each.marks for each in quiet(drawn).children] == [("box", "quiet"), ("thin-head",), ("c-muted",)]
    assert bold(drawn).children[2].text == quiet(drawn).children[2].text == "Web"


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_what_is_said_of_a_path_can_be_read_on_its_grounds(dark: bool) -> None:
    which = 1 if dark else 0
    for text, ground in (
        ("text", "hot-fill"),
        ("hot", "paper"),
        ("badge-text", "hot"),
        ("muted", "box"),
        ("muted", "shade"),
    ):
        assert contrast(COLOURS[text][which], COLOURS[ground][which]) >= 4.5
    assert contrast(COLOURS["hot"][which], COLOURS["network-fill"][which]) >= 3


def test_a_path_can_be_told_without_colour_by_the_thickness_of_its_lines() -> None:
    svg = path_picture(notes(), path()).plain_svg
    widths = {float(each) for each in re.findall(r'stroke="#c8301e" stroke-width="([0-9.]+)"', svg)}
    quiet_ones = {float(each) for each in re.findall(r'stroke="#7c88a0" stroke-width="([0-9.]+)"', svg)}
    assert max(widths) >= 2 * max(quiet_ones)
