"""Data assets on a printed page: what they are and where they are kept, and what their failure means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bartizan.model.impact import Impact
from bartizan.model.names import display_name
from bartizan.render.page.document import (
    Blocks,
    Card,
    Cards,
    Fact,
    Facts,
    Nature,
    Tone,
    Word,
)
from bartizan.render.page.tables import Asked, field_blocks, table_of
from bartizan.render.page.wording import label_of

if TYPE_CHECKING:
    from bartizan.model.architecture import Architecture
    from bartizan.model.data_asset import DataAsset
    from bartizan.render.page.names import Names

IMPACT_ORDER = ("integrity", "confidentiality", "availability", "notes")
"""The order in which the published pages speak of failures."""


def data_assets(architecture: Architecture, names: Names) -> Blocks:
    """Return the data assets; what their failure means has a section of its own."""
    columns = (
        Asked("Confidentiality", Nature.LEVEL, "confidentiality"),
        Asked("Integrity", Nature.LEVEL, "integrity"),
        Asked("Availability", Nature.LEVEL, "availability"),
        Asked("Persisted in", Nature.LIST, "persisted"),
        Asked("", Nature.PROSE, "impact", made=lambda _asset: (), optional=True),
    )
    return table_of(
        "Data asset",
        "data-assets",
        architecture.data_assets,
        columns,
        names,
        beside="kind",
        also_asked=("format", "transformations"),
    )


def impact_analysis(architecture: Architecture, names: Names) -> Blocks:
    """Return what the failure of each data asset means, as the architect wrote it."""
    assets = architecture.data_assets.values()
    cards = tuple(_impact_card(asset, asset.impact, names) for asset in assets if asset.impact)
    silent = [asset for asset in assets if not asset.impact]
    if not cards:
        return ()
    return (Cards(cards, tuple(names.word(asset.id, ("data-assets",), Tone.NOT_SAID) for asset in silent)),)


def _impact_card(asset: DataAsset, impact: Impact, names: Names) -> Card:
    link = f"#{names.anchor('data-assets', asset.id)}"
    facts = impact_facts(impact, names)
    said = {fact.label for fact in facts}
    asked = [label_of(Impact, attribute) for attribute in IMPACT_ORDER[:3]]
    return Card(
        anchor="",
        number="",
        title=(Word(display_name(asset), Tone.STRONG, link),),
        tags=(),
        blocks=(Facts(facts),) if facts else (),
        not_said=tuple(label for label in asked if label not in said),
    )


def impact_facts(impact: Impact, names: Names) -> tuple[Fact, ...]:
    """Return what failure means, property by property."""
    said = ((attribute, field_blocks(impact, attribute, names)) for attribute in IMPACT_ORDER)
    return tuple(Fact(label_of(Impact, attribute), blocks) for attribute, blocks in said if blocks)
