"""Whether somebody still repairs a library or product, as its own makers say; judged for a day that the caller names."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from bartizan.knowledge.tables import table
from bartizan.knowledge.words import find, nearest_phrase, phrase

GOOD_FOR = datetime.timedelta(days=365)
"""How long after a row was looked at it still counts that no end had been announced."""


class Standing(StrEnum):
    """Whether a version is repaired by its makers."""

    MAINTAINED = "maintained"
    END_OF_LIFE = "end of life"
    UNKNOWN = "unknown"
    """The version is not said, not known here, or the row is too old to tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Versions that are repaired together, such as all of 1.1.1."""

    version: str
    """What their numbers begin with."""
    released: datetime.date | None = None
    """The day of the first of them."""
    until: datetime.date | None = None
    """The last day on which they are repaired; nothing where no end was announced."""
    at_least: bool = False
    """Whether it may be longer."""

    def status_on(self, day: datetime.date, looked_at: datetime.date) -> Standing:
        """Return whether they are repaired on a day, as far as could be known when the row was looked at."""
        if self.until is None:
            return Standing.MAINTAINED if day <= looked_at + GOOD_FOR else Standing.UNKNOWN
        if day <= self.until:
            return Standing.MAINTAINED
        return Standing.UNKNOWN if self.at_least else Standing.END_OF_LIFE


@dataclass(frozen=True, slots=True, kw_only=True)
class Implementation:
    """A library or product, or the versions of it that were asked for."""

    name: str
    version: str | None
    """The version that was asked for."""
    lines: tuple[Line, ...]
    """The lines that the version may belong to; all of them where no version was asked for."""
    all_lines: tuple[Line, ...]
    """All lines of which something is known here, the newest first."""
    until: datetime.date | None
    """The day on which all of it was given up, whatever the version."""
    superseded: Line | None
    """The oldest version that is still repaired, where only the newest are: `until` is the day that ended all before it."""
    only_latest: bool
    """Whether its makers repair only what they released last."""
    instead: str
    """What to use in its place, where it was given up."""
    says: str
    """What else is to be known about it."""
    words: tuple[str, ...]
    """How people write it."""
    source: str
    """Where the row comes from."""
    date: str
    """When the row was last looked at."""
    checked: str
    """How it was checked."""

    def status_on(self, day: datetime.date) -> Standing:
        """Return whether its makers repair it on a day; a distributor may do so for longer."""
        if self.until is not None and day > self.until:
            return Standing.END_OF_LIFE
        if self.version is None:
            return Standing.UNKNOWN
        if self.superseded and _number(self.version) < _number(self.superseded.version):
            return self.superseded.status_on(day, self._looked_at)
        if not self.lines:
            return self._before_all(day)
        found = {line.status_on(day, self._looked_at) for line in self.lines}
        return found.pop() if len(found) == 1 else Standing.UNKNOWN

    @property
    def ends(self) -> datetime.date | None:
        """The day on which repairs end, where there is one for all that was asked for."""
        ends = {line.until for line in self.lines} if self.lines and self.version else {self.until}
        return ends.pop() if len(ends) == 1 else None

    @property
    def _looked_at(self) -> datetime.date:
        return datetime.date.fromisoformat(self.date)

    def _before_all(self, day: datetime.date) -> Standing:
        """A version older than all we know of ended no later than the oldest of those."""
        numbered = sorted(self.all_lines, key=lambda line: _number(line.version))
        if numbered and self.version and _number(self.version) < _number(numbered[0].version):
            oldest = numbered[0].status_on(day, self._looked_at)
            return oldest if oldest is Standing.END_OF_LIFE else Standing.UNKNOWN
        return Standing.UNKNOWN


@cache
def implementations() -> Mapping[str, Implementation]:
    """Return all implementations by name, in the order of the table, each without a version."""
    rows, common = table("implementations")
    return MappingProxyType({row["name"]: _from_row(row, common) for row in rows.values()})


@lru_cache(maxsize=1024)
def implementation(library: str, version: str | None = None) -> Implementation | None:
    """Return what is known of a library or product: `implementation("OpenSSL", "1.1.1k")`, `implementation("MySQL 5.7")`.

    Nothing where the text names none that we know, or several.
    """
    words = phrase(library)
    found = find(words, _by_words())
    named = {row.name: row for row, _ in found if row}
    if len(named) != 1:
        return None
    row = next(iter(named.values()))
    version = version or _version_behind(found)
    if not version or not _number(version):
        return row
    return replace(row, version=version, lines=_lines(row.all_lines, version))


@lru_cache(maxsize=1024)
def nearest_implementation(library: str) -> str | None:
    """Return the name of the implementation whose spelling is nearest to one that is not known."""
    spelling = nearest_phrase(library, _by_words())
    return _by_words()[spelling].name if spelling else None


_VERSION = re.compile(r"v?(\d+(?:\.\d+)*)")


def _version_behind(found: list[tuple[Implementation | None, tuple[str, ...]]]) -> str | None:
    """Return the version that follows the name at once: `OpenSSL 1.1.1k`."""
    at = next(at for at, (row, _) in enumerate(found) if row)
    behind = found[at + 1][1][0] if at + 1 < len(found) else ""
    if behind == "version" and at + 2 < len(found):
        behind = found[at + 2][1][0]
    return behind if _VERSION.match(behind) else None


def _number(version: str) -> tuple[int, ...]:
    """Return a version as numbers: of `1.1.1k` the first three, of `8u292` the first; none of no number."""
    found = _VERSION.match(version.strip().lower())
    return tuple(int(each) for each in found.group(1).split(".")) if found else ()


def _lines(lines: tuple[Line, ...], version: str) -> tuple[Line, ...]:
    """Return the lines that a version may belong to: of `2.12.4` that of 2.12 rather than 2, of `2` both."""
    asked = _number(version)
    around = [line for line in lines if _number(line.version) == asked[: len(_number(line.version))]]
    nearest = max((len(_number(line.version)) for line in around), default=0)
    within = [line for line in lines if _number(line.version)[: len(asked)] == asked]
    return tuple(
        line for line in lines if line in within or (line in around and len(_number(line.version)) == nearest)
    )


@cache
def _by_words() -> Mapping[tuple[str, ...], Implementation]:
    return {phrase(word): each for each in implementations().values() for word in each.words}


def _from_row(row: Mapping[str, Any], common: Mapping[str, str]) -> Implementation:
    lines = tuple(
        Line(
            version=each["version"],
            released=_day(each.get("from")),
            until=_day(each.get("until")),
            at_least=each.get("at-least", False),
        )
        for each in row.get("lines", ())
    )
    superseded = row.get("superseded")
    return Implementation(
        name=row["name"],
        version=None,
        lines=lines,
        all_lines=lines,
        until=_day(row.get("until")),
        superseded=Line(version=superseded["below"], until=_day(superseded["since"])) if superseded else None,
        only_latest=row.get("only-latest", False),
        instead=row.get("instead", ""),
        says=row.get("says", ""),
        words=tuple(row["words"]),
        source=row["source"],
        date=row.get("date", common["date"]),
        checked=row.get("checked", common["checked"]),
    )


def _day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None
