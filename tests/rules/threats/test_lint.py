"""The linter finds what is wrong with rules, each fault in a rule that has it and in none that does not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.lint import Fault, Finding, lint
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.terms import Every, Unless
from bartizan.rules.threats.vocabulary import (
    ACTOR,
    ACTS,
    ASSET,
    ASSETS,
    AT,
    CAN,
    CARRIES,
    COMPONENT,
    CONTROL,
    CONTROLS,
    DEGRADED,
    DENIES,
    DOMAIN,
    GAP,
    HEARS,
    HELD,
    INTERFACE,
    INTERFACES,
    KNOWS,
    LISTENS,
    LOST,
    OFF,
    OFFERS,
    OTHER,
    OWNS,
    PLACEMENT,
    REACHES,
    ROGUE,
    RUNS_OVER,
    STANDS_IN,
    TAPS,
    TARGET,
    VERB,
)

STANDS = Rule(
    name="stands",
    says="{actor} stands in {domain}",
    given=(ACTS(ACTOR), STANDS_IN(ACTOR, DOMAIN)),
    then=AT(DOMAIN),
)
PATH = Rule(
    name="path", says="it runs there", given=(AT(DOMAIN), RUNS_OVER(INTERFACE, DOMAIN)), then=HEARS(INTERFACE)
)
CLEARTEXT = Rule(
    name="cleartext", says="{interface} is not encrypted", given=(HEARS(INTERFACE), INTERFACES(INTERFACE)),
    unless=(Unless("encryption", INTERFACE),), then=TAPS(INTERFACE), stride=Stride.INFORMATION_DISCLOSURE,
    weaknesses=("CWE-319",), ask="Is {interface} encrypted?", advice="Encrypt it.",
)  # fmt: skip
SEEN = Rule(
    name="seen",
    says="{interface} carries {asset}",
    given=(TAPS(INTERFACE), CARRIES(INTERFACE, ASSET)),
    then=KNOWS(ASSET),
)
DEGRADES = Rule(
    name="degrades",
    says="{control} is degraded",
    given=(CONTROLS(CONTROL), DEGRADED(CONTROL)),
    then=OFF(CONTROL),
)
GOOD = (STANDS, PATH, CLEARTEXT, SEEN, DEGRADES)

SAID = frozenset({
    "stands-in", "runs-over", "interface", "carries", "control", "degraded", "asset", "listens", "held", "offers", "component",
})  # fmt: skip


def found(*rules: Rule, among: tuple[Rule, ...] = GOOD) -> list[tuple[str, Fault]]:
    """Return what the linter finds in some rules among good ones."""
    return [(each.rule, each.fault) for each in findings(*rules, among=among)]


def findings(*rules: Rule, among: tuple[Rule, ...] = GOOD) -> tuple[Finding, ...]:
    return lint((*among, *rules), said=SAID, outcomes={"knows", "denies"})


def test_good_rules_have_nothing_wrong_with_them() -> None:
    assert findings() == ()


def test_without_a_list_of_what_pages_say_they_can_say_whatever_the_vocabulary_has() -> None:
    assert lint(GOOD, outcomes={"knows"}) == ()


# ---- dead


def test_a_premise_that_nothing_concludes_is_dead() -> None:
    lonely = Rule(
        name="lonely",
        says="it lies open",
        given=(REACHES(INTERFACE), INTERFACES(INTERFACE)),
        then=TAPS(INTERFACE),
    )

    assert findings(lonely) == (Finding("lonely", "dead", "`reaches(interface)` never holds"),)


def test_a_premise_that_no_page_says_is_dead() -> None:
    lonely = replace(
        SEEN, name="lonely", given=(TAPS(INTERFACE), OFFERS(INTERFACE, VERB, TARGET)), then=CAN(VERB, TARGET)
    )
    reads = Rule(name="reads", says="{asset}", given=(CAN("read", ASSET), ASSETS(ASSET)), then=KNOWS(ASSET))
    said = SAID - {"offers"}

    faults = {(each.rule, each.fault) for each in lint((*GOOD, lonely, reads), said=said, outcomes={"knows"})}
    assert {("lonely", Fault.DEAD), ("reads", Fault.DEAD)} <= faults


def test_rules_that_only_conclude_each_other_are_dead() -> None:
    one = Rule(
        name="one", says="one", given=(ROGUE(INTERFACE), INTERFACES(INTERFACE)), then=REACHES(INTERFACE)
    )
    two = Rule(
        name="two", says="two", given=(REACHES(INTERFACE), INTERFACES(INTERFACE)), then=ROGUE(INTERFACE)
    )

    assert found(one, two) == [("one", Fault.DEAD), ("two", Fault.DEAD)]


def test_a_premise_about_a_verb_that_nothing_concludes_is_dead() -> None:
    erases = Rule(
        name="erases",
        says="it goes",
        given=(TAPS(INTERFACE), CARRIES(INTERFACE, ASSET)),
        then=CAN("delete", ASSET),
    )
    deletes = Rule(
        name="deletes", says="it goes", given=(CAN("delete", ASSET), ASSETS(ASSET)), then=DENIES(ASSET)
    )
    reads = Rule(
        name="reads", says="it is read", given=(CAN("read", ASSET), ASSETS(ASSET)), then=KNOWS(ASSET)
    )

    assert found(erases, deletes) == []
    assert found(erases, deletes, reads) == [("reads", Fault.DEAD)]


def test_what_must_hold_for_every_one_of_something_is_looked_at_too() -> None:
    all_ = Rule(
        name="all",
        says="all",
        given=(ASSETS(ASSET), Every(GAP(PLACEMENT), HELD(PLACEMENT, ASSET))),
        then=DENIES(ASSET),
    )

    assert found(all_) == [("all", Fault.DEAD)]


# ---- unused


def test_a_conclusion_that_nobody_needs_is_unused() -> None:
    vain = Rule(
        name="vain",
        says="it is lost",
        given=(TAPS(INTERFACE), INTERFACES(INTERFACE)),
        then=REACHES(INTERFACE),
    )

    assert findings(vain) == (Finding("vain", "unused", "nothing follows from `reaches(interface)`"),)


def test_an_outcome_needs_nobody() -> None:
    end = Rule(
        name="end", says="it stops", given=(TAPS(INTERFACE), CARRIES(INTERFACE, ASSET)), then=DENIES(ASSET)
    )

    assert found(end) == []


def test_a_conclusion_of_which_some_verbs_lead_nowhere_is_unused_with_those() -> None:
    offered = Rule(
        name="offered",
        says="{verb}",
        given=(TAPS(INTERFACE), OFFERS(INTERFACE, VERB, TARGET)),
        then=CAN(VERB, TARGET),
    )
    reads = Rule(
        name="reads", says="it is read", given=(CAN("read", ASSET), ASSETS(ASSET)), then=KNOWS(ASSET)
    )

    [finding] = findings(offered, reads)
    assert (finding.rule, finding.fault) == ("offered", Fault.UNUSED)
    assert finding.says.endswith("with copy, write, overwrite, delete, erase, use, consume")


# ---- shadowed


def test_a_rule_with_a_premise_more_than_another_is_shadowed_by_it() -> None:
    more = replace(SEEN, name="more", given=(*SEEN.given, ASSETS(ASSET)))

    assert findings(more) == (Finding("more", "shadowed", "`seen` concludes the same from less"),)


def test_a_rule_with_a_control_more_than_another_is_shadowed_by_it() -> None:
    more = replace(CLEARTEXT, name="more", unless=(*CLEARTEXT.unless, Unless("isolation", INTERFACE)))

    assert found(more) == [("more", Fault.SHADOWED)]


def test_a_rule_is_shadowed_by_one_that_names_things_otherwise() -> None:
    owns = Rule(
        name="owns", says="it", given=(TAPS(INTERFACE), LISTENS(COMPONENT, INTERFACE)), then=OWNS(COMPONENT)
    )
    renamed = replace(
        owns, name="renamed", given=(TAPS(INTERFACE), LISTENS(OTHER, INTERFACE)), then=OWNS(OTHER)
    )
    ends = Rule(
        name="ends", says="it", given=(OWNS(COMPONENT), LISTENS(COMPONENT, INTERFACE)), then=HEARS(INTERFACE)
    )

    [finding] = findings(owns, ends, renamed)
    assert (finding.rule, finding.says) == ("renamed", "`owns` concludes the same from the same")


def test_two_rules_of_one_name_are_found() -> None:
    again = replace(SEEN, given=(TAPS(INTERFACE), OFFERS(INTERFACE, "read", ASSET)))

    assert findings(again) == (Finding("seen", "shadowed", "another rule has the same name"),)


def test_rules_that_need_different_things_do_not_shadow_each_other() -> None:
    other = replace(SEEN, name="other", given=(TAPS(INTERFACE), OFFERS(INTERFACE, "read", ASSET)))
    where_said = replace(
        CLEARTEXT, name="where-said", unless=(Unless("encryption", INTERFACE, where_said=True),)
    )

    assert found(other, where_said) == []


# ---- inverted


def test_a_rule_that_needs_a_control_to_hold_is_inverted() -> None:
    helps = Rule(
        name="helps",
        says="it helps",
        given=(TAPS(INTERFACE), INTERFACES(INTERFACE), CONTROLS(CONTROL)),
        then=HEARS(INTERFACE),
    )

    inverted = [each for each in findings(helps) if each.fault is Fault.INVERTED]
    assert [each.says for each in inverted] == ["`control(control)` lets it apply while the control holds"]


def test_premises_that_have_nothing_to_do_with_each_other_are_found() -> None:
    product = replace(SEEN, name="product", given=(TAPS(INTERFACE), INTERFACES(INTERFACE), ASSETS(ASSET)))

    assert Finding(
        "product", "broken", "`asset(asset)` has nothing to do with the premises before it"
    ) in findings(product)


def test_a_rule_that_says_what_only_a_page_can_say_is_inverted() -> None:
    says = Rule(
        name="says",
        says="it says",
        given=(TAPS(INTERFACE), INTERFACES(INTERFACE), ASSETS(ASSET)),
        then=CARRIES(INTERFACE, ASSET),
    )

    assert ("says", Fault.INVERTED) in found(says)


@pytest.mark.parametrize(
    ("guard", "why"),
    [
        (Unless("magic", INTERFACE), "no control is called `magic`"),
        (Unless("filter", INTERFACE), "`filter` cannot stand on a interface"),
        (Unless("encryption", DOMAIN), "`encryption` cannot stand on a trust domain"),
    ],
)
def test_a_control_that_there_is_not_is_found(guard: Unless, why: str) -> None:
    wrong = replace(PATH, name="wrong", unless=(guard,))

    assert why in [each.says for each in findings(wrong) if each.fault is Fault.INVERTED]


# ---- broken


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"given": (HEARS(INTERFACE),)}, "nothing tells which `interface` is meant"),
        ({"unless": (Unless("hardening", COMPONENT),)}, "nothing tells which `component` is meant"),
        ({"says": "{component} is in the clear"}, "it is about no `component`"),
        ({"says": "It is in the clear."}, "what it says is no sentence without a full stop"),
        ({"says": ""}, "what it says is no sentence without a full stop"),
        ({"weaknesses": ("CWE-0",)}, "`CWE-0` is no weakness that is known here"),
        ({"ask": ""}, "a threat comes with a question, advice and a weakness"),
        ({"stride": None}, "what is no threat has no question, advice or weakness"),
    ],
)
def test_what_cannot_be_applied_or_put_into_words_is_broken(change: dict[str, object], why: str) -> None:
    wrong = replace(CLEARTEXT, **change)  # type: ignore[arg-type]

    assert why in [
        each.says
        for each in findings(wrong, among=(STANDS, PATH, SEEN, DEGRADES))
        if each.fault is Fault.BROKEN
    ]


def test_the_copy_that_only_every_names_is_no_more_than_that() -> None:
    wrong = Rule(
        name="wrong",
        says="all go",
        given=(ASSETS(ASSET), Every(GAP(PLACEMENT), HELD(PLACEMENT, ASSET))),
        then=LOST(PLACEMENT),
    )

    assert "nothing tells which `placement` is meant" in [each.says for each in findings(wrong)]
