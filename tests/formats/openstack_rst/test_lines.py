"""One line of a page at a time: what stands in it, however it was typed."""

from __future__ import annotations

import pytest

from bartizan.formats.openstack_rst.asset_line import asset_line
from bartizan.formats.openstack_rst.called import Called
from bartizan.formats.openstack_rst.component_line import component_line
from bartizan.formats.openstack_rst.component_qualifiers import is_abbreviation
from bartizan.formats.openstack_rst.grammar import label_of, listed
from bartizan.formats.openstack_rst.interface_line import interface_line
from bartizan.formats.openstack_rst.layout import Leaf, Piece
from bartizan.formats.openstack_rst.sections import SECTIONS, recognize
from bartizan.formats.openstack_rst.visible import visible
from bartizan.formats.prose.escape import escape
from bartizan.source.text import Source


def piece(text: str) -> Piece:
    starts = [0]
    for line in text.split("\n")[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    return Leaf(Source("line", text), text, tuple(starts)).all


def called(*names: str) -> Called:
    known = Called()
    for name in names:
        known.add(name.lower().replace(" ", "-"), name)
    return known


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("API Process (Python) [U-C]: listens", ("API Process", "Python", "U-C", "listens")),
        ("Database (MySQL)[I-C or U-C]: keeps", ("Database", "MySQL", "I-C or U-C", "keeps")),
        ("**API** [U-C] - listens", ("API", None, "U-C", "listens")),
        ("*API* (Go) answers requests", ("API", "Go", None, "answers requests")),
        ("Hardware Security Module (HSM): keys", ("Hardware Security Module (HSM)", None, None, "keys")),
        ("Store (etcd: the cluster): keeps", ("Store", "etcd: the cluster", None, "keeps")),
        ("Worker Queue", ("Worker Queue", None, None, None)),
        ("This is a whole sentence about something else entirely.", None),
        ("::", None),
    ],
)
def test_the_line_of_a_component(line: str, wanted: tuple[str | None, ...] | None) -> None:
    found = component_line(piece(line))
    texts = found and tuple(
        part.text if part else None for part in (found.name, found.technology, found.placement, found.rest)
    )
    assert texts == wanted


def test_initials_are_no_technology() -> None:
    assert is_abbreviation("HSM", "Hardware Security Module")
    assert is_abbreviation("KEKs", "Key Encryption Keys")
    assert not is_abbreviation("MySQL", "Database")
    assert not is_abbreviation("C", "Controller")


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Client->API *[TLS]*:", ("Client", "API", "TLS", None)),
        ("Client -> API *[TLS]*: - why?", ("Client", "API", "TLS", "why?")),
        ("Client→API [TLS] behind it", ("Client", "API", "TLS", "behind it")),
        ("Client –> API **[TLS]**", ("Client", "API", "TLS", None)),
        ("Client to API *[TLS]*:", ("Client", "API", "TLS", None)),
        ("Client – API [TLS]", ("Client", "API", "TLS", None)),
        ("Client to API", ("Client", "API", None, None)),
        ("Client -> API (TLS)", ("Client", "API", "TLS", None)),
        ("Client -> Store (etcd): x", ("Client", "Store (etcd)", None, "x")),
        ("API <- Client over HTTPS", ("Client", "API", "HTTPS", None)),
        (
            "Worker->Certificate Authority (Dogtag)*[TLS]*:",
            ("Worker", "Certificate Authority (Dogtag)", "TLS", None),
        ),
        ("The data goes to places.", None),
        ("->", None),
        ("A -> ", None),
    ],
)
def test_the_line_of_an_interface(line: str, wanted: tuple[str | None, ...] | None) -> None:
    known = called("Client", "API")
    known.add("store", "Store", "etcd")
    found = interface_line(piece(line), known)
    texts = found and tuple(
        part.text if part else None for part in (found.requestor, found.listener, found.transport, found.rest)
    )
    assert texts == wanted


@pytest.mark.parametrize(
    ("line", "name", "description", "persisted"),
    [
        ("*Secret data* : keys - persisted in Database [a] or HSM [b]", "Secret data", ["keys"], "Database [a] or HSM [b]"),
        ("*Metadata*  - persisted in database", "Metadata", [], "database"),
        ("**Token** — ephemeral", "Token", ["ephemeral"], None),
        ("DB Credentials - stored in conf, also known to others", "DB Credentials", ["also known to others"], "conf"),
        ("Keys: kept in the HSM", "Keys", [], "the HSM"),
        ("Files persisted in a.json, b.json", "Files", [], "a.json, b.json"),
        ("*Data in motion*: words, never stored", "Data in motion", ["words"], None),
    ],
)  # fmt: skip
def test_the_line_of_a_data_asset(
    line: str, name: str, description: list[str], persisted: str | None
) -> None:
    found = asset_line(piece(line), called("Database"))
    assert found is not None
    assert found.name.text == name
    assert [part.text for part in found.description] == description
    assert (found.persisted.text if found.persisted else None) == persisted
    assert (found.nowhere is not None) == ("never stored" in line)


def test_names_are_matched_without_case_and_brackets_and_nothing_looser() -> None:
    known = called("API Process", "Database (MySQL)", "Log (one)", "Log (two)")
    assert known("api-process") == "api-process"
    assert known("API  PROCESS") == "api-process"
    assert known("database") == "database-(mysql)"
    assert known("Database [PKCS#11]") == "database-(mysql)"
    assert known("Log (two)") == "log-(two)"
    assert known("Log") is None
    assert known("API") is None
    assert known("API Process Host") is None
    assert known("") is None


def test_lists_are_split_outside_of_brackets() -> None:
    assert [part.text for part in listed(piece("a (b, c), `d, e`; f [g; h]."))] == [
        "a (b, c)",
        "d, e",
        "f [g; h]",
    ]


@pytest.mark.parametrize(
    "text", ["Label: text", "*Label*: text", "**Label**: text", "**Label:** text", "Label:\ntext"]
)
def test_labels_stand_before_a_colon(text: str) -> None:
    found = label_of(piece(text))
    assert found is not None
    assert (found[0].text, found[1].text) == ("Label", "text")


def test_a_time_or_an_address_has_no_label() -> None:
    assert label_of(piece("10:30 is late")) is None
    assert label_of(piece("https://example.org")) is None


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("a *b* **c** ``d*`` `e`", "a b c d* e"),
        ("`text <https://x>`_ and `t <u>`__", "text and t"),
        (":ref:`there <x>` and :doc:`/y`", "there and /y"),
        (r"a \*b\* \\ c_d e\_", r"a *b* \ c_d e_"),
        ("[1]_ foo_", "[1] foo"),
        ("2 * 3 * 4 and *.pem", "2 * 3 * 4 and *.pem"),
        ("*unclosed `and open", "*unclosed `and open"),
        (r"``C:\temp``", r"C:\temp"),
    ],
)
def test_what_markup_shows(markup: str, shown: str) -> None:
    assert visible(markup) == shown


@pytest.mark.parametrize(
    "text", ["a*b*c", "`x`", "_ __ x_", r"\ \\", "*", ":ref:`x`", "[1]_", "|x|", "3. x", "::", "-"]
)
def test_escaped_text_shows_as_it_is(text: str) -> None:
    assert visible(escape(text)) == text


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.key)
def test_every_title_and_alias_is_recognized(section: object) -> None:
    assert hasattr(section, "title")
    for title in (section.title, *section.aliases):  # type: ignore[attr-defined]  # it is a SectionTitle
        found = recognize(title)
        assert found is not None
        assert found.keys == (section.key,)  # type: ignore[attr-defined]  # the same


@pytest.mark.parametrize(
    ("title", "keys"),
    [
        ("4.2. DATA-ASSETS:", ("data-assets",)),
        ("Componets", ("components",)),
        ("Summary of controls **Delete this section??**", ("summary-of-controls",)),
        ("External Dependencies and Associated Security Assumptions", ("external-dependencies",)),
        ("Components & Interfaces", ("components", "interfaces")),
        ("Lockers components", ("components",)),
        ("History", None),
        ("Lockers architecture page", None),
    ],
)
def test_titles_are_recognized_by_their_words(title: str, keys: tuple[str, ...] | None) -> None:
    found = recognize(title, "Lockers")
    assert (found.keys if found else None) == keys
