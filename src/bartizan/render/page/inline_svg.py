"""Makes a drawing fit to stand inside an HTML page, beside other drawings."""

from __future__ import annotations

import re

_STYLE = re.compile(r"\s*<style>(.*?)</style>", re.DOTALL)
# Our own writer escapes every quote in texts: what looks like an attribute here is one.
_ID = re.compile(r'(?<= id=")[^"]*(?=")')
_REFERENCE = re.compile(r"""(?<=url\(\#)[^)]*(?=\))|(?<= href="\#)[^"]*(?=")""")
_LABELS = re.compile(r'(?<= aria-labelledby=")[^"]*(?=")|(?<= aria-describedby=")[^"]*(?=")')


def inline_svg(svg: str, name: str) -> tuple[str, str]:
    """Return the drawing with ids that no other part of the page has, and the style sheet that was in it.

    A page has one style sheet, which its security policy knows by its digest; that is why the drawing's is taken out.
    """
    styles = _STYLE.findall(svg)
    bare = _STYLE.sub("", svg)

    def own(match: re.Match[str]) -> str:
        return f"drawing-{name}-{match.group()}"

    def own_each(match: re.Match[str]) -> str:
        return " ".join(f"drawing-{name}-{each}" for each in match.group().split())

    bare = _LABELS.sub(own_each, _REFERENCE.sub(own, _ID.sub(own, bare)))
    # On paper a page is always light, and so are its drawings.
    style = "\n".join(styles).replace(
        "@media (prefers-color-scheme", "@media screen and (prefers-color-scheme"
    )
    return bare.strip(), style
