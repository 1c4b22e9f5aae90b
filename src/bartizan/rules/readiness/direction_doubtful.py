"""An interface that seems to be written the wrong way round: a database that connects, a person who listens."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import called, kind_called


def find(page: Page) -> Iterator[Found]:
    """Yield each interface whose requestor only waits, or whose listener never does; stores may replicate to each other."""
    components = page.architecture.components
    for interface in page.architecture.interfaces.values():
        requestor = components.get(interface.requestor or "")
        listener = components.get(interface.listener or "")
        if not requestor or not listener or requestor is listener:
            continue
        opener, waiter = page.kinds[requestor.id], page.kinds[listener.id]
        waits = opener is not None and not opener.opens and (waiter is None or waiter.opens)
        never_listens = waiter is not None and not waiter.listens
        if waits or never_listens:
            who = (
                f"component {called(requestor)} opens the connection, and it is {kind_called(opener)}"
                if waits and opener
                else f"component {called(listener)} listens, and it is {kind_called(waiter) if waiter else ''}"
            )
            yield Found(
                element=interface.id,
                path=("interfaces", interface.id, "requestor" if waits else "listener"),
                message=f"on interface `{interface.id}` {who}",
                help=(
                    "an interface goes from whoever opens the connection, whichever way the data travels",
                    "exchange requestor and listener, or correct the component's kind",
                ),
            )


RULE = Rule(
    name="direction-doubtful",
    says="an interface goes from whoever opens the connection to whoever listens",
    weight=Weight.ADVICE,
    find=find,
)
