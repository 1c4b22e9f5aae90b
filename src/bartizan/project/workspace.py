"""The folder that a team's pages live in, and its settings."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

from bartizan.project.settings import SETTINGS_FILE, Settings, read_settings
from bartizan.source.diagnostic import Diagnostic
from bartizan.source.read_text import read_source
from bartizan.source.write_file import leads_out

_LARGEST_SETTINGS = 256 * 1024


@dataclass(frozen=True, slots=True)
class Workspace:
    """Files are read and written below its root only, but for those that a person names."""

    root: Path
    """The folder with `bartizan.toml`; without one the git checkout; without that the folder it was looked for in."""
    settings: Settings = field(default_factory=Settings)
    settings_file: Path | None = None
    """The settings' file, where there is one."""
    diagnostics: tuple[Diagnostic, ...] = field(default=())
    """What is wrong with the settings."""

    def pages(self) -> list[Path]:
        """Return the pages where the layout has them, sorted."""
        return self.settings.layout.pages(self.root)


def find_workspace(start: Path) -> Workspace:
    """Return the workspace that the folder `start` is in: the nearest one, looking upwards."""
    folder = Path(os.path.abspath(start))  # noqa: PTH100  (`resolve` would leave by a symlink what was entered by it)
    upwards = (folder, *folder.parents)
    for parent in upwards:
        if (parent / SETTINGS_FILE).is_file():
            return _with_settings(parent)
    for parent in upwards:
        if (parent / ".git").exists():
            return Workspace(parent)
    return Workspace(folder)


def shown(path: Path) -> str:
    """Return what messages call a file: from the current folder where that is shorter, else as it is."""
    try:
        relative = os.path.relpath(path)
    except (OSError, ValueError):  # the current folder is gone, or on another drive
        return str(path)
    return min(relative, str(path), key=len)


def _with_settings(root: Path) -> Workspace:
    file = root / SETTINGS_FILE
    outside = leads_out(file, root, name=shown(file))
    if outside:
        return Workspace(root, settings_file=file, diagnostics=(outside,))
    source, problems = read_source(file, name=shown(file), limit=_LARGEST_SETTINGS)
    if source is None:
        return Workspace(root, settings_file=file, diagnostics=tuple(problems))
    settings, wrong = read_settings(source)
    return Workspace(root, settings, file, (*problems, *wrong))
