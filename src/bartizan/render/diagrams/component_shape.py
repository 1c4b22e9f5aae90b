"""Which shape each component is drawn in: by its kind, else by the technology it is made with."""

from __future__ import annotations

from bartizan.knowledge.kinds import Notation, kind_of, notation
from bartizan.model.component import Component
from bartizan.render.diagrams.scene import Shape

SHAPES = {
    Notation.RECTANGLE: Shape.PROCESS,
    Notation.CYLINDER: Shape.STORE,
    Notation.PIPE: Shape.QUEUE,
    Notation.CLOUD: Shape.CLOUD,
    Notation.PERSON: Shape.PERSON,
    Notation.DOCUMENT: Shape.FILE,
    Notation.HOST: Shape.HOST,
    Notation.HSM: Shape.HSM,
    Notation.BROWSER: Shape.BROWSER,
    Notation.TERMINAL: Shape.TERMINAL,
}
"""The shape on a block diagram for each notation that our knowledge of kinds has."""


def block_shape(component: Component) -> Shape:
    """Return the shape of a component on a block diagram; a rectangle where nobody knows what it is."""
    return SHAPES[notation(component)]


def is_store(component: Component) -> bool:
    """Return whether data rests in the component: a database, a queue, a file."""
    kind = kind_of(component)
    return kind is not None and kind.store
