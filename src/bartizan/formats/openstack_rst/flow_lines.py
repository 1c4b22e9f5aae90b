"""Tells the lines of a typed flow apart: steps such as `Client->API: store a secret`, its title, words of the drawing tool, prose."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from bartizan.formats.openstack_rst.grammar import ARROW
from bartizan.formats.openstack_rst.layout import Piece
from bartizan.model.names import fold
from bartizan.model.steps import parse_step, step_parts

TITLE = re.compile(r"\s*title\b:?\s+(?P<title>\S.*)", re.IGNORECASE)
USE_CASE = re.compile(
    r"\s*(?:use[ -]case|scenario)(?:\s*\d+(?:\s*(?::|-|–|—)\s+|\s+)|\s*(?::|-|–|—)\s+)(?=\S)", re.IGNORECASE
)
"""What stands before the name of a use case in its title: `Use case 2: `."""
LONGEST_END = 5
"""Words in the name of an end of a step that is no component; a longer one is the beginning of a sentence."""

_STEP_ARROW = re.compile(r"->|→|⇢|=>")
_NAME = re.compile(r"\"[^\"]+\"|[^\W_][\w .&+#()'’:@/-]*")
_SAYS_WHAT = re.compile(r"\s*(?::\s+\S|\[[^\[\]]+\]\s*\Z)")
_DECLARED = re.compile(
    r"(?:create\s+)?(?:participant|actor|boundary|control|entity|database|collections|queue)\s+"
    r"(?P<name>\"[^\"]+\"|\S.*?)(?:\s+as\s+(?P<alias>\"[^\"]+\"|\S.*))?",
    re.IGNORECASE,
)
_KEYWORD = re.compile(
    r"(?:autonumber|activate|deactivate|destroy|alt|else|opt|loop|par|critical|break|group|box|ref over|state over"
    r"|[hr]?note (?:left|right|over)|skinparam|hide|show)\b.*|and|end(?:\s+(?:note|box|ref|state))?|sequenceDiagram"
    r"|@(?:start|end)\w+|={2,}.*={2,}|\.{3}.*|\|{3,}",
    re.IGNORECASE,
)
_DRAWING = re.compile(
    r"^\s*(?:strict\s+)?(?:di)?graph\b|\[\s*label\s*=|\{\s*$|^\s*\}", re.MULTILINE | re.IGNORECASE
)
"""What only languages have that draw boxes and arrows wherever they please, whose arrows are no steps."""

Known = Callable[[str], object]
"""Answers whether a component is called so."""


@dataclass
class Aliases:
    """The short names that a flow declares: `participant Front end as F`."""

    names: dict[str, str] = field(default_factory=dict)
    """The full name by the folded short one."""
    declared: list[tuple[Piece, str]] = field(default_factory=list)
    """Each line that declares a name, and that name."""


def is_step(line: str, known: Known) -> bool:
    """Say whether a line is a typed step: one arrow between two names, and what happens; of known ends that is enough."""
    text = " ".join(line.split())
    ends = ends_of(text)
    if ends is None or not all(known(end) or _is_name(end) for end in ends):
        return False
    return _SAYS_WHAT.match(text, _end_spans(text)[1][1]) is not None or all(known(end) for end in ends)


def ends_of(text: str) -> tuple[str, str] | None:
    """Return the two names between which an arrow stands, without quotation marks."""
    if not _STEP_ARROW.search(text) or parse_step(text, _nobody) is None:
        return None
    (a, b), (c, d) = _end_spans(text)
    return text[a:b].strip('" '), text[c:d].strip('" ')


def _end_spans(text: str) -> tuple[tuple[int, int], tuple[int, int]]:
    sender, receiver, *_interface = step_parts(text)
    return sender, receiver


def with_full_names(text: str, aliases: Aliases) -> str:
    """Return a step with the names for which its short ones stand."""
    for start, end in reversed(_end_spans(text)):
        full = aliases.names.get(fold(text[start:end]))
        text = f"{text[:start]}{full}{text[end:]}" if full else text
    return text


def _nobody(_name: str) -> None:
    return None


def _is_name(end: str) -> bool:
    return (
        _NAME.fullmatch(end) is not None
        and len(end.split()) <= LONGEST_END
        and not ARROW.search(end)
        and not re.search(r"--|[.:]\s", end)
    )


def steps_among(lines: Iterable[Piece], known: Known) -> list[Piece]:
    """Return the lines that are steps; an end of one of them is known in the others."""
    lines = list(lines)
    ends = {
        fold(end)
        for line in lines
        if is_step(line.text, known)
        for end in ends_of(" ".join(line.text.split())) or ()
    }
    return [line for line in lines if is_step(line.text, lambda name: known(name) or fold(name) in ends)]


def is_keyword(line: str) -> bool:
    """Say whether a line says something to the tool that draws the flow, or beside the flow, and is no step of it."""
    text = line.strip()
    return bool(_KEYWORD.fullmatch(text) or (_DECLARED.fullmatch(text) and not text.endswith(".")))


def is_typed(piece: Piece, known: Known) -> bool:
    """Say whether most lines of a text are steps, or it is nothing but the title of steps to come."""
    if _DRAWING.search(piece.markup):
        return False
    lines = [line for line in piece.lines() if line and not is_keyword(line.markup)]
    titles = sum(bool(TITLE.fullmatch(line.markup)) for line in lines)
    steps = len(steps_among(lines, known))
    if not steps:
        return bool(titles) and titles == len(lines)
    return (steps + titles) * 2 > len(lines)


def is_beside(piece: Piece) -> bool:
    """Say whether a text says something beside a flow, such as `Note right of API: …`, and is no text between two flows."""
    lines = [line for line in piece.lines() if line]
    return bool(lines) and all(is_keyword(line.markup) for line in lines)


def aliases_in(lines: Iterable[Piece], known: Known) -> Aliases:
    """Return the names that lines declare; which of two names is the short one shows where the steps use it."""
    lines = list(lines)
    found = Aliases()
    used = {fold(end) for line in lines for end in ends_of(" ".join(line.text.split())) or ()}
    for line in lines:
        match = _DECLARED.fullmatch(line.text.strip())
        if match is None or is_step(line.text, known):
            continue
        full, short = match["name"].strip('"'), (match["alias"] or match["name"]).strip('"')
        if fold(full) in used and fold(short) not in used:
            full, short = short, full
        if fold(short) in used and not known(short):
            found.names[fold(short)] = full
        if fold(short) in used and (known(short) is None or fold(short) == fold(full)):
            found.declared.append((line, full))
    return found
