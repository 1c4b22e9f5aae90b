"""What holds for all gaps together: order, identity, waivers, and that no page is too strange to be checked."""

from __future__ import annotations

import datetime
import random
import time
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.model.architecture import Architecture
from bartizan.model.compounds import Record
from bartizan.rules.readiness.check import blocking, gaps
from bartizan.rules.readiness.gap import Weight
from bartizan.rules.readiness.rules import RULES, rule_called
from tests.model.pages import FIRST_PAGE, page
from tests.rules.readiness.clean_page import CLEAN, TODAY, clean_but, gaps_of
from tests.strategies import architectures

SECTIONS = list(Record(Architecture).fields)


def read(yaml: str) -> Architecture:
    return page(f"service: Notes\n{yaml}").architecture


# ---- every page


@settings(max_examples=40)
@given(architectures())
def test_every_page_can_be_checked_and_each_gap_is_known_by_its_rule_and_element(
    architecture: Architecture,
) -> None:
    found = gaps(architecture, today=TODAY, folder_files=[])
    identities = [gap.identity for gap in found]
    assert len(identities) == len(set(identities))
    for gap in found:
        rule = rule_called(gap.rule)
        assert rule is not None
        assert rule.weight is gap.weight
        assert gap.element
        assert gap.path[0] in SECTIONS
        assert all(path[0] in SECTIONS for path in gap.also)
        assert "\n" not in gap.message
        assert not gap.message.endswith(".")
        assert not gap.message[0].isupper()


@settings(max_examples=40)
@given(architectures(), st.randoms(use_true_random=False))
def test_the_order_in_which_a_page_is_written_does_not_change_its_gaps(
    architecture: Architecture, chance: random.Random
) -> None:
    shuffled: dict[str, Any] = {
        name: dict(chance.sample(list(elements.items()), len(elements)))
        for name in (
            "components",
            "interfaces",
            "data_assets",
            "controls",
            "trust_domains",
            "external_dependencies",
        )
        if (elements := getattr(architecture, name))
    }
    one = {gap.rule for gap in gaps(architecture, today=TODAY)}
    other = {gap.rule for gap in gaps(replace(architecture, **shuffled), today=TODAY)}
    assert one == other


@settings(max_examples=40)
@given(architectures())
def test_the_same_page_has_the_same_gaps_in_the_same_order(architecture: Architecture) -> None:
    assert gaps(architecture, today=TODAY) == gaps(architecture, today=TODAY)


def test_gaps_come_in_the_order_of_the_page() -> None:
    found = gaps_of(page(FIRST_PAGE).architecture)
    positions = [SECTIONS.index(str(gap.path[0])) for gap in found]
    assert positions == sorted(positions)
    interfaces = [gap.element for gap in found if gap.path[0] == "interfaces" and len(gap.path) > 1]
    assert interfaces == sorted(interfaces)


def test_the_first_page_gets_a_list_that_helps_and_no_flood() -> None:
    found = gaps_of(page(FIRST_PAGE).architecture)
    assert len({gap.rule for gap in found if gap.blocks}) <= 9
    assert len({gap.rule for gap in found}) <= 22
    assert {"no-flow-diagram", "administration-path-missing", "asset-without-impact"} <= {
        gap.rule for gap in found
    }


def test_an_empty_page_is_told_what_a_page_has_and_nothing_about_what_is_not_there() -> None:
    found = gaps_of(Architecture(service="Notes"))
    assert all(len(gap.path) == 1 for gap in found)
    assert "section-missing" in {gap.rule for gap in found}


# ---- what a gap says


def test_each_gap_names_whom_to_ask() -> None:
    assert {
        gap.ask for gap in gaps_of(clean_but({"purpose": None}), help_contact="security@notes.example")
    } == {"security@notes.example"}
    assert {gap.ask for gap in gaps_of(clean_but({"purpose": None}))} == {"Mika Oda - mika"}
    assert {gap.ask for gap in gaps_of(Architecture(service="Notes"))} == {""}


@pytest.mark.parametrize(
    "nobody", ["TBD", "TODO", "todo", "unknown", "name - irc handle", "?", "nobody", "N/A"]
)
def test_a_word_that_stands_for_a_contact_is_nobody_to_ask(nobody: str) -> None:
    asked = {"purpose": None, "contacts": {"security-reviewers": [nobody, "Mika Oda - mika"]}}
    assert {gap.ask for gap in gaps_of(clean_but(asked))} == {"Mika Oda - mika"}
    only_that = {"purpose": None, "contacts": {"security-reviewers": nobody}}
    assert {gap.ask for gap in gaps_of(clean_but(only_that))} == {""}


def test_a_dependency_and_a_component_of_one_id_are_one_gap_with_both_places() -> None:
    architecture = read(
        "external-dependencies: {login: {description: TODO}}\ncomponents: {login: {kind: service, description: TBD}}"
    )
    found = [gap for gap in gaps_of(architecture) if gap.rule == "placeholder-left"]
    assert [gap.element for gap in found] == ["login"]
    assert found[0].path == ("external-dependencies", "login", "description")
    assert ("components", "login", "description") in found[0].also


def test_without_a_list_of_files_nobody_asks_for_figures() -> None:
    architecture = clean_but({"figures": ["figures/none.png"]})
    assert gaps_of(architecture, folder_files=None) == []
    assert gaps_of(architecture, folder_files=["./figures/none.png"]) == []
    assert [gap.rule for gap in blocking(gaps_of(architecture))] == ["ready-but-blocked", "figure-missing"]


# ---- waivers


def waived(**waiver: Any) -> Architecture:
    return clean_but({"purpose": None, "resources": None, "waivers": [waiver]})


def test_a_waiver_accepts_the_gap_of_one_element_and_the_gap_is_still_listed() -> None:
    found = gaps_of(
        waived(gap="section-missing", element="purpose", because="Everybody knows.", until="2026-12-31")
    )
    by_element = {gap.element: gap for gap in found if gap.rule == "section-missing"}
    assert by_element["purpose"].waived is not None
    assert not by_element["purpose"].blocks
    assert by_element["resources"].blocks


def test_a_waiver_without_an_element_accepts_all_gaps_of_its_rule_and_the_page_is_ready() -> None:
    found = gaps_of(waived(gap="section-missing", because="Everybody knows.", until="2026-12-31"))
    assert blocking(found) == []
    assert [gap.rule for gap in found] == ["section-missing", "section-missing"]


@pytest.mark.parametrize(
    ("waiver", "says"),
    [
        ({"because": "So.", "until": "2026-12-31"}, "does not say which gap"),
        ({"gap": "section-mising", "because": "So.", "until": "2026-12-31"}, "no gap that can be waived"),
        ({"gap": "ready-but-blocked", "because": "So.", "until": "2026-12-31"}, "no gap that can be waived"),
        ({"gap": "section-missing", "until": "2026-12-31"}, "does not say why"),
        ({"gap": "section-missing", "because": "So."}, "names no day until which it holds"),
        ({"gap": "section-missing", "because": "So.", "until": "2026-11-21"}, "ended on 2026-11-21"),
    ],
)
def test_a_waiver_that_does_not_hold_waives_nothing_and_is_a_gap_itself(
    waiver: dict[str, str], says: str
) -> None:
    found = gaps_of(waived(**waiver))
    assert [gap.waived for gap in found if gap.rule == "section-missing"] == [None, None]
    void = [gap for gap in found if gap.rule == "waiver-void"]
    assert len(void) == 1
    assert says in void[0].message


def test_a_page_that_says_too_much_is_shown_the_whole_line_that_waives_what_is_open() -> None:
    told = next(gap for gap in gaps_of(clean_but({"purpose": None})) if gap.rule == "ready-but-blocked")
    line = "waivers: [{gap: section-missing, element: purpose, because: …, until: …}]"
    assert f"what is accepted for now needs a waiver: write `{line}`" in told.help
    more = waived(gap="section-missing", element="purpose", because="So.", until="2026-12-31")
    told = next(gap for gap in gaps_of(more) if gap.rule == "ready-but-blocked")
    assert any("add `- {gap: section-missing, element: " in each for each in told.help)


def test_a_waiver_may_name_the_section_of_its_element_too() -> None:
    waiver = {
        "gap": "asset-without-impact",
        "element": "data-assets/report",
        "because": "So.",
        "until": "2026-12-31",
    }
    found = gaps_of(clean_but({"data-assets": {"report": {"impact": None}}, "waivers": [waiver]}))

    assert {gap.rule for gap in found if gap.waived} == {"asset-without-impact"}
    assert "waiver-without-gap" not in {gap.rule for gap in found}


def test_two_waivers_that_waive_nothing_are_two_gaps() -> None:
    nameless = {"gap": "asset-without-impact", "until": "2026-12-31"}
    found = gaps_of(clean_but({"waivers": [nameless, {**nameless, "because": "So.", "until": "2020-01-01"}]}))
    void = [gap.message for gap in found if gap.rule == "waiver-void"]

    assert len(void) == 2
    assert "does not say why" in void[0]
    assert "ended on 2020-01-01" in void[1]


def test_a_waiver_holds_on_its_last_day() -> None:
    architecture = waived(gap="section-missing", because="So.", until="2026-11-22")
    assert blocking(gaps_of(architecture)) == []
    assert blocking(gaps_of(architecture, today=TODAY + datetime.timedelta(days=1))) != []


def test_a_mistyped_waiver_is_told_what_was_meant() -> None:
    found = gaps_of(waived(gap="section-mising", because="So.", until="2026-12-31"))
    void = next(gap for gap in found if gap.rule == "waiver-void")
    assert "did you mean `section-missing`?" in void.help


def test_a_waiver_whose_gap_is_closed_is_reported_with_those_that_are_open() -> None:
    found = gaps_of(waived(gap="section-missing", element="users", because="So.", until="2026-12-31"))
    unused = next(gap for gap in found if gap.rule == "waiver-without-gap")
    assert "`purpose`, `resources`" in unused.help[0]
    assert unused.weight is Weight.ADVICE


def test_advice_can_be_waived_too() -> None:
    waiver = {"gap": "status-unsaid", "because": "So.", "until": "2026-12-31"}
    found = gaps_of(clean_but({"status": None, "waivers": [waiver]}))
    assert [gap.waived is not None for gap in found] == [True]


# ---- size


def large(count: int) -> Architecture:
    """A page with many interfaces, each with several gaps."""
    first = page(CLEAN).architecture
    interface = replace(first.interfaces["1"], name=None, protocol=("HTTP(S)",), response=())
    component = replace(first.components["api"], description=None)
    asset = replace(first.data_assets["parcel"], impact=None)
    return replace(
        first,
        components={
            **first.components,
            **{f"c{n}": replace(component, id=f"c{n}", name=None) for n in range(count)},
        },
        interfaces={
            str(n): replace(interface, id=str(n), requestor=f"c{n}", listener=f"c{(n + 1) % count}")
            for n in range(count)
        },
        data_assets={**first.data_assets, **{f"d{n}": replace(asset, id=f"d{n}") for n in range(count)}},
    )


def test_the_time_grows_with_the_page_and_not_with_its_square() -> None:
    took = []
    for count in (250, 2000):
        architecture = large(count)
        before = time.process_time()
        found = gaps(architecture, today=TODAY)
        took.append(time.process_time() - before)
        assert len(found) > 3 * count
    assert took[1] < 30 * took[0], "eight times the page in much more than eight times the time"


def test_each_rule_is_named_once() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)
