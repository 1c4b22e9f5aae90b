"""An interface that says what is asked and not what is answered, or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.model.page import Template
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import interface_called


def find(page: Page) -> Iterator[Found]:
    """Yield each interface of which the page says one of request and response, where it says nothing else in flight."""
    if not page.asks_for(Template.TABLE):
        return
    for interface in page.interfaces:
        if interface.in_flight or bool(interface.request) == bool(interface.response):
            continue
        missing = "request" if interface.response else "response"
        yield Found(
            element=interface.id,
            path=("interfaces", interface.id, missing),
            message=f"{interface_called(page, interface)} does not say its {missing}",
            help=("`nothing` where only a success or an error comes back",),
            write=f"{missing}: …",
        )


RULE = Rule(
    name="one-direction-unsaid",
    says="each interface says what travels in both directions",
    weight=Weight.ADVICE,
    find=find,
)
