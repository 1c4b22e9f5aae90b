"""Reads what the line of a trust domain says beside its name: `Core (network): reached from Internet`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bartizan.formats.openstack_rst.called import id_for
from bartizan.formats.openstack_rst.grammar import listed, separated, split_at
from bartizan.formats.openstack_rst.layout import Piece
from bartizan.model.names import fold
from bartizan.model.trust_domain import DomainKind
from bartizan.source.nodes import Scalar

if TYPE_CHECKING:
    from bartizan.formats.openstack_rst.read_words import Words

_KIND = re.compile(r"\s*\((?P<kind>[^()]+)\)\s*\Z")
_REACHED = re.compile(
    r"(?:it\s+is\s+|is\s+)?(?:reached|reachable)(?:\s+only)?\s+from\s+(?P<from>[^.;:]+)\.?", re.IGNORECASE
)
LONGEST_NAME = 4
"""Words in the name of a domain from which another one is reached."""


def domain_and_kind(name: Piece) -> tuple[Piece, Piece | None]:
    """Split `Core (network)` where it is a kind of domain that stands between the brackets."""
    match = _KIND.search(name.markup)
    if (
        match is None
        or not match.start()
        or fold(match["kind"]) not in {fold(kind.value) for kind in DomainKind}
    ):
        return name, None
    return name.cut(0, match.start()).strip(), name.cut(*match.span("kind")).strip()


def is_domain(line: Piece) -> bool:
    """Say whether a line under a domain is certain to be that of another one: it says of which kind it is."""
    split = separated(line)
    return domain_and_kind(split[0] if split else line)[1] is not None


def reached_from(text: Piece, words: Words) -> list[Scalar]:
    """Return the domains in `reached from A and B`; none where it says anything else."""
    match = _REACHED.fullmatch(text.markup.strip())
    if match is None:
        return []
    start = text.markup.index(match["from"])
    found = text.cut(start, start + len(match["from"]))
    names = [
        name
        for part in listed(found)
        for name in split_at(part, r"(?:\A|\s+)(?:and|or)\s+(?:the\s+)?|\Athe\s+")
    ]
    if any(len(name.text.split()) > LONGEST_NAME for name in names):
        return []
    known = words.called["trust-domains"]
    return [Scalar(known(name.text) or id_for(name.text), name.span, '"') for name in names]
