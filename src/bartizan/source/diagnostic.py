"""What is wrong with a text, where, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from bartizan.source.text import Span


class Severity(Enum):
    """How much a diagnostic matters."""

    ERROR = "error"
    """The text cannot be taken as it stands."""
    WARNING = "warning"
    """It can, but probably says something else than was meant."""
    NOTE = "note"
    """Worth knowing."""


@dataclass(frozen=True, slots=True)
class Label:
    """A place and what is to be said right under it."""

    span: Span
    text: str = ""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that is wrong with a text."""

    name: str
    """The kebab-case name that `bartizan explain` knows."""
    message: str
    """One line in lower case without a full stop; what was found, not what to do."""
    at: Label | None = None
    """The place it is about; nothing when the file could not even be opened."""
    also: tuple[Label, ...] = ()
    """Other places that explain it: the first of two duplicates, a similar name."""
    help: tuple[str, ...] = ()
    """What to do, one sentence each."""
    severity: Severity = Severity.ERROR
    fingerprint: str = ""
    """What makes it the same thing tomorrow, whatever line it then stands on; empty where nothing does."""
