"""An interface of which nobody says what a successful attack on it would mean."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.model.page import Template
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.interface_requirement_unsaid import carries_listed, reviewed_first
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import interface_called


def find(page: Page) -> Iterator[Found]:
    """Yield each interface that crosses a boundary or does not encrypt, without impact.

    On a page that follows the list template a note is enough, since that is how the published reviews wrote it; on a
    new page, the impact analysis of the data assets that it carries.
    """
    if not page.asks_for(Template.LIST):
        return
    for interface in page.remote:
        new = page.architecture.template is None
        follows = carries_listed(page, interface) if new else bool(interface.notes)
        if interface.impact is None and reviewed_first(page, interface) and not follows:
            yield Found(
                element=interface.id,
                path=("interfaces", interface.id, "impact"),
                message=f"{interface_called(page, interface)} does not say what a successful attack on it would mean",
                help=("a sentence for each of confidentiality, integrity and availability that matters",),
                write="impact: {confidentiality: …, integrity: …, availability: …}",
            )


RULE = Rule(
    name="interface-without-impact",
    says="an interface that crosses a boundary or is not encrypted says what an attack on it would mean",
    weight=Weight.ADVICE,
    find=find,
)
