"""Every field of the model makes a difference to a rule or a drawing, or says which one will read it.

Printing a field is not reading it, and neither is searching all texts for placeholders.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import bartizan
from bartizan.knowledge.complete import complete
from bartizan.model.architecture import Architecture
from bartizan.model.compounds import ListOf, MapOf, Record
from bartizan.model.shapes import Shape, key_of
from bartizan.model.steps import Steps
from bartizan.project.open_page import open_page
from bartizan.render.diagrams.block_scene import block_scene
from bartizan.render.diagrams.flow_scene import flow_scene
from bartizan.render.diagrams.sequence_scene import sequence_scene
from bartizan.rules.answers.analysis import analyse_page
from bartizan.rules.answers.impact import impact_of
from bartizan.rules.answers.outcome import Breach
from bartizan.rules.answers.paths import paths_of
from bartizan.rules.answers.questions import questions_of
from bartizan.rules.readiness.rules import ALL
from tests.model.pages import page
from tests.pages.test_readiness_pages import architecture, examples_of
from tests.rules.readiness.clean_page import clean_but, gaps_of
from tests.rules.readiness.test_barbican import BY_HAND
from tests.rules.readiness.test_one_change import CHANGES

PACKAGE = Path(bartizan.__file__).parent
READERS = ("rules/", "knowledge/", "render/diagrams/", "model/names.py")
"""Whoever looks at a field from here does something with it."""
WALKERS = ("rules/readiness/texts.py", "rules/readiness/check.py")
"""These look at all fields alike."""
FOR_PEOPLE = {
    "Architecture.format": "says in which form the file is written: the reading of it",
    "Architecture.include": "names other files: the opening of the page",
    "Architecture.based-on": "names another file: the opening of the page",
    "Architecture.variants": "other forms of the page, each of which is checked and drawn as a page of its own",
    "Architecture.differences": "written by `bartizan diff`; the template says to leave it out of a first page",
    "Contacts.others": "people whom no rule asks for",
    "Deployment.description": "words",
    "Dependency.owner": "who runs it, in words",
    "Component.notes": "words",
    "Component.impact": "words, which the template has for data assets and interfaces only",
    "UseCase.description": "words",
}
"""Fields that are about the file, or are words for people, and that no rule asks for."""


def nouns(
    shape: Shape[Any], seen: dict[type[Any], Record[Any]] | None = None
) -> dict[type[Any], Record[Any]]:
    """Return every noun that a page is made of."""
    seen = {} if seen is None else seen
    if isinstance(shape, Record) and shape.noun not in seen:
        seen[shape.noun] = shape
        for _, inner in shape.fields.values():
            nouns(inner, seen)
    elif isinstance(shape, ListOf | MapOf):
        nouns(shape.shape, seen)
    elif isinstance(shape, Steps):
        nouns(shape.long, seen)
    return seen


NOUNS = nouns(Record(Architecture))


@contextmanager
def recorded(read: set[tuple[str, str]], monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Note each field that is looked at from one of the readers."""
    with monkeypatch.context() as patch:
        for noun in NOUNS:
            patch.setattr(noun, "__getattribute__", _noting(noun, read), raising=False)
        yield


def _noting(noun: type[Any], read: set[tuple[str, str]]) -> Any:
    look = object.__getattribute__

    def noting(self: object, name: str) -> Any:
        if _is_reader(sys._getframe(1).f_code.co_filename):
            read.add((noun.__name__, name))
        return look(self, name)

    return noting


@cache
def _is_reader(file: str) -> bool:
    if not Path(file).is_relative_to(PACKAGE):
        return False
    where = Path(file).relative_to(PACKAGE).as_posix()
    return where.startswith(READERS) and where not in WALKERS


EXAMPLES = Path(__file__).parents[3] / "examples"


def architecture_at(path: Path) -> Architecture:
    return open_page(path).architecture


def draw(architecture: Architecture) -> None:
    block_scene(architecture)
    flow_scene(architecture, None)
    for use_case in architecture.use_cases.values():
        flow_scene(architecture, use_case)
        sequence_scene(architecture, use_case)


def pages() -> list[Architecture]:
    """Pages on which every rule has something to look at."""
    examples = [examples_of(rule) for rule in ALL]
    return [
        *(clean_but(change) for change, _ in CHANGES),
        *(architecture(text) for each in examples for text in (each.with_gap, each.without)),
        page(BY_HAND).architecture,
    ]


@pytest.fixture(scope="module")
def read() -> set[tuple[str, str]]:
    """The fields that the rules, what knowledge brings, and the drawings look at."""
    found: set[tuple[str, str]] = set()
    made = pages()
    with pytest.MonkeyPatch.context() as patch, recorded(found, patch):
        for each in made:
            gaps_of(each)
        for each in (
            *made,
            architecture_at(EXAMPLES / "barbican-reviewed"),
            architecture_at(EXAMPLES / "pki"),
        ):
            analysis = analyse_page(each)
            questions_of(analysis)
            impact_of(analysis)
            for actor in analysis.actors[:1]:
                paths_of(analysis, actor, Breach.LEARNED, next(iter(each.data_assets), ""))
        complete(made[0])
        draw(made[0])
    return found


def unread(read: set[tuple[str, str]]) -> list[str]:
    """Return the fields that nothing reads and that do not say what will; parts of such a field go with it."""
    later = {
        inner.noun
        for record in NOUNS.values()
        for field, shape in record.fields.values()
        if field.metadata["used_by"]
        for inner in NOUNS.values()
        if inner.noun in nouns(shape)
    }
    return [
        f"{noun.__name__}.{key_of(field)}"
        for noun, record in NOUNS.items()
        for field, _ in record.fields.values()
        if (noun.__name__, field.name) not in read and not field.metadata["used_by"] and noun not in later
    ]


def test_a_field_that_nothing_reads_says_what_will_read_it(read: set[tuple[str, str]]) -> None:
    assert [field for field in unread(read) if field not in FOR_PEOPLE] == []


def test_what_is_said_of_unread_fields_is_true(read: set[tuple[str, str]]) -> None:
    assert set(FOR_PEOPLE) - set(unread(read)) == set()


def test_the_recording_sees_what_is_read_and_nothing_else(read: set[tuple[str, str]]) -> None:
    assert ("Interface", "protocol") in read
    assert ("Placement", "extractable") in read
    assert ("Control", "verified_by") not in read
    assert ("Deployment", "description") not in read
