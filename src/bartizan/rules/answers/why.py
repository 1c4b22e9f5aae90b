"""Why something follows: the smallest scenario that brings it about, and the proof in numbered sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bartizan.engine.fixpoint import conclude
from bartizan.engine.program import Program
from bartizan.engine.proof import Proof, prove
from bartizan.rules.answers.analysis import Analysis
from bartizan.rules.answers.common_causes import CAUSE, Shared, members_of, said
from bartizan.rules.answers.words import step_in_words
from bartizan.rules.facts.of_controls import Holding
from bartizan.rules.threats.called import predicates
from bartizan.rules.threats.ground import Ground, Instance, variables_of
from bartizan.rules.threats.terms import Sort
from bartizan.source.nodes import Path


@dataclass(frozen=True, slots=True)
class Sentence:
    """One step of a proof in words."""

    number: int
    text: str
    """What holds."""
    because: str
    """Why, where a rule says so."""
    rests_on: tuple[int, ...]
    """The numbers of the sentences it rests on."""
    paths: tuple[Path, ...]
    """Where on the page what it rests on is written; for what is not said, where it would be."""
    rule: str
    """The rule that was applied; empty for what was given."""
    supposed: bool
    """Whether it is supposed and not said."""
    fact: Ground
    names: tuple[tuple[Sort, str], ...] = ()
    """Everything on the page that the sentence names, with its sort; what it says holds of comes first."""


def smallest_scenario(
    analysis: Analysis, goal: int, given: Iterable[int], maybe: Sequence[int]
) -> tuple[int, ...] | None:
    """Return few of `maybe` with which `given` brings a goal about, none of which can be left out; nothing if all do not."""
    program = analysis.grounded.program
    given = tuple(given)
    if goal not in conclude(program, (*given, *maybe)):
        return None
    kept = list(_used(program, goal, given, maybe))
    for each in tuple(kept):
        fewer = [other for other in kept if other != each]
        if goal in conclude(program, (*given, *fewer)):
            kept = list(_used(program, goal, given, fewer))
    return tuple(
        each for each in kept if goal not in conclude(program, (*given, *(o for o in kept if o != each)))
    )


def _used(program: Program, goal: int, given: tuple[int, ...], maybe: Sequence[int]) -> tuple[int, ...]:
    proof = prove(conclude(program, (*given, *maybe)), goal)
    assert proof is not None
    on = {program.numbers[fact] for fact in proof.given}
    return tuple(each for each in maybe if each in on and each not in given)


def in_sentences(analysis: Analysis, proof: Proof, subject: str = "the attacker") -> tuple[Sentence, ...]:
    """Return a proof in words, each step once, premises before conclusions.

    That a control does not hold because it is not there is said once, not twice.
    """
    grounded = analysis.grounded
    sentences: list[Sentence] = []
    numbers: list[int] = []
    for step in proof.steps:
        fact = step.fact
        assert isinstance(fact, tuple)
        rests_on = tuple(dict.fromkeys(numbers[each] for each in step.premises))
        origin = step.origin
        if isinstance(origin, Instance) and origin.rule.name in _SAID_ALREADY:
            numbers.append(rests_on[0])
            continue
        if isinstance(origin, Instance):
            origins = grounded.origin(origin)
            paths = tuple(dict.fromkeys(path for _fact, origin in origins for path in origin.paths))
            text = said(grounded, fact, subject)
            because, rule, supposed = step_in_words(grounded, origin), origin.rule.name, False
        elif isinstance(origin, Shared):
            text, paths = f"{_control(grounded.controls[fact[1]].name)} is degraded with it", ()
            because, rule, supposed = f"it shares the cause “{origin.cause}”", CAUSE, False
        else:
            text, paths, supposed = _given(analysis, fact, subject)
            because, rule = "", ""
        number = len(sentences) + 1
        numbers.append(number)
        names = _names(fact, origin)
        sentences.append(Sentence(number, text, because, rests_on, paths, rule, supposed, fact, names))
    return tuple(sentences)


def _control(name: str) -> str:
    return name[:1].upper() + name[1:]


def _names(fact: Ground, origin: object) -> tuple[tuple[Sort, str], ...]:
    """Return what a step names: what it holds of, then what the rule behind it speaks of."""
    predicate = predicates().get(fact[0])
    found = list(zip(predicate.sorts, fact[1:], strict=True)) if predicate else []
    if isinstance(origin, Instance):
        spoken_of = variables_of(origin.rule)
        found += [(each.sort, id_) for each, id_ in zip(spoken_of, origin.names, strict=True)]
    return tuple(dict.fromkeys(found))


_SAID_ALREADY = frozenset({"degraded"})
"""Rules whose conclusion says nothing that their premise has not said."""


def within(text: str) -> str:
    """Return a sentence as it stands within another: small at the start, unless it begins with an acronym."""
    return text[:1].lower() + text[1:] if text[1:2].islower() or text[1:2] == " " else text


def _given(analysis: Analysis, fact: Ground, subject: str) -> tuple[str, tuple[Path, ...], bool]:
    """Return what is given in words, where it is or would be written, and whether it is only supposed."""
    grounded = analysis.grounded
    text = said(grounded, fact, subject)
    if fact[0] == "acts":
        actor = next(each for each in grounded.actors if each.id == fact[1])
        path: Path = (
            ("threat-actors", actor.id)
            if actor.id in grounded.view.page.threat_actors
            else ("components", actor.id)
        )
        return (
            text + (f", since {actor.because}" if actor.because else ""),
            (path,),
            actor.question is not None,
        )
    if fact[0] == "degraded":
        known = grounded.controls[fact[1]]
        supposed = known.holding is not Holding.ABSENT
        return (
            (f"Suppose that {within(text)}" if known.holding is Holding.IN_PLACE else text),
            known.paths,
            supposed,
        )
    if fact[0] == CAUSE:
        controls = grounded.view.page.controls
        at = (("controls", each, "common-cause") for each in members_of(grounded, fact) if each in controls)
        return f"Suppose that {within(text)}", tuple(at), True
    question = grounded.questions.get(fact)
    if question:
        return text, question.answers, True
    return f"Suppose that {within(text)}", (), True
