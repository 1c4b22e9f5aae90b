"""The service architecture diagram as a scene: which box, group and arrow each element of the page becomes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bartizan.model.architecture import Architecture
from bartizan.model.component import Component
from bartizan.model.interface import Interface
from bartizan.model.names import display_name, make_id, readable
from bartizan.model.references import references
from bartizan.model.shapes import Flag
from bartizan.model.trust_domain import DomainKind, TrustDomain
from bartizan.render.diagrams.component_shape import block_shape
from bartizan.render.diagrams.file_places import file_places
from bartizan.render.diagrams.scene import Box, Connector, ConnectorKind, Group, GroupKind, Scene
from bartizan.render.diagrams.sentence import sentence

GROUP_KINDS = {
    DomainKind.NETWORK: GroupKind.NETWORK,
    DomainKind.GROUP: GroupKind.GROUP,
    DomainKind.THIRD_PARTY: GroupKind.THIRD_PARTY,
    None: GroupKind.NETWORK,
}
"""How the boundary of each kind of trust domain is drawn; where nobody said, as that of a network."""


def block_scene(architecture: Architecture) -> Scene:
    """Return the whole architecture as one scene."""
    domains = domain_groups(architecture)
    hosts = _host_groups(architecture, {group.element: group.id for group in domains})
    connectors = (*interface_connectors(architecture), *_file_arrows(architecture))
    return Scene(
        name=f"{service_id(architecture)}-architecture",
        title=f"{service_name(architecture)} – service architecture",
        description=_description(architecture),
        boxes=(*_component_boxes(architecture, domains, hosts), *ghosts(architecture, connectors)),
        groups=domains + hosts,
        connectors=connectors,
    )


def service_name(architecture: Architecture) -> str:
    """Return what people call the service."""
    name = architecture.service or "Unnamed service"
    return readable(name) if name == make_id(name, ()) else name


def service_id(architecture: Architecture) -> str:
    """Return the service's name in letters, digits and hyphens."""
    return make_id(architecture.service or "service", ())


def is_yes(flag: Flag | None) -> bool:
    """Return whether the answer was yes; unknown and not said are neither yes nor no."""
    return flag is Flag.YES


def _named_as_components(architecture: Architecture) -> set[str]:
    """Return the ids that stand where a component's does, declared or not: each may be drawn as a box."""
    return {each.id for each in references(architecture) if "components" in each.sections}


def domain_groups(architecture: Architecture) -> tuple[Group, ...]:
    """Return a group for each trust domain, declared or only used, none inside itself."""
    declared = architecture.trust_domains
    used = [component.domain for component in architecture.components.values() if component.domain]
    used += [domain.inside for domain in declared.values() if domain.inside]
    ids = [id_ for id_ in dict.fromkeys([*declared, *used]) if id_ != "unknown"]
    parts = {*architecture.components, *_named_as_components(architecture)}
    scene_ids = {id_: f"domain:{id_}" if id_ in parts else id_ for id_ in ids}
    around: dict[str, str | None] = {}
    for id_ in ids:
        inside = declared[id_].inside if id_ in declared else None
        around[id_] = inside if inside in scene_ids and not _leads_to(around, inside, id_) else None
    groups = []
    for id_ in ids:
        domain = declared.get(id_, TrustDomain(id=id_))
        outer = around[id_]
        planned = is_yes(domain.future)
        groups.append(
            Group(
                id=scene_ids[id_],
                element=id_,
                name=display_name(domain) + (" (planned)" if planned else ""),
                kind=GROUP_KINDS[domain.kind],
                inside=scene_ids[outer] if outer else None,
                future=planned,
            )
        )
    return tuple(groups)


def _leads_to(around: Mapping[str, str | None] | Mapping[str, str], start: str | None, end: str) -> bool:
    at = start
    while at is not None and at != end:
        at = around.get(at)
    return at == end


def _host_groups(architecture: Architecture, domains: Mapping[str, str]) -> tuple[Group, ...]:
    """Return a group for each host whose contents can be drawn inside it."""
    inside = _hosted(architecture)
    around = set(inside.values())
    return tuple(
        Group(
            id=id_,
            element=id_,
            name=host.name or readable(id_),
            kind=GroupKind.HOST,
            inside=inside.get(id_) or domains.get(host.domain or ""),
            future=is_yes(host.future),
            out_of_scope=host.in_scope is Flag.NO,
        )
        for id_, host in architecture.components.items()
        if id_ in around
    )


def _hosted(architecture: Architecture) -> dict[str, str]:
    """Return the host of each component that is drawn inside one.

    It is not when it belongs to another domain than its host, when another host came first, or when there is an arrow between
    the two: one from a box to the box around it would say nothing.
    """
    inside: dict[str, str] = {}
    for id_, host in architecture.components.items():
        for part in host.hosts:
            component = architecture.components.get(part)
            if component is None or part in inside or _leads_to(inside, id_, part):
                continue
            if component.domain in {None, "unknown", host.domain}:
                inside[part] = id_
    for one, other in _talking(architecture):
        for outer, inner in ((one, other), (other, one)):
            if _leads_to(inside, inner, outer):
                inside = {part: host for part, host in inside.items() if host != outer}
    return inside


def _talking(architecture: Architecture) -> Iterator[tuple[str, str]]:
    """Yield the two ends of everything that is drawn as an arrow."""
    for interface in architecture.interfaces.values():
        if interface.requestor and interface.listener:
            yield interface.requestor, interface.listener
    for id_, file in architecture.components.items():
        for user in (*file.read_by, *file.written_by):
            yield user, id_


def _component_boxes(
    architecture: Architecture, domains: tuple[Group, ...], hosts: tuple[Group, ...]
) -> Iterator[Box]:
    drawn_around = {group.id for group in hosts}
    hosted = _hosted(architecture)
    by_domain = {group.element: group.id for group in domains}
    place = {
        id_: hosted.get(id_) or by_domain.get(component.domain or "")
        for id_, component in architecture.components.items()
    }
    # Beside a host that is drawn around what it holds, not inside it: an arrow from a boundary inwards would say nothing.
    place |= {group.element: group.inside for group in hosts}
    place |= file_places(architecture, place, {group.id: group.inside for group in (*domains, *hosts)})
    for id_, component in architecture.components.items():
        if id_ not in drawn_around:
            yield component_box(component, place[id_])


def component_box(component: Component, group: str | None) -> Box:
    """Return the box of one component."""
    instances = component.instances or ""
    return Box(
        id=component.id,
        element=component.id,
        name=display_name(component),
        detail=component.technology or "",
        quantity="" if instances in {"1", "one", "unknown"} else instances,
        shape=block_shape(component),
        group=group,
        stacked=instances not in {"", "0", "1", "one", "unknown"},
        future=is_yes(component.future),
        out_of_scope=component.in_scope is Flag.NO,
    )


def interface_connectors(architecture: Architecture) -> Iterator[Connector]:
    """Yield the arrow of each interface, from requestor to listener."""
    for id_, interface in architecture.interfaces.items():
        number = interface_number(interface)
        yield Connector(
            id=id_,
            element=id_,
            tail=end_id(interface.requestor, id_, "requestor"),
            head=end_id(interface.listener, id_, "listener"),
            number=number,
            name=interface.name or ("" if number else readable(id_)),
            detail=protocols(interface),
            future=is_yes(interface.future),
            administration=is_yes(interface.administration),
            out_of_scope=interface.in_scope is Flag.NO,
        )


def end_id(component: str | None, interface: str, end: str) -> str:
    """Return the id of the box at one end; where nobody said which, that of a box for this end alone."""
    return component if component and component != "unknown" else f"{end}:{interface}"


def interface_number(interface: Interface) -> str:
    """Return what stands in the badge: the number, else the id where that is one."""
    return interface.number or (interface.id if interface.id[:1].isdigit() else "")


def protocols(interface: Interface) -> str:
    """Return the protocols in a few words."""
    return "protocol unknown" if interface.protocol == ("unknown",) else " + ".join(interface.protocol)


def ghosts(architecture: Architecture, connectors: tuple[Connector, ...]) -> Iterator[Box]:
    """Yield a box for each end of an arrow that no component is declared for."""
    ends = dict.fromkeys(end for connector in connectors for end in (connector.tail, connector.head))
    for end in ends:
        if end in architecture.components:
            continue
        word, _, interface = end.partition(":")
        if interface:
            yield Box(id=end, element="", name=f"{word} of {interface}: not said", undeclared=True)
        else:
            yield Box(id=end, element=end, name=end, undeclared=True)


def _file_arrows(architecture: Architecture) -> Iterator[Connector]:
    """Yield a thin arrow without a number for each component that reads or writes a file."""
    for id_, file in architecture.components.items():
        for user in dict.fromkeys((*file.read_by, *file.written_by)):
            reads, writes = user in file.read_by, user in file.written_by
            yield Connector(
                id=f"file:{id_}:{user}",
                element="",
                tail=user,
                head=id_,
                detail=("reads and writes" if reads else "writes") if writes else "",
                kind=ConnectorKind.WRITES if writes else ConnectorKind.READS,
                future=is_yes(file.future),
            )


def _description(architecture: Architecture) -> str:
    components, interfaces = len(architecture.components), len(architecture.interfaces)
    domains = [group.name for group in domain_groups(architecture)]
    parts = f"{_count(components, 'component')} and {_count(interfaces, 'interface')}"
    sentences = [
        f"The service architecture of {service_name(architecture)}: {parts}.",
        "Each interface is an arrow that points to its listener.",
    ]
    if domains:
        sentences.append(sentence(f"Trust domains: {', '.join(domains)}"))
    return " ".join(sentences)


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
