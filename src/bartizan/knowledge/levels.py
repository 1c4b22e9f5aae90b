"""How much a property matters, behind the label that an organisation gives it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from bartizan.knowledge.tables import table
from bartizan.knowledge.words import nearest_phrase, phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One of five levels."""

    name: str
    """`none`, `low`, `medium`, `high` or `very-high`."""
    rank: int
    """From 0, nothing is lost, to 4."""
    words: tuple[str, ...]
    """Labels that mean it."""
    date: str
    """When the row was last looked at."""
    source: str
    """Where the row comes from."""
    checked: str
    """How it was checked."""


@cache
def levels() -> Mapping[str, Level]:
    """Return the levels by name, the lowest first."""
    rows, common = table("levels")
    return MappingProxyType(
        {
            name: Level(
                name=name,
                rank=row["rank"],
                words=tuple(row["words"]),
                date=row.get("date", common["date"]),
                source=row.get("source", common["source"]),
                checked=row.get("checked", common["checked"]),
            )
            for name, row in rows.items()
        }
    )


@cache
def _by_words() -> Mapping[tuple[str, ...], Level]:
    return {phrase(word): each for each in levels().values() for word in (each.name, *each.words)}


def level(label: str | None) -> Level | None:
    """Return the level that a label means; nothing for a label of one's own."""
    return _by_words().get(phrase(label)) if label else None


@lru_cache(maxsize=1024)
def nearest_label(label: str) -> str | None:
    """Return the known label nearest to one that is not known, such as `high` for `hihg`."""
    spelling = nearest_phrase(label, _by_words())
    return " ".join(spelling) if spelling else None
