"""The example that comes with Bartizan was read from the page that was published, and says all that the page says."""

from __future__ import annotations

from pathlib import Path

from bartizan.model.architecture import Architecture
from bartizan.model.read import read_architecture
from bartizan.source.read_yaml import read_yaml
from bartizan.source.text import Source
from tests.formats.openstack_rst.said import labels, read, words, words_said

BARBICAN = Path("examples") / "barbican"


def published(repository: Path) -> Architecture:
    file = repository / BARBICAN / "published" / "architecture-page.rst"
    return read(file.read_text(encoding="utf-8"), file.name, file.parent).architecture


def completed(repository: Path) -> Architecture:
    file = repository / BARBICAN / "services" / "barbican" / "newton" / "architecture.yaml"
    root = read_yaml(Source(file.name, file.read_text(encoding="utf-8"))).root
    assert root is not None
    return read_architecture(root).architecture


def test_the_head_of_the_example_is_that_of_the_page(repository: Path) -> None:
    page, example = published(repository), completed(repository)

    for field in ("service", "release", "version", "status", "contacts", "purpose", "users", "resources"):
        assert getattr(example, field) == getattr(page, field), field


def test_the_example_has_the_interfaces_of_the_page(repository: Path) -> None:
    page, example = published(repository).interfaces, completed(repository).interfaces

    assert set(page) <= set(example)
    assert {id_: example[id_].protocol for id_ in page} == {id_: each.protocol for id_, each in page.items()}


def test_the_example_keeps_what_the_page_says_of_failures(repository: Path) -> None:
    page = published(repository)
    said = words_said(completed(repository))
    impacts = [each.impact for each in page.data_assets.values() if each.impact]
    texts = [
        text for each in impacts for text in (each.confidentiality, each.integrity, each.availability) if text
    ]

    assert len(texts) > 30
    assert {word for text in texts for word in words(text)} - said - labels() == set()
