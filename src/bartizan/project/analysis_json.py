"""Writes what follows from a page for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from bartizan.project.analyse import Analysed
from bartizan.project.analysis_text import WEIGHTS, limits_of
from bartizan.project.version import version
from bartizan.rules.answers.asked import to_write
from bartizan.rules.answers.falls import WhatFalls
from bartizan.rules.answers.outcome import Outcome
from bartizan.rules.answers.promises import holding_word
from bartizan.rules.answers.threats import Threat, counted
from bartizan.rules.answers.why import Sentence
from bartizan.rules.answers.words import fact_in_words, filled, outcome_in_words, step_in_words
from bartizan.rules.facts.of_actors import Actor
from bartizan.rules.facts.of_controls import KnownControl
from bartizan.rules.threats.ground import Ground
from bartizan.source.nodes import Path

FORMAT = 1
"""Changes when a program that reads this would have to."""


def as_json(analysed: Analysed) -> str:
    """Return everything as one JSON object; sections are named as on the command line."""
    promises = analysed.promises
    page = analysed.page.architecture
    document = {
        "format": FORMAT,
        "tool": {"name": "bartizan", "version": version()},
        "service": page.service,
        "release": page.release,
        "limits": list(limits_of(analysed)),
        "attack-takes-hours": analysed.analysis.grounded.attack_takes,
        "complete": {"actors": str(analysed.analysis.by_actor.complete)},
        "counts": {
            **{status.value: number for status, number in counted(promises.threats).items()},
            "questions": sum(not each.far for each in promises.questions),
            "questions-rarely-answered": sum(each.far for each in promises.questions),
        },
        "actors": [
            {
                **_actor(each.actor), "because": each.actor.because or None,
                "certain": _outcomes(analysed, each.certain), "open": _outcomes(analysed, each.open),
                "stopped-by": [{"control": control.id, "weight": weight} for control, weight in each.stopped_by],
            }
            for each in promises.defended
        ],
        "entry-points": [
            {
                "interface": each.interface.id, "said": each.said, "because": each.because, "reached-by": _ids(each.reached_by),
                "perhaps-by": _ids(each.perhaps_by), "takes": list(each.untrusted),
                "at": analysed.place(("interfaces", each.interface.id)),
            }
            for each in promises.entry_points
        ],
        "assets": [
            {**_outcome(analysed, each.outcome), "certain-for": _ids(each.certain_for), "open-for": _ids(each.open_for), "depth": each.depth}
            for each in promises.at_risk
        ],
        "not-reachable": _outcomes(analysed, promises.not_reachable),
        "persistence": [
            {
                "asset": each.asset, "in": each.store, "encryption": holding_word(each.encryption), "encrypted-with": list(each.keys),
                "integrity": holding_word(each.integrity), "extractable": each.extractable,
            }
            for each in promises.kept
        ],
        "persistence-not-said": list(promises.nowhere_said),
        "travel": [
            {
                "asset": each.asset, "interface": each.interface.id, "way": each.way, "encrypted-with": list(each.keys),
                "encryption": holding_word(each.encryption), "use-cases": list(each.use_cases),
            }
            for each in promises.travels
        ],
        "formats": [{"asset": a, "format": f, "transformations": list(t)} for a, f, t in promises.transformed],
        "parsers": [
            {"component": each.component, "interface": each.interface.id, "asset": each.asset, "format": each.format}
            for each in promises.parsed
        ],
        "dependencies": [_degraded(analysed, *each) for each in promises.assumptions],
        "controls": [_degraded(analysed, *each) for each in promises.controls],
        "inert": [each.id for each in promises.inert],
        "bugs": [_degraded(analysed, *each) for each in promises.bugs],
        "relied-on": {interface: _outcomes(analysed, outcomes) for interface, outcomes in promises.relied_on.items()},
        "threats": [threat_as_data(analysed, each) for each in promises.threats],
        "questions": [
            {
                "text": each.text, "answer-at": [_path(path) for path in each.answers],
                "write": to_write(each.answers[0]) if each.answers else None, "at": analysed.place(each.answers[0]) if each.answers else None, "far": each.far, "weight": each.weight,
                "settles": _outcomes(analysed, each.settles), "suffices": _outcomes(analysed, each.suffices),
                "helps": _outcomes(analysed, each.helps),
            }
            for each in promises.questions
        ],
        "impact": [
            {
                "asset": each.asset, "property": each.property, "written": each.written or None,
                "alone": _outcomes(analysed, each.alone),
                "together": [{"with": fact_as_data(analysed, fact), "follows": _outcomes(analysed, some)} for fact, some in each.together],
                "combinations-worked-out": each.all_pairs, "question": each.contradicts or None,
            }
            for each in analysed.impact
        ],
    }  # fmt: skip
    return json.dumps(document, indent=1, ensure_ascii=False)


def threat_as_data(analysed: Analysed, threat: Threat) -> dict[str, Any]:
    """Return a threat as it stands in JSON."""
    grounded = analysed.analysis.grounded
    rule = threat.instance.rule
    return {
        "id": threat.id, "rule": rule.name, "stride": rule.stride.value if rule.stride else None,
        "weaknesses": list(rule.weaknesses), "elements": threat.instance.meaning(),
        "says": step_in_words(grounded, threat.instance), "status": threat.status.value, "weight": WEIGHTS[threat.weight],
        "certain-for": _ids(threat.certain_for), "open-for": _ids(threat.open_for),
        "needs": [[fact_as_data(analysed, fact) for fact in some] for some in threat.needs],
        "leads-to": _outcomes(analysed, threat.leads_to),
        "ask": filled(grounded, threat.instance, rule.ask) or None, "advice": filled(grounded, threat.instance, rule.advice) or None,
    }  # fmt: skip


def fact_as_data(analysed: Analysed, fact: Ground) -> dict[str, Any]:
    """Return a fact as it stands in JSON: its predicate, what it is about, and a sentence."""
    return {"fact": list(fact), "says": fact_in_words(analysed.analysis.grounded, fact)}


def falls_as_data(analysed: Analysed, falls: WhatFalls) -> list[dict[str, Any]]:
    """Return what falls as it stands in JSON."""
    return [
        {
            **_outcome(analysed, f.outcome),
            "actors": _ids(f.actors),
            "certain": f.certain,
            "perhaps-for": _ids(f.perhaps),
        }
        for f in falls.falls
    ]


def proof_as_data(analysed: Analysed, sentences: Sequence[Sentence]) -> list[dict[str, Any]]:
    """Return a proof as it stands in JSON."""
    return [
        {
            "number": each.number, "says": each.text, "because": each.because or None, "from": list(each.rests_on),
            "rule": each.rule or None, "supposed": each.supposed, "at": list(analysed.places(each.paths)), "fact": list(each.fact),
        }
        for each in sentences
    ]  # fmt: skip


def _degraded(analysed: Analysed, control: KnownControl, falls: WhatFalls) -> dict[str, Any]:
    return {
        "control": control.id, "name": control.name, "holding": holding_word(control), "because": control.because or None,
        "at": analysed.place(control.paths[0]), "falls": falls_as_data(analysed, falls), "complete": falls.complete,
    }  # fmt: skip


def _outcomes(analysed: Analysed, outcomes: Iterable[Outcome]) -> list[dict[str, Any]]:
    return [_outcome(analysed, each) for each in outcomes]


def _outcome(analysed: Analysed, outcome: Outcome) -> dict[str, Any]:
    return {
        "what": outcome.breach.value, "element": outcome.element, "weight": WEIGHTS[outcome.weight], "rated": outcome.rated,
        "says": outcome_in_words(analysed.analysis.grounded, outcome),
    }  # fmt: skip


def _actor(actor: Actor) -> dict[str, Any]:
    return {
        "id": actor.id,
        "name": actor.name,
        "in-scope": actor.in_scope,
        "in-doubt": actor.question is not None,
    }


def _ids(actors: Iterable[Actor]) -> list[str]:
    return [each.id for each in actors]


def _path(path: Path) -> str:
    return "/".join(map(str, path))
