"""Where what is made from a page goes: beside the page, unless somebody says otherwise."""

from __future__ import annotations

import os
from pathlib import Path

from bartizan.project.open_page import OpenPage
from bartizan.source.diagnostic import Diagnostic
from bartizan.source.write_file import safe_path

FIGURES = "figures"
"""The folder of the pictures, below that of the printed page."""


def output_folder(page: OpenPage, named: Path | None = None) -> Path | Diagnostic:
    """Return the folder that the page is printed into, or why nothing may be written there.

    `named` is the one that a person asked for, which may be anywhere. Without it the workspace's settings and layout
    say, and then it stays below the workspace, whatever symbolic links there are.
    """
    if named is not None:
        return named
    settings = page.workspace.settings
    folder = page.folder / (settings.output or settings.layout.output)
    root = os.path.abspath(page.workspace.root)  # noqa: PTH100  (symbolic links are `safe_path`'s to judge)
    safe = safe_path(page.workspace.root, os.path.relpath(os.path.abspath(folder), root))  # noqa: PTH100
    return safe if isinstance(safe, Diagnostic) else folder
