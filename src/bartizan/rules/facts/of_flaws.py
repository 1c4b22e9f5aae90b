"""What the world knows to be wrong with what a page names: with protocols, and with what nobody repairs any more."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from bartizan.knowledge.control_kinds import control_kind
from bartizan.knowledge.implementations import Implementation as KnownImplementation
from bartizan.knowledge.implementations import Standing, implementation, implementations
from bartizan.knowledge.protocol_types import Gives, Protocol, Status
from bartizan.knowledge.protocols import open_versions, protocol, protocol_name
from bartizan.knowledge.vulnerabilities import (
    Breaks,
    UsedFrom,
    Vulnerability,
    all_vulnerabilities,
    vulnerabilities,
    vulnerabilities_of_versions,
)
from bartizan.model.control import ControlState
from bartizan.model.interface import Implementation, Interface
from bartizan.model.shapes import Flag
from bartizan.rules.facts.of_network import said_as
from bartizan.rules.facts.page_facts import PageFacts, Reach
from bartizan.rules.facts.view import View
from bartizan.rules.threats import vocabulary as v
from bartizan.source.nodes import Path

Paths = tuple[Path, ...]
"""Places on a page."""
ANYTHING = "what may be wrong with a protocol that nobody has named"
"""The flaw that is supposed where nobody knows what an interface speaks."""
UNNAMED = "a version that may not be repaired any more"
"""The flaw that counts where a page says who keeps a component up to date, or that nobody does, and not which version it is."""
_NAMED_IN_A_QUESTION = 3
"""How many vulnerabilities a question names; the page of the protocol has all."""
_BREAKS = {
    Breaks.ENCRYPTION: v.BREAKS_ENCRYPTION,
    Breaks.INTEGRITY: v.BREAKS_INTEGRITY,
    Breaks.SERVER_AUTHENTICATION: v.BREAKS_LISTENER,
    Breaks.CLIENT_AUTHENTICATION: v.BREAKS_REQUESTOR,
    Breaks.AVAILABILITY: v.BREAKS_AVAILABILITY,
}
_GIVEN = {
    Breaks.ENCRYPTION: "encryption",
    Breaks.INTEGRITY: "integrity",
    Breaks.SERVER_AUTHENTICATION: "server_authentication",
}
"""What a protocol has to give for a vulnerability to take it away; who connects may be told by something else."""


def take(view: View, facts: PageFacts) -> None:
    """Take what is known to be wrong with the protocols of interfaces and with what components are made with."""
    hardened, patched = _said(view, "protocol-hardening"), _said(view, "patching")
    for interface in view.page.interfaces.values():
        if not view.is_local(interface):
            _protocol(view, facts, interface, said=interface.id in hardened)
    perhaps = _ends_nobody_knows(view)
    for id_ in view.page.components:
        if facts.has(v.SOFTWARE, id_):
            _made_with(view, facts, id_, said=id_ in patched, perhaps=perhaps)


def _said(view: View, kind: str) -> frozenset[str]:
    """Return the elements of which the page says whether a control of a kind is there."""
    found: set[str] = set()
    for id_, control in view.page.controls.items():
        element, slash, word = id_.partition("/")
        meant = control_kind(control.kind or (word if slash else None))
        if meant and meant.name == kind and control.state not in {None, ControlState.UNKNOWN}:
            found |= {*control.stands_on, *((element,) if slash else ())}
    return frozenset(found)


# ---- protocols


def _protocol(view: View, facts: PageFacts, interface: Interface, *, said: bool) -> None:
    """Say what always counts; of what counts under a condition or in some versions, ask where the page does not say."""
    at: Path = ("interfaces", interface.id, "protocol")
    spoken = view.spoken(interface)
    if spoken is None or not _understood(spoken):
        for there in (v.PERHAPS_ON_THE_WAY, v.PERHAPS_AT_ITS_END):
            facts.say(there, interface.id, ANYTHING, at=at)
        _breaks(facts, interface, ANYTHING, Breaks, at)
        _ask(
            facts,
            interface,
            f"Which protocol and version does {said_as(interface)} speak, and what is known to be wrong with it?",
        )
        return
    for each, lost in _known(interface.protocol).always:
        on_the_way = each.used_from is UsedFrom.PATH
        facts.say(v.FLAWED_ON_THE_WAY if on_the_way else v.FLAWED_AT_ITS_END, interface.id, each.name, at=at)
        _breaks(facts, interface, each.name, lost, at)
    _maybe(facts, interface, said=said)


def _maybe(facts: PageFacts, interface: Interface, *, said: bool) -> None:
    """Say as one flaw for each place what may count there, so that a long list is one question and not many."""
    at: Path = ("interfaces", interface.id, "protocol")
    places = (
        (UsedFrom.PATH, "on the way", v.FLAWED_ON_THE_WAY if said else v.PERHAPS_ON_THE_WAY),
        (UsedFrom.PEER, "at its end", v.FLAWED_AT_ITS_END if said else v.PERHAPS_AT_ITS_END),
    )
    known = _known(interface.protocol)
    for place, where, predicate in places:
        lost = known.lost_from(place)
        if lost:
            flaw = f"what can be wrong {where} with {protocol_name(interface.protocol)}"
            facts.say(predicate, interface.id, flaw, at=at)
            _breaks(facts, interface, flaw, lost, at)
    if known.maybe and not said:
        _ask(facts, interface, _question(interface, [each for each, _lost in known.maybe]))


@dataclass(frozen=True, slots=True)
class _Known:
    """What is known to be wrong with some protocols, each with what it takes away."""

    always: tuple[tuple[Vulnerability, tuple[Breaks, ...]], ...]
    maybe: tuple[tuple[Vulnerability, tuple[Breaks, ...]], ...]

    def lost_from(self, place: UsedFrom) -> tuple[Breaks, ...]:
        """Return what may be lost to somebody in a place."""
        return tuple(
            dict.fromkeys(lost for each, all_ in self.maybe if each.used_from is place for lost in all_)
        )


@lru_cache(maxsize=512)
def _known(protocols: tuple[str, ...]) -> _Known:
    """Return what is wrong with protocols that interfaces speak; many interfaces speak the same."""
    spoken = protocol(*protocols)
    assert spoken is not None, "nobody knows what is wrong with what nobody knows"
    found = [(each, _taken(each, spoken)) for each in vulnerabilities(*protocols)]
    of_versions = [(each, _taken(each, spoken)) for each in vulnerabilities_of_versions(*protocols)]
    counted = [(each, lost) for each, lost in found if lost and each.used_from is not UsedFrom.OUTSIDE]
    perhaps = [(each, lost) for each, lost in of_versions if lost and each.used_from is not UsedFrom.OUTSIDE]
    return _Known(
        tuple((each, lost) for each, lost in counted if each.always),
        (*perhaps, *((each, lost) for each, lost in counted if not each.always)),
    )


def _understood(spoken: Protocol) -> bool:
    """Whether all that an interface speaks is known, but for a version that its name leaves open."""
    parts = spoken.parts or (spoken,)
    return not spoken.unknown and all(part.status is not Status.UNKNOWN or part.versions for part in parts)


def _taken(each: Vulnerability, spoken: Protocol) -> tuple[Breaks, ...]:
    """Return what a vulnerability takes away of what the protocols of an interface give, alone or if they are set up so."""
    return tuple(
        lost for lost in each.breaks
        if lost not in _GIVEN or getattr(spoken, _GIVEN[lost]) is not Gives.NO
    )  # fmt: skip


def _breaks(facts: PageFacts, interface: Interface, flaw: str, lost: Iterable[Breaks], at: Path) -> None:
    for each in lost:
        facts.say(_BREAKS[each], interface.id, flaw, at=at)


def _ask(facts: PageFacts, interface: Interface, text: str) -> None:
    control: Path = ("controls", f"{interface.id}/protocol-hardening")
    facts.ask(
        v.SETTINGS_UNSAID, interface.id, at=[control, ("interfaces", interface.id, "protocol")], reach=Reach.FAR,
        text=text,
    )  # fmt: skip


def _question(interface: Interface, maybe: list[Vulnerability]) -> str:
    names = [each.name for each in maybe[:_NAMED_IN_A_QUESTION]]
    more = len(maybe) - len(names)
    listed = ", ".join(names) + (f" and {more} more" if more else "")
    versions = "Which version and settings of" if open_versions(*interface.protocol) else "Which settings of"
    return f"{versions} {protocol_name(interface.protocol)} does {said_as(interface)} use: is {listed} ruled out?"


# ---- what nobody repairs any more


def _made_with(view: View, facts: PageFacts, component: str, *, said: bool, perhaps: Paths) -> None:
    """Say what a component is made with that nobody repairs any more; where that is not known, ask."""
    at: Path = ("components", component, "technology")
    technology = view.page.components[component].technology
    standing = _standing(technology, None)
    known = {standing}
    ended = {_product(technology, None): at} if standing is Standing.END_OF_LIFE else {}
    libraries: list[Path] = []
    for interface in dict.fromkeys((*view.into.get(component, ()), *view.opened_by.get(component, ()))):
        used = interface.implementation
        path: Path = ("interfaces", interface.id, "implementation")
        libraries.append(path)
        known.add(_library_standing(used))
        if used and _library_standing(used) is Standing.END_OF_LIFE:
            ended.setdefault(_product(used.library, used.version), path)
    if said and not ended and Standing.UNKNOWN in known:
        ended[UNNAMED] = at
    for flaw, path in ended.items():
        facts.say(v.MADE_WITH_ENDED, component, flaw, at=path)
    if not said and not ended and (Standing.UNKNOWN in known or perhaps):
        facts.ask(
            v.MAINTENANCE_UNSAID, component, at=[at, ("controls", f"{component}/patching"), *libraries, *perhaps],
            reach=Reach.FAR, text=_which(view, component, technology, standing),
        )  # fmt: skip


def _ends_nobody_knows(view: View) -> Paths:
    """Return where the ends would stand that nobody names of interfaces whose library nobody repairs: any may be one."""
    return tuple(
        ("interfaces", each.id, word)
        for each in view.page.interfaces.values()
        for word, end in (("requestor", each.requestor), ("listener", each.listener))
        if not view.known(end) and _library_standing(each.implementation) is Standing.END_OF_LIFE
    )


def _which(view: View, component: str, technology: str | None, standing: Standing) -> str:
    name = view.name(component)
    if not technology:
        return f"With what is {name} made, in which version, and is that still repaired?"
    if standing is Standing.UNKNOWN:
        return f"Which version of {technology} is {name}, and does anybody still repair it?"
    return f"Which libraries speak the protocols of {name}, and are they still repaired?"


def _library_standing(used: Implementation | None) -> Standing:
    """Return whether a library is repaired: the page's own word counts before what the world knows."""
    if used is None:
        return Standing.UNKNOWN
    if used.maintained is Flag.YES:
        return Standing.MAINTAINED
    return Standing.END_OF_LIFE if used.maintained is Flag.NO else _standing(used.library, used.version)


def _standing(library: str | None, version: str | None) -> Standing:
    """Return whether something is repaired on the day on which we looked at it last: no clock makes a page worse."""
    known = implementation(library, version) if library else None
    return known.status_on(_looked_at(known)) if known else Standing.UNKNOWN


def _looked_at(known: KnownImplementation) -> datetime.date:
    return datetime.date.fromisoformat(known.date)


def _product(library: str | None, version: str | None) -> str:
    """Return what a product is called as a flaw: the same name however it is written."""
    known = implementation(library, version) if library else None
    if known is None:
        return " ".join(each for each in (library, version) if each) or "a library that nobody repairs"
    return f"{known.name} {known.version}" if known.version else known.name


# ---- in words


@lru_cache(maxsize=1024)
def flaw_in_words(flaw: str) -> str:
    """Return a flaw as it stands within a sentence, with its id, since when it is known, and who says so."""
    vulnerability = all_vulnerabilities().get(flaw)
    if vulnerability:
        ids = ", ".join((*([vulnerability.id] if vulnerability.id else []), *vulnerability.also))
        known = f"known since {vulnerability.known}; {vulnerability.source}"
        return f"{flaw} ({ids}, {known})" if ids else f"{flaw} ({known})"
    product = _called(flaw)
    if product and product.status_on(_looked_at(product)) is Standing.END_OF_LIFE:
        until = f"no repairs since {product.ends}" if product.ends else "no repairs any more"
        return f"{flaw} ({until}, as of {product.date}; {product.source})"
    return flaw


def _called(flaw: str) -> KnownImplementation | None:
    """Return the product of which `_product` made a flaw's name."""
    for name, row in implementations().items():
        if flaw == name:
            return row
        if flaw.startswith(f"{name} "):
            return implementation(row.words[0], flaw.removeprefix(f"{name} "))
    return None
