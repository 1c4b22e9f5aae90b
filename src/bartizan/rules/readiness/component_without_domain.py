"""A component of which nobody says on which side of the boundaries it is."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page, bare
from bartizan.rules.readiness.words import called, quoted


def find(page: Page) -> Iterator[Found]:
    """Yield each component without a domain, on a page where some have one."""
    if not page.domains:
        return
    choices = quoted(tuple(dict.fromkeys(page.domains.values())), "or")
    for component in page.architecture.components.values():
        users = (*component.read_by, *component.written_by)
        follows = component.id in page.domains or component.id in page.hosts or len(users) > 0
        if not follows and component.domain is None and not bare(component):
            yield Found(
                element=component.id,
                path=("components", component.id, "domain"),
                message=f"component {called(component)} does not say in which trust domain it is",
                help=(f"one of {choices}, a new one, or `unknown` when nobody knows",),
                write="domain: …",
            )


RULE = Rule(
    name="component-without-domain",
    says="each component is in a trust domain",
    weight=Weight.BLOCKING,
    find=find,
)
