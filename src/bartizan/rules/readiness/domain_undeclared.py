"""A trust domain that exists only because something names it."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.model.names import readable
from bartizan.model.references import references
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import listed
from bartizan.source.nodes import Path


def find(page: Page) -> Iterator[Found]:
    """Yield each domain that is used and not declared, at the first place that names it."""
    used: dict[str, list[Path]] = {}
    for reference in references(page.architecture):
        declared = (
            reference.id in page.architecture.trust_domains or reference.id in page.architecture.components
        )
        if reference.by_use and not declared:
            used.setdefault(reference.id, []).append(reference.path)
    for domain, paths in used.items():
        elements = list(dict.fromkeys(f"`{path[1]}`" for path in paths))
        by = listed([*elements[:3], f"{len(elements) - 3} more"] if len(elements) > 3 else elements)
        yield Found(
            element=domain,
            path=paths[0],
            message=f"the trust domain `{domain}`, named by {by}, is not declared, so it is drawn as any network",
            help=("say whether it is a `network`, a `group` of components, or a `third party`",),
            write=f"{domain}: {{name: {readable(domain)}, kind: network}}",
            under=("trust-domains",),
        )


RULE = Rule(
    name="domain-undeclared",
    says="each trust domain is declared",
    weight=Weight.ADVICE,
    find=find,
)
