from bartizan.model.architecture import Architecture
from bartizan.model.trust_domain import DomainKind, TrustDomain
from bartizan.render.diagrams.best_layout import best_layout
from bartizan.render.diagrams.block_diagram import PAGE
from bartizan.render.diagrams.block_scene import block_scene
from bartizan.render.diagrams.collisions import crossed_titles
from bartizan.render.diagrams.geometry import Point, Rect
from bartizan.render.diagrams.label import label_of
from bartizan.render.diagrams.layout import PlacedConnector
from bartizan.render.diagrams.scene import Connector
from bartizan.render.diagrams.text_lines import TextBlock, TextStyle, text_block
from bartizan.render.diagrams.title_place import title_place
from tests.render.diagrams.made_up import component, interface, page

BOUNDARY = Rect(0, 0, 140, 120)
INSIDE = Rect(16, 40, 108, 54)


def title(words: str) -> TextBlock:
    return text_block([(words, TextStyle.GROUP)], limit=260)


def down(x: float) -> PlacedConnector:
    connector = Connector(id=f"at {x}", element="", tail="a", head="b")
    points: tuple[Point, ...] = ((x, -50), (x, 40))
    return PlacedConnector(connector, points, label_of(connector), None)


def test_a_title_that_no_line_crosses_stands_at_the_upper_left() -> None:
    _, place = title_place(BOUNDARY, title("Okta Inc."))
    assert (place.x, place.y < INSIDE.y) == (13.0, True)


def test_a_title_moves_beside_the_line_that_comes_in_from_above() -> None:
    _, place = title_place(BOUNDARY, title("Okta Inc."), [down(40)], [INSIDE])
    assert place.y < INSIDE.y
    assert not place.grown(4).crossed_by((40, -50), (40, 40))


def test_a_title_that_has_no_room_beside_the_lines_above_stands_at_the_lower_edge() -> None:
    block, place = title_place(BOUNDARY, title("Okta Inc."), [down(50), down(90)], [INSIDE])
    assert place.y >= INSIDE.bottom
    assert BOUNDARY.contains(place)
    assert len(block.lines) == 1


def test_a_title_at_the_lower_edge_covers_nothing() -> None:
    _, place = title_place(BOUNDARY, title("Okta Inc."), [down(50), down(90)], [INSIDE, Rect(0, 94, 140, 26)])
    assert place.y < INSIDE.y


def test_a_title_gets_another_line_before_it_hides_an_arrow() -> None:
    through = [down(72), *(PlacedConnector(each.connector, ((x, 94), (x, 200)), each.label, None)
                           for x in (40.0, 72.0, 100.0) for each in (down(x),))]  # fmt: skip
    block, place = title_place(BOUNDARY, title("Signing pair"), through, [INSIDE])
    assert [line.text for line in block.lines] == ["Signing", "pair"]
    assert place.bottom <= INSIDE.y


def test_a_title_of_two_lines_takes_one_where_the_boundary_is_wide_enough() -> None:
    two_lines = text_block(
        [("National exchange network operated by the Ministry", TextStyle.GROUP)], limit=260
    )
    assert len(two_lines.lines) == 2
    block, _ = title_place(Rect(0, 0, 700, 300), two_lines)
    assert len(block.lines) == 1


def one_in_a_domain_of_its_own(domain: str) -> Architecture:
    """Two that call a third in a narrow domain, so that their arrows come in where its title would be."""
    return page(
        [component("api"), component("web"), component("idp", "outside", name="Identity provider")],
        [
            interface("1", "api", "idp", name="Log in", protocol=("HTTPS",)),
            interface("2", "web", "idp", name="Fetch keys", protocol=("HTTPS",)),
        ],
        [TrustDomain(id="outside", name=domain, kind=DomainKind.THIRD_PARTY)],
    )


def test_no_arrow_ends_under_the_title_of_the_domain_it_leads_into() -> None:
    for name in ("Okta Inc.", "Front network", "Wolters-Terminology-Services B.V."):
        layout = best_layout(block_scene(one_in_a_domain_of_its_own(name)), PAGE)
        assert crossed_titles(layout) == frozenset()
