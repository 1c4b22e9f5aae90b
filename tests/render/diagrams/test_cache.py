import os
from pathlib import Path

import pytest

from bartizan.render.diagrams.elk import cache
from bartizan.render.diagrams.elk.cache import cache_folder, remembered_layout
from bartizan.render.diagrams.elk.engine import Graph, LayoutFailed, LayoutTookTooLong

GRAPH: Graph = {"id": "root", "children": [{"id": "a", "width": 30, "height": 30}]}


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[Graph]:
    """What the layout kernel was asked, with a cache of this test's own."""
    graphs: list[Graph] = []

    def lay_out(graph: Graph, seconds: float) -> Graph:
        graphs.append(graph)
        return {**graph, "width": seconds}

    monkeypatch.setattr(cache, "lay_out", lay_out)
    monkeypatch.setenv("BARTIZAN_CACHE", str(tmp_path))
    return graphs


def test_a_layout_is_made_once(asked: list[Graph]) -> None:
    first = remembered_layout(GRAPH, 5)
    assert remembered_layout(GRAPH, 5) == first
    assert len(asked) == 1
    remembered_layout({**GRAPH, "edges": []}, 5)
    assert len(asked) == 2


def test_that_elk_failed_is_remembered_but_not_that_the_time_was_over(
    asked: list[Graph], monkeypatch: pytest.MonkeyPatch
) -> None:
    problems: list[LayoutFailed] = []

    def fail(graph: Graph, seconds: float) -> Graph:
        asked.append(graph)
        problems.append(
            LayoutTookTooLong(f"{seconds:g} s") if len(asked) < 3 else LayoutFailed("no such node")
        )
        raise problems[-1]

    monkeypatch.setattr(cache, "lay_out", fail)
    for _ in range(2):
        with pytest.raises(LayoutTookTooLong):
            remembered_layout(GRAPH, 5)
    for _ in range(3):
        with pytest.raises(LayoutFailed, match="no such node"):
            remembered_layout(GRAPH, 5)
    assert len(asked) == 3


@pytest.mark.parametrize("rubbish", [b"", b"rubbish", b"x\x9c\xab\xae\x05\x00\x01u\x00\xf9"])
def test_a_file_that_holds_no_layout_counts_as_none(
    asked: list[Graph], tmp_path: Path, rubbish: bytes
) -> None:
    first = remembered_layout(GRAPH, 5)
    (file,) = (tmp_path / "layouts").iterdir()
    file.write_bytes(rubbish)
    assert remembered_layout(GRAPH, 5) == first
    assert len(asked) == 2


def test_a_cache_that_cannot_be_written_costs_only_time(
    asked: list[Graph], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("BARTIZAN_CACHE", str(tmp_path / "file"))
    assert remembered_layout(GRAPH, 5)["width"] == 5
    assert remembered_layout(GRAPH, 5)["width"] == 5
    assert len(asked) == 2


def test_the_oldest_layouts_go_first(
    asked: list[Graph], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "MOST_FILES", 4)
    for at in range(5):
        remembered_layout({**GRAPH, "at": at}, 5)
        for file in (tmp_path / "layouts").iterdir():
            os.utime(file, (at, at) if file.stat().st_mtime > 1e9 else None)
    assert len(list((tmp_path / "layouts").iterdir())) <= 4
    assert len(asked) == 5


def test_nothing_is_kept_when_the_cache_is_off(asked: list[Graph], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BARTIZAN_CACHE", "off")
    assert cache_folder() is None
    remembered_layout(GRAPH, 5)
    remembered_layout(GRAPH, 5)
    assert len(asked) == 2


@pytest.mark.skipif(os.name != "posix", reason="other systems have other folders")
def test_layouts_lie_in_the_users_cache(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("BARTIZAN_CACHE")
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert cache_folder() == tmp_path / "cache" / "bartizan" / "layouts"
    monkeypatch.setenv("XDG_CACHE_HOME", "relative/is/ignored")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert cache_folder() == tmp_path / ".cache" / "bartizan" / "layouts"
