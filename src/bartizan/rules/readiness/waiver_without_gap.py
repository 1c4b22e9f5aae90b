"""A waiver for a gap that is closed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bartizan.rules.readiness.gap import Found, Gap, RuleAboutGaps, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.waivers import accepts, called, problem_with


def find(page: Page, gaps: Sequence[Gap], waivable: Sequence[str]) -> Iterator[Found]:
    """Yield each waiver that holds and accepts no gap of this page."""
    for at, waiver in enumerate(page.architecture.waivers):
        if problem_with(waiver, waivable, page.today) is None and not any(
            accepts(waiver, gap) for gap in gaps
        ):
            others = sorted({gap.element for gap in gaps if gap.rule == waiver.gap})
            yield Found(
                element=called(waiver),
                path=("waivers", at, "element" if others else "gap"),
                message=f"the waiver for `{called(waiver)}` has no gap to waive",
                help=(
                    f"the gap is open for {', '.join(f'`{each}`' for each in others[:5])}"
                    if others
                    else "if the gap was closed, take the waiver away",
                ),
            )


RULE = RuleAboutGaps(
    name="waiver-without-gap",
    says="each waiver still has its gap",
    weight=Weight.ADVICE,
    find=find,
)
