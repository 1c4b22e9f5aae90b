"""The head of a page: its facts are found however people write them, and what is more than a fact is a note."""

from __future__ import annotations

import pytest

from bartizan.model.architecture import Architecture
from bartizan.model.page import Status
from tests.formats.openstack_rst.said import lost, read


def head(text: str, title: str = "Ferry architecture") -> Architecture:
    page = f"{title}\n{'=' * len(title)}\n\n{text}\n\nComponents\n----------\n\n- API: x\n"
    assert lost(page) <= {"threat", "analysis", "security", "position", "email", "irc", "ptls", "architects"}
    return read(page).architecture


@pytest.mark.parametrize(
    ("line", "status", "note"),
    [
        ("**Status**: Draft (not yet reviewed by the team)", Status.DRAFT, "(not yet reviewed by the team)"),
        ("*Status:* **Reviewed** (2022-03-14)", Status.REVIEWED, "(2022-03-14)"),
        ("**Status**: Draft - work in progress", Status.DRAFT, "work in progress"),
        ("Status: Ready for review, please", Status.READY, "please"),
        ("**Status**: Draftsman", None, "**Status**: Draftsman"),
    ],
)
def test_a_remark_on_the_status_is_a_note(line: str, status: Status | None, note: str) -> None:
    found = head(line)
    assert (found.status, [each.text for each in found.notes]) == (status, [note])


@pytest.mark.parametrize("between", ["   ", " | ", "; ", ", "])
def test_several_facts_may_stand_on_one_line(between: str) -> None:
    found = head(between.join(["**Status**: Draft", "**Release**: Victoria", "**Version**: 4.2"]))
    assert (found.status, found.release, found.version) == (Status.DRAFT, "Victoria", "4.2")


@pytest.mark.parametrize(
    ("title", "service"),
    [
        ("Ferry threat analysis", "Ferry"),
        ("Ferry security architecture", "Ferry"),
        ("Architecture page: Ferry", "Ferry"),
        ("Architecture of Ferry", "Ferry"),
        ("Ferry: data for regions", "Ferry"),
        ("Ferry service architecture (2024.1)", "Ferry"),
        ("Ferry - 3.0.0/newton", "Ferry"),
    ],
)
def test_the_title_says_the_service_whatever_else_it_says(title: str, service: str) -> None:
    assert head("**Status**: Draft", title).service == service


@pytest.mark.parametrize(
    "text",
    [
        (
            "Contacts\n--------\n\n=========  ===== ====\nRole       Name  IRC\n=========  ===== ====\n"
            "PTL        Noor  noor\nArchitect  Sam   soy\n=========  ===== ====\n"
        ),
        "**Contacts**\n\n- PTL - Noor - noor\n- Architect: Sam - soy",
        "**Contacts**:\n\n- PTLs: Noor - noor\n- Architects - Sam - soy\n- Security Reviewer: -",
        ".. csv-table::\n   :header: Name,Position,Email\n\n   Noor,PTL,noor\n   Sam,Architect,soy",
    ],
)
def test_people_may_stand_in_a_table_or_behind_dashes(text: str) -> None:
    contacts = head(text).contacts
    assert contacts is not None
    assert (contacts.ptl, contacts.architect, contacts.security_reviewers) == (
        ("Noor - noor",),
        ("Sam - soy",),
        (),
    )


def test_a_version_with_a_slash_in_it_is_no_release() -> None:
    page = (
        "Ferry architecture page\n=======================\n\nFerry - 1/b\n-----------\n\n**Version**: 1/b\n"
    )
    found = read(page).architecture
    assert (found.version, found.release, found.notes) == ("1/b", None, ())
