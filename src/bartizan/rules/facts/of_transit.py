"""What travels over interfaces, and in which form."""

from __future__ import annotations

from bartizan.model.interface import Interface
from bartizan.rules.facts.of_network import said_as
from bartizan.rules.facts.page_facts import PageFacts, Reach
from bartizan.rules.facts.view import View
from bartizan.rules.threats import vocabulary as v
from bartizan.source.nodes import Path


def take(view: View, facts: PageFacts) -> None:
    """Take what each interface carries, and what is shown over it."""
    for interface in view.page.interfaces.values():
        _loads(view, facts, interface)
        _shown(view, facts, interface)


def _loads(view: View, facts: PageFacts, interface: Interface) -> None:
    id_ = interface.id
    at = ("interfaces", id_)
    loads = view.loads(interface)
    if not loads or any(carried.asset == "unknown" for carried, _way, _path in loads):
        facts.ask(
            v.LOAD_UNSAID, id_, at=[(*at, "in-flight"), (*at, "request"), (*at, "response")],
            text=f"Which data assets does {said_as(interface)} carry?",
        )  # fmt: skip
    elif not interface.in_flight and not (interface.request and interface.response):
        missing = "response" if interface.request else "request"
        facts.ask(
            v.LOAD_UNSAID, id_, at=[(*at, missing), (*at, "in-flight")], reach=Reach.FAR,
            text=f"Which data assets does the {missing} of {said_as(interface)} carry?",
        )  # fmt: skip
    shown = view.said_to_be_shown_on(
        interface
    )  # a credential altered on its way is refused, and no other than it was
    for carried, way, path in loads:
        asset = view.asset(carried.asset)
        if asset is None:
            continue
        is_shown = asset in shown and way != "response"
        one = view.one_per(asset)
        for key in carried.encrypted_with:
            if view.asset(key):
                facts.say(v.CARRIES_SEALED_ONE if one else v.CARRIES_SEALED, id_, asset, key, at=path)
        if not carried.encrypted_with:
            facts.say(v.CARRIES_ONE if one else v.CARRIES, id_, asset, at=path)
        for key in carried.integrity_checked_with:
            if view.asset(key):
                facts.say(v.CHECKED_ON_ONE if one else v.CHECKED_ON, id_, asset, key, at=path)
        if not carried.integrity_checked_with and not is_shown:
            facts.say(v.ALTERABLE_ONE if one else v.ALTERABLE, id_, asset, at=path)
            if way != "response":
                facts.say(v.SENT_ONE if one else v.SENT, id_, asset, at=path)


def _shown(view: View, facts: PageFacts, interface: Interface) -> None:
    """A key that proves who somebody is does not travel; a password or a token does, and what nobody knows may."""
    at: Path = ("interfaces", interface.id, "request-credentials")
    if "nothing" in interface.request_credentials:
        facts.say(v.NOTHING_SHOWN, interface.id, at=at)
    if not interface.request_credentials or "unknown" in interface.request_credentials:
        facts.ask(
            v.SHOWN_UNSAID, interface.id, at=at, reach=Reach.FAR,
            text=f"What does whoever opens {said_as(interface)} show to tell who they are?",
        )  # fmt: skip
    for credential in view.shown_on(interface):
        one = view.one_per(credential)
        because = ""
        if credential not in interface.request_credentials:
            at = next(path for carried, _way, path in view.loads(interface) if carried.asset == credential)
            because = "it travels to the listener, and nothing else is said to be shown"
        facts.say(v.ACCEPTS, interface.id, credential, at=at, because=because)
        facts.say(v.ACCEPTS_ONE if one else v.ACCEPTS_SHARED, interface.id, credential, at=at)
        kind = view.asset_kinds[credential]
        if not (kind and kind.bearer is False):
            facts.say(v.SHOWN_ONE if one else v.SHOWN, interface.id, credential, at=at)
