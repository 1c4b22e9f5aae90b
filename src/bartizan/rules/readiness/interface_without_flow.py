"""An interface that no use case goes over."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.step_without_interface import interfaces_of
from bartizan.rules.readiness.words import interface_called


def find(page: Page) -> Iterator[Found]:
    """Yield each interface under review without a step, on a page that has steps at all, unless it says why."""
    steps = [step for use_case in page.architecture.use_cases.values() for step in use_case.steps]
    if not steps:
        return
    used = {id_ for step in steps if len(found := interfaces_of(page, step)) == 1 for id_ in found}
    for interface in page.interfaces:
        if interface.id not in used and interface.without_use_case is None:
            yield Found(
                element=interface.id,
                path=("interfaces", interface.id),
                message=f"no use case goes over {interface_called(page, interface)}",
                help=(f"add a step that ends with [{interface.id}], or say why there is none",),
                write="without-use-case: …",
                under=("interfaces", interface.id),
            )


RULE = Rule(
    name="interface-without-flow",
    says="each interface is used in some use case, or says why not",
    weight=Weight.ADVICE,
    find=find,
)
