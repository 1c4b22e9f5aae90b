from bartizan.render.diagrams.label import label_of
from bartizan.render.diagrams.scene import Box, Connector, ConnectorKind, Scene, Shape
from bartizan.render.diagrams.sizes import sizes_of
from bartizan.render.diagrams.text_lines import TextBlock, TextStyle
from bartizan.render.diagrams.whole_text import list_lines, whole_block

LONG = "Hospital Information System Adapter for HL7v2 and FHIR"


def text_of(block: TextBlock) -> str:
    return " ".join(line.text for line in block.lines)


def box_text(name: str, shape: Shape) -> TextBlock:
    scene = Scene(
        name="x", title="x", description="x", boxes=(Box(id="a", element="a", name=name, shape=shape),)
    )
    return sizes_of(scene, frozenset(), downwards=True).boxes["a"].text


def test_a_circle_grows_until_the_name_in_it_is_whole() -> None:
    assert text_of(box_text(LONG, Shape.CIRCLE)) == LONG


def test_no_word_is_broken_where_a_wider_line_has_room_for_it() -> None:
    lines = [line.text for line in box_text("Interorganisational Record Router", Shape.CIRCLE).lines]
    assert "Interorganisational" in " ".join(lines).split()


def test_a_word_wider_than_every_room_is_broken_in_the_smallest_that_shows_it_whole() -> None:
    block = whole_block([("x" * 60, TextStyle.NAME)], ((100.0, 2), (150.0, 4), (300.0, 9)))
    assert "".join(line.text for line in block.lines) == "x" * 60
    assert block.width <= 150


def test_a_second_text_is_not_broken_because_the_first_has_to_be() -> None:
    parts = [("x" * 60, TextStyle.NAME), ("Supercalifragilistic", TextStyle.DETAIL)]
    block = whole_block(parts, ((80.0, 9), (120.0, 9), (160.0, 9)))
    assert block.lines[-1].text == "Supercalifragilistic"
    assert block.width <= 120


def test_an_endless_name_is_still_cut() -> None:
    assert box_text("word " * 500, Shape.PROCESS).lines[-1].text.endswith("…")


def test_a_long_list_says_how_many_more_there_are_instead_of_breaking_off_in_a_name() -> None:
    names = [f"National patient identifier {at}" for at in range(9)]
    lines = list_lines(names, TextStyle.LABEL, 148, 4)
    assert len(lines) <= 4
    assert "…" not in " ".join(line.text for line in lines)
    shown = sum(name in " ".join(line.text for line in lines) for name in names)
    assert lines[-1].text.endswith(f"+ {9 - shown} more")


def test_a_list_of_endless_names_keeps_what_comes_behind_it() -> None:
    lines = list_lines(["a" * 900, "b" * 900], TextStyle.NOTE, 148, 4, " [5]")
    assert len(lines) <= 4
    assert lines[-1].text.endswith("+ 1 more [5]")


def test_a_flow_of_which_nobody_said_the_data_has_no_words_on_it() -> None:
    silent = Connector(id="f", element="1", tail="a", head="b", detail="data not said", unsaid=True,
                       kind=ConnectorKind.FLOW)  # fmt: skip
    assert label_of(silent).width == 0
