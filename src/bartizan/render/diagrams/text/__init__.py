"""The diagrams as text in other tools' notations, for those who edit them elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from bartizan.model.architecture import Architecture
from bartizan.render.diagrams.text import d2, dot, drawio, mermaid, plantuml

__all__ = ["TEXT_FORMATS", "TextFormat"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFormat:
    """A notation that another tool reads, and the diagrams it has."""

    name: str
    """What people call it by: letters and digits."""
    says: str
    """What it is, in a few words."""
    suffix: str
    """How the names of its files end."""
    block: Callable[[Architecture], str]
    """Writes the service architecture diagram."""
    data_flow: Callable[[Architecture, str | None], str]
    """Writes the data flows of the use case with that id, or of the whole service."""
    sequence: Callable[[Architecture, str], str] | None
    """Writes the steps of the use case with that id; nothing where the notation has no sequence diagrams."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of diagram it has: `block`, `data-flow`, `sequence`."""
        return ("block", "data-flow", "sequence") if self.sequence else ("block", "data-flow")


TEXT_FORMATS: Mapping[str, TextFormat] = MappingProxyType(
    {
        notation.name: notation
        for notation in (
            TextFormat(
                name="mermaid", says="Mermaid, which many forges and wikis draw where it stands", suffix=".mmd",
                block=mermaid.block, data_flow=mermaid.data_flow, sequence=mermaid.sequence,
            ),
            TextFormat(
                name="plantuml", says="PlantUML", suffix=".puml",
                block=plantuml.block, data_flow=plantuml.data_flow, sequence=plantuml.sequence,
            ),
            TextFormat(
                name="dot", says="Graphviz", suffix=".dot",
                block=dot.block, data_flow=dot.data_flow, sequence=None,
            ),
            TextFormat(
                name="d2", says="D2", suffix=".d2",
                block=d2.block, data_flow=d2.data_flow, sequence=d2.sequence,
            ),
            TextFormat(
                name="drawio", says="draw.io, with everything in its place", suffix=".drawio",
                block=drawio.block, data_flow=drawio.data_flow, sequence=drawio.sequence,
            ),
        )
    }
)  # fmt: skip
"""The notations by name."""
