"""Prints a page: as reStructuredText, as one HTML file, and as a PDF fit to be evidence of what was reviewed."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from bartizan.model.architecture import Architecture
from bartizan.project.check import Checked
from bartizan.project.draw import (
    PICTURES,
    Diagram,
    Drawn,
    Kind,
    Progress,
    diagrams_of_page,
    draw_pictures,
    picture_files,
)
from bartizan.project.figures import figure_files
from bartizan.project.made_files import MadeFile
from bartizan.project.output import FIGURES
from bartizan.render.diagrams.picture import Picture
from bartizan.render.page.content import page_content
from bartizan.render.page.digest import model_digest
from bartizan.render.page.document import PageContent
from bartizan.render.page.drawings import Pictures
from bartizan.source.diagnostic import Diagnostic

STEM = "architecture-page"
"""What a printed page is called, without what its name ends in."""

FORMATS = ("rst", "html", "pdf")


@dataclass(frozen=True)
class MadePage:
    """A page that was printed, file by file."""

    files: tuple[MadeFile, ...] = ()
    digest: str = ""
    """The digest of the model, which is printed on every page."""
    problems: tuple[Diagnostic, ...] = field(default=())
    """What could not be drawn or found."""


def make_page(
    checked: Checked,
    formats: Collection[str] = FORMATS,
    *,
    date: datetime.date | None = None,
    on_progress: Progress = lambda _doing, _done, _total: None,
) -> MadePage:
    """Print a page that was checked, with its diagrams and what it still lacks.

    `date` is printed on it, such as the day of the review; without it the PDF bears none, since there is no clock here.
    """
    architecture = checked.page.architecture
    diagrams = diagrams_of_page(architecture)
    steps = len(diagrams) + len(formats)

    def drawing(doing: str, done: int, _total: int) -> None:
        on_progress(doing, done, steps)

    drawn = draw_pictures(architecture, diagrams, for_paper=True, on_progress=drawing)
    figures, missing = figure_files(checked.page)
    digest = model_digest(architecture)
    gaps = [each.gap for each in (*checked.gaps, *checked.waived) if each.variant is None]
    content = page_content(architecture, _by_section(drawn), digest=digest, gaps=gaps, figures=figures)
    files: list[MadeFile] = []
    for number, format_ in enumerate(formats, len(diagrams)):
        on_progress(f"printing {format_}", number, steps)
        if format_ == "rst":
            whole = _whole(architecture, drawn)
            files += _rst_files(_written(architecture, whole), whole.pictures, figures)
        else:
            files.append(_made(format_, _printed(format_, content, date)))
    unprinted = _not_printed(content, frozenset(figures)) if "pdf" in formats else ()
    return MadePage(tuple(files), digest, (*drawn.problems, *missing, *unprinted))


def _whole(architecture: Architecture, drawn: Drawn) -> Drawn:
    """Return what was drawn, with each sequence in one picture: the text is no paper, and `draw` makes the same files."""
    pictures: list[Picture] = []
    shown: list[Diagram] = []
    for picture, diagram in zip(drawn.pictures, drawn.diagrams, strict=True):
        if diagram in shown and diagram.kind is Kind.SEQUENCE:
            continue
        parted = diagram.kind is Kind.SEQUENCE and drawn.diagrams.count(diagram) > 1
        again = draw_pictures(architecture, [diagram]).pictures if parted else (picture,)
        pictures += again
        shown += [diagram] * len(again)
    return Drawn(tuple(pictures), tuple(shown))


def _by_section(drawn: Drawn) -> Pictures:
    """Return the pictures by the section of the page that they belong to."""
    of_kind: dict[Kind, list[Picture]] = {kind: [] for kind in Kind}
    of_use_case: dict[Kind, dict[str, tuple[Picture, ...]]] = {kind: {} for kind in Kind}
    for picture, diagram in zip(drawn.pictures, drawn.diagrams, strict=True):
        if diagram.use_case is None:
            of_kind[diagram.kind].append(picture)
        else:
            some = of_use_case[diagram.kind]
            some[diagram.use_case] = (*some.get(diagram.use_case, ()), picture)
    return Pictures(
        tuple(of_kind[Kind.BLOCK]),
        tuple(of_kind[Kind.DATA_FLOW]),
        of_use_case[Kind.SEQUENCE],
        of_use_case[Kind.DATA_FLOW],
    )


def _not_printed(content: PageContent, figures: Collection[str]) -> tuple[Diagnostic, ...]:
    """Return what the PDF lacks, but for figures whose files are not there: these were said already, with their place."""
    from bartizan.render.page.not_printed import not_printed  # noqa: PLC0415  (the PDF's libraries, as below)

    found = not_printed(content)
    return tuple(
        each
        for each in found
        if each.name != "figure-not-printed" or any(f"`{file}`" in each.message for file in figures)
    )


def _printed(format_: str, content: PageContent, date: datetime.date | None) -> bytes:
    """Return the page as HTML or PDF; each is loaded only when it is wanted."""
    if format_ == "html":
        from bartizan.render.page.html import page_html  # noqa: PLC0415

        return page_html(content).encode()
    from bartizan.render.page.pdf import page_pdf  # noqa: PLC0415

    return page_pdf(content, date=date)


_SECTIONS = {Kind.BLOCK: "diagram", Kind.DATA_FLOW: "data-flow", Kind.SEQUENCE: "sequence"}
"""The section of the page in which each kind of picture stands."""


def _written(architecture: Architecture, drawn: Drawn) -> str:
    """Return the page as reStructuredText, which refers to the pictures in the section that each belongs to."""
    from bartizan.formats.openstack_rst.writer import PictureRef, write_page  # noqa: PLC0415  (loaded only when wanted)

    pictures = [
        PictureRef(
            f"{FIGURES}/{picture.name}.svg", picture.description, _SECTIONS[diagram.kind], picture.title
        )
        for picture, diagram in zip(drawn.pictures, drawn.diagrams, strict=True)
    ]
    # What was included stands in the printed page itself: to read it from there and include it again would say it twice.
    return write_page(replace(architecture, include=()), pictures=pictures)


def _rst_files(text: str, pictures: Iterable[Picture], figures: dict[str, bytes]) -> Iterator[MadeFile]:
    """Return the page with every picture it refers to: those that were drawn, and those that people drew."""
    yield _made("rst", text.encode())
    pictures = tuple(pictures)
    for format_ in PICTURES:
        for file in picture_files(pictures, format_):
            yield MadeFile(FIGURES / file.name, file.content)
    for name, data in figures.items():
        yield MadeFile(PurePosixPath(name), data)


def _made(format_: str, content: bytes) -> MadeFile:
    return MadeFile(PurePosixPath(f"{STEM}.{format_}"), content)
