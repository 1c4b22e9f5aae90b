"""The main job on OpenStack's own Barbican page: read it, check what was completed by hand, draw and print it."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path, PurePosixPath

from bartizan.formats.openstack_rst.reader import read_page
from bartizan.project.check import Checked, check
from bartizan.project.draw import Progress
from bartizan.project.examples import example_files
from bartizan.project.layout import PAGE_NAMES
from bartizan.project.made_files import MadeFile, write_made
from bartizan.project.make_page import STEM, MadePage, make_page
from bartizan.project.open_page import open_page
from bartizan.project.output import output_folder
from bartizan.project.read_rst import ReadPage, page_text
from bartizan.project.schema_file import SCHEMA_FILE, schema_text
from bartizan.source.diagnostic import Diagnostic
from bartizan.source.read_text import read_source

EXAMPLE = "barbican"
PUBLISHED = PurePosixPath("published/architecture-page.rst")
"""The page as OpenStack published it."""
READ = PurePosixPath("read") / PAGE_NAMES[0]
"""What reading it gives."""
COMPLETED = PurePosixPath("services/barbican/newton")
"""The same, completed by hand from the page's figure."""


@dataclass(frozen=True)
class Demo:
    """What the demonstration did, step by step, as far as it came."""

    folder: Path
    copied: int = 0
    """How many files of the example were copied."""
    read: ReadPage | None = None
    checked: Checked | None = None
    made: MadePage | None = None
    printed: tuple[Path, ...] = ()
    """The printed page and its pictures."""
    problems: tuple[Diagnostic, ...] = field(default=())
    """Why a step could not be taken; those behind it were not tried."""


def demo(
    folder: Path,
    today: datetime.date,
    *,
    force: bool = False,
    on_step: Callable[[Demo], None] = lambda _demo: None,
    on_progress: Progress = lambda _doing, _done, _total: None,
) -> Demo:
    """Run everything in `folder`, which is made. A folder from an earlier run is made anew; what somebody changed in it
    stays unless `force` says otherwise. `on_step` is told after each step.
    """
    files = example_files(EXAMPLE)
    if isinstance(files, Diagnostic):
        return Demo(folder, problems=(files,))
    copied = write_made(folder, files, force=force)
    done = Demo(folder, len(copied.paths), problems=copied.problems)
    steps = (
        partial(_read, files=files, force=force),
        partial(_checked, today=today),
        partial(_printed, on_progress=on_progress, force=force),
    )
    for step in steps:
        if done.problems:
            return done
        on_step(done)
        done = step(done)
    if done.printed:
        on_step(done)
    return done


def _read(done: Demo, *, files: Sequence[MadeFile], force: bool) -> Demo:
    """Read the published page into a folder of its own, figures with it."""
    source, problems = read_source(done.folder / PUBLISHED, name=PUBLISHED.name)
    if source is None:
        return replace(done, problems=tuple(problems))
    page = read_page(source, folder=(done.folder / PUBLISHED).parent)
    text = page_text(page.architecture, page.places, PUBLISHED.name, SCHEMA_FILE)
    figures = {figure.file for figure in page.architecture.figures}
    beside = {file.name.relative_to(PUBLISHED.parent): file.content for file in files if _is_published(file)}
    made = [
        MadeFile(PurePosixPath(READ.name), text.encode()),
        MadeFile(PurePosixPath(SCHEMA_FILE), schema_text().encode()),
        *(MadeFile(name, content) for name, content in beside.items() if str(name) in figures),
    ]
    written = write_made(done.folder / READ.parent, made, force=force)
    read = ReadPage(done.folder / READ, page.architecture, page.diagnostics)
    return replace(done, read=read, problems=written.problems)


def _is_published(file: MadeFile) -> bool:
    return file.name.is_relative_to(PUBLISHED.parent)


def _checked(done: Demo, *, today: datetime.date) -> Demo:
    return replace(done, checked=check(open_page(done.folder / COMPLETED), today))


def _printed(done: Demo, *, on_progress: Progress, force: bool) -> Demo:
    assert done.checked is not None
    made = make_page(done.checked, on_progress=on_progress)
    folder = output_folder(done.checked.page)
    if isinstance(folder, Diagnostic):
        return replace(done, problems=(folder,))
    written = write_made(folder, made.files, force=force)
    return replace(done, made=made, printed=written.paths, problems=(*made.problems, *written.problems))


def where_to_look(done: Demo) -> dict[str, Path]:
    """Return the files that are worth opening, by what they are."""
    page = done.folder / COMPLETED
    named = {
        "the page as it was read, each fact with its line": done.folder / READ,
        "the same, completed by hand": page / PAGE_NAMES[0],
        "the printed page, to look at": page / "page" / f"{STEM}.html",
        "the printed page, as evidence": page / "page" / f"{STEM}.pdf",
        "the diagrams": page / "page" / "figures",
    }
    return {what: path for what, path in named.items() if path.exists()}
