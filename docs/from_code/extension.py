"""Write the reference pages from the code, each time the documentation is built.

Nothing on those pages is written by hand, so nothing on them can be out of date. They go to docs/reference/generated/,
which is not under version control.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from docs.from_code.commands import command_line_pages
from docs.from_code.fields import architecture_file_pages
from docs.from_code.knowledge import knowledge_pages
from docs.from_code.python_api import python_api_pages
from docs.from_code.rules import message_pages, readiness_pages, threat_pages

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def setup(app: Sphinx) -> dict[str, bool]:
    """Tell Sphinx to call us before it looks which pages there are."""
    app.connect("builder-inited", write_reference)
    return {"parallel_read_safe": True, "parallel_write_safe": True}


def write_reference(app: Sphinx) -> None:
    """Write all generated pages; those that did not change keep their time, so that Sphinx need not read them again."""
    makers = (
        command_line_pages,
        architecture_file_pages,
        readiness_pages,
        threat_pages,
        message_pages,
        knowledge_pages,
        python_api_pages,
    )
    pages = {name: text for make in makers for name, text in make().items()}
    replace_folder(Path(app.srcdir) / "reference" / "generated", pages)


def replace_folder(folder: Path, pages: dict[str, str]) -> None:
    """Make `folder` hold exactly `pages`, by their paths within it."""
    for old in sorted(folder.rglob("*.md")) if folder.is_dir() else []:
        if old.relative_to(folder).as_posix() not in pages:
            old.unlink()
    for name, text in pages.items():
        page = folder / name
        page.parent.mkdir(parents=True, exist_ok=True)
        if not page.is_file() or page.read_text(encoding="utf-8") != text:
            page.write_text(text, encoding="utf-8")
