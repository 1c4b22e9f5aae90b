"""Use-case steps as people type them: `A->B: text [1]`, one a line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from bartizan.model.carried import Carried
from bartizan.model.compounds import ListOf, Record
from bartizan.model.names import fold, make_id
from bartizan.model.reading import Reading
from bartizan.model.shapes import ID, Flag, Reference, Shape
from bartizan.model.step import Step
from bartizan.source.nodes import Mapping, Node, Path, Scalar, Sequence
from bartizan.source.plain import Plain
from bartizan.source.text import Span

_LINE = re.compile(
    r"(?P<sender>.+?)\s*(?P<arrow>--?>>?|→|⇢|=>)\s*[+-]?\s*(?P<receiver>.+?)\s*(?::(?:\s+(?P<text>.*))?)?"
)
_ARROW = re.compile(r"->|→|⇢|=>")
_TITLE = re.compile(r"title\b:?\s*(?P<title>.*)", re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,4}\.\s+")
_BRACKET = re.compile(rf"\s*\[\s*(?P<interface>{ID.pattern})?\s*(?::(?P<carries>[^\[\]]*))?\]")
_DECLARATION = re.compile(r"(participant|actor|autonumber|activate|deactivate)\b.*", re.IGNORECASE)

ComponentCalled = Callable[[str], "str | None"]
"""Answers the id of the component that people call so, by id or by name."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed: the steps, the title, and the lines that are neither."""

    title: str | None
    steps: tuple[tuple[int, Step], ...]
    """Each step with the number of its line in the text, from zero."""
    other: tuple[tuple[int, str], ...]
    """Lines that are no steps, with their numbers."""


def parse_steps(text: str, component_called: ComponentCalled) -> Typed:
    """Read lines such as `Client->API: store [1]`, as WebSequenceDiagrams has them; empty lines say nothing."""
    title, steps, other = None, [], []
    for number, raw in enumerate(text.splitlines()):
        line = " ".join(raw.split())
        if not line or _DECLARATION.fullmatch(line):
            continue
        titled = _TITLE.fullmatch(line)
        step = parse_step(line, component_called)
        if titled and "->" not in line:
            title = titled["title"] or title
        elif step:
            steps.append((number, step))
        else:
            other.append((number, line))
    return Typed(title, tuple(steps), tuple(other))


def parse_step(line: str, component_called: ComponentCalled) -> Step | None:
    """Read one line; nothing when it is no step. A name nobody has becomes the id made from it."""
    parts = _LINE.fullmatch(line.strip())
    if not parts:
        return None
    text = _NUMBER.sub("", parts["text"] or "", count=1).strip()
    receiver = parts["receiver"]
    if _ARROW.search(receiver) and component_called(receiver) is None:
        return None  # a chain, or an arrow within a sentence: no two ends to tell
    bracket = re.search(_BRACKET.pattern + r"$", text if parts["text"] else receiver)
    interface: str | None = None
    carries: tuple[Carried, ...] = ()
    if bracket and (bracket["interface"] or bracket["carries"]):
        interface = bracket["interface"]
        names = (" ".join(name.split()) for name in (bracket["carries"] or "").split(","))
        carries = tuple(Carried(asset=name) for name in names if name)
        if parts["text"]:
            text = text[: bracket.start()].strip()
        else:
            receiver = receiver[: bracket.start()].strip()
    return Step(
        sender=_component(parts["sender"], component_called),
        receiver=_component(receiver, component_called),
        text=text or None,
        interface=interface,
        carries=carries,
        reply=Flag.YES if parts["arrow"].startswith("--") or parts["arrow"] == "⇢" else None,
    )


def step_parts(line: str) -> Iterator[tuple[int, int]]:
    """Yield where the names stand in a typed step: sender, receiver, interface and assets."""
    parts = _LINE.fullmatch(line)
    if not parts:
        return
    yield parts.span("sender")
    bracket = re.search(_BRACKET.pattern + r"$", line)
    receiver = parts.span("receiver")
    yield receiver[0], min(receiver[1], bracket.start()) if bracket else receiver[1]
    if bracket and bracket["interface"]:
        yield bracket.span("interface")
    if bracket and bracket["carries"]:
        for name in re.finditer(r"[^\s,][^,]*(?<!\s)", bracket["carries"]):
            yield bracket.start("carries") + name.start(), bracket.start("carries") + name.end()


def _component(text: str, component_called: ComponentCalled) -> str:
    text = (
        text[1:-1].strip() if re.fullmatch(r'"[^"]*[^"\s][^"]*"', text) else text
    )  # as PlantUML quotes names
    known = component_called(text)
    if known or ID.fullmatch(text):
        return known or text
    made = make_id(text, ())
    return text if made == "unnamed" and fold(text) != made else made


def typed_step(step: Step, name: Callable[[str], str] = lambda id_: id_) -> str | None:
    """Return the line that reads back as `step`, or nothing when no line does."""
    arrow = "-->" if step.reply is Flag.YES else "->"
    line = f"{name(step.sender or '')}{arrow}{name(step.receiver or '')}: {step.text or ''}".rstrip()
    carried = ", ".join(each.asset or "" for each in step.carries)
    if step.interface or carried:
        line += f" [{step.interface or ''}{': ' + carried if carried else ''}]"
    ids = {fold(name(id_)): id_ for id_ in (step.sender, step.receiver) if id_}
    return line if parse_step(line, lambda text: ids.get(fold(text))) == step else None


class Steps(Shape["tuple[Step, ...]"]):
    """A block of typed steps, or a list whose entries are typed steps or mappings with a step's fields."""

    missing = ()

    def __init__(self) -> None:
        """Prepare the long form."""
        self.long = Record(Step)

    def read(self, node: Node, path: Path, reading: Reading) -> tuple[Step, ...]:
        """Return the steps; a line that is none is a problem."""
        if isinstance(node, Scalar):
            return tuple(self._typed(node, path, reading))
        if isinstance(node, Mapping):
            node = Sequence((node,), node.span)
        steps: list[Step] = []
        for each in node.items:
            line = each if isinstance(each, Scalar) else _unquoted(each)
            if line is not None:
                steps.extend(self._typed(line, path, reading, len(steps)))
                continue
            step = self.long.read(each, (*path, len(steps)), reading)
            if step:
                reading.finer |= {(*path, len(steps), *field): span for field, span in _field_places(each)}
                steps.append(step)
        return tuple(steps)

    def _typed(self, node: Scalar, path: Path, reading: Reading, first: int = 0) -> Iterator[Step]:
        typed = parse_steps(node.text, reading.component_called)
        if typed.title:
            reading.titles[path] = typed.title
        for at, (line, step) in enumerate(typed.steps, first):
            span = _line_span(node, line)
            reading.finer[(*path, at)] = span
            for place, part in zip(("from", "to", "interface"), _parts(span, step), strict=False):
                reading.finer[(*path, at, place)] = part
            yield step
        for line, text in typed.other:
            reading.wrong(
                "not-a-step", _line_span(node, line), f"`{text[:60]}` is not a step",
                "write `A->B: what happens [interface]`, one a line",
            )  # fmt: skip

    def write(self, value: tuple[Step, ...]) -> Plain:
        """Return a block of typed lines where that says all, else a list."""
        lines = [typed_step(step) for step in value]
        if all(lines):
            return "\n".join(line for line in lines if line)
        return [line or self.long.write(step) for line, step in zip(lines, value, strict=True)]

    def schema(self) -> dict[str, Any]:
        """Text, or a list of texts and long forms."""
        step = {"anyOf": [{"type": "string"}, self.long.schema()]}
        return {"anyOf": [{"type": ["string", "null"]}, {"type": "array", "items": step}]}

    def references(self, value: tuple[Step, ...], path: Path) -> Iterator[Reference]:
        """Yield those of each step."""
        yield from ListOf(self.long).references(value, path)


def _unquoted(node: Node) -> Scalar | None:
    """Return `- A->B: text` as the step that was meant: without quotes, YAML takes it for a key and its value."""
    if isinstance(node, Mapping) and len(node.entries) == 1:
        key, value = node.entries[0].key, node.entries[0].value
        if "->" in key.text and isinstance(value, Scalar):
            text = "" if value.is_null else " ".join(value.text.split())
            return Scalar(f"{key.text}: {text}", Span(key.span.source, key.span.start, value.span.end))
    return None


def _field_places(node: Node) -> Iterator[tuple[Path, Span]]:
    """Yield the places of a step in its long form and of its fields."""
    yield (), node.span
    for entry in node.entries if isinstance(node, Mapping) else ():
        yield (entry.key.text,), entry.value.span


def _parts(line: Span, step: Step) -> Iterator[Span]:
    """Yield the places of sender, receiver and interface, the last only where the step has one."""
    text = line.text
    quoted = len(text) > 1 and text[0] == text[-1] and text[0] in "'\"" and text.count(text[0]) == 2
    for start, end in list(step_parts(text[1:-1] if quoted else text))[: 3 if step.interface else 2]:
        yield Span(line.source, line.start + quoted + start, line.start + quoted + end)


def _line_span(node: Scalar, line: int) -> Span:
    """Return the place of one line of a block; the whole scalar where lines and text do not match."""
    source = node.span.source
    if node.style not in {"|", ">"}:
        return node.span
    first = source.line_of(node.span.start)
    wanted = node.text.split("\n")[line].strip() if line < node.text.count("\n") + 1 else ""
    number = first + 1 + line
    if number > len(source.line_starts):
        return node.span
    text = source.line_text(number)
    if node.style == ">" or text.strip() != wanted:
        return node.span
    start = source.line_starts[number - 1] + len(text) - len(text.lstrip())
    return Span(source, start, start + len(wanted))
