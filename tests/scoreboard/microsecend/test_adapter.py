from __future__ import annotations

import ast
import json
import shutil
from pathlib import Path

from bartizan.model.architecture import Architecture
from bartizan.rules.facts.of_controls import Holding
from tests.scoreboard.microsecend import words
from tests.scoreboard.microsecend.adapter import page_of
from tests.scoreboard.microsecend.cases import applications
from tests.scoreboard.microsecend.diagram import Diagram, read_drawing, read_json
from tests.scoreboard.microsecend.readings import Reading, analysed
from tests.scoreboard.pages import page_from

HERE = Path(__file__).parent


def diagram_of(
    tmp_path: Path, nodes: dict[str, list[str]], flows: list[tuple[str, str, list[str]]]
) -> Diagram:
    """Return a diagram; a node whose name begins with a capital is external."""
    folder = tmp_path / "made-up"
    folder.mkdir(exist_ok=True)
    path = folder / "made-up.json"
    written = {
        "services": [{"name": n, "stereotypes": s} for n, s in nodes.items() if not n[0].isupper()],
        "external_entities": [{"name": n, "stereotypes": s} for n, s in nodes.items() if n[0].isupper()],
        "information_flows": [{"sender": a, "receiver": b, "stereotypes": s} for a, b, s in flows],
    }
    path.write_text(json.dumps(written), "utf-8")
    return read_json(path)


def page(
    tmp_path: Path, nodes: dict[str, list[str]], flows: list[tuple[str, str, list[str]]]
) -> Architecture:
    return page_from(page_of(diagram_of(tmp_path, nodes, flows)), "made-up")


def ends(page: Architecture) -> set[tuple[str | None, str | None]]:
    return {(each.requestor, each.listener) for each in page.interfaces.values()}


def test_an_arrow_is_where_information_goes_and_not_who_connects(tmp_path: Path) -> None:
    made = page(
        tmp_path,
        {
            "shop": ["internal"],
            "settings": ["configuration_server"],
            "names": ["service_discovery"],
            "Store": [],
        },
        [("settings", "shop", []), ("names", "shop", []), ("Store", "shop", []), ("shop", "settings", [])],
    )
    assert ends(made) == {("shop", "settings"), ("shop", "names"), ("shop", "store")}


def test_a_person_asks_and_the_arrow_back_is_the_answer(tmp_path: Path) -> None:
    made = page(
        tmp_path,
        {"shop": ["internal"], "User": ["user_stereotype"]},
        [("shop", "User", []), ("User", "shop", [])],
    )
    [interface] = made.interfaces.values()
    assert (interface.requestor, interface.listener) == ("user", "shop")
    assert [each.asset for each in interface.request] == ["what-user-tells-shop"]
    assert [each.asset for each in interface.response] == ["what-shop-tells-user"]


def test_what_is_not_drawn_is_not_said(tmp_path: Path) -> None:
    made = page(
        tmp_path, {"a": ["internal"], "b": ["internal"]}, [("a", "b", ["restful_http", "load_balanced_link"])]
    )
    assert not made.controls
    analysis = analysed(made, Reading.DRAWN)
    unsaid = {id_ for id_, each in analysis.grounded.controls.items() if each.holding is Holding.UNSAID}
    assert {"1/encryption", "1/authentication", "1/authorization"} <= unsaid


def test_what_is_drawn_is_in_place_and_as_surveyed_the_rest_is_absent(tmp_path: Path) -> None:
    nodes = {"a": ["internal"], "b": ["internal"]}
    made = page(
        tmp_path, nodes, [("a", "b", ["restful_http", "encrypted_connection", "authenticated_request"])]
    )
    controls = analysed(made, Reading.SURVEYED).grounded.controls
    assert controls["1/encryption"].holding is Holding.IN_PLACE
    assert controls["1/authentication"].holding is Holding.IN_PLACE
    assert controls["1/authorization"].holding is Holding.ABSENT


def test_https_is_not_taken_for_unencrypted_as_surveyed(tmp_path: Path) -> None:
    drawing = tmp_path / "x.txt"
    drawing.write_text(
        'a [label = "{Service: a | --internal--\\n}" shape = Mrecord];\n'
        'b [label = "{Service: b | --internal--\\n}" shape = Mrecord];\n'
        'a -> b [label = " --restful_http--\\nProtocol: HTTPS\\n"]\n',
        "utf-8",
    )
    made = page_from(page_of(read_drawing(drawing, "x")), "x")
    controls = analysed(made, Reading.SURVEYED).grounded.controls
    assert controls["1/encryption"].holding is Holding.IN_PLACE


def test_an_entry_point_without_a_user_is_entered_by_somebody(tmp_path: Path) -> None:
    made = page(tmp_path, {"shop": ["internal", "entrypoint"]}, [])
    assert ends(made) == {("somebody-outside", "shop")}


def test_every_annotation_of_the_dataset_is_understood_or_known_to_say_nothing(shared: Path) -> None:
    understood = {
        *words.COMPONENT_KINDS, *words.AUTHENTICATES, *words.AUTHORIZES, *words.VOUCHES, *words.AUTHENTICATED_FLOW,
        *words.AUTHORIZED_FLOW, *words.ENCRYPTED_FLOW, *words.GOES_ON_WITHOUT, *words.PROTOCOLS, *words.LOADS,
        *words.ONLY_ANSWERS, words.CHECKS_REGISTRATIONS, "entrypoint", "plaintext_credentials",
        "plaintext_credentials_link", "auth_provider",
    }  # fmt: skip
    drawn: set[str] = set()
    for folder in applications(shared / "corpus" / "microsecend"):
        diagrams = [read_json(folder / f"{folder.name}.json")]
        diagrams += [read_drawing(path, path.stem) for path in folder.rglob("*.txt")]
        for diagram in diagrams:
            drawn |= {word for node in diagram.nodes.values() for word in node.stereotypes}
            drawn |= {word for flow in diagram.flows for word in flow.stereotypes}
    assert drawn - understood - words.SAYS_NOTHING_TO_US == set()


def test_the_adapter_cannot_see_what_people_said(shared: Path, tmp_path: Path) -> None:
    for name in ("diagram.py", "adapter.py", "words.py", "readings.py", "verdicts.py"):
        tree = ast.parse((HERE / name).read_text("utf-8"))
        imported = {each.module for each in ast.walk(tree) if isinstance(each, ast.ImportFrom)}
        assert not imported & {
            f"tests.scoreboard.microsecend.{each}" for each in ("labels", "cases", "explain")
        }, name
    folder = applications(shared / "corpus" / "microsecend")[0]
    alone = tmp_path / folder.name
    alone.mkdir()
    shutil.copy(folder / f"{folder.name}.json", alone)
    with_verdicts = page_of(read_json(folder / f"{folder.name}.json"))
    assert page_of(read_json(alone / f"{folder.name}.json")) == with_verdicts
