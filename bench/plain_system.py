"""Tell a page in words that other tools have too: who connects to whom, what is carried and kept, which controls hold."""

from __future__ import annotations

import dataclasses
import json
import random
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from bartizan.model.architecture import Architecture
from bartizan.rules.answers.analysis import analyse_page
from bartizan.rules.facts.facts import Grounded
from bartizan.rules.facts.of_controls import Holding, KnownControl, Sort

DEGRADED_AT_MOST = 50
"""How many controls are degraded, each alone; where there are more, so many of them by chance."""


@dataclass(frozen=True, slots=True)
class PlainComponent:
    """A component."""

    id: str
    kind: str
    """`process`, `database`, `queue`, `person` …; empty where it is not known."""
    domain: str
    """The trust domain it belongs to; empty where it is not known."""


@dataclass(frozen=True, slots=True)
class PlainInterface:
    """A connection that one component opens to another."""

    id: str
    requestor: str
    listener: str
    protocol: str
    carries: tuple[str, ...]
    """The data assets that travel over it, either way."""
    shows: tuple[str, ...]
    """The credentials with which the requestor says who it is."""


@dataclass(frozen=True, slots=True)
class PlainAsset:
    """A data asset."""

    id: str
    confidentiality: str
    """`none`, `low`, `medium`, `high`, a label, or empty."""
    credential: bool
    kept_in: tuple[str, ...]
    opens: tuple[str, ...]
    """For a credential: the interfaces it opens."""


@dataclass(frozen=True, slots=True)
class PlainControl:
    """A control, or the place of one of which nothing is said."""

    id: str
    kind: str
    state: str
    """`in place`, `absent` or `not said`."""
    element: str
    """The component, data asset or trust domain that it stands on; empty for what stands on interfaces."""
    store: str
    """For what protects a copy at rest: the component that keeps it."""
    interfaces: tuple[str, ...]
    enforced_by: tuple[str, ...]
    relies_on: tuple[str, ...]
    """The data assets that must not be altered."""
    near: tuple[str, ...]
    """Where it stands: its elements, their two ends, and what they carry. What changes anywhere else is further away."""


@dataclass(frozen=True, slots=True)
class PlainActor:
    """Somebody who attacks."""

    id: str
    at: tuple[str, ...]
    """Trust domains."""
    holds: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainSystem:
    """A page, as far as other tools have words for it."""

    domains: dict[str, tuple[str, ...]]
    """Each trust domain, with those from which it can be reached."""
    components: tuple[PlainComponent, ...]
    interfaces: tuple[PlainInterface, ...]
    assets: tuple[PlainAsset, ...]
    controls: tuple[PlainControl, ...]
    """What Bartizan's own knowledge of protocols brings is among them: other tools get it for nothing."""
    actors: tuple[PlainActor, ...]
    degraded: tuple[str, ...]
    """The controls in place that are degraded, each alone."""

    def write(self, path: Path) -> Path:
        """Write it as JSON."""
        path.write_text(json.dumps(dataclasses.asdict(self)), encoding="utf-8")
        return path


def plain_system(page: Architecture) -> PlainSystem:
    """Return the page in plain words."""
    grounded = analyse_page(page).grounded
    view = grounded.view
    interfaces = {each.id: each for each in _interfaces(grounded)}
    controls = tuple(_control(grounded, each, interfaces) for each in grounded.controls.values())
    held = [
        id_
        for id_, each in grounded.controls.items()
        if each.holding is Holding.IN_PLACE and each.sort is Sort.CONTROL
    ]
    chance = random.Random(1)  # noqa: S311  the same ones each time
    some = sorted(chance.sample(held, DEGRADED_AT_MOST)) if len(held) > DEGRADED_AT_MOST else held
    return PlainSystem(
        domains={
            id_: page.trust_domains[id_].reached_from if id_ in page.trust_domains else ()
            for id_ in view.all_domains
        },
        components=tuple(
            PlainComponent(id_, kind.name if kind else "", view.domains.get(id_, ""))
            for id_, kind in view.kinds.items()
        ),
        interfaces=tuple(interfaces.values()),
        assets=tuple(_assets(grounded, interfaces.values())),
        controls=controls,
        actors=tuple(_actors(grounded)),
        degraded=tuple(some),
    )


def _interfaces(grounded: Grounded) -> Iterable[PlainInterface]:
    view = grounded.view
    for each in view.page.interfaces.values():
        requestor, listener = view.known(each.requestor), view.known(each.listener)
        if requestor and listener:
            loads = (view.asset(carried.asset) for carried, _way, _path in view.loads(each))
            carried = tuple(dict.fromkeys(asset for asset in loads if asset))
            yield PlainInterface(
                each.id, requestor, listener, ", ".join(each.protocol), carried, view.shown_on(each)
            )


def _assets(grounded: Grounded, interfaces: Iterable[PlainInterface]) -> Iterable[PlainAsset]:
    view = grounded.view
    shown = [(each.id, each.listener, each.shows) for each in interfaces]
    for id_, asset in view.page.data_assets.items():
        opened = (
            interface
            for interface, listener, shows in shown
            if id_ in shows or interface in asset.opens or listener in asset.opens
        )
        stores = (view.known(placement.place) for _name, placement, _path in view.placements[id_])
        yield PlainAsset(
            id_,
            asset.confidentiality or "",
            id_ in view.credentials,
            tuple(dict.fromkeys(store for store in stores if store)),
            tuple(opened),
        )


def _actors(grounded: Grounded) -> Iterable[PlainActor]:
    view, actors = grounded.view, grounded.view.page.threat_actors
    everywhere = tuple(each for each in view.all_domains if each not in view.own_domains) or view.all_domains
    for actor in grounded.actors:
        said = actors.get(actor.id)
        at = tuple(view.domains.get(place, place) for place in said.at) if said else everywhere
        if actor.in_scope:
            known = tuple(each for each in at if each in view.all_domains)
            yield PlainActor(actor.id, known, said.holds if said else ())


def _control(
    grounded: Grounded, control: KnownControl, interfaces: dict[str, PlainInterface]
) -> PlainControl:
    page = grounded.view.page
    said = page.controls.get(control.id)
    decided = tuple(
        id_
        for id_, each in page.interfaces.items()
        if (checks := each.request_authorization) and control.id in (*checks.all_of, *checks.any_of)
    )
    on = (control.element,) if control.element in page.interfaces else decided
    asset, _at, store = control.element.partition("@")
    near = dict.fromkeys((*on, *((asset, store) if control.element not in page.interfaces else ())))
    for each in (interfaces[id_] for id_ in on if id_ in interfaces):
        near |= dict.fromkeys((each.requestor, each.listener, *each.carries, *each.shows))
    if asset in grounded.view.all_domains:
        near |= dict.fromkeys(id_ for id_, domain in grounded.view.domains.items() if domain == asset)
    return PlainControl(
        id=control.id,
        kind=control.kind,
        state=control.holding.value,
        element="" if control.element in page.interfaces else asset,
        store=store,
        interfaces=tuple(each for each in on if each in interfaces),
        enforced_by=said.enforced_by if said else (),
        relies_on=said.relies_on.integrity if said and said.relies_on else (),
        near=tuple(each for each in near if each),
    )
