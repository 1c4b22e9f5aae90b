"""What every picture promises, whatever it shows."""

import os
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.render.diagrams import Picture, Theme, block_diagram, data_flow_diagram, sequence_diagram
from bartizan.render.diagrams.geometry import Rect
from bartizan.render.diagrams.picture import picture
from bartizan.render.diagrams.svg_tree import Element, group, written
from bartizan.render.diagrams.text_width import text_width
from tests.render.diagrams.made_up import EVERY, HOSTILE, notes

SVG = "{http://www.w3.org/2000/svg}"
GOLDEN = Path(__file__).parent / "golden"
UPDATE = bool(os.environ.get("BARTIZAN_UPDATE_GOLDEN"))


def parsed(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)  # noqa: S314  # our own text, and the parser must be a strict one


def pictures_of(name: str) -> list[Picture]:
    architecture = EVERY[name]()
    pictures = [*block_diagram(architecture), data_flow_diagram(architecture)]
    for use_case in architecture.use_cases:
        pictures += [data_flow_diagram(architecture, use_case), sequence_diagram(architecture, use_case)]
    return pictures


@pytest.fixture(scope="module", params=EVERY)
def pictures(request: pytest.FixtureRequest) -> list[Picture]:
    return pictures_of(request.param)


def trees(pictures: list[Picture]) -> list[ElementTree.Element]:
    return [parsed(text) for each in pictures for text in (each.svg, each.plain_svg)]


def test_every_picture_is_a_document_with_title_description_and_role(pictures: list[Picture]) -> None:
    for tree in trees(pictures):
        assert tree.tag == f"{SVG}svg"
        title, description = tree[0], tree[1]
        if tree[0].tag == f"{SVG}style":
            title, description = tree[1], tree[2]
        assert (title.tag, description.tag) == (f"{SVG}title", f"{SVG}desc")
        assert tree.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
        assert tree.get("role") == "graphics-document document"
        assert description.text


def test_no_picture_holds_markup_of_the_page_or_anything_that_runs_or_loads(pictures: list[Picture]) -> None:
    allowed = {"svg", "title", "desc", "style", "g", "rect", "circle", "path", "polygon", "text"}
    for tree in trees(pictures):
        for element in tree.iter():
            assert element.tag.removeprefix(SVG) in allowed
            assert not any(name.lower().startswith("on") or "href" in name for name in element.attrib)
            assert all("url(" not in value for value in element.attrib.values())


def test_the_plain_form_needs_no_style_sheet(pictures: list[Picture]) -> None:
    for each in pictures:
        assert "<style" not in each.plain_svg
        assert "var(" not in each.plain_svg
        tree = parsed(each.plain_svg)
        for element in tree.iter():
            if element.tag.removeprefix(SVG) in {"rect", "circle", "path", "polygon", "text"}:
                assert element.get("fill"), ElementTree.tostring(element)


def test_both_forms_have_the_same_elements(pictures: list[Picture]) -> None:
    for each in pictures:
        with_style, plain = parsed(each.svg), parsed(each.plain_svg)
        styled = [element for element in with_style.iter() if element.tag != f"{SVG}style"]
        assert [element.tag for element in styled] == [element.tag for element in plain.iter()]


def test_names_of_pictures_are_fit_for_files_and_no_two_are_the_same(pictures: list[Picture]) -> None:
    names = [each.name for each in pictures]
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) for name in names)
    assert len(set(names)) == len(names)


def texts(tree: ElementTree.Element, dx: float = 0.0, dy: float = 0.0) -> list[Rect]:
    """Return where each text stands, by our own measure."""
    move = re.match(r"translate\(([-\d.]+) ([-\d.]+)\)", tree.get("transform", ""))
    if move:
        dx, dy = dx + float(move[1]), dy + float(move[2])
    found = [place for child in tree for place in texts(child, dx, dy)]
    if tree.tag == f"{SVG}text":
        size, weight = float(tree.get("font-size", "0")), int(tree.get("font-weight", "0"))
        width = text_width(tree.text or "", size, weight)
        left = float(tree.get("x", "0")) - {"middle": width / 2}.get(tree.get("text-anchor", ""), 0.0)
        found.append(Rect(left + dx, float(tree.get("y", "0")) - size * 0.75 + dy, width, size * 0.75))
    return found


def test_every_text_stands_inside_the_picture(pictures: list[Picture]) -> None:
    for each in pictures:
        sheet = Rect(0, 0, each.width, each.height)
        for place in texts(parsed(each.plain_svg)):
            assert sheet.contains(place, slack=0.6), (each.name, place)


def test_every_component_interface_and_domain_can_be_found_in_the_block_diagram() -> None:
    architecture = notes()
    (block,) = block_diagram(architecture)
    tree = parsed(block.plain_svg)
    marked = {
        name: [e.get(name) for e in tree.iter() if e.get(name)]
        for name in ("data-component", "data-interface", "data-domain")
    }
    assert sorted(marked["data-component"], key=str) == sorted(architecture.components)
    assert sorted(marked["data-interface"], key=str) == sorted(architecture.interfaces)
    assert sorted(marked["data-domain"], key=str) == sorted(architecture.trust_domains)


def test_every_marked_element_says_in_words_what_it_is() -> None:
    (block,) = block_diagram(notes())
    tree = parsed(block.plain_svg)
    words = {
        e.get("data-interface"): e.findtext(f"{SVG}title") for e in tree.iter() if e.get("data-interface")
    }
    assert words["3"] == "interface 3: Read/write, from Web to Notes database, SQL + TLS"
    assert words["2"] == "interface 2: Manage, from Administrator to Web, SSH, administration path"


def test_the_theme_decides_the_colours_of_the_standalone_form() -> None:
    auto, light, dark = (
        block_diagram(notes(), theme=theme)[0] for theme in (Theme.AUTO, Theme.LIGHT, Theme.DARK)
    )
    assert "prefers-color-scheme:dark" in auto.svg
    assert "prefers-color-scheme" not in light.svg + dark.svg
    assert "--bz-paper:#ffffff" in light.svg
    assert "--bz-paper:#ffffff" not in dark.svg
    assert auto.plain_svg == light.plain_svg == dark.plain_svg


@pytest.mark.parametrize("which", range(4))
def test_the_pictures_are_those_that_were_looked_at(which: int) -> None:
    """To write them anew: BARTIZAN_UPDATE_GOLDEN=1; then look at them, in the light and in the dark."""
    drawn = pictures_of("notes")[which]
    file = GOLDEN / f"{drawn.name}.svg"
    if UPDATE:
        file.write_text(drawn.svg, encoding="utf-8")
    assert drawn.svg == file.read_text(encoding="utf-8")


@settings(max_examples=60)
@given(st.text(alphabet=st.characters(), max_size=80), st.text(max_size=80))
def test_no_text_can_leave_its_element_or_attribute(text: str, other: str) -> None:
    line = Element("text", {"x": "0"}, text=text + HOSTILE + other)
    tree = parsed(written(group([line], title=other, data_component=text, role="img"), plain=False))
    assert [element.tag for element in tree.iter() if element.tag != "title"] == ["g", "text"]
    assert set(tree.attrib) <= {"data-component", "role"}


def test_a_picture_without_parts_is_a_sheet_of_paper() -> None:
    drawn = picture("empty", "Empty", "Nothing.", 100, 50, [], Theme.AUTO)
    assert (drawn.width, drawn.height) == (100, 50)
    assert 'viewBox="0 0 100 50"' in drawn.plain_svg
