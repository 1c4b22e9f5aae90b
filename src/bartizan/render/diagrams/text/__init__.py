"""The diagrams as text in other tools' notations, for those who edit them elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from types import MappingProxyType
from typing import Protocol, cast

from bartizan.model.architecture import Architecture
from bartizan.render.diagrams.block_scene import block_scene
from bartizan.render.diagrams.flow_scene import flow_scene
from bartizan.render.diagrams.scene import Scene
from bartizan.render.diagrams.sequence_scene import SequenceScene, sequence_scene

__all__ = ["TEXT_FORMATS", "TextFormat"]


class Notation(Protocol):
    """What a module with the name of a notation offers."""

    def block(self, scene: Scene) -> str:
        """Return a service architecture diagram."""

    def data_flow(self, scene: Scene) -> str:
        """Return a data flow diagram."""

    def sequence(self, scene: SequenceScene) -> str:
        """Return a sequence diagram; a notation that has none lacks it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFormat:
    """A notation that another tool reads, and the diagrams it has."""

    name: str
    """What people call it by: letters and digits; the module that writes it is called so too."""
    says: str
    """What it is, in a few words."""
    suffix: str
    """How the names of its files end."""
    has_sequences: bool = True
    """Whether there are sequence diagrams in it."""

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of diagram it has: `block`, `data-flow`, `sequence`."""
        return ("block", "data-flow", "sequence") if self.has_sequences else ("block", "data-flow")

    def block(self, architecture: Architecture) -> str:
        """Return the service architecture diagram."""
        return self._notation.block(block_scene(architecture))

    def data_flow(self, architecture: Architecture, use_case: str | None = None) -> str:
        """Return the data flows of the use case with that id, or of the whole service.

        Raises `KeyError` when there is no such use case.
        """
        case = architecture.use_cases[use_case] if use_case is not None else None
        return self._notation.data_flow(flow_scene(architecture, case))

    def sequence(self, architecture: Architecture, use_case: str) -> str:
        """Return the steps of the use case with that id, in a notation that has sequence diagrams.

        Raises `KeyError` when there is no such use case.
        """
        return self._notation.sequence(sequence_scene(architecture, architecture.use_cases[use_case]))

    @property
    def _notation(self) -> Notation:
        """The module that writes it, loaded only when something is to be written."""
        return cast("Notation", import_module(f"{__name__}.{self.name}"))


TEXT_FORMATS: Mapping[str, TextFormat] = MappingProxyType(
    {
        notation.name: notation
        for notation in (
            TextFormat(
                name="mermaid",
                says="Mermaid, which many forges and wikis draw where it stands",
                suffix=".mmd",
            ),
            TextFormat(name="plantuml", says="PlantUML", suffix=".puml"),
            TextFormat(name="dot", says="Graphviz", suffix=".dot", has_sequences=False),
            TextFormat(name="d2", says="D2", suffix=".d2"),
            TextFormat(name="drawio", says="draw.io, with everything in its place", suffix=".drawio"),
        )
    }
)
"""The notations by name."""
