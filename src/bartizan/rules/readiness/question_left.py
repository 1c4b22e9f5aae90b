"""A question that somebody left in the page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.texts import Written
from bartizan.rules.readiness.words import quoted

_QUOTED = re.compile(r"``[^`]*``|`[^`]*`|\"[^\"\n]*\"|“[^”\n]*”|https?://\S+")
_MARK = re.compile(r"\?(?=[\s)*\]]|$)")
_SENTENCE_END = re.compile(r"[.?!:;](?=\s)|\n[ \t]*\n")
_LONGEST = 300
"""A question is cut at this many characters before its mark; nobody asks longer ones."""
_NOT_YET = re.compile(
    r"\b(?:is|are|has|have)? ?not (?:yet|been) (?:known|decided|documented|clear|understood|agreed)\b",
    re.IGNORECASE,
)
_SKIPPED = frozenset(
    {"abuse-cases", "notes", "use-cases", "waivers", "variants", "service", "resources", "figures"}
)
"""Sections whose questions are meant: what might an attacker want? Is the token valid? Or that are asked for elsewhere."""


def find(page: Page) -> Iterator[Found]:
    """Yield each element with a question in its texts, at the first of them."""
    by_element: dict[str, list[tuple[Written, str]]] = defaultdict(list)
    for written in page.texts:
        question = None if written.path[0] in _SKIPPED else question_in(written.text)
        if question:
            by_element[written.element].append((written, question))
    for element, found in by_element.items():
        questions = quoted([question for _, question in found], most=3)
        yield Found(
            element=element,
            path=found[0][0].path,
            message=f"a question was left in the page: {questions}",
            help=("answer it, or bring it to the review and say here who was asked",),
            also=tuple(written.path for written, _ in found[1:]),
        )


def question_in(text: str) -> str | None:
    """Return the first question that a text asks, or the words with which it says that something is open."""
    bare = _QUOTED.sub(lambda match: " " * len(match[0]), text[:20_000])
    for mark in _MARK.finditer(bare):
        before = bare[max(0, mark.start() - _LONGEST) : mark.start()]
        ends = [end.end() for end in _SENTENCE_END.finditer(before)]
        start = mark.start() - len(before) + (ends[-1] if ends else 0)
        question = " ".join(text[start : mark.end()].replace("*", "").strip("- \n").split())
        if re.search(r"\w", question):
            return question
    open_ = _NOT_YET.search(bare)
    return open_[0].strip() if open_ else None


RULE = Rule(
    name="question-left",
    says="the page answers its own questions",
    weight=Weight.ADVICE,
    find=find,
)
