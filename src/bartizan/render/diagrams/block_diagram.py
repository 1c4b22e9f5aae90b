"""Draw the service architecture diagram."""

from __future__ import annotations

from collections.abc import Callable

from bartizan.model.architecture import Architecture
from bartizan.render.diagrams.best_layout import best_layout
from bartizan.render.diagrams.block_scene import block_scene
from bartizan.render.diagrams.compose import composed
from bartizan.render.diagrams.overview import pictures_of
from bartizan.render.diagrams.picture import Picture
from bartizan.render.diagrams.theme import Theme

PAGE = (690.0, 960.0)
"""The frame a picture should fit: the text area of an upright A4 page, in pixels."""

MANY = 3
"""Above so many pictures each one gets less thought."""


def block_diagram(
    architecture: Architecture,
    *,
    theme: Theme = Theme.AUTO,
    on_progress: Callable[[int, int], None] | None = None,
) -> list[Picture]:
    """Return the service architecture diagram: one picture, or an overview and one of each large trust domain.

    `on_progress` is told, before the first picture and after each, how many are drawn and how many there will be. Raises
    `LayoutFailed` when a layout could not be made, `NoEngine` when there is nothing to make one with.
    """
    scenes = pictures_of(block_scene(architecture))
    pictures: list[Picture] = []
    for scene in scenes:
        if on_progress:
            on_progress(len(pictures), len(scenes))
        pictures.append(composed(best_layout(scene, PAGE, quickly=len(scenes) > MANY), theme))
    if on_progress:
        on_progress(len(pictures), len(scenes))
    return pictures
