"""A step of a use case that does not say between whom data moves."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import called, listed


def find(page: Page) -> Iterator[Found]:
    """Yield each use case with steps that lack their sender, their receiver or both."""
    for use_case in page.architecture.use_cases.values():
        lacking = [at for at, step in enumerate(use_case.steps) if not step.sender or not step.receiver]
        if lacking:
            numbers = [str(at + 1) for at in lacking]
            word = "step" if len(lacking) == 1 else "steps"
            yield Found(
                element=use_case.id,
                path=("use-cases", use_case.id, "steps", lacking[0]),
                message=f"use case {called(use_case)} does not say from whom to whom data moves in {word} {listed(numbers)}",
                help=("both ends are ids of components; work within one is a step from it to itself",),
                also=tuple(("use-cases", use_case.id, "steps", at) for at in lacking[1:]),
            )


RULE = Rule(
    name="step-without-ends",
    says="each step of a use case goes from one component to another",
    weight=Weight.BLOCKING,
    find=find,
)
