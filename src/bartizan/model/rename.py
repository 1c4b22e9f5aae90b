"""Give an element another id, everywhere it is named."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.model.architecture import Architecture
from bartizan.model.names import fold
from bartizan.model.read import PAGE, component_ids
from bartizan.model.reading import Reading
from bartizan.model.references import SECTIONS, references, section
from bartizan.model.shapes import Reference
from bartizan.model.steps import step_parts
from bartizan.source.edit import Replacement
from bartizan.source.nodes import Mapping, Node, Path, Scalar, Sequence
from bartizan.source.text import Span


def rename_replacements(root: Mapping, old: str, new: str) -> list[Replacement]:
    """Return what to replace so that the element `old` is called `new`, in every file of the page.

    Covers the element's own key, every reference, controls on it (`old/encryption`), typed steps, waivers and variants.
    Names that people see are left alone.
    """
    found = dict(_in_page(root, old, new, component_ids(root)))
    variants = root.get("variants")
    if isinstance(variants, Mapping):
        for entry in variants.entries:
            if isinstance(entry.value, Mapping):
                found |= dict(_in_page(entry.value, old, new, component_ids(root)))
    return [Replacement(span, text) for span, text in found.items()]


def _in_page(root: Mapping, old: str, new: str, called: dict[str, str]) -> Iterator[tuple[Span, str]]:
    reading = Reading(component_ids=called)
    architecture = PAGE.read(root, (), reading) or Architecture()
    for name in SECTIONS:
        if old in section(architecture, name):
            yield from _key(root, (name, old), old, new)
    named = architecture.components.get(old)
    names = {fold(named.name)} if named and named.name else set()
    for reference in references(architecture):
        if reference.id == old:
            yield from _reference(root, reference, new, reading, names)
    for at, waiver in enumerate(architecture.waivers):
        before, _, id_ = (waiver.element or "").rpartition("/")
        if id_ == old and (not before or before in SECTIONS):
            yield from _scalar(root, ("waivers", at, "element"), f"{before}/{new}" if before else new)


def _reference(
    root: Mapping, reference: Reference, new: str, reading: Reading, names: set[str]
) -> Iterator[tuple[Span, str]]:
    """Yield the replacement for one reference; in a typed step, what was written as a name stays."""
    if reference.is_key:
        yield from _key(root, reference.path, f"{reference.id}{reference.tail}", f"{new}{reference.tail}")
        return
    line = reading.finer.get(reference.path[:4]) if reference.path[2:3] == ("steps",) else None
    written = _node(root, reference.path)
    if line is not None and not (isinstance(written, Scalar) and written.text == reference.id):
        by_id = {fold(reference.id)} - names
        for part in _parts(line):
            if part.text == reference.id or fold(part.text) in by_id:
                yield part, new
    else:
        yield from _scalar(root, reference.path, f"{new}{reference.tail}")


def _parts(line: Span) -> Iterator[Span]:
    """Yield the places of the names in a typed step, without the quotes around the step or around a name."""
    text, start = line.text, line.start
    if len(text) > 1 and text[0] == text[-1] and text[0] in "'\"" and text[0] not in text[1:-1]:
        text, start = text[1:-1], start + 1
    for begin, end in step_parts(text):
        quoted = end - begin > 1 and text[begin] == text[end - 1] == '"'
        yield Span(line.source, start + begin + quoted, start + end - quoted)


def _key(root: Mapping, path: Path, old: str, new: str) -> Iterator[tuple[Span, str]]:
    owner = _node(root, path[:-1])
    entry = owner.by_key.get(old) if isinstance(owner, Mapping) else None
    if entry:
        yield entry.key.span, _quoted(entry.key, new)


def _scalar(root: Mapping, path: Path, text: str) -> Iterator[tuple[Span, str]]:
    node = _node(root, path)
    if isinstance(node, Scalar):
        yield node.span, _quoted(node, text)


def _quoted(scalar: Scalar, text: str) -> str:
    return f"{scalar.style}{text}{scalar.style}" if scalar.style in {"'", '"'} else text


def _node(root: Node, path: Path) -> Node | None:
    """Return the node at `path`, where a scalar may stand in place of a list or of a record's short field."""
    node: Node | None = root
    for step in path:
        if isinstance(node, Mapping) and isinstance(step, str):
            node = node.get(step)
        elif isinstance(node, Sequence) and isinstance(step, int):
            node = node.items[step] if step < len(node.items) else None
    return node
