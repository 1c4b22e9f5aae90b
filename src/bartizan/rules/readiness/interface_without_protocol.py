"""An interface that does not say which protocol it speaks."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import interface_called


def find(page: Page) -> Iterator[Found]:
    """Yield each interface under review without a protocol."""
    for interface in page.interfaces:
        if not interface.protocol:
            yield Found(
                element=interface.id,
                path=("interfaces", interface.id, "protocol"),
                message=f"{interface_called(page, interface)} does not say its protocol",
                help=(
                    "such as `HTTPS`, `SSH` or `[SQL, TLS]`; the most secure one that can be set up, or `unknown`",
                ),
                write="protocol: …",
            )


RULE = Rule(
    name="interface-without-protocol",
    says="each interface says its network protocol",
    weight=Weight.BLOCKING,
    find=find,
)
