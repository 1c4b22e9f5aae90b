import hashlib
import json
import multiprocessing
import os
import subprocess
import sys
from multiprocessing.queues import Queue

import pytest

from bartizan.render.diagrams.block_scene import block_scene
from bartizan.render.diagrams.elk.engine import (
    V8,
    WORKER,
    Engine,
    Graph,
    LayoutFailed,
    LayoutTookTooLong,
    QuickJs,
    lay_out,
)
from bartizan.render.diagrams.elk_graph import Direction, Mode, Plan, Recipe, elk_graph
from bartizan.render.diagrams.flow_order import laid_backwards
from bartizan.render.diagrams.nesting import Nesting
from bartizan.render.diagrams.sizes import sizes_of
from tests.render.diagrams.made_up import EVERY

TWO: Graph = {
    "id": "root",
    "layoutOptions": {"elk.algorithm": "layered"},
    "children": [{"id": "a", "width": 30, "height": 30}, {"id": "b", "width": 30, "height": 30}],
    "edges": [{"id": "e", "sources": ["a"], "targets": ["b"]}],
}


def graph_of(name: str, recipe: Recipe) -> Graph:
    scene = block_scene(EVERY[name]())
    nesting = Nesting(scene)
    backwards = laid_backwards(scene, nesting)
    sizes = sizes_of(scene, backwards, downwards=recipe.direction is Direction.DOWN)
    return elk_graph(Plan(scene, nesting, sizes, backwards), recipe)


@pytest.fixture(scope="module")
def v8() -> V8:
    return V8()


@pytest.fixture(scope="module")
def quickjs() -> QuickJs:
    pytest.importorskip("quickjs", reason="NOT TESTED ON THE SECOND ENGINE: quickjs-ng is not installed")
    return QuickJs()


def test_the_layout_kernel_is_the_file_that_its_makers_published() -> None:
    said = (WORKER.parent / "SOURCE.md").read_text(encoding="utf-8")
    assert hashlib.sha256(WORKER.read_bytes()).hexdigest() in said


@pytest.mark.parametrize("name", ["notes", "nested", "parallel", "unfinished", "chance"])
@pytest.mark.parametrize(
    "recipe",
    [
        Recipe(Mode.ONE_PASS, Direction.DOWN, keeps_order=False),
        Recipe(Mode.CUT_AT_BOUNDARIES, Direction.RIGHT),
    ],
    ids=["one-pass", "cut"],
)
def test_both_engines_give_the_same_coordinates(v8: V8, quickjs: QuickJs, name: str, recipe: Recipe) -> None:
    graph = json.dumps(graph_of(name, recipe))
    answer = v8.call(graph, 30)
    assert answer == quickjs.call(graph, 60)
    assert '"x":' in answer


def test_the_same_question_gets_the_same_answer(v8: V8) -> None:
    answer = v8.call(json.dumps(TWO), 10)
    assert "$H" not in answer
    assert v8.call(json.dumps(TWO), 10) == answer


def endless() -> str:
    graph = graph_of("chance", Recipe(Mode.ONE_PASS, Direction.RIGHT, keeps_order=False))

    def stretch(node: Graph) -> None:
        if node.get("children"):
            node["layoutOptions"]["elk.layered.layering.strategy"] = "STRETCH_WIDTH"
            for child in node["children"]:
                stretch(child)

    stretch(graph)
    return json.dumps(graph)


@pytest.mark.parametrize("which", ["v8", "quickjs"])
def test_a_layout_that_never_ends_is_stopped_and_the_engine_works_on(
    which: str, request: pytest.FixtureRequest
) -> None:
    engine: Engine = request.getfixturevalue(which)
    with pytest.raises(LayoutTookTooLong):
        engine.call(endless(), 0.7)
    assert json.loads(engine.call(json.dumps(TWO), 10))["children"]


@pytest.mark.parametrize("which", ["v8", "quickjs"])
def test_a_graph_that_is_none_is_a_failed_layout(which: str, request: pytest.FixtureRequest) -> None:
    engine: Engine = request.getfixturevalue(which)
    broken = {**TWO, "edges": [{"id": "e", "sources": ["a"], "targets": ["nobody"]}]}
    with pytest.raises(LayoutFailed, match="nobody"):
        engine.call(json.dumps(broken), 10)


def test_a_long_chain_does_not_overflow_the_stack(v8: V8) -> None:
    count = 1500
    chain = {
        "id": "root",
        "layoutOptions": {"elk.algorithm": "layered"},
        "children": [{"id": f"n{at}", "width": 30, "height": 30} for at in range(count)],
        "edges": [
            {"id": f"e{at}", "sources": [f"n{at}"], "targets": [f"n{at + 1}"]} for at in range(count - 1)
        ],
    }
    assert len(json.loads(v8.call(json.dumps(chain), 60))["children"]) == count


def in_a_fork(answers: "Queue[float]") -> None:
    answers.put(lay_out(TWO, 20)["children"][0]["width"])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system has no fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*fork.*:DeprecationWarning")
def test_a_forked_child_can_draw_too(quickjs: QuickJs) -> None:
    lay_out(TWO, 20)
    context = multiprocessing.get_context("fork")
    answers = context.Queue()
    child = context.Process(target=in_a_fork, args=(answers,))
    child.start()
    try:
        assert answers.get(timeout=30) == 30
    finally:
        child.join(10)
        child.kill()


def test_a_process_that_drew_ends_by_itself() -> None:
    program = (
        "from bartizan.render.diagrams.elk.engine import lay_out\n"
        f"print(len(lay_out({TWO!r}, 20)['children']))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=60, check=True
    )
    assert ended.stdout.strip() == "2"
