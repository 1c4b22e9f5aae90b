"""A trust domain that does not say what it is made of."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import called


def find(page: Page) -> Iterator[Found]:
    """Yield each declared domain without a kind."""
    for domain in page.architecture.trust_domains.values():
        if domain.kind is None:
            yield Found(
                element=domain.id,
                path=("trust-domains", domain.id, "kind"),
                message=f"the trust domain {called(domain)} does not say whether it is a network, a group or a third party's",
                help=(
                    "a network is drawn dashed, a group of components dotted, a third party's with its name",
                ),
                write="kind: network",
            )


RULE = Rule(
    name="domain-without-kind",
    says="each trust domain is a network, a group of components or a third party's",
    weight=Weight.ADVICE,
    find=find,
)
