"""The data flow diagram as a scene, for one use case or for the whole service."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bartizan.model.architecture import Architecture
from bartizan.model.component import Component
from bartizan.model.interface import Interface
from bartizan.model.names import display_name, make_id
from bartizan.model.shapes import Flag
from bartizan.model.trust_domain import DomainKind
from bartizan.model.use_case import UseCase
from bartizan.render.diagrams.block_scene import (
    component_box,
    domain_groups,
    end_id,
    ghosts,
    is_yes,
    service_id,
    service_name,
)
from bartizan.render.diagrams.component_shape import block_shape, is_store
from bartizan.render.diagrams.data_names import carried_names, names_one_way, step_data
from bartizan.render.diagrams.file_places import file_places
from bartizan.render.diagrams.scene import Box, Connector, ConnectorKind, Group, Heads, Scene, Shape
from bartizan.render.diagrams.sentence import sentence

NOT_SAID = "data not said"
"""What stands on a flow of which the page does not say what moves."""


def flow_scene(architecture: Architecture, use_case: UseCase | None) -> Scene:
    """Return the data flows of one use case, or of all interfaces and files, with the entities between which they run."""
    flows = tuple(use_case_flows(architecture, use_case) if use_case else service_flows(architecture))
    ends = dict.fromkeys(end for flow in flows for end in (flow.tail, flow.head))
    groups = domain_groups(architecture)
    by_domain = {group.element: group.id for group in groups}
    place = {id_: by_domain.get(component.domain or "") for id_, component in architecture.components.items()}
    place |= file_places(architecture, place, {group.id: group.inside for group in groups})
    entities = [
        entity_box(architecture, component, place[id_])
        for id_, component in architecture.components.items()
        if id_ in ends
    ]
    boxes = (
        *entities,
        *(replace(ghost, shape=Shape.EXTERNAL_ENTITY) for ghost in ghosts(architecture, flows)),
    )
    subject = display_name(use_case) if use_case else service_name(architecture)
    return Scene(
        name=f"{service_id(architecture)}-flows" + (f"-{make_id(use_case.id, ())}" if use_case else ""),
        title=f"Data flows – {subject}",
        description=_description(subject, boxes, flows),
        boxes=boxes,
        groups=tuple(_around(groups, boxes)),
        connectors=flows,
        is_flow=True,
    )


def entity_box(architecture: Architecture, component: Component, group: str | None) -> Box:
    """Return a component as an entity: a store, an external entity, one process or several."""
    box = component_box(component, group)
    if is_store(component):
        return replace(box, shape=Shape.DATA_STORE, stacked=False)
    if _is_external(architecture, component):
        return replace(box, shape=Shape.EXTERNAL_ENTITY, stacked=False)
    shape = Shape.DOUBLE_CIRCLE if box.stacked else Shape.CIRCLE
    return replace(box, shape=shape, stacked=False)


def _is_external(architecture: Architecture, component: Component) -> bool:
    """Return whether a component is none of the service's own processes."""
    domain = architecture.trust_domains.get(component.domain or "")
    return (
        block_shape(component) in {Shape.PERSON, Shape.CLOUD}
        or component.in_scope is Flag.NO
        or component.id in architecture.external_dependencies
        or (domain is not None and domain.kind is DomainKind.THIRD_PARTY)
    )


def use_case_flows(architecture: Architecture, use_case: UseCase) -> Iterator[Connector]:
    """Yield a flow for each step in which data moves; the same data over the same way again is no new flow."""
    seen = set()
    for at, step in enumerate(use_case.steps, 1):
        if step.sender == step.receiver and step.sender:
            continue
        tail, head = (
            end_id(step.sender, f"step {at}", "sender"),
            end_id(step.receiver, f"step {at}", "receiver"),
        )
        interface = architecture.interfaces.get(step.interface or "")
        moving = step_data(architecture, step)
        data = ", ".join(moving.names) or step.text or ""
        if (tail, head, step.interface, data) in seen:
            continue
        seen.add((tail, head, step.interface, data))
        yield Connector(
            id=f"step-{at}",
            element=step.interface or "",
            tail=tail,
            head=head,
            name=data,
            data=moving.names,
            detail="" if data else NOT_SAID,
            unsaid=not data,
            kind=ConnectorKind.FLOW,
            reply=is_yes(step.reply)
            or (interface is not None and goes_back(interface, step.sender, step.receiver)),
            future=interface is not None and is_yes(interface.future),
            in_doubt=moving.in_doubt,
        )


def goes_back(interface: Interface, sender: str | None, receiver: str | None) -> bool:
    """Return whether a step over an interface is its response."""
    return (sender, receiver) == (interface.listener, interface.requestor) and sender != receiver


def service_flows(architecture: Architecture) -> Iterator[Connector]:
    """Yield the flows of every interface there and back, and those between files and who reads and writes them."""
    for id_, interface in architecture.interfaces.items():
        if interface.requestor == interface.listener:
            continue
        yield from _interface_flows(architecture, id_, interface)
    for id_, file in architecture.components.items():
        kept = _kept_in(architecture, id_)
        for reader in dict.fromkeys(file.read_by):
            yield _file_flow(f"read:{id_}:{reader}", id_, reader, kept)
        for writer in dict.fromkeys(file.written_by):
            yield _file_flow(f"write:{id_}:{writer}", writer, id_, kept)


def _interface_flows(architecture: Architecture, id_: str, interface: Interface) -> Iterator[Connector]:
    requestor = end_id(interface.requestor, id_, "requestor")
    listener = end_id(interface.listener, id_, "listener")
    there = names_one_way(architecture, interface.request, interface.request_credentials)
    back = names_one_way(architecture, interface.response, interface.response_credentials)
    either = carried_names(architecture, interface.in_flight)
    future = is_yes(interface.future)

    def flow(word: str, names: Iterable[str], **more: object) -> Connector:
        ends = (listener, requestor) if more.pop("returns", False) else (requestor, listener)
        data = tuple(names)
        text = ", ".join(data)
        return Connector(
            id=f"{word}:{id_}", element=id_, tail=ends[0], head=ends[1], name=text, data=data,
            detail="" if text else NOT_SAID, unsaid=not text,
            kind=ConnectorKind.FLOW, future=future, reply=word == "response",
            heads=Heads.EITHER if word == "either" else Heads.END,
        )  # fmt: skip

    if there or not (either or back):
        # That nothing travels was said; that is another thing than that nothing was said.
        carried = (*interface.request, *interface.response, *interface.in_flight)
        nothing = ("nothing",) if any(each.asset == "nothing" for each in carried) else ()
        yield flow("request", there or nothing)
    if either:
        yield flow("either", either)
    if back:
        yield flow("response", back, returns=True)


def _file_flow(id_: str, tail: str, head: str, kept: tuple[str, ...]) -> Connector:
    text = ", ".join(kept)
    return Connector(
        id=id_,
        element="",
        tail=tail,
        head=head,
        name=text,
        data=kept,
        detail="" if text else NOT_SAID,
        unsaid=not text,
        kind=ConnectorKind.FLOW,
    )


def _kept_in(architecture: Architecture, component: str) -> tuple[str, ...]:
    """Return the names of the data assets persisted in a component."""
    return tuple(
        display_name(asset)
        for asset in architecture.data_assets.values()
        if any(placement.place == component for placement in asset.persisted)
    )


def _around(groups: tuple[Group, ...], boxes: Iterable[Box]) -> Iterator[Group]:
    """Yield the groups that hold at least one of the boxes, directly or not."""
    by_id = {group.id: group for group in groups}
    needed = set()
    for box in boxes:
        at = box.group
        while at is not None and at not in needed:
            needed.add(at)
            at = by_id[at].inside
    yield from (group for group in groups if group.id in needed)


def _description(subject: str, boxes: tuple[Box, ...], flows: tuple[Connector, ...]) -> str:
    names = {box.id: box.name for box in boxes}
    sentences = [sentence(f"The data flows of {subject}")]
    for flow in flows[:12]:
        between = "and" if flow.heads is Heads.EITHER else "to"
        sentences.append(
            sentence(f"{flow.name or NOT_SAID}: {names[flow.tail]} {between} {names[flow.head]}")
        )
    if len(flows) > 12:
        sentences.append(f"And {len(flows) - 12} more.")
    return " ".join(sentences)
