"""A component of which nobody here knows what it is, so that it is drawn as a plain rectangle."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.knowledge.kinds import kinds, nearest_kind
from bartizan.knowledge.technologies import nearest_technology
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page, bare
from bartizan.rules.readiness.words import called, quoted, short


def find(page: Page) -> Iterator[Found]:
    """Yield each component whose kind or technology we do not know, or that says neither and is not asked elsewhere."""
    asked_for_technology = {component.id for component in page.parts}
    for component in page.architecture.components.values():
        if page.kinds[component.id] or bare(component) or "unknown" in {component.kind, component.technology}:
            continue
        if component.kind:
            close = nearest_kind(component.kind)
            message = f"component {called(component)} is a `{short(component.kind)}`, which is not a kind known here"
            help_ = (
                f"did you mean `{close}`?" if close else f"known kinds: {quoted(tuple(kinds()), 'or', 60)}"
            )
            key = "kind"
        elif component.technology:
            close = nearest_technology(component.technology)
            message = f"what `{short(component.technology)}` makes of component {called(component)} is not known here"
            help_ = (
                f"did you mean `{close}`?"
                if close
                else "say its kind: process, database, queue, file, service …"
            )
            key = "technology"
        elif component.id not in asked_for_technology:
            message = f"component {called(component)} does not say what it is"
            help_, key = "say its kind: process, database, queue, file, service …", "kind"
        else:
            continue
        yield Found(
            element=component.id,
            path=("components", component.id, key),
            message=message,
            help=(help_, "until then it is drawn as a rectangle, and nothing follows from what it is"),
            write="kind: …" if not component.kind else "",
        )


RULE = Rule(
    name="component-kind-unknown",
    says="each component is of a kind that has a standard shape",
    weight=Weight.ADVICE,
    find=find,
)
