"""Makes the report of a page: one HTML file with the answers and the diagram."""

from __future__ import annotations

from bartizan.project.analyse import Analysed
from bartizan.render.diagrams.block_diagram import block_diagram
from bartizan.render.report.report import report_html


def report(analysed: Analysed) -> str:
    """Return the report as HTML."""
    page = analysed.page
    digest = next((source.digest for source in page.sources.values()), "")
    pictures = block_diagram(page.architecture) if page.architecture.components else ()
    return report_html(
        analysed.promises, analysed.impact, analysed.place, pictures, digest=digest, variant=page.variant
    )
