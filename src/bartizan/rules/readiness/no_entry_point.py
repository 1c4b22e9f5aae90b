"""A page on which nothing comes in from outside."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page


def find(page: Page) -> Iterator[Found]:
    """Yield one gap when every interface is known to be reachable from inside only."""
    interfaces = page.interfaces
    if (
        len(set(page.domains.values())) > 1
        and interfaces
        and all(page.is_entry_point(each) is False for each in interfaces)
    ):
        yield Found(
            element="interfaces",
            path=("interfaces",),
            message="no interface can be reached from outside of the service's own trust domains, so there is no entry point",
            help=(
                "if users or other services connect, show them as components in trust domains of their own",
                "if one can be reached from outside although both ends lie inside, mark it with `entry-point: yes`",
            ),
        )


RULE = Rule(
    name="no-entry-point",
    says="the entry points of the service are known",
    weight=Weight.ADVICE,
    find=find,
)
