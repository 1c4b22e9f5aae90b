"""An interface that has no number on the diagram."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.numbers import highest_number, number_of
from bartizan.rules.readiness.page import Page, in_scope
from bartizan.rules.readiness.words import interface_called


def find(page: Page) -> Iterator[Found]:
    """Yield each interface in scope without a number; what is there for context only has none on the template either."""
    proposed = highest_number(page.architecture)
    for interface in page.architecture.interfaces.values():
        if in_scope(interface) and number_of(interface) is None:
            proposed += 1
            yield Found(
                element=interface.id,
                path=("interfaces", interface.id, "number"),
                message=f"{interface_called(page, interface)} has no number on the diagram",
                help=("an id that is a number is the interface's number too",),
                write=f"number: {proposed}",
            )


RULE = Rule(
    name="interface-without-number",
    says="each interface has a number",
    weight=Weight.BLOCKING,
    find=find,
)
