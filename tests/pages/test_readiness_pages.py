"""Every page of a readiness rule: its headings, and its two examples run."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from bartizan.model.architecture import Architecture
from bartizan.model.read import read_architecture
from bartizan.rules.readiness import rules as rules_module
from bartizan.rules.readiness.check import gaps
from bartizan.rules.readiness.gap import Rule, RuleAboutGaps
from bartizan.rules.readiness.rules import ALL, page_of
from bartizan.source.read_yaml import read_yaml
from bartizan.source.text import Source

HEADINGS = ["What it asks", "Why it matters", "When it does not apply", "Example", "Source"]
TODAY = datetime.date(2026, 11, 22)
FOLDER = Path(rules_module.__file__).parent


@dataclass(frozen=True)
class Examples:
    """The examples of a page: with the gap and without, and what lies beside them."""

    with_gap: str
    without: str
    files: frozenset[str] | None


def examples_of(rule: Rule | RuleAboutGaps) -> Examples:
    text = page_of(rule.name) or ""
    section = text.split("\n## Example\n")[1].split("\n## ")[0]
    blocks = re.findall(r"```yaml\n(.*?)```", section, re.DOTALL)
    assert len(blocks) == 2, "one example with the gap, one without"
    beside = re.search(r"Beside the page: (.*)\.\n", section)
    files = frozenset(re.findall(r"`([^`]+)`", beside[1])) if beside else None
    return Examples(blocks[0], blocks[1], files)


def architecture(yaml: str) -> Architecture:
    """Read an example, which must be right in every other respect."""
    parsed = read_yaml(Source("example.yaml", yaml))
    assert parsed.root is not None
    read = read_architecture(parsed.root)
    assert not [*parsed.diagnostics, *read.diagnostics]
    return read.architecture


def elements(rule: Rule | RuleAboutGaps, yaml: str, files: frozenset[str] | None) -> set[str]:
    found = gaps(architecture(yaml), today=TODAY, folder_files=files)
    return {gap.element for gap in found if gap.rule == rule.name}


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
def test_the_example_with_the_gap_has_it_where_its_comments_say(rule: Rule | RuleAboutGaps) -> None:
    examples = examples_of(rule)
    claimed = {
        name.strip()
        for comment in re.findall(r"# gap: (.*)", examples.with_gap)
        for name in comment.split(",")
    }
    assert claimed
    assert elements(rule, examples.with_gap, examples.files) == claimed


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
def test_the_example_without_the_gap_has_it_nowhere(rule: Rule | RuleAboutGaps) -> None:
    examples = examples_of(rule)
    assert "# gap:" not in examples.without
    assert elements(rule, examples.without, examples.files) == set()


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
def test_a_page_has_all_headings_and_says_what_the_rule_says(rule: Rule | RuleAboutGaps) -> None:
    text = page_of(rule.name) or ""
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == HEADINGS
    assert text.startswith(
        f"# {rule.name}\n\n{rule.says[0].upper()}{rule.says[1:]}. *{rule.weight.value.capitalize()}.*\n"
    )
    for body in re.split(r"^## .*$", text, flags=re.MULTILINE)[1:]:
        assert len(body.strip()) > 15, "a heading without a word"


@pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.name)
def test_a_page_links_only_pages_that_exist(rule: Rule | RuleAboutGaps) -> None:
    for target in re.findall(r"\]\(([^)]+)\)", page_of(rule.name) or ""):
        assert (FOLDER / target).is_file(), target


def test_every_page_has_its_rule_and_every_rule_stands_in_the_file_of_its_name() -> None:
    names = {rule.name for rule in ALL}
    assert {path.stem for path in FOLDER.glob("*.md")} == names
    for name in names:
        assert (FOLDER / f"{name.replace('-', '_')}.py").is_file()


def test_a_rule_that_does_not_exist_has_no_page() -> None:
    assert page_of("no-such-rule") is None
