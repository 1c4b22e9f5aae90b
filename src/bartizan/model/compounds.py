"""Shapes made of other shapes: lists, mappings from ids, and records with named fields."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from collections.abc import Mapping as MappingOf
from functools import cached_property
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from bartizan.model.shapes import Reference, Shape, key_of, meaning_of, on_element, shape_of
from bartizan.source.nodes import Mapping, Node, Path, Scalar, Sequence
from bartizan.source.plain import Plain

if TYPE_CHECKING:
    from bartizan.model.reading import Reading

Value = TypeVar("Value")
Noun = TypeVar("Noun")


class ListOf(Shape["tuple[Value, ...]"], Generic[Value]):
    """A list; a single one may be written without the brackets."""

    missing = ()

    def __init__(self, shape: Shape[Value | None]) -> None:
        """Take the shape of each."""
        self.shape = shape

    def read(self, node: Node, path: Path, reading: Reading) -> tuple[Value, ...]:
        """Return the values that were written; what was left empty is left out."""
        nodes = node.items if isinstance(node, Sequence) else (node,)
        values = (self.shape.read(each, (*path, at), reading) for at, each in enumerate(nodes))
        return tuple(value for value in values if value is not None)

    def write(self, value: tuple[Value, ...]) -> Plain:
        """Return a list, or the one value itself."""
        written = [self.shape.write(each) for each in value]
        return written[0] if len(written) == 1 and not isinstance(written[0], list) else written

    def schema(self) -> dict[str, Any]:
        """A list of the shape, or the shape itself."""
        one = self.shape.schema()
        return {"anyOf": [one, {"type": "array", "items": one}]}

    def references(self, value: tuple[Value, ...], path: Path) -> Iterator[Reference]:
        """Yield those of each."""
        for at, each in enumerate(value):
            yield from self.shape.references(each, (*path, at))


class MapOf(Shape["MappingOf[str, Value]"], Generic[Value]):
    """A mapping from ids to values, in the order in which it was written."""

    def __init__(
        self,
        shape: Shape[Any],
        *,
        keys: str = "id",
        key_sections: tuple[str, ...] = (),
    ) -> None:
        """Take the shape of the values.

        `keys` says what a key is: an `id`, a `control` (an id, or an element and a word as in `1/encryption`), or
        any `text`. With `key_sections` each key names an element of those sections.
        """
        self.shape, self.keys, self.key_sections = shape, keys, key_sections
        self.missing: MappingOf[str, Value] = {}

    def read(self, node: Node, path: Path, reading: Reading) -> MappingOf[str, Value]:
        """Return the values by key."""
        mapping = reading.mapping(node, path)
        values = {}
        for entry in mapping.entries if mapping else ():
            key = reading.key(entry.key, self.keys)
            written = (
                key or entry.key.text
            )  # what stands under a key that cannot be one is looked through as well
            value = self.read_entry(written, entry.value, (*path, written), reading)
            if key is not None:
                values[key] = value
        return values

    def read_entry(self, key: str, node: Node, path: Path, reading: Reading) -> Value:
        """Return the value under one key."""
        if isinstance(self.shape, Record):
            keyed: Value = self.shape.read_keyed(key, node, path, reading)
            return keyed
        value: Value = self.shape.read(node, path, reading)
        return value

    def write(self, value: MappingOf[str, Value]) -> Plain:
        """Return a mapping; an empty value stays as an empty mapping, since its key says something."""
        return {key: self.shape.write(each) for key, each in value.items()}

    def schema(self) -> dict[str, Any]:
        """An object with values of the shape."""
        patterns = {"id": r"^[a-z0-9]+(-[a-z0-9]+)*$", "control": r"^[a-z0-9-]+(/[a-z0-9-]+)?$", "text": ""}
        schema: dict[str, Any] = {"type": ["object", "null"], "additionalProperties": self.shape.schema()}
        if patterns[self.keys]:
            schema["propertyNames"] = {"pattern": patterns[self.keys]}
        return schema

    def references(self, value: MappingOf[str, Value], path: Path) -> Iterator[Reference]:
        """Yield the keys that name elements, and those of each value."""
        for key, each in value.items():
            if self.key_sections:
                yield Reference((*path, key), key, self.key_sections, is_key=True)
            if self.keys == "control" and "/" in key:
                yield on_element(key, (*path, key), is_key=True)
            yield from self.shape.references(each, (*path, key))


def _says_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_null


class Record(Shape["Noun | None"], Generic[Noun]):
    """A mapping with named fields, which becomes one frozen dataclass."""

    missing = None

    def __init__(self, noun: type[Noun], *, short: str | None = None) -> None:
        """Take the dataclass; `short` names the field that is meant when a scalar or a list stands in its place."""
        self.noun, self.short = noun, short

    @cached_property
    def fields(self) -> dict[str, tuple[dataclasses.Field[Any], Shape[Any]]]:
        """The fields and their shapes by the word in the file, in the order of the page."""
        declared = dataclasses.fields(self.noun)  # type: ignore[arg-type]
        return {key_of(field): (field, shape) for field in declared if (shape := shape_of(field))}

    @cached_property
    def has_id(self) -> bool:
        """Whether the noun is known by the key under which it stands."""
        return any(field.name == "id" for field in dataclasses.fields(self.noun))  # type: ignore[arg-type]

    def read(self, node: Node, path: Path, reading: Reading) -> Noun | None:
        """Return the noun, or nothing where nothing was written."""
        if isinstance(node, Scalar) and node.is_null:
            return None
        return self._read(node, path, reading, {})

    def read_keyed(self, key: str, node: Node, path: Path, reading: Reading) -> Noun:
        """Return the noun that stands under `key`; its name alone is enough."""
        return self._read(node, path, reading, {"id": key} if self.has_id else {})

    def _read(self, node: Node, path: Path, reading: Reading, values: dict[str, Any]) -> Noun:
        if not isinstance(node, Mapping) and self.short:
            if not (isinstance(node, Scalar) and node.is_null):
                field, shape = self.fields[self.short]
                values[field.name] = shape.read(node, (*path, self.short), reading)
            return self.noun(**values)
        mapping = reading.mapping(node, path)
        for entry in mapping.entries if mapping else ():
            known = self.fields.get(entry.key.text)
            if known is None:
                cut_off = mapping is not None and mapping.flow and _says_nothing(entry.value)
                reading.unknown_field(entry.key, path, tuple(self.fields), cut_off=cut_off)
            elif not (isinstance(entry.value, Scalar) and entry.value.is_null):
                field, shape = known
                values[field.name] = shape.read(entry.value, (*path, entry.key.text), reading)
        return self.noun(**values)

    def write(self, value: Noun | None) -> Plain:
        """Return the fields that were said; a scalar where only the short field was."""
        if value is None:
            return None
        written: dict[str, Plain] = {}
        for key, (field, shape) in self.fields.items():
            each = getattr(value, field.name)
            if each != shape.missing:
                written[key] = shape.write(each)
        if self.short and set(written) == {self.short} and not isinstance(written[self.short], dict):
            return written[self.short]
        return written

    def schema(self) -> dict[str, Any]:
        """An object without other fields, each described; or what the short form takes."""
        name = self.noun.__name__
        if not self.short:
            return {"$ref": f"#/$defs/{name}"}
        return {"anyOf": [self.fields[self.short][1].schema(), {"$ref": f"#/$defs/{name}"}]}

    def definition(self) -> dict[str, Any]:
        """Return the schema of the long form."""
        properties = {}
        for key, (field, shape) in self.fields.items():
            properties[key] = {"description": meaning_of(field), **shape.schema()}
        doc = (self.noun.__doc__ or "").strip()
        return {
            "description": doc,
            "type": ["object", "null"],
            "properties": properties,
            "additionalProperties": False,
        }

    def references(self, value: Noun | None, path: Path) -> Iterator[Reference]:
        """Yield those of each field."""
        if value is None:
            return
        for key, (field, shape) in self.fields.items():
            each = getattr(value, field.name)
            if each != shape.missing:
                yield from shape.references(each, (*path, key))
