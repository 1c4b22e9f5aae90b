"""A cluster that does not say how many it is made of."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import called


def find(page: Page) -> Iterator[Found]:
    """Yield each cluster without a number of instances."""
    for component in page.parts:
        kind = page.kinds[component.id]
        if kind and kind.name == "cluster" and component.instances is None:
            yield Found(
                element=component.id,
                path=("components", component.id, "instances"),
                message=f"component {called(component)} is a cluster and does not say how many there are",
                help=("a number, `>200`, or `many` where it varies; it is drawn behind the name",),
                write="instances: many",
            )


RULE = Rule(
    name="cluster-without-quantity",
    says="several instances of a component carry their number",
    weight=Weight.ADVICE,
    find=find,
)
