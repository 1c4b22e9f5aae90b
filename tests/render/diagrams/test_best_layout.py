import os
import subprocess
import sys
from dataclasses import replace
from itertools import combinations, pairwise

import pytest

from bartizan.model.architecture import Architecture
from bartizan.render.diagrams.best_layout import badness, best_layout
from bartizan.render.diagrams.block_diagram import PAGE
from bartizan.render.diagrams.block_scene import block_scene
from bartizan.render.diagrams.collisions import bends, collisions, crossings
from bartizan.render.diagrams.elk.cache import remembered_layout
from bartizan.render.diagrams.elk.engine import Graph, LayoutFailed, LayoutTookTooLong
from bartizan.render.diagrams.flow_scene import flow_scene
from bartizan.render.diagrams.geometry import Rect
from bartizan.render.diagrams.layout import Layout
from tests.render.diagrams.made_up import EVERY, chance, interface, notes, page

LAYS_OUT = "bartizan.render.diagrams.best_layout.remembered_layout"

DRAWN = [*((name, False) for name in EVERY), *((name, True) for name in EVERY)]


def layout_of(architecture: Architecture, *, flows: bool = False) -> Layout:
    return best_layout(flow_scene(architecture, None) if flows else block_scene(architecture), PAGE)


@pytest.fixture(scope="module", params=DRAWN, ids=lambda each: f"{each[0]}{'-flows' if each[1] else ''}")
def layout(request: pytest.FixtureRequest) -> Layout:
    name, flows = request.param
    return layout_of(EVERY[name](), flows=flows)


def test_nothing_hides_anything_else(layout: Layout) -> None:
    assert collisions(layout) == ()


def test_everything_in_the_scene_has_its_place_once(layout: Layout) -> None:
    scene = layout.scene
    assert [placed.box for placed in layout.boxes] == list(scene.boxes)
    assert {placed.group.id for placed in layout.groups} == {group.id for group in scene.groups}
    assert [placed.connector for placed in layout.connectors] == list(scene.connectors)


def test_a_group_holds_what_is_in_it_and_its_title_and_nothing_else(layout: Layout) -> None:
    rects = {placed.group.id: placed.rect for placed in layout.groups}
    for placed in layout.groups:
        assert placed.rect.contains(placed.title_rect)
        if placed.group.inside:
            assert rects[placed.group.inside].contains(placed.rect)
    around = {placed.group.id: placed.group.inside for placed in layout.groups}
    for box in layout.boxes:
        groups = set()
        at = box.box.group
        while at:
            groups.add(at)
            at = around[at]
        for id_, rect in rects.items():
            assert rect.contains(box.rect) if id_ in groups else not rect.overlaps(box.rect)


def test_two_groups_share_no_area_unless_one_is_in_the_other(layout: Layout) -> None:
    for one, other in combinations(layout.groups, 2):
        assert (
            not one.rect.overlaps(other.rect)
            or one.rect.contains(other.rect)
            or other.rect.contains(one.rect)
        )


def test_each_line_runs_level_or_upright_from_its_tail_to_its_head(layout: Layout) -> None:
    rects = {placed.box.id: placed.rect for placed in layout.boxes}
    rects |= {placed.group.id: placed.rect for placed in layout.groups}
    for placed in layout.connectors:
        for start, end in pairwise(placed.points):
            assert start[0] == pytest.approx(end[0], abs=0.1) or start[1] == pytest.approx(end[1], abs=0.1)
        for point, id_ in (
            (placed.points[0], placed.connector.tail),
            (placed.points[-1], placed.connector.head),
        ):
            rect = rects[id_]
            assert rect.contains(Rect(*point, 0, 0), slack=1.0)
            # Round shapes end inside their rectangle, but never near its middle.
            assert not rect.grown(-0.3 * min(rect.width, rect.height)).contains(Rect(*point, 0, 0))


def test_a_label_stands_with_its_middle_on_its_own_line_or_beside_its_loop(layout: Layout) -> None:
    for placed in layout.connectors:
        if placed.label_rect is None:
            assert not placed.label.width
            continue
        near = placed.label_rect.grown(12)
        if placed.connector.tail != placed.connector.head:
            near = Rect(*placed.label_rect.centre, 0, 0).grown(3)
        assert any(near.crossed_by(*pair) for pair in pairwise(placed.points)), placed.connector.id
        assert placed.label_rect.width >= placed.label.width


@pytest.mark.parametrize("seed", range(6))
def test_a_service_that_nobody_designed_is_drawn_without_collisions_too(seed: int) -> None:
    architecture = chance(5 + 4 * seed, 1 + seed, seed)
    for flows in (False, True):
        assert collisions(layout_of(architecture, flows=flows)) == ()


def test_a_circle_of_components_is_drawn_in_two_columns_that_fit_a_page_better() -> None:
    layout = layout_of(EVERY["ring"]())
    columns = {round(placed.rect.x / 60) for placed in layout.boxes}
    assert len(columns) > 1
    assert layout.extent.height < 1500
    assert crossings(layout) == 0


def test_parallel_interfaces_do_not_cross() -> None:
    layout = layout_of(EVERY["parallel"]())
    assert crossings(layout) == 0
    assert len({placed.points for placed in layout.connectors}) == 8


def test_what_answers_runs_beside_what_asked() -> None:
    flows = layout_of(
        page(
            [],
            [
                interface("1", "a", "b"),
                interface("2", "b", "a"),
                interface("3", "b", "c"),
                interface("4", "c", "b"),
            ],
        )
    )
    a, b, c = (placed.rect.centre for placed in flows.boxes)
    assert a[0] < b[0] < c[0] or a[1] < b[1] < c[1]
    assert bends(flows) <= 8


def test_what_hides_something_is_worse_than_what_is_larger() -> None:
    layout = layout_of(notes())
    first, *others = layout.boxes
    hidden = replace(layout, boxes=(replace(first, rect=others[0].rect), *others))
    assert collisions(hidden)
    assert badness(hidden, PAGE) > badness(layout, PAGE)
    assert badness(layout, (10.0, 10.0)) > badness(layout, PAGE)


def test_the_same_page_is_laid_out_the_same_in_another_process() -> None:
    program = (
        "from bartizan.render.diagrams import block_diagram, data_flow_diagram, sequence_diagram\n"
        "from tests.render.diagrams.made_up import notes\n"
        "import hashlib\n"
        "pictures = [*block_diagram(notes()), data_flow_diagram(notes()), sequence_diagram(notes(), 'remind-me')]\n"
        "print(hashlib.sha256(''.join(each.svg + each.plain_svg for each in pictures).encode()).hexdigest())"
    )
    seen = set()
    for seed in ("1", "2"):
        settings = {**os.environ, "PYTHONHASHSEED": seed, "BARTIZAN_CACHE": "off"}
        ended = subprocess.run(
            [sys.executable, "-c", program],
            env=settings,
            capture_output=True,
            text=True,
            timeout=120,
            check=True,
        )
        seen.add(ended.stdout)
    assert len(seen) == 1


def test_a_layout_that_failed_over_the_written_order_is_tried_without_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    really = remembered_layout

    def fussy(graph: Graph, seconds: float) -> Graph:
        if "elk.layered.considerModelOrder.strategy" in graph["layoutOptions"]:
            raise LayoutFailed("the order")
        return really(graph, seconds)

    monkeypatch.setattr(LAYS_OUT, fussy)
    assert collisions(layout_of(notes())) == ()


def test_an_answer_that_leaves_a_line_in_the_open_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    really = remembered_layout

    def torn(graph: Graph, seconds: float) -> Graph:
        answer = really(graph, seconds)
        for edge in answer["edges"]:
            edge["sections"][0]["startPoint"]["x"] += 400
        return answer

    monkeypatch.setattr(LAYS_OUT, torn)
    with pytest.raises(LayoutFailed):
        layout_of(page([], [interface("1", "a", "b")]))


def test_when_nothing_ends_in_time_that_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(graph: Graph, seconds: float) -> Graph:
        raise LayoutTookTooLong(f"no layout in {seconds:g} s for {graph['id']}")

    monkeypatch.setattr(LAYS_OUT, slow)
    with pytest.raises(LayoutTookTooLong, match="no layout in 30 s"):
        layout_of(notes())


def test_the_order_of_mappings_other_than_the_written_one_makes_no_difference() -> None:
    architecture = notes()
    assets = list(architecture.data_assets.items())
    assets.reverse()
    shuffled = replace(architecture, data_assets=dict(assets))
    assert layout_of(shuffled) == layout_of(architecture)
