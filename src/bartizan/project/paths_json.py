"""Writes for programs how somebody gets at something."""

from __future__ import annotations

from math import isfinite
from typing import Any

from bartizan.project.analyse import Analysed
from bartizan.project.analysis_json import FORMAT, proof_as_data
from bartizan.project.what_if import Way
from bartizan.rules.answers.common_causes import CAUSE, members_of, said
from bartizan.rules.answers.grades import Graded
from bartizan.rules.answers.importance import Weight
from bartizan.rules.answers.paths import Firm, Likely, Paths
from bartizan.rules.threats.ground import Ground


def way_as_data(analysed: Analysed, way: Way) -> dict[str, Any]:
    """Return a way as it stands in JSON: everything that is known of it, whatever the text leaves out."""
    paths = way.paths
    return {
        "format": FORMAT, "actor": way.actor.id, "goal": list(way.goal), "bugs": way.bugs,
        "sets": [
            {
                "cost": each.cost, "takes-capability": each.takes.value if each.takes else None,
                "must-fail": [_fact(analysed, fact) for fact in each.facts],
            }
            for each in paths.sets
        ] if paths else [],
        "complete": paths.complete if paths else "complete", "total": paths.total if paths else 0,
        "depth": paths.depth if paths else None, "probably-not-modelled": paths is None or paths.vacuous,
        "importance": _importance(analysed, paths) if paths else None,
        "unbreakable": _firm(analysed, paths.firm) if paths and paths.firm else None,
        "graded": _graded(paths.graded) if paths and paths.graded else None,
        "likelihood": _likelihood(paths.likely) if paths and paths.likely else None,
        "cheapest": proof_as_data(analysed, way.steps),
    }  # fmt: skip


def _fact(analysed: Analysed, fact: Ground) -> dict[str, Any]:
    grounded = analysed.analysis.grounded
    shared = {"controls": list(members_of(grounded, fact))} if fact[0] == CAUSE else {}
    return {"fact": list(fact), "says": said(grounded, fact), **shared}


def _importance(analysed: Analysed, paths: Paths) -> dict[str, Any]:
    return {
        "weighed-over": paths.weighed if paths.weights else paths.complete,
        "weights": [_weight(analysed, each) for each in paths.weights],
    }


def _weight(analysed: Analysed, weight: Weight) -> dict[str, Any]:
    exact = weight.exact
    return {
        **_fact(analysed, weight.fact), "sets": weight.sets, "of": weight.of, "smallest": weight.smallest, "cheapest": weight.cheapest,
        "fussell-vesely-by-counting": weight.share, "birnbaum-structural": weight.decides,
        "by-probability": {
            "birnbaum": exact.birnbaum, "fussell-vesely": exact.fussell_vesely, "risk-achievement-worth": exact.achievement,
            "risk-reduction-worth": exact.reduction if isfinite(exact.reduction) else "infinite",
        } if exact else None,
    }  # fmt: skip


def _firm(analysed: Analysed, firm: Firm) -> dict[str, Any]:
    facts = None if firm.facts is None else [_fact(analysed, fact) for fact in firm.facts]
    return {"must-not-fail": facts, "complete": firm.complete}


def _graded(graded: Graded) -> dict[str, Any]:
    return {
        "by": list(graded.controls), "holds-against": [each.value for each in graded.holds_against],
        "falls-to": [each.value for each in graded.falls_to], "needs-no-capability": graded.anyway,
        "perhaps-needs-none": graded.anyway_open,
    }  # fmt: skip


def _likelihood(likely: Likely) -> dict[str, Any]:
    return {
        "at-least": likely.at_least, "at-most": likely.at_most, "complete": likely.complete, "without-probability": likely.without,
        "weightiest": [{"control": fact[1], "share": share} for fact, share in likely.weightiest],
    }  # fmt: skip
