"""A page as the facts are taken from it: what several of them ask for, found once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from bartizan.knowledge.asset_kinds import AssetKind, asset_kind_of
from bartizan.knowledge.boundaries import domains_of, own_domains
from bartizan.knowledge.complete import Completed, complete
from bartizan.knowledge.kinds import ComponentKind, kind_of
from bartizan.knowledge.protocols import Medium, Protocol, protocol
from bartizan.model.architecture import Architecture
from bartizan.model.carried import Carried
from bartizan.model.interface import Interface
from bartizan.model.names import display_name
from bartizan.model.placement import Placement
from bartizan.model.rights import Rights
from bartizan.model.shapes import ID, Flag
from bartizan.source.nodes import Path

KEYS_STAY_WITHIN = frozenset({"hsm", "key-store"})
"""Kinds of components that hand out in the clear what they may hand out, and whose keys may be used where they are."""


@dataclass(frozen=True)
class View:
    """An architecture, and what follows from it at once."""

    page: Architecture

    @cached_property
    def completed(self) -> Completed:
        """What knowledge adds."""
        return complete(self.page)

    @cached_property
    def domains(self) -> Mapping[str, str]:
        """The trust domain of each component, where it is known."""
        return domains_of(self.page)

    @cached_property
    def own_domains(self) -> frozenset[str]:
        """The trust domains in which the service itself runs."""
        return own_domains(self.page, self.domains)

    @cached_property
    def all_domains(self) -> tuple[str, ...]:
        """Every trust domain that is declared or used."""
        used = {
            *self.page.trust_domains,
            *self.domains.values(),
            *(each for domain in self.page.trust_domains.values() for each in domain.reached_from),
            *(domain.inside for domain in self.page.trust_domains.values() if domain.inside),
            *(
                place
                for actor in self.page.threat_actors.values()
                for place in actor.at
                if place not in self.page.components
            ),
            *(network for each in self.page.interfaces.values() if (network := self.network(each))),
        }
        return tuple(sorted(used - {"unknown"}))

    @cached_property
    def kinds(self) -> Mapping[str, ComponentKind | None]:
        """What each component is."""
        return {id_: kind_of(component) for id_, component in self.page.components.items()}

    @cached_property
    def asset_kinds(self) -> Mapping[str, AssetKind | None]:
        """What sort of data each asset is, by what the page says and by an unmistakable name."""
        found = {id_: asset_kind_of(asset) for id_, asset in self.page.data_assets.items()}
        return {id_: kind[0] if kind else None for id_, kind in found.items()}

    @cached_property
    def placements(self) -> Mapping[str, tuple[tuple[str, Placement, Path], ...]]:
        """For each data asset its copies at rest: an id for each, what the page says, and where."""
        return {id_: tuple(self._placed(id_)) for id_ in self.page.data_assets}

    def _placed(self, asset: str) -> list[tuple[str, Placement, Path]]:
        found: list[tuple[str, Placement, Path]] = []
        taken: set[str] = set()
        written = self.page.data_assets[asset].persisted
        for number, placement in enumerate(written):
            if placement.place == "nowhere":
                continue
            name = f"{asset}@{placement.place or 'unknown'}"
            if name in taken:
                name = f"{name}#{number + 1}"
            taken.add(name)
            path: Path = ("data-assets", asset, "persisted")
            found.append((name, placement, (*path, number) if len(written) > 1 else path))
        return found

    def around(self, copy: str) -> tuple[str, ...]:
        """Return the data asset of which something is a copy at rest, and the component that keeps it where that is known."""
        asset = copy.partition("@")[0]
        store = next(
            (each.place for name, each, _path in self.placements.get(asset, ()) if name == copy), None
        )
        return (asset, store) if store and self.known(store) else (asset,)

    @cached_property
    def kept_in(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """For each component what is kept in it: placement and data asset."""
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for asset, placed in self.placements.items():
            for name, placement, _path in placed:
                found[placement.place or "unknown"].append((name, asset))
        return {store: tuple(kept) for store, kept in found.items()}

    @cached_property
    def into(self) -> Mapping[str, tuple[Interface, ...]]:
        """For each component the interfaces on which it listens."""
        found: dict[str, list[Interface]] = defaultdict(list)
        for interface in self.page.interfaces.values():
            if interface.listener:
                found[interface.listener].append(interface)
        return {component: tuple(each) for component, each in found.items()}

    def is_person(self, component: str | None) -> bool:
        """Whether a component is somebody."""
        kind = self.kinds.get(component or "")
        return bool(kind and kind.person)

    def is_kind(self, component: str | None, *names: str) -> bool:
        """Whether a component is of one of some kinds."""
        kind = self.kinds.get(component or "")
        return bool(kind and kind.name in names)

    def known(self, component: str | None) -> str | None:
        """Return the id of a component that is on the page; nothing for `unknown` and for what is not there."""
        return component if component in self.page.components else None

    def network(self, interface: Interface) -> str | None:
        """Return the network that an interface names, where it names one by id."""
        network = interface.network
        return network if network and network != "unknown" and ID.fullmatch(network) else None

    def spoken(self, interface: Interface) -> Protocol | None:
        """Return what is known of an interface's protocols."""
        return protocol(*interface.protocol) if interface.protocol else None

    def is_local(self, interface: Interface) -> bool:
        """Whether an interface does not leave its machine."""
        spoken = self.spoken(interface)
        return bool(spoken and spoken.medium is Medium.LOCAL)

    def asset(self, id_: str | None) -> str | None:
        """Return the id of a data asset that is on the page."""
        return id_ if id_ in self.page.data_assets else None

    def one_per(self, asset: str) -> bool:
        """Whether there are many of a data asset, each of another holder."""
        return self.page.data_assets[asset].one_per is not None

    def said_to_be_shown_on(self, interface: Interface) -> tuple[str, ...]:
        """Return the credentials that the page says an interface takes and that are data assets of the page."""
        return tuple(
            each for each in dict.fromkeys(interface.request_credentials) if each in self.page.data_assets
        )

    def shown_on(self, interface: Interface) -> tuple[str, ...]:
        """Return the credentials that an interface takes: those the page says, else those that travel to the listener."""
        return self._shown[interface.id]

    def is_passed_on(self, credential: str, component: str) -> bool:
        """Whether a component shows a credential that others showed it, and so none of its own."""
        return any(credential in self.shown_on(each) for each in self.into.get(component, ()))

    @cached_property
    def _shown(self) -> Mapping[str, tuple[str, ...]]:
        found = {}
        for interface in self.page.interfaces.values():
            shown = self.said_to_be_shown_on(interface)
            if not shown and not interface.request_credentials:
                there = (carried.asset for carried, way, _path in self.loads(interface) if way != "response")
                shown = tuple(dict.fromkeys(each for each in there if each and self._authenticates(each)))
            found[interface.id] = shown
        return found

    def _authenticates(self, asset: str) -> bool:
        kind = self.asset_kinds.get(asset)
        return bool(kind and kind.authenticates)

    @cached_property
    def credentials(self) -> frozenset[str]:
        """The data assets that say who somebody is."""
        shown = {each for interface in self.page.interfaces.values() for each in self.shown_on(interface)}
        opening = {
            id_
            for id_, asset in self.page.data_assets.items()
            if asset.opens or asset.includes or asset.bound_to
        }
        by_kind = {id_ for id_, kind in self.asset_kinds.items() if kind and kind.authenticates}
        return frozenset(shown | opening | by_kind)

    @cached_property
    def keys(self) -> frozenset[str]:
        """The data assets with which others are encrypted or checked."""
        placed = (each for copies in self.placements.values() for _name, each, _path in copies)
        used = {key for each in placed for key in (*each.encrypted_with, *each.integrity_checked_with)}
        return frozenset(used | {id_ for id_, kind in self.asset_kinds.items() if kind and kind.unlocks})

    @cached_property
    def openings(self) -> Mapping[str, tuple[tuple[str, Rights], ...]]:
        """For each interface and component the credentials that open it, with the rights they give."""
        found: dict[str, list[tuple[str, Rights]]] = defaultdict(list)
        for id_ in sorted(self.credentials):
            for key, rights in self.page.data_assets[id_].opens.items():
                found[key].append((id_, rights))
        return {key: tuple(each) for key, each in found.items()}

    @cached_property
    def opened_by(self) -> Mapping[str, tuple[Interface, ...]]:
        """For each component the interfaces that it opens."""
        found: dict[str, list[Interface]] = defaultdict(list)
        for interface in self.page.interfaces.values():
            if interface.requestor:
                found[interface.requestor].append(interface)
        return {component: tuple(each) for component, each in found.items()}

    @cached_property
    def accepting(self) -> Mapping[str, tuple[Interface, ...]]:
        """For each credential the interfaces that accept it."""
        found: dict[str, list[Interface]] = defaultdict(list)
        for interface in self.page.interfaces.values():
            for credential in self.shown_on(interface):
                found[credential].append(interface)
        return {credential: tuple(each) for credential, each in found.items()}

    def loads(self, interface: Interface) -> tuple[tuple[Carried, str, Path], ...]:
        """Return what an interface carries, each with its direction (`request`, `response`, `in-flight`) and its place."""
        id_ = interface.id
        said = tuple(
            (carried, word, ("interfaces", id_, word, at) if len(carrieds) > 1 else ("interfaces", id_, word))
            for word, carrieds in (
                ("request", interface.request), ("response", interface.response), ("in-flight", interface.in_flight),
            )
            for at, carried in enumerate(carrieds)
        )  # fmt: skip
        return said or self._in_steps.get(id_, ())

    @cached_property
    def _in_steps(self) -> Mapping[str, tuple[tuple[Carried, str, Path], ...]]:
        """What use cases say that interfaces carry; counts where an interface itself says nothing."""
        found: dict[str, list[tuple[Carried, str, Path]]] = defaultdict(list)
        for use_case in self.page.use_cases.values():
            for number, step in enumerate(use_case.steps):
                interface = self.page.interfaces.get(step.interface or "")
                if interface is None:
                    continue
                back = step.receiver == interface.requestor and step.sender == interface.listener
                path: Path = ("use-cases", use_case.id, "steps", number)
                found[interface.id] += [
                    (each, "response" if back else "request", path) for each in step.carries
                ]
        return {id_: tuple(each) for id_, each in found.items()}

    def in_scope(self, component: str) -> bool:
        """Whether the service answers for a component."""
        return self.page.components[component].in_scope is not Flag.NO

    @cached_property
    def _shared_names(self) -> frozenset[str]:
        """The names that several components go by, such as four files called alike."""
        counted = Counter(display_name(each) for each in self.page.components.values())
        return frozenset(name for name, count in counted.items() if count > 1)

    def name(self, id_: str) -> str:
        """Return what people see of an element of any section, with its id where others go by the same name."""
        if id_ in self.page.components:
            name = display_name(self.page.components[id_])
            return f"{name} ({id_})" if name in self._shared_names else name
        page = self.page
        for section in (page.components, page.interfaces, page.data_assets, page.trust_domains, page.threat_actors,
                        page.external_dependencies):  # fmt: skip
            if id_ in section:
                return display_name(section[id_])
        return id_
