"""Where a workspace keeps its pages: one folder per service, one per release in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

PAGE_NAMES = ("architecture.yaml", "architecture.yml")
"""What a page's file is called, the usual name first."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The folders of a workspace."""

    name: str
    """The word for it in `bartizan.toml`."""
    services: PurePosixPath
    """The folder that holds one folder per service."""
    output: PurePosixPath
    """Where generated files go, from the page's own folder."""

    def page_folder(self, service: str, release: str) -> PurePosixPath:
        """Return the folder of one service's page in one release."""
        return self.services / service / release

    def pages(self, root: Path) -> list[Path]:
        """Return the pages of a workspace, sorted."""
        found = (path for name in PAGE_NAMES for path in root.glob(f"{self.services}/*/*/{name}"))
        return sorted(path for path in found if path.is_file())


BARTIZAN = Layout("bartizan", PurePosixPath("services"), PurePosixPath("page"))
"""Bartizan's own: generated files stand in a folder beside the page."""

OPENSTACK = Layout("openstack", PurePosixPath("doc/source/artifacts"), PurePosixPath())
"""That of openstack/security-analysis: the printed page stands where Sphinx looks for it, beside the page."""

LAYOUTS = {layout.name: layout for layout in (BARTIZAN, OPENSTACK)}
"""The layouts by the word that stands for them."""
