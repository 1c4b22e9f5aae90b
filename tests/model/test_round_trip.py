"""What is written reads back the same, whatever it says."""

from __future__ import annotations

from hypothesis import example, given

from bartizan.model.architecture import Architecture
from bartizan.model.interface import Interface
from bartizan.model.read import PAGE, read_architecture
from bartizan.model.reading import Reading
from bartizan.model.write import plain_tree
from bartizan.source.read_yaml import read_yaml
from bartizan.source.text import Source
from bartizan.source.write_yaml import write_yaml
from tests.model.pages import FIRST_PAGE, page
from tests.strategies import architectures


@given(architectures())
@example(Architecture(service="x", interfaces={"1": Interface(id="1", protocol=("yes", "1.10"))}))
def test_an_architecture_that_is_written_and_read_is_the_same(architecture: Architecture) -> None:
    parsed = read_yaml(Source("architecture.yaml", write_yaml(plain_tree(architecture))))
    assert parsed.diagnostics == ()
    assert parsed.root is not None
    reading = Reading()
    assert PAGE.read(parsed.root, (), reading) == architecture
    assert reading.diagnostics == []


def test_the_first_page_is_written_as_short_as_it_was_typed() -> None:
    written = write_yaml(plain_tree(page(FIRST_PAGE).architecture))
    assert page(written).architecture == page(FIRST_PAGE).architecture
    assert len(written.splitlines()) <= len(FIRST_PAGE.splitlines()) + 3
    assert "persisted: database" in written
    assert '"' not in written


@given(architectures())
def test_reading_and_writing_never_depends_on_the_references_being_right(architecture: Architecture) -> None:
    parsed = read_yaml(Source("architecture.yaml", write_yaml(plain_tree(architecture))))
    assert parsed.root is not None
    for problem in read_architecture(parsed.root).diagnostics:
        assert problem.name.startswith(("no-such-", "duplicate-id"))
        assert problem.at is not None
