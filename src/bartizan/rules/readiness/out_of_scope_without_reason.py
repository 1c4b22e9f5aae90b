"""Something that is taken out of the review without a word why."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.model.references import section
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page, in_scope
from bartizan.rules.readiness.words import called

_WORDS = {
    "components": "component",
    "interfaces": "interface",
    "data-assets": "data asset",
    "threat-actors": "threat actor",
}


def find(page: Page) -> Iterator[Found]:
    """Yield each element out of scope without a reason; for somebody else's component its owner or its own page is one."""
    for section_name, word in _WORDS.items():
        for element in section(page.architecture, section_name).values():
            if in_scope(element) or element.because or _reason_follows(page, element):
                continue
            yield Found(
                element=element.id,
                path=(section_name, element.id, "because"),
                message=f"{word} {called(element)} is out of scope and the page does not say why",
                help=("what nobody looks at is where attackers look: one sentence is enough",),
                write="because: …",
            )


def _reason_follows(page: Page, element: object) -> bool:
    id_ = getattr(element, "id", "")
    kind = page.kinds.get(id_)
    somebody_elses = getattr(element, "owner", None) or getattr(element, "service", None)
    return bool(
        somebody_elses
        or (id_ in page.architecture.components and id_ in page.architecture.external_dependencies)
        or (kind and kind.name == "external-service")
    )


RULE = Rule(
    name="out-of-scope-without-reason",
    says="what is out of scope says why",
    weight=Weight.ADVICE,
    find=find,
)
