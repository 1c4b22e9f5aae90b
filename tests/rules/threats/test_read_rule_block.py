"""One rule as people write it: what is taken, and what is said of what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.knowledge.stride import Stride
from bartizan.rules.threats.read_rule_block import FIELDS, read_rule_block
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.rules import RULES
from bartizan.rules.threats.terms import Every, Unless
from bartizan.rules.threats.vocabulary import (
    ASSET,
    CAN,
    CARRIES,
    DOMAIN,
    GAP,
    HEARS,
    HELD,
    INTERFACE,
    KNOWS,
    PLACEMENT,
    TAPS,
)
from bartizan.rules.threats.write_rule import write_rule
from bartizan.source.text import Source

RIGHT = """\
says: "what {interface} carries is not encrypted"
given: hears(interface), carries(interface, asset)
unless:
  - encryption on interface
  - isolation on interface where said
then: knows(asset)
stride: information disclosure
weaknesses: [CWE-319, t1040]
ask: "Is {interface} encrypted?"
advice: Encrypt it.
"""


def read(text: str, name: str = "made-up") -> tuple[Rule | None, list[tuple[str, str, str]]]:
    """Return the rule of a text, and what is wrong with it: the name, where, and the message."""
    rule, problems = read_rule_block(Source("made-up.md", text), name)
    return rule, [(each.name, each.at.span.text if each.at else "", each.message) for each in problems]


def wrong(old: str, new: str) -> list[tuple[str, str]]:
    """Return what is wrong with the right rule after one change: the name, and where."""
    assert old in RIGHT
    rule, problems = read(RIGHT.replace(old, new))
    assert rule is None
    return [(name, at) for name, at, _message in problems]


def test_a_rule_is_what_is_written() -> None:
    rule, problems = read(RIGHT)

    assert problems == []
    assert rule == Rule(
        name="made-up",
        says="what {interface} carries is not encrypted",
        given=(HEARS(INTERFACE), CARRIES(INTERFACE, ASSET)),
        unless=(Unless("encryption", INTERFACE), Unless("isolation", INTERFACE, where_said=True)),
        then=KNOWS(ASSET),
        stride=Stride.INFORMATION_DISCLOSURE,
        weaknesses=("CWE-319", "T1040"),
        ask="Is {interface} encrypted?",
        advice="Encrypt it.",
    )


def test_what_holds_for_every_one_and_what_stands_for_itself_can_be_written() -> None:
    rule, problems = read(
        "says: all of them\ngiven:\n  - asset(asset)\n  - gap(placement) for every held(placement, asset)\n  - can(read, asset)\n"
        "then: knows(asset)\n"
    )

    assert problems == []
    assert rule is not None
    assert rule.given[1:] == (Every(GAP(PLACEMENT), HELD(PLACEMENT, ASSET)), CAN("read", ASSET))
    assert not rule.is_threat


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_rule_of_ours_is_written_and_read_back(rule: Rule) -> None:
    again, problems = read(write_rule(rule), rule.name)

    assert problems == []
    assert again == rule


def test_a_rule_that_is_only_a_step_is_written_without_what_only_threats_have() -> None:
    rule = Rule(
        name="step", says="it is", given=(HEARS(INTERFACE), CARRIES(INTERFACE, ASSET)), then=TAPS(INTERFACE)
    )

    assert write_rule(rule) == (
        "says: it is\ngiven:\n  - hears(interface)\n  - carries(interface, asset)\nthen: taps(interface)\n"
    )


@pytest.mark.parametrize(
    ("old", "new", "problem", "at"),
    [
        ("hears(interface)", "hear(interface)", "no-such-fact", "hear(interface)"),
        ("hears(interface)", "hears(interface, asset)", "not-a-fact", "hears(interface, asset)"),
        ("hears(interface)", "hears(asset)", "not-a-fact", "hears(asset)"),
        ("hears(interface)", "hears(mkek)", "no-such-variable", "hears(mkek)"),
        ("hears(interface)", "can(steal, asset)", "no-such-variable", "can(steal, asset)"),
        ("hears(interface)", "hosts(component, component)", "not-a-fact", "hosts(component, component)"),
        ("carries(interface, asset)", "carries(interface asset", "not-a-fact", "(interface asset"),
        ("carries(interface, asset)", "knows(asset) for every knows(asset)", "not-a-fact", "knows(asset)"),
        ("then: knows(asset)", "then: carries(interface, asset)", "not-a-fact", "carries(interface, asset)"),
        ("then: knows(asset)", "then: knows(asset), taps(interface)", "not-a-fact", "taps(interface)"),
        ("then: knows(asset)", "then: degraded(control)", "not-a-fact", "degraded(control)"),
        ("encryption on interface", "encrypton on interface", "no-such-control-kind", "encrypton on interface"),
        ("encryption on interface", "encryption on domain", "no-such-control-kind", "encryption on domain"),
        ("encryption on interface", "encryption on wire", "no-such-variable", "encryption on wire"),
        ("encryption on interface", "encryption of interface", "not-a-fact", "encryption of interface"),
        ("information disclosure", "information leak", "not-a-choice", "information leak"),
        ("CWE-319", "CWE-0", "no-such-weakness", "CWE-0"),
        ("advice: Encrypt it.", "advise: Encrypt it.", "unknown-field", "advise"),
        ("advice: Encrypt it.", "advice: {a: b}", "not-a-text", "{a: b}"),
        ('ask: "Is {interface} encrypted?"', 'ask: "Is {component} encrypted?"', "no-such-variable", '"Is {component} encrypted?"'),
        ('"what {interface} carries', '"what {} carries', "no-such-variable", '"what {} carries is not encrypted"'),
    ],
)  # fmt: skip
def test_what_is_wrong_is_shown_where_it_is(old: str, new: str, problem: str, at: str) -> None:
    assert (problem, at) in wrong(old, new)


@pytest.mark.parametrize("field", ["says", "given", "then"])
def test_what_a_rule_must_have_is_missed(field: str) -> None:
    lines = [line for line in RIGHT.splitlines() if not line.startswith(field)]
    _rule, problems = read("\n".join(lines))

    assert ("not-a-rule", f"the rule has no `{field}`") in [
        (name, message) for name, _at, message in problems
    ]


def test_a_threat_without_a_question_is_none() -> None:
    assert "not-a-rule" in [name for name, _at in wrong('ask: "Is {interface} encrypted?"\n', "")]


def test_a_variable_that_no_page_names_is_shown_with_what_would_name_it() -> None:
    rule, problems = read_rule_block(
        Source("made-up.md", "says: it is heard\ngiven: hears(interface)\nthen: taps(interface)\n"), "made-up"
    )

    assert rule is None
    [problem] = problems
    assert (problem.name, problem.message) == (
        "variable-not-bound",
        "nothing tells which `interface` is meant",
    )
    assert "`interface(interface)`" in problem.help[0]


def test_a_variable_behind_every_names_nothing_for_the_rest() -> None:
    _rule, problems = read(
        "says: all\ngiven:\n  - asset(asset)\n  - gap(placement) for every held(placement, asset)\nthen: lost(placement)\n"
    )

    assert [name for name, _at, _message in problems] == ["variable-not-bound"]


def test_premises_that_have_nothing_to_do_with_each_other_are_refused() -> None:
    _rule, problems = read(
        "says: it is\ngiven: taps(interface), interface(interface), asset(asset)\nthen: knows(asset)\n"
    )

    assert [(name, message) for name, _at, message in problems] == [
        ("not-a-rule", "`asset(asset)` has nothing to do with the premises before it")
    ]


def test_a_rule_with_very_many_premises_is_refused() -> None:
    premises = ", ".join(["hears(interface)"] * 20)

    assert "not-a-rule" in [name for name, _at in wrong("hears(interface)", premises)]


def test_several_problems_are_all_told_at_once() -> None:
    _rule, problems = read(
        "says: it is\ngiven: hear(interface), carry(interface, asset)\nthen: know(asset)\nstride: theft\n"
    )

    assert [name for name, _at, _message in problems] == [
        "no-such-fact",
        "no-such-fact",
        "no-such-fact",
        "not-a-choice",
    ]


def test_a_misspelt_word_is_shown_with_the_one_that_is_meant() -> None:
    _rule, problems = read_rule_block(
        Source("r.md", RIGHT.replace("encryption on", "tls on").replace("hears(", "hear(")), "r"
    )

    assert problems[0].help[0] == "did you mean `hears`?"
    _rule, problems = read_rule_block(Source("r.md", RIGHT.replace("encryption on", "tls on")), "r")
    assert problems[0].help[0] == "did you mean `encryption`?"


def test_a_text_that_is_no_yaml_is_told_as_everywhere() -> None:
    _rule, problems = read("says: {interface} is open\n")

    assert problems


@pytest.mark.parametrize("text", ["", "just words", "- a\n- b", "says: [a, {b: c}]\ngiven: ~\nthen: []"])
def test_what_is_no_rule_at_all_is_refused(text: str) -> None:
    rule, problems = read(text)

    assert rule is None
    assert problems


_WORDS = st.sampled_from([
    "hears(interface)", "carries(interface, asset)", "knows(asset)", "every", "for every", "held(placement, asset)", "(", ")",
    ",", "{interface}", "encryption on interface", "where said", "domain", "[", "]", "'", ":", "CWE-1", "\n  - ",
])  # fmt: skip


@given(st.dictionaries(st.sampled_from([*FIELDS, "else"]), st.lists(_WORDS, max_size=5).map(" ".join)))
def test_whatever_is_written_gives_a_rule_or_a_reason(fields: dict[str, str]) -> None:
    rule, problems = read("".join(f"{key}: {value}\n" for key, value in fields.items()))

    assert (rule is None) == bool(problems)


def test_a_domain_is_guarded_by_what_stands_on_domains() -> None:
    rule, problems = read(RIGHT.replace("encryption on interface", "isolation on domain").replace(
        "hears(interface),", "hears(interface), runs-over(interface, domain),"))  # fmt: skip

    assert problems == []
    assert rule is not None
    assert rule.unless[0] == Unless("isolation", DOMAIN)


@pytest.mark.parametrize(
    "text",
    [" " * 100_000, "{" * 100_000, "a," * 50_000, "(" * 100_000],
    ids=["spaces", "braces", "commas", "brackets"],
)
def test_long_nonsense_is_refused_at_once(text: str) -> None:
    for field in ("given", "unless", "weaknesses", "says"):
        rule, problems = read(RIGHT + f'{field}: "{text}"\n')
        assert rule is None
        assert problems
        rule, _problems = read(
            f'says: it is\ngiven: hears(interface)\nthen: taps(interface)\n{field}: "{text}"\n'
        )
        assert rule is None
