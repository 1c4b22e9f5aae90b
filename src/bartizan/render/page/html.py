"""Prints a page as one HTML file that needs nothing else: no script, no request, readable on a phone and on paper."""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bartizan.render.page.document import as_json
from bartizan.render.page.inline_svg import inline_svg
from bartizan.render.page.web_fonts import font_faces
from bartizan.source.characters import REFUSED_IN_ANY_TEXT

if TYPE_CHECKING:
    from bartizan.render.page.document import PageContent

_TEMPLATES = Path(__file__).parent / "templates"


def page_html(content: PageContent) -> str:
    """Return the page as one HTML file; the same content gives the same text."""
    styles: list[str] = []
    page = _for_screen(as_json(content), styles)
    text = "".join((content.title, content.edition, str(page)))
    style = "\n".join((font_faces(text), _style_sheet(), *dict.fromkeys(styles)))
    html: str = (
        _environment()
        .get_template("page.html")
        .render(
            page=page,
            title=_shown(content.title),
            edition=_shown(content.edition),
            style=Markup(style),  # noqa: S704  # ours, word for word: nothing in it comes from the page
            policy=_policy(style),
        )
    )
    return html


def _policy(style: str) -> str:
    """Return what a browser may do with the page: show it, with this one style sheet, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    allowed = f"style-src 'sha256-{digest}'; img-src data:; font-src data:"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _for_screen(part: Any, styles: list[str]) -> Any:
    """Return data in which each drawing is ready to stand in a page; its style sheet is added to `styles`."""
    if isinstance(part, str):
        return _shown(part)
    if isinstance(part, list):
        return [_for_screen(each, styles) for each in part]
    if not isinstance(part, dict):
        return part
    if part["kind"] != "Drawing":
        return {key: _for_screen(value, styles) for key, value in part.items()}
    svg, style = inline_svg(part["svg"], part["name"])
    styles.append(style)
    shown = {key: _for_screen(part[key], styles) for key in ("kind", "title", "description", "width")}
    return shown | {"inline": Markup(svg)}  # noqa: S704  # drawn by us, every text in it escaped


def _shown(text: str) -> str:
    """Return text without the characters that no document may hold."""
    return REFUSED_IN_ANY_TEXT.sub("\ufffd", text)


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
