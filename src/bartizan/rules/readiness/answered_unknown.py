"""An answer that nobody knew: settled for now, and worth asking in the review."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.texts import SECTIONS_WITHOUT_ELEMENTS, element_at
from bartizan.rules.readiness.words import quoted
from bartizan.source.nodes import Path


def find(page: Page) -> Iterator[Found]:
    """Yield each element with answers that are `unknown`; those of the page itself have rules of their own."""
    by_element: dict[tuple[str, str], list[Path]] = defaultdict(list)
    for path in page.unknowns:
        if path[0] not in SECTIONS_WITHOUT_ELEMENTS and len(path) > 1:
            by_element[str(path[0]), element_at(path)].append(path)
    for (section, element), paths in by_element.items():
        words = list(dict.fromkeys(_field(path) for path in paths))
        yield Found(
            element=element,
            path=paths[0],
            message=f"nobody knows yet, for `{section}/{element}`: {quoted(words)}" if words != [element] else
            f"nobody knows yet whether the control `{element}` is in place",
            help=("bring it to the review: it blocks nothing until then",),
            also=tuple(paths[1:]),
        )  # fmt: skip


def _field(path: Path) -> str:
    """Return the word of the field that is not known."""
    words = [step for step in path[2:] if isinstance(step, str)]
    return "/".join(words) or str(path[1])


RULE = Rule(
    name="answered-unknown",
    says="what nobody knew when the page was written is asked in the review",
    weight=Weight.ADVICE,
    find=find,
)
