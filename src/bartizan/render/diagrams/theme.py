"""The colours of the pictures, in the light and in the dark, and what each kind of mark looks like."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple


class Theme(Enum):
    """Which colours a picture has."""

    AUTO = "auto"
    """Light or dark as the reader's screen prefers."""
    LIGHT = "light"
    DARK = "dark"


class Colour(NamedTuple):
    """One role, in the light and in the dark; no two roles share a light value."""

    light: str
    dark: str


COLOURS = {
    "paper": Colour("#ffffff", "#12161f"),
    "ink": Colour("#1a2233", "#e8ecf4"),
    "text": Colour("#1b2334", "#e7ebf3"),
    "muted": Colour("#5a6478", "#a3aec2"),
    "line": Colour("#3a4459", "#b4bfd2"),
    "faint-line": Colour("#7c88a0", "#6f7b93"),
    "box": Colour("#fefeff", "#1d2432"),
    "people": Colour("#eef3ff", "#222c44"),
    "shade": Colour("#e9ecf1", "#2b3140"),
    "sheet": Colour("#fdfdfe", "#191f2c"),
    "badge": Colour("#1c2436", "#dfe5f0"),
    "badge-text": Colour("#fffffe", "#131722"),
    "network": Colour("#5b80b8", "#6d95d1"),
    "network-fill": Colour("#f3f7fd", "#161d2b"),
    "network-text": Colour("#3f66a3", "#8db2ea"),
    "group": Colour("#8089a0", "#7e899f"),
    "group-fill": Colour("#fbfcfe", "#1a202e"),
    "group-text": Colour("#626c83", "#a0abbf"),
    "third-party": Colour("#b5803f", "#c08f50"),
    "third-party-fill": Colour("#fdf8f0", "#231d15"),
    "third-party-text": Colour("#8f5d1c", "#deb37c"),
    "boundary": Colour("#d05a4c", "#e0766a"),
    "administration": Colour("#c47500", "#c06c0c"),
    "zebra": Colour("#f6f8fc", "#171c27"),
    "lifeline": Colour("#818da4", "#6d7990"),
    "hot": Colour("#c8301e", "#ff7a68"),
    "hot-fill": Colour("#fdeeec", "#3a1c19"),
    "focus": Colour("#d98200", "#ffb13d"),
}
"""The roles of colour by name; contrast of every text on every ground it can stand on is at least 4.5 to 1."""

FONT = "Inter, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, 'Noto Sans', 'Noto Sans CJK SC', sans-serif"
"""The family that is shipped, then what comes closest on machines that do not have it."""

MARKS: dict[str, dict[str, str]] = {
    "paper": {"fill": "paper"},
    "box": {"fill": "box", "stroke": "ink", "stroke-width": "1.4"},
    "sheet": {"fill": "sheet", "stroke": "ink", "stroke-width": "1.2"},
    "people": {"fill": "people", "stroke": "ink", "stroke-width": "1.4"},
    "shaded": {"fill": "shade", "stroke": "muted", "stroke-width": "1.2"},
    "ghost": {"fill": "paper", "stroke": "hot", "stroke-width": "1.2", "stroke-dasharray": "2 3"},
    "edge": {"fill": "none", "stroke": "ink", "stroke-width": "1.4"},
    "network": {
        "fill": "network-fill",
        "stroke": "network",
        "stroke-width": "1.4",
        "stroke-dasharray": "8 5",
    },
    "group": {"fill": "group-fill", "stroke": "group", "stroke-width": "1.4", "stroke-dasharray": "1.5 3.5"},
    "third-party": {
        "fill": "third-party-fill",
        "stroke": "third-party",
        "stroke-width": "1.4",
        "stroke-dasharray": "8 5",
    },
    "line": {"fill": "none", "stroke": "line", "stroke-width": "1.5"},
    "thin": {"fill": "none", "stroke": "faint-line", "stroke-width": "1.1"},
    "head": {"fill": "line"},
    "hollow-head": {"fill": "paper", "stroke": "line", "stroke-width": "1.2"},
    "thin-head": {"fill": "faint-line"},
    "badge": {"fill": "badge"},
    "badge-hollow": {"fill": "paper", "stroke": "faint-line", "stroke-width": "1.2"},
    "badge-ring": {"stroke": "administration", "stroke-width": "2"},
    "badge-admin": {"fill": "badge", "stroke": "administration", "stroke-width": "2"},
    "badge-step": {"fill": "paper", "stroke": "ink", "stroke-width": "1.2"},
    "zebra": {"fill": "zebra"},
    "lifeline": {"fill": "none", "stroke": "lifeline", "stroke-width": "1.1", "stroke-dasharray": "5 4"},
    "frame": {"fill": "none", "stroke": "faint-line", "stroke-width": "1"},
    "c-text": {"fill": "text"},
    "c-muted": {"fill": "muted"},
    "c-badge": {"fill": "badge-text"},
    "c-hot": {"fill": "hot"},
    "c-network": {"fill": "network-text"},
    "c-group": {"fill": "group-text"},
    "c-third-party": {"fill": "third-party-text"},
    "dot": {"fill": "muted"},
    # What changes the looks of another mark stands behind all of those.
    "planned": {"stroke-dasharray": "6 4"},
    "dashed": {"stroke-dasharray": "6 4"},
    "flow-boundary": {"stroke": "boundary", "stroke-dasharray": "8 5"},
    "open": {"fill": "none"},
    "no-edge": {"stroke": "none"},
    "fine": {"stroke-width": "1"},
    # What an attack path makes of another mark: behind all others.
    "quiet": {"stroke": "faint-line", "stroke-width": "1"},
    "hot-edge": {"stroke": "hot", "stroke-width": "3"},
    "hot-ground": {"fill": "hot-fill"},
    "hot-fill": {"fill": "hot"},
    "tag": {"fill": "paper", "stroke": "hot", "stroke-width": "1.4"},
    "cross": {"fill": "none", "stroke": "hot", "stroke-width": "2"},
    "leader": {"fill": "none", "stroke": "hot", "stroke-width": "1", "stroke-dasharray": "1.5 2.5"},
}
"""What the marks look like, by CSS class; a fill or stroke names a role of colour; where two meet, the later one wins."""


STATES = (
    ".{d} .hot .bz-line,.{d} .hot .bz-box,.{d} .hot .bz-edge{{stroke:var(--bz-hot)}}"
    ".{d} .hot .bz-box{{fill:var(--bz-hot-fill)}}.{d} .hot .bz-head,.{d} .hot .bz-badge{{fill:var(--bz-hot)}}"
    ".{d} .focus .bz-line,.{d} .focus .bz-box{{stroke:var(--bz-focus);stroke-width:2.6}}"
    ".{d} .focus .bz-head,.{d} .focus .bz-badge{{fill:var(--bz-focus)}}"
)
"""Looks of elements that a page marks as part of an attack path (`hot`) or under discussion (`focus`)."""

ROOT = "bartizan-diagram"
"""The class of every picture of ours; a page's own style sheet can begin its selectors with it."""


def style_sheet(theme: Theme, marks: frozenset[str]) -> str:
    """Return the CSS that a standalone SVG carries: the roles as custom properties, then the marks that it uses."""
    roles = [_roles(theme is Theme.DARK)]
    if theme is Theme.AUTO:
        roles.append(f"@media (prefers-color-scheme:dark){{{_roles(dark=True)}}}")
    rules = [
        f".{ROOT} .bz-{name}{{{';'.join(f'{key}:{_in_css(value)}' for key, value in properties.items())}}}"
        for name, properties in MARKS.items()
        if name in marks
    ]
    return "".join((*roles, *rules, STATES.format(d=ROOT)))


def presentation(marks: tuple[str, ...]) -> dict[str, str]:
    """Return the same looks as attributes, in light colours, for readers without style sheets."""
    attributes: dict[str, str] = {}
    for name in marks:
        for key, value in MARKS[name].items():
            attributes[key] = COLOURS[value].light if value in COLOURS else value
    return attributes


def in_dark(plain_svg: str) -> str:
    """Return a plain SVG of ours with each light colour replaced by its dark one."""
    dark = {colour.light: colour.dark for colour in COLOURS.values()}
    # Our writer escapes the quotes in texts, so that what looks like such an attribute is one.
    return re.sub(
        r' (fill|stroke)="(#[0-9a-f]{6})"',
        lambda match: f' {match[1]}="{dark.get(match[2], match[2])}"',
        plain_svg,
    )


def _roles(dark: bool) -> str:
    roles = ";".join(
        f"--bz-{name}:{colour.dark if dark else colour.light}" for name, colour in COLOURS.items()
    )
    return f".{ROOT}{{{roles}}}"


def _in_css(value: str) -> str:
    return f"var(--bz-{value})" if value in COLOURS else value
