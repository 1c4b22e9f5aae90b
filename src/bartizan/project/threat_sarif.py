"""Writes the threats of a page as SARIF: each at the line of the page that it is about."""

from __future__ import annotations

from bartizan.project.analyse import Analysed
from bartizan.project.explain import explain
from bartizan.project.version import version
from bartizan.rules.answers.threats import Status, Threat
from bartizan.rules.answers.words import fact_in_words, filled, outcome_in_words, step_in_words
from bartizan.rules.facts.facts import Grounded
from bartizan.source.diagnostic import Diagnostic, Label, Severity
from bartizan.source.export_diagnostics import Explained
from bartizan.source.export_diagnostics import as_sarif as diagnostics_as_sarif
from bartizan.source.nodes import Path


def as_sarif(analysed: Analysed) -> str:
    """Return SARIF 2.1.0: what is certain as errors, what is open as warnings; the fingerprint is the threat's id."""
    found = [as_diagnostic(analysed, each) for each in analysed.threats]
    rules = {each.instance.rule.name: each.instance.rule for each in analysed.threats}
    explained = {}
    for name, rule in rules.items():
        page = explain(name)
        sentence = rule.says.replace("{", "").replace("}", "")
        text = page.text if page else sentence
        explained[name] = Explained(f"{sentence[:1].upper()}{sentence[1:]}.", text)
    return diagnostics_as_sarif(found, tool_version=version(), explained=explained)


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
