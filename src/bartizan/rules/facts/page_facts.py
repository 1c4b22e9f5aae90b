"""What a page says, collected: for each predicate its rows, each with where it was written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from bartizan.rules.threats.ground import Row
from bartizan.rules.threats.terms import Nature, Predicate
from bartizan.source.nodes import Path


class Reach(Enum):
    """How far a question goes."""

    PLAIN = "plain"
    """A page is expected to say it: all of these are supposed at once in what is open."""
    FAR = "far"
    """Few pages say it, and it could let through everything: each is supposed alone."""


class Origin(NamedTuple):
    """Where a fact comes from."""

    at: Path | Iterable[Path] = ()
    """One path or several, as they were given."""
    because: str = ""
    """Why it is so, where it is not the page that says it."""

    @property
    def paths(self) -> tuple[Path, ...]:
        """Where the page says it; where nothing is said, where it would."""
        return _paths(self.at)


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the page does not say."""

    fact: tuple[str, ...]
    """What may be so while nothing is said."""
    answers: tuple[Path, ...]
    """Where an answer would stand: any one of them settles it."""
    reach: Reach
    wording: str | Callable[[], str]
    """The question itself, or what words it: of a large page most are never asked."""

    @property
    def text(self) -> str:
        """The question itself, as one sentence."""
        return self.wording if isinstance(self.wording, str) else self.wording()


@dataclass
class PageFacts:
    """Grows while the page is read; nothing is taken away again."""

    rows: dict[str, dict[Row, Origin]] = field(default_factory=lambda: defaultdict(dict))
    questions: dict[tuple[str, ...], Question] = field(default_factory=dict)

    def say(self, predicate: Predicate, *row: str, at: Path | Iterable[Path] = (), because: str = "") -> None:
        """Note that the page says something, `at` one path or several; said twice counts once."""
        assert predicate.nature is Nature.PAGE, predicate.name
        assert len(row) == len(predicate.sorts), (predicate.name, row)
        known = self.rows[predicate.name]
        if row not in known:
            known[row] = Origin(at, because)

    def ask(
        self,
        predicate: Predicate,
        *row: str,
        at: Path | Iterable[Path],
        text: str | Callable[[], str],
        reach: Reach = Reach.PLAIN,
    ) -> None:
        """Note that the page does not say something, and where it would."""
        assert predicate.nature is Nature.ASKED, predicate.name
        fact = (predicate.name, *row)
        if fact not in self.questions:
            self.rows[predicate.name][row] = Origin(at)
            self.questions[fact] = Question(fact, _paths(at), reach, text)

    def has(self, predicate: Predicate, *row: str) -> bool:
        """Whether something was noted."""
        return row in self.rows[predicate.name]

    def of(self, predicate: Predicate) -> Mapping[Row, Origin]:
        """Return everything noted of a predicate."""
        return self.rows[predicate.name]

    def relations(self) -> dict[str, list[Row]]:
        """Return the rows of each predicate, sorted, so that the order of the page makes no difference."""
        return {name: sorted(rows) for name, rows in sorted(self.rows.items())}


def _paths(at: Path | Iterable[Path]) -> tuple[Path, ...]:
    """Return one path or several as several: a path is made of words and numbers, several paths of paths."""
    found = tuple(at)
    if not found:
        return ()
    return found if isinstance(found[0], tuple) else (found,)  # type: ignore[return-value]
