"""A data asset that is kept where nothing can be kept."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import called, kind_called, quoted


def find(page: Page) -> Iterator[Found]:
    """Yield each data asset placed in a component that is known to keep nothing."""
    stores = [id_ for id_, kind in page.kinds.items() if kind and kind.store]
    for asset in page.architecture.data_assets.values():
        wrong = [
            (at, placement.place)
            for at, placement in enumerate(asset.persisted)
            if (kind := page.kinds.get(placement.place or "")) and not kind.keeps
        ]
        if wrong:
            at, place = wrong[0]
            component = page.architecture.components[place or ""]
            kind = page.kinds[component.id]
            what = kind_called(kind) if kind else "a component"
            yield Found(
                element=asset.id,
                path=("data-assets", asset.id, "persisted", at, "in"),
                message=f"data asset {called(asset)} is persisted in {called(component)}, which is {what} and keeps nothing",
                help=(
                    *((f"perhaps {quoted(stores, 'or')} keeps it",) if stores else ()),
                    "if it lies on that machine's disk, add the file as a component (`kind: file`) and name that",
                    "if it is only in memory, write `persisted: nowhere`",
                ),
                also=tuple(("data-assets", asset.id, "persisted", other, "in") for other, _ in wrong[1:]),
            )


RULE = Rule(
    name="asset-in-no-store",
    says="what is persisted lies in a component that keeps data",
    weight=Weight.BLOCKING,
    find=find,
)
