"""What stands between brackets behind a component's name is its technology only where it can be that."""

from __future__ import annotations

import pytest

from bartizan.model.component import CloudPlacement, Component
from bartizan.model.shapes import Flag
from tests.formats.openstack_rst.said import lost, read


def component(line: str) -> Component:
    page = f"Ferry architecture\n==================\n\nComponents\n----------\n\n- {line}\n- Other: x\n"
    assert lost(page) <= {"future", "planned", "x3"}
    return next(iter(read(page).architecture.components.values()))


@pytest.mark.parametrize(
    ("line", "name", "technology", "instances"),
    [
        ("Worker (Python) (100) [U-C]: works", None, "Python", "100"),
        ("Worker (100) (Python) [U-C]: works", None, "Python", "100"),
        ("Worker [U-C] (Python) (>200): works", None, "Python", ">200"),
        ("Worker (ModSecurity 3, C++) [U-C] (many): works", None, "ModSecurity 3, C++", "many"),
        ("**Worker** (x3) [U-C]: works", None, None, "3"),
        ("**Worker (C) (one per host)** [U-C]: works", None, "C", "one per host"),
        ("Hardware Security Module (HSM) (2) [U-C]: works", "Hardware Security Module (HSM)", None, "2"),
        ("Worker (memcached) [U-C]: works", None, "memcached", None),
    ],
)
def test_how_many_there_are_may_stand_in_any_brackets(
    line: str, name: str | None, technology: str | None, instances: str | None
) -> None:
    found = component(line)
    assert (found.name, found.technology, found.instances) == (name, technology, instances)
    assert (found.placement, found.description) == ((CloudPlacement.UNDER_CLOUD,), "works")


@pytest.mark.parametrize(
    ("line", "technology", "notes"),
    [
        ("Worker (optional) [U-C]: works", None, ("optional",)),
        ("Worker (third party, Zuora): works", "Zuora", ("third party",)),
        ("Worker (Python, *optional*): works", "Python", ("optional",)),
        ("Worker (new in 2.0): works", None, ("new in 2.0",)),
    ],
)
def test_a_remark_in_brackets_is_a_note(line: str, technology: str | None, notes: tuple[str, ...]) -> None:
    found = component(line)
    assert (found.id, found.technology, found.notes) == ("worker", technology, notes)


@pytest.mark.parametrize(
    "line", ["UI (future): shows", "UI (Vue) - future", "UI (planned for 2023.2): shows"]
)
def test_what_is_planned_is_not_there_yet(line: str) -> None:
    found = component(line)
    assert (found.id, found.future) == ("ui", Flag.YES)
    assert found.technology in {None, "Vue"}
    assert found.notes in {(), ("planned for 2023.2",)}


def test_the_name_in_a_table_may_have_remarks_too() -> None:
    page = (
        "Components\n----------\n\n.. csv-table::\n   :header: Component,Technology\n\n   ui (future),Vue\n   API (2),Python\n"
        "   Card reader (NFC),C\n"
    )
    found = read(page).architecture.components
    assert list(found) == ["ui", "api", "card-reader-nfc"]
    assert (found["ui"].future, found["api"].instances) == (Flag.YES, "2")


def test_what_announces_a_choice_is_no_part_of_the_name() -> None:
    found = component("Store, one of the following:\n\n  - Swift\n  - S3")
    assert (found.id, found.description, found.notes) == ("store", "one of the following", ("Swift", "S3"))
