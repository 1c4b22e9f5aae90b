"""Reads the line of an interface: `API Process->HSM *[NTL]*: remark`, and everything people write instead of the arrow."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bartizan.formats.openstack_rst.called import Called
from bartizan.formats.openstack_rst.grammar import outside_brackets, unstarred
from bartizan.formats.openstack_rst.layout import Piece
from bartizan.knowledge.protocols import protocol

LONGEST_NAME = 10

_ARROW = re.compile(r"\s*(?P<arrow><-{1,2}>|<=>|↔|⇔|-{1,3}>{1,2}|[–—]>|={1,2}>|→|⇒|➔|➜|⟶|➝|⇢)\s*")
_BACK = re.compile(r"\s*(?P<arrow><-{1,3}|<=|←|⇐)\s*(?!>)")
_SOFT = re.compile(r"\s+(?P<arrow>to|–|—)\s+")
_TRANSPORT = re.compile(r"\s*\*{0,2}\s*\\?\[(?P<transport>[^\[\]]*)\\?\](?!_)(?:\s*\*{1,2}(?!\w))?")
_IN_PARENTHESES = re.compile(r"\s*\*{0,2}\s*\((?P<transport>[^()]*)\)\s*\*{0,2}\s*\Z")
_OVER = re.compile(r"\s+(?:over|via|using|with)\s+(?P<transport>[^:]{1,40})\Z", re.IGNORECASE)
_STARRED = re.compile(r"(?:\s+|(?<=\)))\*{1,2}(?P<transport>[^*\[\]()]{1,40})\*{1,2}\s*\Z")
_OPEN = re.compile(r"\s+\*{0,2}(?:TODO|FIXME|XXX|TBD|TBC)\b")
"""What people write where something is still to be said; no part of a name."""
_BEHIND = re.compile(r"\A\s*(?::?\*{1,2}(?=\s|\Z)|:)?(?:\s*(?:-{1,3}|–|—)(?=\s))?\s*")
_END = re.compile(r":(?=\s|\Z|\*)")


@dataclass(frozen=True)
class InterfaceLine:
    """What the line of an interface says."""

    requestor: Piece
    listener: Piece
    transport: Piece | None
    rest: Piece | None
    """What is said about it."""
    remark: str | None = None
    """What the arrow says beyond who connects."""


def interface_line(line: Piece, components: Called, *, numbered: bool = False) -> InterfaceLine | None:
    """Return what a line says; nothing where it connects nobody. In a numbered line ` to ` is enough of an arrow."""
    head, rest = _head_and_rest(line, components)
    for pattern, backwards in ((_ARROW, False), (_BACK, True)):
        match = pattern.search(head.markup)
        if match:
            return _ends(head, match, components, rest, backwards=backwards)
    for match in _SOFT.finditer(head.markup):
        found = _ends(head, match, components, rest, backwards=False)
        certain = found and components(found.requestor.text) and components(found.listener.text)
        if found and (found.transport or certain or (numbered and rest is not None)):
            return found
    return None


def _head_and_rest(line: Piece, components: Called) -> tuple[Piece, Piece | None]:
    """Split the line behind its transport, or at the first colon."""
    markup = line.markup
    free = {at for at, _character in outside_brackets(markup)}
    colon = next((match.start() for match in _END.finditer(markup) if match.start() in free), None)
    stop = len(markup) if colon is None else colon
    arrow = next((match for each in (_ARROW, _BACK, _SOFT) if (match := each.search(markup, 0, stop))), None)
    if arrow is None:
        return line.cut(0, stop), None
    bracket = _bracket(markup, arrow.end(), stop, components)
    if bracket:
        return line.cut(0, bracket.end()), _rest(line, bracket.end())
    still_open = _OPEN.search(markup, arrow.end(), stop)
    if still_open:
        return line.cut(0, still_open.start()), _rest(line, still_open.start())
    if colon is not None:
        return line.cut(0, colon), _rest(line, colon)
    dash = re.compile(r"\s(?:-|–|—)\s").search(markup, arrow.end())
    if dash and arrow.re is not _SOFT:
        return line.cut(0, dash.start()), _rest(line, dash.start())
    return line, None


def _bracket(markup: str, begin: int, stop: int, components: Called) -> re.Match[str] | None:
    """Return the brackets with the transport: the first behind the listener, whose own name may end in brackets."""
    found = [
        match
        for match in _TRANSPORT.finditer(markup, begin, stop)
        if markup.count("(", begin, match.start()) == markup.count(")", begin, match.start())
    ]
    named = [match for match in found if components.exactly(markup[begin : match.start()])]
    return named[-1] if named else found[0] if found else None


def _rest(line: Piece, start: int) -> Piece | None:
    rest = line.cut(start)
    behind = _BEHIND.match(rest.markup)
    kept = rest.cut(behind.end() if behind else 0)
    return kept.strip() if kept.text else line.cut(len(line.markup))


def _ends(
    head: Piece, match: re.Match[str], components: Called, rest: Piece | None, *, backwards: bool
) -> InterfaceLine | None:
    before, behind = head.cut(0, match.start("arrow")), head.cut(match.end("arrow"))
    listener, transport = _transport(behind, components)
    behind_colon = _TRANSPORT.match(rest.markup) if rest and transport is None else None
    if rest and behind_colon and (protocol(behind_colon["transport"].strip()) or "*" in behind_colon[0]):
        transport, rest = (
            rest.cut(*behind_colon.span("transport")).strip() or None,
            _rest(rest, behind_colon.end()),
        )
    requestor, listener = unstarred(before.strip(" :*")), unstarred(listener.strip(" :*"))
    names = (requestor, listener)
    if any(not re.search(r"\w", name.text) or len(name.text.split()) > LONGEST_NAME for name in names):
        return None
    if backwards:
        requestor, listener = listener, requestor
    both = match["arrow"] in {"<->", "<-->", "<=>", "↔", "⇔"}
    return InterfaceLine(requestor, listener, transport, rest, "Both may connect." if both else None)


def _transport(behind: Piece, components: Called) -> tuple[Piece, Piece | None]:
    """Split the name of the listener from the transport behind it."""
    markup = behind.markup
    brackets = list(_TRANSPORT.finditer(markup))
    if brackets and not markup[brackets[-1].end() :].strip(" *:"):
        return _split(behind, brackets[-1])
    starred = _STARRED.search(markup)
    if starred:
        return _split(behind, starred)
    called = components(behind.text)
    if called and components.says_all(called, behind.text):
        return behind, None
    for pattern in (_IN_PARENTHESES, _OVER):
        match = pattern.search(markup)
        if match and protocol(match["transport"].strip(" *[]()")):
            return _split(behind, match)
    return behind, None


def _split(behind: Piece, match: re.Match[str]) -> tuple[Piece, Piece | None]:
    transport = behind.cut(*match.span("transport")).strip(" *\\")
    wrapped = re.fullmatch(r"\(([^()]*)\)", transport.markup)
    transport = transport.cut(*wrapped.span(1)).strip() if wrapped else transport
    return behind.cut(0, match.start()), transport or None
