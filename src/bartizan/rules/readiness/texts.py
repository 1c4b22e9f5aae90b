"""Every text of a page with its place, for rules that look at words whatever they are about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from bartizan.model.architecture import Architecture
from bartizan.model.compounds import ListOf, MapOf, Record
from bartizan.model.shapes import AnyTree, Id, IdOrProse, OneOf, Prose, Shape, Text, YesNo
from bartizan.model.steps import Steps
from bartizan.source.nodes import Path

_UNKNOWN = "unknown"
_NOTHING: tuple[object, ...] = ((), {})


@dataclass(frozen=True, slots=True)
class Written:
    """One text as it was written."""

    path: Path
    text: str
    prose: bool
    """Whether it is paragraphs, rather than a name, a label or a word in a table."""

    @property
    def element(self) -> str:
        """The id of the element it belongs to, or the section's word where the section has no elements."""
        return element_at(self.path)


SECTIONS_WITHOUT_ELEMENTS = frozenset({"contacts", "deployment", "summary-of-controls", "variants"})
"""Sections whose keys are no ids of elements."""


def element_at(path: Path) -> str:
    """Return the id of the element at a path, or the section's word where it has no elements."""
    section, *rest = path
    if rest and isinstance(rest[0], str) and section not in SECTIONS_WITHOUT_ELEMENTS:
        return rest[0]
    return str(section)


@dataclass(frozen=True, slots=True)
class Leaf:
    """One value that is not made of others."""

    path: Path
    value: Any
    shape: Shape[Any]


def leaves(architecture: Architecture) -> Iterator[Leaf]:
    """Yield everything that the page says, in its order."""
    for path, value, shape in _leaves(Record(Architecture), architecture, ()):
        yield Leaf(path, value, shape)


def texts(said: Iterable[Leaf]) -> Iterator[Written]:
    """Yield every text among the leaves."""
    for leaf in said:
        if isinstance(leaf.value, str) and isinstance(leaf.shape, Text | Prose | IdOrProse | AnyTree):
            yield Written(leaf.path, leaf.value, prose=isinstance(leaf.shape, Prose))


def unknowns(said: Iterable[Leaf]) -> Iterator[Path]:
    """Yield every place among the leaves where the word `unknown` stands for an answer."""
    for leaf in said:
        word = leaf.value.value if isinstance(leaf.value, Enum) else leaf.value
        answers = isinstance(leaf.shape, Id | Text | OneOf | YesNo | Prose)
        if answers and isinstance(word, str) and word.lower() == _UNKNOWN:
            yield leaf.path


def _leaves(shape: Shape[Any], value: Any, path: Path) -> Iterator[tuple[Path, Any, Shape[Any]]]:
    """Yield each value that was said and is not made of others, with its place and shape."""
    if isinstance(shape, Record):
        for key, (field, inner) in shape.fields.items():
            each = getattr(value, field.name)
            if each is not None and each not in _NOTHING:
                yield from _leaves(inner, each, (*path, key))
    elif isinstance(shape, ListOf):
        for at, each in enumerate(value):
            if each is not None:
                yield from _leaves(shape.shape, each, (*path, at))
    elif isinstance(shape, MapOf):
        for key, each in value.items():
            if each is not None:
                yield from _leaves(shape.shape, each, (*path, key))
    elif isinstance(shape, Steps):
        for at, step in enumerate(value):
            yield from _leaves(shape.long, step, (*path, at))
    elif isinstance(shape, AnyTree):
        yield from _tree(shape, value, path)
    else:
        yield path, value, shape


def _tree(shape: Shape[Any], value: Any, path: Path) -> Iterator[tuple[Path, Any, Shape[Any]]]:
    if isinstance(value, Mapping):
        for key, each in value.items():
            yield from _tree(shape, each, (*path, key))
    elif isinstance(value, list | tuple):
        for at, each in enumerate(value):
            yield from _tree(shape, each, (*path, at))
    elif value is not None:
        yield path, value, shape
