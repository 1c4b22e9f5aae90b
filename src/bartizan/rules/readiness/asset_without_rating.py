"""A data asset that does not say how much its confidentiality, integrity and availability matter."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.model.page import Template
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.interface_requirement_unsaid import PROPERTIES
from bartizan.rules.readiness.page import Page, in_scope
from bartizan.rules.readiness.words import called, listed


def find(page: Page) -> Iterator[Found]:
    """Yield each data asset in scope that lacks one of its three labels; only the table template asks for them."""
    if not page.asks_for(Template.TABLE):
        return
    for asset in page.architecture.data_assets.values():
        missing = [each for each in PROPERTIES if getattr(asset, each) is None]
        if missing and in_scope(asset):
            yield Found(
                element=asset.id,
                path=("data-assets", asset.id, missing[0]),
                message=f"data asset {called(asset)} does not say how much its {listed(missing)} matter"
                + ("s" if len(missing) == 1 else ""),
                help=(
                    "none, low, medium, high, or a label of your own such as `Confidential`; `unknown` when nobody knows",
                ),
                write="\n".join(f"{each}: …" for each in missing),
            )


RULE = Rule(
    name="asset-without-rating",
    says="each data asset says how much its confidentiality, integrity and availability matter",
    weight=Weight.BLOCKING,
    find=find,
)
