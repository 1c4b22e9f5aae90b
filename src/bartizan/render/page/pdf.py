"""Prints a page as a PDF fit to be evidence: PDF/A-2a and PDF/UA-1, the same bytes each time, nothing fetched."""

from __future__ import annotations

import datetime
import json
import tempfile
from base64 import b64decode
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from bartizan.render.fonts import FOLDER
from bartizan.render.page.for_paper import figure_path, figures, for_paper

if TYPE_CHECKING:
    from bartizan.render.page.document import Block, PageContent, PrintedFigure

STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]
"""PDF/A-2a (ISO 19005-2: to be archived, with its structure) and PDF/UA-1 (ISO 14289-1: to be read aloud)."""

_TEMPLATE = Path(__file__).parent / "templates" / "page.typ"

_ONE_FIGURE = """#set document(title: "figure", date: auto)
#set text(lang: "en")
#image(sys.inputs.path, alt: "figure")
"""


def page_pdf(content: PageContent, *, date: datetime.date | None = None) -> bytes:
    """Return the page as a PDF; the same content and date give the same bytes.

    `date` is what the document says about when it was made, such as the day of the review. There is no clock here:
    without a date the document says the first day of 1970, since PDF/A requires one, and prints none.
    """
    page = for_paper(without_damaged_figures(content), date)
    data = json.dumps(page.data).encode("ascii")
    return _compiled(_TEMPLATE.read_bytes(), {**page.files, "content.json": data}, date)


def without_damaged_figures(content: PageContent) -> PageContent:
    """Return the page in which a figure whose file turns out not to print is named only."""
    damaged = [figure for figure in figures(content) if not _prints(figure)]
    if not damaged:
        return content
    problem = "its file is damaged, or of a kind that an archive may not hold"
    named: dict[Block, Block] = {figure: replace(figure, data="", problem=problem) for figure in damaged}
    sections = (
        replace(section, blocks=tuple(named.get(block, block) for block in section.blocks))
        for section in content.sections
    )
    return replace(content, sections=tuple(sections))


@lru_cache(maxsize=32)
def _prints(figure: PrintedFigure) -> bool:
    """Return whether a figure can be printed: its file may be damaged, or want what the standards forbid.

    Asked when the page is printed, and again when it is said what was not.
    """
    from typst import TypstError  # noqa: PLC0415

    path = figure_path(figure)
    try:
        _compiled(_ONE_FIGURE.encode("ascii"), {path: b64decode(figure.data)}, None, {"path": path})
    except TypstError:
        return False
    return True


def _compiled(
    template: bytes,
    files: Mapping[str, bytes],
    date: datetime.date | None,
    inputs: Mapping[str, str] | None = None,
) -> bytes:
    """Run Typst over the template in a folder that holds nothing but `files`: it can read nothing else."""
    import typst  # noqa: PLC0415  # a large library that only printing should load

    moment = datetime.datetime.combine(date or datetime.date(1970, 1, 1), datetime.time(), datetime.UTC)
    with tempfile.TemporaryDirectory(prefix="bartizan-page-") as folder:
        root = Path(folder)
        for path, data in files.items():
            (root / path).write_bytes(data)
        main = root / "page.typ"
        main.write_bytes(template)
        return typst.compile(
            main,
            root=root,
            font_paths=[FOLDER],
            ignore_system_fonts=True,
            sys_inputs=dict(inputs or {}),
            pdf_standards=[*STANDARDS],
            timestamp=int(moment.timestamp()),
            package_path=root,
            package_cache_path=root,
        )
