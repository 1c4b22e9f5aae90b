"""What we say about every model of the corpus, counted, beside what its own file lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from bartizan.rules.answers.analysis import analyse_page
from bartizan.rules.answers.questions import questions_of
from bartizan.rules.answers.threats import Status, counted, threats_of
from tests.scoreboard.others.models import Model, Refused, models


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """One model, analysed."""

    tool: str
    name: str
    components: int
    interfaces: int
    data_assets: int
    certain: int
    open: int
    questions: int
    """Those that a page is expected to answer."""
    far: int
    """Those that few pages answer."""
    listed: int | None
    """How many threats, findings or risks the file itself lists."""
    seconds: float


def counts(shared: Path, repository: Path) -> Iterator[Count | Refused]:
    """Yield the count of each model, and each file that is none of its own format."""
    for each in models(shared, repository):
        yield each if isinstance(each, Refused) else count(each)


def count(model: Model) -> Count:
    """Return what we say about a model."""
    began = perf_counter()
    analysis = analyse_page(model.page)
    threats = counted(threats_of(analysis))
    questions = questions_of(analysis)
    return Count(
        tool=model.tool, name=model.name,
        components=len(model.page.components), interfaces=len(model.page.interfaces), data_assets=len(model.page.data_assets),
        certain=threats[Status.CERTAIN], open=threats[Status.OPEN],
        questions=sum(not each.far for each in questions), far=sum(each.far for each in questions),
        listed=model.listed, seconds=perf_counter() - began,
    )  # fmt: skip
