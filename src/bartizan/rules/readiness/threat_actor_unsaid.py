"""A page that does not say whom the service is defended against."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page, in_scope
from bartizan.rules.readiness.words import called


def find(page: Page) -> Iterator[Found]:
    """Yield one gap when there is no threat actor, and each that has nothing but a name."""
    actors = page.architecture.threat_actors
    if not actors:
        yield Found(
            element="threat-actors",
            path=("threat-actors",),
            message="the page does not say whom the service is defended against, and whom not",
            help=(
                "name who may attack and where they stand",
                "`in-scope: no` with `because:` for whom it is not defended against",
            ),
            write="threat-actors: {…: {at: …}}",
            under=(),
        )
    for actor in actors.values():
        known = actor.id in page.architecture.components or actor.at or actor.holds or actor.description
        if not known and in_scope(actor):
            yield Found(
                element=actor.id,
                path=("threat-actors", actor.id),
                message=f"the threat actor {called(actor)} says neither where they stand nor who they are",
                help=(
                    "the trust domain or the component where they begin; what they hold, such as an account",
                ),
                write="at: …",
                under=("threat-actors", actor.id),
            )


RULE = Rule(
    name="threat-actor-unsaid",
    says="the page says whom the service is defended against, and whom not",
    weight=Weight.ADVICE,
    find=find,
)
