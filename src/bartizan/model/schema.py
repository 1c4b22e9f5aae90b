"""The JSON Schema of the file, by which editors complete and explain."""

from __future__ import annotations

import dataclasses
from typing import Any

from bartizan.model.architecture import Architecture
from bartizan.model.compounds import ListOf, MapOf, Record
from bartizan.model.shapes import Shape, shape_of
from bartizan.model.steps import Steps

SCHEMA_ID = "urn:bartizan:architecture:1"


def architecture_schema(*, known: dict[tuple[str, str], list[str]] | None = None) -> dict[str, Any]:
    """Return the schema, draft 2020-12.

    `known` gives words to offer for a field that takes any text, by noun and field: `("Component", "kind")`. They are
    examples, not a limit.
    """
    records = {record.noun.__name__: record for record in _records(Record(Architecture))}
    definitions = {name: record.definition() for name, record in sorted(records.items())}
    for (noun, field), words in (known or {}).items():
        definitions[noun]["properties"][field]["examples"] = words
    page = definitions.pop("Architecture")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": SCHEMA_ID,
        "title": "Bartizan architecture page",
        **page,
        "required": ["service"],
        "$defs": definitions,
    }


def _records(record: Record[Any], seen: frozenset[type] = frozenset()) -> list[Record[Any]]:
    """Return the record and all records within it."""
    if record.noun in seen:
        return []
    seen |= {record.noun}
    found = [record]
    for field in dataclasses.fields(record.noun):
        shape = shape_of(field)
        for inner in _within(shape):
            found += _records(inner, seen)
    return found


def _within(shape: Shape[Any] | None) -> list[Record[Any]]:
    if isinstance(shape, Record):
        return [shape]
    if isinstance(shape, (ListOf, MapOf)):
        return _within(shape.shape)
    if isinstance(shape, Steps):
        return [shape.long]
    return []
