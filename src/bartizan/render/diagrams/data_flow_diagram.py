"""Draw data flow diagrams, in the notation of the diagram guidance."""

from __future__ import annotations

from bartizan.model.architecture import Architecture
from bartizan.render.diagrams.best_layout import best_layout
from bartizan.render.diagrams.compose import composed
from bartizan.render.diagrams.flow_scene import flow_scene
from bartizan.render.diagrams.picture import Picture
from bartizan.render.diagrams.theme import Theme

FRAME = (1040.0, 900.0)
"""The frame a data flow diagram should fit; wider than a page, because flows read best from left to right."""


def data_flow_diagram(
    architecture: Architecture, use_case: str | None = None, *, theme: Theme = Theme.AUTO
) -> Picture:
    """Return the data flows of the use case with that id, or of the whole service.

    Raises `KeyError` when there is no such use case, `LayoutFailed` when no layout could be made.
    """
    scene = flow_scene(architecture, architecture.use_cases[use_case] if use_case is not None else None)
    return composed(best_layout(scene, FRAME), theme)
