"""A team's own rules: a folder of Markdown that the workspace names."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from bartizan.project.analyse import analyse
from bartizan.project.check import check
from bartizan.project.open_page import open_page
from bartizan.source.diagnostic import Diagnostic, Severity

PAGE = """\
service: Notes
components:
  browser: {kind: person, domain: internet}
  web: {technology: Python, domain: cloud}
interfaces:
  1: {requestor: browser, listener: web, protocol: HTTPS, request: note}
data-assets:
  note: {confidentiality: high, persisted: nowhere}
"""
RULE = """\
# chat-leaks

Whoever is let in where notes travel reads them in the chat.

## Why it matters

Our chat copies everything.

## When it is not a threat

Where there is no chat.

## What to ask

Does the chat copy {asset}?

## Advice

Switch it off.

```rule
says: the chat shows {asset}, which {interface} carries
given: inside(interface), carries(interface, asset)
unless: authorization on interface
then: knows(asset)
stride: information disclosure
ask: Does the chat copy {asset}?
advice: Switch it off.
```

## Examples

```yaml
service: Notes
components: {web: {kind: process}}
interfaces: {1: {listener: web, request: note}}
data-assets: {note: {persisted: nowhere}}
# when: inside(1), degraded(1/authorization)
# then: knows(note)
# when: inside(1)
# not: knows(note)
```

## Source

Our own chat.
"""


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "bartizan.toml").write_text('[analysis]\nrules = "rules"\n', encoding="utf-8")
    (tmp_path / "architecture.yaml").write_text(PAGE, encoding="utf-8")
    (tmp_path / "rules").mkdir()
    return tmp_path


def test_a_rule_of_the_team_concludes_like_ours(workspace: Path) -> None:
    (workspace / "rules/chat-leaks.md").write_text(RULE, encoding="utf-8")
    analysed = analyse(open_page(workspace))
    assert analysed.diagnostics == ()
    (threat,) = [each for each in analysed.threats if each.instance.rule.name == "chat-leaks"]
    assert [each.element for each in threat.leads_to] == ["note"]
    assert analysed.why_threat(threat)


def test_a_rule_that_cannot_be_taken_is_told_with_its_place_and_the_others_work(workspace: Path) -> None:
    (workspace / "rules/chat-leaks.md").write_text(
        RULE.replace("inside(interface)", "insidde(interface)"), encoding="utf-8"
    )
    analysed = analyse(open_page(workspace))
    assert [each.at.span.source.name for each in analysed.diagnostics if each.at] != []
    assert analysed.threats


def test_a_folder_that_leads_out_of_the_workspace_is_refused(workspace: Path) -> None:
    (workspace / "bartizan.toml").write_text('[analysis]\nrules = "../elsewhere"\n', encoding="utf-8")
    page = open_page(workspace)
    assert any(each.name == "not-a-setting" for each in page.diagnostics)


def test_code_beside_the_rules_is_never_run(workspace: Path) -> None:
    (workspace / "rules/evil.py").write_text("raise SystemExit('ran')\n", encoding="utf-8")
    assert analyse(open_page(workspace)).threats


# ---- what `check` says of them

TODAY = datetime.date(2026, 11, 22)


def checked(workspace: Path, rule: str = RULE, name: str = "chat-leaks") -> list[Diagnostic]:
    """Return what `check` says of the page and the rules, with one rule of the team."""
    (workspace / f"rules/{name}.md").write_text(rule, encoding="utf-8")
    return list(check(open_page(workspace), TODAY).diagnostics)


def test_a_rule_whose_examples_hold_is_no_problem(workspace: Path) -> None:
    assert checked(workspace) == []


def test_an_example_that_does_not_hold_is_an_error_at_its_line(workspace: Path) -> None:
    broken = RULE.replace("# when: inside(1), degraded(1/authorization)", "# when: inside(1)")
    (problem,) = checked(workspace, broken)

    assert (problem.name, problem.severity) == ("claim-fails", Severity.ERROR)
    assert problem.at is not None
    assert problem.at.span.source.name.endswith("chat-leaks.md")
    assert problem.at.span.line == broken[: broken.index("# then:")].count("\n") + 1
    assert problem.at.span.text == "knows(note)"


def test_a_rule_that_cannot_be_read_is_an_error_at_its_line(workspace: Path) -> None:
    (problem,) = checked(workspace, RULE.replace("given: inside(interface)", "given: insidde(interface)"))

    assert (problem.name, problem.severity) == ("no-such-fact", Severity.ERROR)
    assert problem.at is not None
    assert problem.at.span.text == "insidde(interface)"


def test_a_rule_that_adds_nothing_is_a_warning_where_it_begins(workspace: Path) -> None:
    same_as_ours = RULE.replace(
        "given: inside(interface), carries", "given: taps(interface), carries"
    ).replace("unless: authorization on interface\n", "")
    same_as_ours = same_as_ours.replace("inside(1), degraded(1/authorization)", "taps(1)").replace(
        "# when: inside(1)", "# when: nothing"
    )
    (problem,) = checked(workspace, same_as_ours)

    assert (problem.name, problem.severity) == ("rule-of-no-use", Severity.WARNING)
    assert "`seen-in-flight` concludes the same" in problem.message
    assert problem.at is not None
    assert problem.at.span.text.startswith("```rule")


def test_without_a_folder_of_rules_check_reads_none(workspace: Path) -> None:
    (workspace / "bartizan.toml").write_text("", encoding="utf-8")

    assert checked(workspace, "# nothing\n") == []


def test_a_folder_that_is_not_there_is_told(workspace: Path) -> None:
    (workspace / "bartizan.toml").write_text('[analysis]\nrules = "elsewhere"\n', encoding="utf-8")

    assert [each.name for each in checked(workspace)] == ["no-such-file"]
