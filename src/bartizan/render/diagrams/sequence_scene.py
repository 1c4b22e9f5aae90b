"""The steps of a use case as a sequence diagram, before anyone decides where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from bartizan.render.diagrams.scene import Group, GroupKind
from bartizan.render.diagrams.sentence import sentence

MOST_IN_WORDS = 15
"""How many steps the description of a picture says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One column: a component that takes part."""

    id: str
    """Unique in the diagram."""
    element: str
    """The id of the component; empty when nobody said which."""
    name: str
    domains: tuple[Group, ...] = ()
    """All trust domains that it stands in, from the outermost to its own."""
    future: bool = False
    undeclared: bool = False
    """Named by a step, but nobody declared it."""

    @property
    def domain(self) -> str:
        """The id of its trust domain; empty when it has none."""
        return self.domains[-1].id if self.domains else ""

    @property
    def domain_name(self) -> str:
        """What people call its trust domain."""
        return self.domains[-1].name if self.domains else ""

    @property
    def domain_kind(self) -> GroupKind:
        """The kind of its trust domain; a network where it has none."""
        return self.domains[-1].kind if self.domains else GroupKind.NETWORK


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
    data: tuple[str, ...] = ()
    """The data by itself."""
    way: str = ""
    """The protocol by itself, with the number of the interface."""
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
    """In the order in which they first take part, but those in one trust domain beside each other."""
    messages: tuple[Message, ...] = ()


def sequence_scene(architecture: Architecture, use_case: UseCase) -> SequenceScene:
    """Return the use case as columns and rows."""
    messages = tuple(_message(architecture, at, step) for at, step in enumerate(use_case.steps, 1))
    ends = dict.fromkeys(end for message in messages for end in (message.sender, message.receiver))
    entities = tuple(gathered(tuple(_entities(architecture, ends))))
    title = display_name(use_case)
    return SequenceScene(
        name=f"{service_id(architecture)}-sequence-{make_id(use_case.id, ())}",
        title=f"Use case – {title}",
        description=steps_in_words(sentence(f"The steps of the use case {title}"), entities, messages),
        entities=entities,
        messages=messages,
    )


def steps_in_words(beginning: str, entities: Iterable[Entity], messages: Sequence[Message]) -> str:
    """Return what happens in some of the steps, for those who cannot see it, behind a sentence that says which they are."""
    names = {entity.id: entity.name for entity in entities}
    sentences = [beginning] if beginning else []
    sentences += [
        sentence(f"{each.number}: {names[each.sender]} to {names[each.receiver]}: {each.text or 'not said'}")
        for each in messages[:MOST_IN_WORDS]
    ]
    if len(messages) > MOST_IN_WORDS:
        sentences.append(f"And {len(messages) - MOST_IN_WORDS} more steps.")
    return " ".join(sentences)


def gathered(entities: Sequence[Entity], depth: int = 0) -> Iterator[Entity]:
    """Yield those in one trust domain after each other, and so in each domain inside it; whoever came first stays first."""
    together: dict[str, list[Entity]] = {}
    for entity in entities:
        outer = f"domain {entity.domains[depth].id}" if depth < len(entity.domains) else f"entity {entity.id}"
        together.setdefault(outer, []).append(entity)
    for group in together.values():
        yield from gathered(group, depth + 1) if len(group) > 1 else group


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
        data=data.names,
        way=how,
        interface=step.interface or "",
        reply=is_yes(step.reply)
        or (interface is not None and goes_back(interface, step.sender, step.receiver)),
        future=interface is not None and is_yes(interface.future),
        in_doubt=data.in_doubt,
    )


def _entities(architecture: Architecture, ends: dict[str, None]) -> Iterator[Entity]:
    groups = domain_groups(architecture)
    domains = {group.element: group for group in groups}
    by_id = {group.id: group for group in groups}
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
            domains=tuple(_around(domain, by_id))[::-1],
            future=is_yes(component.future),
        )


def _around(domain: Group | None, by_id: Mapping[str, Group]) -> Iterator[Group]:
    """Yield a trust domain and those around it, from the inside out."""
    while domain is not None:
        yield domain
        domain = by_id.get(domain.inside or "")
