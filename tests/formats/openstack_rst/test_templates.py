"""The templates themselves: guidance that nobody replaced is kept and never becomes a fact."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from bartizan.formats.openstack_rst.template_text import is_guidance
from bartizan.model.architecture import Architecture
from bartizan.model.page import Template
from tests.formats.openstack_rst.said import lost, read

PAGES = {
    "table": "process/templates/architecture-page.rst",
    "list": "templates/architecture-page.rst",
    "guidance": "security-guide-review/security-review/architecture-page-guidance.rst",
}


def text_of(shared: Path, name: str) -> str:
    return (shared / "corpus" / "openstack-ta" / PAGES[name]).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_an_untouched_template_says_nothing_but_notes(shared: Path, name: str) -> None:
    architecture = read(text_of(shared, name)).architecture
    assert architecture.notes
    nothing = dataclasses.replace(architecture, notes=(), template=None)
    assert nothing == Architecture()


@pytest.mark.parametrize("name", PAGES)
def test_no_word_of_a_template_is_lost(shared: Path, name: str) -> None:
    assert lost(text_of(shared, name)) == set()


def test_the_table_template_is_known_by_its_tables(shared: Path) -> None:
    assert read(text_of(shared, "table")).architecture.template is Template.TABLE


def test_what_is_filled_in_beside_guidance_is_a_fact(shared: Path) -> None:
    page = text_of(shared, "table")
    page = page.replace(
        '   "1"\n', '   "1","Public","HTTPS","Client","Token","Password","","Keystone","","","log in"\n'
    )
    page = page.replace(
        "- component-2 [I-C]: Describe component", "- Keystone (Python) [U-C]: knows everybody"
    )
    page = page.replace("**Status**: Draft/Ready for Review/Reviewed", "**Status**: Reviewed")
    page = page.replace(
        '  "System reply",', '  "Password","Secret","High","Low","What people know"\n  "System reply",'
    )
    architecture = read(page).architecture
    assert list(architecture.components) == ["keystone"]
    assert list(architecture.interfaces) == ["1"]
    assert architecture.interfaces["1"].listener == "keystone"
    assert architecture.interfaces["1"].request_credentials == ("password",)
    assert list(architecture.data_assets) == ["password"]
    assert architecture.status is not None


def test_an_example_of_the_template_is_a_fact_where_nothing_calls_it_an_example() -> None:
    page = "Data assets\n~~~~~~~~~~~\n{}- *ACL rules* - persisted in database\n"
    assert list(read(page.format("")).architecture.data_assets) == ["acl-rules"]
    assert list(read(page.format("For example:\n\n")).architecture.data_assets) == []


def test_guidance_is_known_by_its_words_and_not_by_how_its_lines_are_broken() -> None:
    assert is_guidance("Enter a component name in the Requestor and\nListener columns")
    assert is_guidance(
        "A brief description of the purpose of the project. Include links to relevant presentations and further documentation "
        "if available."
    )
    assert not is_guidance("A brief description of the purpose of the project. It stores keys.")
    assert not is_guidance("")
