"""An interface of which the page says neither a name nor what it does."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import interface_called


def find(page: Page) -> Iterator[Found]:
    """Yield each interface under review without a name and without a description."""
    for interface in page.interfaces:
        if interface.name is None and interface.description is None:
            yield Found(
                element=interface.id,
                path=("interfaces", interface.id, "name"),
                message=f"{interface_called(page, interface)} has neither a name nor a description of what it does",
                help=("the name stands beside the number on the diagram, such as `REST API` or `Publish`",),
                write="name: …",
            )


RULE = Rule(
    name="interface-unexplained",
    says="each interface has a name or says what it does",
    weight=Weight.ADVICE,
    find=find,
)
