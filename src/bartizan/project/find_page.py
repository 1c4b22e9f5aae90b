"""Finds the page that a command is about: the one that was named, the one here, or the only one there is."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from bartizan.project.layout import LAYOUTS, PAGE_NAMES
from bartizan.project.workspace import Workspace, find_workspace, shown
from bartizan.source.diagnostic import Diagnostic
from bartizan.source.suggest import nearest

_DEEPEST = 4
"""How many folders deep pages are looked for below a folder without one."""
_MOST_FOLDERS = 500
"""How many folders are looked into on the way, so that a whole disk is not searched."""
_SUFFIXES = frozenset({".yaml", ".yml", ".rst", ".rest", ".txt"})
"""How the files end that a page can be read from."""


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
        meant = None if named.exists() else _file_like(named)
        if meant is None:
            return Found(named)  # reading it says what is wrong, if anything is
        help_ = (f"did you mean `{shown(meant)}`?",)
        return Found(None, Diagnostic("no-such-file", f"there is no file `{shown(named)}`", help=help_))
    folder = named if named is not None else Path()
    for name in PAGE_NAMES:
        if (folder / name).is_file():
            return Found(folder / name)
    workspace = find_workspace(folder)
    pages = [page for page in pages_in(workspace) if named is None or _is_below(page, folder)]
    if len(pages) == 1:
        return Found(pages[0])
    if pages:
        return Found(None, _several(pages), tuple(pages))
    below = _below(folder)
    if len(below) > 1:
        return Found(None, _several(below), tuple(below))
    return Found(None, _none(folder, below))


def _file_like(named: Path) -> Path | None:
    """Return the file of a page beside one that is not there, where it is called nearly so."""
    folder = named.parent
    files = [each for each in folder.iterdir() if each.suffix in _SUFFIXES] if folder.is_dir() else []
    same = (each for each in files if each.stem == named.stem)
    close = nearest(named.name, (each.name for each in files))
    return next(same, None) or (folder / close if close else None)


def _below(folder: Path) -> list[Path]:
    """Return the pages in folders some steps below, in whatever layout; not those in hidden folders."""
    found: list[Path] = []
    level = [folder]
    for _ in range(_DEEPEST):
        level = sorted(each for parent in level[:_MOST_FOLDERS] for each in _folders_in(parent))
        found += [
            each / name for each in level[:_MOST_FOLDERS] for name in PAGE_NAMES if (each / name).is_file()
        ]
    return sorted(found)


def _folders_in(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            inside = islice(entries, _MOST_FOLDERS)
            return [
                folder / each.name
                for each in inside
                if not each.name.startswith(".") and each.is_dir(follow_symlinks=False)
            ]
    except OSError:
        return []


def pages_in(workspace: Workspace) -> list[Path]:
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


def _none(folder: Path, below: Sequence[Path]) -> Diagnostic:
    pages = sorted(path for path in folder.glob("*.rst") if path.is_file())[:3] if folder.is_dir() else []
    where = "here" if folder == Path() else f"in `{folder}`"
    start = (f"to start from a page in reStructuredText: `bartizan read {shown(page)}`" for page in pages)
    return Diagnostic(
        "no-page",
        f"there is no page {where}: no file `{PAGE_NAMES[0]}`",
        help=(
            *(f"there is one below: `bartizan check {shown(each.parent)}`" for each in below),
            "to begin one: `bartizan new <service>`; to see how one looks: `bartizan demo`",
            *start,
        ),
    )
