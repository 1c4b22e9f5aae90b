"""An interface that crosses a trust boundary or is not encrypted, and does not say how much that matters."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.knowledge.protocols import Gives
from bartizan.model.interface import Interface
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page, carried_by
from bartizan.rules.readiness.words import interface_called, listed

PROPERTIES = ("confidentiality", "integrity", "availability")


def find(page: Page) -> Iterator[Found]:
    """Yield each interface that a review looks at first and whose requirements do not follow from what it carries."""
    for interface in page.remote:
        if not reviewed_first(page, interface) or carries_listed(page, interface):
            continue
        missing = [each for each in PROPERTIES if getattr(interface, each) is None]
        if missing:
            yield Found(
                element=interface.id,
                path=("interfaces", interface.id, missing[0]),
                message=f"{interface_called(page, interface)} does not say how much its {listed(missing)} matter"
                + ("s" if len(missing) == 1 else ""),
                help=(
                    "none, low, medium, high or a label of your own",
                    "it follows too from the data assets it carries, once they are listed",
                ),
                write="\n".join(f"{each}: …" for each in missing),
            )


def reviewed_first(page: Page, interface: Interface) -> bool:
    """Whether an interface crosses a trust boundary or does not surely encrypt: what the list template asks to list."""
    spoken = page.spoken(interface)
    return page.crosses(interface) is True or spoken is None or spoken.encryption is not Gives.YES


def carries_listed(page: Page, interface: Interface) -> bool:
    """Whether an interface carries a data asset that the page lists: what it says of that is true of the interface."""
    return any(carried.asset in page.architecture.data_assets for _, carried in carried_by(interface))


RULE = Rule(
    name="interface-requirement-unsaid",
    says="an interface that crosses a boundary or is not encrypted says its requirements",
    weight=Weight.ADVICE,
    find=find,
)
