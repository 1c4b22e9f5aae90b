"""What to ask the architect, ranked by how much hangs on the answer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from bartizan.engine.lanes import bits, sweep_masks, sweep_within
from bartizan.engine.residual import residual
from bartizan.rules.answers.analysis import Analysis
from bartizan.rules.answers.outcome import Outcome
from bartizan.rules.facts.of_network import said_as
from bartizan.rules.threats.ground import Ground
from bartizan.source.nodes import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedQuestion:
    """One thing that the page does not say, and what hangs on it."""

    text: str
    facts: tuple[Ground, ...]
    """What may be so while nothing is said; one answer settles all of them."""
    answers: tuple[Path, ...]
    """Where an answer would stand, the most natural place first."""
    settles: tuple[Outcome, ...]
    """What can no longer happen once it is answered for the better, everything else still open."""
    suffices: tuple[Outcome, ...]
    """What becomes certain once it is answered for the worse, everything else in place."""
    helps: tuple[Outcome, ...]
    """What it is one of two things needed for."""
    far: bool
    """Whether few pages say it: it is supposed alone, and not in what is open."""

    @property
    def kind(self) -> str:
        """What is asked, whatever it is asked of."""
        fact = self.facts[0]
        return fact[1].rpartition("/")[2] if fact[0] == "degraded" else fact[0]

    @property
    def weight(self) -> float:
        """How much hangs on it: what it alone decides counts most."""
        return sum(2 * each.weight for each in (*self.settles, *self.suffices)) + sum(
            each.weight / 2 for each in self.helps
        )


def questions_of(analysis: Analysis) -> tuple[RankedQuestion, ...]:
    """Return every question that something hangs on, the weightiest first."""
    groups = _groups(analysis, analysis.grounded.unsaid)
    plain = _plain(analysis, groups)
    return (*_varied(plain), *_varied(_far(analysis)))


def _varied(questions: Sequence[RankedQuestion]) -> list[RankedQuestion]:
    """Return questions with the weightiest first, where each further one of a kind counts less than the one before.

    Somebody with an hour asks the most important of each kind before the fifth of the same kind.
    """
    seen: Counter[str] = Counter()
    ranked = []
    for each in sorted(questions, key=lambda q: (-q.weight, q.answers)):
        ranked.append((each.weight * _FURTHER ** seen[each.kind], each))
        seen[each.kind] += 1
    return [each for _weight, each in sorted(ranked, key=lambda pair: (-pair[0], pair[1].answers))]


_FURTHER = 0.5
"""How much the next question of a kind counts of what the one before did."""


def _groups(analysis: Analysis, facts: frozenset[Ground]) -> list[tuple[Path, list[Ground]]]:
    """Put together what one answer settles: what would be said in the same place."""
    found: dict[Path, list[Ground]] = defaultdict(list)
    for fact in sorted(facts):
        if analysis.grounded.number(fact) is not None:
            found[analysis.grounded.questions[fact].answers[0]].append(fact)
    return sorted(found.items(), key=lambda each: tuple(map(str, each[0])))


def _plain(analysis: Analysis, groups: list[tuple[Path, list[Ground]]]) -> list[RankedQuestion]:
    grounded = analysis.grounded
    numbers = [grounded.numbers(facts) for _path, facts in groups]
    left = analysis.supposing
    alone = sweep_within(left, [[n for n in each if not left.certain[n]] for each in numbers])
    suffices = alone.newly_in_each(analysis.outcome_at)
    settles = _settles(analysis, numbers)
    pairs = _pairs(analysis)
    found = []
    for at, (path, facts) in enumerate(groups):
        helps = {n for fact in numbers[at] for n in pairs.get(fact, ())} - set(suffices[at])
        if settles[at] or suffices[at] or helps:
            found.append(RankedQuestion(
                text=_text(analysis, path, facts), facts=tuple(facts), answers=_answers(analysis, facts),
                settles=_outcomes(analysis, settles[at]), suffices=_outcomes(analysis, suffices[at]),
                helps=_outcomes(analysis, sorted(helps)), far=False,
            ))  # fmt: skip
    return found


def _settles(analysis: Analysis, groups: Sequence[Sequence[int]]) -> list[list[int]]:
    """Return for each group what no longer follows once it is answered for the better, all others for the worse."""
    left, count = analysis.supposing, len(groups)
    everywhere = (1 << count) - 1
    start = {n: everywhere for n in analysis.supposed if not left.certain[n]}
    for at, group in enumerate(groups):
        for fact in group:
            if fact in start:
                start[fact] &= ~(1 << at)
    lanes = sweep_masks(left, start, count)
    found: list[list[int]] = [[] for _ in groups]
    for number in analysis.outcome_at:
        if number in analysis.open:
            for at in bits(everywhere & ~lanes.lanes(number)):
                found[at].append(number)
    return found


def _far(analysis: Analysis) -> list[RankedQuestion]:
    """Return the questions that few pages answer, each with what it alone would add to what is open."""
    groups = _groups(analysis, analysis.grounded.far)
    numbers = [analysis.grounded.numbers(facts) for _path, facts in groups]
    more, sure = _newly(analysis, numbers)
    found = []
    for at, (path, facts) in enumerate(groups):
        if new := more[at] | sure[at]:
            found.append(RankedQuestion(
                text=_text(analysis, path, facts), facts=tuple(facts), answers=_answers(analysis, facts),
                settles=(), suffices=_outcomes(analysis, sorted(new)), helps=(), far=True,
            ))  # fmt: skip
    return found


def _newly(analysis: Analysis, groups: Sequence[Sequence[int]]) -> tuple[list[set[int]], list[set[int]]]:
    """Return what each group adds to what is open and to what is certain, for anybody who attacks, alone or with all others.

    What one of them has anyway another may not: so it is worked out for each, all of them in one pass, a block of scenarios
    for each attacker with one scenario to begin with in which nothing is added.
    """
    everybody = tuple(n for actor in analysis.actors for n in analysis.acts(actor))
    attackers = dict.fromkeys((everybody, *map(analysis.acts, analysis.actors)))
    sure = dict.fromkeys(
        (analysis.sure_actors, *(analysis.acts(a) for a in analysis.actors if a.question is None))
    )
    blocks = [(*each, *analysis.supposed_of_page) for each in attackers] + list(sure)
    width = len(groups) + 1
    start: dict[int, int] = defaultdict(int)
    for number, facts in enumerate(blocks):
        for fact in facts:
            start[fact] |= (1 << width) - 1 << number * width
        for at, group in enumerate(groups, 1):
            for fact in group:
                start[fact] |= 1 << number * width + at
    left = residual(analysis.grounded.program, analysis.base, start)
    lanes = sweep_masks(left, start, width * len(blocks))
    found: list[list[set[int]]] = [[set() for _ in groups] for _half in range(2)]
    for outcome in analysis.outcome_at:
        value = lanes.lanes(outcome)
        for number in range(len(blocks)):
            block = value >> number * width & (1 << width) - 1
            if block and not block & 1:
                half = found[number >= len(attackers)]
                for at in bits(block >> 1):
                    half[at].add(outcome)
    return found[0], found[1]


def _pairs(analysis: Analysis) -> dict[int, list[int]]:
    """Return for each supposed fact the outcomes for which it is one of two that suffice."""
    found: dict[int, list[int]] = defaultdict(list)
    for outcome in analysis.outcome_at if analysis.small_sets.tries_pairs else ():
        for one in analysis.small_sets.of(outcome):
            if len(one) == 2:
                for fact in one:
                    found[fact].append(outcome)
    return found


def _outcomes(analysis: Analysis, numbers: Sequence[int]) -> tuple[Outcome, ...]:
    return tuple(analysis.outcome_at[number] for number in numbers)


def _answers(analysis: Analysis, facts: list[Ground]) -> tuple[Path, ...]:
    return tuple(dict.fromkeys(path for fact in facts for path in analysis.grounded.questions[fact].answers))


def _text(analysis: Analysis, path: Path, facts: list[Ground]) -> str:
    """Return the question; where one answer settles several, the one that asks for that answer."""
    if path[0] == "interfaces" and path[-1] == "protocol":
        interface = analysis.grounded.view.page.interfaces[str(path[1])]
        spoken = f" beside {' and '.join(interface.protocol)}" if interface.protocol else ""
        return f"What does {said_as(interface)} speak{spoken}: is it encrypted, and is the listener checked?"
    texts = dict.fromkeys(analysis.grounded.questions[fact].text for fact in facts)
    return next(iter(texts))
