from dataclasses import replace

import pytest

from bartizan.render.diagrams.collisions import Collision, bends, collisions, crossed_titles, crossings
from bartizan.render.diagrams.geometry import Point, Rect
from bartizan.render.diagrams.label import label_of
from bartizan.render.diagrams.layout import Layout, PlacedBox, PlacedConnector, PlacedGroup
from bartizan.render.diagrams.scene import Box, Connector, Group, Scene
from bartizan.render.diagrams.text_lines import TextBlock


def box(id_: str, x: float, y: float) -> PlacedBox:
    return PlacedBox(Box(id=id_, element=id_, name=id_), Rect(x, y, 40, 20), TextBlock())


def line(id_: str, tail: str, head: str, *points: Point, label: Rect | None = None) -> PlacedConnector:
    connector = Connector(id=id_, element=id_, tail=tail, head=head, number=id_)
    return PlacedConnector(connector, points, label_of(connector), label)


BOXES = (box("a", 0, 0), box("b", 200, 0), box("c", 100, 100))


def layout(*connectors: PlacedConnector, groups: tuple[PlacedGroup, ...] = ()) -> Layout:
    return Layout(Scene(name="x", title="x", description="x"), BOXES, groups, connectors)


def test_a_line_between_its_own_boxes_collides_with_nothing() -> None:
    assert collisions(layout(line("1", "a", "b", (40, 10), (200, 10)))) == ()


def test_a_line_through_a_box_that_is_none_of_its_ends_is_found() -> None:
    through = line("1", "a", "b", (20, 20), (20, 110), (220, 110), (220, 20))
    assert collisions(layout(through)) == (Collision("line of 1", "box c"),)


def test_a_line_through_the_label_of_another_is_found_but_not_through_its_own() -> None:
    own = line("1", "a", "b", (40, 10), (200, 10), label=Rect(100, 0, 40, 20))
    assert collisions(layout(own)) == ()
    other = line("2", "c", "c", (120, 100), (120, -50))
    assert collisions(layout(own, other)) == (Collision("line of 2", "label of 1"),)


@pytest.mark.parametrize("place", [Rect(10, 5, 30, 30), Rect(190, 0, 20, 20)])
def test_a_label_on_a_box_is_found(place: Rect) -> None:
    found = collisions(layout(line("1", "a", "b", (40, 10), (200, 10), label=place)))
    assert len(found) == 1
    assert "label of 1" in {found[0].one, found[0].other}


def test_two_boxes_on_each_other_are_found() -> None:
    crowded = replace(layout(), boxes=(*BOXES, box("d", 20, 10)))
    assert collisions(crowded) == (Collision("box a", "box d"),)


def test_a_crossing_is_counted_once_and_touching_is_none() -> None:
    level, upright = line("1", "a", "b", (40, 10), (200, 10)), line("2", "c", "c", (120, 60), (120, -60))
    assert crossings(layout(level, upright)) == 1
    assert crossings(layout(level, line("2", "c", "c", (120, 60), (120, 10)))) == 0
    assert bends(layout(line("1", "a", "b", (0, 0), (0, 50), (90, 50), (90, 0)))) == 2


def test_a_title_with_a_line_behind_it_is_known() -> None:
    group = PlacedGroup(
        Group(id="g", element="g", name="g"), Rect(-10, -40, 300, 90), TextBlock(), Rect(100, -30, 60, 15)
    )
    assert crossed_titles(layout(line("2", "c", "c", (120, 100), (120, -60)), groups=(group,))) == {"g"}
    assert crossed_titles(layout(line("2", "c", "c", (20, 100), (20, -60)), groups=(group,))) == frozenset()
