"""A number of instances that is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.placeholder_left import placeholder_in
from bartizan.rules.readiness.words import called, short
from bartizan.source.suggest import nearest

_NUMBER_WORDS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozens", "hundreds",
    "thousands",
)  # fmt: skip
_QUANTITIES = ("many", "several", "few", "multiple", "unknown")
_SAYS_HOW_MANY = re.compile(
    r"(?:(?:[<>]=?|[≤≥~≈]|at least|at most|up to|about|around|more than|fewer than|less than|a)\s*)?"
    rf"(?:\d[\d,_' ]*|(?:{'|'.join((*_NUMBER_WORDS, *_QUANTITIES))})\b)"
    r"(?:\s*(?:-|–|\.\.|to\b|or\b)\s*(?:\d[\d,_' ]*|more\b|many\b)|\+)?"
    r"(?:(?:\s|[(,;/x×]).*)?",
    re.IGNORECASE | re.DOTALL,
)
"""A number or a word for one, a limit or a range, and words behind it that say of what."""


def find(page: Page) -> Iterator[Found]:
    """Yield each component whose instances are neither a number nor a word for one."""
    for component in page.architecture.components.values():
        said = (component.instances or "").strip()
        if not said or _SAYS_HOW_MANY.fullmatch(said[:200]) or placeholder_in(said):
            continue
        close = nearest(said, _QUANTITIES)
        yield Found(
            element=component.id,
            path=("components", component.id, "instances"),
            message=f"component {called(component)} says `instances: {short(said)}`, which is no number",
            help=(
                *((f"did you mean `{close}`?",) if close else ()),
                "a number, `>200`, `2-5` or `many`, with words behind it where they help: `3 per region`",
            ),
        )


RULE = Rule(
    name="instances-not-understood",
    says="the number of instances is a number, or `many`",
    weight=Weight.ADVICE,
    find=find,
)
