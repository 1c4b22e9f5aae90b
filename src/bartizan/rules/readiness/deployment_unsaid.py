"""A page that does not say what sort of deployment it describes."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.model.page import Deployment, DeploymentKind
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page


def find(page: Page) -> Iterator[Found]:
    """Yield the missing kind of deployment."""
    deployment = page.architecture.deployment or Deployment()
    if deployment.kind in {None, DeploymentKind.UNKNOWN}:
        short = deployment == Deployment(kind=deployment.kind)
        yield Found(
            element="deployment",
            path=("deployment",) if short else ("deployment", "kind"),
            message="the page does not say whether it describes a best-practice deployment",
            help=(
                "the review wants best practice, not the simplest possible deployment",
                "or `reference architecture` with its link, or `simplest` with the reason",
            ),
            write="deployment: best practice" if short else "kind: best practice",
            under=() if short else ("deployment",),
        )


RULE = Rule(
    name="deployment-unsaid",
    says="the page says which sort of deployment it describes, at best a best-practice one",
    weight=Weight.BLOCKING,
    find=find,
)
