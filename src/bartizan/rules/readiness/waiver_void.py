"""A waiver that waives nothing: without reason or date, ended, or for a gap that does not exist."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from bartizan.rules.readiness.gap import Found, Gap, RuleAboutGaps, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.waivers import accepts, called, problem_with
from bartizan.rules.readiness.words import quoted
from bartizan.source.suggest import nearest


def find(page: Page, gaps: Sequence[Gap], waivable: Sequence[str]) -> Iterator[Found]:
    """Yield each waiver that does not hold today."""
    names = Counter(map(called, page.architecture.waivers))
    for at, waiver in enumerate(page.architecture.waivers):
        problem = problem_with(waiver, waivable, page.today)
        if problem is None:
            continue
        missing = [key for key in ("because", "until") if getattr(waiver, key) is None]
        close = nearest(waiver.gap, waivable) if waiver.gap and waiver.gap not in waivable else None
        still = [gap.element for gap in gaps if accepts(waiver, gap)]
        yield Found(
            element=called(waiver) if names[called(waiver)] == 1 else f"{called(waiver)}, waiver {at + 1}",
            path=("waivers", at, missing[0] if missing and waiver.gap in waivable else "gap"),
            message=f"the waiver for `{called(waiver)}` {problem}, so it waives nothing",
            help=(
                *((f"did you mean `{close}`?",) if close else ()),
                *((f"what it was for is open: {quoted(still)}",) if still else ()),
                "say why and until when: `because:` and `until: 2026-12-31`; or close the gap and take the waiver away"
                if waiver.gap in waivable or waiver.gap is None
                else "name a gap as `check` prints it in brackets, or take the waiver away",
            ),
        )


RULE = RuleAboutGaps(
    name="waiver-void",
    says="each waiver names a gap, a reason and a day until which it holds",
    weight=Weight.BLOCKING,
    find=find,
)
