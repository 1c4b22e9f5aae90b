"""Something planned of which nobody says what it will be."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.model.references import section
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page, future
from bartizan.rules.readiness.words import called

_WORDS = {"trust-domains": "trust domain", "components": "component", "interfaces": "interface"}


def find(page: Page) -> Iterator[Found]:
    """Yield each future trust domain, component and interface without a description; a name is enough for an interface."""
    for section_name, word in _WORDS.items():
        for element in section(page.architecture, section_name).values():
            described = element.description or (section_name == "interfaces" and element.name)
            if future(element) and not described:
                yield Found(
                    element=element.id,
                    path=(section_name, element.id, "description"),
                    message=f"the future {word} {called(element)} is not described",
                    help=("say in a sentence what is planned, so that the reviewers can think ahead",),
                    write="description: …",
                )


RULE = Rule(
    name="future-undescribed",
    says="what is planned is described",
    weight=Weight.ADVICE,
    find=find,
)
