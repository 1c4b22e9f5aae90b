"""A page as other tools are told it: nothing that they have words for is left out, and nothing is added."""

from __future__ import annotations

import json
from pathlib import Path

from bartizan.model.architecture import Architecture
from bartizan.model.carried import Carried
from bartizan.model.component import Component
from bartizan.model.control import Control, ControlState, Reliance
from bartizan.model.data_asset import DataAsset
from bartizan.model.interface import Authorization, Interface
from bartizan.model.placement import Placement
from bartizan.model.threat_actor import ThreatActor
from bartizan.model.trust_domain import TrustDomain
from bench.made_up_service import made_up_service
from bench.plain_system import DEGRADED_AT_MOST, PlainControl, plain_system

PAGE = Architecture(
    trust_domains={"outside": TrustDomain(id="outside"), "inside": TrustDomain(id="inside", reached_from=("outside",))},
    components={
        "customer": Component(id="customer", kind="person", domain="outside"),
        "shop": Component(id="shop", kind="process", domain="inside"),
        "orders": Component(id="orders", kind="database", domain="inside"),
    },
    data_assets={
        "order": DataAsset(id="order", confidentiality="high", persisted=(Placement(place="orders"),)),
        "rules": DataAsset(id="rules"),
        "password": DataAsset(id="password", kind="password"),
    },
    interfaces={
        "1": Interface(
            id="1", requestor="customer", listener="shop", protocol=("HTTPS",), request=(Carried(asset="order"),),
            request_credentials=("password",), request_authorization=Authorization(all_of=("check",)),
        ),
        "2": Interface(id="2", requestor="shop", listener="orders", response=(Carried(asset="order"),)),
        "3": Interface(id="3", requestor="shop"),
    },
    controls={
        "check": Control(
            id="check", kind="authorization", state=ControlState.IN_PLACE, enforced_by=("shop",),
            relies_on=Reliance(integrity=("rules",)),
        )
    },
    threat_actors={"thief": ThreatActor(id="thief", at=("customer",), holds=("password",))},
)  # fmt: skip


def control(id_: str) -> PlainControl:
    return next(each for each in plain_system(PAGE).controls if each.id == id_)


def test_it_tells_who_connects_to_whom_and_what_is_carried_shown_and_kept() -> None:
    system = plain_system(PAGE)
    assert [(each.requestor, each.listener, each.carries, each.shows) for each in system.interfaces] == [
        ("customer", "shop", ("order",), ("password",)),
        ("shop", "orders", ("order",), ()),
    ]
    assert {each.id: each.kept_in for each in system.assets} == {
        "order": ("orders",),
        "rules": (),
        "password": (),
    }
    assert {each.id: (each.kind, each.domain) for each in system.components}["orders"] == (
        "database",
        "inside",
    )
    assert system.domains == {"inside": ("outside",), "outside": ()}


def test_an_interface_without_a_listener_is_nothing_that_can_be_told() -> None:
    assert "3" not in {each.id for each in plain_system(PAGE).interfaces}


def test_an_actor_stands_in_the_domain_of_the_component_where_they_stand() -> None:
    (thief,) = plain_system(PAGE).actors
    assert (thief.at, thief.holds) == (("outside",), ("password",))


def test_what_a_protocol_brings_is_told_and_what_nobody_said_is_told_as_not_said() -> None:
    assert control("1/encryption").state == "in place"
    assert control("2/encryption").state == "not said"
    assert control("1/encryption").interfaces == ("1",)


def test_a_check_stands_on_the_interfaces_that_it_decides_and_near_their_ends_and_data() -> None:
    check = control("check")
    assert check.interfaces == ("1",)
    assert (check.enforced_by, check.relies_on) == (("shop",), ("rules",))
    assert {"1", "customer", "shop", "order", "password"} <= set(check.near)
    assert "orders" not in check.near


def test_what_protects_a_copy_stands_on_the_data_and_in_its_store() -> None:
    at_rest = next(each for each in plain_system(PAGE).controls if each.kind == "encryption-at-rest")
    assert (at_rest.element, at_rest.store) == ("order", "orders")


def test_only_controls_in_place_are_degraded_and_the_same_ones_each_time() -> None:
    system = plain_system(made_up_service(80, controls=16))
    held = {each.id for each in system.controls if each.state == "in place"}
    assert len(system.degraded) == DEGRADED_AT_MOST < len(held)
    assert set(system.degraded) <= held
    assert system.degraded == plain_system(made_up_service(80, controls=16)).degraded


def test_another_program_can_read_it(tmp_path: Path) -> None:
    path = plain_system(PAGE).write(tmp_path / "system.json")
    assert [each["id"] for each in json.loads(path.read_text(encoding="utf-8"))["interfaces"]] == ["1", "2"]
