"""Runs a command again whenever the page's files change, until Ctrl-C."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Collection
from pathlib import Path
from typing import NoReturn

from bartizan.cli.terminal import Terminal
from bartizan.project.open_page import open_page
from bartizan.project.watch import stamps, wait_for_change
from bartizan.project.workspace import shown


def watch_page(terminal: Terminal, path: Path | None, run: Callable[[], object]) -> NoReturn:
    """Call `run` now and after every change of the page at `path`, of what it includes, or of the settings."""
    while True:
        # Looked at before they are read once more, so that a change made meanwhile is noticed afterwards.
        before = stamps(_files(path))
        run()
        gc.collect()  # the process stays: see bartizan.cli.main
        terminal.words(f"Watching {_named(sorted(before))}; Ctrl-C ends it.")
        changed = wait_for_change(before)
        terminal.words(f"\n── {time.strftime('%H:%M:%S')} {_named(changed)} changed ──")


def _files(path: Path | None) -> set[Path]:
    page = open_page(path)
    settings = page.workspace.settings_file
    figures = {page.folder / figure.file for figure in page.architecture.figures if figure.file}
    return {page.path, *page.sources, *figures} | ({settings} if settings else set())


def _named(files: Collection[Path]) -> str:
    names = [shown(file) for file in files]
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
