"""The tables of knowledge: every row whole, dated, and spelt once."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from bartizan.knowledge.asset_kinds import asset_kinds
from bartizan.knowledge.control_kinds import control_kinds
from bartizan.knowledge.implementations import implementations
from bartizan.knowledge.kinds import kinds
from bartizan.knowledge.levels import levels
from bartizan.knowledge.protocols import Gives, Status, protocols
from bartizan.knowledge.tables import table
from bartizan.knowledge.technologies import technologies
from bartizan.knowledge.vulnerabilities import all_vulnerabilities
from bartizan.knowledge.weaknesses import weaknesses
from bartizan.knowledge.words import phrase

TABLES: Mapping[str, Mapping[str, Any]] = {
    "component_kinds": kinds(),
    "technologies": technologies(),
    "protocols": protocols(),
    "levels": levels(),
    "control_kinds": control_kinds(),
    "asset_kinds": asset_kinds(),
    "implementations": implementations(),
    "protocol_vulnerabilities": all_vulnerabilities(),
    "weaknesses": weaknesses(),
}
SPELT = [name for name in TABLES if name not in {"protocol_vulnerabilities", "weaknesses"}]
"""The tables whose rows go by several spellings."""


@pytest.mark.parametrize("name", TABLES)
def test_each_row_says_when_it_was_looked_at_where_it_comes_from_and_how_it_was_checked(name: str) -> None:
    for row in TABLES[name].values():
        assert date.fromisoformat(row.date).year >= 2026, row
        assert row.source
        assert row.checked


def spellings_of(name: str, row: Any) -> list[tuple[str, ...]]:
    """Return how one may write a row; products go by their words alone, and kinds of data by more in `kind:`."""
    words = row.words if name in {"technologies", "implementations"} else (row.name, *row.words)
    return [phrase(word) for word in (*words, *getattr(row, "only_said", ()))]


@pytest.mark.parametrize("name", SPELT)
def test_no_spelling_stands_in_two_rows(name: str) -> None:
    spellings = Counter(
        spelling for row in TABLES[name].values() for spelling in set(spellings_of(name, row))
    )
    assert [spelling for spelling, count in spellings.items() if count > 1] == []
    assert () not in spellings


@pytest.mark.parametrize("name", ["control_kinds", "implementations"])
def test_no_spelling_stands_twice_in_a_row(name: str) -> None:
    for row in TABLES[name].values():
        spellings = Counter(spellings_of(name, row))
        assert [spelling for spelling, count in spellings.items() if count > 1] == [], row.name


@pytest.mark.parametrize("name", SPELT)
def test_no_spelling_is_longer_than_what_is_looked_for(name: str) -> None:
    for row in TABLES[name].values():
        assert all(len(spelling) <= 5 for spelling in spellings_of(name, row)), row.name


@pytest.mark.parametrize("name", TABLES)
def test_how_a_row_was_checked_is_one_of_the_ways_there_are(name: str) -> None:
    for row in TABLES[name].values():
        assert re.search(
            r"read|mention|general knowledge|references|seen|template|abstract|title|wiki", row.checked
        ), row


@pytest.mark.parametrize("name", TABLES)
def test_no_row_has_a_field_that_nothing_reads(name: str) -> None:
    rows, _ = table(name)
    read = {
        "component_kinds": {"says", "notation", "store", "keeps", "person", "software", "opens", "listens"},
        "technologies": {"kind", "language"},
        "protocols": {
            "status", "encryption", "integrity", "server-authentication", "client-authentication", "medium", "says", "carrier", "tls-unsaid", "versions",
        },
        "levels": {"rank"},
        "control_kinds": {"on", "guards", "relies-on", "stride", "generic", "ask", "advice", "elsewhere"},
        "asset_kinds": {"says", "authenticates", "bearer", "unlocks", "runs", "secret", "only-said"},
        "implementations": {"name", "lines", "until", "superseded", "only-latest", "instead", "says"},
        "protocol_vulnerabilities": {"id", "also", "protocols", "breaks", "from", "when", "says", "repair", "known"},
        "weaknesses": {"says", "family", "replaced-by"},
    }[name]  # fmt: skip
    for row_name, row in rows.items():
        assert set(row) <= read | {"words", "source", "date", "checked"}, row_name


def test_each_technology_makes_a_kind_that_exists() -> None:
    assert {technology.kind for technology in technologies().values()} <= set(kinds())


def test_kinds_are_words_of_the_file() -> None:
    for name in kinds():
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", name)


def test_levels_rise_from_nothing() -> None:
    assert [level.rank for level in levels().values()] == [0, 1, 2, 3, 4]


def test_what_is_cleartext_by_design_encrypts_nothing_and_what_is_unknown_promises_nothing() -> None:
    for row in protocols().values():
        if row.status is Status.CLEARTEXT:
            assert row.encryption is Gives.NO, row.name
        if row.status is Status.UNKNOWN:
            assert row.encryption is row.integrity is row.server_authentication is Gives.UNKNOWN, row.name


def test_what_its_makers_gave_up_encrypts_weakly_at_best() -> None:
    for row in protocols().values():
        if row.status in {Status.DEPRECATED, Status.PROHIBITED}:
            assert row.encryption in {Gives.WEAK, Gives.NO}, row.name


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("TLS 1.3", "RFC 9846"),
        ("TLS 1.0", "RFC 8996"),
        ("SSL 3.0", "RFC 7568"),
        ("SSL 2.0", "RFC 6176"),
        ("IKEv1", "RFC 9395"),
    ],
)
def test_the_rows_that_decide_most_name_their_document(name: str, source: str) -> None:
    assert source in protocols()[name].source


def test_no_table_is_read_before_something_is_asked_of_it() -> None:
    program = (
        "import bartizan.knowledge.complete, bartizan.knowledge.levels, bartizan.knowledge.asset_kinds,"
        "bartizan.knowledge.control_kinds, bartizan.knowledge.implementations, bartizan.knowledge.vulnerabilities,"
        "bartizan.knowledge.weaknesses, bartizan.knowledge.tables as t;"
        "print(t.table.cache_info().misses)"
    )
    run = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert run.stdout.strip() == "0"
