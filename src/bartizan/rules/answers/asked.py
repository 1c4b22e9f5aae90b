"""Says how many questions there are to answer, and what to write on the page to answer one."""

from __future__ import annotations

from collections.abc import Sequence

from bartizan.rules.answers.questions import RankedQuestion
from bartizan.source.nodes import Path


def questions_in_words(questions: Sequence[RankedQuestion], other: str = "") -> str:
    """Return how many questions there are, with `other` before the noun, and how many of them pages rarely answer."""
    plain = sum(not each.far for each in questions)
    far = len(questions) - plain
    if other and far and not plain:
        return f"{far} {other} question{'s' * (far != 1)} that pages rarely answer"
    noun = f"{other} question" if other else "question"
    said = f"{plain} {noun}{'s' * (plain != 1)}"
    return f"{said}, and {far} that pages rarely answer" if far else said


def to_write(path: Path) -> str:
    """Return the keys under which an answer is written, from the outermost in; places in a list are left out."""
    return ": ".join(str(each) for each in path if not isinstance(each, int))
