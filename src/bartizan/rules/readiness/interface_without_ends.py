"""An interface that does not say who connects, or to whom."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import interface_called, listed


def find(page: Page) -> Iterator[Found]:
    """Yield each interface, whatever its scope, that lacks its requestor, its listener or both."""
    for interface in page.architecture.interfaces.values():
        missing = [word for word in ("requestor", "listener") if getattr(interface, word) is None]
        if missing:
            yield Found(
                element=interface.id,
                path=("interfaces", interface.id, missing[0]),
                message=f"{interface_called(page, interface)} does not say its {listed(missing)}",
                help=(
                    "the requestor opens the connection, the listener waits for it; both are ids of components",
                ),
                write="\n".join(f"{word}: …" for word in missing),
            )


RULE = Rule(
    name="interface-without-ends",
    says="each interface says its requestor and its listener",
    weight=Weight.BLOCKING,
    find=find,
)
