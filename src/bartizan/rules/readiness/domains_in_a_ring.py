"""Trust domains that lie inside one another in a ring."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import quoted


def find(page: Page) -> Iterator[Found]:
    """Yield each ring once, at its domain that the page names first."""
    domains = page.architecture.trust_domains
    settled: set[str] = set()
    for start in domains:
        walked: list[str] = []
        at: str | None = start
        while at is not None and at in domains and at not in settled and at not in walked:
            walked.append(at)
            at = domains[at].inside
        if at is not None and at in walked:
            ring = walked[walked.index(at) :]
            yield Found(
                element=min(ring, key=list(domains).index),
                path=("trust-domains", ring[0], "inside"),
                message=f"the trust domains {quoted(ring)} lie inside one another in a ring"
                if len(ring) > 1
                else f"the trust domain `{ring[0]}` lies inside itself",
                help=("take away the `inside` of the outermost one",),
                also=tuple(("trust-domains", domain, "inside") for domain in ring[1:]),
            )
        settled.update(walked)


RULE = Rule(
    name="domains-in-a-ring",
    says="no trust domain lies inside itself",
    weight=Weight.BLOCKING,
    find=find,
)
