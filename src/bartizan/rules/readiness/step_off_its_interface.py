"""A step of a use case that names an interface between other components."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.model.step import Step
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import called, end_called, interface_called


def find(page: Page) -> Iterator[Found]:
    """Yield each use case with steps whose ends are not the ends of the interface they name."""
    for use_case in page.architecture.use_cases.values():
        off = [at for at, step in enumerate(use_case.steps) if _is_off(page, step)]
        if off:
            step = use_case.steps[off[0]]
            interface = page.architecture.interfaces[step.interface or ""]
            between = page.between.get(frozenset({step.sender or "", step.receiver or ""}), ())
            close = (
                f"perhaps interface {' or '.join(f'`{id_}`' for id_ in between[:3])} is meant"
                if between
                else ""
            )
            yield Found(
                element=use_case.id,
                path=("use-cases", use_case.id, "steps", off[0], "interface"),
                message=f"step {off[0] + 1} of use case {called(use_case)} goes from {end_called(page, step.sender)} to "
                f"{end_called(page, step.receiver)} over {interface_called(page, interface)}",
                help=(
                    *((close,) if close else ()),
                    "name the interface that connects the two, or the two that it connects",
                ),
                also=tuple(("use-cases", use_case.id, "steps", at, "interface") for at in off[1:]),
            )


def _is_off(page: Page, step: Step) -> bool:
    """Whether a step's interface is known to connect others; a host may stand for what runs on it."""
    interface = page.architecture.interfaces.get(step.interface or "")
    if interface is None or not (
        step.sender and step.receiver and interface.requestor and interface.listener
    ):
        return False
    ends = (step.sender, step.receiver)
    straight = _same(page, ends[0], interface.requestor) and _same(page, ends[1], interface.listener)
    back = _same(page, ends[0], interface.listener) and _same(page, ends[1], interface.requestor)
    return not straight and not back


def _same(page: Page, one: str, other: str) -> bool:
    return one == other or page.hosts.get(one) == other or page.hosts.get(other) == one


RULE = Rule(
    name="step-off-its-interface",
    says="a step of a use case goes over an interface between its two ends",
    weight=Weight.BLOCKING,
    find=find,
)
