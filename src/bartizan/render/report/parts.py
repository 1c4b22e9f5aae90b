"""Everything on a page that a reader can choose: its components, interfaces, data, domains, actors and controls."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bartizan.model.names import display_name
from bartizan.render.page.names import Names, Target, names_of
from bartizan.render.report.markup import NOTHING, Html, escaped, tag
from bartizan.rules.answers.words import named
from bartizan.rules.facts.facts import Grounded
from bartizan.rules.facts.of_controls import Holding, KnownControl
from bartizan.rules.facts.of_controls import Sort as SortOfControl
from bartizan.rules.threats.terms import Sort
from bartizan.source.nodes import Path

SECTIONS = {
    "components": "Components",
    "interfaces": "Interfaces",
    "data-assets": "Data assets",
    "threat-actors": "Actors",
    "controls": "Controls",
    "external-dependencies": "External dependencies",
    "trust-domains": "Trust domains",
}
"""The sections whose elements can be chosen, in the order of the list, and what the list calls them."""

UNNAMED = Html('<span class="unknown">whatever travels that nobody has named</span>')
"""Stands for the data of interfaces of which the page does not say what they carry."""

Places = Callable[[Path], str | None]
"""Returns the file and line where something is written, such as `architecture.yaml:13`."""


@dataclass(frozen=True, slots=True)
class Part:
    """One element of a page."""

    section: str
    id: str
    anchor: str
    """The id it has in the report."""
    name: str
    shown: tuple[str, ...]
    """What stands for it on the diagrams: `component api-process`, `interface 1`, `domain clients`."""
    near: tuple[str, ...]
    """What is seen with it there: the ends of an interface, the interfaces of a component."""


@dataclass(frozen=True)
class Parts:
    """All elements of a page, each with its name and its place in the report."""

    grounded: Grounded
    all: Mapping[tuple[str, str], Part]
    """By section and id."""
    names: Names
    """The same for what the page itself says of them."""
    places: Places
    _known_places: dict[Path, Html] = field(default_factory=dict)

    def link(self, section: str, id_: str) -> Html:
        """Return the name of an element, leading to it; the id where there is no such element."""
        found = self._links.get((section, id_))
        return found or escaped(self.grounded.view.name(id_))

    @cached_property
    def _links(self) -> Mapping[tuple[str, str], Html]:
        return {key: tag("a", part.name, href=f"#{part.anchor}") for key, part in self.all.items()}

    def element(self, id_: str) -> Html:
        """Return the name of a data asset or component, leading to it; of nothing, that nobody has named it."""
        if not id_:
            return UNNAMED
        return self.link("data-assets" if id_ in self.grounded.view.page.data_assets else "components", id_)

    def interface(self, id_: str) -> Html:
        """Return an interface with who connects to whom over it."""
        interface = self.grounded.view.page.interfaces[id_]
        ends = (
            self.link("components", each) if each and each != "unknown" else tag("span", f"{end} not said", class_="not-said")
            for end, each in (("requestor", interface.requestor), ("listener", interface.listener))
        )  # fmt: skip
        arrow = Html(' <span class="arrow" aria-hidden="true">→</span><span class="unseen"> to </span> ')
        requestor, listener = ends
        return Html(f'{self.link("interfaces", id_)} <span class="ends">{requestor}{arrow}{listener}</span>')

    def links(self, section: str, ids: Iterable[str]) -> Html:
        """Return several elements of one section with commas between them."""
        return Html(", ".join(self.link(section, each) for each in ids))

    def written_at(self, paths: Iterable[Path], *, most: int = 3) -> Html:
        """Return where something is written, as files and lines; of many places the first and how many more."""
        places = list(dict.fromkeys(place for path in paths if (place := self._place(path))))
        more = f" and {len(places) - most} more" if len(places) > most else ""
        return Html(", ".join(places[:most]) + more)

    def _place(self, path: Path) -> Html:
        if path not in self._known_places:
            place = self.places(path)
            self._known_places[path] = tag("code", place) if place else NOTHING
        return self._known_places[path]


def parts_of(grounded: Grounded, places: Places) -> Parts:
    """Return everything on a page that can be chosen."""
    names = names_of(grounded.view.page)
    taken = {target.anchor for targets in names.targets.values() for target in targets.values()}
    found: dict[tuple[str, str], Part] = {}
    for section, id_, name in _elements(grounded):
        target = names.targets[section].get(id_)
        anchor = target.anchor if target else _anchor(section, id_, taken)
        label = target.label if target and section in {"components", "data-assets", "trust-domains"} else name
        shown = tuple(dict.fromkeys(_shown(grounded, section, id_)))
        near = tuple(dict.fromkeys(_near(grounded, section, id_)))
        found[section, id_] = Part(section, id_, anchor, label, shown, near)
    kept = {part.anchor for part in found.values()}
    return Parts(grounded, found, _only(names, kept), places)


def listed_controls(grounded: Grounded) -> Iterator[KnownControl]:
    """Yield the controls that can be chosen: those of the page, and those that hold without it saying so."""
    for control in grounded.controls.values():
        known = control.holding is Holding.IN_PLACE or control.id in grounded.view.page.controls
        if known and control.sort is SortOfControl.CONTROL:
            yield control


def _elements(grounded: Grounded) -> Iterator[tuple[str, str, str]]:
    """Yield section, id and name of each element."""
    page = grounded.view.page
    for id_ in page.components:
        yield "components", id_, grounded.view.name(id_)
    for id_ in page.interfaces:
        yield "interfaces", id_, named(grounded, Sort.INTERFACE, id_)
    for id_ in page.data_assets:
        yield "data-assets", id_, grounded.view.name(id_)
    for actor in grounded.actors:
        yield "threat-actors", actor.id, actor.name
    for control in listed_controls(grounded):
        yield "controls", control.id, control.name
    for id_, dependency in page.external_dependencies.items():
        same = page.components.get(id_)
        yield "external-dependencies", id_, dependency.name or display_name(same or dependency)
    for id_ in grounded.view.all_domains:
        yield "trust-domains", id_, grounded.view.name(id_)


def _shown(grounded: Grounded, section: str, id_: str) -> Iterator[str]:
    """Yield what stands for an element on the diagrams."""
    view = grounded.view
    match section:
        case "components" | "interfaces" | "trust-domains":
            yield f"{_DRAWN[section]} {id_}"
        case "data-assets":
            yield from kept_in(grounded, id_)
            for interface in view.page.interfaces.values():
                if any(carried.asset == id_ for carried, _way, _path in view.loads(interface)):
                    yield f"interface {interface.id}"
        case "threat-actors":
            actor = view.page.threat_actors.get(id_)
            for place in (id_, *(actor.at if actor else ())):
                yield from _element(grounded, place)
        case "controls":
            control = view.page.controls.get(id_)
            for place in (id_.partition("/")[0], *(control.stands_on if control else ())):
                yield from _element(grounded, place)
        case _:
            yield from _element(grounded, id_)


def _near(grounded: Grounded, section: str, id_: str) -> Iterator[str]:
    """Yield what is seen with an element on the diagrams."""
    view = grounded.view
    if section == "interfaces":
        interface = view.page.interfaces[id_]
        yield from (f"component {end}" for end in (interface.requestor, interface.listener) if end)
    elif section == "components":
        yield from (
            f"interface {each.id}" for each in (*view.into.get(id_, ()), *view.opened_by.get(id_, ()))
        )


_DRAWN = {"components": "component", "interfaces": "interface", "trust-domains": "domain"}


def _element(grounded: Grounded, id_: str) -> Iterator[str]:
    """Yield what stands on the diagrams for an element of any sort; a copy at rest is where it is kept."""
    page = grounded.view.page
    id_, _at, store = id_.partition("@")
    if store:
        yield f"component {store.partition('#')[0]}"
    elif id_ in page.components:
        yield f"component {id_}"
    elif id_ in page.interfaces:
        yield f"interface {id_}"
    elif id_ in page.data_assets:
        yield from kept_in(grounded, id_)
    elif id_ in grounded.view.all_domains:
        yield f"domain {id_}"


def kept_in(grounded: Grounded, asset: str) -> Iterator[str]:
    """Yield the components that keep a data asset, as the diagrams have them."""
    for _name, placement, _path in grounded.view.placements.get(asset, ()):
        if grounded.view.known(placement.place):
            yield f"component {placement.place}"


def _anchor(section: str, id_: str, taken: set[str]) -> str:
    """Return an anchor that no other element has, made of what an address and an attribute can hold."""
    stem = f"{section}-{re.sub(r'[^A-Za-z0-9._-]+', '-', id_)}"
    anchor, count = stem, 1
    while anchor in taken:
        count += 1
        anchor = f"{stem}-{count}"
    taken.add(anchor)
    return anchor


def _only(names: Names, kept: set[str]) -> Names:
    """Return the names that lead to something that stands in the report."""
    targets: dict[str, Mapping[str, Target]] = {}
    for section, some in names.targets.items():
        targets[section] = {id_: each for id_, each in some.items() if each.anchor in kept}
    return Names(targets, {number: each for number, each in names.numbered.items() if each.anchor in kept})
