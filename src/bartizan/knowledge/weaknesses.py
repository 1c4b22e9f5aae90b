"""The ids of weaknesses (CWE), attack patterns (CAPEC) and techniques (ATT&CK), with our own words for them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from bartizan.knowledge.tables import table


@dataclass(frozen=True, slots=True, kw_only=True)
class Weakness:
    """One weakness, attack pattern or technique."""

    id: str
    """`CWE-319`, `CAPEC-94` or `T1557`."""
    says: str
    """What it is, in our own words."""
    family: str
    """What it is about: `channel`, `authentication`, `credentials` …"""
    replaced_by: str | None
    """The id under which it goes on, where its makers withdrew it."""
    date: str
    """When the row was last looked at."""
    source: str
    """Where the row comes from."""
    checked: str
    """How it was checked."""

    @property
    def catalogue(self) -> str:
        """Whose id it is: `CWE`, `CAPEC` or `ATT&CK`."""
        return self.id.split("-", maxsplit=1)[0] if "-" in self.id else "ATT&CK"

    @property
    def address(self) -> str:
        """The page of its makers about it."""
        number = self.id.rpartition("-")[2]
        return {
            "CWE": f"https://cwe.mitre.org/data/definitions/{number}.html",
            "CAPEC": f"https://capec.mitre.org/data/definitions/{number}.html",
            "ATT&CK": f"https://attack.mitre.org/techniques/{number}/",
        }[self.catalogue]


@cache
def weaknesses() -> Mapping[str, Weakness]:
    """Return all rows by id, in the order of the table."""
    rows, common = table("weaknesses")
    return MappingProxyType(
        {
            id_: Weakness(
                id=id_,
                says=row["says"],
                family=row["family"],
                replaced_by=row.get("replaced-by"),
                date=row.get("date", common["date"]),
                source=row.get("source", common["source"]),
                checked=row.get("checked", common["checked"]),
            )
            for id_, row in rows.items()
        }
    )


_ID = re.compile(r"(CWE|CAPEC)[-_ :]?0*([1-9][0-9]*)|T([0-9]{4})(?:\.[0-9]{3})?", re.IGNORECASE)


def weakness(id_: str) -> Weakness | None:
    """Return what an id stands for, however it is spelt: `CWE-319`, `cwe 319`, `T1557.001` as `T1557`; nothing for others."""
    found = _ID.fullmatch(id_.strip())
    if not found:
        return None
    catalogue, number, technique = found.groups()
    return weaknesses().get(f"T{technique}" if technique else f"{catalogue.upper()}-{number}")
