"""The fonts that an HTML page carries in itself, cut down to the scripts it uses."""

from __future__ import annotations

import base64
import re
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
"""Where the font files lie, with a page that says how they were made."""

_LATIN = "U+0-36F,U+1E00-1EFF,U+2000-206F,U+20A0-20CF,U+2100-22FF,U+2500-27BF"
_SCRIPTS = {
    "latin": (_LATIN, re.compile("")),
    "greek": ("U+370-3FF", re.compile("[\u0370-\u03ff]")),
    "cyrillic": ("U+400-52F", re.compile("[\u0400-\u052f]")),
}
"""The code points of each cut, and how to see whether a text needs it."""

_WEIGHTS = {400: "regular", 500: "medium", 600: "semibold"}


def font_faces(text: str) -> str:
    """Return the style sheet that brings Inter and JetBrains Mono for the scripts of `text`."""
    faces = [
        _face("Inter", weight, f"inter-{name}-{script}", codes)
        for script, (codes, needed) in _SCRIPTS.items()
        if needed.search(text)
        for weight, name in _WEIGHTS.items()
    ]
    return "\n".join((*faces, _face("JetBrains Mono", 400, "jetbrains-mono-latin", _LATIN)))


@cache
def _face(family: str, weight: int, file: str, codes: str) -> str:
    data = base64.b64encode((FOLDER / f"{file}.woff2").read_bytes()).decode("ascii")
    return (
        f'@font-face{{font-family:"{family}";font-weight:{weight};font-display:swap;unicode-range:{codes};'
        f'src:url(data:font/woff2;base64,{data}) format("woff2")}}'
    )
