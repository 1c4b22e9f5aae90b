"""Writes the threats of a page as SARIF: each at the line of the page that it is about."""

from __future__ import annotations

import datetime
import json
from typing import Any

from bartizan.project.analyse import Analysed
from bartizan.project.baseline import Accepted, Baseline
from bartizan.project.explain import explain
from bartizan.project.version import version
from bartizan.rules.answers.threats import Status, Threat
from bartizan.rules.answers.words import fact_in_words, filled, outcome_in_words, step_in_words
from bartizan.rules.facts.facts import Grounded
from bartizan.source.diagnostic import Diagnostic, Label, Severity
from bartizan.source.export_diagnostics import Explained
from bartizan.source.export_diagnostics import as_sarif as diagnostics_as_sarif
from bartizan.source.nodes import Path

FINGERPRINT = "bartizan/v1"
"""The key under which the id of a threat stands in a result."""


def as_sarif(analysed: Analysed, baseline: Baseline | None = None, today: datetime.date | None = None) -> str:
    """Return SARIF 2.1.0: what is certain as errors, what is open as warnings; the fingerprint is the threat's id.

    With a baseline, what it accepts today is suppressed, with its reason; what it merely knows, or accepted once, is not.
    """
    found = [as_diagnostic(analysed, each) for each in analysed.threats]
    rules = {each.instance.rule.name: each.instance.rule for each in analysed.threats}
    explained = {}
    for name, rule in rules.items():
        page = explain(name)
        sentence = rule.says.replace("{", "").replace("}", "")
        text = page.text if page else sentence
        explained[name] = Explained(f"{sentence[:1].upper()}{sentence[1:]}.", text)
    text = diagnostics_as_sarif(found, tool_version=version(), explained=explained)
    return _with_suppressions(text, baseline, today) if baseline and today else text


def _with_suppressions(text: str, baseline: Baseline, today: datetime.date) -> str:
    """Return SARIF in which each result says whether it is suppressed: where one does, all have to."""
    document = json.loads(text)
    for result in document["runs"][0]["results"]:
        threat = result["partialFingerprints"][FINGERPRINT]
        accepted = baseline.known.get(threat)
        holds = accepted is not None and baseline.accepts(threat, today)
        result["suppressions"] = [_suppression(accepted)] if accepted and holds else []
    return json.dumps(document, indent=2) + "\n"


def _suppression(accepted: Accepted) -> dict[str, Any]:
    until = accepted.until.isoformat() if accepted.until else ""
    because = " ".join((accepted.because or "").split())
    return {
        "kind": "external",
        "status": "accepted",
        "justification": f"{because} (accepted by {accepted.owner} until {until})",
        "properties": {"owner": accepted.owner, "until": until},
    }


def as_diagnostic(analysed: Analysed, threat: Threat) -> Diagnostic:
    """Return a threat as a diagnostic at the place of the page that it is about."""
    grounded = analysed.analysis.grounded
    span = analysed.span(place_of_threat(grounded, threat))
    leads = ", ".join(outcome_in_words(grounded, each) for each in threat.leads_to[:5])
    needs = [fact_in_words(grounded, fact) for fact in threat.needs[0]] if threat.needs else []
    rule = threat.instance.rule
    return Diagnostic(
        rule.name,
        step_in_words(grounded, threat.instance) + (f" → {leads}" if leads else ""),
        Label(span) if span else None,
        help=tuple(each for each in (
            *(f"{need}." for need in needs), filled(grounded, threat.instance, rule.ask), filled(grounded, threat.instance, rule.advice),
        ) if each),
        severity=Severity.ERROR if threat.status is Status.CERTAIN else Severity.WARNING,
        fingerprint=threat.id,
    )  # fmt: skip


def place_of_threat(grounded: Grounded, threat: Threat) -> Path:
    """Return where a threat is shown: the element that its first control stands on, else the first that it is about."""
    meaning = threat.instance.meaning()
    for unless in threat.instance.rule.unless:
        control = grounded.controls.get(f"{meaning[unless.on.name]}/{unless.kind}")
        if control:
            return control.paths[0]
    origins = grounded.origin(threat.instance)
    return next((path for _fact, origin in origins for path in origin.paths), ())
