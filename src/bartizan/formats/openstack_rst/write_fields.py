"""Writes anything the model can hold as nested field lists in the file's own words, which `read_fields` reads back.

How a value is written follows from the shape that the model declares for its field; a new field needs no change here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from bartizan.formats.prose.escape import escape
from bartizan.formats.prose.prose import to_rst
from bartizan.model.compounds import ListOf, MapOf, Record
from bartizan.model.shapes import ID, AnyTree, Id, IdOrProse, Prose, Shape
from bartizan.model.step import Step
from bartizan.model.steps import Steps
from bartizan.source.plain import Plain
from bartizan.source.write_yaml import write_yaml

INDENT = "   "
NOTHING_IN_IT = "{}"
"""An element that is there and says nothing."""


def field_lines(record: Record[Any], noun: object, keys: Iterable[str]) -> list[str]:
    """Return a field list that says the fields of `noun` under `keys`; an empty one says that nothing is said."""
    lines: list[str] = []
    for key in keys:
        field, shape = record.fields[key]
        value = getattr(noun, field.name)
        lines.extend(one_field(key, [] if value == shape.missing else value_lines(shape, value)))
    return lines


def said_keys(record: Record[Any], noun: object) -> list[str]:
    """Return the fields of `noun` that say something."""
    return [
        key for key, (field, shape) in record.fields.items() if getattr(noun, field.name) != shape.missing
    ]


def one_field(name: str, body: list[str]) -> list[str]:
    """Return a field with its body, on one line where that is possible."""
    if not body:
        return [f":{name}:"]
    if len(body) == 1 and not body[0].startswith((":", "- ")):
        return [f":{name}: {body[0]}"]
    return [f":{name}:", *indented(body)]


def indented(lines: Iterable[str], indent: str = INDENT) -> Iterator[str]:
    """Yield lines moved to the right."""
    for line in lines:
        yield indent + line if line else line


def behind(mark: str, lines: list[str]) -> list[str]:
    """Return lines behind a bullet or number, the later ones indented under the first."""
    if not lines:
        return [mark]
    rest = indented(lines, " " * (len(mark) + 1))
    return [f"{mark} {next(rest).lstrip(' ')}", *rest]


def value_lines(shape: Shape[Any], value: Any) -> list[str]:
    """Return the body of a field."""
    if isinstance(shape, Prose):
        return prose_lines(value)
    if isinstance(shape, Steps):
        return _steps(shape, value)
    if isinstance(shape, AnyTree):
        return _literal(_yaml(value))
    if isinstance(shape, ListOf):
        return _list(shape, value)
    if isinstance(shape, MapOf):
        return _mapping(shape, value)
    if isinstance(shape, Record):
        return _record(shape, value)
    return text_lines(str(shape.write(value)))


def prose_lines(text: str) -> list[str]:
    """Return the markup that shows prose."""
    return to_rst(text).split("\n")


def text_lines(text: str) -> list[str]:
    """Return the markup that shows one line of text; more than one line only where it is longer than any page."""
    return escape(text).split("\n")


def field_name(text: str) -> str:
    """Return the markup of a field's name."""
    return escape(text).replace("\n", "").replace("\\:", ":").replace(":", "\\:")


def _list(shape: ListOf[Any], value: tuple[Any, ...]) -> list[str]:
    inner = shape.shape
    if (
        isinstance(inner, Id)
        and not isinstance(inner, IdOrProse)
        and all(ID.fullmatch(str(each)) for each in value)
    ):
        return [", ".join(str(each) for each in value)]
    bodies = [value_lines(inner, each) for each in value]
    if len(bodies) == 1 and not isinstance(inner, Prose) and not bodies[0][0].startswith("- "):
        return bodies[0]
    return [line for body in bodies for line in behind("-", body)]


def _mapping(shape: MapOf[Any], value: Mapping[str, Any]) -> list[str]:
    lines: list[str] = []
    for key, each in value.items():
        body = [] if each is None else value_lines(shape.shape, each)
        is_empty = isinstance(shape.shape, Record) and body == [NOTHING_IN_IT]
        lines.extend(one_field(field_name(key), [] if is_empty else body))
    return lines


def _record(shape: Record[Any], value: Any) -> list[str]:
    keys = said_keys(shape, value)
    if not keys:
        return [NOTHING_IN_IT]
    if shape.short and keys == [shape.short]:
        field, inner = shape.fields[shape.short]
        lines = value_lines(inner, getattr(value, field.name))
        if lines != [NOTHING_IN_IT]:
            return lines
    return field_lines(shape, value, keys)


def _steps(shape: Steps, value: tuple[Step, ...]) -> list[str]:
    written = shape.write(value)
    if isinstance(written, str):
        return _literal(written)
    lines: list[str] = []
    for each, step in zip(written if isinstance(written, list) else (), value, strict=True):
        body = (
            text_lines(each)
            if isinstance(each, str)
            else field_lines(shape.long, step, said_keys(shape.long, step))
        )
        lines.extend(behind("-", body))
    return lines


def _literal(text: str) -> list[str]:
    return ["::", "", *indented(text.split("\n"))]


def _yaml(value: Plain) -> str:
    return write_yaml(value).rstrip("\n")
