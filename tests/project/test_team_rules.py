"""A team's own rules: a folder of Markdown that the workspace names."""

from __future__ import annotations

from pathlib import Path

import pytest

from bartizan.project.analyse import analyse
from bartizan.project.open_page import open_page

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
