"""What stands in a box, on a boundary and on an arrow, as lines of plain words for drawings that have no legend."""

from __future__ import annotations

from bartizan.render.diagrams.scene import Box, Connector, ConnectorKind, Group, GroupKind, Heads
from bartizan.render.diagrams.sequence_scene import Entity, Message
from bartizan.render.diagrams.text_lines import clean

IN_DOUBT = "? means direction not said"
"""What a question mark behind the name of data means."""


def box_lines(box: Box) -> tuple[str, ...]:
    """Return the name with the number of instances, the technology, and what else is to be known, each on its line."""
    marks = [
        word
        for word, holds in (
            ("not declared", box.undeclared),
            ("out of scope", box.out_of_scope),
            ("planned", box.future),
        )
        if holds
    ]
    return _said(f"{box.name}{_quantity(box.quantity)}", box.detail, ", ".join(marks)) or ("?",)


def group_lines(group: Group) -> tuple[str, ...]:
    """Return the name on the boundary, and what else is to be known of what is inside."""
    marks = [
        word
        for word, holds in (
            ("third party", group.kind is GroupKind.THIRD_PARTY),
            ("out of scope", group.out_of_scope),
            # The name of a trust domain says it already.
            ("planned", group.future and group.kind is GroupKind.HOST),
        )
        if holds
    ]
    return _said(group.name, ", ".join(marks)) or ("?",)


def connector_lines(connector: Connector) -> tuple[str, ...]:
    """Return number and name, then the protocol, then what else is to be known; nothing when there is nothing to say."""
    marks = [
        word
        for word, holds in (
            ("reads", connector.kind is ConnectorKind.READS and not connector.detail),
            ("writes", connector.kind is ConnectorKind.WRITES and not connector.detail),
            ("administration", connector.administration),
            ("direction not said", connector.heads is Heads.EITHER),
            (IN_DOUBT, connector.in_doubt),
            ("out of scope", connector.out_of_scope),
            ("planned", connector.future),
        )
        if holds
    ]
    return _said(f"{connector.number} {connector.name}", connector.detail, ", ".join(marks))


def entity_lines(entity: Entity) -> tuple[str, ...]:
    """Return the name of an entity of a sequence diagram, and what else is to be known."""
    marks = [
        word for word, holds in (("not declared", entity.undeclared), ("planned", entity.future)) if holds
    ]
    return _said(entity.name, ", ".join(marks)) or ("?",)


def message_lines(message: Message) -> tuple[str, ...]:
    """Return what happens in a step, then the data and the protocol."""
    marks = [word for word, holds in ((IN_DOUBT, message.in_doubt), ("planned", message.future)) if holds]
    return _said(message.text, message.note, ", ".join(marks)) or ("not said",)


def _quantity(quantity: str) -> str:
    """Return how many there are, behind the name as the diagram guidance has it."""
    return f" ({quantity})" if quantity else ""


def _said(*lines: str) -> tuple[str, ...]:
    return tuple(text for line in lines if (text := clean(line)))
