"""What fails together: controls of a page that share a cause, as one thing that can fail."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from bartizan.engine.common_cause import common_cause
from bartizan.engine.program import Program
from bartizan.model.architecture import Architecture
from bartizan.rules.answers.analysis import Analysis
from bartizan.rules.answers.words import fact_in_words
from bartizan.rules.facts.facts import Grounded
from bartizan.rules.facts.of_controls import Holding
from bartizan.rules.threats.fact_numbers import FactNumbers
from bartizan.rules.threats.ground import Ground

CAUSE = "common-cause"
"""Names the fact that a cause strikes: `(CAUSE, name)`."""


@dataclass(frozen=True, slots=True)
class Shared:
    """Why a control falls that shares a cause: what stands behind that step of a proof."""

    cause: str


def common_causes(page: Architecture) -> Mapping[str, tuple[str, ...]]:
    """Return the controls that share each cause, by its name; a cause of one control alone is none.

    Where a control has the cause's own name, it falls with the others.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for id_, control in page.controls.items():
        name = cause_of(page, id_)
        if name:
            found[name].append(id_)
            if name in page.controls and name not in found[name] and control.id != name:
                found[name].append(name)
    return {name: tuple(sorted(ids)) for name, ids in sorted(found.items()) if len(ids) > 1}


def cause_of(page: Architecture, control: str) -> str:
    """Return the name of the cause that a control shares; empty where the page says none."""
    written = page.controls.get(control)
    return " ".join((written.common_cause or "").split()) if written else ""


def with_common_causes(analysis: Analysis) -> Analysis:
    """Return the analysis of the same page in which each cause is a fact that lets its controls fall together."""
    grounded = analysis.grounded
    causes = common_causes(grounded.view.page)
    if not causes or any(grounded.number((CAUSE, name)) is not None for name in causes):
        return analysis
    return Analysis(_extended(grounded, causes))


def _extended(grounded: Grounded, causes: Mapping[str, tuple[str, ...]]) -> Grounded:
    """Return the program of a page with the rules by which each cause lets its controls fall."""
    program = grounded.program
    facts = FactNumbers()
    for fact in grounded.facts:  # in the order of their numbers, so that each keeps its own
        facts.of(fact[0])[fact[1] if len(fact) == 2 else fact[1:]]
    heads, bodies, origins = [*program.heads], [*program.bodies], [*program.origins]
    for name, controls in causes.items():
        members = [number for id_ in controls if (number := grounded.number(("degraded", id_))) is not None]
        if not members:
            continue
        cause = facts.of(CAUSE)[name]
        for member, _body, origin in common_cause(cause, members, Shared(name)):
            assert isinstance(member, int)
            heads.append(member)
            bodies.append((cause,))
            origins.append(origin)
    return replace(grounded, program=Program(facts, heads, bodies, origins), facts=facts)


def together(analysis: Analysis, can_fail: tuple[Ground, ...]) -> tuple[Ground, ...]:
    """Return what can fail with each cause in the place of the controls that share it."""
    grounded = analysis.grounded
    page = grounded.view.page
    causes = {
        name for name in common_causes(page) if grounded.number((CAUSE, name)) is not None
    }  # fmt: skip
    of = {id_: name for name in causes for id_ in common_causes(page)[name]}
    found = [(CAUSE, of[fact[1]]) if fact[0] == "degraded" and fact[1] in of else fact for fact in can_fail]
    return tuple(dict.fromkeys(found))


def members_of(grounded: Grounded, fact: Ground) -> tuple[str, ...]:
    """Return the controls that fall with something that can fail: one, or those of a cause; none for what is not said."""
    if fact[0] == "degraded":
        return (fact[1],)
    if fact[0] == CAUSE:
        shared = common_causes(grounded.view.page).get(fact[1], ())
        return tuple(
            each
            for each in shared
            if each in grounded.controls and grounded.controls[each].holding is not Holding.ABSENT
        )
    return ()


def cost_of(grounded: Grounded, fact: Ground) -> float | None:
    """Return what it costs an attacker that something fails; of a cause, the least of its controls. Nothing where not said."""
    controls = grounded.view.page.controls
    costs = [controls[each].cost if each in controls else None for each in members_of(grounded, fact)]
    said = [each for each in costs if each is not None]
    return min([*said, *(1.0 for each in costs if each is None)]) if said else None


def chance_of(grounded: Grounded, fact: Ground) -> float | None:
    """Return how likely it is that something fails; of a cause, the most of its controls. Nothing where not said."""
    controls = grounded.view.page.controls
    said = [
        chance
        for each in members_of(grounded, fact)
        if each in controls and (chance := controls[each].probability) is not None
    ]
    return max(said, default=None)


def said(grounded: Grounded, fact: Ground, subject: str = "the attacker") -> str:
    """Return a fact as a sentence without a full stop; also that a common cause strikes."""
    if fact[0] == CAUSE:
        return f"The common cause “{fact[1]}” strikes"
    return fact_in_words(grounded, fact, subject)
