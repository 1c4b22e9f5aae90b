"""A store in which, as far as the page says, nothing is kept."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page, future
from bartizan.rules.readiness.words import called, kind_called


def find(page: Page) -> Iterator[Found]:
    """Yield each store, whoever's it is, that no data asset names."""
    if not page.architecture.data_assets:
        return
    for component in page.architecture.components.values():
        kind = page.kinds[component.id]
        if kind and kind.store and component.id not in page.kept and not future(component):
            yield Found(
                element=component.id,
                path=("components", component.id),
                message=f"component {called(component)} is {kind_called(kind)} and no data asset says that it is kept there",
                help=(f"write `persisted: {component.id}` at each data asset that it keeps",),
            )


RULE = Rule(
    name="store-without-data",
    says="each store keeps some data asset",
    weight=Weight.ADVICE,
    find=find,
)
