"""What a page still lacks for a review: a gap, and the rule that finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from bartizan.model.page import Waiver
from bartizan.source.nodes import Path

if TYPE_CHECKING:
    from bartizan.rules.readiness.page import Page


class Weight(Enum):
    """How much a gap matters."""

    BLOCKING = "blocking"
    """The process or the template asks for it: without it the page is not ready."""
    ADVICE = "advice"
    """It would make the review better, or is a question to bring to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One thing that a rule found missing."""

    element: str
    """The id of the element it is about, or the page's word for a section."""
    path: Path
    """Where it would stand, in the words of the file; the nearest written place is shown."""
    message: str
    """What is missing, in one line, in lower case without a full stop."""
    help: tuple[str, ...] = ()
    """What to do, one sentence each."""
    write: str = ""
    """YAML to paste where it can be given, one line or several; `…` stands where only the architect knows."""
    under: Path | None = None
    """What to paste it under; without it, whatever `path` is a field of."""
    also: tuple[Path, ...] = ()
    """Other places that it is about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap(Found):
    """One thing that a rule found missing, with what is common to all that this rule finds."""

    rule: str
    """The name of the rule, as `bartizan explain` and waivers know it."""
    weight: Weight
    ask: str = ""
    """Whom to ask for help."""
    waived: Waiver | None = None
    """The waiver that accepts it for now."""

    @property
    def identity(self) -> str:
        """What makes it the same gap tomorrow: its rule and its element, whatever else changes on the page."""
        return f"{self.rule} {self.element}"

    @property
    def blocks(self) -> bool:
        """Whether the page is not ready because of it."""
        return self.weight is Weight.BLOCKING and self.waived is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One thing that is asked of a page."""

    name: str
    """Named for what is missing; promised to those who waive it."""
    says: str
    """What a page that is ready does, in one sentence without a full stop."""
    weight: Weight
    find: Callable[[Page], Iterable[Found]]
    """Yields what is missing, at most once for each element."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleAboutGaps:
    """One thing that is asked of a page once its other gaps are known."""

    name: str
    says: str
    weight: Weight
    find: Callable[[Page, Sequence[Gap], Sequence[str]], Iterable[Found]]
    """Takes the page, all gaps found so far (the waived ones too), and the names of the rules that can be waived."""
