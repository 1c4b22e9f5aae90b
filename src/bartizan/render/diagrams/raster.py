"""Turn a picture into a PNG."""

from __future__ import annotations

from bartizan.render.diagrams.picture import Picture
from bartizan.render.diagrams.text_width import is_covered
from bartizan.render.diagrams.theme import COLOURS, in_dark
from bartizan.render.fonts import INTER

MOST_PIXELS = 60_000_000
"""A picture that would be larger is drawn at a smaller scale, so that no page can fill the memory."""


def png(picture: Picture, *, scale: float = 2.0, dark: bool = False) -> bytes:
    """Return the picture as PNG, `scale` pixels for each pixel of the SVG, light or dark.

    Texts are drawn in the fonts that are shipped, so that every machine draws the same; only where these lack a letter
    are the fonts of the machine looked at.
    """
    import resvg_py  # noqa: PLC0415  # only drawing should pay for it

    paper = COLOURS["paper"]
    svg = in_dark(picture.plain_svg) if dark else picture.plain_svg
    room = (MOST_PIXELS / max(1.0, picture.width * picture.height)) ** 0.5
    return bytes(
        resvg_py.svg_to_bytes(
            svg_string=svg,
            zoom=min(scale, room),
            background=paper.dark if dark else paper.light,
            font_files=[str(file) for file in INTER.values()],
            skip_system_fonts=is_covered(svg),
            font_family="Inter",
            sans_serif_family="Inter",
        )
    )
