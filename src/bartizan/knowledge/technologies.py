"""What sort of component a product or a language makes of whatever is made with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType

from bartizan.knowledge.tables import table
from bartizan.knowledge.words import find, nearest_phrase, phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Technology:
    """One product, or several that are the same for our purpose."""

    name: str
    """What we call it."""
    kind: str
    """The kind of component it makes, by name."""
    language: bool
    """Whether it is a language or framework, which anything more telling beside it outweighs."""
    words: tuple[str, ...]
    """How people write it."""
    date: str
    """When the row was last looked at."""
    source: str
    """Where the row comes from."""
    checked: str
    """How it was checked."""


@cache
def technologies() -> Mapping[str, Technology]:
    """Return all technologies by name, in the order of the table."""
    rows, common = table("technologies")
    return MappingProxyType(
        {
            name: Technology(
                name=name,
                kind=row["kind"],
                language=row.get("language", False),
                words=tuple(row["words"]),
                date=row.get("date", common["date"]),
                source=row.get("source", common["source"]),
                checked=row.get("checked", common["checked"]),
            )
            for name, row in rows.items()
        }
    )


@cache
def _by_words() -> Mapping[tuple[str, ...], Technology]:
    return {phrase(word): each for each in technologies().values() for word in each.words}


def technology(text: str) -> Technology | None:
    """Return the technology that a text names: `MySQL 8 (Galera)`, `Python with Flask`.

    Nothing when it names none that we know, or several that make different things of a component.
    """
    found = [each for each, _ in find(phrase(text), _by_words()) if each]
    telling = [each for each in found if not each.language] or found
    kinds = {each.kind for each in telling}
    return telling[0] if len(kinds) == 1 else None


@lru_cache(maxsize=1024)
def nearest_technology(text: str) -> str | None:
    """Return the spelling of a technology that is nearest to a text which names none."""
    spelling = nearest_phrase(text, _by_words())
    return " ".join(spelling) if spelling else None
