"""An external dependency of which nobody says what is taken for granted."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import called


def find(page: Page) -> Iterator[Found]:
    """Yield each dependency without an assumption; one that is `unknown` is a question for the review."""
    for dependency in page.architecture.external_dependencies.values():
        if not dependency.assumption:
            yield Found(
                element=dependency.id,
                path=("external-dependencies", dependency.id, "assumption"),
                message=f"the page does not say what is assumed of the external dependency {called(dependency)}",
                help=(
                    *(
                        ("the page only describes it; if that is the assumption, move it to `assumption:`",)
                        if dependency.description
                        else ()
                    ),
                    "say what has to be true of it for the service to be safe; `unknown` when nobody knows",
                ),
                write="assumption: …",
            )


RULE = Rule(
    name="dependency-without-assumption",
    says="each external dependency has its security assumption",
    weight=Weight.BLOCKING,
    find=find,
)
