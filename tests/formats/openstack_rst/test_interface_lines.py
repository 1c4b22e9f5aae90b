"""Lines and rows of interfaces: the number, the two ends and the transport are found, and the rest stays as it was written."""

from __future__ import annotations

import pytest

from bartizan.model.interface import Interface
from tests.formats.openstack_rst.said import lost, read

HEAD = (
    "Ferry architecture\n==================\n\nComponents\n----------\n- Client: people\n- API: answers\n- DB: keeps\n\n"
    "Interfaces\n----------\n\n"
)


def interfaces(body: str) -> dict[str, Interface]:
    page = f"{HEAD}{body}\n"
    assert lost(page) <= {"none"}
    return dict(read(page).architecture.interfaces)


@pytest.mark.parametrize(
    ("line", "protocol", "notes"),
    [
        ("Client->API *[HTTPS (mTLS)]*: entry", ("HTTPS (mTLS)",), ("entry",)),
        ("Client->API *[SQL]* **TODO** - add TLS?", ("SQL",), ("**TODO** - add TLS?",)),
        ("Client->API *[TLS]* (public): the entry", ("TLS",), ("(public): the entry",)),
        ("Client->API *[TLS]*, optional", ("TLS",), ("optional",)),
        ("Client->API: *[SQL]*", ("SQL",), ()),
        ("Client->API *[TLS]*; see [#f1]_", ("TLS",), ("see [#f1]_",)),
        ("Client->API [SQL] and [TLS]: both", ("SQL",), ("and [TLS]: both",)),
        ("**Client->API** *[TLS]*: text", ("TLS",), ("text",)),
        ("Client->API **TODO**", (), ("**TODO**",)),
        ("Client->API *[TLS]*. *Only* for some.", ("TLS",), ("*Only* for some.",)),
    ],
)
def test_what_stands_behind_the_transport_is_a_note_as_it_was_written(
    line: str, protocol: tuple[str, ...], notes: tuple[str, ...]
) -> None:
    found = interfaces(f"1. {line}")["1"]
    assert (found.requestor, found.listener, found.protocol, found.notes) == (
        "client",
        "api",
        protocol,
        notes,
    )


def test_an_unknown_listener_ends_before_the_brackets() -> None:
    assert interfaces("1. API->Vault *[TLS]* (see below): text")["1"].listener == "vault"


def test_labels_on_the_lines_below_are_fields() -> None:
    found = interfaces("1. Client->API *[TLS]*\n   Assets in flight: an order\n   Authentication: a token")[
        "1"
    ]
    assert (found.listener, found.protocol) == ("api", ("TLS",))
    assert [each.asset for each in found.in_flight] == ["an order"]
    assert found.request_credentials == ("a token",)


@pytest.mark.parametrize(
    ("line", "id_", "number"),
    [
        ("- #4 Client -> API [TLS]", "4", None),
        ("- [6] Client -> API [TLS]", "6", None),
        ("- I7 Client->API *[TLS]*", "i7", "I7"),
        ("- IF-3: Client -> API [TLS]", "if-3", "IF-3"),
        ("- 8 Client -> API [TLS]", "8", None),
        ("1-2. Client->API *[TLS]*", "1-2", None),
        ("2 Client -> API (TLS)\n~~~~~~~~~~~~~~~~~~~~~", "2", None),
    ],
)
def test_a_number_in_front_is_no_part_of_the_requestor(line: str, id_: str, number: str | None) -> None:
    ((found_id, found),) = interfaces(line).items()
    assert (found_id, found.number, found.requestor, found.listener, found.protocol) == (
        id_, number, "client", "api", ("TLS",),
    )  # fmt: skip


def test_a_paragraph_with_a_list_of_labels_is_an_interface_too() -> None:
    found = interfaces("1-2. Client -> API *[TLS]*\n\n     - Assets in flight: an order")["1-2"]
    assert [each.asset for each in found.in_flight] == ["an order"]


def test_a_row_without_a_number_is_known_by_its_ends() -> None:
    table = '.. csv-table::\n   :header: "Interface","Network name","Requestor","Listener"\n\n'
    found = interfaces(
        f'{table}   "","mgmt","Client","API"\n   "","mgmt","API","DB"\n   "1 - 3","x","Client","DB"'
    )
    assert list(found) == ["client-to-api", "api-to-db", "1-3"]
    assert (found["1-3"].number, found["1-3"].name) == ("1 - 3", None)
    assert found["client-to-api"].name is None
