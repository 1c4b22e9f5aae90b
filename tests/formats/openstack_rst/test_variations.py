"""The same page, written as other people would write it, says the same; and what nobody foresaw becomes a note."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from bartizan.model.architecture import Architecture
from bartizan.model.component import CloudPlacement
from bartizan.model.page import Status, Template
from tests.formats.openstack_rst.said import lost, read

EXAMPLES = Path(__file__).parents[3] / "src" / "bartizan" / "formats" / "openstack_rst" / "examples"
PAGE = (EXAMPLES / "lockers-list.rst").read_text(encoding="utf-8")


def facts(page: str) -> Architecture:
    """What a page says, but for its notes and the titles under which its figures stand."""
    architecture = read(page).architecture
    figures = tuple(dataclasses.replace(each, section=None) for each in architecture.figures)
    return dataclasses.replace(architecture, notes=(), figures=figures)


def each_title(change: Callable[[str], str]) -> Callable[[str], str]:
    return lambda page: re.sub(r"(?m)^([^\n]+)\n~+$", lambda match: change(match[1]), page)


def each_arrow(arrow: str) -> Callable[[str], str]:
    return lambda page: re.sub(r"(?m)^(\d\. [\w ]+?)(?:->| → | to )(\w)", rf"\1{arrow}\2", page)


VARIATIONS: dict[str, Callable[[str], str]] = {
    "other underlines": lambda page: re.sub(r"(?m)^~+$", lambda match: "+" * len(match[0]), page),
    "overlined titles": each_title(lambda title: f"{'^' * 60}\n {title}\n{'^' * 60}"),
    "all titles on one level": lambda page: re.sub(r"(?m)^[=~-]{5,}$", "=" * 70, page),
    "titles in capitals": each_title(lambda title: f"{title.upper()}\n{'~' * 60}"),
    "numbered titles": each_title(lambda title: f"3.1 {title}\n{'~' * 60}"),
    "titles with a colon": each_title(lambda title: f"{title}:\n{'~' * 60}"),
    "titles with the service": each_title(lambda title: f"Lockers {title.lower()}\n{'~' * 60}"),
    "misspelt titles": lambda page: page.replace("Components\n", "Componnents\n").replace("Interfaces\n", "Interfases\n"),
    "line ends of Windows": lambda page: page.replace("\n", "\r\n"),
    "white space at line ends": lambda page: re.sub(r"(?m)$", "  ", page),
    "a byte order mark's worth of empty lines": lambda page: "\n\n\n" + page + "\n\n\n",
    "tight arrows": each_arrow("->"),
    "spaced arrows": each_arrow(" -> "),
    "long arrows": each_arrow(" --> "),
    "drawn arrows": each_arrow(" → "),
    "double arrows": each_arrow(" => "),
    "the word to": each_arrow(" to "),
    "transport in bare brackets": lambda page: page.replace("*[HTTPS]*", "[HTTPS]"),
    "transport in parentheses": lambda page: page.replace("*[HTTPS]*", "(HTTPS)"),
    "transport in stars": lambda page: page.replace("*[HTTPS]*", "*HTTPS*"),
    "transport in words": lambda page: page.replace("*[HTTPS]*", "over HTTPS"),
    "transport without a space": lambda page: page.replace(" *[HTTPS]*", "*[HTTPS]*"),
    "numbers with parentheses": lambda page: re.sub(r"(?m)^(\d)\. (\w[^\n]*(?:->|→| to ))", r"\1) \2", page),
    "automatic numbers": lambda page: re.sub(r"(?m)^\d\. (\w[^\n]*(?:->|→| to ))", r"#. \1", page),
    "numbers behind bullets": lambda page: re.sub(r"(?m)^(\d)\. (\w[^\n]*(?:->|→| to ))", r"-  **\1.** \2", page),
    "names in bold": lambda page: re.sub(r"(?m)^- \*([^*\n]+)\*", r"- **\1**", page),
    "labels in bold": lambda page: re.sub(r"(?m)^( +- )((?:\w+ )*(?:Impact|flight|Note|Availability)):", r"\1**\2**:", page),
    "labels in bold with their colon": lambda page: re.sub(r"(?m)^( +- )((?:\w+ )*(?:Impact|flight|Note)):", r"\1**\2:**", page),
    "no empty lines before lists": lambda page: re.sub(r"\n\n( +- )", r"\n\1", page),
    "empty lines between entries": lambda page: re.sub(r"(?m)^(- [^\n]*\n)(?=- )", r"\1\n", page),
    "facts as fields": lambda page: re.sub(r"(?m)^\*\*(Status|Release|Version)\*\*:", r":\1:", page).replace(
        "**Contacts**:", "\n**Contacts**:"
    ),
    "facts without bold": lambda page: re.sub(r"(?m)^\*\*(Status|Release|Version)\*\*:", r"\1:", page),
    "facts on lines of their own": lambda page: re.sub(r"(?m)^(\*\*(?:Status|Release|Version)\*\*.*)$", r"\1\n", page),
    "contacts as a section": lambda page: page.replace("**Contacts**:\n", "\nContacts\n~~~~~~~~\n"),
    "titles in bold only": each_title(lambda title: f"**{title}**\n"),
}  # fmt: skip


@pytest.mark.parametrize("name", VARIATIONS)
def test_a_page_written_another_way_says_the_same(name: str) -> None:
    varied = VARIATIONS[name](PAGE)
    assert varied != PAGE
    if name == "titles in bold only":  # generic words such as `Users` are no titles there
        assert facts(varied).components == facts(PAGE).components
        assert facts(varied).data_assets == facts(PAGE).data_assets
    else:
        assert facts(varied) == facts(PAGE)
    assert lost(varied) <= {"none"}


def test_a_page_in_headings_and_lists_of_markdown_is_read() -> None:
    page = """# Ledger architecture page

**Status**: Reviewed
**Contacts**:
- PTL: A - a
- Security Reviewers: C - c, D - d

## Components
The service has these:
- API (Go): answers requests
  and checks tokens
- Store (etcd) [I-C or U-C]: keeps everything
  - note that it is clustered

## Interfaces
1. Client -> API [HTTPS]
2. API -> Store [gRPC + TLS]: mutual authentication
   - Assets in flight: entries
"""
    ledger = read(page).architecture
    assert ledger.service == "Ledger"
    assert ledger.status is Status.REVIEWED
    assert ledger.contacts is not None
    assert ledger.contacts.security_reviewers == ("C - c", "D - d")
    assert ledger.components["api"].description == "answers requests\nand checks tokens"
    assert ledger.components["store"].placement == (CloudPlacement.IN_CLOUD, CloudPlacement.UNDER_CLOUD)
    assert ledger.components["store"].notes == ("note that it is clustered",)
    assert ledger.interfaces["2"].protocol == ("gRPC + TLS",)
    assert [each.asset for each in ledger.interfaces["2"].in_flight] == ["Entries"]
    assert lost(page) == set()


def test_components_may_be_definitions_or_subsections() -> None:
    as_definitions = (
        "Components\n==========\n\nAPI (Go) [U-C]\n  Answers.\n\n  - Instances: 3\n\nStore\n  Keeps.\n"
    )
    as_sections = (
        "Components\n==========\n\nAPI\n---\nAnswers.\n\n:Technology: Go\n:Placement: U-C\n:Instances: 3\n\n"
        "Store\n-----\nKeeps.\n"
    )
    assert read(as_definitions).architecture.components == read(as_sections).architecture.components
    assert read(as_sections).architecture.components["api"].technology == "Go"


def test_groups_of_components_are_headings_and_no_components() -> None:
    page = "Components\n==========\n\nInside\n------\n\n- API (Go): answers\n\nOutside\n-------\n\n- Client: people\n"
    assert list(read(page).architecture.components) == ["api", "client"]
    assert lost(page) == set()


GRID = """
+-----------+---------+---------------+
| Requestor | No.     | Listener      |
+===========+=========+===============+
| Client    | 1       | API           |
+-----------+---------+---------------+
| API       | 2       | Store         |
|           |         |               |
+-----------+---------+---------------+
"""
SIMPLE = """
=========  ===  ========
Requestor  No.  Listener
=========  ===  ========
Client     1    API
API        2    Store
=========  ===  ========
"""
CSV = """
.. csv-table::
   :header: Requestor, No., Listener

   Client,1,API
   API,2,Store
"""
LIST = """
.. list-table::
   :header-rows: 1
   :widths: 10 5 10

   * - Requestor
     - No.
     - Listener
   * - Client
     - 1
     - API
   * - API
     - 2
     - Store
"""
WITHOUT_HEADING = """
.. csv-table::

   Requestor, No., Listener
   Client,1,API
   API,2,Store
"""


@pytest.mark.parametrize(
    "table", [GRID, SIMPLE, CSV, LIST, WITHOUT_HEADING], ids=["grid", "simple", "csv", "list", "plain"]
)
def test_a_table_of_any_form_with_some_columns_in_any_order_is_read(table: str) -> None:
    page = f"Components\n----------\n- Client: people\n- API: answers\n- Store: keeps\n\nInterfaces\n----------\n{table}"
    read_ = read(page)
    found = {id_: (each.requestor, each.listener) for id_, each in read_.architecture.interfaces.items()}
    assert found == {"1": ("client", "api"), "2": ("api", "store")}
    assert read_.architecture.template is Template.TABLE
    place = read_.places.of(("interfaces", "2", "listener"))
    assert place is not None
    assert place.text == "Store"
    assert lost(page) == set()


def test_translated_prose_under_english_titles_is_read() -> None:
    page = (
        "Schließfach architecture page\n=============================\n\n**Status**: Entwurf\n\n"
        "Project description and purpose\n-------------------------------\nÖffnet Fächer für Leute mit einem Code.\n\n"
        "Components\n----------\n- Türsteuerung (C++): dreht die Riegel\n\n"
        "Interfaces\n----------\n1. Kunde->Türsteuerung *[TLS]*:\n\n   - Der Kunde tippt den Code.\n"
    )
    architecture = read(page).architecture
    assert architecture.service == "Schließfach"
    assert architecture.purpose == "Öffnet Fächer für Leute mit einem Code."
    assert architecture.components["tursteuerung"].name == "Türsteuerung"
    assert architecture.interfaces["1"].listener == "tursteuerung"
    assert [note.text for note in architecture.notes] == ["**Status**: Entwurf"]


def test_sections_with_translated_titles_are_known_by_what_is_in_them() -> None:
    page = (
        "Components\n----------\n- API: x\n\n"
        "Schnittstellen\n--------------\n1. Kunde->API *[TLS]*:\n2. API->Keystone *[TLS]*:\n\n"
        "Auswirkungen\n------------\n- *Daten*:\n\n  - Integrity Failure Impact: schlecht\n"
        "  - Availability Failure Impact: auch\n\nSonstiges\n---------\nEin Satz.\n"
    )
    architecture = read(page).architecture
    assert list(architecture.interfaces) == ["1", "2"]
    impact = architecture.data_assets["daten"].impact
    assert impact is not None
    assert impact.integrity == "schlecht"
    assert ("Sonstiges", "Ein Satz.") in [(note.section, note.text) for note in architecture.notes]
    assert lost(page) == set()


def test_two_sections_under_one_title_are_both_read() -> None:
    page = "Components and interfaces\n-------------------------\n- API (Go): answers\n\n1. Client->API *[TLS]*:\n"
    architecture = read(page).architecture
    assert list(architecture.components) == ["api"]
    assert list(architecture.interfaces) == ["1"]


def test_same_names_and_numbers_are_both_kept() -> None:
    page = "Components\n----------\n- A: one\n- A: two\n\nInterfaces\n----------\n\n- 1. A->B [TLS]\n- 1. B->A [TLS]\n"
    architecture = read(page).architecture
    assert list(architecture.components) == ["a", "a-2"]
    assert [(id_, each.number) for id_, each in architecture.interfaces.items()] == [
        ("1", None),
        ("1-2", "1"),
    ]


def test_directives_of_sphinx_and_unknown_roles_do_no_harm() -> None:
    page = (
        "Components\n----------\n- :ref:`API <api>` (Go): see :doc:`/api`\n\n.. toctree::\n   :maxdepth: 1\n\n   other\n\n"
        ".. seealso:: the other page\n\nResources\n---------\n- :term:`wiki`\n"
    )
    architecture = read(page).architecture
    assert architecture.components["api"].technology == "Go"
    assert architecture.components["api"].description == "see :doc:`/api`"
    assert architecture.resources == (":term:`wiki`",)
    assert any(".. toctree::" in (note.text or "") for note in architecture.notes)
    assert any("the other page" in (note.text or "") for note in architecture.notes)


def test_links_and_substitutions_are_put_where_they_are_used() -> None:
    page = (
        "Components\n----------\n- API: described in `the wiki`_ of |service|\n\n.. _the wiki: https://example.org/w\n\n"
        ".. |service| replace:: Lockers\n"
    )
    architecture = read(page).architecture
    assert (
        architecture.components["api"].description
        == "described in `the wiki <https://example.org/w>`__ of Lockers"
    )
    assert architecture.notes == ()


def test_pictures_from_elsewhere_are_noted_and_warned_of(tmp_path: Path) -> None:
    (tmp_path / "there.png").write_bytes(b"")
    names = [
        "../up.png",
        "/etc/x.png",
        "https://example.org/x.png",
        "a/../../x.png",
        "missing.png",
        "there.png",
    ]
    page = "Figures\n-------\n" + "".join(f"\n.. image:: {name}\n" for name in names)
    read_ = read(page, folder=tmp_path)
    assert [figure.file for figure in read_.architecture.figures] == ["missing.png", "there.png"]
    assert [each.name for each in read_.diagnostics if "figure" in each.name] == [
        "figure-outside-the-page",
        "figure-outside-the-page",
        "figure-outside-the-page",
        "figure-outside-the-page",
        "no-such-figure",
    ]
    assert sum("x.png" in (note.text or "") for note in read_.architecture.notes) == 3


def test_a_figure_that_leads_out_of_the_folder_by_a_link_is_not_found(tmp_path: Path) -> None:
    outside, folder = tmp_path / "outside.png", tmp_path / "page"
    outside.write_bytes(b"")
    folder.mkdir()
    (folder / "link.png").symlink_to(outside)
    found = read("Figures\n-------\n\n.. image:: link.png\n", folder=folder).diagnostics
    assert "no-such-figure" in [each.name for each in found]


def test_typed_sequences_become_use_cases_in_every_form() -> None:
    page = (
        "Components\n----------\n- A: x\n- B: y\n\nSequence diagrams\n-----------------\n\ntitle First\n\nA->B: one\n\nB->A: two\n\n"
        ".. uml::\n\n   title Second\n   A->B: three\n\nThird\n^^^^^\n::\n\n  A->B: four\n\nUse cases\n---------\n\n- Fourth: somebody\n\n  1. A->B: five\n"
    )
    use_cases = read(page).architecture.use_cases
    assert {id_: [step.text for step in each.steps] for id_, each in use_cases.items()} == {
        "first": ["one", "two"],
        "second": ["three"],
        "third": ["four"],
        "fourth": ["five"],
    }
    assert use_cases["fourth"].description == "somebody"


def test_dependencies_with_assumptions_are_read_in_every_form() -> None:
    title = "External dependencies & associated security assumptions\n" + "-" * 60 + "\n\n"
    as_list = title + "- Keystone: validates tokens\n\n  - Assumption: it is not lying\n"
    as_table = (
        title
        + ".. csv-table::\n   :header: Dependency,Purpose,Security assumptions\n\n   Keystone,validates tokens,it is not lying\n"
    )
    assert (
        read(as_list).architecture.external_dependencies == read(as_table).architecture.external_dependencies
    )
    assert read(as_list).architecture.external_dependencies["keystone"].assumption == ("it is not lying",)


def test_a_dependency_may_be_a_component() -> None:
    page = "Components\n----------\n- Keystone: x\n\nExternal dependencies\n---------------------\n- Keystone: we assume it works\n"
    architecture = read(page).architecture
    assert set(architecture.external_dependencies) == {"keystone"}
    assert "duplicate-id" not in [each.name for each in read(page).diagnostics]


def test_a_page_that_is_none_is_all_notes() -> None:
    page = "Dear all,\n\nplease find nothing here.\n"
    architecture = read(page).architecture
    assert [note.text for note in architecture.notes] == ["Dear all,\n\nplease find nothing here."]
    assert dataclasses.replace(architecture, notes=()) == Architecture()


def test_names_that_no_id_can_say_are_kept_as_they_are() -> None:
    page = "Components\n----------\n- API: x\n- Процесс API: y\n\nInterfaces\n----------\n1. Клиент->API *[TLS]*:\n2. API Хост->Процесс API *[TLS]*:\n"
    read_ = read(page)
    found = [(each.requestor, each.listener) for each in read_.architecture.interfaces.values()]
    assert found[0] == ("Клиент", "api")
    assert found[1][0] == "API Хост"  # and not `api`, which is somebody else
    assert read_.architecture.components[found[1][1] or ""].name == "Процесс API"
    assert "not-an-id" in [each.name for each in read_.diagnostics]
    assert lost(page) == set()
