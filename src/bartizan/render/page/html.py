"""Prints a page as one HTML file that needs nothing else: no script, no request, readable on a phone and on paper."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bartizan.render.page.for_screen import for_screen, shown
from bartizan.render.page.inline_svg import drawing_styles
from bartizan.render.page.web_fonts import font_faces

if TYPE_CHECKING:
    from bartizan.render.page.document import PageContent

_TEMPLATES = Path(__file__).parent / "templates"


def page_html(content: PageContent) -> str:
    """Return the page as one HTML file; the same content gives the same text."""
    page, rules = for_screen(content)
    fonts = font_faces("".join((content.title, content.edition, str(page))))
    drawings = (drawing_styles(), rules) if rules else ()
    style = "\n".join((fonts, _style_sheet(), *drawings, _foot(content.digest)))
    html: str = (
        _environment()
        .get_template("page.html")
        .render(
            page=page,
            title=shown(content.title),
            edition=shown(content.edition),
            style=Markup(style),  # noqa: S704  # ours: of the page it holds only numbers and the checked digest
            policy=_policy(style),
        )
    )
    return html


def _policy(style: str) -> str:
    """Return what a browser may do with the page: show it, with this one style sheet, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    allowed = f"style-src 'sha256-{digest}'; img-src data:; font-src data:"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _foot(digest: str) -> str:
    """Return the rule that prints the digest at the foot of each page; what is no digest is no part of a rule."""
    if not re.fullmatch(r"[0-9a-f]{8,128}", digest):
        return ""
    return f'@page{{@bottom-left{{content:"sha256:{digest}"}}}}'


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _style_sheet() -> str:
    return (_TEMPLATES / "page.css").read_text(encoding="utf-8")
