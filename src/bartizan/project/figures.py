"""The files of the figures that people drew: found beside the page, and nowhere else."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from bartizan.project.open_page import OpenPage
from bartizan.render.page.figure_file import MAXIMUM_BYTES
from bartizan.source.diagnostic import Diagnostic, Label, Severity
from bartizan.source.write_file import safe_path


def figure_files(page: OpenPage) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """Return the bytes of each figure's file by its path as the page has it, and why others cannot be had."""
    files: dict[str, bytes] = {}
    problems: list[Diagnostic] = []
    for at, figure in enumerate(page.architecture.figures):
        if not figure.file or figure.file in files:
            continue
        data = read_figure(page, figure.file)
        if isinstance(data, bytes):
            files[figure.file] = data
        else:
            problems.append(_no_figure(page, at, figure.file, data))
    return files, tuple(problems)


def figure_path(page: OpenPage, file: str) -> Path | None:
    """Return where a figure's file is; nothing when its path leads out of the workspace."""
    if not file or "\x00" in file or "\\" in file or PurePosixPath(file).is_absolute():
        return None
    path = Path(os.path.abspath(page.folder / file))  # noqa: PTH100  (symbolic links are `safe_path`'s to judge)
    root = Path(os.path.abspath(page.workspace.root))  # noqa: PTH100
    if not path.is_relative_to(root) or isinstance(
        safe_path(page.workspace.root, path.relative_to(root)), Diagnostic
    ):
        return None
    return page.folder / file


def read_figure(page: OpenPage, file: str) -> bytes | str:
    """Return the bytes of a figure's file, or why it cannot be had."""
    path = figure_path(page, file)
    if path is None:
        return "it leads out of the workspace"
    try:
        if not path.is_file():
            return "there is no such file"
        with path.open("rb") as opened:
            data = opened.read(MAXIMUM_BYTES + 1)
    except OSError as error:
        return (error.strerror or type(error).__name__).lower()
    return data if len(data) <= MAXIMUM_BYTES else f"it is larger than {MAXIMUM_BYTES // 1024 // 1024} MiB"


def figures_there(page: OpenPage) -> frozenset[str]:
    """Return which of the files that the page's figures name are there."""
    return frozenset(_there(page))


def _there(page: OpenPage) -> Iterator[str]:
    for figure in page.architecture.figures:
        path = figure_path(page, figure.file or "")
        if figure.file and path is not None and path.is_file():
            yield figure.file


def _no_figure(page: OpenPage, at: int, file: str, reason: str) -> Diagnostic:
    span = page.places.of(("figures", at, "file"))
    return Diagnostic(
        "no-figure",
        f"the figure `{file[:200]}` is left out: {reason}",
        Label(span) if span else None,
        help=("put the file there, or correct the path: it goes from the page's own folder",),
        severity=Severity.WARNING,
    )
