"""A page that clingo grounds and solves from the page's facts and the first-order rules: nothing of our grounding takes part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TypeAlias

import clingo

from bartizan.knowledge.control_kinds import control_kinds
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
from bartizan.rules.facts.page_facts import PageFacts, Reach
from bartizan.rules.facts.view import View
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.rules import RULES
from bartizan.rules.threats.terms import Nature
from tests.rules.first_order_asp import (
    OF_CONTROLS,
    OWN_NAMES,
    asked,
    fact_text,
    plain,
    predicates_of,
    quoted,
    rules_text,
    wants_text,
)
from tests.rules.tables_of_controls import ABSENT, NOT_SAID, tables

Fact: TypeAlias = tuple[str, ...]
SUPPOSED_OF_COMPONENTS = ("owns",)
"""What may be supposed of a component although it otherwise follows by rules."""


@dataclass(frozen=True)
class Told:
    """What a page says, and what it leaves open, before anybody looks for its controls."""

    view: View
    facts: PageFacts
    actors: tuple[Actor, ...]


def told(page: Architecture) -> Told:
    """Return what a page says of everything but its controls."""
    view, facts = View(page), PageFacts()
    for part in (of_network, of_transit, of_storage, of_rights, of_effects, of_flaws):
        part.take(view, facts)
    return Told(view, facts, of_actors.take(view, facts))


@cache
def rules_of_everything(rules: tuple[Rule, ...]) -> str:
    """Return the rules, and how they ask for controls, for clingo."""
    return "".join((rules_text(rules), wants_text(rules), OF_CONTROLS))


def facts_text(told: Told, rules: tuple[Rule, ...]) -> Iterator[str]:
    """Yield what a page says, fact by fact, for clingo; nothing of what it leaves open holds by that."""
    asked_of = {plain(question.fact[0]) for question in told.facts.questions.values()}
    for written, rows in told.facts.rows.items():
        name = plain(written)
        for row in rows:
            yield fact_text(asked(name) if name in asked_of else name, row) + "\n"
    for name, row in tables(told.view, {each.kind for rule in rules for each in rule.unless}):
        yield fact_text(name, row) + "\n"


def exogenous_text(told: Told, rules: tuple[Rule, ...]) -> Iterator[str]:
    """Yield, for clingo, what nobody concludes: it holds in a scenario that supposes it."""
    yield "asked_degraded(K) :- control(K).\n"
    for name, predicate in predicates_of(rules).items():
        if predicate.nature is Nature.ASKED:
            row = ",".join(f"V{at}" for at in range(len(predicate.sorts)))
            yield f"#external {name}({row}) : {asked(name)}({row}).\n"
    for actor in told.actors:
        yield f"#external acts({quoted(actor.id)}).\n"


class SolvedByClingo:
    """The first-order rules over one page, grounded once; any scenario can then be asked for."""

    def __init__(self, page: Architecture, rules: tuple[Rule, ...] = RULES) -> None:
        self.told = told(page)
        self.predicates = predicates_of(rules)
        self._control = clingo.Control(["--warn=no-atom-undefined"])  # many a predicate is not on every page
        self._control.add("base", [], "".join(self._program(rules)))
        self._control.ground([("base", [])], context=self)
        self._holds: set[Fact] = set()

    def own(self, kind: clingo.Symbol, element: clingo.Symbol) -> clingo.Symbol:
        """Return the id of the place for a control of a kind on an element."""
        return clingo.String(f"{element.string}/{kind.string}")

    def _program(self, rules: tuple[Rule, ...]) -> Iterator[str]:
        yield rules_of_everything(rules)
        yield OWN_NAMES
        yield from facts_text(self.told, rules)
        yield from exogenous_text(self.told, rules)
        for name in SUPPOSED_OF_COMPONENTS:
            yield f"{name}(C) :- supposed_{name}(C). #external supposed_{name}(C) : component(C).\n"
        for name, predicate in self.predicates.items():
            if predicate.nature is Nature.DERIVED:
                yield f"#show {name}/{len(predicate.sorts)}.\n"
        yield "#show.\n"

    # ---- what is exogenous

    def table(self, name: str, width: int) -> set[Fact]:
        """Return the rows of a table that the first-order rules make of the page."""
        atoms = self._control.symbolic_atoms.by_signature(name, width)
        return {tuple(each.string for each in atom.symbol.arguments) for atom in atoms}

    @cached_property
    def controls(self) -> frozenset[str]:
        """The ids of all controls: those on the page, and those that some rule asks for."""
        return frozenset(id_ for (id_,) in self.table("control", 1))

    @cached_property
    def absent(self) -> frozenset[Fact]:
        """The controls that the page says, or knowledge does, are not there."""
        return frozenset(("degraded", id_) for id_, state in self.table("state", 2) if state == ABSENT)

    @cached_property
    def unsaid(self) -> frozenset[Fact]:
        """Every plain question at once: of controls, of facts, and of whether there is such an actor at all."""
        no_control = {id_ for id_, kind, _on in self.table("is_of", 3) if kind in _GENERIC}
        no_control |= {id_ for (id_,) in self.table("assumed", 1)} - {
            id_ for (id_,) in self.table("declared", 1)
        }
        controls = {id_ for id_, state in self.table("state", 2) if state == NOT_SAID} - no_control
        plainly = {q.fact for q in self.told.facts.questions.values() if q.reach is Reach.PLAIN}
        doubtful = {each.question.fact for each in self.told.actors if each.question and each.in_scope}
        losses = {("loss-unsaid", *row) for row in self.table("plain_loss_unsaid", 2)}
        return frozenset({("degraded", id_) for id_ in controls} | plainly | doubtful | losses)

    @cached_property
    def far(self) -> frozenset[Fact]:
        """What is supposed one at a time."""
        far = {q.fact for q in self.told.facts.questions.values() if q.reach is Reach.FAR}
        for name in ("reliance-unsaid", "enforcer-unsaid"):
            far |= {(name, *row) for row in self.table(asked(plain(name)), 1)}
        plainly = self.table("plain_loss_unsaid", 2)
        far |= {("loss-unsaid", *row) for row in self.table("asked_loss_unsaid", 2) - plainly}
        return frozenset(far)

    # ---- what follows

    def follows(self, scenario: Iterable[Fact]) -> set[Fact]:
        """Return everything that follows in a scenario, by rules: nothing of what is given.

        It says which controls do not hold, and nothing of the places that several of them fill together.
        """
        given = set(scenario)
        for each in given ^ self._holds:
            self._control.assign_external(_symbol(each), truth=each in given)
        self._holds = given
        found: list[set[Fact]] = []
        self._control.solve(on_model=lambda model: found.append(set(self._read(model))))
        (model,) = found
        return model - given

    def _read(self, model: clingo.Model) -> Iterator[Fact]:
        for symbol in model.symbols(shown=True):
            yield (self.predicates[symbol.name].name, *(each.string for each in symbol.arguments))


@cache
def _symbol(fact: Fact) -> clingo.Symbol:
    name = f"supposed_{fact[0]}" if fact[0] in SUPPOSED_OF_COMPONENTS else plain(fact[0])
    return clingo.Function(name, [clingo.String(each) for each in fact[1:]])


_GENERIC: Mapping[str, object] = {name: kind for name, kind in control_kinds().items() if kind.generic}
