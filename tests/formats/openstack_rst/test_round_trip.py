"""A page that was written says, when it is read, exactly what it was written from."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

from bartizan.formats.openstack_rst.reader import read_page
from bartizan.formats.openstack_rst.writer import write_page
from bartizan.model.architecture import Architecture
from bartizan.model.carried import Carried
from bartizan.model.interface import Interface
from bartizan.model.page import Template
from bartizan.model.read import read_architecture
from bartizan.source.read_yaml import read_yaml
from bartizan.source.text import Source
from tests.strategies import architectures

PAGES = ("examples/barbican/services/barbican/newton/architecture.yaml", "tests/cli/ready.yaml")


def again(architecture: Architecture) -> Architecture:
    return read_page(Source("page.rst", write_page(architecture)), folder=None).architecture


def from_yaml(file: Path) -> Architecture:
    root = read_yaml(Source(file.name, file.read_text(encoding="utf-8"))).root
    assert root is not None
    return read_architecture(root).architecture


@given(architectures(template=Template.TABLE))
@settings(max_examples=15)
def test_every_architecture_comes_back_from_tables(architecture: Architecture) -> None:
    assert again(architecture) == architecture


@pytest.mark.parametrize("page", PAGES)
def test_a_real_page_comes_back(repository: Path, page: str) -> None:
    architecture = from_yaml(repository / page)

    assert len(architecture.components) > 2
    assert again(architecture) == architecture


@pytest.mark.parametrize("page", PAGES)
def test_a_page_that_was_read_and_written_again_is_the_same_page(repository: Path, page: str) -> None:
    once = write_page(from_yaml(repository / page))

    assert write_page(read_page(Source("page.rst", once), folder=None).architecture) == once


def test_the_published_page_comes_back(repository: Path) -> None:
    file = repository / "examples" / "barbican" / "published" / "architecture-page.rst"
    read = read_page(Source(file.name, file.read_text(encoding="utf-8")), folder=None).architecture

    assert again(read) == read


def test_two_entries_that_name_nothing_leave_no_comma_in_their_cell() -> None:
    nameless = (Carried(encrypted_with=("key",)), Carried(encrypted_with=("key",)))
    architecture = Architecture(
        service="notes", interfaces={"api": Interface(id="api"), "1": Interface(id="1", request=nameless)}
    )

    assert "- ,\n" not in write_page(architecture)
    assert again(architecture) == architecture
