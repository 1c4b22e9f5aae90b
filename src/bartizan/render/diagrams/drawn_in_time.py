"""Draw as much of the service architecture diagram as can be read and can be laid out in some seconds, and say what is missing."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from time import monotonic

from bartizan.model.architecture import Architecture
from bartizan.render.diagrams.best_layout import best_layout
from bartizan.render.diagrams.block_diagram import MANY, PAGE
from bartizan.render.diagrams.block_scene import block_scene
from bartizan.render.diagrams.compose import composed
from bartizan.render.diagrams.elk.engine import LayoutFailed, LayoutTookTooLong, NoEngine
from bartizan.render.diagrams.overview import scenes_of
from bartizan.render.diagrams.picture import Picture
from bartizan.render.diagrams.scene import Scene
from bartizan.render.diagrams.theme import Theme

SECONDS_FOR_ALL = 20.0
"""How long all layouts of one report may take together."""

MOST_IN_ONE = 450
"""Boxes and arrows together above which a picture is not tried: nobody could read it, and laying it out takes minutes."""

MOST_PICTURES = 12
"""Above so many pictures only the overview is drawn."""


@dataclass(frozen=True, slots=True)
class DrawnInTime:
    """What was drawn, and what was not."""

    pictures: tuple[Picture, ...] = ()
    not_drawn: tuple[str, ...] = ()
    """What is not drawn and why, a sentence or two each."""


def drawn_in_time(architecture: Architecture, *, seconds: float = SECONDS_FOR_ALL) -> DrawnInTime:
    """Draw the service architecture diagram as far as it can be done in some seconds; never raises for a layout."""
    ends = monotonic() + seconds
    scenes = list(islice(scenes_of(block_scene(architecture)), MOST_PICTURES + 1))
    not_drawn: list[str] = []
    if len(scenes) > MOST_PICTURES:
        scenes = scenes[:1]
        not_drawn.append(
            f"The trust domains are not drawn one by one: there would be more than {MOST_PICTURES} pictures."
            " `bartizan draw` makes those that can be laid out."
        )
    pictures: list[Picture] = []
    for scene in scenes:
        drawn = _picture(scene, ends, seconds, quickly=len(scenes) > MANY)
        if isinstance(drawn, Picture):
            pictures.append(drawn)
        else:
            not_drawn.append(f"“{scene.title}” is not drawn: {drawn}.")
    return DrawnInTime(tuple(pictures), tuple(not_drawn))


def _picture(scene: Scene, ends: float, seconds: float, *, quickly: bool) -> Picture | str:
    """Return the picture of a scene, or why there is none."""
    boxes, arrows = len(scene.boxes), len(scene.connectors)
    if boxes + arrows > MOST_IN_ONE:
        return (
            f"it would hold {boxes} boxes and {arrows} arrows,"
            f" and above {MOST_IN_ONE} together a picture cannot be read any more"
        )
    in_time = f"the {seconds:g} seconds for the pictures of a report were over"
    if ends <= monotonic():
        return in_time
    try:
        return composed(best_layout(scene, PAGE, quickly=quickly, ends=ends), Theme.AUTO)
    except LayoutTookTooLong:
        return in_time
    except (LayoutFailed, NoEngine) as problem:
        return str(problem)
