"""A page that does not say what an attacker might want from the service."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import called


def find(page: Page) -> Iterator[Found]:
    """Yield one gap when there is no abuse case, and each that says neither what is done nor what it is aimed at."""
    cases = page.architecture.abuse_cases
    if not cases:
        yield Found(
            element="abuse-cases",
            path=("abuse-cases",),
            message="the page names no abuse case: what might an attacker want to use the service for?",
            help=(
                "two or three are enough, the review finds more: what would they take, break, or attack next from here?",
            ),
            write="abuse-cases: {…: …}",
            under=(),
        )
    for case in cases.values():
        if case.description is None and not case.targets and not case.actors:
            yield Found(
                element=case.id,
                path=("abuse-cases", case.id, "description"),
                message=f"the abuse case {called(case)} says neither what the attacker does nor who and at what",
                help=("one sentence, or `targets:` and `actors:`",),
                write="description: …",
            )


RULE = Rule(
    name="abuse-case-unsaid",
    says="the page says what an attacker might want from the service",
    weight=Weight.ADVICE,
    find=find,
)
