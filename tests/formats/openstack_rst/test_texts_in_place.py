"""Texts end up where they belong: behind fields, between commas, under several assets, in columns nobody foresaw."""

from __future__ import annotations

import pytest

from bartizan.model.architecture import Architecture
from bartizan.model.trust_domain import DomainKind
from tests.formats.openstack_rst.said import lost, read


def architecture(title: str, body: str, *, but: frozenset[str] = frozenset()) -> Architecture:
    page = f"Ferry architecture\n==================\n\n{title}\n{'-' * len(title)}\n\n{body}\n"
    assert lost(page) <= but
    return read(page).architecture


def test_a_paragraph_behind_fields_says_what_a_component_is() -> None:
    found = architecture(
        "Components", "Queue\n~~~~~\n\n:Technology: RabbitMQ\n\nKeeps orders: new ones and old ones."
    )
    assert found.components["queue"].description == "Keeps orders: new ones and old ones."
    assert found.components["queue"].technology == "RabbitMQ"


def test_a_paragraph_behind_a_description_is_a_note() -> None:
    found = architecture("Components", "Queue\n~~~~~\n\n:Description: a queue\n\nIt is old.")
    assert (found.components["queue"].description, found.components["queue"].notes) == (
        "a queue",
        ("It is old.",),
    )


def test_a_paragraph_with_a_colon_says_what_an_asset_is_and_how_much_it_matters() -> None:
    found = architecture(
        "Data assets",
        "Orders\n~~~~~~\n\nWhat people buy: all of it. Conf: High. Int: Low. Not persisted.",
        but=frozenset({"int"}),
    )
    orders = found.data_assets["orders"]
    assert (orders.confidentiality, orders.integrity) == ("High", "Low")
    assert [each.place for each in orders.persisted] == ["nowhere"]
    assert orders.description == "What people buy: all of it."


@pytest.mark.parametrize(
    ("text", "credentials"),
    [
        ("password, or none", ("password, or none",)),
        ("token, password", ("Token", "Password")),
        ("token, password, or certificate", ("Token", "Password", "Certificate")),
        ("user and password, stored in foo.conf", ("user and password, stored in foo.conf",)),
        ("RBAC, role reader", ("RBAC, role reader",)),
    ],
)
def test_a_comma_within_a_sentence_makes_no_list(text: str, credentials: tuple[str, ...]) -> None:
    found = architecture(
        "Interfaces", f"1. Client->API *[TLS]*:\n\n   - Authentication: {text}", but=frozenset({"or"})
    )
    assert found.interfaces["1"].request_credentials == credentials
    assert found.notes == ()


def test_several_labels_in_one_paragraph_are_several_fields() -> None:
    found = architecture(
        "Interfaces",
        "1. Client->API *[TLS]*:\n\n   Request: an order. Response: a receipt. Credentials: a token.",
    )
    interface = found.interfaces["1"]
    assert [each.asset for each in interface.request] == ["an order"]
    assert [each.asset for each in interface.response] == ["a receipt"]
    assert interface.request_credentials == ("a token",)


@pytest.mark.parametrize("names", ["Keys, tokens", "Keys and tokens", "Keys/Tokens"])
def test_an_analysis_of_several_assets_is_one_of_each(names: str) -> None:
    page = (
        f"- *Keys*: x\n- *Tokens*: y\n\nData asset impact analysis\n--------------------------\n\n- *{names}*:\n\n"
        "  - Integrity Failure Impact: bad\n"
    )
    found = architecture("Data assets", page)
    assert {id_: each.impact and each.impact.integrity for id_, each in found.data_assets.items()} == {
        "keys": "bad",
        "tokens": "bad",
    }


def test_brackets_behind_a_trust_domain_say_of_which_kind_it_is() -> None:
    found = architecture(
        "Trust domains",
        "- Core (network): reached from Host and the Internet\n- Tenant network\n\n  - Guest (group): two of them\n\n"
        "- Acme (third party): sells\n- Old (since 2010)",
        but=frozenset({"reached", "inside"}),
    ).trust_domains
    assert list(found) == ["core", "tenant-network", "guest", "acme", "old-since-2010"]
    assert (found["core"].kind, found["core"].reached_from) == (DomainKind.NETWORK, ("host", "internet"))
    assert (found["guest"].inside, found["guest"].description) == ("tenant-network", "two of them")
    assert found["acme"].kind is DomainKind.THIRD_PARTY


def test_a_column_without_a_field_is_a_note_with_the_name_of_its_row() -> None:
    table = (
        '.. csv-table::\n   :header: Dependency,Version,Assumption\n\n   "Keystone",">= 17","trusts enabled"'
    )
    found = architecture("External dependencies", table)
    assert [note.text for note in found.notes] == ["Keystone: Version: >= 17"]


def test_a_cell_over_two_rows_stands_in_both() -> None:
    table = (
        "+-----+--------+-----+-------+\n| No. | Src    | Dst | Port  |\n+=====+========+=====+=======+\n"
        "| 1   | Client | API | HTTPS |\n+-----+--------+-----+       |\n| 2   | Admin  | API |       |\n"
        "+-----+--------+-----+-------+\n"
    )
    found = architecture("Interfaces", table)
    assert [each.protocol for each in found.interfaces.values()] == [("HTTPS",), ("HTTPS",)]


def test_a_footnote_keeps_the_name_by_which_the_text_refers_to_it() -> None:
    found = architecture("Overview", "A ferry [#old]_.\n\n.. [#old] It was a bridge.")
    assert found.purpose is not None
    assert "[#old] It was a bridge." in found.purpose


def test_a_table_of_two_columns_is_a_summary_of_controls() -> None:
    found = architecture(
        "Summary of controls", ".. list-table::\n\n   * - Audit\n     - All calls are logged.\n"
    )
    assert dict(found.summary_of_controls) == {"Audit": "All calls are logged."}
