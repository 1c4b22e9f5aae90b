"""The ids that rules refer to."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.knowledge.weaknesses import weakness, weaknesses

ASKED = """
CWE: 319 311 312 306 287 290 294 295 345 353 862 863 266 269 250 284 285 400 770 307 321 326 327 522 798 256 313 79 94 829 494 15 20 502
611 918 441 923 693 778 1188 1104 1395 640 324 299 298
CAPEC: 94 117 157 158 114 115 21 60 151 125 147 488 545 37 122 233 180 69 2 112 16 49 63 66 88 242 250 278 176 75 438 184
T: 1040 1557 1190 1078 1552 1556 1565 1485 1486 1490 1498 1499 1531 1021 1068 1611 1199 1195 1133 1550 1528 1539 1110 1600 1562 1574 1059
"""


def asked() -> list[str]:
    ids = []
    for part in re.findall(r"(\w+): ([\d\s]+)", ASKED):
        ids += [f"T{number}" if part[0] == "T" else f"{part[0]}-{number}" for number in part[1].split()]
    return ids


@pytest.mark.parametrize("id_", asked())
def test_what_the_rules_refer_to_is_there(id_: str) -> None:
    found = weakness(id_)
    assert found is not None
    assert found.id == id_


@pytest.mark.parametrize(
    ("written", "id_"),
    [
        ("CWE-319", "CWE-319"),
        ("cwe 319", "CWE-319"),
        ("CWE319", "CWE-319"),
        ("CAPEC-94", "CAPEC-94"),
        (" t1557.001 ", "T1557"),
    ],
)
def test_an_id_goes_by_several_spellings(written: str, id_: str) -> None:
    found = weakness(written)
    assert found is not None
    assert found.id == id_


@pytest.mark.parametrize(
    "written", ["", "CWE", "319", "CWE-0", "CWE-999999", "T12345", "CVE-2014-3566", "goat"]
)
def test_what_is_no_id_of_ours_is_nothing(written: str) -> None:
    assert weakness(written) is None


@pytest.mark.parametrize(
    ("id_", "catalogue", "address"),
    [
        ("CWE-319", "CWE", "https://cwe.mitre.org/data/definitions/319.html"),
        ("CAPEC-94", "CAPEC", "https://capec.mitre.org/data/definitions/94.html"),
        ("T1557", "ATT&CK", "https://attack.mitre.org/techniques/T1557/"),
    ],
)
def test_each_leads_to_its_makers_page(id_: str, catalogue: str, address: str) -> None:
    found = weaknesses()[id_]
    assert (found.catalogue, found.address) == (catalogue, address)


def test_each_id_is_well_formed_and_says_something_of_its_own() -> None:
    for id_, each in weaknesses().items():
        assert re.fullmatch(r"(CWE|CAPEC)-[1-9]\d*|T1\d{3}", id_)
        assert not each.says.endswith(".")
        assert each.family


def test_there_are_a_dozen_families_and_none_of_one_alone() -> None:
    families = [each.family for each in weaknesses().values()]
    assert 10 <= len(set(families)) <= 14
    assert min(map(families.count, families)) > 1


def test_what_was_withdrawn_goes_on_under_an_id_that_is_there() -> None:
    withdrawn = [each for each in weaknesses().values() if each.replaced_by]
    assert [each.id for each in withdrawn] == ["T1562"]
    assert all(weakness(str(each.replaced_by)) for each in withdrawn)


@given(st.text(max_size=20))
def test_no_text_is_too_strange_to_be_asked(text: str) -> None:
    found = weakness(text)
    assert found is None or found.id in weaknesses()
