"""A page that does not say of which release or version it is true."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page


def find(page: Page) -> Iterator[Found]:
    """Yield the missing release when there is no version either."""
    if page.architecture.release is None and page.architecture.version is None:
        yield Found(
            element="release",
            path=("release",),
            message="the page says neither release nor version, so nobody can tell later what was reviewed",
            help=("either of the two is enough",),
            write="release: …",
            under=(),
        )


RULE = Rule(
    name="release-unsaid",
    says="the page says which release or version it is about",
    weight=Weight.ADVICE,
    find=find,
)
