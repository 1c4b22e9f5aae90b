"""The proof of each threat in sentences, with as few suppositions as can be found at once for all of them.

One walk gives each fact its cheapest rule (Knuth 1977, a generalisation of Dijkstra's algorithm): a supposition costs a
thousand steps, so that what is certain is never proved by something that is not said. Where the walk supposes other
things than the smallest sets that the answers have found, the proof is made anew from one of those.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from heapq import heappop, heappush

from bartizan.engine.fixpoint import GIVEN, Model, conclude
from bartizan.engine.proof import Proof, Step
from bartizan.rules.answers.analysis import Analysis
from bartizan.rules.answers.threats import Threat
from bartizan.rules.answers.why import Sentence, in_sentences
from bartizan.rules.threats.ground import Ground, Instance

_SUPPOSITION = 1000
"""What a supposition costs, in steps."""

_MOST = 10**15
"""No proof costs more than this: sums of shared steps can double with each of them."""

Reasons = Mapping[int, int]
"""The rule by which each fact is proved, `GIVEN` where it is given."""

Key = tuple[int, int]
"""A fact, and the rule by which it is proved."""

StepKey = tuple[int, int, str]
"""The same, and who attacks."""

EVERYBODY = "the attacker"
"""Who attacks in a proof that does not rest on one actor alone."""


@dataclass(frozen=True, slots=True)
class ProofStep:
    """One step of one proof."""

    key: StepKey
    """The same in every proof that has this step for the same attacker."""
    sentence: Sentence
    """Its words; the numbers in it are not those of the proof."""
    rests_on: tuple[int, ...]
    """The numbers, from 1, of the steps of this proof it rests on."""


def proofs_of(analysis: Analysis, threats: Sequence[Threat]) -> dict[str, tuple[ProofStep, ...]]:
    """Return the proof of each threat, by its id: premises first, the threat itself last."""
    program = analysis.grounded.program
    reasons = cheapest(analysis)
    supposed = frozenset(analysis.supposed)
    again: dict[tuple[Ground, ...], Model] = {}
    orders: dict[str, list[Key]] = {}
    for threat in threats:
        order = _order(analysis, reasons, threat.number)
        given = {program.names[fact] for fact, rule in order if rule == GIVEN and fact in supposed}
        if threat.needs and given not in [set(each) for each in threat.needs]:
            needs = threat.needs[0]
            if needs not in again:
                again[needs] = conclude(
                    program, (*analysis.base, *analysis.sure_actors, *analysis.grounded.numbers(needs))
                )
            if all(each in again[needs] for each in program.bodies[threat.number]):
                order = _order(analysis, again[needs].why, threat.number)
        orders[threat.id] = order
    names = {id_: _attacker(analysis, order) for id_, order in orders.items()}
    sentences = {
        name: _sentences(analysis, [order for id_, order in orders.items() if names[id_] == name], name)
        for name in dict.fromkeys(names.values())
    }
    return {
        id_: tuple(_steps(analysis, order, sentences[names[id_]], names[id_]))
        for id_, order in orders.items()
    }


def proof_of(analysis: Analysis, threat: Threat) -> tuple[Sentence, ...]:
    """Return the proof of one threat: the same steps in the same words as in the proofs of all of them."""
    steps = proofs_of(analysis, [threat])[threat.id]
    return tuple(
        replace(step.sentence, number=number, rests_on=step.rests_on) for number, step in enumerate(steps, 1)
    )


def _attacker(analysis: Analysis, order: Sequence[Key]) -> str:
    """Return the name of the actor that a proof rests on, where it is one alone."""
    names = {analysis.grounded.program.names[fact] for fact, _rule in order}
    acting = [actor.name for actor in analysis.actors if ("acts", actor.id) in names]
    return acting[0] if len(acting) == 1 else EVERYBODY


def supposed_in(proof: Sequence[ProofStep]) -> tuple[Ground, ...]:
    """Return what a proof supposes, such as that a control of which nothing is said is not there."""
    return tuple(each.sentence.fact for each in proof if each.sentence.supposed and not each.rests_on)


def cheapest(analysis: Analysis) -> Reasons:
    """Return for each fact that holds in the open the rule by which it takes fewest suppositions, then fewest steps."""
    program = analysis.grounded.program
    uses, heads, bodies = program.uses, program.heads, program.bodies
    reasons: dict[int, int] = {}
    costs: dict[int, int] = {}
    best: dict[int, int] = {}
    waits = list(program.lengths)
    queue: list[tuple[int, int, int]] = []
    for price, facts in ((_SUPPOSITION, analysis.supposed), (0, (*analysis.base, *analysis.sure_actors))):
        for fact in facts:
            best[fact] = price
            heappush(queue, (price, fact, GIVEN))
    for rule in program.always:
        heappush(queue, (1, heads[rule], rule))
    while queue:
        cost, fact, rule = heappop(queue)
        if fact in reasons:
            continue
        reasons[fact], costs[fact] = rule, cost
        for use in uses[fact]:
            waits[use] -= 1
            if waits[use]:
                continue
            head = heads[use]
            total = min(_MOST, 1 + sum(costs[each] for each in bodies[use]))
            if head not in reasons and total < best.get(head, _MOST + 1):
                best[head] = total
                heappush(queue, (total, head, use))
    return reasons


def _order(analysis: Analysis, reasons: Reasons, last: int) -> list[Key]:
    """Return the steps of a proof that ends with one rule: each once, premises before what rests on them."""
    program = analysis.grounded.program
    placed: set[int] = set()
    order: list[Key] = []
    pending = list(reversed(program.bodies[last]))
    while pending:
        fact = pending[-1]
        rule = reasons[fact]
        missing = (
            []
            if fact in placed or rule == GIVEN
            else [b for b in reversed(program.bodies[rule]) if b not in placed]
        )
        if missing:
            pending += missing
            continue
        pending.pop()
        if fact not in placed:
            placed.add(fact)
            order.append((fact, rule))
    return [*order, (program.heads[last], last)]


def _sentences(analysis: Analysis, orders: Iterable[Sequence[Key]], attacker: str) -> dict[Key, Sentence]:
    """Return the words of each step, each worked out once however many proofs have it.

    A step that says nothing beyond what it rests on has no words of its own, and is not among them.
    """
    program = analysis.grounded.program
    place: dict[Key, int] = {}
    steps: list[Step] = []
    for order in orders:
        rules: dict[int, int] = {}
        for key in order:
            fact, rule = key
            rules.setdefault(fact, rule)
            if key in place:
                continue
            body = () if rule == GIVEN else program.bodies[rule]
            premises = tuple(place[each, rules[each]] for each in body)
            place[key] = len(steps)
            steps.append(
                Step(program.names[fact], None if rule == GIVEN else program.origins[rule], premises)
            )
    found: dict[Key, Sentence] = {}
    spoken = list(in_sentences(analysis, Proof(tuple(steps)), attacker))
    for key, step in zip(reversed(place), reversed(steps), strict=True):
        if spoken and spoken[-1].fact == step.fact and spoken[-1].rule == _rule_of(step):
            found[key] = spoken.pop()
    assert not spoken, "each sentence is one step"
    return found


def _rule_of(step: Step) -> str:
    return step.origin.rule.name if isinstance(step.origin, Instance) else ""


def _steps(
    analysis: Analysis, order: Sequence[Key], sentences: Mapping[Key, Sentence], attacker: str
) -> Iterator[ProofStep]:
    """Yield the steps of a proof that have words, numbered by their place among these."""
    bodies = analysis.grounded.program.bodies
    numbers: dict[int, int] = {}
    number = 0
    for key in order:
        fact, rule = key
        rests_on = () if rule == GIVEN else tuple(sorted({numbers[each] for each in bodies[rule]}))
        if key in sentences:
            number += 1
            yield ProofStep((*key, attacker), sentences[key], rests_on)
        numbers.setdefault(fact, number if key in sentences else rests_on[0])
