"""How well our verdicts agree with people's: counted for each rule, with what is unknown in a column of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tests.scoreboard.microsecend.cases import Case
from tests.scoreboard.microsecend.readings import Reading
from tests.scoreboard.microsecend.verdicts import VERDICTS, Judged, Verdict


@dataclass(frozen=True, slots=True)
class Disagreement:
    """One verdict of ours that is not people's."""

    case: str
    rule: str
    reading: Reading
    ours: Judged
    label: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Some verdicts, counted. What is looked for is that a rule is violated."""

    rule: str
    found: int
    """Violated, as people say."""
    false: int
    """Violated, though people say it holds."""
    missed: int
    """Held to hold, though people say it is violated."""
    right: int
    """Holds, as people say."""
    unknown_violated: int
    unknown_holds: int

    @property
    def known(self) -> int:
        """How many verdicts there are."""
        return self.found + self.false + self.missed + self.right

    @property
    def tells_nothing(self) -> str:
        """Why its agreement is worth nothing, if it is: it always says the same."""
        if not self.known:
            return "never known"
        if not (self.missed or self.right):
            return "always violated"
        return "" if self.found or self.false else "never violated"

    @property
    def precision(self) -> float | None:
        """Of those said to be violated, the part that people say are."""
        said = self.found + self.false
        return self.found / said if said else None

    @property
    def recall(self) -> float | None:
        """Of those that people say are violated and on which we have a verdict, the part that we say are."""
        there = self.found + self.missed
        return self.found / there if there else None

    def strict(self) -> Score:
        """Return the same with everything wrong for a rule that always says the same, and what is unknown missed."""
        if not self.tells_nothing:
            return self
        return Score(
            rule=self.rule, found=0, false=self.false + self.right, missed=self.missed + self.found, right=0,
            unknown_violated=self.unknown_violated, unknown_holds=self.unknown_holds,
        )  # fmt: skip


def scores(cases: Sequence[Case], reading: Reading) -> list[Score]:
    """Return the score of each rule."""
    return [_score(rule, cases, reading) for rule in VERDICTS]


def together(each: Iterable[Score]) -> Score:
    """Return the score of all rules in one (micro-averaged)."""
    found = list(each)
    return Score(
        rule="all", found=sum(s.found for s in found), false=sum(s.false for s in found),
        missed=sum(s.missed for s in found), right=sum(s.right for s in found),
        unknown_violated=sum(s.unknown_violated for s in found), unknown_holds=sum(s.unknown_holds for s in found),
    )  # fmt: skip


def _score(rule: str, cases: Sequence[Case], reading: Reading) -> Score:
    pairs = [(case.ours[reading][rule].verdict, case.labels[rule]) for case in cases if rule in case.labels]

    def count(ours: Verdict, label: Verdict) -> int:
        return pairs.count((ours, label))

    return Score(
        rule=rule,
        found=count(Verdict.VIOLATED, Verdict.VIOLATED), false=count(Verdict.VIOLATED, Verdict.HOLDS),
        missed=count(Verdict.HOLDS, Verdict.VIOLATED), right=count(Verdict.HOLDS, Verdict.HOLDS),
        unknown_violated=count(Verdict.UNKNOWN, Verdict.VIOLATED), unknown_holds=count(Verdict.UNKNOWN, Verdict.HOLDS),
    )  # fmt: skip


def disagreements(cases: Sequence[Case], reading: Reading) -> Iterator[Disagreement]:
    """Yield every verdict that is not people's; as surveyed also what is unknown, for there little should be."""
    for case in cases:
        for rule, label in case.labels.items():
            ours = case.ours[reading][rule]
            wanted = ours.verdict is not Verdict.UNKNOWN or reading is Reading.SURVEYED
            if ours.verdict is not label and wanted:
                yield Disagreement(case.name, rule, reading, ours, label)
