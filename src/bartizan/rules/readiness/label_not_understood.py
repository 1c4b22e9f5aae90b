"""A label for how much something matters that looks mistyped."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.knowledge.levels import level, nearest_label
from bartizan.model.references import section
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.interface_requirement_unsaid import PROPERTIES
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import called, listed, short

_WORDS = {"interfaces": "interface", "data-assets": "data asset"}


def find(page: Page) -> Iterator[Found]:
    """Yield each element with a label near to a known one; labels of one's own are nobody's mistake."""
    for section_name, word in _WORDS.items():
        for element in section(page.architecture, section_name).values():
            meant = {
                each: close
                for each in PROPERTIES
                if (label := getattr(element, each)) and not level(label) and (close := nearest_label(label))
            }
            if meant:
                labels = listed([f"`{each}: {short(getattr(element, each))}`" for each in meant])
                yield Found(
                    element=element.id,
                    path=(section_name, element.id, next(iter(meant))),
                    message=f"{word} {called(element)} says {labels}, which is no level known here",
                    help=(
                        f"did you mean {listed([f'`{close}`' for close in meant.values()])}?",
                        "a label of your own is kept and printed, and nothing follows from it",
                    ),
                )


RULE = Rule(
    name="label-not-understood",
    says="labels for how much something matters are spelt as usual",
    weight=Weight.ADVICE,
    find=find,
)
