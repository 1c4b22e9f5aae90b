"""A team's own rules: a folder of Markdown pages, read without running anything."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bartizan.model.read import read_architecture
from bartizan.rules.answers.analysis import analyse_page
from bartizan.rules.threats.read_rules import (
    MAXIMUM_BYTES,
    MAXIMUM_RULES,
    read_rule_pages,
    read_rules,
    try_rules,
)
from bartizan.rules.threats.rules import RULES
from bartizan.source.diagnostic import Severity
from bartizan.source.read_yaml import read_yaml
from bartizan.source.text import Source

PAGE = """\
# printed-secrets

Whoever reads the log of a component learns what it prints there. *A threat: information disclosure.*

```rule
says: "{component} may print {credential} into {store}, which it writes"
given:
  - commands(copy, store)
  - writes-file(component, store)
  - requests(component, interface)
  - accepts(interface, credential)
unless: redaction on component
then: knows(credential)
stride: information disclosure
weaknesses: CWE-532
ask: "What does {component} print when a login on {interface} fails?"
advice: Print that it failed, and not with what.
```

## Why it matters

Logs are read by many.

## When it is not a threat

When what is secret is taken out before it is printed.

## What to ask

What does it print when a login fails?

## Advice

Print that it failed, and not with what.

## Examples

```yaml
service: Notes
components:
  web: {kind: process}
  log: {kind: log, written-by: web}
  database: {kind: database}
interfaces:
  1: {requestor: web, listener: database, request-credentials: password}
data-assets:
  password: {kind: password}
# when: commands(copy, log), degraded(web/redaction)
# then: knows(password)
# when: commands(copy, log)
# not: knows(password)
```

## Source

An incident of our own.
"""


def folder_with(path: Path, **pages: str) -> Path:
    for name, text in pages.items():
        (path / f"{name.replace('_', '-')}.md").write_text(text, encoding="utf-8")
    return path


def test_a_rule_is_read_from_its_page(tmp_path: Path) -> None:
    rules, problems = read_rules(folder_with(tmp_path, printed_secrets=PAGE))

    assert problems == ()
    [rule] = rules
    assert rule.name == "printed-secrets"
    assert rule.then.predicate.name == "knows"
    assert rule.is_threat


def test_what_a_rule_concludes_is_part_of_the_analysis(tmp_path: Path) -> None:
    rules, _problems = read_rules(folder_with(tmp_path, printed_secrets=PAGE))
    text = PAGE.split("```yaml\n")[1].split("```", maxsplit=1)[0] + "threat-actors: {clerk: {at: office}}\n"
    text += "controls: {web/redaction: absent, log/access-control: absent}\n"
    text = text.replace("log: {kind: log,", "log: {kind: log, domain: office,")
    parsed = read_yaml(Source("page.yaml", text))
    assert parsed.root is not None
    page = read_architecture(parsed.root).architecture

    def learned(*more: object) -> bool:
        analysis = analyse_page(page, (*RULES, *more))  # type: ignore[arg-type]
        number = analysis.grounded.number(("knows", "password"))
        return number is not None and number in analysis.certain

    assert not learned()
    assert learned(*rules)


def test_examples_that_hold_are_right_and_those_that_do_not_are_shown(tmp_path: Path) -> None:
    pages, problems = read_rule_pages(folder_with(tmp_path, printed_secrets=PAGE))
    assert (problems, try_rules(pages)) == ((), ())

    pages, problems = read_rule_pages(
        folder_with(
            tmp_path, printed_secrets=PAGE.replace("# then: knows(password)", "# then: knows(pasword)")
        )
    )
    [wrong] = try_rules(pages)
    assert (wrong.name, wrong.help) == ("no-such-element", ("did you mean `password`?",))
    assert wrong.at is not None
    assert wrong.at.span.line == 1 + PAGE[: PAGE.index("# then: knows(password)")].count("\n")


def test_rules_are_read_by_name_and_what_is_no_page_is_left_alone(tmp_path: Path) -> None:
    other = PAGE.replace("printed-secrets", "another-rule")
    folder = folder_with(tmp_path, printed_secrets=PAGE, another_rule=other, README="# Our rules\n")
    (folder / "notes.txt").write_text("none", encoding="utf-8")

    rules, problems = read_rules(folder)
    assert [rule.name for rule in rules] == ["another-rule", "printed-secrets"]
    assert problems == ()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("# printed-secrets\n", "# Printed secrets\n", "a page begins with the name of its rule"),
        ("```rule\n", "```text\n", "there is no rule on this page"),
        (
            "## Why it matters\n",
            "```rule\nsays: it\n```\n\n## Why it matters\n",
            "there are several rules on this page",
        ),
        (
            "# not: knows(password)\n",
            "",
            "`printed-secrets` has no example that concludes, or none that does not",
        ),
        (
            "# then: knows(password)\n",
            "",
            "`printed-secrets` has no example that concludes, or none that does not",
        ),
        ("commands(copy, store)", "comands(copy, store)", "no fact is called `comands`"),
    ],
)
def test_a_page_that_is_no_rule_is_shown_and_gives_none(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    assert old in PAGE
    rules, problems = read_rules(folder_with(tmp_path, printed_secrets=PAGE.replace(old, new)))

    assert rules == ()
    assert message in [each.message for each in problems]
    assert all(each.at for each in problems)


def test_a_heading_that_is_missing_is_a_warning_and_the_rule_is_taken(tmp_path: Path) -> None:
    rules, problems = read_rules(folder_with(tmp_path, printed_secrets=PAGE.replace("## Advice", "## Tips")))

    assert len(rules) == 1
    assert [(each.severity, each.message) for each in problems] == [
        (Severity.WARNING, "the page of `printed-secrets` says nothing under `## Advice`")
    ]


def test_a_problem_within_the_rule_is_shown_at_its_line_of_the_page(tmp_path: Path) -> None:
    text = PAGE.replace("redaction on component", "redactoin on component")
    _rules, [problem] = read_rules(folder_with(tmp_path, printed_secrets=text))

    assert problem.at is not None
    assert problem.at.span.source.line_text(problem.at.span.line) == "unless: redactoin on component"
    assert problem.help == ("did you mean `redaction`?",)


def test_a_rule_cannot_take_the_name_of_one_of_ours(tmp_path: Path) -> None:
    text = PAGE.replace("printed-secrets", "plain-copy")
    rules, problems = read_rules(folder_with(tmp_path, plain_copy=text))

    assert rules == ()
    assert [each.name for each in problems] == ["rule-name-taken"]


def test_a_page_of_ours_with_its_rule_as_text_would_be_a_page_of_a_team(tmp_path: Path) -> None:
    from bartizan.rules.threats.read_rules import read_rule_page
    from bartizan.rules.threats.rules import page_of
    from bartizan.rules.threats.write_rule import write_rule

    for rule in RULES:
        text = (page_of(rule.name) or "").replace(
            "\n\n## Why", f"\n\n```rule\n{write_rule(rule)}```\n\n## Why", 1
        )
        text = text.replace(f"# {rule.name}\n", f"# our-{rule.name}\n", 1)
        page, problems = read_rule_page(Source("rule.md", text), f"our-{rule.name}")
        assert problems == ()
        assert page is not None
        assert page.rule.given == rule.given


# ---- what somebody else's folder may hold


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    rules, [problem] = read_rules(tmp_path / "rules")

    assert rules == ()
    assert problem.name == "no-such-file"


def test_a_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "rules"
    folder.mkdir()
    (tmp_path / "elsewhere.md").write_text(PAGE, encoding="utf-8")
    (folder / "printed-secrets.md").symlink_to(tmp_path / "elsewhere.md")

    rules, [problem] = read_rules(folder)
    assert rules == ()
    assert problem.name == "path-outside"


def test_a_page_that_is_too_large_and_what_is_no_file_are_told(tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    (tmp_path / "large.md").write_text("x" * (MAXIMUM_BYTES + 1), encoding="utf-8")
    os.mkfifo(tmp_path / "pipe.md")

    rules, problems = read_rules(tmp_path)
    assert rules == ()
    assert [each.name for each in problems] == ["not-a-file", "file-too-large", "not-a-file"]


def test_more_rules_than_anybody_has_are_not_read_and_that_is_told(tmp_path: Path) -> None:
    for number in range(MAXIMUM_RULES + 1):
        (tmp_path / f"r{number}.md").write_text("", encoding="utf-8")

    _rules, problems = read_rules(tmp_path)
    assert "the rest is not read" in problems[0].message


def test_code_in_a_page_is_text_and_is_not_run(tmp_path: Path) -> None:
    text = PAGE.replace("then: knows(credential)", "then: __import__('os').system('touch hacked')")
    rules, problems = read_rules(folder_with(tmp_path, printed_secrets=text))

    assert rules == ()
    assert "not-a-fact" in [each.name for each in problems]
    assert not (tmp_path / "hacked").exists()
