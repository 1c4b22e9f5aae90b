"""Architectures in which every field of every noun says something, with texts of one's choice."""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Callable
from typing import Any

from bartizan.model.architecture import Architecture, FormatVersion
from bartizan.model.compounds import ListOf, MapOf, Record
from bartizan.model.shapes import AnyTree, Date, Flag, Id, IdOrProse, Number, OneOf, Prose, Shape, Text, YesNo
from bartizan.model.steps import Steps
from bartizan.render.diagrams.picture import Picture

Texts = Callable[[], str]
"""Gives the next text."""


def filled(text: Texts) -> Architecture:
    """Return a page whose every field, list and mapping holds something; ids are those of elements that exist."""
    return Architecture(**_fields(Record(Architecture), text))


def numbered(pattern: str = "said{}x") -> tuple[Texts, list[str]]:
    """Return a giver of texts that are all different, and the list of those it gave."""
    given: list[str] = []

    def text() -> str:
        given.append(pattern.format(len(given)))
        return given[-1]

    return text, given


def constant(text: str) -> Texts:
    """Return a giver that always gives the same text."""
    return itertools.repeat(text).__next__


def id_in(section: str) -> str:
    """Return the id of the one element of a section."""
    return f"one-of-{section}"


def _fields(record: Record[Any], text: Texts) -> dict[str, Any]:
    return {field.name: value_of(shape, text, key) for key, (field, shape) in record.fields.items()}


def value_of(shape: Shape[Any], text: Texts, key: str = "") -> Any:
    """Return a value of that shape that says something."""
    if isinstance(shape, FormatVersion):
        return "1"
    if isinstance(shape, IdOrProse | Prose | Text) and not isinstance(shape, Id):
        return text()
    if isinstance(shape, IdOrProse):
        return f"{text()} {text()}"
    if isinstance(shape, Id):
        return id_in(shape.sections[0])
    if isinstance(shape, YesNo):
        return Flag.YES
    if isinstance(shape, OneOf):
        return next(iter(shape.choices.__members__.values()))
    if isinstance(shape, Date):
        return datetime.date(2031, 5, 17)
    if isinstance(shape, Number):
        return shape.most
    if isinstance(shape, AnyTree):
        return {"key": text()}
    if isinstance(shape, Steps):
        return (value_of(shape.long, text),)
    if isinstance(shape, ListOf):
        return (value_of(shape.shape, text), value_of(shape.shape, text))
    if isinstance(shape, MapOf):
        id_ = id_in(shape.key_sections[0] if shape.key_sections else key) if shape.keys != "text" else text()
        return {id_: _value_under(id_, shape.shape, text)}
    if isinstance(shape, Record):
        return shape.noun(**_fields(shape, text))
    message = f"no value is known for {type(shape).__name__}"
    raise NotImplementedError(message)


def _value_under(id_: str, shape: Shape[Any], text: Texts) -> Any:
    if isinstance(shape, Record) and shape.has_id:
        return shape.noun(id=id_, **_fields(shape, text))
    return value_of(shape, text)


def some_picture(
    name: str = "notes-architecture", words: str = "Client", size: tuple[int, int] = (400, 300)
) -> Picture:
    """Return a small picture of the form that ours have."""
    width, height = size
    start = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" '
        f'class="bartizan-diagram" role="graphics-document document" aria-labelledby="{name}-title {name}-desc">'
    )
    inside = (
        f'<title id="{name}-title">A picture</title><desc id="{name}-desc">What it shows.</desc>'
        f'<defs><clipPath id="clip"><rect width="{width}" height="{height}"/></clipPath></defs>'
        f'<g clip-path="url(#clip)"><text x="10" y="20" font-family="Inter" font-size="12">{words}</text></g></svg>'
    )
    style = "<style>.bartizan-diagram{--bz-ink:#000}@media (prefers-color-scheme:dark){.bartizan-diagram{--bz-ink:#fff}}</style>"
    return Picture(
        name, "A picture", "What it shows.", width, height, f"{start}{style}{inside}", f"{start}{inside}"
    )
