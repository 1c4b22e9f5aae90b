"""What the failure of an interface means belongs to that interface, wherever it stands, and makes no other element."""

from __future__ import annotations

import pytest

from bartizan.model.architecture import Architecture
from tests.formats.openstack_rst.said import lost, read

HEAD = (
    "Ferry architecture\n==================\n\nComponents\n----------\n- Shipper: x\n- Ingest: x\n- Index: x\n\n"
    "Interfaces\n----------\n\n1. Shipper->Ingest *[TLS]*\n2. Ingest->Index *[TLS]*\n\n"
)


def architecture(text: str) -> Architecture:
    page = f"{HEAD}{text}\n"
    assert lost(page) <= {"analysis", "security", "considerations", "interface", "per"}
    return read(page).architecture


@pytest.mark.parametrize(
    "head", ["1. Shipper->Ingest:", "- Shipper to Ingest:", "- *Shipper -> Ingest*", "- Interface 1:"]
)
def test_the_impact_of_an_interface_is_no_data_asset(head: str) -> None:
    found = architecture(
        f"Interface impact analysis\n-------------------------\n\n{head}\n\n  - Integrity Failure Impact: forged\n"
        "  - Availability Failure Impact: late\n".replace("\n  -", "\n   -" if head[0] == "1" else "\n  -")
    )
    assert found.data_assets == {}
    impact = found.interfaces["1"].impact
    assert impact is not None
    assert (impact.integrity, impact.availability) == ("forged", "late")


def test_a_text_on_failure_below_the_interfaces_makes_no_second_interface() -> None:
    found = architecture(
        "Security considerations\n~~~~~~~~~~~~~~~~~~~~~~~\n\n- Shipper to Ingest: an attacker lies.\n- Index -> Shipper: nothing.\n"
    )
    assert list(found.interfaces) == ["1", "2"]
    assert found.interfaces["1"].impact
    assert found.interfaces["1"].impact.notes == ("an attacker lies.",)
    assert [note.text for note in found.notes] == ["Index -> Shipper: nothing."]


def test_a_line_with_the_same_ends_and_only_a_text_goes_on_about_the_interface() -> None:
    found = architecture("Some more:\n\n- Shipper -> Ingest: the busiest one\n")
    assert list(found.interfaces) == ["1", "2"]
    assert found.interfaces["1"].notes == ("the busiest one",)
