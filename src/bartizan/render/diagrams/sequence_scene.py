"""The steps of a use case as a sequence diagram, before anyone decides where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bartizan.model.architecture import Architecture
from bartizan.model.names import display_name, make_id
from bartizan.model.step import Step
from bartizan.model.use_case import UseCase
from bartizan.render.diagrams.block_scene import (
    domain_groups,
    end_id,
    interface_number,
    is_yes,
    protocols,
    service_id,
)
from bartizan.render.diagrams.data_names import step_data
from bartizan.render.diagrams.flow_scene import goes_back
from bartizan.render.diagrams.scene import GroupKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One column: a component that takes part."""

    id: str
    """Unique in the diagram."""
    element: str
    """The id of the component; empty when nobody said which."""
    name: str
    domain: str = ""
    """The id of its trust domain; empty when it has none."""
    domain_name: str = ""
    domain_kind: GroupKind = GroupKind.NETWORK
    future: bool = False
    undeclared: bool = False
    """Named by a step, but nobody declared it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One row: data moving from one column to another, or work within one."""

    number: int
    """Counted from one."""
    sender: str
    """The id of an entity."""
    receiver: str
    """The id of an entity; the sender's for work within it."""
    text: str
    """What happens."""
    note: str = ""
    """The data, and the protocol it travels by."""
    interface: str = ""
    """The id of the interface it goes over."""
    reply: bool = False
    """Dashed: it answers an earlier step."""
    future: bool = False
    in_doubt: bool = False
    """Whether some of its data may move the other way; its note has question marks then."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SequenceScene:
    """Everything that one sequence diagram shows."""

    name: str
    """A short name of letters, digits and hyphens, fit for a file."""
    title: str
    description: str
    entities: tuple[Entity, ...] = ()
    """In the order in which they first take part."""
    messages: tuple[Message, ...] = ()


def sequence_scene(architecture: Architecture, use_case: UseCase) -> SequenceScene:
    """Return the use case as columns and rows."""
    messages = tuple(_message(architecture, at, step) for at, step in enumerate(use_case.steps, 1))
    ends = dict.fromkeys(end for message in messages for end in (message.sender, message.receiver))
    entities = tuple(_entities(architecture, ends))
    names = {entity.id: entity.name for entity in entities}
    title = display_name(use_case)
    sentences = [f"The steps of the use case {title}."]
    sentences += [
        f"{each.number}: {names[each.sender]} to {names[each.receiver]}: {each.text or 'not said'}."
        for each in messages[:15]
    ]
    if len(messages) > 15:
        sentences.append(f"And {len(messages) - 15} more steps.")
    return SequenceScene(
        name=f"{service_id(architecture)}-sequence-{make_id(use_case.id, ())}",
        title=f"Use case – {title}",
        description=" ".join(sentences),
        entities=entities,
        messages=messages,
    )


def _message(architecture: Architecture, at: int, step: Step) -> Message:
    interface = architecture.interfaces.get(step.interface or "")
    data = step_data(architecture, step)
    how = ""
    if interface is not None:
        number = interface_number(interface)
        how = " ".join(part for part in (protocols(interface), f"[{number}]" if number else "") if part)
    receiver = step.receiver or step.sender
    return Message(
        number=at,
        sender=end_id(step.sender, f"step {at}", "sender"),
        receiver=end_id(receiver, f"step {at}", "sender" if receiver == step.sender else "receiver"),
        text=step.text or "",
        note=" · ".join(part for part in (", ".join(data.names), how) if part),
        interface=step.interface or "",
        reply=is_yes(step.reply)
        or (interface is not None and goes_back(interface, step.sender, step.receiver)),
        future=interface is not None and is_yes(interface.future),
        in_doubt=data.in_doubt,
    )


def _entities(architecture: Architecture, ends: dict[str, None]) -> Iterator[Entity]:
    domains = {group.element: group for group in domain_groups(architecture)}
    for end in ends:
        component = architecture.components.get(end)
        if component is None:
            word, _, step = end.partition(":")
            name = f"{word} of {step}: not said" if step else end
            yield Entity(id=end, element="" if step else end, name=name, undeclared=True)
            continue
        domain = domains.get(component.domain or "")
        quantity = component.instances if component.instances not in {None, "1", "one", "unknown"} else ""
        yield Entity(
            id=end,
            element=end,
            name=display_name(component) + (f" ({quantity})" if quantity else ""),
            domain=domain.id if domain else "",
            domain_name=domain.name if domain else "",
            domain_kind=domain.kind if domain else GroupKind.NETWORK,
            future=is_yes(component.future),
        )
