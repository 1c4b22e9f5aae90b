"""What a page says of its controls, as plain tables: read from the page once more, for `first_order_asp` to work with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bartizan.knowledge.control_kinds import StandsOn, control_kind
from bartizan.model.control import Control, ControlState, OnLoss
from bartizan.model.interface import Interface
from bartizan.rules.facts.view import View

Row = tuple[str, tuple[str, ...]]
"""The name of a table for clingo, and one row of it."""

IN_PLACE, ABSENT, NOT_SAID = "in place", "absent", "not said"
STATES = {
    ControlState.IN_PLACE: IN_PLACE,
    ControlState.ABSENT: ABSENT,
    ControlState.PLANNED: ABSENT,
    ControlState.UNKNOWN: NOT_SAID,
}
AGAINST_THE_WAY = (
    "encryption", "integrity", "server-authentication", "peer-pinning", "downgrade-protection", "channel-binding",
    "replay-protection", "availability",
)  # fmt: skip
CHECKS_OF_A_LISTENER = ("authentication", "client-authentication", "authorization", "rate-limit")


def tables(view: View, kinds: Iterable[str]) -> Iterator[Row]:
    """Yield all rows: `kinds` are those that some rule asks for."""
    page = view.page
    kinds = sorted(kinds)
    for control in page.controls.values():
        yield from _declared(view, control)
    for interface in page.interfaces.values():
        checks = interface.request_authorization
        for check in checks.all_of if checks else ():
            if check in page.controls:
                yield "all_of", (interface.id, check)
        for check in checks.any_of if checks else ():
            if check in page.controls:
                yield "any_of", (interface.id, check)
        if interface.listener in page.components:
            yield "heard_by", (interface.id, str(interface.listener))
    for asset, placed in view.placements.items():
        for name, placement, _path in placed:
            yield "copy", (name, asset)
            if placement.place and placement.place in page.components:
                yield "copy", (name, placement.place)
            if view.is_kind(placement.place, "backup"):
                yield "answered", ("backup", asset)
    for element in (*page.interfaces, *page.data_assets, *_copies(view)):
        for kind in kinds:
            yield from _brings(view, kind, element)
    for kind in CHECKS_OF_A_LISTENER:
        yield "at_the_listener", (kind,)
    for id_, dependency in page.external_dependencies.items():
        said = any(each != "unknown" for each in dependency.assumption)
        yield "assumed", (f"{id_}/assumption",)
        yield "assumed_as", (f"{id_}/assumption", IN_PLACE if said else NOT_SAID)
        if id_ in page.components:
            yield "vouched", (f"{id_}/assumption", id_)


def _copies(view: View) -> Iterator[str]:
    return (name for placed in view.placements.values() for name, _placement, _path in placed)


# ---- what the page writes among its controls


def _declared(view: View, control: Control) -> Iterator[Row]:
    element, slash, word = control.id.partition("/")
    yield "declared", (control.id,)
    for on, kind in _stands(view, control):
        yield "stands", (control.id, kind, on)
    written = control.kind or (word if slash else "")
    kind = _kind(view, written, element) if written else ""
    state = STATES[control.state] if control.state else NOT_SAID
    if control.state is None and slash and kind and (found := brought(view, kind, element)):
        state = found[2]
    yield "declared_as", (control.id, state)
    yield "declared_of", (control.id, kind, element if slash else "")
    for component in control.enforced_by:
        yield "enforced_by", (control.id, component)
    yield from _reliance(control)


def _stands(view: View, control: Control) -> Iterator[tuple[str, str]]:
    """Yield each element that a control stands on, and as what: a kind we do not know is its word behind the slash."""
    element, slash, word = control.id.partition("/")
    elements = [element] if slash else []
    elements += control.stands_on
    elements += view.page.data_assets if "all" in control.protects else control.protects
    for on in elements:
        words = (control.kind, word) if slash else (control.kind,)
        kind = next((found for each in words if each and (found := _kind(view, each, on))), word)
        if kind:
            yield on, kind


def _kind(view: View, word: str, element: str) -> str:
    page = view.page
    sections = {
        StandsOn.TRUST_DOMAIN: page.trust_domains, StandsOn.DATA_ASSET: page.data_assets,
        StandsOn.COMPONENT: page.components, StandsOn.INTERFACE: page.interfaces,
    }  # fmt: skip
    on = None
    for each, section in sections.items():
        on = each if element in section else on
    found = control_kind(word, on)
    return found.name if found else ""


def _reliance(control: Control) -> Iterator[Row]:
    relies = control.relies_on
    if relies is None:
        yield "asked_reliance_unsaid", (control.id,)
    if not control.enforced_by:
        yield "asked_enforcer_unsaid", (control.id,)
    if relies is None:
        return
    yield from (("relies_on_secrecy", (control.id, asset)) for asset in relies.confidentiality)
    yield from (("relies_on_integrity", (control.id, asset)) for asset in relies.integrity)
    yield from (("relies_on_others", (control.id, f"{each}/assumption")) for each in relies.assumption)
    for asset in (*relies.integrity, *relies.availability):
        if control.on_loss is OnLoss.OPEN:
            yield "opens_without", (control.id, asset)
        elif control.on_loss is OnLoss.CLOSED:
            yield from (("closes_without", (control.id, asset, each)) for each in control.enforced_by)
        else:
            yield "asked_loss_unsaid", (control.id, asset)
            if asset in relies.availability:
                yield "plain_loss_unsaid", (control.id, asset)


# ---- what its other fields bring


def _brings(view: View, kind: str, element: str) -> Iterator[Row]:
    found = brought(view, kind, element)
    if found:
        id_, of, state = found
        yield "brings", (kind, element, id_)
        yield "brought", (id_, of, element)
        yield "brought_as", (id_, state)


def brought(view: View, kind: str, element: str) -> tuple[str, str, str] | None:
    """Return id, kind and state of the control that a protocol or another field brings."""
    own = f"{element}/{kind}"
    if element in view.page.interfaces:
        interface = view.page.interfaces[element]
        if kind == "authentication":
            return _shown(view, interface)
        if kind == "authorization" and "nothing" in interface.request_credentials:
            return own, kind, ABSENT
        by_protocol = view.completed.value(("controls", own, "state"))
        if by_protocol:
            return own, kind, by_protocol
        return (own, kind, IN_PLACE) if kind in AGAINST_THE_WAY and view.is_local(interface) else None
    asset, at, _place = element.partition("@")
    if at:
        (placement,) = (each for name, each, _path in view.placements[asset] if name == element)
        assets = view.page.data_assets.keys()
        sealed = kind == "encryption-at-rest" and assets & set(placement.encrypted_with)
        checked = kind == "integrity-at-rest" and assets & set(placement.integrity_checked_with)
        return (own, kind, IN_PLACE) if sealed or checked else None
    data = view.page.data_assets.get(element)
    bound = data and kind == "binding" and data.bound_to
    revoked = data and kind == "revocation" and data.revocation
    return (own, kind, IN_PLACE) if bound or revoked else None


def _shown(view: View, interface: Interface) -> tuple[str, str, str] | None:
    own = f"{interface.id}/authentication"
    if "nothing" in interface.request_credentials:
        return own, "authentication", ABSENT
    if any(each in view.page.data_assets for each in interface.request_credentials):
        return own, "authentication", IN_PLACE
    by_protocol = f"{interface.id}/client-authentication"
    if view.completed.value(("controls", by_protocol, "state")) == IN_PLACE:
        return by_protocol, "client-authentication", IN_PLACE
    return None
