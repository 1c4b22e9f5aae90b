from __future__ import annotations

import json
from pathlib import Path

import pytest

from bartizan.model.architecture import Architecture
from bartizan.model.control import ControlState
from tests.scoreboard.others import (
    cyclonedx,
    docker_compose,
    ms_tmt,
    otm,
    pytm,
    threagile,
    threat_dragon,
    threatcl,
    tm_library,
)
from tests.scoreboard.others.hcl import read_hcl
from tests.scoreboard.others.sketch import Foreign
from tests.scoreboard.pages import page_from


def one(found: list[Foreign]) -> tuple[Architecture, int | None]:
    [foreign] = found
    return page_from(foreign.tree, foreign.name), foreign.listed


def written(tmp_path: Path, name: str, content: object) -> Path:
    path = tmp_path / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), "utf-8")
    return path


def test_a_box_of_threat_dragon_is_a_trust_domain_and_a_flag_that_is_off_says_nothing(tmp_path: Path) -> None:
    def cell(id_: str, shape: str, x: int, **data: object) -> dict[str, object]:
        size = {"width": 400, "height": 400} if shape == "trust-boundary-box" else {"width": 10, "height": 10}
        return {
            "id": id_,
            "shape": shape,
            "position": {"x": x, "y": 5},
            "size": size,
            "data": {"name": id_, **data},
        }

    def flow(id_: str, one: str, other: str, **data: object) -> dict[str, object]:
        return {"id": id_, "shape": "flow", "source": {"cell": one}, "target": {"cell": other}, "data": data}

    cells = [
        cell("cloud", "trust-boundary-box", 0),
        cell("shop", "process", 20, threats=[{"title": "t"}]),
        cell("buyer", "actor", 900),
        cell("wares", "store", 50),
        flow("in", "buyer", "shop", isEncrypted=True, protocol="HTTPS"),
        flow("keep", "shop", "wares", isEncrypted=False),
        {"id": "loose", "shape": "trust-boundary-curve"},
    ]
    model = {"summary": {"title": "Shop"}, "detail": {"diagrams": [{"cells": cells}]}}
    page, listed = one(list(threat_dragon.read(written(tmp_path, "shop.json", model))))
    assert listed == 1
    assert page.components["shop"].domain == "cloud"
    assert page.components["buyer"].domain is None
    assert page.components["buyer"].kind is None
    assert page.components["wares"].kind == "database"
    assert page.interfaces["1"].protocol == ("HTTPS",)
    assert set(page.controls) == {"1/encryption"}


def test_threagile_says_who_is_asked_for_what_and_what_is_encrypted_at_rest(tmp_path: Path) -> None:
    text = """
threagile_version: 1.0.0
title: Shop
data_assets:
  Orders: {id: orders, confidentiality: confidential, integrity: critical, availability: operational}
technical_assets:
  Shop:
    {id: shop, type: process, technology: web-server, encryption: none, out_of_scope: false,
     communication_links: {Keep: {target: db, protocol: jdbc-encrypted, authentication: none, authorization: technical-user,
                                  data_assets_sent: [orders]}}}
  Database: {id: db, type: datastore, technology: database, encryption: transparent, data_assets_stored: [orders]}
trust_boundaries:
  Inner: {id: inner, technical_assets_inside: [db]}
  Outer: {id: outer, technical_assets_inside: [shop], trust_boundaries_nested: [inner]}
individual_risk_categories: {Odd: {id: odd, risks_identified: {one: {}, two: {}}}}
"""
    page, listed = one(list(threagile.read(written(tmp_path, "threagile.yaml", text))))
    assert listed == 2
    assert page.trust_domains["inner"].inside == "outer"
    assert page.interfaces["1"].listener == "database"
    assert page.interfaces["1"].protocol == ("JDBC over TLS",)
    assert page.controls["1/authentication"].state is ControlState.ABSENT
    assert page.controls["1/authorization"].state is ControlState.IN_PLACE
    assert page.controls["orders/encryption-at-rest"].state is ControlState.IN_PLACE
    assert page.data_assets["orders"].confidentiality == "high"


def test_an_otm_component_lies_in_the_zone_of_what_it_is_part_of(tmp_path: Path) -> None:
    model = {
        "otmVersion": "0.2.0",
        "project": {"name": "Shop"},
        "trustZones": [{"id": "z", "name": "Private"}],
        "components": [
            {"id": "a", "name": "Host", "parent": {"trustZone": "z"}, "threats": [{"threat": "t"}]},
            {
                "id": "b",
                "name": "Part",
                "type": "database",
                "parent": {"component": "a"},
                "assets": {"stored": ["d"]},
            },
        ],
        "assets": [{"id": "d", "name": "Data", "risk": {"confidentiality": 100, "integrity": 0}}],
        "dataflows": [{"id": "f", "source": "a", "destination": "b", "bidirectional": True, "assets": ["d"]}],
    }
    page, listed = one(list(otm.read(written(tmp_path, "x.otm", model))))
    assert listed == 1
    assert page.components["part"].domain == "private"
    assert [each.asset for each in page.interfaces["1"].response] == ["data"]
    assert (page.data_assets["data"].confidentiality, page.data_assets["data"].integrity) == ("high", "none")
    assert page.data_assets["data"].persisted[0].place == "part"
    assert not page.controls


def test_a_response_of_pytm_goes_the_other_way_over_its_connection(tmp_path: Path) -> None:
    model = {
        "name": "x",
        "boundaries": [{"name": "Net"}],
        "data": [{"name": "Word", "classification": "Classification.SECRET", "isCredentials": True}],
        "elements": [
            {"__class__": "Actor", "name": "A", "inBoundary": "Net"},
            {"__class__": "Server", "name": "B"},
        ],
        "flows": [
            {"name": "ask", "source": "A", "sink": "B", "data": ["Word"], "controls": {"isEncrypted": False}},
            {
                "name": "answer",
                "source": "B",
                "sink": "A",
                "isResponse": True,
                "controls": {"isEncrypted": True},
            },
        ],
        "findings": [{}, {}, {}],
    }
    page, listed = one(list(pytm.read(written(tmp_path, "x.json", model))))
    assert listed == 3
    assert [(each.requestor, each.listener) for each in page.interfaces.values()] == [("a", "b"), ("a", "b")]
    assert set(page.controls) == {"2/encryption"}
    assert page.data_assets["word"].kind == "credential"


def test_the_threat_model_library_says_where_data_is_and_whether_it_is_encrypted(tmp_path: Path) -> None:
    model = {
        "scope": {"title": "x"},
        "trust_zones": [{"symbolic_name": "prod", "title": "Production"}],
        "components": [{"symbolic_name": "web", "title": "Web", "trust_zone": "prod"}],
        "data_stores": [{"symbolic_name": "blob", "title": "Blob", "product": "PostgreSQL"}],
        "data_sets": [
            {
                "symbolic_name": "set",
                "title": "Set",
                "placements": [{"data_store": "blob", "encrypted": False}],
            }
        ],
        "data_flows": [
            {
                "symbolic_name": "f",
                "source": {"object": "web"},
                "destination": {"object": "blob"},
                "encrypted": False,
            }
        ],
        "threats": [{}],
    }
    page, listed = one(list(tm_library.read(written(tmp_path, "x.json", model))))
    assert listed == 1
    assert page.components["web"].domain == "production"
    assert page.controls["1/encryption"].state is ControlState.ABSENT
    assert page.controls["set/encryption-at-rest"].state is ControlState.ABSENT


def test_a_service_of_cyclonedx_says_not_who_calls_it(tmp_path: Path) -> None:
    model = {
        "bomFormat": "CycloneDX",
        "services": [
            {"name": "Ticker", "endpoints": ["https://x.org/a"], "authenticated": False, "x-trust-boundary": True,
             "data": [{"classification": "PII", "flow": "inbound"}]},
        ],
    }  # fmt: skip
    page, listed = one(list(cyclonedx.read(written(tmp_path, "x.json", model))))
    assert listed is None
    assert page.interfaces["1"].requestor is None
    assert page.interfaces["1"].protocol == ("HTTPS",)
    assert page.controls["1/authentication"].state is ControlState.ABSENT
    assert [each.asset for each in page.interfaces["1"].request] == ["pii"]


def test_an_order_of_starting_is_a_need_and_no_connection(tmp_path: Path) -> None:
    text = """
services:
  web: {image: "library/nginx:1", ports: ["80:80"], depends_on: [db], networks: [front, back]}
  db: {image: mysql, networks: [back]}
  job: {image: mine, links: ["db:database"]}
"""
    page, _listed = one(list(docker_compose.read(written(tmp_path, "compose.yaml", text))))
    assert page.components["web"].needs == ("db",)
    assert page.components["web"].domain is None
    assert page.components["db"].domain == "back"
    assert [(each.requestor, each.listener) for each in page.interfaces.values()] == [
        (None, "web"),
        ("job", "db"),
    ]


def test_threatcl_is_read_with_its_diagrams(tmp_path: Path) -> None:
    text = """
spec_version = "0.7.0"
threatmodel "Tower" {
  author = "@me" // a comment
  attributes { new_initiative = "true" }
  information_asset "crown" { information_classification = "Confidential" }
  threat "theft" { impacts = ["Confidentiality", "Integrity"]
    control "guards" { implemented = true } }
  data_flow_diagram_v2 "d" {
    external_element "visitor" {}
    trust_zone "inside" { process "keeper" {} data_store "vault" {} }
    flow "https" { from = "visitor"
      to = "keeper" }
  }
  usecase { description = <<-EOT
    several lines { not a block }
    EOT
  }
}
"""
    page, listed = one(list(threatcl.read(written(tmp_path, "x.hcl", text))))
    assert listed == 1
    assert page.components["keeper"].domain == "inside"
    assert page.interfaces["1"].protocol == ("https",)
    assert page.data_assets["crown"].confidentiality == "high"


@pytest.mark.parametrize("text", ["a b c", "x {", 'x "y" {} }', "= 1", '"open', "a {" * 40, "a = {"])
def test_what_is_no_hcl_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_hcl(text)


def test_a_model_of_the_threat_modeling_tool_is_read(tmp_path: Path) -> None:
    def prop(label: str, value: str) -> str:
        return f"<anyType><DisplayName>{label}</DisplayName><Name/><Value>{value}</Value></anyType>"

    def choice(name: str, chosen: int) -> str:
        return (
            f"<anyType><DisplayName>{name}</DisplayName><Name>{name}</Name><Value><string>Not Selected</string>"
            f"<string>No</string><string>Yes</string></Value><SelectedIndex>{chosen}</SelectedIndex></anyType>"
        )

    def shape(kind: str, guid: str, properties: str, more: str) -> str:
        return (
            f'<Value i:type="{kind}"><TypeId>SE.X.HTTPS</TypeId><Guid>{guid}</Guid>'
            f"<Properties>{properties}</Properties>{more}</Value>"
        )

    def box(left: int, size: int) -> str:
        return f"<Left>{left}</Left><Top>{left}</Top><Width>{size}</Width><Height>{size}</Height>"

    text = (
        '<ThreatModel xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><DrawingSurfaceModel>'
        + shape("BorderBoundary", "z", prop("Name", "Zone"), box(0, 100))
        + shape("StencilEllipse", "p", prop("Name", "Shop"), box(10, 10))
        + shape("StencilRectangle", "e", prop("Name", "Buyer") + prop("Out Of Scope", "true"), box(500, 10))
        + shape(
            "Connector", "c",
            prop("Name", "buy") + choice("providesConfidentiality", 2) + choice("authenticatesSource", 1),
            "<SourceGuid>e</SourceGuid><TargetGuid>p</TargetGuid>",
        )
        + "</DrawingSurfaceModel><KeyValueOfstringThreatpc_P0_PhOB/></ThreatModel>"
    )  # fmt: skip
    page, listed = one(list(ms_tmt.read(written(tmp_path, "x.tm7", text))))
    assert listed == 1
    assert page.components["shop"].domain == "zone"
    assert page.components["buyer"].in_scope is not None
    assert page.interfaces["1"].protocol == ("HTTPS",)
    assert set(page.controls) == {"1/encryption"}


@pytest.mark.parametrize(
    "read",
    [
        threat_dragon.read,
        otm.read,
        pytm.read,
        tm_library.read,
        cyclonedx.read,
        docker_compose.read,
        threagile.read,
    ],
)
def test_a_file_of_something_else_holds_no_model(read: object, tmp_path: Path) -> None:
    assert callable(read)
    assert list(read(written(tmp_path, "x.json", {"something": "else"}))) == []
