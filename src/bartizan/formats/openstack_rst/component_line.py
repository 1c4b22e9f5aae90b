"""Reads the line of a component: `API Process (Python) [U-C]: web service listening for requests`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from bartizan.formats.openstack_rst.component_qualifiers import Qualifiers, is_future, qualified
from bartizan.formats.openstack_rst.grammar import emphasized, separated, unstarred
from bartizan.formats.openstack_rst.layout import Piece

_CHOICE = re.compile(r"\s*[,;]\s*(?P<choice>(?:any|one|either)\s+of\b.*)\Z", re.IGNORECASE | re.DOTALL)
"""What announces the products under a name, and is no part of it: `Store, one of the following:`."""
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
    qualifiers: Qualifiers = field(default_factory=Qualifiers)
    """What else stands between brackets behind its name."""


def component_line(line: Piece) -> ComponentLine | None:
    """Return what a line says; nothing where it has no name."""
    head, rest = _name_and_rest(line)
    if head is None or not re.search(r"\w", head.text):
        return None
    choice = _CHOICE.search(head.markup) if rest is None else None
    if choice and choice.start():
        head, rest = head.cut(0, choice.start()), head.cut(choice.start("choice"))
    head, qualifiers = qualified(head)
    if rest and is_future(rest.text):
        qualifiers, rest = replace(qualifiers, future=rest), None
    name = unstarred(head)
    if not name.text:
        return None
    return ComponentLine(name, qualifiers.technology, qualifiers.placement, rest, qualifiers)


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
