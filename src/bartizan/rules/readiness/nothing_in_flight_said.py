"""An interface of which nobody says what travels over it."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.model.page import Template
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import interface_called


def find(page: Page) -> Iterator[Found]:
    """Yield each interface under review without request, response and assets in flight."""
    for interface in page.interfaces:
        if not (interface.request or interface.response or interface.in_flight):
            listed_only = page.architecture.template is Template.LIST
            yield Found(
                element=interface.id,
                path=("interfaces", interface.id, "in-flight" if listed_only else "request"),
                message=f"{interface_called(page, interface)} does not say which data assets travel over it",
                help=(
                    "ids of `data-assets`; `nothing` where nothing of worth travels, `in-flight` where the direction is not known",
                ),
                write="in-flight: …" if listed_only else "request: …\nresponse: …",
            )


RULE = Rule(
    name="nothing-in-flight-said",
    says="each interface says which data assets travel over it",
    weight=Weight.BLOCKING,
    find=find,
)
