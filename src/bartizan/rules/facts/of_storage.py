"""Where data is kept, and how it is protected there."""

from __future__ import annotations

from bartizan.model.shapes import Flag
from bartizan.rules.facts.page_facts import PageFacts, Reach
from bartizan.rules.facts.view import KEYS_STAY_WITHIN, View
from bartizan.rules.threats import vocabulary as v


def take(view: View, facts: PageFacts) -> None:
    """Take every copy of every data asset at rest."""
    for id_, asset in view.page.data_assets.items():
        at = ("data-assets", id_)
        facts.say(v.ASSETS, id_, at=at)
        if asset.one_per is not None:
            facts.say(v.ONE_PER, id_, at=(*at, "one-per"))
        else:
            facts.say(v.SHARED, id_, at=at)
        if asset.one_per is None and not asset.part_of:
            for target in (id_, *(name for name, _placement, _path in view.placements[id_])):
                facts.say(v.SINGLE, target, at=at)
        for whole in asset.part_of:
            facts.say(v.PART_OF, id_, whole, at=(*at, "part-of"))
        if not asset.persisted:
            facts.ask(
                v.HOLDING_UNSAID, id_, at=(*at, "persisted"),
                text=f"Where is {view.name(id_)} kept, or is it only ever in flight or in memory?",
            )  # fmt: skip
        _copies(view, facts, id_)


def _copies(view: View, facts: PageFacts, asset: str) -> None:
    in_use = [each for each in view.placements[asset] if not view.is_kind(each[1].place, "backup")]
    for name, placement, path in view.placements[asset]:
        facts.say(v.HELD, name, asset, at=path)
        store = view.known(placement.place)
        if store is None:
            facts.ask(v.PLACE_UNSAID, name, at=path, text=f"Where exactly is {called(view, name)} kept?")
        else:
            facts.say(v.KEPT, name, asset, store, at=path)
            facts.say(v.KEPT_IN, name, store, at=path)
        if any(name == each[0] for each in in_use) and (store or len(in_use) == 1):
            facts.say(v.HELD_IN_USE, name, asset, at=path)
        if placement.extractable is Flag.NO:
            facts.say(v.UNEXTRACTABLE, name, asset, at=path)
        elif placement.extractable is None and view.is_kind(store, *KEYS_STAY_WITHIN) and asset in view.keys:
            facts.say(v.UNEXTRACTABLE, name, asset, at=path)
            facts.ask(
                v.EXTRACTION_UNSAID, name, at=(*path, "extractable"),
                text=f"Can {view.name(asset)} be taken out of {view.name(store or '')}?",
            )  # fmt: skip
        else:
            facts.say(v.EXTRACTABLE, name, at=path)
        for key in placement.encrypted_with:
            if view.asset(key):
                facts.say(v.SEALED, name, asset, key, at=path)
        if not placement.encrypted_with:
            facts.ask(
                v.SEAL_UNSAID, name, at=(*path, "encrypted-with"), reach=Reach.FAR,
                text=f"With which key is {called(view, name)} encrypted, if it is?",
            )  # fmt: skip
        for key in placement.integrity_checked_with:
            if view.asset(key):
                facts.say(v.CHECKED, name, asset, key, at=path)


def called(view: View, placement: str) -> str:
    """Return a copy at rest in words: `Secret data in Database`."""
    asset, _, store = placement.partition("@")
    store = store.partition("#")[0]
    return (
        f"{view.name(asset)} in {view.name(store)}" if store != "unknown" else f"a copy of {view.name(asset)}"
    )
