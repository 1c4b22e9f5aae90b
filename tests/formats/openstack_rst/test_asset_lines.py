"""Data assets: ratings and places are found wherever they are written, and a path stays a path."""

from __future__ import annotations

import pytest

from bartizan.model.data_asset import DataAsset
from bartizan.model.placement import Placement
from bartizan.model.shapes import Flag
from tests.formats.openstack_rst.said import lost, read

HEAD = (
    "Ferry architecture\n==================\n\nComponents\n----------\n- Database: keeps\n- HSM: keeps\n\n"
    "Data assets\n-----------\n\n"
)


def asset(body: str) -> DataAsset:
    page = f"{HEAD}{body}\n"
    assert lost(page) <= {
        "c",
        "i",
        "a",
        "h",
        "cia",
        "confidentiality",
        "extractable",
        "exportable",
        "never",
        "non",
    }
    (found,) = read(page).architecture.data_assets.values()
    return found


@pytest.mark.parametrize(
    ("line", "ratings", "description", "place"),
    [
        ("Log records. Confidentiality: high; Integrity: medium; Availability: low. Persisted in Database.", ("high", "medium", "low"), None, "database"),
        ("*Log records* - C: high, I: low, A: low", ("high", "low", "low"), None, None),
        ("*Log records*: C=H, I=H, A=L - what happened", ("H", "H", "L"), "what happened", None),
        ("*Log records* (C: high, I: high, A: low): live 1 h. Stored in the Database.", ("high", "high", "low"), "live 1 h", "database"),
        ("*Log records*: what happened. Confidentiality high, Integrity high, Availability low - persisted in Database",
         ("high", "high", "low"), "what happened", "database"),
        ("Log records, CIA: H/M/L", ("H", "M", "L"), None, None),
        ("Log records (C=high, I=high, A=high), persisted in Database", ("high", "high", "high"), None, "database"),
    ],
)  # fmt: skip
def test_ratings_within_a_line_are_no_part_of_the_name(
    line: str, ratings: tuple[str, str, str], description: str | None, place: str | None
) -> None:
    found = asset(f"- {line}")
    assert (found.id, found.name) == ("log-records", None)
    assert (found.confidentiality, found.integrity, found.availability) == ratings
    assert found.description == description
    assert [each.place for each in found.persisted] == ([place] if place else [])


@pytest.mark.parametrize(
    "body",
    [
        "- *Key*: text\n\n  :Confidentiality: high - all is lost",
        "- *Key*: text\n\n  - Confidentiality: high, all is lost",
        '.. csv-table::\n   :header: Data name,Description,Confidentiality\n\n   Key,text,"high (all is lost)"',
    ],
)
def test_why_something_matters_is_the_impact_of_its_loss(body: str) -> None:
    found = asset(body)
    assert (found.confidentiality, found.impact and found.impact.confidentiality) == ("high", "all is lost")


def test_what_is_listed_under_impact_is_that_of_each_property() -> None:
    found = asset(
        "- *Key*: text\n\n  - Impact:\n\n    - Confidentiality: all\n    - I: wrong\n\n  - C/I/A: H/H/L"
    )
    assert found.impact
    assert (found.impact.confidentiality, found.impact.integrity, found.impact.notes) == ("all", "wrong", ())
    assert (found.confidentiality, found.availability) == ("H", "L")


TABLE = '.. csv-table::\n   :header: Data name,Description\n\n   Key,"'


@pytest.mark.parametrize(
    ("body", "description"),
    [
        (TABLE + 'Opens doors. Stored in Database."', "Opens doors"),
        (TABLE + 'Kept in Database"', None),
        ("- *Key*\n\n  Opens doors. Persisted in the Database.", "Opens doors"),
        ("Key\n  Opens doors. Persisted in Database.", "Opens doors"),
        ("- *Key*: Opens doors\n\n  - Stored in Database", "Opens doors"),
        ("Key\n~~~\n\nOpens doors.\n\nIt is stored in the Database.", "Opens doors."),
    ],
)
def test_where_it_is_kept_may_stand_in_any_text(body: str, description: str | None) -> None:
    found = asset(body)
    assert [each.place for each in found.persisted] == ["database"]
    assert found.description == description


@pytest.mark.parametrize("text", ["Data in motion, not stored", "ephemeral; never stored", "Not persisted."])
def test_a_table_says_that_something_is_kept_nowhere(text: str) -> None:
    assert [each.place for each in asset(f'{TABLE}{text}"').persisted] == ["nowhere"]


@pytest.mark.parametrize(
    ("text", "placements"),
    [
        ("HSM, not extractable", (Placement(place="hsm", extractable=Flag.NO),)),
        ("Database and in HSM, non-exportable", (Placement(place="database"), Placement(place="hsm", extractable=Flag.NO))),
        ("/etc/ferry/pki", (Placement(place="etc-ferry-pki", description="/etc/ferry/pki"),)),
        ("ferry.conf", (Placement(place="ferry-conf"),)),
        ("Database for 30 days", (Placement(place="database", description="Database for 30 days"),)),
        ("Database, encrypted with a key", (Placement(place="database", description="Database, encrypted with a key"),)),
    ],
)  # fmt: skip
def test_how_it_is_kept_is_no_other_place(text: str, placements: tuple[Placement, ...]) -> None:
    assert asset(f"- *Key*: text\n\n  :Stored in: {text}").persisted == placements
