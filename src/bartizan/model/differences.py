"""What changed between two versions of a page, element by element."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from bartizan.model.architecture import Architecture
from bartizan.model.compounds import MapOf, Record
from bartizan.model.names import display_name
from bartizan.model.shapes import SINGULAR, key_of, shape_of
from bartizan.source.plain import Plain


class Change(Enum):
    """What happened to an element or a field."""

    ADDED = "added"
    REMOVED = "removed"
    RENAMED = "renamed"
    """The element is the same under another id."""
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as it was."""

    change: Change
    section: str
    """The section of the page, in the file's words."""
    id: str | None
    """The element; nothing for a field of the page itself."""
    name: str
    """What people see of the element or of the page's field."""
    field: str | None = None
    """The field that changed, in the file's words."""
    before: Plain = None
    after: Plain = None

    def sentence(self) -> str:
        """Say it in one sentence, as the section *Differences from previous architecture* has it."""
        what = self._what()
        if self.change is Change.ADDED:
            return f"{what} is new."
        if self.change is Change.REMOVED:
            return f"{what} is gone."
        if self.change is Change.RENAMED:
            return f"{what} was called {in_words(self.before)}."
        field = f"{what}: {self.field}" if self.field else what
        if isinstance(self.before, list) and isinstance(self.after, list):
            return f"{field}: {_list_change(self.before, self.after)}."
        if self.before is None:
            return f"{field} is now {in_words(self.after)}; it was not said before."
        if self.after is None:
            return f"{field} is no longer said; it was {in_words(self.before)}."
        return f"{field} is now {in_words(self.after)}; it was {in_words(self.before)}."

    def _what(self) -> str:
        singular = SINGULAR.get(self.section)
        if singular is None:
            return f"The page's {self.section}"
        if singular == "interface" and self.id != self.name:
            return f"Interface {self.id} ({self.name})"
        return f"{singular.capitalize()} {self.name}"


def differences(old: Architecture, new: Architecture) -> tuple[Difference, ...]:
    """Return what changed from `old` to `new`, in the order of the page; the order of elements says nothing."""
    return tuple(_differences(old, new))


def _differences(old: Architecture, new: Architecture) -> Iterator[Difference]:
    for field in dataclasses.fields(Architecture):
        shape, key = shape_of(field), key_of(field)
        before, after = getattr(old, field.name), getattr(new, field.name)
        if shape is None or before == after or key in {"format", "include"}:
            continue
        if isinstance(shape, MapOf) and isinstance(shape.shape, Record):
            yield from _elements(key, shape.shape, before, after)
        else:
            yield Difference(
                Change.CHANGED, key, None, key, None, _written(shape, before), _written(shape, after)
            )


def _elements(
    section: str, record: Record[Any], before: dict[str, Any], after: dict[str, Any]
) -> Iterator[Difference]:
    gone = {id_: element for id_, element in before.items() if id_ not in after}
    for id_, element in after.items():
        name = display_name(element)
        if id_ in before:
            yield from _fields(section, record, before[id_], element)
            continue
        former = next((each for each in gone if _same_but_id(gone[each], element)), None)
        if former:
            del gone[former]
            yield Difference(Change.RENAMED, section, id_, name, None, former, id_)
        else:
            yield Difference(Change.ADDED, section, id_, name, None, None, record.write(element))
    for id_, element in gone.items():
        yield Difference(
            Change.REMOVED, section, id_, display_name(element), None, record.write(element), None
        )


def _same_but_id(one: Any, other: Any) -> bool:
    """Whether two elements say the same; two that say nothing are not the same for that."""
    bare = type(one)(id=one.id)
    return bool(dataclasses.replace(one, id=other.id) == other and one != bare)


def _fields(section: str, record: Record[Any], before: Any, after: Any) -> Iterator[Difference]:
    for key, (field, shape) in record.fields.items():
        was, now = getattr(before, field.name), getattr(after, field.name)
        if was != now:
            yield Difference(
                Change.CHANGED,
                section,
                after.id,
                display_name(after),
                key,
                _written(shape, was),
                _written(shape, now),
            )


def _written(shape: Any, value: Any) -> Plain:
    written: Plain = None if value == shape.missing else shape.write(value)
    return written


def _list_change(before: list[Plain], after: list[Plain]) -> str:
    """Say what came and what went, in words that complete "the list: …"."""
    come, gone = (
        [each for each in one if each not in other] for one, other in ((after, before), (before, after))
    )
    changes = ([f"new: {in_words(come)}"] if come else []) + ([f"gone: {in_words(gone)}"] if gone else [])
    return "; ".join(changes) or "the same in another order, or another number of times"


def in_words(tree: Plain) -> str:
    """Return a written value on one line, shortened where it is long."""
    if tree is None:
        return "nothing"
    if isinstance(tree, str):
        text = " ".join(tree.split())
        return f"“{text}”" if len(text) <= 80 else f"“{text[:77].rstrip()}…”"
    if isinstance(tree, list):
        return ", ".join(in_words(each) for each in tree) or "nothing"
    return "{" + ", ".join(f"{key}: {in_words(each)}" for key, each in tree.items()) + "}"
