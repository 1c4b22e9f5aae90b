"""A page without a summary of the controls that span components."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.model.names import fold
from bartizan.model.page import Template
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import listed

HEADINGS = ("Audit", "Authentication", "Authorization", "Availability", "Confidentiality", "Integrity")


def find(page: Page) -> Iterator[Found]:
    """Yield one gap for all headings without a word; the template itself asks whether to keep the section."""
    if not page.asks_for(Template.TABLE):
        return
    said = {fold(heading) for heading, text in page.architecture.summary_of_controls.items() if text}
    missing = [heading for heading in HEADINGS if fold(heading) not in said]
    if missing:
        yield Found(
            element="summary-of-controls",
            path=("summary-of-controls",),
            message=f"the summary of controls says nothing of {listed([heading.lower() for heading in missing])}",
            help=("a sentence or two for each: what spans several components and interfaces",),
            write="\n".join(f"{heading}: …" for heading in missing),
            under=("summary-of-controls",),
        )


RULE = Rule(
    name="summary-of-controls-missing",
    says="the page sums up the controls that span components",
    weight=Weight.ADVICE,
    find=find,
)
