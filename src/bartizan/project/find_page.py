"""Finds the page that a command is about: the one that was named, the one here, or the only one there is."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from bartizan.project.layout import LAYOUTS, PAGE_NAMES
from bartizan.project.workspace import Workspace, find_workspace, shown
from bartizan.source.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Found:
    """The page's file, or why there is none."""

    path: Path | None
    problem: Diagnostic | None = None
    choices: tuple[Path, ...] = ()
    """Where there are several pages: which."""


def find_page(named: Path | None = None) -> Found:
    """Return the page at `named`, a file or a folder; without it the page of the current folder or its workspace."""
    if named is not None and not named.is_dir():
        return Found(named)  # reading it says what is wrong, if anything is
    folder = named if named is not None else Path()
    for name in PAGE_NAMES:
        if (folder / name).is_file():
            return Found(folder / name)
    workspace = find_workspace(folder)
    pages = [page for page in _pages(workspace) if named is None or _is_below(page, folder)]
    if len(pages) == 1:
        return Found(pages[0])
    if pages:
        return Found(None, _several(pages), tuple(pages))
    return Found(None, _none(folder))


def _pages(workspace: Workspace) -> list[Path]:
    """Return the pages of a workspace; without settings, those of any layout."""
    if workspace.settings_file:
        return workspace.pages()
    return [page for layout in LAYOUTS.values() for page in layout.pages(workspace.root)]


def _is_below(page: Path, folder: Path) -> bool:
    return page.resolve().is_relative_to(folder.resolve())


def _several(pages: list[Path]) -> Diagnostic:
    names = [f"`{shown(page.parent)}`" for page in pages[:20]]
    more = [f"and {len(pages) - 20} more"] if len(pages) > 20 else []
    return Diagnostic(
        "several-pages",
        f"there are {len(pages)} pages here, and only one can be meant",
        help=(f"name one of them: {', '.join([*names, *more])}",),
    )


def _none(folder: Path) -> Diagnostic:
    pages = sorted(path for path in folder.glob("*.rst") if path.is_file())[:3] if folder.is_dir() else []
    where = "here" if folder == Path() else f"in `{folder}`"
    start = (f"to start from a page in reStructuredText: `bartizan read {shown(page)}`" for page in pages)
    return Diagnostic(
        "no-page",
        f"there is no page {where}: no file `{PAGE_NAMES[0]}`",
        help=("to begin one: `bartizan new <service>`; to see how one looks: `bartizan demo`", *start),
    )
