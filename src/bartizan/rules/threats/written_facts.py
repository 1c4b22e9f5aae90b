"""Reads facts as people write them: `at(internet), degraded(1/encryption)`."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from bartizan.source.text import Span

Place = Callable[[int, int], Span]
"""Returns where a part of a text stands, from the offset of its first character to that behind its last."""


@dataclass(frozen=True, slots=True)
class WrittenFact:
    """One fact as it is written."""

    name: str
    """The name of its predicate."""
    about: tuple[str, ...]
    """What it is about: elements of a page, or variables of a rule."""
    span: Span
    among: WrittenFact | None = None
    """In `gone(placement) for every held(placement, asset)` what stands behind `for every`."""


_FACT = re.compile(r"([a-z][a-z-]*)(?:\(([^()]*)\))?")
_FOR_EVERY = re.compile(r"\s+for\s+every\s+")
_COMMA = re.compile(r"\s*,\s*")


def written_facts(text: str, place: Place) -> tuple[tuple[WrittenFact, ...], Span | None]:
    """Return the facts of a list, and the place from which on it is none; nothing where all of it is."""
    found: list[WrittenFact] = []
    at = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    while True:
        fact = _fact(text, at, end, place)
        if fact is None:
            break
        at = fact[1]
        every = _FOR_EVERY.match(text, at, end)
        among = _fact(text, every.end(), end, place) if every else None
        if every and among is None:
            break
        found.append(
            fact[0] if among is None else WrittenFact(fact[0].name, fact[0].about, fact[0].span, among[0])
        )
        at = among[1] if among else at
        if at == end:
            return tuple(found), None
        comma = _COMMA.match(text, at, end)
        if comma is None:
            break
        at = comma.end()
    return tuple(found), place(at, max(end, at + 1))


def _fact(text: str, at: int, end: int, place: Place) -> tuple[WrittenFact, int] | None:
    """Return the fact that begins at an offset, and the offset behind it."""
    found = _FACT.match(text, at, end)
    if found is None:
        return None
    about = tuple(name.strip() for name in found[2].split(",")) if found[2] and found[2].strip() else ()
    return WrittenFact(found[1], about, place(*found.span())), found.end()
