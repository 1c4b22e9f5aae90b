"""What sort of data an asset is: what a copy of it opens, and what follows when it is altered."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Any

from bartizan.knowledge.tables import table
from bartizan.knowledge.words import nearest_phrase, phrase
from bartizan.model.data_asset import DataAsset


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetKind:
    """One sort of data. Where an answer is nothing, the kind does not tell, and the page has to."""

    name: str
    """The word for it in a page: `token`, `private-key` …"""
    says: str
    """What it is, in a sentence."""
    authenticates: bool | None
    """Whether a listener takes whoever shows it, or proves to have it, for somebody."""
    bearer: bool | None
    """Whether it travels when it is shown, so that whoever sees it shown can show it too."""
    unlocks: bool | None
    """Whether data can be read or signed with it that others cannot read or sign."""
    runs: bool | None
    """Whether what is altered in it is run or obeyed by whoever loads it."""
    secret: bool | None
    """Whether its worth is that nobody else has it."""
    words: tuple[str, ...]
    """Other words for it, in `kind:` and at the end of a name."""
    only_said: tuple[str, ...]
    """Words for it in `kind:` alone, its own name among them: in a name they may mean something else."""
    date: str
    """When the row was last looked at."""
    source: str
    """Where the row comes from."""
    checked: str
    """How it was checked."""


@cache
def asset_kinds() -> Mapping[str, AssetKind]:
    """Return all kinds of data asset by name, in the order of the table."""
    rows, common = table("asset_kinds")
    return MappingProxyType({name: _from_row(name, row, common) for name, row in rows.items()})


def asset_kind(word: str | None) -> AssetKind | None:
    """Return the kind that somebody means who writes a word for it: `API key`, `database credentials`, `cookie`."""
    if not word:
        return None
    return _said().get(_singular(phrase(word))) or _read(word, _in_names())


def asset_kind_of(asset: DataAsset) -> tuple[AssetKind, str] | None:
    """Return what sort of data an asset is, and why: as the page says, else as the end of its name tells for certain.

    Nothing where the page says a kind that is none of ours, and where the name could mean several things.
    """
    if asset.kind:
        said = asset_kind(asset.kind)
        return (said, f"the page says that it is of kind {asset.kind}") if said else None
    name = asset.name or asset.id
    told = _read(name, _in_names())
    return (told, f"it is called {name}") if told else None


@lru_cache(maxsize=1024)
def nearest_asset_kind(word: str) -> str | None:
    """Return the name of the kind whose spelling is nearest to a word that is none."""
    spelling = nearest_phrase(word, _said())
    return _said()[spelling].name if spelling else None


_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
"""What stands in brackets adds to a name and does not make another thing of it."""
_SEPARATE = re.compile(r"[,;/&+]|\b(?:and|or)\b", re.IGNORECASE)
_BEHIND = frozenset({
    "of", "for", "from", "to", "in", "on", "with", "by", "at", "as", "used", "stored", "kept", "held", "issued", "shared",
    "sent", "between", "per", "that", "which", "whose", "because", "via", "about", "within", "into",
})  # fmt: skip
"""Words before which the thing stands that a name names: `keys of other services`."""
_JOINS = _BEHIND | {"and", "or"}
"""Words that stand between several things, unless they are part of what one is called: `username and password`."""
_DOUBT = frozenset({
    "no", "not", "non", "without", "fake", "dummy", "example", "sample", "encrypted", "hashed", "wrapped", "masked",
    "expired", "revoked", "former", "public", "old", "redacted", "anonymised", "anonymized", "sealed", "invalid", "lost",
    "tokenised", "tokenized",
})  # fmt: skip
"""Words that take away what the end of a name says."""


def _read(text: str, known: Mapping[tuple[str, ...], AssetKind]) -> AssetKind | None:
    """Return the kind of what a name names, which stands at its end; where it names several things, of all of them."""
    text = _ASIDE.sub(" ", text[:200])
    words = phrase(text)
    whole = _at_the_end(words, known)
    if whole and (len(whole[1]) == len(words) or not _JOINS.isdisjoint(whole[1])):
        return whole[0]
    found = {_of_one(phrase(part), known) for part in _SEPARATE.split(text) if phrase(part)}
    return found.pop() if len(found) == 1 else None


def _of_one(words: Sequence[str], known: Mapping[tuple[str, ...], AssetKind]) -> AssetKind | None:
    behind = next((at for at, word in enumerate(words) if word in _BEHIND and at), len(words))
    words = words[:behind]
    while len(words) > 1 and words[-1].isdecimal():
        words = words[:-1]
    found = _at_the_end(words, known)
    return found[0] if found else None


def _at_the_end(
    words: Sequence[str], known: Mapping[tuple[str, ...], AssetKind]
) -> tuple[AssetKind, Sequence[str]] | None:
    """Return the longest known phrase at the end, unless what stands before it joins it to something or casts doubt."""
    for at in range(len(words)):
        row = known.get(_singular(words[at:]))
        if row:
            sure = _DOUBT.isdisjoint(words[:at]) and _JOINS.isdisjoint(words[1:at])
            return (row, words[at:]) if sure else None
    return None


def _singular(words: Sequence[str]) -> tuple[str, ...]:
    """Return a phrase with its last word in the singular, or in what singular and plural have in common."""
    if not words:
        return ()
    last = words[-1]
    if len(last) > 2 and last.endswith("s") and not last.endswith("ss"):
        last = last[:-1]
    if last.endswith("ie"):
        last = f"{last[:-2]}y"
    elif last.endswith(("sse", "she", "che", "xe")):
        last = last[:-1]
    return (*words[:-1], last)


@cache
def _in_names() -> Mapping[tuple[str, ...], AssetKind]:
    return {
        spelling: each
        for each in asset_kinds().values()
        for spelling in {_singular(phrase(word)) for word in (each.name, *each.words)}
        - {_singular(phrase(word)) for word in each.only_said}
    }


@cache
def _said() -> Mapping[tuple[str, ...], AssetKind]:
    only_said = {_singular(phrase(word)): each for each in asset_kinds().values() for word in each.only_said}
    return only_said | {**_in_names()}


def _from_row(name: str, row: Mapping[str, Any], common: Mapping[str, str]) -> AssetKind:
    return AssetKind(
        name=name,
        says=row["says"],
        authenticates=row.get("authenticates"),
        bearer=row.get("bearer"),
        unlocks=row.get("unlocks"),
        runs=row.get("runs"),
        secret=row.get("secret"),
        words=tuple(row.get("words", ())),
        only_said=tuple(row.get("only-said", ())),
        date=row.get("date", common["date"]),
        source=row.get("source", common["source"]),
        checked=row.get("checked", common["checked"]),
    )
