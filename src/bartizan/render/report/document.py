"""The HTML file around a report: its style, its script, and what a browser may do with it."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from bartizan.render.page import document as page_document
from bartizan.render.page.inline_svg import drawing_styles
from bartizan.render.page.web_fonts import font_faces
from bartizan.render.report.markup import Html, escaped

_WEB = Path(__file__).parent / "web"
_GREEK_OR_CYRILLIC = re.compile("[\u0370-\u052f]")
"""The scripts besides Latin for which a report can bring fonts; a report is long, and few of them need any."""


def document(title: str, body: Html, *, has_drawing: bool) -> str:
    """Return the whole file. A browser may show it with this one style sheet and run this one script, and nothing else."""
    script = _file("report.js")
    fonts = font_faces(body if _GREEK_OR_CYRILLIC.search(body) else "")
    style = "\n".join(
        (fonts, _page_style(), *((drawing_styles(),) if has_drawing else ()), _file("report.css"))
    )
    return "".join((
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n',
        f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">\n',
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n',
        '<meta name="color-scheme" content="light dark">\n<meta name="generator" content="Bartizan">\n',
        f"<title>{escaped(title)}</title>\n<style>{style}</style>\n</head>\n<body>\n{body}\n<script>{script}</script>\n</body>\n</html>\n",
    ))  # fmt: skip


def _policy(style: str, script: str) -> str:
    """Return what a browser may do with the report: this style sheet, this script, and nothing else."""
    return (
        f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; img-src data:; font-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}"


@cache
def _file(name: str) -> str:
    return (_WEB / name).read_text(encoding="utf-8")


@cache
def _page_style() -> str:
    return (Path(page_document.__file__).parent / "templates" / "page.css").read_text(encoding="utf-8")
