from bartizan.render.diagrams.geometry import Point, Rect
from bartizan.render.diagrams.label import label_of
from bartizan.render.diagrams.layout import PlacedConnector
from bartizan.render.diagrams.scene import Connector
from bartizan.render.diagrams.straighten import straightened

ENDS = {"a": Rect(0, 0, 100, 40), "b": Rect(0, 200, 100, 40)}
INSETS = {"a": 9.0, "b": 9.0}


def line(id_: str, *points: Point, label: Rect | None = None) -> PlacedConnector:
    connector = Connector(id=id_, element=id_, tail="a", head="b")
    return PlacedConnector(connector, points, label_of(connector), label)


def straight(*lines: PlacedConnector, boxes: tuple[Rect, ...] = ()) -> list[tuple[Point, ...]]:
    return [placed.points for placed in straightened(lines, ENDS, INSETS, [*ENDS.values(), *boxes])]


JOG = line("1", (50, 40), (50, 60), (62, 60), (62, 200))


def test_an_end_slides_along_its_box_to_make_a_line_straight() -> None:
    assert straight(JOG) == [((62, 40), (62, 200))]


def test_an_end_does_not_slide_off_its_box() -> None:
    at_the_corner = line("1", (85, 40), (85, 60), (97, 60), (97, 200))
    assert straight(at_the_corner) == [((85, 40), (85, 200))]
    far = line("1", (20, 40), (20, 60), (80, 60), (80, 200))
    assert straight(far) == [far.points]


def test_an_end_does_not_slide_onto_its_neighbour() -> None:
    neighbour = line("2", (68, 40), (68, 50), (180, 50), (180, 220), (100, 220))
    left, right = straight(JOG, neighbour)
    assert right == neighbour.points
    assert left == ((50, 40), (50, 200))


def test_a_line_that_is_already_too_near_to_another_is_not_pushed_against_it() -> None:
    seven_away = line("2", (57, 40), (57, 55), (180, 55), (180, 220), (100, 220))
    near = line("1", (50, 40), (50, 60), (56, 60), (56, 200))
    before, after = near.points[0][0], straight(near, seven_away)[0][0][0]
    assert abs(after - 57) >= abs(before - 57)


def test_a_label_does_not_move_onto_the_line_of_another() -> None:
    jog = line("1", (50, 40), (50, 120), (60, 120), (60, 200), label=Rect(35, 60, 30, 20))
    beside = [line(str(at), (x, 50), (x, 110)) for at, x in ((2, 69.0), (3, 31.0))]
    after = straightened([jog, *beside], {**ENDS, "a": Rect(45, 0, 12, 40)}, INSETS, list(ENDS.values()))
    label = after[0].label_rect
    assert label is not None
    assert not any(label.crossed_by(*each.points) for each in beside)


def test_a_line_does_not_move_into_a_box_or_a_label() -> None:
    in_the_way = (Rect(58, 45, 30, 10), Rect(40, 90, 15, 20))
    assert straight(JOG, boxes=in_the_way) == [JOG.points]
    labelled = line("2", (150, 0), (150, 300), label=Rect(58, 45, 30, 10))
    other = line("3", (160, 0), (160, 300), label=Rect(40, 90, 15, 20))
    assert straight(JOG, labelled, other)[0] == JOG.points


def test_a_label_moves_with_its_line_but_only_a_little() -> None:
    tiny = line("1", (50, 40), (50, 120), (53, 120), (53, 200), label=Rect(35, 60, 30, 20))
    (moved,) = straightened([tiny], ENDS, INSETS, list(ENDS.values()))
    assert len(moved.points) == 2
    assert moved.label_rect is not None
    assert moved.label_rect.centre[0] == moved.points[0][0]
