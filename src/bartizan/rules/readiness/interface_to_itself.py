"""An interface of a component with itself: a function call, which is no interface."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import called


def find(page: Page) -> Iterator[Found]:
    """Yield each interface whose requestor is its listener; several instances of one component may talk to each other."""
    for interface in page.architecture.interfaces.values():
        component = page.architecture.components.get(interface.requestor or "")
        if component and interface.requestor == interface.listener and component.instances in {None, "1"}:
            yield Found(
                element=interface.id,
                path=("interfaces", interface.id, "listener"),
                message=f"interface `{interface.id}` goes from component {called(component)} to itself",
                help=(
                    "calls within one process are no interfaces: take it away, or show the work as a step `A->A` of a use case",
                    "if instances of it talk to each other, say how many there are: `instances: many`",
                ),
            )


RULE = Rule(
    name="interface-to-itself",
    says="an interface connects two components",
    weight=Weight.BLOCKING,
    find=find,
)
