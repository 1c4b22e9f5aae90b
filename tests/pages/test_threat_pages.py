"""Every page of a rule of threats: its headings, what it says of the rule, and its examples run."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

from bartizan.rules.threats import rules as rules_module
from bartizan.rules.threats.read_examples import fact_of, read_examples
from bartizan.rules.threats.read_rules import HEADINGS, HEADINGS_OF_A_STEP
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.rules import FAMILIES, RULES, page_of
from bartizan.rules.threats.try_examples import followed, others_of, page_of_example, try_examples
from bartizan.source.text import Source

FOLDER = Path(rules_module.__file__).parent
FAMILY = {rule.name: family for family, rules in FAMILIES.items() for rule in rules}

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


def page(rule: Rule) -> Source:
    """Return the page of a rule."""
    text = page_of(rule.name)
    assert text is not None, f"`{rule.name}` has no page beside it"
    return Source(f"{rule.name}.md", text)


def section(text: str, heading: str) -> str:
    """Return what stands under a heading, on one line."""
    return " ".join(text.split(f"\n## {heading}\n")[1].split("\n## ", maxsplit=1)[0].split())


def italic(text: str) -> str:
    """Return a text of a rule as a page has it: what it is about in italics."""
    return re.sub(r"\{([a-z-]+)\}", lambda found: f"*{found[1].replace('-', ' ')}*", text)


def sentence(text: str) -> str:
    """Return a text of a rule as a sentence of a page: with a capital."""
    shown = italic(text)
    first = 1 if shown.startswith("*") else 0
    return shown[:first] + shown[first].upper() + shown[first + 1 :]


@each_rule
def test_the_examples_show_where_a_rule_concludes_and_where_it_does_not(rule: Rule) -> None:
    found = read_examples(page(rule))

    problems = [*found.diagnostics, *try_examples(rule, found.examples)]
    assert [(str(each.at.span) if each.at else "", each.message) for each in problems] == []
    assert found.concluding
    assert found.refuting


@each_rule
def test_each_condition_of_an_example_is_necessary(rule: Rule) -> None:
    for example in read_examples(page(rule)).examples:
        architecture, _problems = page_of_example(example)
        assert architecture is not None
        rules = (*others_of(rule, example), rule)
        for claim in example.claims:
            when = [fact_of(said) for said in claim.when]
            claimed = {fact_of(said) for said in claim.then}
            for fact in when if claimed else ():
                fewer = followed(architecture, rules, [other for other in when if other != fact])
                assert not claimed <= set(fewer), f"{claim.span}: `{fact}` is not needed"


@each_rule
def test_a_page_begins_with_the_rule_in_one_sentence_and_what_it_is(rule: Rule) -> None:
    module = importlib.import_module(
        f"bartizan.rules.threats.{FAMILY[rule.name]}.{rule.name.replace('-', '_')}"
    )
    docstring = (module.__doc__ or "").strip()
    nature = f"A threat: {rule.stride.value}." if rule.stride else "Carries an attack along."

    title, opening, proof, *_rest = page(rule).text.split("\n\n")
    assert title == f"# {rule.name}"
    assert " ".join(opening.split()) == f"{docstring} *{nature}*"
    assert " ".join(proof.split()) == f"In a proof: “{italic(rule.says)}”."


@each_rule
def test_a_page_has_all_headings_and_something_under_each(rule: Rule) -> None:
    text = page(rule).text

    assert tuple(re.findall(r"^## (.*)$", text, re.MULTILINE)) == (
        HEADINGS if rule.is_threat else HEADINGS_OF_A_STEP
    )
    for body in re.split(r"^## .*$", text, flags=re.MULTILINE)[1:]:
        assert len(body.strip()) > 15, "a heading without a word"


@each_rule
def test_a_page_asks_and_advises_what_the_rule_does_and_names_its_weaknesses(rule: Rule) -> None:
    text = page(rule).text

    if rule.is_threat:
        assert section(text, "What to ask").startswith(sentence(rule.ask))
        assert section(text, "Advice").startswith(sentence(rule.advice))
    named = re.findall(r"\b(?:CWE-\d+|CAPEC-\d+|T\d{4})\b", section(text, "Source"))
    assert named == list(rule.weaknesses)


@each_rule
def test_a_page_links_only_pages_that_exist(rule: Rule) -> None:
    for target in re.findall(r"\]\(([^)]+)\)", page(rule).text):
        assert (FOLDER / FAMILY[rule.name] / target).is_file(), target


def test_every_page_has_its_rule_and_every_rule_stands_in_the_file_of_its_name() -> None:
    for family, rules in FAMILIES.items():
        names = {rule.name for rule in rules}
        assert {path.stem for path in (FOLDER / family).glob("*.md")} == names
        assert {path.stem for path in (FOLDER / family).glob("*.py")} - {"__init__"} == {
            name.replace("-", "_") for name in names
        }


def test_a_rule_that_does_not_exist_has_no_page() -> None:
    assert page_of("no-such-rule") is None
