"""What a page need not say because the world knows it: `complete(architecture)` lists it, with the reason for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from bartizan.knowledge.boundaries import comes_from_outside, domains_of, own_domains
from bartizan.knowledge.kinds import kind_of
from bartizan.knowledge.protocols import (
    PROPERTIES,
    Gives,
    Medium,
    Protocol,
    Status,
    leaves_tls_open,
    protocol,
)
from bartizan.knowledge.technologies import technology
from bartizan.model.architecture import Architecture
from bartizan.model.control import ControlState
from bartizan.model.interface import Interface
from bartizan.model.names import display_name
from bartizan.model.shapes import Flag
from bartizan.source.nodes import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """One fact that the page did not have to say."""

    path: Path
    """Where it would stand if somebody wrote it."""
    value: str
    """What would be written there."""
    because: str
    """Why it is so, in one sentence."""
    source: str
    """Where our knowledge of it comes from."""
    follows_from: Path
    """The written fact that brought it."""


@dataclass(frozen=True, kw_only=True)
class Completed:
    """What knowledge adds to a page; the page itself is not changed."""

    brought: tuple[Brought, ...]
    """In the page's order."""
    contradicted: tuple[Brought, ...]
    """What would have been brought, had the page not said something else, which counts."""

    @cached_property
    def _by_path(self) -> dict[Path, Brought]:
        return {each.path: each for each in self.brought}

    def at(self, path: Path) -> Brought | None:
        """Return what was brought to a path."""
        return self._by_path.get(path)

    def value(self, path: Path) -> str | None:
        """Return the value that was brought to a path."""
        found = self.at(path)
        return found.value if found else None


CONTROL_WORDS = {
    "encryption": "encryption",
    "integrity": "integrity",
    "server_authentication": "server-authentication",
    "client_authentication": "client-authentication",
}
"""The word behind the interface's id in the name of the control that a property of its protocol brings."""


def complete(architecture: Architecture) -> Completed:
    """Return what follows from what a page says and what everybody knows; what the page says itself is not repeated."""
    brought: list[Brought] = []
    contradicted: list[Brought] = []
    for each in _all(architecture):
        said = _said(architecture, each.path)
        if said is None:
            brought.append(each)
        elif said != each.value:
            contradicted.append(each)
    return Completed(brought=tuple(brought), contradicted=tuple(contradicted))


def _all(architecture: Architecture) -> Iterator[Brought]:
    yield from _kinds(architecture)
    for interface in architecture.interfaces.values():
        yield from _number(interface)
    yield from _entry_points(architecture)
    for interface in architecture.interfaces.values():
        yield from _controls(interface)
    yield from _actors(architecture)


def _said(architecture: Architecture, path: Path) -> str | None:
    """Return what the page itself says at a path; that somebody asked and nobody knows is saying nothing."""
    section, id_, word = (str(step) for step in path)
    if section == "components":
        return _kind_as_ours(architecture, id_)
    if section == "interfaces" and word == "number":
        return architecture.interfaces[id_].number
    if section == "interfaces":
        flag = architecture.interfaces[id_].entry_point
        return flag.value if flag and flag is not Flag.UNKNOWN else None
    if section == "controls":
        control = architecture.controls.get(id_)
        state = control.state if control else None
        return state.value if state and state is not ControlState.UNKNOWN else None
    return architecture.threat_actors[id_].id if id_ in architecture.threat_actors else None


def _kind_as_ours(architecture: Architecture, id_: str) -> str | None:
    component = architecture.components[id_]
    kind = kind_of(component)
    return (kind.name if kind else component.kind) if component.kind else None


def _kinds(architecture: Architecture) -> Iterator[Brought]:
    for id_, component in architecture.components.items():
        made_with = technology(component.technology) if component.technology else None
        if made_with:
            yield Brought(
                path=("components", id_, "kind"),
                value=made_with.kind,
                because=f"it is made with {component.technology}",
                source=f"technologies, {made_with.date}: {made_with.source}",
                follows_from=("components", id_, "technology"),
            )


def _number(interface: Interface) -> Iterator[Brought]:
    if interface.id.isdecimal():
        yield Brought(
            path=("interfaces", interface.id, "number"),
            value=interface.id,
            because="its id is a number",
            source="the file's own form",
            follows_from=("interfaces", interface.id),
        )


def _entry_points(architecture: Architecture) -> Iterator[Brought]:
    domains = domains_of(architecture)
    own = own_domains(architecture, domains)
    for interface in architecture.interfaces.values():
        if comes_from_outside(architecture, interface, domains, own):
            requestor = architecture.components[str(interface.requestor)]
            yield Brought(
                path=("interfaces", interface.id, "entry-point"),
                value=Flag.YES.value,
                because=f"{display_name(requestor)} is outside of the service's own trust domains",
                source="OpenStack threat analysis process: an entry point is an interface that an attacker can use",
                follows_from=("components", requestor.id, "domain"),
            )


def _controls(interface: Interface) -> Iterator[Brought]:
    spoken = protocol(*interface.protocol) if interface.protocol else None
    if spoken is None or spoken.medium in {Medium.LOCAL, Medium.API}:
        return
    open_question = leaves_tls_open(*interface.protocol)
    for each in PROPERTIES:
        state = _state(spoken, each)
        if state is ControlState.ABSENT and (open_question or _told_otherwise(interface, each)):
            continue  # `SQL` alone is no word that there is no TLS: the page has to say
        if state:
            yield Brought(
                path=("controls", f"{interface.id}/{CONTROL_WORDS[each]}", "state"),
                value=state.value,
                because=f"interface {interface.id} uses {spoken.name}",
                source=f"protocols, {spoken.date}: {spoken.source}",
                follows_from=("interfaces", interface.id, "protocol"),
            )


def _told_otherwise(interface: Interface, each: str) -> bool:
    """Whether the page says that the listener shows something to tell who it is, whatever its protocol does."""
    shown = [credential for credential in interface.response_credentials if credential != "nothing"]
    return each == "server_authentication" and bool(shown)


def _state(spoken: Protocol, each: str) -> ControlState | None:
    """Return whether a protocol brings a control.

    What it gives weakly or when it is set up so stays unsaid, and so does that anybody may connect: the page's
    credentials may say who connects. What checks neither what is carried nor who answers leaves that unchecked.
    """
    gives = getattr(spoken, each)
    if gives is Gives.YES and spoken.status not in {Status.DEPRECATED, Status.PROHIBITED}:
        return ControlState.IN_PLACE
    if gives is Gives.NO and each != "client_authentication":
        return ControlState.ABSENT
    return None


def _actors(architecture: Architecture) -> Iterator[Brought]:
    """A page that names nobody at all is defended against whoever can reach an entry point, and those who are let in."""
    if architecture.threat_actors:
        return
    for id_, component in architecture.components.items():
        kind = kind_of(component)
        in_scope = component.in_scope is not Flag.NO
        if in_scope and kind and kind.person and component.domain and component.domain != "unknown":
            yield Brought(
                path=("threat-actors", id_, "at"),
                value=component.domain,
                because=f"{display_name(component)} is somebody who may turn hostile, and the page names no threat actor",
                source="OpenStack security guide: who an attacker may be is asked of everybody with access",
                follows_from=("components", id_, "domain"),
            )
