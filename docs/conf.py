"""How Sphinx builds this documentation: Markdown pages, and reference pages written from the code at build time."""

from __future__ import annotations

import sys
from importlib.metadata import version as installed_version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # so that this folder can be imported

project = "Bartizan"
author = "The Bartizan authors"
copyright = f"2026, {author}"  # noqa: A001  Sphinx asks for this name
version = release = installed_version("bartizan")

extensions = ["myst_parser", "docs.from_code.extension"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]
suppress_warnings = ["misc.highlighting_failure"]  # some examples are wrong on purpose, and no YAML at all

html_theme = "furo"
html_title = "Bartizan"
html_copy_source = False
html_show_sphinx = False
