"""A component of which nobody says what it is for."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import called


def find(page: Page) -> Iterator[Found]:
    """Yield each part of the service without a description; people, files and hosts explain themselves."""
    for component in page.parts:
        kind = page.kinds[component.id]
        if component.description is None and (kind is None or kind.software):
            yield Found(
                element=component.id,
                path=("components", component.id, "description"),
                message=f"component {called(component)} does not say what it is for",
                help=("one sentence is enough",),
                write="description: …",
            )


RULE = Rule(
    name="component-without-purpose",
    says="each component says what it is for",
    weight=Weight.BLOCKING,
    find=find,
)
