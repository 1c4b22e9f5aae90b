"""What a rule looks at: an architecture, and what follows from it that several rules ask for."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from bartizan.knowledge.boundaries import comes_from_outside, crosses, domains_of, own_domains
from bartizan.knowledge.kinds import ComponentKind, kind_of
from bartizan.knowledge.protocols import Medium, Protocol, protocol
from bartizan.model.architecture import Architecture
from bartizan.model.carried import Carried
from bartizan.model.component import Component
from bartizan.model.control import Control, ControlState
from bartizan.model.data_asset import DataAsset
from bartizan.model.interface import Interface
from bartizan.model.names import display_name, readable
from bartizan.model.page import Template
from bartizan.model.shapes import ID, RESERVED, Flag
from bartizan.model.trust_domain import TrustDomain
from bartizan.model.use_case import UseCase
from bartizan.rules.readiness.name_readings import readings
from bartizan.rules.readiness.texts import Leaf, Written, leaves, texts, unknowns
from bartizan.source.nodes import Path


@dataclass(frozen=True)
class Page:
    """An architecture page as the rules see it."""

    architecture: Architecture
    today: datetime.date
    files: frozenset[str] | None = None
    """The files beside the page, as paths from its folder; nothing when nobody looked."""

    def asks_for(self, template: Template) -> bool:
        """Whether the page must have what only `template` has; a new page has the sections of both."""
        return self.architecture.template in {None, template}

    # ---- components

    @cached_property
    def kinds(self) -> Mapping[str, ComponentKind | None]:
        """What each component is, by id."""
        return {id_: kind_of(component) for id_, component in self.architecture.components.items()}

    @cached_property
    def domains(self) -> Mapping[str, str]:
        """In which trust domain each component lies, by id."""
        return domains_of(self.architecture)

    @cached_property
    def own_domains(self) -> frozenset[str]:
        """The trust domains in which the service itself runs."""
        return own_domains(self.architecture, self.domains)

    @cached_property
    def hosts(self) -> Mapping[str, str]:
        """On which host each component lies, by id, where that is said."""
        return {part: host.id for host in self.architecture.components.values() for part in host.hosts}

    @cached_property
    def parts(self) -> tuple[Component, ...]:
        """The components that the page describes: in scope, there today, and more than a name."""
        components = self.architecture.components.values()
        return tuple(each for each in components if in_scope(each) and not future(each) and not bare(each))

    def is_person(self, component: str | None) -> bool:
        """Whether a component is somebody."""
        kind = self.kinds.get(component or "")
        return bool(kind and kind.person)

    # ---- interfaces

    @cached_property
    def interfaces(self) -> tuple[Interface, ...]:
        """The interfaces that a review looks at: in scope, there today, and not between two others' components."""
        return tuple(each for each in self.architecture.interfaces.values() if self._in_review(each))

    def _in_review(self, interface: Interface) -> bool:
        ends = [
            self.architecture.components.get(end or "") for end in (interface.requestor, interface.listener)
        ]
        both_outside = all(end is not None and not in_scope(end) for end in ends)
        return in_scope(interface) and not future(interface) and not both_outside

    @cached_property
    def remote(self) -> tuple[Interface, ...]:
        """Those of them that leave the machine, as far as their protocol tells."""
        return tuple(each for each in self.interfaces if not self.is_local(each))

    def spoken(self, interface: Interface) -> Protocol | None:
        """What the protocols of an interface give."""
        return protocol(*interface.protocol) if interface.protocol else None

    def is_local(self, interface: Interface) -> bool:
        """Whether an interface stays within one machine."""
        spoken = self.spoken(interface)
        return spoken is not None and spoken.medium is Medium.LOCAL

    def crosses(self, interface: Interface) -> bool | None:
        """Whether an interface crosses a trust boundary; nothing when the page does not tell."""
        return crosses(self.architecture, interface, self.domains)

    def is_entry_point(self, interface: Interface) -> bool | None:
        """Whether somebody outside can reach an interface: as the page says, else as its ends tell."""
        if interface.entry_point in {Flag.YES, Flag.NO}:
            return interface.entry_point is Flag.YES
        return comes_from_outside(self.architecture, interface, self.domains, self.own_domains)

    def control(self, element: str, *words: str) -> Control | None:
        """Return the control on an element by one of the words that name it, where its state is known."""
        for word in words:
            control = self.architecture.controls.get(f"{element}/{word}")
            if control and control.state not in {None, ControlState.UNKNOWN}:
                return control
        return None

    @cached_property
    def authorized(self) -> frozenset[str]:
        """The elements on which some control of authorization stands."""
        controls = self.architecture.controls.values()
        return frozenset(
            element
            for control in controls
            if (control.kind or control.id.partition("/")[2]) == "authorization"
            for element in (control.id.partition("/")[0], *control.stands_on)
        )

    @cached_property
    def between(self) -> Mapping[frozenset[str], tuple[str, ...]]:
        """The interfaces that connect two components, by the two."""
        found: dict[frozenset[str], list[str]] = defaultdict(list)
        for interface in self.architecture.interfaces.values():
            if interface.requestor and interface.listener:
                found[frozenset({interface.requestor, interface.listener})].append(interface.id)
        return {ends: tuple(ids) for ends, ids in found.items()}

    # ---- data assets

    @cached_property
    def carried(self) -> Mapping[str, tuple[tuple[str, Path], ...]]:
        """Where each data asset is in flight: interfaces and use cases with the place, by the asset's id."""
        found: dict[str, list[tuple[str, Path]]] = defaultdict(list)
        for interface in self.architecture.interfaces.values():
            for path, carried in carried_by(interface):
                if carried.asset:
                    found[carried.asset].append((interface.id, path))
        for use_case, path, carried in self._carried_in_steps():
            found[carried.asset or ""].append((use_case.id, path))
        return {asset: tuple(places) for asset, places in found.items()}

    def _carried_in_steps(self) -> Iterator[tuple[UseCase, Path, Carried]]:
        for use_case in self.architecture.use_cases.values():
            for at, step in enumerate(use_case.steps):
                for number, carried in enumerate(step.carries):
                    yield use_case, ("use-cases", use_case.id, "steps", at, "carries", number), carried

    @cached_property
    def meant_by(self) -> Mapping[str, Mapping[frozenset[str], str]]:
        """The element that each way to read a name means, the first one where several could, by section."""
        sections: dict[str, Mapping[str, DataAsset | Control | TrustDomain]] = {
            "data-assets": self.architecture.data_assets,
            "controls": self.architecture.controls,
            "trust-domains": self.architecture.trust_domains,
        }
        return {
            section: {
                words: element.id
                for element in reversed(tuple(elements.values()))
                for name in (display_name(element), readable(element.id))
                for words, _ in readings(name)
            }
            for section, elements in sections.items()
        }

    @cached_property
    def shown(self) -> frozenset[str]:
        """The data assets that somebody shows to say who they are."""
        interfaces = self.architecture.interfaces.values()
        return frozenset(
            asset for each in interfaces for asset in (*each.request_credentials, *each.response_credentials)
        )

    @cached_property
    def kept(self) -> Mapping[str, tuple[str, ...]]:
        """The data assets that each component keeps, by the component's id."""
        found: dict[str, list[str]] = defaultdict(list)
        for asset in self.architecture.data_assets.values():
            for placement in asset.persisted:
                if placement.place:
                    found[placement.place].append(asset.id)
        return {component: tuple(assets) for component, assets in found.items()}

    # ---- words

    @cached_property
    def _said(self) -> tuple[Leaf, ...]:
        return tuple(leaves(self.architecture))

    @cached_property
    def texts(self) -> tuple[Written, ...]:
        """Every text of the page with its place."""
        return tuple(texts(self._said))

    @cached_property
    def unknowns(self) -> tuple[Path, ...]:
        """Every place where somebody wrote that nobody knows."""
        return tuple(unknowns(self._said))


def carried_by(interface: Interface) -> Iterator[tuple[Path, Carried]]:
    """Yield what an interface carries, with its place."""
    columns = (
        ("request", interface.request),
        ("response", interface.response),
        ("in-flight", interface.in_flight),
    )
    for column, carried in columns:
        for at, each in enumerate(carried):
            yield ("interfaces", interface.id, column, at), each


def in_scope(element: object) -> bool:
    """Whether an element is under review; what says nothing is."""
    return getattr(element, "in_scope", None) is not Flag.NO


def future(element: object) -> bool:
    """Whether an element does not exist yet."""
    return getattr(element, "future", None) is Flag.YES


def bare(component: Component) -> bool:
    """Whether the page says nothing of a component but its name."""
    return component == Component(id=component.id, name=component.name)


def is_prose(text: str | None) -> bool:
    """Whether a text that could be an id is words instead."""
    return bool(text) and text not in RESERVED and not ID.fullmatch(text or "")
