"""Finds how much confidentiality, integrity and availability matter where that stands within a line: `C: high, I: low, A: low`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bartizan.formats.openstack_rst.layout import Piece

PROPERTIES = ("confidentiality", "integrity", "availability")

_WORD = r"(?:(?:very|extremely|rather)\s+)?(?:high|medium|moderate|low|none|critical|severe|minor|negligible|secret|confidential|public|unknown)"
_LEVEL = rf"(?:{_WORD}|[HML]|N/?A|[0-9]{{1,2}})\b"
_PROPERTY = r"(?:Confidentiality|Integrity|Availability|Conf\.?|Int\.?|Avail\.?|C|I|A)"
_ONE = rf"\b{_PROPERTY}\s*(?:[:=]\s*|\s+(?:is\s+)?){_LEVEL}"
_RUN = re.compile(
    rf"{_ONE}(?:\s*[,;./|]?\s*(?:and\s+)?{_ONE})+"
    rf"|\b(?:CIA|C\s?/\s?I\s?/\s?A)(?:\s+ratings?)?\s*[:=]?\s*{_LEVEL}\s*[/,]\s*{_LEVEL}\s*[/,]\s*{_LEVEL}",
    re.IGNORECASE,
)
_EACH = re.compile(
    rf"\b(?P<property>[CIA])[a-z.]*\s*(?:[:=]\s*|\s+(?:is\s+)?)(?P<level>{_LEVEL})", re.IGNORECASE
)
_THREE = re.compile(rf"(?P<c>{_LEVEL})\s*[/,]\s*(?P<i>{_LEVEL})\s*[/,]\s*(?P<a>{_LEVEL})\s*\Z", re.IGNORECASE)
_REASONED = re.compile(
    rf"\s*(?P<level>{_LEVEL})(?:\s*[,;:.]\s+|\s+(?:-{{1,3}}|–|—)\s+|\s+(?=\())(?P<reason>\S.*)",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True)
class Ratings:
    """Ratings that stand together."""

    start: int
    end: int
    """Where they stand in the text."""
    levels: dict[str, Piece]
    """What is said, by property."""


def ratings_in(piece: Piece) -> Ratings | None:
    """Return the ratings in a text; one alone is no more than a word, and a property named twice is prose."""
    run = _RUN.search(piece.markup)
    if run is None:
        return None
    three = _THREE.search(run[0])
    if three:
        spans = [three.span(group) for group in ("c", "i", "a")]
        levels = {key: _part(piece, run.start(), span) for key, span in zip(PROPERTIES, spans, strict=True)}
        return Ratings(run.start(), run.end(), levels)
    each = list(_EACH.finditer(run[0]))
    keys = [next(key for key in PROPERTIES if key[0] == match["property"].casefold()) for match in each]
    if len(keys) < 2 or len(set(keys)) < len(keys):
        return None
    levels = {
        key: _part(piece, run.start(), match.span("level")) for key, match in zip(keys, each, strict=True)
    }
    return Ratings(run.start(), run.end(), levels)


def _part(piece: Piece, start: int, span: tuple[int, int]) -> Piece:
    return piece.cut(start + span[0], start + span[1])


def level_and_reason(piece: Piece) -> tuple[Piece, Piece] | None:
    """Split `High - it would be embarrassing` into how much it matters and why."""
    match = _REASONED.fullmatch(piece.markup)
    if match is None:
        return None
    reason = piece.cut(*match.span("reason")).strip()
    whole = re.fullmatch(r"\(([^()]*)\)\.?", reason.markup, re.DOTALL)
    return piece.cut(*match.span("level")), reason.cut(*whole.span(1)) if whole else reason
