"""Text under titles that are no section of an architecture page: a note for each title, in the order of the page."""

from __future__ import annotations

from pathlib import Path

from tests.formats.openstack_rst.said import lost, read

PAGE = """\
Notes architecture page
=======================

Background
~~~~~~~~~~
Notes were written on paper.

And then they were lost.

History
~~~~~~~
It began in spring.

Components
~~~~~~~~~~
- Web (Python): answers

Budget
~~~~~~
Nobody knows.

Rooms
-----
There are two.
"""


def test_each_title_has_its_own_note_with_its_line() -> None:
    notes = read(PAGE).architecture.notes

    assert [(each.section, each.text, each.source) for each in notes] == [
        ("Background", "Notes were written on paper.\n\nAnd then they were lost.", "page.rst:6"),
        ("History", "It began in spring.", "page.rst:12"),
        ("Budget", "Nobody knows.", "page.rst:20"),
        ("Rooms", "There are two.", "page.rst:24"),
    ]
    assert lost(PAGE) == set()


def test_the_title_of_the_service_under_that_of_the_page_is_still_its_title() -> None:
    page = read(
        "The page\n========\n\nnotes - 1.0/Newton\n------------------\n\n**Status**: Draft\n\nComponents\n----------\n\n- Web\n"
    )

    assert (page.architecture.service, page.architecture.version, page.architecture.release) == (
        "notes",
        "1.0",
        "Newton",
    )


def test_a_checklist_is_a_note_for_each_check(shared: Path) -> None:
    checklist = shared / "corpus" / "openstack-ta" / "checklists" / "networking" / "checklist.rst"
    text = checklist.read_text(encoding="utf-8")
    notes = read(text).architecture.notes

    assert len(notes) >= text.count("\nCheck-Neutron-")
    assert {each.section for each in notes} >= {
        line for line in text.splitlines() if line.startswith("Check-Neutron-0")
    }
    assert lost(text) == set()


def test_a_control_of_which_nothing_is_said_is_a_note() -> None:
    page = "Summary of controls\n-------------------\n1. A->B [TLS]:\n\n- **Audit**: every door is logged.\n"
    architecture = read(page).architecture

    assert architecture.summary_of_controls == {"Audit": "every door is logged."}
    assert "A->B [TLS]" in (architecture.notes[0].text or "")
    assert lost(page) == set()


def test_a_control_that_is_only_a_title_is_a_note() -> None:
    page = "Summary of controls\n-------------------\n\nAudit\n+++++\n\nOther\n+++++\n\nsays a word.\n"
    architecture = read(page).architecture

    assert architecture.summary_of_controls == {"Other": "says a word."}
    assert lost(page) == set()
