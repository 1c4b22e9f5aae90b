"""A page that says it is ready for review while something blocks it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from bartizan.model.page import Status
from bartizan.rules.readiness.gap import Found, Gap, RuleAboutGaps, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import quoted


def find(page: Page, gaps: Sequence[Gap], waivable: Sequence[str]) -> Iterator[Found]:
    """Yield one gap when the status is *ready for review* and a blocking gap is neither closed nor waived."""
    blocking = Counter(gap.rule for gap in gaps if gap.blocks)
    if page.architecture.status is Status.READY and blocking:
        count = sum(blocking.values())
        waive = next((rule for rule in blocking if rule in waivable), None)
        yield Found(
            element="status",
            path=("status",),
            message=f"the page says that it is ready for review, and {count} blocking "
            f"{'gap is' if count == 1 else 'gaps are'} open: {quoted(list(blocking), most=5)}",
            help=(
                "close them or set `status: draft`",
                *(
                    (f"what is accepted for now needs a waiver: `{{gap: {waive}, because: …, until: …}}`",)
                    if waive
                    else ()
                ),
            ),
        )


RULE = RuleAboutGaps(
    name="ready-but-blocked",
    says="a page that says it is ready has no blocking gap",
    weight=Weight.BLOCKING,
    find=find,
)
