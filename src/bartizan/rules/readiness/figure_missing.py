"""A figure that the page names and that is not there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import short


def find(page: Page) -> Iterator[Found]:
    """Yield each figure without a file, and each whose file is not beside the page, where somebody looked."""
    files = page.files and {str(PurePosixPath(file)) for file in page.files}
    seen: set[str] = set()
    for at, figure in enumerate(page.architecture.figures):
        name = figure.file or f"figure {at + 1}"
        if name in seen:
            continue
        seen.add(name)
        if figure.file is None:
            message = f"figure {at + 1} does not say which file it is"
        elif files is not None and str(PurePosixPath(figure.file)) not in files:
            message = f"the figure `{short(figure.file)}` is not there"
        else:
            continue
        yield Found(
            element=name,
            path=("figures", at, "file"),
            message=message,
            help=("put the file beside the page, or correct its name; paths begin at the page's own folder",),
        )


RULE = Rule(
    name="figure-missing",
    says="each figure is there",
    weight=Weight.BLOCKING,
    find=find,
)
