"""Every diagram of the dataset with what people said about it and what we say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.scoreboard.microsecend import labels
from tests.scoreboard.microsecend.adapter import page_of
from tests.scoreboard.microsecend.diagram import Diagram, read_drawing, read_json
from tests.scoreboard.microsecend.readings import Reading
from tests.scoreboard.microsecend.verdicts import VERDICTS, Answers, Judged, Verdict
from tests.scoreboard.pages import page_from


@dataclass(frozen=True)
class Case:
    """One diagram, in both readings."""

    name: str
    """The application; for a variant with its number behind a slash."""
    ours: Mapping[Reading, Mapping[str, Judged]]
    labels: Mapping[str, Verdict]
    """What people said, by rule: of a variant only of the rules that it was drawn for."""
    broken_lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class Variant:
    """One variant beside the drawing that it was made from."""

    case: Case
    number: int
    before: Case

    @property
    def flips(self) -> dict[str, tuple[Verdict, Verdict]]:
        """The rules on which our verdict is another one, as surveyed."""
        before, after = self.before.ours[Reading.SURVEYED], self.case.ours[Reading.SURVEYED]
        return {
            rule: (before[rule].verdict, after[rule].verdict)
            for rule in VERDICTS
            if before[rule].verdict != after[rule].verdict
        }


def applications(dataset: Path) -> list[Path]:
    """Return the folder of each application."""
    return sorted(each for each in dataset.iterdir() if each.is_dir() and not each.name.startswith("_"))


@cache
def judged_cases(dataset: Path) -> tuple[Case, ...]:
    """Return the diagrams that people judged by the 25 rules."""
    found = []
    for folder in applications(dataset):
        said = {
            rule: Verdict.HOLDS if kept else Verdict.VIOLATED
            for rule, kept in labels.verdicts(folder).items()
        }
        found.append(case_of(folder.name, read_json(folder / f"{folder.name}.json"), said))
    return tuple(found)


@cache
def variants(dataset: Path) -> tuple[Variant, ...]:
    """Return the variants of each application: each was drawn to keep a rule that the application breaks."""
    return tuple(_variants(dataset))


def _variants(dataset: Path) -> Iterator[Variant]:
    for folder in applications(dataset):
        before = case_of(folder.name, read_drawing(folder / f"{folder.name}.txt", folder.name), {})
        for path in sorted((folder / "model_variants").glob("*.txt"), key=lambda each: int(each.stem)):
            said = dict.fromkeys(labels.VARIANTS[int(path.stem)], Verdict.HOLDS)
            name = f"{folder.name}/{path.stem}"
            yield Variant(case_of(name, read_drawing(path, name), said), int(path.stem), before)


def case_of(name: str, diagram: Diagram, said: Mapping[str, Verdict]) -> Case:
    """Return what we say about a diagram beside what people said."""
    page = page_from(page_of(diagram), name)
    drawn = Answers(page, Reading.DRAWN)
    both = (drawn, Answers(page, Reading.SURVEYED, drawn))
    ours = {each.reading: {rule: judge(each) for rule, judge in VERDICTS.items()} for each in both}
    return Case(
        name, ours, {rule: each for rule, each in said.items() if rule in VERDICTS}, diagram.not_understood
    )
