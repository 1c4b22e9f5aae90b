"""Of facts thrown together at random every rule concludes what clingo concludes by it: also what no page we have would say."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace

import clingo

from bartizan.engine.fixpoint import conclude
from bartizan.rules.threats.draft import Draft
from bartizan.rules.threats.ground import Row
from bartizan.rules.threats.rule import Rule
from bartizan.rules.threats.rules import RULES
from bartizan.rules.threats.terms import Atom, Constant, Every, Nature, Predicate, Sort
from tests.rules.first_order_asp import called, fact_text, predicates_of, rules_text

Fact = tuple[str, ...]

GUARDED = """
open(Kind,E) :- guarded_by(Kind,E,K); off(K).
open(Kind,E) :- nothing_guards(Kind,E).
open_where_said(Kind,E) :- guarded_by_what_is_said(Kind,E,K); off(K).
open_where_said(Kind,E) :- nothing_said_guards(Kind,E).
"""
TABLES = {
    (False, True): "guarded_by",
    (False, False): "nothing_guards",
    (True, True): "guarded_by_what_is_said",
    (True, False): "nothing_said_guards",
}


@dataclass
class Thrown:
    """Facts of every predicate about very few things."""

    seed: int
    often: float
    """How likely it is that something is given that otherwise has to follow or to be supposed."""
    relations: dict[str, list[Row]] = field(default_factory=dict)
    given: list[Fact] = field(default_factory=list)
    controls: dict[tuple[str, str, bool], str | None] = field(default_factory=dict)
    """For each kind, element, and whether only what is said counts: the control, or that there is none."""

    def __post_init__(self) -> None:
        """Throw."""
        chance = random.Random(self.seed)  # noqa: S311  the same facts each time
        things = {
            sort: [f"{sort.name.lower()}-{n}" for n in range(chance.choice((1, 2, 2, 3)))] for sort in Sort
        }
        things[Sort.VERB] = sorted(_verbs())
        things[Sort.TARGET] = [*things[Sort.ASSET], *things[Sort.PLACEMENT]]
        for predicate in predicates_of(RULES).values():
            rows = sorted({_row(predicate, things, chance) for _ in range(chance.randrange(12))})
            if predicate.nature is not Nature.DERIVED:
                self.relations[predicate.name] = rows
            if predicate.nature is not Nature.PAGE:
                few = [row for row in rows if chance.random() < self.often]
                self.given += [(predicate.name, *row) for row in few]
        for rule in RULES:
            for unless in rule.unless:
                for element in things[unless.on.sort]:
                    key = (unless.kind, element, unless.where_said)
                    self.controls[key] = chance.choice([*things[Sort.CONTROL], None])

    def ours(self, rules: tuple[Rule, ...]) -> set[Fact]:
        """Return what follows by our program."""
        draft = Draft()
        draft.add(rules, self.relations, lambda kind, element, said: self.controls[kind, element, said])
        program = draft.program()
        numbers = [number for each in self.given if (number := draft.facts.number(each)) is not None]
        return {draft.facts[number] for number in conclude(program, numbers).why} | {*self.given}

    def theirs(self, rules: tuple[Rule, ...]) -> set[Fact]:
        """Return what follows as clingo has it."""
        predicates = predicates_of((*rules, *RULES))
        lines = [
            rules_text(rules),
            GUARDED,
            *(fact_text(name.replace("-", "_"), row) for name, *row in self.given),
        ]
        for predicate in predicates.values():
            if predicate.nature is Nature.PAGE:
                lines += [fact_text(called(predicate), row) for row in self.relations[predicate.name]]
        for (kind, element, said), control in self.controls.items():
            row = (kind, element) if control is None else (kind, element, control)
            lines.append(fact_text(TABLES[said, control is not None], row))
        control_of_clingo = clingo.Control(["--warn=no-atom-undefined"])
        control_of_clingo.add("base", [], "\n".join(lines))
        control_of_clingo.ground([("base", [])])
        found: set[Fact] = set()

        def take(model: clingo.Model) -> None:
            for symbol in model.symbols(atoms=True):
                predicate = predicates.get(symbol.name)
                if predicate and predicate.nature is not Nature.PAGE:
                    found.add((predicate.name, *(each.string for each in symbol.arguments)))

        control_of_clingo.solve(on_model=take)
        return found


def _row(predicate: Predicate, things: dict[Sort, list[str]], chance: random.Random) -> Row:
    return tuple(chance.choice(things[sort]) for sort in predicate.sorts)


def _verbs() -> set[str]:
    """Return the words that rules name: only verbs are named by a rule."""
    atoms: list[Atom] = [
        atom for rule in RULES for each in (*rule.given, rule.then)
        for atom in ((each.holds, each.among) if isinstance(each, Every) else (each,))
    ]  # fmt: skip
    return {term.text for atom in atoms for term in atom.terms if isinstance(term, Constant)}


def test_the_same_follows_of_random_facts() -> None:
    followed = 0
    for seed in range(30):
        thrown = Thrown(seed, often=0.1)
        ours, theirs = thrown.ours(RULES), thrown.theirs(RULES)
        assert (ours - theirs, theirs - ours) == (set(), set()), seed
        followed += len(ours) - len(thrown.given)
    assert followed > 1000


def test_each_rule_concludes_the_same_of_random_facts() -> None:
    """Alone, so that no other rule concludes it as well."""
    alone = tuple(_alone(rule) for rule in RULES)
    never = {rule.then.predicate.name for rule in alone}
    for seed in range(400):
        thrown = Thrown(seed, often=0.7)
        ours, theirs = thrown.ours(alone), thrown.theirs(alone)
        assert (ours - theirs, theirs - ours) == (set(), set()), seed
        never -= {each[0] for each in ours}
        if not never and seed >= 60:
            break
    assert never == set(), "what concludes nothing is compared with nothing"


def _alone(rule: Rule) -> Rule:
    """Return a rule that concludes what no other rule does or needs."""
    said = rule.then.predicate
    own = Predicate(f"{said.name}-by-{rule.name}", Nature.DERIVED, said.sorts, said.says)
    return replace(rule, then=Atom(own, rule.then.terms))
