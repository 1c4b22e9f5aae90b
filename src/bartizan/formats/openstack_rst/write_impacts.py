"""Decides for which data assets the section about impact can say it all."""

from __future__ import annotations

from bartizan.formats.openstack_rst.lines import impact_entry
from bartizan.formats.openstack_rst.listings import Listed, things_in
from bartizan.formats.openstack_rst.read_assets import read_impact
from bartizan.formats.openstack_rst.trial import Trial, parsed_list
from bartizan.formats.openstack_rst.write_fields import behind
from bartizan.model.architecture import Architecture
from bartizan.model.data_asset import DataAsset
from bartizan.model.read import read_architecture


def impact_section(architecture: Architecture, trial: Trial) -> frozenset[str]:
    """Return the ids of the data assets whose impact is read back from the section as it is."""
    told = {id_: asset for id_, asset in architecture.data_assets.items() if asset.impact}
    if not told:
        return frozenset()
    listing = parsed_list([behind("-", impact_entry(asset)) for asset in told.values()])
    if listing is None:
        return frozenset()
    said: set[str] = set()
    for item, (id_, asset) in zip(things_in((listing,)), told.items(), strict=False):
        words = trial.words()
        words.page.section("data-assets").inner(id_, words.page.root.span)
        if isinstance(item, Listed):
            read_impact(item, words)
        read = read_architecture(words.page.root.node()).architecture.data_assets
        if dict(read) == {id_: DataAsset(id=id_, impact=asset.impact)}:
            said.add(id_)
            trial.lists += words.page.lists
    return frozenset(said)
