"""Each page in examples/ becomes exactly the architecture beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from bartizan.formats.openstack_rst.writer import write_page
from bartizan.model.read import read_architecture
from bartizan.model.write import plain_tree
from bartizan.source.read_yaml import read_yaml
from bartizan.source.text import Source
from bartizan.source.write_yaml import write_yaml
from tests.formats.openstack_rst.said import lost, read

EXAMPLES = Path(__file__).parents[3] / "src" / "bartizan" / "formats" / "openstack_rst" / "examples"
PAGES = sorted(EXAMPLES.glob("*.rst"))


def test_there_are_examples() -> None:
    assert len(PAGES) == 2


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_an_example_becomes_the_file_beside_it(page: Path) -> None:
    architecture = read(page.read_text(encoding="utf-8"), page.name).architecture
    wanted = page.with_suffix(".yaml").read_text(encoding="utf-8")
    assert write_yaml(plain_tree(architecture)) == wanted
    root = read_yaml(Source("example.yaml", wanted)).root
    assert root is not None
    assert read_architecture(root).architecture == architecture


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_no_word_of_an_example_is_lost(page: Path) -> None:
    assert lost(page.read_text(encoding="utf-8")) <= {"none"}  # which the file says as `nothing`


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_an_example_that_was_read_and_written_reads_the_same(page: Path) -> None:
    architecture = read(page.read_text(encoding="utf-8"), page.name).architecture
    assert read(write_page(architecture)).architecture == architecture
