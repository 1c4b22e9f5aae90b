from bartizan.render.diagrams.block_diagram import block_diagram
from bartizan.render.diagrams.block_scene import block_scene
from bartizan.render.diagrams.overview import MOST_BOXES, pictures_of
from bartizan.render.diagrams.scene import ConnectorKind, Scene, Shape
from tests.render.diagrams.made_up import chance, component, interface, notes, page


def large() -> list[Scene]:
    return pictures_of(block_scene(chance(90, 6, 5)))


def test_what_can_be_read_as_one_picture_stays_one() -> None:
    scene = block_scene(notes())
    assert pictures_of(scene) == [scene]


def test_a_large_page_has_an_overview_and_a_picture_of_each_domain() -> None:
    overview, *details = large()
    closed = [box for box in overview.boxes if box.shape is Shape.DOMAIN]
    assert len(closed) == len(details) > 2
    assert len({scene.name for scene in (overview, *details)}) == 1 + len(details)
    assert all(len(scene.boxes) <= MOST_BOXES for scene in (overview, *details))


def test_every_component_and_every_interface_is_in_some_picture() -> None:
    architecture = chance(90, 6, 5)
    scenes = large()
    shown = {box.element for scene in scenes for box in scene.boxes} | {
        group.id for scene in scenes for group in scene.groups
    }
    assert set(architecture.components) <= shown
    alone = {each.element for scene in scenes for each in scene.connectors}
    summed: set[str] = set()
    for scene in scenes:
        for each in scene.connectors:
            if each.kind is ConnectorKind.SUMMARY:
                for run in each.detail.split(", "):
                    first, _, last = run.partition("–")
                    summed |= {str(at) for at in range(int(first), int(last or first) + 1)}
    assert set(architecture.interfaces) <= alone | summed


def test_the_interfaces_between_two_domains_share_an_arrow_that_names_them() -> None:
    domains = {"left": 40, "right": 40}
    parts = [component(f"{name}-{at}", name) for name, count in domains.items() for at in range(count)]
    lines = [interface(str(at), f"left-{at}", f"right-{at}") for at in (1, 2, 3, 7, 9, 10)]
    overview, left, right = pictures_of(
        block_scene(page(parts, [*lines, interface("11", "right-1", "left-1")]))
    )
    across, back = overview.connectors
    assert (across.name, across.detail) == ("6 interfaces", "1–3, 7, 9, 10")
    assert (across.tail, across.head) == ("left", "right")
    assert (back.number, back.tail, back.head) == ("11", "right", "left")
    assert [box.id for box in left.boxes if box.shape is Shape.DOMAIN] == ["right"]
    assert {each.head for each in left.connectors if each.tail != "right"} == {"right"}
    assert "right-9" in {each.head for each in right.connectors}


def test_one_domain_with_many_components_and_no_further_domains_is_still_drawn() -> None:
    overview, detail = pictures_of(block_scene(page([component(f"part-{at}", "all") for at in range(70)])))
    assert [box.detail for box in overview.boxes] == ["70 components"]
    assert len(detail.boxes) == 70


def test_a_large_page_without_domains_is_one_picture() -> None:
    assert len(pictures_of(block_scene(page([component(f"part-{at}") for at in range(70)])))) == 1


def test_progress_is_told_before_the_first_picture_and_after_each() -> None:
    told: list[tuple[int, int]] = []
    pictures = block_diagram(notes(), on_progress=lambda done, all_: told.append((done, all_)))
    assert len(pictures) == 1
    assert told == [(0, 1), (1, 1)]
