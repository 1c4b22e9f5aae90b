"""A page becomes a program: its facts, the rules of threats, and everything that may be supposed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from bartizan.engine.program import Program
from bartizan.model.architecture import Architecture
from bartizan.rules.facts import (
    of_actors,
    of_effects,
    of_flaws,
    of_network,
    of_rights,
    of_storage,
    of_transit,
)
from bartizan.rules.facts.of_actors import Actor
from bartizan.rules.facts.of_controls import Controls, Holding, KnownControl, Sort
from bartizan.rules.facts.page_facts import Origin, PageFacts, Question, Reach
from bartizan.rules.facts.view import View
from bartizan.rules.threats.draft import Draft
from bartizan.rules.threats.fact_numbers import FactNumbers
from bartizan.rules.threats.ground import Ground, Instance, Row
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.rules import RULES
from bartizan.rules.threats.terms import Atom, Nature

ABOUT_CONTROLS = frozenset({
    "control", "guarded", "fills", "grants", "enforces", "relies-on-secrecy", "relies-on-integrity", "relies-on-others",
    "opens-without", "closes-without", "vouched", "holds-against-less", "soft-fail", "degraded", "enforcer-unsaid",
    "reliance-unsaid", "loss-unsaid", "strength-unsaid",
})  # fmt: skip
"""Predicates about controls: which controls there are is known once all other rules have asked for theirs."""


@dataclass(frozen=True, eq=False)
class Grounded:
    """A page as a program."""

    view: View
    program: Program
    facts: FactNumbers
    """The facts of the program, by their numbers."""
    rows: Mapping[str, Mapping[Row, Origin]]
    """What the page says, and where."""
    controls: Mapping[str, KnownControl]
    places: Mapping[str, tuple[str, ...]]
    """For each place that several controls fill, those controls."""
    questions: Mapping[Ground, Question]
    """Everything the page does not say, by what may be so."""
    actors: tuple[Actor, ...]
    attack_takes: float = of_rights.AN_ATTACK_TAKES
    """How many hours an attack is taken to need."""

    def number(self, fact: Ground) -> int | None:
        """Return the number of a fact in the program; nothing where no rule is about it."""
        return self.facts.number(fact)

    def numbers(self, facts: Iterable[Ground]) -> tuple[int, ...]:
        """Return the numbers of those facts that some rule is about."""
        found = map(self.facts.number, facts)
        return tuple(number for number in found if number is not None)

    @cached_property
    def absent(self) -> frozenset[Ground]:
        """What is degraded from the start: the page says, or knowledge does, that it is not there."""
        return frozenset(
            ("degraded", each.id) for each in self.controls.values() if each.holding is Holding.ABSENT
        )

    @cached_property
    def unsaid(self) -> frozenset[Ground]:
        """What is supposed in the open: every plain question at once."""
        controls = (
            ("degraded", each.id) for each in self.controls.values()
            if each.holding is Holding.UNSAID and each.sort is Sort.CONTROL
        )  # fmt: skip
        asked = (
            q.fact for q in self.questions.values() if q.reach is Reach.PLAIN and q.fact[0] != "degraded"
        )
        doubtful = (each.question.fact for each in self.actors if each.question and each.in_scope)
        return frozenset((*controls, *asked, *doubtful))

    @cached_property
    def far(self) -> frozenset[Ground]:
        """What is supposed one at a time."""
        return frozenset(q.fact for q in self.questions.values() if q.reach is Reach.FAR)

    def of_sort(self, sort: Sort) -> tuple[KnownControl, ...]:
        """Return the controls of a sort."""
        return tuple(each for each in self.controls.values() if each.sort is sort)

    def origin(self, instance: Instance) -> tuple[tuple[Ground, Origin], ...]:
        """Return the facts of the page that a rule's instance stands on, each with where it was written."""
        found = []
        for atom in instance.rule.given:
            if isinstance(atom, Atom) and atom.predicate.nature is Nature.PAGE:
                fact = instance.fact(atom)
                found.append((fact, self.rows[fact[0]][fact[1:]]))
        return tuple(found)


def ground_page(
    architecture: Architecture,
    rules: tuple[Rule, ...] = RULES,
    attack_takes: float = of_rights.AN_ATTACK_TAKES,
) -> Grounded:
    """Return a page as a program; whoever has stolen a credential needs `attack_takes` hours to use it."""
    view = View(architecture)
    facts = PageFacts()
    of_network.take(view, facts)
    of_transit.take(view, facts)
    of_storage.take(view, facts)
    of_rights.take(view, facts, attack_takes)
    of_effects.take(view, facts)
    of_flaws.take(view, facts)
    actors = of_actors.take(view, facts)
    controls = Controls(view)
    plain = [rule for rule in rules if not _about_controls(rule)]
    about = [rule for rule in rules if _about_controls(rule)]
    draft = Draft()
    draft.add(plain, facts.relations(), controls.guard)
    controls.take(facts)
    draft.add(about, facts.relations(), controls.guard)
    return Grounded(
        view=view,
        program=draft.program(),
        facts=draft.facts,
        rows=facts.rows,
        controls={id_: controls.known[id_] for id_ in sorted(controls.known)},
        places={**controls.fills, **controls.grants},
        questions={
            **facts.questions,
            **{each.question.fact: each.question for each in actors if each.question},
        },
        actors=actors,
        attack_takes=attack_takes,
    )


def _about_controls(rule: Rule) -> bool:
    atoms = (each for each in rule.given if isinstance(each, Atom))
    return any(atom.predicate.name in ABOUT_CONTROLS for atom in atoms)
