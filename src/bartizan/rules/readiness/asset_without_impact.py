"""A data asset of which nobody says what its failure would mean."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.knowledge.levels import level
from bartizan.model.data_asset import DataAsset
from bartizan.model.impact import Impact
from bartizan.model.page import Template
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.interface_requirement_unsaid import PROPERTIES
from bartizan.rules.readiness.page import Page, in_scope
from bartizan.rules.readiness.words import called, listed


def find(page: Page) -> Iterator[Found]:
    """Yield each data asset in scope whose impact analysis is missing or lacks a property that matters."""
    if not page.asks_for(Template.LIST):
        return
    for asset in page.architecture.data_assets.values():
        missing = _missing(asset) if in_scope(asset) else []
        if missing:
            nothing = len(missing) == len(PROPERTIES)
            unsaid = "has no impact analysis" if nothing else f"has no impact analysis for {listed(missing)}"
            keys = ", ".join(f"{each}: …" for each in missing)
            yield Found(
                element=asset.id,
                path=("data-assets", asset.id, "impact", *(() if asset.impact is None else missing[:1])),
                message=f"data asset {called(asset)} {unsaid}",
                help=("what does it mean when it is disclosed, altered, or not there? A sentence each",),
                write=f"impact: {{{keys}}}" if asset.impact is None else keys.replace(", ", "\n"),
                under=("data-assets", asset.id)
                if asset.impact is None
                else ("data-assets", asset.id, "impact"),
            )


def _missing(asset: DataAsset) -> list[str]:
    """Return the properties without a word; what is rated `none` needs none, and notes alone are an analysis too."""
    impact = asset.impact or Impact()
    missing = [each for each in PROPERTIES if getattr(impact, each) is None]
    if impact.notes and len(missing) == len(PROPERTIES):
        return []
    return [each for each in missing if (rated := level(getattr(asset, each))) is None or rated.rank > 0]


RULE = Rule(
    name="asset-without-impact",
    says="each data asset has its impact analysis",
    weight=Weight.BLOCKING,
    find=find,
)
