"""A table that cannot be read is said so, cells are not looked for among options, and a picture's link is kept."""

from __future__ import annotations

import pytest

from tests.formats.openstack_rst.said import read

QUOTES = '.. csv-table::\n   :header: "No","From","To"\n\n   "1","Client","the "best" API"\n'
CROOKED = "+-----+------+\n| No. | From |\n+=====+======+\n| 1   | Client |\n+-----+------+\n"
OTHER_MARK = '.. csv-table::\n   :delim: ;\n   :header: "No","From","To"\n\n   1;Client;API\n'


@pytest.mark.parametrize("table", [QUOTES, CROOKED, OTHER_MARK], ids=["quotes", "crooked", "other mark"])
def test_a_table_that_is_none_is_pointed_at_and_kept(table: str) -> None:
    found = read(f"Interfaces\n----------\n\n{table}\nText.\n")
    (problem,) = [each for each in found.diagnostics if each.name == "table-not-read"]
    assert problem.at is not None
    assert problem.at.span.line == 4
    assert "Client" in (found.architecture.notes[0].text or "")


def test_a_row_stands_on_its_own_line_and_not_on_that_of_an_option() -> None:
    page = (
        "Interfaces\n----------\n\n.. csv-table:: Interfaces 1 to 2\n   :widths: 1 2 3\n   :header: No,From,To\n\n"
        "   1,Client,API\n   2,API,DB\n"
    )
    places = read(page).places
    lines = [span.line for id_ in ("1", "2") if (span := places.of(("interfaces", id_)))]
    assert lines == [8, 9]


def test_the_link_of_a_figure_is_kept_where_it_stands() -> None:
    page = "Diagram\n-------\n\n.. figure:: a.png\n   :target: https://example.org/a.drawio\n   :alt: boxes\n\n   All of it\n"
    notes = read(page).architecture.notes
    assert ("https://example.org/a.drawio", "page.rst:5") in [(note.text, note.source) for note in notes]
