"""A reference architecture without a link, or a simple deployment without a reason."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.model.page import Deployment, DeploymentKind
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.source.nodes import Path


def find(page: Page) -> Iterator[Found]:
    """Yield what explains the kind of deployment, where it is not said."""
    deployment = page.architecture.deployment
    if deployment is None:
        return
    if deployment.kind is DeploymentKind.REFERENCE and not deployment.reference:
        yield Found(
            element="deployment",
            path=("deployment", "reference"),
            message="the page follows a reference architecture and does not link it",
            help=("link it, so that the reviewers can hold the page against it",),
            write=_written(deployment, 'reference: "https://…"'),
            under=_under(deployment),
        )
    if deployment.kind is DeploymentKind.SIMPLEST and not deployment.because:
        yield Found(
            element="deployment",
            path=("deployment", "because"),
            message="the page describes the simplest deployment and does not say why",
            help=("the process asks for best practice; say why that cannot be described",),
            write=_written(deployment, "because: …"),
            under=_under(deployment),
        )


def _written(deployment: Deployment, field: str) -> str:
    """Return the field, or the whole where the page says its kind in one word."""
    kind = deployment.kind.value if deployment.kind else ""
    return field if _under(deployment) else f"deployment: {{kind: {kind}, {field}}}"


def _under(deployment: Deployment) -> Path:
    return () if deployment == Deployment(kind=deployment.kind) else ("deployment",)


RULE = Rule(
    name="deployment-unexplained",
    says="a reference architecture is linked, and a simplest deployment has its reason",
    weight=Weight.BLOCKING,
    find=find,
)
