"""Whether somebody still repairs what a page names, on a day that the caller names."""

from __future__ import annotations

import inspect
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.knowledge import implementations as module
from bartizan.knowledge.implementations import (
    GOOD_FOR,
    Implementation,
    Line,
    Standing,
    implementation,
    implementations,
    nearest_implementation,
)

DAY = date(2026, 11, 22)
MAINTAINED, ENDED, UNKNOWN = Standing.MAINTAINED, Standing.END_OF_LIFE, Standing.UNKNOWN


def asked(library: str, version: str | None = None) -> Implementation:
    found = implementation(library, version)
    assert found is not None, library
    return found


@pytest.mark.parametrize(
    ("library", "version", "standing"),
    [
        ("OpenSSL", "1.0.2", ENDED),
        ("openssl", "1.1.1k", ENDED),
        ("OpenSSL 3.5.1", None, MAINTAINED),
        ("OpenSSL", "3", UNKNOWN),
        ("OpenSSL", "0.9.7", ENDED),
        ("OpenSSL", "17", UNKNOWN),
        ("OpenSSL", None, UNKNOWN),
        ("OpenSSL", "latest", UNKNOWN),
        ("Python 2.7", None, ENDED),
        ("Python", "2", ENDED),
        ("Python", "v3.12.1", MAINTAINED),
        ("Mbed TLS", "2.28", ENDED),
        ("PyCrypto", None, ENDED),
        ("pycrypto", "2.6.1", ENDED),
        ("pycryptodome", "3.20", UNKNOWN),
        ("log4j", "1.2.17", ENDED),
        ("Log4j 2.25", None, MAINTAINED),
        ("Log4j 2.12.4", None, ENDED),
        ("Log4j 2", None, UNKNOWN),
        ("Java 8u292", None, MAINTAINED),
        ("OpenJDK", "1.7", ENDED),
        ("MySQL 5.7", None, ENDED),
        ("MySQL", "8.0.35", ENDED),
        ("MySQL", "8.4", MAINTAINED),
        ("PostgreSQL", "9.6.3", ENDED),
        ("PostgreSQL version 17", None, MAINTAINED),
        ("Apache httpd", "2.2", ENDED),
        ("Node.js", "20", ENDED),
        ("OpenSSH", "7.4p1", ENDED),
        ("OpenSSH", "10.2", UNKNOWN),
        ("CentOS 7", None, ENDED),
        ("RabbitMQ", "3.8.9", ENDED),
    ],
)
def test_it_is_told_whether_a_version_is_repaired(
    library: str, version: str | None, standing: Standing
) -> None:
    assert asked(library, version).status_on(DAY) is standing


def test_the_last_day_is_still_covered_and_the_next_is_not() -> None:
    found = asked("OpenSSL", "1.1.1")
    assert found.ends == date(2023, 9, 11)
    assert found.status_on(date(2023, 9, 11)) is MAINTAINED
    assert found.status_on(date(2023, 9, 12)) is ENDED


def test_where_no_end_was_announced_a_row_counts_for_a_year() -> None:
    line, looked_at = Line(version="2"), date(2026, 11, 22)
    assert line.status_on(looked_at + GOOD_FOR, looked_at) is MAINTAINED
    assert line.status_on(looked_at + GOOD_FOR + timedelta(days=1), looked_at) is UNKNOWN


def test_what_may_be_repaired_for_longer_is_unknown_afterwards_and_not_over() -> None:
    found = asked("Java", "8")
    assert found.status_on(date(2026, 11, 30)) is MAINTAINED
    assert found.status_on(date(2031, 1, 1)) is UNKNOWN


def test_a_version_that_leaves_the_line_open_has_the_standing_that_all_of_them_share() -> None:
    assert asked("Python", "2").status_on(DAY) is ENDED
    assert asked("Python", "3").status_on(DAY) is UNKNOWN
    assert asked("Python", "3.1").lines == ()
    assert [line.version for line in asked("Python", "3.10.4").lines] == ["3.10"]


def test_what_was_given_up_says_what_to_use_instead() -> None:
    assert asked("PyCrypto").instead
    assert asked("PyCrypto").ends == date(2013, 10, 17)


@pytest.mark.parametrize(
    "library", ["", "unknown", "our own", "OpenSSL or GnuTLS", "Python with OpenSSL", "größer"]
)
def test_what_names_none_or_several_is_nothing(library: str) -> None:
    assert implementation(library) is None


@pytest.mark.parametrize(
    ("typed", "meant"), [("OpnSSL", "OpenSSL"), ("Postgers", "PostgreSQL"), ("paramko", "Paramiko")]
)
def test_a_slip_finds_the_one_that_was_meant(typed: str, meant: str) -> None:
    assert nearest_implementation(typed) == meant


def test_what_is_like_nothing_is_near_nothing() -> None:
    assert nearest_implementation("carrier pigeon") is None


@pytest.mark.parametrize("each", implementations().values(), ids=lambda each: each.name)
def test_lines_end_after_they_begin_and_none_stands_twice(each: Implementation) -> None:
    versions = [line.version for line in each.lines]
    assert len(set(versions)) == len(versions)
    for line in each.lines:
        if line.released and line.until:
            assert line.released < line.until, line.version
        assert not line.at_least or line.until
    assert each.superseded is None or each.superseded.until


@pytest.mark.parametrize("each", implementations().values(), ids=lambda each: each.name)
def test_each_row_tells_something(each: Implementation) -> None:
    assert each.lines or each.until or each.superseded or each.only_latest or each.says


def test_nobody_looks_at_a_clock() -> None:
    assert "today(" not in inspect.getsource(module)
    assert "now(" not in inspect.getsource(module)


DAYS = st.dates(date(2000, 1, 1), date(2040, 1, 1))
ROWS = st.sampled_from(sorted(implementations()))


@given(ROWS, DAYS, st.integers(1, 4000))
def test_what_is_over_does_not_begin_again(name: str, day: date, days: int) -> None:
    row = implementations()[name]
    for version in [line.version for line in row.lines] or ["1"]:
        found = asked(row.words[0], version)
        if found.status_on(day) is ENDED:
            assert found.status_on(day + timedelta(days=days)) is ENDED


@given(st.text(max_size=30), st.one_of(st.none(), st.text(max_size=10)))
def test_no_text_is_too_strange_to_be_asked(library: str, version: str | None) -> None:
    found = implementation(library, version)
    assert found is None or found.status_on(DAY) in Standing
