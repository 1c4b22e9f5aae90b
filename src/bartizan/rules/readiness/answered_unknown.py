"""An answer that nobody knew: settled for now, and worth asking in the review."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.texts import SECTIONS_WITHOUT_ELEMENTS, element_at
from bartizan.rules.readiness.words import quoted
from bartizan.source.nodes import Path

_ASKED_ELSEWHERE: tuple[Path, ...] = (("deployment",), ("deployment", "kind"))
"""The sort of deployment: not to know it blocks a review."""


def find(page: Page) -> Iterator[Found]:
    """Yield each element with answers that are `unknown`, and each part of the page itself."""
    by_element: dict[tuple[str, str], list[Path]] = defaultdict(list)
    for path in page.unknowns:
        if path not in _ASKED_ELSEWHERE:
            by_element[str(path[0]), element_at(path)].append(path)
    for (section, element), paths in by_element.items():
        words = list(
            dict.fromkeys(_field(path) for path in paths if any(isinstance(step, str) for step in path[1:]))
        )
        yield Found(
            element=element,
            path=paths[0],
            message=f"nobody knows yet{_what(section, element, words)}",
            help=("bring it to the review: it blocks nothing until then",),
            also=tuple(paths[1:]),
        )


def _what(section: str, element: str, words: Sequence[str]) -> str:
    """Return what is not known, in words that complete "nobody knows yet"."""
    if words == [element]:
        return f" whether the control `{element}` is in place"
    if section != element:
        return f", for `{section}/{element}`: {quoted(words)}"
    return f", for `{section}`: {quoted(words)}" if words else f" what to say of `{section}`"


def _field(path: Path) -> str:
    """Return the word of the field that is not known."""
    behind = 1 if path[0] in SECTIONS_WITHOUT_ELEMENTS else 2
    words = [step for step in path[behind:] if isinstance(step, str)]
    return "/".join(words) or str(path[1])


RULE = Rule(
    name="answered-unknown",
    says="what nobody knew when the page was written is asked in the review",
    weight=Weight.ADVICE,
    find=find,
)
