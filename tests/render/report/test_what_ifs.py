"""What falls with a part is what the answers say falls with it."""

from __future__ import annotations

from bartizan.render.report.what_ifs import what_ifs
from bartizan.rules.answers.falls import compromised, what_falls
from tests.render.report.reports import SHOP, parts, promises_of


def test_a_component_falls_as_when_it_is_compromised() -> None:
    promises = promises_of(SHOP)
    found = what_ifs(promises, parts(promises))["components", "till"]
    assert [each.says for each in found] == ["it is taken over", "it does not work"]
    assert found[0].falls == compromised(promises.analysis, "till").falls
    assert found[0].falls


def test_a_data_asset_fails_in_three_ways_in_the_order_of_the_impact_analysis() -> None:
    promises = promises_of(SHOP)
    found = what_ifs(promises, parts(promises))["data-assets", "password"]
    assert [each.says for each in found] == ["it is altered", "it is disclosed", "it is not available"]


def test_a_control_that_holds_can_be_degraded_and_one_that_does_not_cannot() -> None:
    promises = promises_of(SHOP)
    found = what_ifs(promises, parts(promises))
    held = {control.id: falls for control, falls in promises.controls}
    assert held
    for id_, falls in held.items():
        assert [each.falls for each in found["controls", id_]] == [falls.falls]
    assert ("controls", "1/authorization") not in found


def test_an_interface_loses_all_its_controls_at_once() -> None:
    promises = promises_of(SHOP)
    (lost,) = what_ifs(promises, parts(promises))["interfaces", "1"]
    on_it = {f"1/{kind}" for kind in ("authentication", "encryption", "integrity", "server-authentication")}
    assert on_it <= {control for _degraded, control in lost.given}
    assert lost.falls == what_falls(promises.analysis, [lost.given])[0].falls


def test_an_actor_brings_about_what_the_seventh_promise_says() -> None:
    promises = promises_of(SHOP)
    found = what_ifs(promises, parts(promises))
    for defended in promises.defended:
        (attack,) = found["threat-actors", defended.actor.id]
        assert [fall.outcome for fall in attack.falls] == [*defended.certain, *defended.open]


def test_what_is_assumed_of_a_dependency_may_not_hold() -> None:
    promises = promises_of(SHOP)
    found = what_ifs(promises, parts(promises)).get(("external-dependencies", "directory"), ())
    assert [each.says for each in found] in ([], ["what is assumed of it does not hold"])
