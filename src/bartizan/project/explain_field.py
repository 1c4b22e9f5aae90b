"""Explains a field of the page from its own declaration: what it means, what it takes, what it belongs to."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from bartizan.model.compounds import ListOf, MapOf, Record
from bartizan.model.read import PAGE
from bartizan.model.shapes import (
    SINGULAR,
    AnyTree,
    Date,
    Id,
    IdOrProse,
    Number,
    OneOf,
    Prose,
    Shape,
    YesNo,
    meaning_of,
    with_article,
)
from bartizan.model.steps import Steps


@dataclass(frozen=True, slots=True)
class _Place:
    """One field, found by walking from the page."""

    path: tuple[str, ...]
    meaning: str
    shape: Shape[Any]


def explain_field(name: str) -> str | None:
    """Return what is to be said about a field such as `components/instances`, in Markdown.

    A path with ids in it, as in `interfaces/1/listener`, is understood; so is the last word alone, which then
    explains every field that is called so.
    """
    sections = {noun: section for section, noun in SINGULAR.items()}
    name = sections.get(name, name)
    words = tuple(word for word in re.split(r"[/.\s]+", name.strip("/.")) if word)
    places = [place for place in _places() if _fits(place.path, words)]
    exact = [place for place in places if len(place.path) <= len(words)]
    return "\n".join(_page(place) for place in exact or places) or None


def explain_choice(word: str) -> str | None:
    """Return what is to be said about a word that a field offers to choose from, such as `third party`, in Markdown."""
    offered = [
        f"# {word} (what `{'/'.join(place.path)}` may say)\n\n{place.meaning}\n\nTakes {_takes(place.shape)}.\n"
        for place in _places()
        if word != "unknown" and word in _choices(place.shape)
    ]
    return "\n".join(offered) or None


def _choices(shape: Shape[Any]) -> set[str]:
    if isinstance(shape, ListOf):
        return _choices(shape.shape)
    return {str(choice.value).lower() for choice in shape.choices} if isinstance(shape, OneOf) else set()


def field_names() -> tuple[str, ...]:
    """Return every field by its path, in the order of the page."""
    return tuple("/".join(place.path) for place in _places())


def _fits(path: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether `words` ends as `path` does, with ids allowed behind the name of a section."""
    if not words or words[-1] != path[-1]:
        return False
    left = list(words[:-1])
    for step in reversed(path[:-1]):
        if left and left[-1] != step and len(left) > 1 and left[-2] == step:
            left.pop()
        if not left:
            return len(words) == 1
        if left.pop() != step:
            return False
    return not left


def _places(
    record: Record[Any] = PAGE, path: tuple[str, ...] = (), around: frozenset[type] = frozenset()
) -> Iterator[_Place]:
    for key, (field, shape) in record.fields.items():
        yield _Place((*path, key), meaning_of(field), shape)
        inner = _record_in(shape)
        if inner is not None and inner.noun not in around:
            yield from _places(inner, (*path, key), around | {inner.noun})


def _record_in(shape: Shape[Any]) -> Record[Any] | None:
    if isinstance(shape, Record):
        return shape
    if isinstance(shape, Steps):
        return shape.long
    return _record_in(shape.shape) if isinstance(shape, (ListOf, MapOf)) else None


def _page(place: _Place) -> str:
    lines = [f"# {'/'.join(place.path)}", "", place.meaning, "", f"Takes {_takes(place.shape)}."]
    inner = _record_in(place.shape)
    if inner is not None:
        doc = inspect.cleandoc(inner.noun.__doc__ or "")
        lines += ["", doc, "", "Fields:", ""]
        lines += [f"- `{key}`: {meaning_of(field)}" for key, (field, _) in inner.fields.items()]
    return "\n".join(lines) + "\n"


def _takes(shape: Shape[Any]) -> str:
    """Say in words what may be written."""
    if isinstance(shape, ListOf):
        return f"{_takes(shape.shape)}; or a list of that"
    if isinstance(shape, MapOf):
        return "a mapping: one key for each, with " + _takes(shape.shape) + " under it"
    if isinstance(shape, Record):
        short = f"; alone on the line, `{shape.short}` is meant" if shape.short else ""
        return f"a mapping with the fields below{short}"
    if isinstance(shape, Steps):
        return "steps, one a line, such as `Client->API: store a secret [1]`; or a list of steps"
    if isinstance(shape, Id):
        what = " or ".join(SINGULAR[section] for section in shape.sections)
        words = "".join(f", or `{word}`" for word in shape.words)
        prose = ", or a few words of prose" if isinstance(shape, IdOrProse) else ""
        return f"the id of {with_article(what)}{words}{prose}"
    if isinstance(shape, OneOf):
        return "one of " + ", ".join(f"`{choice.value}`" for choice in shape.choices)
    if isinstance(shape, Number):
        return f"a number from {shape.least:g} to {shape.most:g}"
    words_for: tuple[tuple[type[Shape[Any]], str], ...] = (
        (YesNo, "`yes`, `no` or `unknown`"),
        (Date, "a day such as `2026-12-31`"),
        (Prose, "text, of one or more paragraphs, in reStructuredText"),
        (AnyTree, "whatever the page itself takes"),
    )
    return next((words for kind, words in words_for if isinstance(shape, kind)), "one line of text")
