"""Which controls there are: those the page has, those that a protocol or a field brings, and those nobody spoke of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property, partial

from bartizan.knowledge.control_kinds import StandsOn, control_kind, control_kinds
from bartizan.model.control import Control, ControlState, OnLoss
from bartizan.model.names import readable
from bartizan.rules.facts.of_network import said_as
from bartizan.rules.facts.of_storage import called
from bartizan.rules.facts.page_facts import PageFacts, Reach
from bartizan.rules.facts.view import View
from bartizan.rules.threats import vocabulary as v
from bartizan.source.nodes import Path


class Holding(Enum):
    """Whether a control holds, as far as the page says."""

    IN_PLACE = "in place"
    ABSENT = "absent"
    UNSAID = "not said"


class Sort(Enum):
    """What sort of thing a control is when it is degraded."""

    CONTROL = "control"
    GENERIC = "generic"
    """That a component has no bug that can be exploited: true or not of everything, so it says nothing of this page."""
    ASSUMPTION = "assumption"
    """What is taken for granted of an external dependency."""


@dataclass(frozen=True, eq=False, kw_only=True)
class KnownControl:
    """One control, as it stands on the page or as nobody spoke of it."""

    id: str
    kind: str
    """Its kind, as in `knowledge`; empty where the page gives none of ours."""
    element: str
    """What it stands on; empty for one that stands on several or nothing."""
    holding: Holding
    sort: Sort
    paths: tuple[Path, ...]
    """Where the page says it, or where it would."""
    because: str = ""
    """Why it holds or does not, where it is not the page that says so."""
    of: Controls
    """The controls it is one of: they find the words for it when somebody wants to read them."""

    @cached_property
    def name(self) -> str:
        """What people see."""
        return self.of.name(self)

    @cached_property
    def question(self) -> str:
        """What to ask about it while nothing is said."""
        return self.of.question(self)


_HELD = {
    ControlState.IN_PLACE: Holding.IN_PLACE,
    ControlState.ABSENT: Holding.ABSENT,
    ControlState.PLANNED: Holding.ABSENT,
}


class Controls:
    """Finds the controls for each place where a rule asks for one, and remembers which places were asked for."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.known: dict[str, KnownControl] = {}
        self.fills: dict[str, tuple[str, ...]] = {}
        """For each place the controls that do its work: all of them must go."""
        self.grants: dict[str, tuple[str, ...]] = {}
        """For each place the controls of which one grant is enough: any of them suffices to be void."""
        self._places: dict[tuple[str, str, bool], str | None] = {}
        for id_ in view.page.controls:
            self.known[id_] = self._declared(id_)

    def guard(self, kind: str, element: str, where_said: bool) -> str | None:
        """Return the id of the place for a control of a kind on an element; nothing where it is no question."""
        key = (kind, element, where_said)
        if key not in self._places:
            self._places[key] = self._place(kind, element, where_said=where_said)
        return self._places[key]

    def _place(self, kind: str, element: str, *, where_said: bool) -> str | None:
        own = f"{element}/{kind}"
        filling = self._filling(kind, element)
        if kind == "authorization" and (any_of := self._one_grant(element)):
            place = self._apart(own)
            self.grants[place] = any_of
            return place
        if not filling:
            if where_said or self._answered_otherwise(kind, element):
                return None
            place = self._apart(own)  # where the page gives a control of that id another kind
            self.known[place] = self._unsaid(place, kind, element)
            return place
        if filling == (own,):
            return own
        place = self._apart(own)
        self.fills[place] = filling
        return place

    def _apart(self, own: str) -> str:
        """Return an id for a place: not that of a control, or the place would be void as soon as that one is."""
        return f"{own}/place" if own in self.known else own

    # ---- what fills a place

    def _filling(self, kind: str, element: str) -> tuple[str, ...]:
        place = f"{element}/{kind}"
        found = dict.fromkeys(self._named.get((kind, element), ()))
        if "@" in element:
            for whole in self.view.around(element):
                found |= dict.fromkeys(self._named.get((kind, whole), ()))
        if kind == "authorization":
            found |= dict.fromkeys(self._decides(element))
        if not found or kind == "authentication":
            brought = self._by_field(kind, element)
            if brought and brought.id not in found and place not in found:
                self.known.setdefault(brought.id, brought)
                found[brought.id] = None
        return tuple(found)

    @cached_property
    def _named(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        """The controls of the page by their kind and each element they stand on."""
        found: dict[tuple[str, str], list[str]] = defaultdict(list)
        everything = tuple(self.view.page.data_assets)
        for id_, control in self.view.page.controls.items():
            element, slash, word = id_.partition("/")
            stands = [element] if slash else []
            stands += control.stands_on
            stands += everything if "all" in control.protects else control.protects
            for each in dict.fromkeys(stands):
                kind = control_kind(word if slash and not control.kind else control.kind, self._on(each))
                kind = kind or (control_kind(word, self._on(each)) if slash else None)
                if kind:
                    found[kind.name, each].append(id_)
                elif slash:
                    found[word, each].append(id_)
        return {key: tuple(ids) for key, ids in found.items()}

    def _on(self, element: str) -> StandsOn | None:
        page = self.view.page
        for section, on in (
            (page.interfaces, StandsOn.INTERFACE), (page.components, StandsOn.COMPONENT),
            (page.data_assets, StandsOn.DATA_ASSET), (page.trust_domains, StandsOn.TRUST_DOMAIN),
        ):  # fmt: skip
            if element in section:
                return on
        return None

    def _decides(self, element: str) -> tuple[str, ...]:
        interface = self.view.page.interfaces.get(element)
        checks = interface.request_authorization if interface else None
        return tuple(each for each in (checks.all_of if checks else ()) if each in self.view.page.controls)

    def _one_grant(self, element: str) -> tuple[str, ...]:
        interface = self.view.page.interfaces.get(element)
        checks = interface.request_authorization if interface else None
        return tuple(each for each in (checks.any_of if checks else ()) if each in self.view.page.controls)

    def _answered_otherwise(self, kind: str, element: str) -> bool:
        """Whether the page answers by its fields that there is no such control, so that nothing is left to ask."""
        if kind == "backup" and element in self.view.placements:
            return any(
                self.view.is_kind(each.place, "backup") for _n, each, _p in self.view.placements[element]
            )
        return False

    def _by_field(self, kind: str, element: str) -> KnownControl | None:
        page = self.view.page
        if element in page.interfaces:
            return self._of_interface(kind, element)
        if kind in {"encryption-at-rest", "integrity-at-rest"} and "@" in element:
            return self._of_placement(kind, element)
        asset = page.data_assets.get(element)
        if asset and kind == "binding" and asset.bound_to:
            return self._brought(
                kind, element, ("data-assets", element, "bound-to"), "the page says from where it works"
            )
        if asset and kind == "revocation" and asset.revocation:
            return self._brought(
                kind, element, ("data-assets", element, "revocation"), "the page says how it is taken back"
            )
        return None

    def _of_interface(self, kind: str, element: str) -> KnownControl | None:
        interface = self.view.page.interfaces[element]
        if kind == "authentication":
            return self._authentication(element)
        if kind == "authorization" and "nothing" in interface.request_credentials:
            because = "where nothing is shown nobody can be told from anybody else"
            return self._brought(
                kind, element, ("interfaces", element, "request-credentials"), because, Holding.ABSENT
            )
        brought = self.view.completed.at(("controls", f"{element}/{kind}", "state"))
        if brought:
            held = Holding.IN_PLACE if brought.value == ControlState.IN_PLACE.value else Holding.ABSENT
            return self._brought(kind, element, ("interfaces", element, "protocol"), brought.because, held)
        if kind in _AGAINST_THE_WAY and self.view.is_local(interface):
            because = f"interface {element} does not leave its machine"
            return self._brought(kind, element, ("interfaces", element, "protocol"), because)
        return None

    def _authentication(self, element: str) -> KnownControl | None:
        interface = self.view.page.interfaces[element]
        at: Path = ("interfaces", element, "request-credentials")
        if "nothing" in interface.request_credentials:
            return self._brought(
                "authentication", element, at, "the page says that nothing is shown", Holding.ABSENT
            )
        if self.view.said_to_be_shown_on(interface):
            return self._brought("authentication", element, at, "the page says what is shown")
        brought = self.view.completed.at(("controls", f"{element}/client-authentication", "state"))
        if brought and brought.value == ControlState.IN_PLACE.value:
            return self._brought(
                "client-authentication", element, ("interfaces", element, "protocol"), brought.because
            )
        return None

    def _of_placement(self, kind: str, element: str) -> KnownControl | None:
        asset = element.partition("@")[0]
        for name, placement, path in self.view.placements.get(asset, ()):
            keys = (
                placement.encrypted_with if kind == "encryption-at-rest" else placement.integrity_checked_with
            )
            if name == element and any(map(self.view.asset, keys)):  # a key that is not there seals nothing
                word = "encrypted-with" if kind == "encryption-at-rest" else "integrity-checked-with"
                return self._brought(kind, element, (*path, word), "the page says with which key")
        return None

    # ---- controls

    def _declared(self, id_: str) -> KnownControl:
        control = self.view.page.controls[id_]
        element, slash, word = id_.partition("/")
        kind = control_kind(control.kind or word, self._on(element)) if (control.kind or slash) else None
        held = (
            _HELD.get(control.state, Holding.UNSAID)
            if control.state
            else self._undeclared(id_, kind.name if kind else "")
        )
        return KnownControl(
            id=id_, kind=kind.name if kind else "", element=element if slash else "",
            holding=held, sort=_sort(kind.name if kind else ""),
            paths=(("controls", id_, "state"),), because=control.because or "", of=self,
        )  # fmt: skip

    def _undeclared(self, id_: str, kind: str) -> Holding:
        """A control without a state of its own holds where a protocol or a field brings it."""
        element, slash, _word = id_.partition("/")
        brought = self._by_field(kind, element) if slash and kind else None
        return brought.holding if brought else Holding.UNSAID

    def _unsaid(self, place: str, kind: str, element: str) -> KnownControl:
        return KnownControl(
            id=place, kind=kind, element=element, holding=Holding.UNSAID, sort=_sort(kind),
            paths=self._answers(kind, element), of=self,
        )  # fmt: skip

    def _brought(
        self, kind: str, element: str, path: Path, because: str, holding: Holding = Holding.IN_PLACE
    ) -> KnownControl:
        return KnownControl(
            id=f"{element}/{kind}", kind=kind, element=element, holding=holding, sort=_sort(kind), paths=(path,),
            because=because, of=self,
        )  # fmt: skip

    def _answers(self, kind: str, element: str) -> tuple[Path, ...]:
        """Return where an answer about a control would stand, the most natural place first."""
        own: Path = ("controls", f"{element.partition('@')[0]}/{kind}")
        if element in self.view.page.interfaces:
            at: Path = ("interfaces", element)
            if kind == "authentication":
                return ((*at, "request-credentials"), own, (*at, "protocol"))
            if kind == "authorization":
                return ((*at, "request-authorization"), own)
            if kind in {"encryption", "integrity", "server-authentication"}:
                return ((*at, "protocol"), own)
        if "@" in element:
            word = "encrypted-with" if kind == "encryption-at-rest" else "integrity-checked-with"
            asset = element.partition("@")[0]
            path = next(path for name, _each, path in self.view.placements[asset] if name == element)
            return ((*path, word), own)
        if kind == "backup":
            return (own, ("data-assets", element, "persisted"))
        return (own,)

    # ---- in words

    def name(self, known: KnownControl) -> str:
        """Return what people see of a control."""
        written = self.view.page.controls.get(known.id)
        if written and written.name:
            return written.name
        if known.sort is Sort.ASSUMPTION:
            return f"What is assumed of {self.view.name(known.element)}"
        word = known.kind or known.id.rpartition("/")[2]
        return self._titled(word, known.element) if known.element else readable(known.id)

    def question(self, known: KnownControl) -> str:
        """Return what to ask about a control while nothing is said."""
        if known.sort is Sort.ASSUMPTION:
            return f"What is taken for granted of {self.view.name(known.element)}?"
        kind = control_kinds().get(known.kind)
        if kind and known.element:
            return kind.question(self._seen(known.element), self._on(known.element.partition("@")[0]))
        return f"Is {known.name} in place?"

    def _titled(self, kind: str, element: str) -> str:
        words = kind.replace("-", " ").capitalize()
        if element in self.view.page.interfaces:
            return f"{words} on {said_as(self.view.page.interfaces[element])}"
        name = called(self.view, element) if "@" in element else self.view.name(element)
        return _TITLES.get(kind, f"{words} of {{}}").format(name)

    def _seen(self, element: str) -> str:
        if element in self.view.page.interfaces:
            return said_as(self.view.page.interfaces[element]).removeprefix("interface ")
        return called(self.view, element) if "@" in element else self.view.name(element)

    # ---- what is to be said of them

    def take(self, facts: PageFacts) -> None:
        """Say of every control that was asked for or declared what it relies on, and what carries it out."""
        for place, filling in self.fills.items():
            facts.say(v.GUARDED, place)
            for control in filling:
                facts.say(v.FILLS, control, place)
        for place, granting in self.grants.items():
            for control in granting:
                facts.say(v.GRANTS, control, place)
        self._assumptions(facts)
        for known in list(self.known.values()):
            facts.say(v.CONTROLS, known.id, at=known.paths, because=known.because)
            facts.ask(v.DEGRADED, known.id, at=known.paths, text=partial(self.question, known))
            written = self.view.page.controls.get(known.id)
            if written:
                self._written(facts, known, written)
            self._carried_out(facts, known, written)

    def _assumptions(self, facts: PageFacts) -> None:
        for id_, dependency in self.view.page.external_dependencies.items():
            control = f"{id_}/assumption"
            said = [each for each in dependency.assumption if each != "unknown"]
            self.known.setdefault(control, KnownControl(
                id=control, kind="assumption", element=id_, holding=Holding.IN_PLACE if said else Holding.UNSAID,
                sort=Sort.ASSUMPTION, paths=(("external-dependencies", id_, "assumption"),),
                because=" ".join(said), of=self,
            ))  # fmt: skip
            if id_ in self.view.page.components:
                facts.say(v.VOUCHED, control, id_, at=("external-dependencies", id_))

    def _written(self, facts: PageFacts, known: KnownControl, control: Control) -> None:
        at: Path = ("controls", control.id, "relies-on")
        relies = control.relies_on
        for asset in relies.confidentiality if relies else ():
            facts.say(v.RELIES_ON_SECRET, control.id, asset, at=(*at, "confidentiality"))
        for asset in relies.integrity if relies else ():
            facts.say(v.RELIES_ON_TRUE, control.id, asset, at=(*at, "integrity"))
        for dependency in relies.assumption if relies else ():
            facts.say(v.RELIES_ON_OTHERS, control.id, f"{dependency}/assumption", at=(*at, "assumption"))
        needed = dict.fromkeys(relies.integrity if relies else (), (*at, "integrity"))
        needed |= dict.fromkeys(relies.availability if relies else (), (*at, "availability"))
        for asset, path in needed.items():
            self._on_loss(facts, control, asset, path)
        if relies is None:
            facts.ask(
                v.RELIANCE_UNSAID, control.id, at=at, reach=Reach.FAR, text=f"What does {known.name} rely on?"
            )
        if not control.enforced_by:
            facts.ask(
                v.ENFORCER_UNSAID, control.id, at=("controls", control.id, "enforced-by"), reach=Reach.FAR,
                text=f"Which component carries out {known.name}?",
            )  # fmt: skip

    def _on_loss(self, facts: PageFacts, control: Control, asset: str, path: Path) -> None:
        at: Path = ("controls", control.id, "on-loss")
        if control.on_loss is OnLoss.OPEN:
            facts.say(v.OPENS_WITHOUT, control.id, asset, at=[at, path])
        elif control.on_loss is OnLoss.CLOSED:
            for component in control.enforced_by:
                facts.say(v.CLOSES_WITHOUT, control.id, asset, component, at=[at, path])
        else:
            relied = control.relies_on
            plain = bool(relied and asset in relied.availability)
            facts.ask(
                v.LOSS_UNSAID, control.id, asset, at=at, reach=Reach.PLAIN if plain else Reach.FAR,
                text=f"Does {self.known[control.id].name} let everything through when {self.view.name(asset)} is not there?",
            )  # fmt: skip

    def _carried_out(self, facts: PageFacts, known: KnownControl, control: Control | None) -> None:
        for component in control.enforced_by if control else ():
            facts.say(v.ENFORCES, component, known.id, at=("controls", known.id, "enforced-by"))
        interface = self.view.page.interfaces.get(known.element)
        at_the_listener = known.kind in {
            "authentication",
            "client-authentication",
            "authorization",
            "rate-limit",
        }
        if (
            interface
            and at_the_listener
            and self.view.known(interface.listener)
            and not (control and control.enforced_by)
        ):
            facts.say(
                v.ENFORCES, str(interface.listener), known.id, at=("interfaces", interface.id, "listener"),
                because="a listener carries out the checks of its own interface, unless the page says otherwise",
            )  # fmt: skip


_AGAINST_THE_WAY = frozenset({
    "encryption", "integrity", "server-authentication", "peer-pinning", "downgrade-protection", "channel-binding",
    "replay-protection", "availability",
})  # fmt: skip
"""Kinds that stand against somebody on the way, where there is nobody as long as an interface does not leave its machine."""

_TITLES = {
    "no-purge": "Protection against purging of {}",
    "escape-protection": "Protection against escape from {}",
    "filter": "Filter on what gets into {}",
    "handling": "Careful handling of {}",
    "binding": "Binding of {} to where it is used",
}
"""How a control is named whose kind alone would not say what it does."""


def _sort(kind: str) -> Sort:
    known = control_kinds().get(kind)
    return Sort.GENERIC if known and known.generic else Sort.CONTROL
