"""What the service does, step by step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from bartizan.model.compounds import Record
from bartizan.model.reading import Reading
from bartizan.model.shapes import Prose, Text, said
from bartizan.model.step import Step
from bartizan.model.steps import Steps
from bartizan.source.nodes import Node, Path


@dataclass(frozen=True, slots=True, kw_only=True)
class UseCase:
    """A procedure of the service, as the steps of a sequence or data flow diagram."""

    id: str
    name: str | None = said(Text(), "What people see; without it the id is made readable.")
    description: str | None = said(Prose(), "Who does this and what for.")
    steps: tuple[Step, ...] = said(
        Steps(),
        "One step a line: `Client->API: store a secret [1]`, with the interface it goes over; `[1: token, secret]` names "
        "what it carries, `A-->B` is a reply, `A->A` work within one.",
    )


class UseCaseRecord(Record[UseCase]):
    """A use case; a `title` line among pasted steps is its name."""

    def __init__(self) -> None:
        """Steps alone are enough."""
        super().__init__(UseCase, short="steps")

    def _read(self, node: Node, path: Path, reading: Reading, values: dict[str, Any]) -> UseCase:
        use_case = super()._read(node, path, reading, values)
        title = reading.titles.get((*path, "steps"))
        return replace(use_case, name=title) if title and not use_case.name else use_case
