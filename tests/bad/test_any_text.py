"""Whatever a file holds, the command says what is wrong with it: no traceback, no endless wait, no changed file."""

from __future__ import annotations

import contextlib
import io
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bartizan.cli.run import run

A_PAGE = """\
format: 1
service: Notes   # a comment
status: draft
contacts: {ptl: Ada Lovelace - ada, architect: Ada Lovelace - ada, security-reviewers: [Grace Hopper - grace]}
deployment: {kind: simplest, because: "There is only one machine."}
purpose: |
  Keeps notes,
    for *people*.
users:
- People write notes.
external-dependencies:
  identity: {assumption: unknown}
trust-domains:
  internet: {kind: network}
  cloud: {kind: network, reached-from: internet}
components: &parts
  browser: {kind: person, domain: internet}
  web: {name: "Web server", technology: Python, domain: cloud, instances: '>200'}
  database: {technology: PostgreSQL, domain: cloud}
interfaces:
  1: {requestor: browser, listener: web, protocol: [HTTPS], request: [note, {asset: password}], response: note}
  2: {requestor: web, listener: database, protocol: SQL, in-flight: note, request-authorization: {any: [roles]}}
data-assets:
  note: {confidentiality: high, persisted: [{in: database, encrypted-with: key}], impact: {integrity: Wrong notes.}}
  password: {kind: credential, persisted: nowhere, opens: {1: {read: all}}}
  key: {kind: key, persisted: {in: web, extractable: no}}
controls:
  1/authentication: {enforced-by: web, relies-on: {assumption: identity, integrity: note}}
  roles: {kind: authorization, state: in place, probability: 0.5}
threat-actors:
  outsider: {at: internet, in-scope: no, because: They are far away.}
abuse-cases:
  read-notes: {description: Reads notes., actors: outsider, targets: note}
use-cases:
  write-a-note: |
    Browser->Web server: write a note [1]
    Web server->Database: keep it [2: note]
    Web server-->Browser: done
variants:
  with-mysql: {components: {database: {technology: MySQL}}, contacts: ~}
waivers:
  - {gap: asset-without-impact, element: key, because: It is known., until: 2026-12-31}
notes:
  - {text: Kept., section: Elsewhere, from: page.rst:12}
"""

AN_RST_PAGE = """\
==========================
Notes architecture page
==========================

Notes - 1.0
-----------
**Status**: Draft

**Contacts**:

- PTL: Ada Lovelace - ada

Components
~~~~~~~~~~
- Web server (Python) [I-C]: Answers requests.
- Database (PostgreSQL): Keeps the notes.

Service architecture diagram
~~~~~~~~~~~~~~~~~~~~~~~~~~~~
.. image:: figures/notes.png

Data assets
~~~~~~~~~~~
.. csv-table::
   :header: "Data name","Confidentiality","Integrity","Availability","Description"

   "Note","High","Medium","Low","What people wrote"

Interfaces
~~~~~~~~~~
1. Browser->Web server *[TLS]*:

   - Assets in flight: Note
"""

_PIECES = [
    ": ", "- ", "\n", "\n  ", "{", "}", "[", "]", ",", "#", "&a", "*a", "|", ">", "'", '"', "\\", "!!str ", "? ", "~", "<<: ",
    "---\n", "...\n", "%YAML 1.2\n", "\t", "\r", "\ufeff", "\u2028", "\x00", "\x1b", "💥", "é", "..", "::", "\n~~~~\n", "\n====\n",
    ".. include:: /etc/passwd\n", ".. raw:: html\n\n   <b>\n", "|x|", "`a`_", "[1]_", "components", "interfaces", "service", "1",
    "->", "note", "unknown", "include: ",
]  # fmt: skip
pieces = st.lists(st.one_of(st.sampled_from(_PIECES), st.text(max_size=6)), max_size=40).map("".join)


def damaged(page: str) -> st.SearchStrategy[str]:
    """A page with a piece cut out or put in, at any place."""
    places = st.integers(0, len(page))
    return st.builds(
        lambda at, length, piece: page[:at] + piece + page[at + length :],
        places,
        st.integers(0, 60) | st.just(len(page)),
        st.one_of(st.just(""), st.sampled_from(_PIECES), pieces),
    )


def ran(folder: Path, name: str, content: bytes, *command: str) -> tuple[int, str, str]:
    """Run the command on a file with `content`; return its exit code and what it printed."""
    file = folder / name
    file.write_bytes(content)
    out, err = io.StringIO(), io.StringIO()
    started = time.process_time()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = run([*command, str(file)])
    assert time.process_time() - started < 20
    assert file.read_bytes() == content
    return code, out.getvalue(), err.getvalue()


def assert_answered(code: int, err: str) -> None:
    assert code in {0, 1, 2}
    assert "mistake of its own" not in err
    assert "Traceback" not in err


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any-text")


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.one_of(damaged(A_PAGE), pieces))
@example("")
@example(A_PAGE)
@example("a: " + "[" * 3000)
@example("- " * 3000)
@example("? " * 3000)
@example("a: &x {b: *x}")
@example("\n".join(f"k{n}: {{a: &a{n} 1}}" for n in range(3000)))
def test_any_text_is_answered_as_yaml(folder: Path, text: str) -> None:
    code, _, err = ran(folder, "architecture.yaml", text.encode(errors="surrogateescape"), "check")

    assert_answered(code, err)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(damaged(A_PAGE))
def test_any_text_can_be_shown(folder: Path, text: str) -> None:
    code, _, err = ran(folder, "architecture.yaml", text.encode(), "show")

    assert_answered(code, err)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.binary(max_size=200))
@example(b"\xff\xfe\x00")
@example(b"service: \xc3\x28")
def test_any_bytes_are_answered(folder: Path, content: bytes) -> None:
    code, _, err = ran(folder, "architecture.yaml", content, "check")

    assert_answered(code, err)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.one_of(damaged(AN_RST_PAGE), pieces))
@example("")
@example(AN_RST_PAGE)
def test_any_text_is_answered_as_restructuredtext(folder: Path, text: str) -> None:
    code, _, err = ran(folder, "page.rst", text.encode(errors="surrogateescape"), "check")

    assert_answered(code, err)


def test_a_page_cut_off_anywhere_is_answered(folder: Path) -> None:
    content = A_PAGE.encode()
    for length in range(0, len(content), 13):
        code, _, err = ran(folder, "architecture.yaml", content[:length], "check")
        assert_answered(code, err)


def test_the_whole_page_is_read_without_a_word_about_its_files(folder: Path) -> None:
    code, out, err = ran(folder, "architecture.yaml", A_PAGE.encode(), "check")

    assert code == 1
    assert "error[" not in out
    assert "keep it from a review" in err


def test_a_file_too_large_to_be_a_page_is_refused_at_once(folder: Path) -> None:
    code, out, _ = ran(folder, "architecture.yaml", b"a: b\n" * 2_000_000, "check")

    assert code == 2
    assert "file-too-large" in out
