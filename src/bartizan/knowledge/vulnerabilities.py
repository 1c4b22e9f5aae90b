"""What is known to be wrong with the protocols of an interface, whoever implements them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from bartizan.knowledge.protocol_types import Gives, Protocol
from bartizan.knowledge.protocols import open_versions, protocol
from bartizan.knowledge.tables import table


class Breaks(StrEnum):
    """What is lost, by the name of the control that an interface loses."""

    ENCRYPTION = "encryption"
    INTEGRITY = "integrity"
    SERVER_AUTHENTICATION = "server-authentication"
    CLIENT_AUTHENTICATION = "client-authentication"
    AVAILABILITY = "availability"


class UsedFrom(StrEnum):
    """Where somebody has to stand who uses it."""

    PATH = "path"
    """On the way between both ends, or on the same local network."""
    PEER = "peer"
    """Able to connect or send to one end."""
    OUTSIDE = "outside"
    """Anywhere: the listener's answers are turned against somebody else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vulnerability:
    """One thing that is wrong with a protocol."""

    name: str
    """The name it goes by."""
    id: str | None
    """The CVE that stands for it, where there is one."""
    also: tuple[str, ...]
    """Further CVEs of the same."""
    protocols: tuple[str, ...]
    """The protocols that have it, by their names in the table of protocols."""
    breaks: tuple[Breaks, ...]
    used_from: UsedFrom
    when: str
    """What else has to be so, which the page has to say; empty where it always is."""
    says: str
    """What happens, in a sentence."""
    repair: str
    """What ends it."""
    known: str
    """Since when it is known: a year, or a year and month."""
    source: str
    """The RFC or advisory."""
    date: str
    """When the row was last looked at."""
    checked: str
    """How it was checked."""

    @property
    def always(self) -> bool:
        """Whether it needs nothing else than the protocol."""
        return not self.when


@cache
def all_vulnerabilities() -> Mapping[str, Vulnerability]:
    """Return all rows by name, in the order of the table."""
    rows, common = table("protocol_vulnerabilities")
    return MappingProxyType({name: _from_row(name, row, common) for name, row in rows.items()})


@lru_cache(maxsize=1024)
def vulnerabilities(*names: str) -> tuple[Vulnerability, ...]:
    """Return what is wrong with one protocol or several together, as `protocol` reads them: `vulnerabilities("SSL 3.0")`.

    What needs somebody on the way is left out where all of it runs within something that protects, such as RADIUS in TLS.
    What only a version has is not said of a name without version.
    """
    spoken = protocol(*names)
    if spoken is None:
        return ()
    parts = spoken.parts or (spoken,)
    return tuple(
        each
        for each in all_vulnerabilities().values()
        if any(part.name in each.protocols and not _shielded(each, part, spoken) for part in parts)
    )


@lru_cache(maxsize=1024)
def vulnerabilities_of_versions(*names: str) -> tuple[Vulnerability, ...]:
    """Return what is wrong with some of the versions that the names leave open: `vulnerabilities_of_versions("TLS")`.

    What `vulnerabilities` says of the names already is not repeated.
    """
    spoken = protocol(*names)
    if spoken is None:
        return ()
    known = vulnerabilities(*names)
    return tuple(
        each
        for each in all_vulnerabilities().values()
        if each not in known
        and any(
            part.name in each.protocols and not _shielded(each, part, spoken)
            for part in open_versions(*names)
        )
    )


def _shielded(each: Vulnerability, part: Protocol, whole: Protocol) -> bool:
    """Whether nobody on the way gets at a protocol, because others around it protect what it does not itself."""
    if (
        each.used_from is not UsedFrom.PATH
        or part.encryption in {Gives.YES, Gives.WEAK}
        or part.integrity is Gives.YES
    ):
        return False
    needed = {whole.integrity, whole.server_authentication}
    if Breaks.ENCRYPTION in each.breaks:
        needed.add(whole.encryption)
    return needed == {Gives.YES}


def _from_row(name: str, row: Mapping[str, Any], common: Mapping[str, str]) -> Vulnerability:
    return Vulnerability(
        name=name,
        id=row.get("id"),
        also=tuple(row.get("also", ())),
        protocols=tuple(row["protocols"]),
        breaks=tuple(Breaks(each) for each in row["breaks"]),
        used_from=UsedFrom(row["from"]),
        when=row.get("when", ""),
        says=row["says"],
        repair=row["repair"],
        known=row["known"],
        source=row["source"],
        date=row.get("date", common["date"]),
        checked=row.get("checked", common["checked"]),
    )
