"""A page that does not say how far it is."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page


def find(page: Page) -> Iterator[Found]:
    """Yield the missing status."""
    if page.architecture.status is None:
        yield Found(
            element="status",
            path=("status",),
            message="the page does not say how far it is",
            help=("write `draft` while it grows, `ready for review` when no blocking gap is left",),
            write="status: draft",
            under=(),
        )


RULE = Rule(name="status-unsaid", says="the page says how far it is", weight=Weight.ADVICE, find=find)
