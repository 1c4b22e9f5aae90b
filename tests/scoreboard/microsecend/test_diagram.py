from __future__ import annotations

from pathlib import Path

import pytest

from tests.scoreboard.microsecend.diagram import read_drawing

DRAWING = r"""
@startuml
skinparam monochrome true
digraph dfd2{
    node[shape=record]
        shop [label = "{Service: shop | --gateway--\n--internal--\nGateway: Zuul\nPort: 8080\n}" shape = Mrecord];
        user [label = "{External Entity: user | --user_stereotype--\n--exitpoint--\n}"];
        user -> shop [label = " --restful_http--\n"]
        shop -> stock [label = " --restful_http--\n--authenticated_request--\nProtocol: HTTPS\n"]
        user shop [label = "forgotten arrow"]
}
@enduml
"""


def test_a_drawing_is_read_with_its_annotations_and_what_is_broken_in_it_is_said(tmp_path: Path) -> None:
    path = tmp_path / "shop.txt"
    path.write_text(DRAWING, "utf-8")
    diagram = read_drawing(path, "shop")
    assert set(diagram.nodes) == {"shop", "user", "stock"}
    assert diagram.nodes["shop"].stereotypes == {"gateway", "internal"}
    assert diagram.nodes["shop"].tags == {"Gateway": "Zuul", "Port": "8080"}
    assert diagram.nodes["user"].external
    assert not diagram.nodes["stock"].stereotypes
    assert [(each.sender, each.receiver) for each in diagram.flows] == [("user", "shop"), ("shop", "stock")]
    assert diagram.flows[1].stereotypes == {"restful_http", "authenticated_request"}
    assert diagram.flows[1].tags == {"Protocol": "HTTPS"}
    assert diagram.not_understood == ('user shop [label = "forgotten arrow"]',)


@pytest.mark.parametrize(
    "line", ["@enduml", "}", "", "skinparam defaultFontSize 11", "    node[shape=record]"]
)
def test_scaffolding_of_a_drawing_is_neither_node_nor_broken(tmp_path: Path, line: str) -> None:
    path = tmp_path / "nothing.txt"
    path.write_text(line + "\n", "utf-8")
    diagram = read_drawing(path, "nothing")
    assert not diagram.nodes
    assert not diagram.not_understood
