"""A component that does not say whether it runs on the cloud, under it or outside of it, on a page where others do."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.model.page import Template
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import called


def find(page: Page) -> Iterator[Found]:
    """Yield each part of the service without a placement, where the page follows the template that labels components so."""
    some_do = any(component.placement for component in page.architecture.components.values())
    if not some_do and page.architecture.template is not Template.TABLE:
        return
    for component in page.parts:
        kind = page.kinds[component.id]
        if not component.placement and (kind is None or kind.software):
            yield Found(
                element=component.id,
                path=("components", component.id, "placement"),
                message=f"component {called(component)} does not say where in a cloud it runs",
                help=("`I-C` in hosted instances on the cloud, `U-C` under the cloud, `O-C` outside of it",),
                write="placement: …",
            )


RULE = Rule(
    name="placement-unsaid",
    says="each component says where in a cloud it runs, where the page labels components so",
    weight=Weight.ADVICE,
    find=find,
)
