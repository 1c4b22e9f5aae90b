"""Turns what the model holds into words, whatever its shape, so that nothing said is left out of a printed page."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Any

from bartizan.model.compounds import ListOf, MapOf, Record
from bartizan.model.interface import Authorization
from bartizan.model.rights import Rights
from bartizan.model.shapes import ID, AnyTree, Flag, Id, IdOrProse, Prose, Shape
from bartizan.model.steps import Steps
from bartizan.render.page.document import (
    Block,
    Blocks,
    Code,
    Fact,
    Facts,
    ListOfBlocks,
    Paragraph,
    Tone,
    Word,
    Words,
)
from bartizan.render.page.prose_words import linked_text, prose_blocks
from bartizan.source.write_yaml import write_yaml

if TYPE_CHECKING:
    from bartizan.render.page.names import Names

LABELS = {
    ("Component", "because"): "Why out of scope",
    ("Component", "on-failed-logins"): "After failed logins",
    ("Interface", "because"): "Why out of scope",
    ("Interface", "in-flight"): "In flight, either way",
    ("Interface", "needed"): "Needed by the requestor",
    ("Interface", "without-use-case"): "Why no use case goes over it",
    ("DataAsset", "because"): "Why out of scope",
    ("DataAsset", "one-per"): "One per",
    ("DataAsset", "opens"): "Opens",
    ("DataAsset", "includes"): "May include the rights of",
    ("DataAsset", "triggers"): "Makes its reader do",
    ("ThreatActor", "because"): "Why not defended against",
    ("ThreatActor", "in-scope"): "Defended against",
    ("Control", "because"): "Why absent or planned",
    ("Control", "on-loss"): "When it fails, it is",
    ("Deployment", "because"): "Why not best practice",
    ("Impact", "confidentiality"): "Confidentiality failure impact",
    ("Impact", "integrity"): "Integrity failure impact",
    ("Impact", "availability"): "Availability failure impact",
}
"""What a field is called where its key alone would not tell a reader enough."""


def label_of(noun: type, key: str) -> str:
    """Return what a field is called on the page."""
    label = LABELS.get((noun.__name__, key))
    return label or _capital(key.replace("-", " "))


def facts_of(noun: Any, names: Names, without: frozenset[str] = frozenset()) -> tuple[Fact, ...]:
    """Return everything that was said about `noun`, in the order of the file, but for the attributes `without`."""
    facts = []
    for key, (field, shape) in Record(type(noun)).fields.items():
        value = getattr(noun, field.name)
        if field.name not in without and value != shape.missing:
            facts.append(Fact(label_of(type(noun), key), blocks_of(value, shape, names)))
    return tuple(facts)


def blocks_of(value: Any, shape: Shape[Any], names: Names) -> Blocks:
    """Return a value as paragraphs, lists and facts; nothing where nothing was said."""
    if value is None or value == shape.missing:
        return ()
    words = words_of(value, shape, names)
    if words is not None:
        return (Paragraph(words),)
    if isinstance(shape, Prose):
        return prose_blocks(value, names)
    if isinstance(shape, AnyTree):
        return (Code(write_yaml(value).rstrip("\n")),)
    if isinstance(shape, Steps):
        return blocks_of(value, ListOf(shape.long), names)
    if isinstance(shape, ListOf):
        return _list(tuple(blocks_of(each, shape.shape, names) for each in value))
    if isinstance(shape, MapOf):
        return _list(tuple(_entry_blocks(key, each, shape, names) for key, each in value.items()))
    return (Facts(facts_of(value, names)),)


def words_of(value: Any, shape: Shape[Any], names: Names) -> Words | None:
    """Return a value as words on one line, or nothing where it needs more room than that."""
    if isinstance(value, Flag):
        return (Word(value.value, Tone.UNKNOWN if value is Flag.UNKNOWN else Tone.PLAIN),)
    if isinstance(value, Enum):
        return (_word(str(value.value)),)
    if isinstance(shape, Id):
        return _id_words(value, shape, names)
    if isinstance(shape, Prose):
        return _one_paragraph(prose_blocks(value, names))
    if isinstance(shape, ListOf):
        return _joined([words_of(each, shape.shape, names) for each in value], one_line=not _is_prose(shape))
    if isinstance(shape, MapOf):
        entries = [_entry_words(key, each, shape, names) for key, each in value.items()]
        return entries[0] if len(entries) == 1 else None
    if isinstance(shape, Record):
        return _record_words(value, shape, names)
    if isinstance(shape, AnyTree | Steps):
        return None
    if isinstance(value, float):
        return (Word(f"{value:.15f}".rstrip("0").rstrip(".")),)
    return linked_text(str(value)) if value != "unknown" else (_word(value),)


def said_words(text: str | None) -> Words:
    """Return one line of text; nothing where nothing was said."""
    return (_word(text),) if text else ()


def _word(text: str) -> Word:
    return Word(text, Tone.UNKNOWN if text == "unknown" else Tone.PLAIN)


def _id_words(id_: str, shape: Id, names: Names) -> Words:
    if names.find(id_, shape.sections):
        return (names.word(id_, shape.sections),)
    if id_ in shape.words or (isinstance(shape, IdOrProse) and not ID.fullmatch(id_)):
        return (_word(id_),)
    return (Word(id_, Tone.MISSING),)


def _is_prose(shape: ListOf[Any]) -> bool:
    return isinstance(shape.shape, Prose)


def _joined(entries: list[Words | None], *, one_line: bool) -> Words | None:
    """Return entries with commas, or semicolons where one of them is more than a name, between them."""
    said = [entry for entry in entries if entry]
    if len(said) < len(entries) or (len(said) > 1 and not one_line):
        return None
    comma = Word(", " if all(len(entry) == 1 for entry in said) else "; ")
    words: list[Word] = []
    for entry in said:
        words += [comma, *entry] if words else entry
    return tuple(words)


def _record_words(noun: Any, shape: Record[Any], names: Names) -> Words | None:
    """Return the short field, and what else was said in brackets after it."""
    main: Words = ()
    others: list[Words] = []
    for key, (field, field_shape) in shape.fields.items():
        value = getattr(noun, field.name)
        if value == field_shape.missing:
            continue
        words = words_of(value, field_shape, names)
        if words is None:
            return None
        if key == shape.short:
            main = words
        else:
            others.append((Word(_before(key, shape)), *words))
    extras = _joined(list(others), one_line=True) or ()
    if not main or not extras:
        return main or extras
    return (*main, Word(" ("), *extras, Word(")"))


def _before(key: str, shape: Record[Any]) -> str:
    """Return the words before a field's value: `encrypted with …`, `read …`, `extractable: …`."""
    if shape.noun is Authorization:
        return f"{key} of "
    if key == "description":
        return ""  # what is in brackets behind a name describes it: readers need no field's name
    reads_on = key.endswith(("-with", "-by", "-of")) or shape.noun is Rights
    return key.replace("-", " ") + (" " if reads_on else ": ")


def _entry_words(key: str, value: Any, shape: MapOf[Any], names: Names) -> Words | None:
    name = names.word(key, shape.key_sections) if shape.key_sections else Word(key, Tone.STRONG)
    words = () if value == shape.shape.missing else words_of(value, shape.shape, names)
    if words is None:
        return None
    return (name, Word(": "), *words) if words else (name,)


def _entry_blocks(key: str, value: Any, shape: MapOf[Any], names: Names) -> Blocks:
    words = _entry_words(key, value, shape, names)
    if words is not None:
        return (Paragraph(words),)
    name = names.word(key, shape.key_sections) if shape.key_sections else Word(key, Tone.STRONG)
    return (Paragraph((name,)), *blocks_of(value, shape.shape, names))


def _list(entries: tuple[Blocks, ...]) -> Blocks:
    said = tuple(entry for entry in entries if entry)
    if len(said) == 1:
        return said[0]
    return (ListOfBlocks(said),) if said else ()


def _one_paragraph(blocks: tuple[Block, ...]) -> Words | None:
    if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
        return blocks[0].words
    return None


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
