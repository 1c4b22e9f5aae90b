"""Small patterns that lines of a page share: labels, lists within a line, words that stand for nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bartizan.formats.openstack_rst.layout import Piece

SEPARATOR = re.compile(
    r":(?=\s|\Z|[*_`]+(?:\s|\Z))|(?<=\s)(?:-{1,3}|–|—)(?=\s|\Z)|(?<=\*)(?:-{1,3}|–|—)(?=\s)"
)
"""What stands between a name and what is said about it."""

ARROW = re.compile(r"-{1,3}>|={1,2}>|[–—]>|→|⇒|➔|➜|⟶|<-{1,3}|←|↔")
"""What stands between the two ends of an interface."""

NOTHING = frozenset({"none", "nothing", "no", "not needed", "no credentials", "not required"})
"""What people write where nothing is asked for."""
UNKNOWN = frozenset({"unknown", "not known", "?", "??", "???"})
DASHES = frozenset({"-", "--", "---", "–", "—", ""})
"""What people write into a cell so that it is not empty."""

_LABEL = re.compile(
    r"\s*(?P<stars>\*{0,2})(?P<label>[^\W\d_][^:\n*]{0,70}?)(?:(?P=stars)\s*:|:(?P=stars))(?=\s|\Z)"
)


def label_of(piece: Piece) -> tuple[Piece, Piece] | None:
    """Split `Label: text`, `*Label*: text` or `**Label:** text` into label and text."""
    match = _LABEL.match(piece.markup)
    if not match:
        return None
    return piece.cut(*match.span("label")).strip(), piece.cut(match.end())


def outside_brackets(text: str) -> Iterator[tuple[int, str]]:
    """Yield each character that stands outside of parentheses, brackets, quotes of code and the targets of links."""
    depth, in_code = 0, False
    at = 0
    while at < len(text):
        character = text[at]
        if character == "\\":
            at += 2
            continue
        if character == "`":
            in_code = not in_code
        elif not in_code and character in "([{":
            depth += 1
        elif not in_code and character in ")]}" and depth:
            depth -= 1
        elif not in_code and not depth:
            yield at, character
        at += 1


def separated(piece: Piece) -> tuple[Piece, Piece] | None:
    """Split `name: text` or `name - text` at the first separator outside of brackets."""
    markup = piece.markup
    free = {at for at, _character in outside_brackets(markup)}
    for match in SEPARATOR.finditer(markup):
        if match.start() in free and markup[: match.start()].strip():
            return piece.cut(0, match.start()).strip(), piece.cut(match.end()).strip()
    return None


def listed(piece: Piece, marks: str = ",;") -> list[Piece]:
    """Split a list within a line at commas, semicolons and line breaks between them, outside of brackets."""
    markup = piece.markup
    parts, at = [], 0
    for where, character in outside_brackets(markup):
        if character in marks:
            parts.append(piece.cut(at, where))
            at = where + 1
    parts.append(piece.cut(at))
    stripped = [part.strip() for part in parts]
    return [_without_full_stop(part) for part in stripped if re.search(r"\w", part.markup)]


def split_at(piece: Piece, pattern: str) -> list[Piece]:
    """Split a piece wherever a pattern matches."""
    parts, at = [], 0
    for match in re.finditer(pattern, piece.markup):
        parts.append(piece.cut(at, match.start()).strip())
        at = match.end()
    parts.append(piece.cut(at).strip())
    return [part for part in parts if part]


def _without_full_stop(part: Piece) -> Piece:
    markup = part.markup
    return part.cut(0, len(markup) - 1) if markup.endswith(".") and not markup.endswith("..") else part


def emphasized(piece: Piece) -> tuple[Piece, Piece] | None:
    """Split `*name* text` into what is emphasized at the beginning and the rest."""
    match = re.match(r"\s*(\*\*?)(?=\S)(.{1,300}?)(?<=\S)\1(?![\w*])", piece.markup, re.DOTALL)
    return (piece.cut(*match.span(2)), piece.cut(match.end())) if match else None


def unstarred(piece: Piece) -> Piece:
    """Return a piece without the stars around the whole of it, and without white space."""
    stripped = piece.strip()
    match = re.fullmatch(r"(\*\*?)(?=\S)([^*]+)(?<=\S)\1", stripped.markup, re.DOTALL)
    return stripped.cut(*match.span(2)) if match else stripped
