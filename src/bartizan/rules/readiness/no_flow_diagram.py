"""A page without a data flow diagram and without a sequence diagram."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bartizan.knowledge.words import words_of
from bartizan.model.page import Figure
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page

_FLOW_WORDS = frozenset({"sequence", "dfd", "dfds", "flow", "flows", "dataflow", "dataflows"})


def find(page: Page) -> Iterator[Found]:
    """Yield one gap when no use case has steps and no figure shows a flow."""
    architecture = page.architecture
    if any(each.steps for each in architecture.use_cases.values()) or any(
        map(_is_flow, architecture.figures)
    ):
        return
    named = next(iter(architecture.use_cases), None)
    yield Found(
        element="use-cases",
        path=("use-cases",),
        message="the page has neither a data flow diagram nor a sequence diagram",
        help=(
            "type the steps of a common operation, one a line: `Client->API: store a secret [1]`; both diagrams are drawn from them",
            "or name a picture under `figures`, with `section: Sequence diagrams`",
        ),
        write='steps: ["…->…: … [1]"]' if named else 'use-cases: {…: {steps: ["…->…: … [1]"]}}',
        under=("use-cases", named) if named else (),
    )


def _is_flow(figure: Figure) -> bool:
    texts = (figure.section, figure.caption, figure.file)
    words = {word for text in texts for word in words_of(re.sub(r"[-_.]", " ", text or ""))}
    return bool(words & _FLOW_WORDS)


RULE = Rule(
    name="no-flow-diagram",
    says="the page has a data flow diagram or a sequence diagram",
    weight=Weight.BLOCKING,
    find=find,
)
