"""A page on which no trust boundary can be drawn."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page


def find(page: Page) -> Iterator[Found]:
    """Yield the missing boundary when the components lie in fewer than two trust domains."""
    domains = dict.fromkeys(page.domains.values())
    if not page.architecture.components or len(domains) > 1:
        return
    if domains:
        message = f"all components are in one trust domain, `{next(iter(domains))}`, so the page shows no trust boundary"
        help_ = "put people, other services and third parties into domains of their own"
    else:
        message = "no component says in which trust domain it is, so the page shows no trust boundary"
        help_ = (
            "give each component the domain of those it shares privileges with, such as `domain: internet`"
        )
    yield Found(
        element="trust-domains",
        path=("trust-domains",),
        message=message,
        help=(help_,),
        write="trust-domains: {…: {kind: network}}" if not page.architecture.trust_domains else "",
        under=(),
    )


RULE = Rule(
    name="no-trust-boundary",
    says="the page shows the boundaries between trust domains",
    weight=Weight.BLOCKING,
    find=find,
)
