"""The page about `architecture.yaml`: every field, how it is written and what it means, from its declaration in the model."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from enum import Enum
from typing import Any

from bartizan.model.architecture import Architecture
from bartizan.model.compounds import ListOf, MapOf, Record
from bartizan.model.shapes import (
    AnyTree,
    Date,
    Id,
    IdOrProse,
    Number,
    OneOf,
    Prose,
    Shape,
    Text,
    YesNo,
    meaning_of,
)
from bartizan.model.steps import Steps

INTRODUCTION = """\
# The architecture file

`architecture.yaml` is one YAML file. Everything is optional but the names: a first page is ten lines. `bartizan schema` prints the same as a
JSON Schema, for editors.

Where a list can stand, a single value may stand without brackets. `unknown` may stand for any text, id or yes-or-no: asked, and nobody knows
(see [Said, and not said](../../concept/said-and-not-said.md)). An id is written in lower case with hyphens.
"""

RESERVED = """\
## Fields that wait for the analysis

These fields are read, checked, kept and written today. What follows from them is concluded by the analysis, which comes with a later release; the
rule that will read each stands beside it.

| field | of | rule |
|---|---|---|
"""


def architecture_file_pages() -> dict[str, str]:
    """Return one page, with a section for the page as a whole and for each noun in it."""
    nouns = records(Record(Architecture))
    sections = [section(record) for record in nouns]
    return {"architecture-file.md": "\n".join([INTRODUCTION, *sections, waiting(nouns)])}


def records(record: Record[Any]) -> list[Record[Any]]:
    """Return the record and all records within it, each noun once, in the order in which the page needs them."""
    found = {record.noun: record}
    waiting_to_be_seen = [record]
    while waiting_to_be_seen:
        for _, shape in waiting_to_be_seen.pop(0).fields.values():
            for inner in within(shape):
                if inner.noun not in found:
                    found[inner.noun] = inner
                    waiting_to_be_seen.append(inner)
    return list(found.values())


def within(shape: Shape[Any]) -> Iterator[Record[Any]]:
    """Yield the records that stand directly in a shape."""
    if isinstance(shape, Record):
        yield shape
    elif isinstance(shape, (ListOf, MapOf)):
        yield from within(shape.shape)
    elif isinstance(shape, Steps):
        yield shape.long


def section(record: Record[Any]) -> str:
    """Return the section about one noun: what it is, and a table of its fields."""
    rows = [row(key, field, shape) for key, (field, shape) in record.fields.items()]
    head = "| field | written as | means |\n|---|---|---|"
    says = (record.noun.__doc__ or "").strip().replace("\n", " ")
    return "\n".join([f"## {title(record.noun)}\n", f"{says}\n", head, *rows, ""])


def row(key: str, field: dataclasses.Field[Any], shape: Shape[Any]) -> str:
    """Return the table row of one field."""
    return f"| `{key}` | {cell(words(shape))} | {cell(meaning_of(field))} |"


def words(shape: Shape[Any], *, plural: bool = False) -> str:
    """Say in words how a shape is written."""
    match shape:
        case Prose():
            return "paragraphs" if plural else "prose"
        case IdOrProse():
            return f"{ids(shape, plural=plural)}, or words"
        case Id():
            return ids(shape, plural=plural)
        case OneOf():
            return choices(shape.choices)
        case YesNo():
            return "`yes`, `no`"
        case Number():
            return f"a number from {shape.least:g} to {shape.most:g}"
        case Date():
            return "a day, as 2026-12-31"
        case ListOf():
            return f"list: {words(shape.shape, plural=True)}"
        case MapOf():
            return f"mapping: {words(shape.shape)} each"
        case Record():
            name = title(shape.noun)
            return f"[{name}](#{anchor(name)})" + (f", or its `{shape.short}` alone" if shape.short else "")
        case Steps():
            return "lines such as `A->B: text [1]`, or a list of [steps](#step)"
        case AnyTree():
            return "a patch of this file"
        case Text():
            return "text"
    # A shape of the model's own, made for one field: its docstring says how it is written.
    return (type(shape).__doc__ or "").strip().splitlines()[0].rstrip(".")


def ids(shape: Id, *, plural: bool) -> str:
    """Say of which sections the ids are."""
    of = " or ".join(f"`{section}`" for section in shape.sections)
    return f"ids from {of}" if plural else f"an id from {of}"


def choices(values: type[Enum]) -> str:
    """List the words of an enumeration."""
    return ", ".join(f"`{choice.value}`" for choice in values)


def waiting(nouns: list[Record[Any]]) -> str:
    """List the fields that nothing in this release draws a conclusion from, with the rule that will."""
    rows = [
        f"| `{key}` | [{title(record.noun)}](#{anchor(title(record.noun))}) | {field.metadata['used_by']} |\n"
        for record in nouns
        for key, (field, _) in record.fields.items()
        if field.metadata.get("used_by")
    ]
    return RESERVED + "".join(rows) if rows else ""


def title(noun: type) -> str:
    """Return a noun's name as two words where it is two: `DataAsset` is a data asset."""
    if noun is Architecture:
        return "The page as a whole"
    spaced = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in noun.__name__)
    return spaced.strip().capitalize()


def anchor(heading: str) -> str:
    """Return what a heading is called in a link."""
    return heading.lower().replace(" ", "-")


def cell(text: str) -> str:
    """Return text that stays within its table cell."""
    return text.replace("|", "\\|").replace("\n", " ")
