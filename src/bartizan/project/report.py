"""Makes the report of a page: one HTML file with the answers and the diagram."""

from __future__ import annotations

from bartizan.project.analyse import Analysed
from bartizan.render.diagrams.drawn_in_time import DrawnInTime, drawn_in_time
from bartizan.render.report.report import report_html


def report(analysed: Analysed) -> str:
    """Return the report as HTML."""
    page = analysed.page
    digest = next((source.digest for source in page.sources.values()), "")
    drawn = drawn_in_time(page.architecture) if page.architecture.components else DrawnInTime()
    return report_html(
        analysed.promises, analysed.impact, analysed.place, drawn.pictures,
        digest=digest, variant=page.variant, not_drawn=drawn.not_drawn,
    )  # fmt: skip
