"""A page that says it is ready for review while something blocks it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence

from bartizan.model.page import Status
from bartizan.model.shapes import ID
from bartizan.rules.readiness.gap import Found, Gap, RuleAboutGaps, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import quoted


def find(page: Page, gaps: Sequence[Gap], waivable: Sequence[str]) -> Iterator[Found]:
    """Yield one gap when the status is *ready for review* and a blocking gap is neither closed nor waived."""
    blocking = Counter(gap.rule for gap in gaps if gap.blocks)
    if page.architecture.status is Status.READY and blocking:
        count = sum(blocking.values())
        waive = next((gap for gap in gaps if gap.blocks and gap.rule in waivable), None)
        yield Found(
            element="status",
            path=("status",),
            message=f"the page says that it is ready for review, and {count} blocking "
            f"{'gap is' if count == 1 else 'gaps are'} open: {quoted(list(blocking), most=5)}",
            help=(
                "close them or set `status: draft`",
                *((_as_waiver(page, waive),) if waive else ()),
            ),
        )


def _as_waiver(page: Page, gap: Gap) -> str:
    """Say which line accepts a gap for now, whole, so that it can be pasted."""
    waiver = f"{{gap: {gap.rule}, element: {_scalar(gap.element)}, because: …, until: …}}"
    if page.architecture.waivers:
        return f"what is accepted for now needs a waiver: add `- {waiver}` under `waivers:`"
    return f"what is accepted for now needs a waiver: write `waivers: [{waiver}]`"


def _scalar(text: str) -> str:
    """Return a text as YAML takes it within braces; what is not plainly a word stands in quotation marks."""
    return text if ID.fullmatch(text) else json.dumps(text, ensure_ascii=False)


RULE = RuleAboutGaps(
    name="ready-but-blocked",
    says="a page that says it is ready has no blocking gap",
    weight=Weight.BLOCKING,
    find=find,
)
