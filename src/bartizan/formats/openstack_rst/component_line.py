"""Reads the line of a component: `API Process (Python) [U-C]: web service listening for requests`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bartizan.formats.openstack_rst.grammar import emphasized, separated, unstarred
from bartizan.formats.openstack_rst.layout import Piece

_PLACEMENT = re.compile(r"[\[(]\s*(?P<placement>[IUO]-C(?:\s*(?:or|and|,|/)\s*[IUO]-C)*)\s*[\])]")
_TECHNOLOGY = re.compile(r"\s*\((?P<technology>[^()]+)\)\s*\**\s*\Z")
LONGEST_NAME = 8
"""Words in the name of a component; a longer line without a separator is a sentence."""


@dataclass(frozen=True)
class ComponentLine:
    """What the line of a component says."""

    name: Piece
    technology: Piece | None = None
    placement: Piece | None = None
    rest: Piece | None = None
    """What is said about it."""


def component_line(line: Piece) -> ComponentLine | None:
    """Return what a line says; nothing where it has no name."""
    head, rest = _name_and_rest(line)
    if head is None or not re.search(r"\w", head.text):
        return None
    placement = None
    match = _PLACEMENT.search(head.markup)
    if match and not head.markup[match.end() :].strip(" *"):
        placement = head.cut(*match.span("placement"))
        head = head.cut(0, match.start()).strip()
    technology = None
    match = _TECHNOLOGY.search(head.markup)
    if match and match.start() and not is_abbreviation(match["technology"], head.markup[: match.start()]):
        technology = head.cut(*match.span("technology"))
        head = head.cut(0, match.start()).strip()
    name = unstarred(head)
    return ComponentLine(name, technology, placement, rest) if name.text else None


def is_abbreviation(short: str, text: str) -> bool:
    """Say whether `short` is made of the initials of `text`, as in `Hardware Security Module (HSM)`."""
    words = re.findall(r"[^\W_]+", text)
    letters = [letter for letter in short if letter.isupper()]
    initials = "".join(word[0] for word in words).upper()
    return len(letters) > 1 and short.rstrip("s") == "".join(letters) and "".join(letters) in initials


def _name_and_rest(line: Piece) -> tuple[Piece | None, Piece | None]:
    split = separated(line)
    if split:
        name, rest = split
        return (name, rest or None) if len(name.text.split()) <= LONGEST_NAME else (None, None)
    starred = emphasized(line)
    if starred and starred[1]:
        bracket = re.match(r"(?:\s*[(\[][^()\[\]]*[)\]])*", starred[1].markup)
        end = starred[1].start - line.start + (bracket.end() if bracket else 0)
        return line.cut(0, end), line.cut(end).strip() or None
    if len(line.text.split()) <= LONGEST_NAME and not line.text.endswith("."):
        return line, None
    return None, None
