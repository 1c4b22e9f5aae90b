"""An interface that does not say what decides whether a request is granted."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page, in_scope
from bartizan.rules.readiness.words import interface_called


def find(page: Page) -> Iterator[Found]:
    """Yield each interface to a listener in scope without authorization, in its column or as a control on it."""
    for interface in page.remote:
        listener = page.architecture.components.get(interface.listener or "")
        said = interface.request_authorization or interface.id in page.authorized
        if listener and in_scope(listener) and not said and listener.id not in page.authorized:
            yield Found(
                element=interface.id,
                path=("interfaces", interface.id, "request-authorization"),
                message=f"{interface_called(page, interface)} does not say what decides whether a request is granted",
                help=(
                    "the control that decides, such as `rbac`; `{any: [rbac, acl]}` where one of several is enough",
                ),
                write="request-authorization: …",
            )


RULE = Rule(
    name="authorization-unsaid",
    says="each interface says what decides whether a request is granted",
    weight=Weight.ADVICE,
    find=find,
)
