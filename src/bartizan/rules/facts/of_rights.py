"""Who may do what: what credentials open, what interfaces offer, and what messages and lock-outs do by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bartizan.model.data_asset import DataAsset, Unreachable
from bartizan.model.interface import Interface
from bartizan.model.length_of_time import hours
from bartizan.model.rights import Rights
from bartizan.model.shapes import Flag
from bartizan.rules.facts.page_facts import PageFacts, Reach
from bartizan.rules.facts.view import KEYS_STAY_WITHIN, View
from bartizan.rules.threats import vocabulary as v
from bartizan.source.nodes import Path

AN_ATTACK_TAKES = 24.0
"""How many hours somebody who has stolen a credential needs to use it, unless a team says otherwise in its settings."""

_STORED = {"read": "copy", "write": "overwrite", "delete": "erase"}
"""What a right to a data asset is a right to in the store that keeps it."""
_CLOSELY_WATCHED = ("hsm", "key-store")
"""Kinds of components that are often set up to delete what they keep after failed logins (FIPS 140 zeroization)."""


@dataclass(frozen=True, slots=True)
class Done:
    """One thing that can be done to one target; no target means everything that is kept there."""

    verb: str
    target: str | None


def take(view: View, facts: PageFacts, attack_takes: float = AN_ATTACK_TAKES) -> None:
    """Take what credentials, interfaces, messages and failed logins bring about, of an attack that takes so many hours."""
    for verb in ("read", "copy", "write", "overwrite", "delete", "erase", "use", "consume"):
        facts.say(v.VERBS, verb)
    for id_ in sorted(view.credentials):
        _credential(view, facts, view.page.data_assets[id_], attack_takes)
    for interface in view.page.interfaces.values():
        _offers(view, facts, interface)
    for id_, asset in view.page.data_assets.items():
        _triggers(view, facts, asset)
        _doubtful_kind(view, facts, id_)
    _lock_outs(view, facts)


def resolved(view: View, rights: Rights, component: str | None) -> Iterator[Done]:
    """Yield what rights come to at a component: the stored form where it keeps the data, else the data itself."""
    for verb in ("read", "write", "delete", "use", "consume"):
        for named in getattr(rights, verb):
            if named == "all":
                yield Done(_STORED.get(verb, verb), None)
            elif named in view.page.data_assets:
                yield from _on_asset(view, verb, named, component)


def _on_asset(view: View, verb: str, asset: str, component: str | None) -> Iterator[Done]:
    here = [name for name, placement, _path in view.placements[asset] if placement.place == component]
    in_the_clear = verb == "read" and view.is_kind(component, *KEYS_STAY_WITHIN)
    kind = view.asset_kinds[asset]
    sends = (
        verb == "write" and kind is not None and kind.name == "message"
    )  # a new message alters none that waits
    if verb in _STORED and here and not in_the_clear and not sends:
        yield from (Done(_STORED[verb], name) for name in here)
    elif verb == "read" and tenant_holds_key(view, asset):
        yield from (Done("copy", name) for name, _placement, _path in view.placements[asset])
    else:
        yield Done(verb, asset)


def tenant_holds_key(view: View, asset: str) -> bool:
    """Whether every copy of a data asset is encrypted with a key that only somebody else than the service holds."""
    placed = view.placements[asset]
    return bool(placed) and all(
        any(_held_elsewhere(view, key) for key in placement.encrypted_with)
        for _name, placement, _path in placed
    )


def _held_elsewhere(view: View, key: str) -> bool:
    asset = view.page.data_assets.get(key)
    if asset is None or not asset.held_by:
        return False
    return all(
        holder in view.page.threat_actors or view.is_person(holder) or not _is_ours(view, holder)
        for holder in asset.held_by
    )


def _is_ours(view: View, component: str) -> bool:
    return (
        component in view.page.components
        and view.in_scope(component)
        and view.domains.get(component) in view.own_domains
    )


# ---- credentials


def _credential(view: View, facts: PageFacts, asset: DataAsset, attack_takes: float) -> None:
    at = ("data-assets", asset.id)
    facts.say(v.CREDENTIALS, asset.id, at=at)
    one = view.one_per(asset.id)
    for key, rights in asset.opens.items():
        for interface in _opened(view, asset.id, key):
            _permits(view, facts, asset.id, interface, rights, (*at, "opens", key))
    if not asset.opens or any(
        "unknown" in getattr(rights, verb) for rights in asset.opens.values() for verb in _VERBS
    ):
        facts.ask(
            v.RIGHTS_UNSAID, asset.id, at=(*at, "opens"),
            text=f"What may the holder of {view.name(asset.id)} do, and where?",
        )  # fmt: skip
    for other, flag in asset.includes.items():
        if flag is Flag.YES:
            facts.say(v.INCLUDES, asset.id, other, at=(*at, "includes", other))
        elif flag is not Flag.NO:
            facts.ask(
                v.MAYBE_INCLUDES, asset.id, other, at=(*at, "includes", other),
                text=f"Can the holder of {view.name(asset.id)} do what {view.name(other)} lets do, in any configuration?",
            )  # fmt: skip
    if not asset.includes:
        facts.ask(
            v.INCLUSION_UNSAID, asset.id, at=(*at, "includes"), reach=Reach.FAR,
            text=f"Does {view.name(asset.id)} let its holder do what another credential does?",
        )  # fmt: skip
    for component in asset.bound_to:
        facts.say(v.BOUND_TO, asset.id, component, at=(*at, "bound-to"))
    _window(view, facts, asset, attack_takes, one=one)


_VERBS = ("read", "write", "delete", "use", "consume")


def _opened(view: View, credential: str, key: str) -> Iterator[Interface]:
    """Yield the interfaces that `opens` means: one by its id, or all that accept the credential at a component."""
    interface = view.page.interfaces.get(key)
    if interface:
        yield interface
    for each in view.into.get(key, ()):
        if credential in view.shown_on(each):
            yield each


def _permits(
    view: View, facts: PageFacts, credential: str, interface: Interface, rights: Rights, path: Path
) -> None:
    for done in resolved(view, rights, interface.listener):
        if done.target is None and view.known(interface.listener):
            facts.say(v.PERMITS_ALL, credential, str(interface.listener), done.verb, at=path)
        elif done.target is not None:
            facts.say(v.PERMITS, credential, interface.id, done.verb, done.target, at=path)
            if view.one_per(credential) and done.verb == "write":
                facts.say(v.OWN_DATA, credential, interface.id, done.target, at=path)


def _window(view: View, facts: PageFacts, asset: DataAsset, attack_takes: float, *, one: bool) -> None:
    """Say whether a stolen credential is of use: dead before the attack is done, taken back in time, or alive."""
    at = ("data-assets", asset.id)
    lifetime = hours(asset.lifetime)
    if lifetime is not None and lifetime <= attack_takes:
        return
    revocation = asset.revocation
    latency = hours(revocation.latency) if revocation else None
    detection = hours(asset.detection)
    if latency is not None and latency + (detection or 0.0) <= attack_takes:
        facts.say(v.WORKS_UNTIL_REVOKED, asset.id, at=[(*at, "lifetime"), (*at, "revocation")])
        if revocation and revocation.unreachable is Unreachable.ACCEPT:
            for interface in view.accepting.get(asset.id, ()):
                facts.say(
                    v.SOFT_FAIL, f"{asset.id}/revocation", interface.id, at=(*at, "revocation", "unreachable")
                )
        return
    facts.say(v.WORKS_WHEN_STOLEN, asset.id, at=(*at, "lifetime") if asset.lifetime else at)
    if one:
        facts.say(v.WORKS_ONE, asset.id, at=(*at, "lifetime") if asset.lifetime else at)


# ---- interfaces


def _offers(view: View, facts: PageFacts, interface: Interface) -> None:
    at = ("interfaces", interface.id)
    listener = interface.listener
    if not interface.request_credentials or "unknown" in interface.request_credentials:
        facts.say(v.NO_CREDENTIAL_NAMED, interface.id, at=(*at, "request-credentials"))
    if not facts.has(v.STORE_LISTENS, listener or "", interface.id):
        for carried, way, path in view.loads(interface):
            asset = view.asset(carried.asset)
            if asset and not carried.encrypted_with:
                sent = way != "response" and asset not in view.said_to_be_shown_on(
                    interface
                )  # to show is not to write
                for verb in ("read",) * (way != "request") + ("write",) * sent:
                    for done in _on_asset(view, verb, asset, None):
                        facts.say(v.OFFERS, interface.id, done.verb, str(done.target), at=path)
    for key in dict.fromkeys((interface.id, listener or "")):
        for credential, rights in view.openings.get(key, ()):
            for done in resolved(view, rights, listener):
                if done.target:
                    path = ("data-assets", credential, "opens", key)
                    facts.say(v.OFFERS, interface.id, done.verb, done.target, at=path)


# ---- what happens by itself


def _triggers(view: View, facts: PageFacts, asset: DataAsset) -> None:
    at = ("data-assets", asset.id, "triggers")
    for component, rights in asset.triggers.items():
        for done in resolved(view, rights, component):
            if done.target is None:
                facts.say(v.TRIGGERS_ALL, asset.id, component, done.verb, at=(*at, component))
            else:
                facts.say(v.TRIGGERS, asset.id, done.verb, done.target, at=(*at, component))
    kind = view.asset_kinds[asset.id]
    if not asset.triggers and (kind is None or kind.name == "message"):
        facts.ask(
            v.TRIGGER_UNSAID, asset.id, at=at, reach=Reach.FAR,
            text=f"What does {view.name(asset.id)} make its reader do?",
        )  # fmt: skip


def _doubtful_kind(view: View, facts: PageFacts, asset: str) -> None:
    if view.asset_kinds[asset] is None and asset not in view.credentials:
        facts.ask(
            v.ASSET_KIND_UNSAID, asset, at=("data-assets", asset, "kind"), reach=Reach.FAR,
            text=f"What sort of data is {view.name(asset)}: does it open anything?",
        )  # fmt: skip


def _lock_outs(view: View, facts: PageFacts) -> None:
    for id_, component in view.page.components.items():
        at = ("components", id_, "on-failed-logins")
        rights = component.on_failed_logins
        for done in resolved(view, rights, id_) if rights else ():
            if done.target is None:
                facts.say(v.PURGES_ALL, id_, done.verb, at=at)
            else:
                facts.say(v.PURGES, id_, done.verb, done.target, at=at)
        if (
            rights is None
            and id_ in view.into
            and (id_ in view.kept_in or view.is_kind(id_, *_CLOSELY_WATCHED))
        ):
            facts.ask(
                v.PURGE_UNSAID, id_, at=at, reach=Reach.PLAIN if view.is_kind(id_, *_CLOSELY_WATCHED) else Reach.FAR,
                text=f"Does {view.name(id_)} delete anything by itself after failed logins?",
            )  # fmt: skip
