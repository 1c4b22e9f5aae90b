"""Reads what stands between brackets behind the name of a component: `(Python)`, `[U-C]`, `(x3)`, `(future)`, `(optional)`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bartizan.formats.openstack_rst.grammar import listed, unstarred
from bartizan.formats.openstack_rst.layout import Piece

_LAST = re.compile(r"\s*(?:\((?P<round>[^()]+)\)|\[(?P<square>[^\[\]]+)\])\s*(?P<stars>\**)\s*\Z")
_PLACEMENT = re.compile(r"\s*[IUO]-C(?:\s*(?:or|and|,|/)\s*[IUO]-C)*\s*")
_INSTANCES = re.compile(
    r"(?:x\s?|×\s?)?(?P<number>(?:(?:at least|up to|more than|about|ca\.|[<>]=?|≥|≤|~)\s*)?[0-9][0-9.,]*\s?\+?(?:\s?(?:-|–|to)\s?[0-9]+)?)"
    r"(?:\s?[x×]|\s+(?:instances?|replicas?|nodes?|copies|servers?|processes|workers?|hosts?|units?))?"
    r"|(?P<words>many|several|multiple|(?:one|two|three|1|n|many) (?:per|for (?:each|every)|on (?:each|every)) .*|N(?:\s?\+\s?[0-9])?)",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"(?:future|planned|upcoming|not yet (?:implemented|there|available|written)|to come)\.?", re.IGNORECASE
)
_PLANNED = re.compile(r"(?:future|planned|upcoming|coming|not yet)\b.*", re.IGNORECASE)
_REMARK = re.compile(
    r"(?:(?:optional(?:ly)?|mandatory|required|recommended|deprecated|obsolete|legacy|experimental|internal|external|third[- ]party"
    r"|new|default|active|passive|standby|unused|proposed|since|until|removed|see|not|if|only|when|where|e\.g\.|i\.e\.|in scope"
    r"|out of scope|also|formerly|aka|tbd|tbc|todo|unknown)\b.*|\?+)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Qualifiers:
    """What stands between brackets behind a name, whatever its order."""

    technology: Piece | None = None
    placement: Piece | None = None
    instances: Piece | None = None
    future: Piece | None = None
    """Where it says that the component does not exist yet."""
    remarks: tuple[Piece, ...] = ()
    """What is none of these, such as `optional`."""


def qualified(head: Piece, *, with_technology: bool = True) -> tuple[Piece, Qualifiers]:
    """Split a name from what stands between brackets behind it; what belongs to the name stays there."""
    found = Qualifiers()
    while (match := _LAST.search(head.markup)) and match.start():
        longer = _with(found, head, match, with_technology=with_technology)
        if longer is None:
            break
        found = longer
        stars = match["stars"] if head.markup.startswith("*") and match["stars"] else ""
        if stars and not head.markup[: match.start()].endswith(stars):
            head = head.cut(
                len(head.markup) - len(head.markup.lstrip("*"))
            )  # `**Name (x)**`: the stars go with the brackets
            match = _LAST.search(head.markup)
        head = head.cut(0, match.start() if match else None).strip()
    return head, found


def _with(
    so_far: Qualifiers, head: Piece, match: re.Match[str], *, with_technology: bool
) -> Qualifiers | None:
    """Return what one pair of brackets adds; nothing where it belongs to the name."""
    kind = "round" if match["round"] else "square"
    inside = head.cut(*match.span(kind)).strip()
    if _PLACEMENT.fullmatch(inside.markup):
        return replace(so_far, placement=inside) if so_far.placement is None else None
    if kind == "square" or is_abbreviation(match[kind], head.markup[: match.start()]):
        return None
    if _FUTURE.fullmatch(inside.text) and so_far.future is None:
        return replace(so_far, future=inside)
    counted = _INSTANCES.fullmatch(inside.text)
    if counted and so_far.instances is None:
        number = inside.markup.find(counted["number"] or counted["words"])
        return replace(
            so_far,
            instances=inside.cut(max(number, 0), number + len(counted["number"]))
            if counted["number"]
            else inside,
        )
    parts = [unstarred(part) for part in listed(inside)]
    remarks = tuple(part for part in parts if _REMARK.fullmatch(part.text) or _PLANNED.fullmatch(part.text))
    technology = [part for part in parts if part not in remarks]
    if technology and (so_far.technology is not None or not with_technology):
        return None
    planned = next((part for part in remarks if _PLANNED.fullmatch(part.text)), None)
    return replace(
        so_far,
        technology=(inside if not remarks else _through(technology)) if technology else so_far.technology,
        future=so_far.future or planned,
        remarks=(*remarks, *so_far.remarks),
    )


def _through(parts: list[Piece]) -> Piece:
    return Piece(parts[0].leaf, parts[0].start, parts[-1].end)


def is_future(text: str) -> bool:
    """Say whether a text says no more than that something does not exist yet."""
    return _FUTURE.fullmatch(text) is not None


def is_abbreviation(short: str, text: str) -> bool:
    """Say whether `short` is made of the initials of `text`, as in `Hardware Security Module (HSM)`."""
    words = re.findall(r"[^\W_]+", text)
    letters = [letter for letter in short if letter.isupper()]
    initials = "".join(word[0] for word in words).upper()
    return len(letters) > 1 and short.rstrip("s") == "".join(letters) and "".join(letters) in initials
