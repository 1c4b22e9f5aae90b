"""A step of a use case for which the page has no interface, or several."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.model.step import Step
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import called, end_called, listed


def find(page: Page) -> Iterator[Found]:
    """Yield each use case with steps between two components that do not say over which interface."""
    for use_case in page.architecture.use_cases.values():
        unclear = [at for at, step in enumerate(use_case.steps) if _is_unclear(page, step)]
        if unclear:
            step = use_case.steps[unclear[0]]
            between = page.between.get(frozenset({step.sender or "", step.receiver or ""}), ())
            ends = f"{end_called(page, step.sender)} and {end_called(page, step.receiver)}"
            if between:
                message, help_ = (
                    f"several interfaces connect {ends}",
                    f"end the line with [{' or '.join(between[:4])}]",
                )
            else:
                message, help_ = f"no interface connects {ends}", "add the interface, or correct the names"
            numbers = listed([str(at + 1) for at in unclear])
            yield Found(
                element=use_case.id,
                path=("use-cases", use_case.id, "steps", unclear[0]),
                message=f"use case {called(use_case)} does not say over which interface step {numbers} goes: {message}",
                help=(help_,),
                also=tuple(("use-cases", use_case.id, "steps", at) for at in unclear[1:]),
            )


def _is_unclear(page: Page, step: Step) -> bool:
    if step.interface or not step.sender or not step.receiver or step.sender == step.receiver:
        return False
    return len(interfaces_of(page, step)) != 1 and not _reads_a_file(page, step)


def interfaces_of(page: Page, step: Step) -> tuple[str, ...]:
    """Return the interfaces that a step can go over: the one it names, else those between its ends."""
    if step.interface:
        return (step.interface,)
    return page.between.get(frozenset({step.sender or "", step.receiver or ""}), ())


def _reads_a_file(page: Page, step: Step) -> bool:
    """Whether one end is a file that the other reads or writes, or lies on it: no interface is drawn for that."""
    for one, other in ((step.sender, step.receiver), (step.receiver, step.sender)):
        component = page.architecture.components.get(one or "")
        if component and (
            other in {*component.read_by, *component.written_by} or page.hosts.get(one or "") == other
        ):
            return True
    return False


RULE = Rule(
    name="step-without-interface",
    says="each step of a use case between two components has its interface",
    weight=Weight.ADVICE,
    find=find,
)
