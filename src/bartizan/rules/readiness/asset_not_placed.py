"""A data asset of which nobody says where it is kept."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.model.data_asset import DataAsset
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page, in_scope
from bartizan.rules.readiness.words import called, quoted, short


def find(page: Page) -> Iterator[Found]:
    """Yield each data asset in scope without a place; `nowhere` says that it is transient."""
    stores = [id_ for id_, kind in page.kinds.items() if kind and kind.store]
    for asset in page.architecture.data_assets.values():
        if in_scope(asset) and not any(placement.place for placement in asset.persisted):
            yield Found(
                element=asset.id,
                path=("data-assets", asset.id, "persisted"),
                message=f"data asset {called(asset)} does not say where it is persisted{_words(asset)}",
                help=(
                    f"{quoted(stores, 'or', 5)}; `nowhere` when it is only ever in flight or in memory"
                    if stores
                    else "the id of the component that keeps it; `nowhere` when it is only ever in flight or in memory",
                    "`unknown` when nobody knows",
                ),
                write="persisted: …",
            )


def _words(asset: DataAsset) -> str:
    """Return what the page says in words, where it says that."""
    described = [placement.description for placement in asset.persisted if placement.description]
    if described:
        return f" but in words: `{short(described[0])}`"
    only_impact = asset.impact is not None and not (asset.description or asset.notes or asset.confidentiality)
    return ": only the impact analysis mentions it" if only_impact else ""


RULE = Rule(
    name="asset-not-placed",
    says="each data asset says where it is persisted, or that it is nowhere",
    weight=Weight.BLOCKING,
    find=find,
)
