"""Finds the elements that only have another id in a newer page, so that what names them does not look changed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Any

from bartizan.model.architecture import Architecture
from bartizan.model.compounds import ListOf, MapOf, Record
from bartizan.model.names import display_name, fold
from bartizan.model.references import SECTIONS, section
from bartizan.model.shapes import Id, IdOrProse, Shape
from bartizan.model.steps import Steps


def new_ids(old: Architecture, new: Architecture) -> dict[str, str]:
    """Return the ids that changed, with what they are now.

    An element that is gone and one that is new are the same when they say the same, or when they are the only ones of
    their name.
    """
    found: dict[str, str] = {}
    for name in SECTIONS:
        before, after = section(old, name), section(new, name)
        gone = {id_: element for id_, element in before.items() if id_ not in after}
        come = {id_: element for id_, element in after.items() if id_ not in before}
        for former, now in _pairs(gone, come):
            found.setdefault(former, now)
    return {
        former: now for former, now in found.items() if "/" not in former or _control(former, found) != now
    }


def with_new_ids(architecture: Architecture, ids: Mapping[str, str]) -> Architecture:
    """Return the architecture with each of `ids` replaced wherever an element is named."""
    renamed: Architecture = _renamed(Record(Architecture), architecture, ids)
    return renamed


def _pairs(gone: Mapping[str, Any], come: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    left = dict(come)
    for former, element in gone.items():
        now = next((id_ for id_, each in left.items() if _says_the_same(element, each)), None)
        if now is None:
            name = fold(display_name(element))
            alike = [id_ for id_, each in left.items() if fold(display_name(each)) == name]
            same_before = [id_ for id_, each in gone.items() if fold(display_name(each)) == name]
            now = alike[0] if len(alike) == len(same_before) == 1 else None
        if now is not None:
            del left[now]
            yield former, now


def _says_the_same(one: Any, other: Any) -> bool:
    """Whether two elements differ in their ids only; that both say nothing proves nothing."""
    return bool(dataclasses.replace(one, id=other.id) == other and one != type(one)(id=one.id))


def _renamed(shape: Shape[Any], value: Any, ids: Mapping[str, str]) -> Any:
    """Return a value of `shape` with the ids in it replaced."""
    if value is None or value == shape.missing:
        return value
    if isinstance(shape, IdOrProse) and "controls" in shape.sections:
        return _control(value, ids)
    if isinstance(shape, Id):
        return ids.get(value, value)
    if isinstance(shape, Steps):
        return tuple(_renamed(shape.long, each, ids) for each in value)
    if isinstance(shape, ListOf):
        return tuple(_renamed(shape.shape, each, ids) for each in value)
    if isinstance(shape, MapOf):
        return {_key(shape, key, ids): _renamed(shape.shape, each, ids) for key, each in value.items()}
    if isinstance(shape, Record):
        fields = {
            field.name: _renamed(inner, getattr(value, field.name), ids)
            for field, inner in shape.fields.values()
        }
        if shape.has_id:
            fields["id"] = _control(value.id, ids)
        return dataclasses.replace(value, **fields)
    return value


def _key(shape: MapOf[Any], key: str, ids: Mapping[str, str]) -> str:
    if shape.keys == "control":
        return _control(key, ids)
    names_something = shape.key_sections or (isinstance(shape.shape, Record) and shape.shape.has_id)
    return ids.get(key, key) if names_something else key


def _control(id_: str, ids: Mapping[str, str]) -> str:
    """Return the id of a control, or of anything else, with the element that it begins with replaced."""
    element, slash, word = id_.partition("/")
    return f"{ids.get(element, element)}{slash}{word}"
