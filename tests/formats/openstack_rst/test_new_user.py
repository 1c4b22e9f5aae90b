"""What somebody who writes a first page runs into: cells of one word, two components in one cell, a name before steps."""

from __future__ import annotations

import pytest

from bartizan.formats.openstack_rst.writer import write_page
from bartizan.model.architecture import Architecture
from bartizan.model.use_case import UseCase
from tests.formats.openstack_rst.said import lost, read

COMPONENTS = """\
Terrapin
========

Components
~~~~~~~~~~
- Terrapin API [U-C]: answers
- Scheduler [U-C]: plans
- Database [U-C]: keeps

Data assets
~~~~~~~~~~~
- *Rows*: what is kept - persisted in Database

"""
TABLE = (
    COMPONENTS
    + """\
Interfaces
~~~~~~~~~~
.. csv-table::
   :header: "Interface","Network protocol","Requestor","Request","Listener","Response"

   "1","SQL","{requestor}","rows","Database","{response}"
"""
)


@pytest.mark.parametrize(
    ("cell", "said"), [("ack", "Ack"), ("status", "Status"), ("200 OK", "200 OK"), ("rows", "rows")]
)
def test_a_word_that_names_no_asset_is_prose(cell: str, said: str) -> None:
    page = read(TABLE.format(requestor="Scheduler", response=cell))
    (interface,) = page.architecture.interfaces.values()

    assert [each.asset for each in interface.request] == ["rows"]
    assert [each.asset for each in interface.response] == [said]
    assert [each.name for each in page.diagnostics] == []


@pytest.mark.parametrize(
    "cell", ["terrapin-api, Scheduler", "Terrapin API / Scheduler", "Terrapin API and Scheduler"]
)
def test_two_components_in_one_cell_are_two_interfaces_to_write(cell: str) -> None:
    found = read(TABLE.format(requestor=cell, response="ack")).diagnostics

    assert [each.name for each in found] == ["no-such-component"]
    assert found[0].help == (
        "it names two components, `Terrapin API` and `Scheduler`: write one interface for each",
    )


def test_one_component_with_another_name_is_not_two() -> None:
    (found,) = read(TABLE.format(requestor="Scheduler, old", response="ack")).diagnostics

    assert "it names two" not in " ".join(found.help)


def test_a_line_right_before_the_steps_names_the_use_case() -> None:
    text = COMPONENTS + (
        "Sequence diagram(s)\n~~~~~~~~~~~~~~~~~~~\n\nBack up::\n\n  Scheduler->Database: read all\n\n"
        "**Restore**::\n\n  Scheduler->Database: write all\n  Database->Scheduler: done\n"
    )
    cases = read(text).architecture.use_cases

    assert {id_: len(each.steps) for id_, each in cases.items()} == {"back-up": 1, "restore": 2}
    assert lost(text) == set()


def test_a_sentence_before_the_steps_is_no_name() -> None:
    text = COMPONENTS + (
        "Sequence diagram(s)\n~~~~~~~~~~~~~~~~~~~\n\nThis is how the scheduler reads all rows that there are::\n\n"
        "  Scheduler->Database: read all\n"
    )
    page = read(text).architecture

    assert len(page.use_cases) == 1
    assert "This is how" in str(page.notes[0].text)
    assert lost(text) == set()


@pytest.mark.parametrize("title", ["", "Data asset impact analysis\n~~~~~~~~~~~~~~~~~~~~~~~~~~\n"])
def test_what_failure_of_a_listed_asset_means_is_said_at_that_asset(title: str) -> None:
    text = (
        COMPONENTS
        + title
        + (
            "\n- *Rows*:\n\n  - Integrity Failure Impact: wrong plans\n  - Availability Failure Impact: no plans\n"
        )
    )
    page = read(text)
    (rows,) = page.architecture.data_assets.values()

    assert (rows.id, rows.description, len(rows.persisted)) == ("rows", "what is kept", 1)
    assert rows.impact is not None
    assert (rows.impact.integrity, rows.impact.availability) == ("wrong plans", "no plans")
    assert lost(text) == set()


def test_a_placeholder_alone_under_a_title_is_kept() -> None:
    page = read(
        COMPONENTS
        + "Project description and purpose\n~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n\n<TODO>\n\nResources\n~~~~~~~~~\n\n<TODO>\n"
    )

    assert page.architecture.purpose == "<TODO>"
    assert page.architecture.resources == ("<TODO>",)


def test_a_footnote_takes_no_markup_from_the_text_and_its_own_text_is_kept() -> None:
    text = "Notes\n=====\n\nProject description and purpose\n~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n\nKeeps *notes* [#talk]_ for **all**.\n\n.. [#talk] The talk of 2016.\n"
    page = read(text).architecture

    assert (page.purpose or "").startswith("Keeps *notes* [#talk]_ for **all**.")
    assert lost(text) == set()


def test_an_arrow_in_what_a_use_case_is_makes_no_step_of_it() -> None:
    architecture = Architecture(
        service="notes", use_cases={"database": UseCase(id="database", description="a: b A->B: x [1]")}
    )

    assert read(write_page(architecture)).architecture == architecture
