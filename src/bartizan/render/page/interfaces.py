"""Interfaces on a printed page: an overview to find one in, and a card with all that the template asks for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bartizan.render.page.document import (
    Blocks,
    Card,
    Cards,
    Column,
    Fact,
    Facts,
    Nature,
    Paragraph,
    Row,
    Table,
    Tone,
    Word,
    Words,
)
from bartizan.render.page.names import interface_number
from bartizan.render.page.tables import field_blocks, tagged, tags_of
from bartizan.render.page.wording import facts_of, said_words

if TYPE_CHECKING:
    from bartizan.model.architecture import Architecture
    from bartizan.model.interface import Interface
    from bartizan.render.page.names import Names

ASKED = {
    "network": "Network name",
    "request": "Request",
    "request_credentials": "Request credentials",
    "request_authorization": "Request authorization",
    "response": "Response",
    "response_credentials": "Response credentials",
    "description": "Description of operation",
}
"""Those of the template's eleven columns that do not stand in the head of the card."""

_LONGEST = 9
"""Longer digits are no number that anybody counts to."""

_HEAD = frozenset({"number", "name", "requestor", "listener", "protocol"})


def interfaces(architecture: Architecture, names: Names) -> Blocks:
    """Return an overview of the interfaces and then each by itself."""
    if not architecture.interfaces:
        return ()
    cards = tuple(_card(interface, names) for interface in in_order(architecture))
    return (_overview(architecture, names), Cards(cards))


def in_order(architecture: Architecture) -> list[Interface]:
    """Return the interfaces by number where all are numbered, else as the file has them."""
    listed = list(architecture.interfaces.values())
    numbers = {each.id: interface_number(each) for each in listed}
    if not all(number.isdecimal() and len(number) < _LONGEST for number in numbers.values()):
        return listed
    return sorted(listed, key=lambda each: int(numbers[each.id]))


def _overview(architecture: Architecture, names: Names) -> Table:
    rows = []
    for interface in in_order(architecture):
        link = f"#{names.anchor('interfaces', interface.id)}"
        in_flight = [field_blocks(interface, each, names) for each in ("request", "response", "in_flight")]
        cells: tuple[Blocks, ...] = (
            (Paragraph((Word(interface_number(interface) or interface.id, Tone.STRONG, link),)),),
            _line(said_words(interface.name)),
            field_blocks(interface, "protocol", names),
            field_blocks(interface, "requestor", names),
            field_blocks(interface, "listener", names),
            tuple(block for blocks in in_flight for block in blocks),
        )
        rows.append(Row("", cells))
    columns = (
        Column("No.", Nature.NUMBER),
        Column("Name", Nature.SHORT, asked=False),
        Column("Protocol", Nature.SHORT),
        Column("Requestor", Nature.SHORT),
        Column("Listener", Nature.SHORT),
        Column("In flight", Nature.LIST, asked=False),
    )
    said = [at for at in range(len(columns)) if any(row.cells[at] for row in rows)]
    return Table(
        "Overview of the interfaces",
        tuple(columns[at] for at in said),
        tuple(Row(row.anchor, tuple(row.cells[at] for at in said)) for row in rows),
        is_overview=True,
    )


def _line(words: Words) -> Blocks:
    return (Paragraph(words),) if words else ()


def _card(interface: Interface, names: Names) -> Card:
    facts = []
    missing = []
    for attribute, label in ASKED.items():
        blocks = field_blocks(interface, attribute, names)
        if blocks:
            facts.append(Fact(label, blocks))
        elif not (interface.in_flight and attribute in {"request", "response"}):
            missing.append(label)
    facts += facts_of(interface, names, without=_HEAD | frozenset(ASKED) | tagged(interface))
    return Card(
        anchor=names.anchor("interfaces", interface.id),
        number=interface_number(interface) or interface.id,
        title=_title(interface, names),
        tags=(*_protocols(interface), *tags_of(interface)),
        blocks=(Facts(tuple(facts)),) if facts else (),
        not_said=tuple(missing),
    )


def _title(interface: Interface, names: Names) -> Words:
    """Return the name, if it has one, and who connects to whom."""
    tone = Tone.PLAIN if interface.name else Tone.STRONG
    ends = (
        _end(interface.requestor, "requestor not said", names, tone),
        Word("to", Tone.ARROW),
        _end(interface.listener, "listener not said", names, tone),
    )
    return (Word(interface.name, Tone.STRONG), Word("  "), *ends) if interface.name else ends


def _end(id_: str | None, otherwise: str, names: Names, tone: Tone) -> Word:
    if id_ is None:
        return Word(otherwise, Tone.NOT_SAID)
    return Word(id_, Tone.UNKNOWN) if id_ == "unknown" else names.word(id_, ("components",), tone)


def _protocols(interface: Interface) -> Words:
    if not interface.protocol:
        return (Word("protocol not said", Tone.NOT_SAID),)
    return tuple(
        Word("protocol unknown", Tone.UNKNOWN) if each == "unknown" else Word(each, Tone.TAG)
        for each in interface.protocol
    )
