"""In which trust domain everything lies, and which connections cross a trust boundary."""

from __future__ import annotations

from collections.abc import Mapping

from bartizan.knowledge.kinds import kind_of
from bartizan.model.architecture import Architecture
from bartizan.model.interface import Interface
from bartizan.model.shapes import ID, Flag
from bartizan.model.trust_domain import DomainKind


def domains_of(architecture: Architecture) -> dict[str, str]:
    """Return the trust domain of each component by id, where it is known.

    What says none itself lies where its host does, and a file where all of its readers and writers are.
    """
    said = {
        id_: component.domain
        for id_, component in architecture.components.items()
        if component.domain and component.domain != "unknown"
    }
    found = dict(said)
    for component in architecture.components.values():
        for part in component.hosts:
            if component.id in said and part in architecture.components:
                found.setdefault(part, said[component.id])
    for id_, component in architecture.components.items():
        users = {found.get(user, "") for user in (*component.read_by, *component.written_by)}
        shared = users.pop() if len(users) == 1 else ""
        if shared:
            found.setdefault(id_, shared)
    return found


def domains_around(architecture: Architecture, domain: str | None) -> tuple[str, ...]:
    """Return a trust domain and those around it, the innermost first; a ring of domains is walked once."""
    around: list[str] = []
    while domain and domain != "unknown" and domain not in around:
        around.append(domain)
        declared = architecture.trust_domains.get(domain)
        domain = declared.inside if declared else None
    return tuple(around)


def own_domains(architecture: Architecture, domains: Mapping[str, str]) -> frozenset[str]:
    """Return the trust domains in which the service itself runs: those of its parts in scope that are not people.

    Never those of third parties, whatever stands in them, nor one with people in it from which another is said to be reached.
    """
    own, with_people = set(), set()
    for id_, component in architecture.components.items():
        kind = kind_of(component)
        if id_ not in domains:
            continue
        if kind and (kind.person or kind.name in _OUTSIDE):
            with_people.add(domains[id_])
        elif component.in_scope is not Flag.NO:
            own.add(domains[id_])
    reached_from = {each for domain in architecture.trust_domains.values() for each in domain.reached_from}
    return frozenset(
        each for each in own - (with_people & reached_from) if not _is_foreign(architecture, each)
    )


def _is_foreign(architecture: Architecture, domain: str) -> bool:
    """Whether a trust domain is a third party's, or lies within one."""
    around = (architecture.trust_domains.get(each) for each in domains_around(architecture, domain))
    return any(each.kind is DomainKind.THIRD_PARTY for each in around if each)


_OUTSIDE = frozenset({"external-service", "browser", "internet", "mobile-app"})


def crosses(architecture: Architecture, interface: Interface, domains: Mapping[str, str]) -> bool | None:
    """Return whether an interface crosses a trust boundary; nothing when the domain of one end is not known.

    Between two components of one domain it does so too where it runs over the network of another.
    """
    requestor = domains.get(interface.requestor or "")
    listener = domains.get(interface.listener or "")
    if not requestor or not listener:
        return None
    around = (*domains_around(architecture, requestor), *domains_around(architecture, listener))
    network = interface.network
    elsewhere = network is not None and bool(ID.fullmatch(network)) and network not in {*around, "unknown"}
    return requestor != listener or elsewhere


def comes_from_outside(
    architecture: Architecture, interface: Interface, domains: Mapping[str, str], own: frozenset[str]
) -> bool | None:
    """Return whether somebody outside of the service's own trust domains connects; nothing when the ends do not tell."""
    requestor = domains.get(interface.requestor or "")
    listener = architecture.components.get(interface.listener or "")
    if not requestor or listener is None or listener.id not in domains:
        return None
    return listener.in_scope is not Flag.NO and requestor not in own
