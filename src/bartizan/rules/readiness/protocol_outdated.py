"""A protocol that its own makers have given up."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.knowledge.protocols import Status, protocol_name
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import interface_called, listed, short

_OUTDATED = {Status.DEPRECATED, Status.PROHIBITED}


def find(page: Page) -> Iterator[Found]:
    """Yield each interface with a protocol that is deprecated or prohibited."""
    for interface in page.interfaces:
        spoken = page.spoken(interface)
        outdated = [part for part in (spoken.parts if spoken else ()) if part.status in _OUTDATED]
        if outdated:
            names = listed([f"`{part.name}` ({part.status.value}, {part.source})" for part in outdated])
            written = short(protocol_name(interface.protocol))
            as_written = "" if f"`{written}`" in names else f", written `{written}`"
            yield Found(
                element=interface.id,
                path=("interfaces", interface.id, "protocol"),
                message=f"{interface_called(page, interface)} uses {names}{as_written}",
                help=(
                    *(part.says for part in outdated if part.says),
                    "name the protocol that a best-practice deployment uses, or say in `description:` why not",
                ),
            )


RULE = Rule(
    name="protocol-outdated",
    says="no interface uses a protocol that is deprecated or prohibited",
    weight=Weight.ADVICE,
    find=find,
)
