"""What data does to those who run it, follow it or show it, and what components cannot work without."""

from __future__ import annotations

from bartizan.model.data_asset import DataAsset
from bartizan.model.shapes import Flag
from bartizan.rules.facts.page_facts import PageFacts, Reach
from bartizan.rules.facts.view import View
from bartizan.rules.threats import vocabulary as v


def take(view: View, facts: PageFacts) -> None:
    """Take what data brings about, and who needs what."""
    for asset in view.page.data_assets.values():
        _brings_about(view, facts, asset)
    _needs(view, facts)


def _brings_about(view: View, facts: PageFacts, asset: DataAsset) -> None:
    at = ("data-assets", asset.id)
    name = view.name(asset.id)
    kind = view.asset_kinds[asset.id]
    for component in asset.loaded_by:
        facts.say(v.LOADED_BY, asset.id, component, at=(*at, "loaded-by"))
    for interface in asset.configures:
        facts.say(v.CONFIGURES, asset.id, interface, at=(*at, "configures"))
    for component in asset.rendered_by:
        facts.say(v.RENDERED_BY, asset.id, component, at=(*at, "rendered-by"))
    if not asset.loaded_by and (kind is None or kind.runs):
        facts.ask(
            v.CODE_UNSAID,
            asset.id,
            at=(*at, "loaded-by"),
            reach=Reach.FAR,
            text=f"What runs {name}, or obeys it?",
        )
    if not asset.configures and (
        kind is None or kind.runs or kind.authenticates or kind.name == "endpoint-address"
    ):
        facts.ask(
            v.POINTER_UNSAID, asset.id, at=(*at, "configures"), reach=Reach.FAR,
            text=f"Does {name} name the other end of an interface?",
        )  # fmt: skip
    if not asset.rendered_by and asset.id not in view.credentials and facts.of(v.USER_INTERFACES):
        facts.ask(
            v.SHOWN_WHERE_UNSAID, asset.id, at=(*at, "rendered-by"), reach=Reach.FAR,
            text=f"Does any user interface show {name}?",
        )  # fmt: skip


def _needs(view: View, facts: PageFacts) -> None:
    for interface in view.page.interfaces.values():
        requestor = view.known(interface.requestor)
        if requestor is None or view.is_person(requestor) or interface.needed is Flag.NO:
            continue
        at = ("interfaces", interface.id)
        facts.say(
            v.NEEDS_INTERFACE,
            requestor,
            interface.id,
            at=(*at, "needed") if interface.needed else (*at, "requestor"),
        )
        for credential in view.shown_on(interface):
            if not view.one_per(credential) and not view.is_passed_on(credential, requestor):
                facts.say(v.NEEDS_ASSET, requestor, credential, at=(*at, "request-credentials"))
    for id_, component in view.page.components.items():
        for needed in component.needs:
            predicate = v.NEEDS_ASSET if needed in view.page.data_assets else v.NEEDS_COMPONENT
            facts.say(predicate, id_, needed, at=("components", id_, "needs"))
    for asset in view.page.data_assets.values():
        for loader in asset.loaded_by:
            facts.say(v.NEEDS_ASSET, loader, asset.id, at=("data-assets", asset.id, "loaded-by"))
