"""Begins a file where there is none: an existing one is replaced only when somebody insists."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from bartizan.project.workspace import shown
from bartizan.source.diagnostic import Diagnostic
from bartizan.source.write_file import write_atomically


def write_new(
    path: Path, content: str | bytes, *, force: bool = False, root: Path | None = None
) -> Diagnostic | None:
    """Write a file; nothing when it was done, else why it was not. With `force` over one that is there."""
    problem = write_atomically(Path(shown(path)), content, expected=None, overwrite=force, root=root)
    if problem and problem.name == "file-exists":
        return replace(problem, help=("`--force` replaces it; `-o` writes elsewhere",))
    return problem


def make_folder(folder: Path) -> Diagnostic | None:
    """Make a folder with those around it; nothing when it is there, else why it is not."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        return Diagnostic(
            "no-folder",
            f"the folder `{shown(folder)}` cannot be made: {reason}",
            help=("choose another folder, with `-o` where the command has that option",),
        )
    return None
