"""A third party's network without the third party's name."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.model.trust_domain import DomainKind
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page


def find(page: Page) -> Iterator[Found]:
    """Yield each domain of a third party without a name."""
    for domain in page.architecture.trust_domains.values():
        if domain.kind is DomainKind.THIRD_PARTY and not domain.name:
            yield Found(
                element=domain.id,
                path=("trust-domains", domain.id, "name"),
                message=f"the trust domain `{domain.id}` is a third party's and does not say whose",
                help=("the third party's name stands on the boundary",),
                write="name: …",
            )


RULE = Rule(
    name="third-party-unnamed",
    says="a third party's boundary carries that third party's name",
    weight=Weight.ADVICE,
    find=find,
)
