"""What the gaps say: which element, what is meant, and what to write."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from bartizan.model.architecture import Architecture
from bartizan.model.compounds import ListOf, MapOf, Record
from bartizan.model.shapes import Shape
from bartizan.model.steps import Steps
from bartizan.rules.readiness.gap import Gap
from bartizan.source.nodes import Path
from tests.model.pages import FIRST_PAGE, page
from tests.rules.readiness.clean_page import clean_but, gaps_of
from tests.rules.readiness.test_one_change import CHANGES


def only(change: dict[str, Any], rule: str) -> Gap:
    found = [gap for gap in gaps_of(clean_but(change)) if gap.rule == rule]
    assert len(found) == 1
    return found[0]


def test_an_interface_is_named_by_its_number_and_its_ends() -> None:
    gap = only({"interfaces": {"1": {"protocol": None}}}, "interface-without-protocol")
    assert gap.message == "interface `1` (Person → Balancer) does not say its protocol"
    assert gap.path == ("interfaces", "1", "protocol")
    assert gap.write == "protocol: …"


def test_a_component_is_named_by_its_id_and_its_name_where_that_says_something_else() -> None:
    assert (
        "`api` (API Process)"
        in only({"components": {"api": {"description": None}}}, "component-without-purpose").message
    )
    assert (
        "component `worker` does"
        in only({"components": {"worker": {"description": None}}}, "component-without-purpose").message
    )


def test_a_slip_is_told_what_was_meant() -> None:
    for change, rule, meant in (
        ({"components": {"api": {"kind": "proces"}}}, "component-kind-unknown", "process"),
        ({"components": {"api": {"technology": "Pyhton"}}}, "component-kind-unknown", "python"),
        ({"interfaces": {"1": {"protocol": "HTPS"}}}, "protocol-not-understood", "HTTPS"),
        ({"data-assets": {"report": {"availability": "meduim"}}}, "label-not-understood", "medium"),
    ):
        assert f"did you mean `{meant}`?" in only(change, rule).help


def test_a_protocol_that_nobody_knows_is_a_question_about_what_is_open_and_is_answered_by_controls() -> None:
    change: dict[str, Any] = {"interfaces": {"1": {"protocol": "NTL"}}}
    gap = only(change, "protocol-not-understood")
    assert "encryption, integrity and the identity of the listener" in gap.message
    assert any("Luna" in line for line in gap.help)
    answered = {"controls": {"1/encryption": "in place", "1/integrity": "in place"}}
    assert "the identity of the listener" in only(change | answered, "protocol-not-understood").message
    assert "encryption" not in only(change | answered, "protocol-not-understood").message
    answered["controls"]["1/authentication"] = "in place"
    assert gaps_of(clean_but(change | answered)) == []
    answered["controls"]["1/encryption"] = "unknown"
    assert "protocol-not-understood" in {gap.rule for gap in gaps_of(clean_but(change | answered))}


@pytest.mark.parametrize(
    ("protocol", "says"),
    [
        ("HTTP", "`HTTP`, which does not encrypt"),
        ("Kafka", "`Kafka`, which does not encrypt by itself; whether it runs within TLS is not said"),
        ("Kafka without TLS", "`Kafka without TLS`, which does not encrypt"),
    ],
)
def test_what_is_not_said_of_tls_is_not_said_to_be_absent(protocol: str, says: str) -> None:
    gap = only({"interfaces": {"1": {"protocol": protocol}}}, "cleartext-across-a-boundary")
    assert gap.message.partition(" over ")[2] == says


def test_an_outdated_protocol_is_named_as_it_was_written_too() -> None:
    gap = only({"interfaces": {"1": {"protocol": "ISAKMP"}}}, "protocol-outdated")
    assert "`IKEv1` (deprecated, RFC 9395), written `ISAKMP`" in gap.message


def test_cleartext_is_answered_by_a_control_or_a_reason() -> None:
    change: dict[str, Any] = {"interfaces": {"7": {"protocol": "AMQP"}}}
    for state, answers in (
        ("in place", True),
        ({"state": "absent", "because": "Nothing secret travels."}, True),
        ("absent", False),
        ("unknown", False),
    ):
        rules = {gap.rule for gap in gaps_of(clean_but(change | {"controls": {"7/encryption": state}}))}
        assert ("cleartext-across-a-boundary" not in rules) is answers, state


def test_the_administration_path_is_guessed_from_names_but_never_assumed() -> None:
    gap = only({"interfaces": {"8": {"administration": None}}}, "administration-path-missing")
    assert "interface `8` looks like one" in gap.help[0]
    assert gap.path == ("interfaces", "8", "administration")


def test_a_component_without_an_interface_is_shown_the_name_that_may_mean_it() -> None:
    text = """
service: Notes
components:
  dogtag-service: {name: DogTag Service, description: Issues certificates.}
  worker: {technology: Python}
interfaces:
  1: {requestor: worker, listener: certificate-authority-dogtag}
"""
    found = {
        gap.element: gap
        for gap in gaps_of(page(text).architecture)
        if gap.rule == "component-without-interface"
    }
    assert "`certificate-authority-dogtag`, which is no component" in found["dogtag-service"].help[0]
    assert found["dogtag-service"].write.startswith("2: {")


@pytest.mark.parametrize(
    ("column", "words", "id_"),
    [
        ("request", "Login tokens (copied)", "login-token"),
        ("network", "Core network", "core"),
        ("request-authorization", "Owner only", "owner-only"),
    ],
)
def test_words_where_an_id_belongs_are_shown_the_element_they_may_mean(
    column: str, words: str, id_: str
) -> None:
    gap = only({"interfaces": {"4": {column: words}}}, "named-but-not-listed")
    assert gap.help == (f"`{words}`: did you mean the id `{id_}`?",)
    assert gap.message.endswith("where the id of something on the page belongs")


def test_words_that_mean_nothing_on_the_page_are_to_be_declared() -> None:
    gap = only({"interfaces": {"4": {"network": "Storage network"}}}, "named-but-not-listed")
    assert gap.message.endswith("and the page lists no such thing")
    assert gap.help == ("declare the network under `trust-domains`, and write its id here",)


def test_a_dependency_that_is_only_described_is_told_where_its_assumption_belongs() -> None:
    described = only(
        {"external-dependencies": {"login": {"assumption": None}}}, "dependency-without-assumption"
    )
    assert "the page only describes it; if that is the assumption, move it to `assumption:`" in described.help
    bare = {"external-dependencies": {"login": {"assumption": None, "description": None}}}
    assert not any("only describes" in each for each in only(bare, "dependency-without-assumption").help)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (
            {"contacts": {"security-reviewers": "unknown"}},
            "nobody knows yet, for `contacts`: `security-reviewers`",
        ),
        ({"release": "unknown"}, "nobody knows yet what to say of `release`"),
        ({"users": ["unknown"]}, "nobody knows yet what to say of `users`"),
        ({"deployment": {"reference": "unknown"}}, "nobody knows yet, for `deployment`: `reference`"),
    ],
)
def test_what_the_page_itself_does_not_know_is_asked_too(change: dict[str, Any], says: str) -> None:
    assert only(change, "answered-unknown").message == says


def test_a_kind_that_begins_with_a_vowel_has_its_article() -> None:
    change = {
        "components": {"queue": {"kind": "object-store"}},
        "data-assets": {"mail": {"persisted": "store"}},
    }
    assert "is an object store and" in only(change, "store-without-data").message


def test_a_number_of_instances_that_is_nearly_a_word_is_told_which() -> None:
    gap = only({"components": {"api": {"instances": "mnay"}}}, "instances-not-understood")
    assert gap.help[0] == "did you mean `many`?"


def test_an_asset_that_only_the_impact_analysis_mentions_says_so() -> None:
    change = {"data-assets": {"copy": {"impact": {"confidentiality": "Bad."}}}}
    assert "only the impact analysis mentions it" in only(change, "asset-not-placed").message


def test_an_asset_placed_in_words_shows_the_words() -> None:
    change = {"data-assets": {"report": {"persisted": [{"description": "somewhere safe"}]}}}
    assert "`somewhere safe`" in only(change, "asset-not-placed").message


@pytest.mark.parametrize(
    ("placements", "found"),
    [
        ([{"in": "store", "extractable": "no"}], True),
        ([{"in": "store", "extractable": "no"}, "api-conf"], True),
        ([{"in": "queue", "extractable": "no"}, "api-conf"], False),
        ([{"in": "queue", "extractable": "no"}], True),
        ([{"in": "store", "extractable": "unknown"}], False),
        ([{"in": "store", "extractable": "yes"}], False),
    ],
)
def test_a_key_that_stays_where_it_is_may_travel_only_between_its_other_copies(
    placements: list[Any], found: bool
) -> None:
    change = {
        "data-assets": {"parcel": {"persisted": placements}},
        "interfaces": {"1": {"response": "nothing"}, "3": {"response": "nothing"}},
    }
    rules = {gap.rule for gap in gaps_of(clean_but(change))}
    assert ("unextractable-in-flight" in rules) is found


def test_what_the_list_template_does_not_have_is_not_asked_of_a_page_that_follows_it() -> None:
    without = {
        "template": "list",
        "summary-of-controls": None,
        "data-assets": {"report": {"confidentiality": None, "integrity": None, "availability": None}},
        "interfaces": {
            "1": {"response": None, "impact": {"integrity": "Bad."}},
            "2": {"impact": {"integrity": "Bad."}},
            "3": {"impact": {"integrity": "Bad."}},
            "7": {"impact": {"integrity": "Bad."}},
        },
    }
    assert gaps_of(clean_but(without)) == []
    rules = {gap.rule for gap in gaps_of(clean_but(without | {"template": None}))}
    assert rules == {
        "asset-without-rating",
        "one-direction-unsaid",
        "ready-but-blocked",
        "summary-of-controls-missing",
    }


def test_what_the_table_template_does_not_have_is_not_asked_of_a_page_that_follows_it() -> None:
    without = {
        "template": "table",
        "components": {
            **{id_: {"placement": "U-C"} for id_ in ("balancer", "worker", "queue", "store")},
            "api": {"technology": None, "kind": "process", "placement": ["I-C", "U-C"]},
        },
        "data-assets": {"report": {"impact": None}},
    }
    assert gaps_of(clean_but(without)) == []
    rules = {gap.rule for gap in gaps_of(clean_but(without | {"template": None}))}
    assert rules == {"asset-without-impact", "component-without-technology", "ready-but-blocked"}


def test_nothing_is_asked_of_what_is_out_of_scope_but_why() -> None:
    bare = {"interfaces": {"9": {"future": None, "in-scope": "no", "name": None, "protocol": None}}}
    assert [gap.identity for gap in gaps_of(clean_but(bare))] == ["out-of-scope-without-reason 9"]


# ---- what to paste


def shape_at(path: Path) -> Shape[Any]:
    shape: Shape[Any] = Record(Architecture)
    for step in path:
        shape = inner(shape, step)
    return shape


def inner(shape: Shape[Any], step: str | int) -> Shape[Any]:
    if isinstance(shape, Record):
        assert step in shape.fields, f"`{step}` is no field of {shape.noun.__name__}"
        return shape.fields[str(step)][1]
    if isinstance(shape, MapOf):
        inside: Shape[Any] = shape.shape
        return inside
    if isinstance(shape, ListOf):
        return shape.shape
    assert isinstance(shape, Steps)
    return shape.long


def written_fits(shape: Shape[Any], written: object) -> None:
    """Fail where what is to be pasted has a key that nothing reads."""
    if isinstance(written, dict) and isinstance(shape, Record | MapOf):
        for key, value in written.items():
            written_fits(inner(shape, str(key)), value)


def gaps_of_all_changes() -> list[Gap]:
    changed = [gap for change, _ in CHANGES for gap in gaps_of(clean_but(change))]
    return [*changed, *gaps_of(page(FIRST_PAGE).architecture), *gaps_of(Architecture(service="Notes"))]


def test_what_is_to_be_pasted_is_yaml_whose_fields_exist_where_it_is_to_stand() -> None:
    seen = set()
    for gap in gaps_of_all_changes():
        if gap.write:
            seen.add(gap.rule)
            under = gap.path[:-1] if gap.under is None else gap.under
            pasted = yaml.safe_load(gap.write)
            assert isinstance(pasted, dict), gap.write
            written_fits(shape_at(under), pasted)
    assert len(seen) > 40


def test_pasting_what_a_gap_says_closes_it() -> None:
    tried: set[tuple[str, str]] = set()
    for change, _ in CHANGES:
        for gap in gaps_of(clean_but(change)):
            under = gap.path[:-1] if gap.under is None else gap.under
            only_values_are_open = "…" not in gap.write.replace(": …", "")
            if not gap.write or not only_values_are_open or (gap.rule, gap.write) in tried:
                continue
            tried.add((gap.rule, gap.write))
            pasted: Any = {str(key): value for key, value in yaml.safe_load(gap.write).items()}
            for step in reversed(under):
                pasted = {str(step): pasted}
            identities = {each.identity for each in gaps_of(clean_but(_with(change, _filled(pasted))))}
            assert gap.identity not in identities, (gap.identity, gap.write)
    assert len(tried) > 30


def _filled(pasted: Any) -> Any:
    """Write something where only the architect knows."""
    if isinstance(pasted, dict):
        return {key: _filled_field(key, value) for key, value in pasted.items()}
    return str(pasted) if not isinstance(pasted, bool) else ("yes" if pasted else "no")


_ANSWERS = {
    "requestor": "api", "listener": "store", "domain": "core", "request": "nothing", "response": "nothing", "protocol": "HTTPS",
    "kind": "process", "technology": "Python", "persisted": "store", "request-credentials": "nothing",
    "response-credentials": "nothing", "request-authorization": "grants", "confidentiality": "low", "integrity": "low",
    "availability": "low", "placement": "U-C",
}  # fmt: skip


def _filled_field(key: str, value: Any) -> Any:
    return _ANSWERS.get(key, "Something.") if value == "…" else _filled(value)


def _with(change: dict[str, Any], more: dict[str, Any]) -> dict[str, Any]:
    merged = dict(change)
    for key, value in more.items():
        both = isinstance(value, dict) and isinstance(merged.get(key), dict)
        merged[key] = _with(merged[key], value) if both else value
    return merged
