"""Makes a drawing fit to stand inside an HTML page, beside other drawings."""

from __future__ import annotations

import re

from bartizan.render.diagrams.theme import MARKS, Theme, style_sheet

_STYLE = re.compile(r"\s*<style>(.*?)</style>", re.DOTALL)
# Our own writer escapes every quote in texts: what looks like an attribute here is one.
_ID = re.compile(r'(?<= id=")[^"]*(?=")')
_REFERENCE = re.compile(r"""(?<=url\(\#)[^)]*(?=\))|(?<= href="\#)[^"]*(?=")""")
_LABELS = re.compile(r'(?<= aria-labelledby=")[^"]*(?=")|(?<= aria-describedby=")[^"]*(?=")')


def inline_svg(svg: str, name: str) -> str:
    """Return the drawing with ids that no other part of the page has, and without its style sheet.

    A page has one style sheet, which its security policy knows by its digest: `drawing_styles` joins it.
    """

    def own(match: re.Match[str]) -> str:
        return f"drawing-{name}-{match.group()}"

    def own_each(match: re.Match[str]) -> str:
        return " ".join(f"drawing-{name}-{each}" for each in match.group().split())

    bare = _STYLE.sub("", svg)
    return _LABELS.sub(own_each, _REFERENCE.sub(own, _ID.sub(own, bare))).strip()


def drawing_styles() -> str:
    """Return one style sheet for all drawings of a page.

    The sheets that the drawings bring hold only the marks that each uses, and a later one would undo what an earlier
    one puts last: where marks meet, their order counts. On paper a page is always light, and so are its drawings.
    """
    whole = style_sheet(Theme.AUTO, frozenset(MARKS))
    return whole.replace("@media (prefers-color-scheme", "@media screen and (prefers-color-scheme")
