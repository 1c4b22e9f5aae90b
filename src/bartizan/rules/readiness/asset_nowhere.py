"""A data asset that is neither kept nor ever in flight, or is said to be kept nowhere and somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page, in_scope
from bartizan.rules.readiness.words import called, quoted


def find(page: Page) -> Iterator[Found]:
    """Yield each data asset of which nothing on the page says where an attacker would meet it."""
    for asset in page.architecture.data_assets.values():
        places = [placement.place for placement in asset.persisted if placement.place]
        if "nowhere" not in places or not in_scope(asset):
            continue
        somewhere = [place for place in places if place != "nowhere"]
        if somewhere:
            message = f"data asset {called(asset)} is persisted in {quoted(somewhere)}, and nowhere"
            help_ = "take `nowhere` away, or the places where it is not"
        elif asset.id not in page.carried and asset.id not in page.shown:
            message = f"data asset {called(asset)} is persisted nowhere and travels over no interface"
            help_ = "name it in the request, the response or the credentials of the interface where it is met"
        else:
            continue
        yield Found(
            element=asset.id, path=("data-assets", asset.id, "persisted"), message=message, help=(help_,)
        )  # fmt: skip


RULE = Rule(
    name="asset-nowhere",
    says="each data asset is met somewhere, at rest or in flight",
    weight=Weight.ADVICE,
    find=find,
)
