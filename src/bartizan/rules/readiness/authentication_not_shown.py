"""Use cases in which nobody ever says who they are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bartizan.model.step import Step
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.step_without_interface import interfaces_of

_AUTHENTICATES = re.compile(
    r"\b(?:auth[a-z]*|log[- ]?[io]n|logon|sign[- ]?in|credentials?|passwords?|tokens?|client certificates?|identity)\b",
    re.IGNORECASE,
)
"""How a step says that it authenticates."""


def find(page: Page) -> Iterator[Found]:
    """Yield one gap when there are steps and none of them authenticates anybody."""
    steps = [step for use_case in page.architecture.use_cases.values() for step in use_case.steps]
    if steps and not any(_authenticates(page, step) for step in steps):
        yield Found(
            element="use-cases",
            path=("use-cases",),
            message="no step of a use case shows how anybody is authenticated",
            help=(
                "add the steps in which somebody logs in or a token is checked",
                "or say at the interfaces what is shown: `request-credentials:`",
            ),
        )


def _authenticates(page: Page, step: Step) -> bool:
    interfaces = [page.architecture.interfaces.get(id_) for id_ in interfaces_of(page, step)]
    if any(each and set(each.request_credentials) - {"nothing", "unknown"} for each in interfaces):
        return True
    if any(carried.asset in page.shown for carried in step.carries):
        return True
    return _AUTHENTICATES.search(step.text or "") is not None


RULE = Rule(
    name="authentication-not-shown",
    says="the use cases show how somebody is authenticated",
    weight=Weight.ADVICE,
    find=find,
)
