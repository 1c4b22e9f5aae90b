"""Writes what a check found as SARIF, with each rule in its own words."""

from __future__ import annotations

from collections.abc import Sequence

from bartizan.project.explain import explain
from bartizan.rules.readiness.rules import rule_called
from bartizan.source.diagnostic import Diagnostic
from bartizan.source.export_diagnostics import Explained, as_sarif


def checked_as_sarif(diagnostics: Sequence[Diagnostic], *, tool_version: str) -> str:
    """Return SARIF in which each rule has its sentence and its page."""
    explained = {
        each.name: Explained(_sentence(each.name, page.text), page.text)
        for each in diagnostics
        if (page := explain(each.name))
    }
    return as_sarif(diagnostics, tool_version=tool_version, explained=explained)


def _sentence(name: str, page: str) -> str:
    """Return what a rule says, else the first sentence of a message's page."""
    rule = rule_called(name)
    if rule is not None:
        return f"{rule.says[:1].upper()}{rule.says[1:]}."
    paragraphs = (" ".join(each.split()) for each in page.split("\n\n"))
    first = next(each for each in paragraphs if each and not each.startswith("#"))
    return first.partition(". ")[0].rstrip(".") + "."
