from itertools import pairwise

from bartizan.render.diagrams.geometry import Point, Rect
from bartizan.render.diagrams.label import label_of
from bartizan.render.diagrams.layout import PlacedConnector
from bartizan.render.diagrams.scene import Connector
from bartizan.render.diagrams.straighten import times_crossed
from bartizan.render.diagrams.untangle import untangled

BOXES = [Rect(0, 0, 60, 40), Rect(0, 80, 60, 40), Rect(300, 20, 60, 80)]


def line(id_: str, tail: str, head: str, *points: Point, label: Rect | None = None) -> PlacedConnector:
    connector = Connector(id=id_, element=id_, tail=tail, head=head, number=id_)
    return PlacedConnector(connector, points, label_of(connector), label)


UPPER = line("1", "a", "c", (60, 20), (90, 20), (90, 90), (300, 90), label=Rect(180, 80, 40, 20))
LOWER = line(
    "2",
    "b",
    "c",
    (60, 100),
    (80, 100),
    (80, 60),
    (120, 60),
    (120, 40),
    (300, 40),
    label=Rect(170, 30, 60, 20),
)


def crossings(lines: tuple[PlacedConnector, ...]) -> int:
    one, other = (placed.points for placed in lines)
    return times_crossed(one, list(pairwise(other)))


def test_two_connectors_to_one_box_change_places_where_they_cross() -> None:
    assert crossings((UPPER, LOWER)) == 1
    one, other = untangled([UPPER, LOWER], BOXES)
    assert crossings((one, other)) == 0
    assert (one.points[0], one.points[-1]) == ((60, 20), (300, 40))
    assert (other.points[0], other.points[-1]) == ((60, 100), (300, 90))


def test_what_then_runs_to_and_fro_is_pulled_in() -> None:
    one, other = untangled([UPPER, LOWER], BOXES)
    assert list(one.points) == [(60, 20), (90, 20), (90, 40), (300, 40)]
    assert len(other.points) == 4


def test_labels_change_places_with_their_lines_and_keep_their_size() -> None:
    one, other = untangled([UPPER, LOWER], BOXES)
    assert one.label_rect == Rect(180, 30, 40, 20)
    assert other.label_rect == Rect(170, 80, 60, 20)


def test_connectors_that_share_no_box_stay_as_they_are() -> None:
    elsewhere = line("2", "b", "d", *LOWER.points, label=LOWER.label_rect)
    assert untangled([UPPER, elsewhere], BOXES) == (UPPER, elsewhere)


def test_nothing_changes_places_when_a_label_would_stand_on_something() -> None:
    in_the_way = [*BOXES, Rect(166, 76, 8, 8)]
    assert untangled([UPPER, LOWER], in_the_way) == (UPPER, LOWER)
