"""Words and lines that several answers are made of."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence

from bartizan.project.analyse import Analysed
from bartizan.rules.answers.outcome import Outcome
from bartizan.rules.answers.words import outcome_in_words
from bartizan.rules.facts.of_actors import Actor

WIDTH = 100
"""How long a line is at most."""


def wrapped(text: str, first: int, then: int) -> list[str]:
    """Return a text in lines of the usual width, indented."""
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=" " * first,
        subsequent_indent=" " * then,
        break_long_words=False,
        break_on_hyphens=False,
    )


def names_of(actors: Sequence[Actor]) -> str:
    """Return the names of actors, with commas."""
    return listed(each.name for each in actors)


def listed(words: Iterable[str]) -> str:
    """Return words with commas."""
    return ", ".join(words)


def count(number: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{number} {noun}{'s' * (number != 1)}"


def capital(text: str) -> str:
    """Return a text with a capital at its start."""
    return text[:1].upper() + text[1:]


def ended(text: str) -> str:
    """Return a text as a sentence: with a full stop, unless the page's own words end in one already."""
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."


def outcomes_in_words(analysed: Analysed, outcomes: Sequence[Outcome], shown: int = 5) -> str:
    """Return the first few outcomes in words, and how many more there are."""
    words = [outcome_in_words(analysed.analysis.grounded, each) for each in outcomes[:shown]]
    if len(outcomes) > shown:
        words.append(f"and {len(outcomes) - shown} more")
    return ", ".join(words)


def at(analysed: Analysed, path: tuple[str | int, ...]) -> str:
    """Return where a path is written, in brackets behind a sentence; nothing where it is nowhere."""
    place = analysed.place(path)
    return f"  ({place})" if place else ""
