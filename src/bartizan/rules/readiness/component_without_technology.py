"""A component that does not say with which technology it is made."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.model.page import Template
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import called


def find(page: Page) -> Iterator[Found]:
    """Yield each part of the service without a technology; one of the two templates calls it optional."""
    if not page.asks_for(Template.LIST):
        return
    for component in page.parts:
        kind = page.kinds[component.id]
        if component.technology is None and (kind is None or kind.software):
            yield Found(
                element=component.id,
                path=("components", component.id, "technology"),
                message=f"component {called(component)} does not say with which technology it is made",
                help=(
                    "the product or the language, such as `Python`, `MySQL`, `RabbitMQ`; it usually tells the kind too",
                ),
                write="technology: …",
            )


RULE = Rule(
    name="component-without-technology",
    says="each component is labelled with its primary technology",
    weight=Weight.BLOCKING,
    find=find,
)
