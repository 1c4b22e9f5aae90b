"""Tables of elements: the columns that are asked for, and everything else that was said in the last one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from bartizan.model.compounds import Record
from bartizan.model.names import display_name
from bartizan.model.shapes import Flag
from bartizan.render.page.document import (
    Block,
    Blocks,
    Column,
    Facts,
    Nature,
    Paragraph,
    Row,
    Table,
    Tone,
    Word,
    Words,
)
from bartizan.render.page.names import Names
from bartizan.render.page.wording import blocks_of, facts_of

Said = Callable[[Any], Blocks]
"""Answers what stands in a column for one element."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A column of a table, made from one attribute of the elements or by a function of its own."""

    title: str
    nature: Nature
    attribute: str = ""
    made: Said | None = None
    optional: bool = False
    """Whether nobody minds when no element says anything about it."""


def table_of(
    title: str,
    section: str,
    elements: Mapping[str, Any],
    columns: Iterable[Asked],
    names: Names,
    *,
    last: str = "Description",
    links: Mapping[str, str] = MappingProxyType({}),
    beside: str = "",
    also_asked: tuple[str, ...] = (),
) -> Blocks:
    """Return a table with a name column, `columns`, and a last one of descriptions and all other facts.

    Where the name of an element leads is in `links`, by id. Under the name stands the attribute `beside`. A column about which no element says anything is left out, and named in the table's `not_said`;
    so are the attributes `also_asked`, which have no column of their own.
    """
    if not elements:
        return ()
    asked = tuple(columns)
    taken = frozenset(column.attribute for column in asked) | {"name", beside}
    rows = {id_: [_cell(column, each, names) for column in asked] for id_, each in elements.items()}
    said = [any(cells[at] for cells in rows.values()) for at in range(len(asked))]
    kept = [at for at, is_said in enumerate(said) if is_said]
    finals = {id_: _final_cell(each, taken, names) for id_, each in elements.items()}
    heads = [Column(title, Nature.NAME), *(_column(asked[at]) for at in kept)]
    if any(finals.values()):
        heads.append(Column(last, Nature.PROSE))
    table_rows = []
    for id_, element in elements.items():
        name = (Paragraph(name_words(element, links.get(id_, ""))), *_quietly(element, beside))
        cells = [name, *(rows[id_][at] for at in kept), finals[id_]]
        table_rows.append(Row(names.anchor(section, id_), tuple(cells[: len(heads)])))
    missing = tuple(
        column.title
        for column, is_said in zip(asked, said, strict=True)
        if not is_said and not column.optional
    )
    if not any(finals.values()):
        missing = (*missing, last)
    for each in also_asked:
        if not any(getattr(element, each) for element in elements.values()):
            missing = (*missing, each.replace("_", " ").capitalize())
    return (Table(title, tuple(heads), tuple(table_rows), missing),)


def _quietly(element: Any, attribute: str) -> Blocks:
    text = getattr(element, attribute) if attribute else None
    return (Paragraph((Word(text, Tone.UNKNOWN if text == "unknown" else Tone.ASIDE),)),) if text else ()


def _column(asked: Asked) -> Column:
    return Column(asked.title, asked.nature, asked=not asked.optional)


def _cell(column: Asked, element: Any, names: Names) -> Blocks:
    if column.made:
        return column.made(element)
    return field_blocks(element, column.attribute, names)


def _final_cell(element: Any, taken: frozenset[str], names: Names) -> Blocks:
    """Return the description and, under it, every fact that has no column."""
    blocks: list[Block] = []
    if "description" not in taken:
        blocks += field_blocks(element, "description", names)
    facts = facts_of(element, names, without=taken | tagged(element) | {"description"})
    return (*blocks, Facts(facts)) if facts else tuple(blocks)


def field_blocks(noun: Any, attribute: str, names: Names) -> Blocks:
    """Return what one attribute says; nothing where the noun has no such attribute or nothing was said."""
    for field, shape in Record(type(noun)).fields.values():
        if field.name == attribute:
            return blocks_of(getattr(noun, attribute), shape, names)
    return ()


def name_words(element: Any, link: str = "") -> Words:
    """Return an element's name with its tags behind it."""
    words = [Word(display_name(element), Tone.STRONG, link)]
    for tag in tags_of(element):
        words += [Word(" "), tag]
    return tuple(words)


_TAGS = {
    ("future", Flag.YES): "planned",
    ("in_scope", Flag.NO): "out of scope",
    ("administration", Flag.YES): "administration",
    ("entry_point", Flag.YES): "entry point",
}
"""The answers that mark an element as a whole, and the mark."""


def tags_of(element: Any) -> Words:
    """Return the marks of an element."""
    marks = (mark for (name, flag), mark in _TAGS.items() if getattr(element, name, None) is flag)
    return tuple(Word(mark, Tone.TAG) for mark in marks)


def tagged(element: Any) -> frozenset[str]:
    """Return the attributes that the marks of an element have already said."""
    return frozenset(name for name, flag in _TAGS if getattr(element, name, None) is flag)
