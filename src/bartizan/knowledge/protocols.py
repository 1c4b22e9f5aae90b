"""What the protocols of an interface give, and whether they may still be used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from bartizan.knowledge.compose_protocols import doubted, either, together
from bartizan.knowledge.protocol_names import denies, understand
from bartizan.knowledge.protocol_types import PROPERTIES, Gives, Medium, Protocol, Status, given
from bartizan.knowledge.tables import table
from bartizan.knowledge.words import nearest_phrase, phrase

__all__ = [
    "PROPERTIES",
    "Gives",
    "Medium",
    "Protocol",
    "Status",
    "leaves_tls_open",
    "nearest_protocol",
    "open_versions",
    "protocol",
    "protocol_name",
    "protocols",
]


@cache
def protocols() -> Mapping[str, Protocol]:
    """Return the protocols of the table by name."""
    rows, common = table("protocols")
    return MappingProxyType({name: _from_row(name, row, common) for name, row in rows.items()})


def _from_row(name: str, row: Mapping[str, Any], common: Mapping[str, str]) -> Protocol:
    status = Status.CLEARTEXT if row["status"] == "cleartext" else Status(row["status"])
    unsaid = "no" if status is Status.CLEARTEXT else "unknown"
    return Protocol(
        name=name,
        status=status,
        medium=Medium(row.get("medium", "network")),
        says=row.get("says", ""),
        source=row["source"],
        date=row.get("date", common["date"]),
        checked=row.get("checked", common["checked"]),
        words=tuple(row.get("words", ())),
        carrier=row.get("carrier", False),
        tls_unsaid=row.get("tls-unsaid", False),
        versions=tuple(row.get("versions", ())),
        **given(lambda each: Gives(row.get(each.replace("_", "-"), unsaid))),
    )


@cache
def _by_words() -> Mapping[tuple[str, ...], Protocol]:
    return {phrase(word): each for each in protocols().values() for word in (each.name, *each.words)}


@lru_cache(maxsize=4096)
def protocol(*names: str) -> Protocol | None:
    """Return what one name or several together give: `protocol("SQL with TLS")`, `protocol("AMQP", "TLS 1.3")`.

    Of several, each property is the best that one of them gives. Where a name leaves a choice (`HTTP or HTTPS`), what
    not all of them give is optional. Nothing when no word of it is known; what is not known in part is in `unknown`.
    """
    understood = [understand(name, _by_words()) for name in names]
    spoken = [
        either([together(_of_named_versions(choice)) for choice in each.choices])
        for each in understood
        if each.choices
    ]
    if not spoken:
        return None
    spoken = _of_named_versions(spoken)
    unknown = tuple(word for each in understood for word in each.unknown)
    in_doubt = any(each.in_doubt for each in understood)
    whole = together(spoken)
    several = len(whole.parts) > 1 or unknown or in_doubt
    return doubted(whole, protocol_name(names), unknown, everything=in_doubt) if several else whole


def _of_named_versions(spoken: Sequence[Protocol]) -> list[Protocol]:
    """Return protocols in which one that leaves its version open gives what the version gives that stands beside it.

    `HTTPS` with `TLS 1.0` is no better than TLS 1.0.
    """
    named = {one.name: one for one in spoken}
    found = []
    for one in spoken:
        versions = [named[each.name] for each in _meant_by(one) if each.name in named]
        if versions:
            worst = max(versions, key=lambda each: list(Gives).index(each.encryption))
            one = replace(  # noqa: PLW2901  (the same protocol, of that version)
                one, encryption=worst.encryption, integrity=worst.integrity,
                server_authentication=worst.server_authentication,
            )  # fmt: skip
        found.append(one)
    return found


def leaves_tls_open(*names: str) -> bool:
    """Return whether the names do not tell if it all runs within TLS: `SQL` does not, `SQL without TLS` does."""
    spoken = protocol(*names)
    if spoken is None:
        return False
    return any(part.tls_unsaid for part in spoken.parts or (spoken,)) and not any(map(denies, names))


@lru_cache(maxsize=1024)
def open_versions(*names: str) -> tuple[Protocol, ...]:
    """Return the protocols of which the names leave open which is meant: `open_versions("TLS")` has SSL 3.0 to TLS 1.3.

    None where one of them is named beside it, as in `HTTPS` with `TLS 1.3`.
    """
    spoken = protocol(*names)
    parts = (spoken.parts or (spoken,)) if spoken else ()
    said = {part.name for part in parts}
    found: dict[str, Protocol] = {}
    for part in parts:
        meant = {each.name: each for each in _meant_by(part)}
        if said.isdisjoint(meant):
            found |= meant
    return tuple(found.values())


def _meant_by(one: Protocol) -> list[Protocol]:
    """Return the versions of a protocol; one that has versions itself stands for those."""
    table_ = protocols()
    return [last for name in one.versions for last in (_meant_by(table_[name]) or [table_[name]])]


def protocol_name(names: Sequence[str]) -> str:
    """Return the protocols of an interface as one label: `AMQP + TLS`."""
    return " + ".join(names)


@lru_cache(maxsize=1024)
def nearest_protocol(name: str) -> str | None:
    """Return the name of the protocol whose spelling is nearest to one that is not known."""
    spelling = nearest_phrase(name, _by_words())
    return _by_words()[spelling].name if spelling else None
