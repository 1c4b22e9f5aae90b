"""Interfaces on a printed page: a table of them all, and a card for each of which more was said than stands there."""

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
from bartizan.render.page.runs import run_words
from bartizan.render.page.tables import field_blocks, tagged, tags_of
from bartizan.render.page.wording import facts_of, said_words

if TYPE_CHECKING:
    from bartizan.model.architecture import Architecture
    from bartizan.model.interface import Interface
    from bartizan.render.page.names import Names

IN_FLIGHT = {"request": "→ request", "response": "← response", "in_flight": "↔ either way"}
"""What goes over an interface, and which way, seen from the requestor."""

ASKED = {
    "network": "Network name",
    "request_credentials": "Request credentials",
    "request_authorization": "Request authorization",
    "response_credentials": "Response credentials",
    "description": "Description of operation",
}
"""Those of the template's eleven columns that have none in the table."""

_TEMPLATE = {"request": "Request", "response": "Response"} | ASKED
"""What the template asks about each interface beyond its ends and its protocol."""

_LONGEST = 9
"""Longer digits are no number that anybody counts to."""

_IN_TABLE = frozenset({"number", "name", "requestor", "listener", "protocol"}) | frozenset(IN_FLIGHT)


def interfaces(architecture: Architecture, names: Names) -> Blocks:
    """Return a table of the interfaces, a card for each that has more to say, and what was not said of which."""
    listed = in_order(architecture)
    if not listed:
        return ()
    facts = {each.id: _more_facts(each, names) for each in listed}
    cards = [_card(each, facts[each.id], names) for each in listed if facts[each.id]]
    missing = _not_said(listed, names)
    if missing:
        cards.append(Card("", "", (Word("What was not said", Tone.STRONG),), (), (Facts(missing),)))
    table = _table(listed, facts, names)
    return (table, Cards(tuple(cards))) if cards else (table,)


def in_order(architecture: Architecture) -> list[Interface]:
    """Return the interfaces by number where all are numbered, else as the file has them."""
    listed = list(architecture.interfaces.values())
    numbers = {each.id: interface_number(each) for each in listed}
    if not all(number.isdecimal() and len(number) < _LONGEST for number in numbers.values()):
        return listed
    return sorted(listed, key=lambda each: int(numbers[each.id]))


def _table(listed: list[Interface], facts: dict[str, tuple[Fact, ...]], names: Names) -> Table:
    rows = []
    for interface in listed:
        anchor = names.anchor("interfaces", interface.id)
        has_card = bool(facts[interface.id])
        number = interface_number(interface) or interface.id
        cells: tuple[Blocks, ...] = (
            _line((Word(number, Tone.STRONG, f"#{anchor}" if has_card else ""),)),
            _line((*said_words(interface.name), *_tags(interface))),
            field_blocks(interface, "protocol", names),
            field_blocks(interface, "requestor", names),
            field_blocks(interface, "listener", names),
            _in_flight(interface, names),
        )
        # A link to an interface leads to where most is said of it.
        rows.append(Row("" if has_card else anchor, cells))
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
        "Interfaces",
        tuple(columns[at] for at in said),
        tuple(Row(row.anchor, tuple(row.cells[at] for at in said)) for row in rows),
        not_said=tuple(
            label
            for attribute, label in _TEMPLATE.items()
            if not any(_answers(each, attribute) for each in listed)
        ),
    )


def _line(words: Words) -> Blocks:
    return (Paragraph(words),) if words else ()


def _tags(interface: Interface) -> Words:
    """Return the marks of an interface with a space before each but the first of a line without a name."""
    words: list[Word] = []
    for tag in tags_of(interface):
        words += [Word(" "), tag] if words or interface.name else [tag]
    return tuple(words)


def _in_flight(interface: Interface, names: Names) -> Blocks:
    """Return what goes over the interface, with the way it goes."""
    said = ((label, field_blocks(interface, attribute, names)) for attribute, label in IN_FLIGHT.items())
    facts = tuple(Fact(label, blocks) for label, blocks in said if blocks)
    return (Facts(facts),) if facts else ()


def _more_facts(interface: Interface, names: Names) -> tuple[Fact, ...]:
    """Return what was said that has no column in the table: first what the template asks for, in its order."""
    said = ((label, field_blocks(interface, attribute, names)) for attribute, label in ASKED.items())
    asked = (Fact(label, blocks) for label, blocks in said if blocks)
    others = facts_of(interface, names, without=_IN_TABLE | frozenset(ASKED) | tagged(interface))
    return (*asked, *others)


def _card(interface: Interface, facts: tuple[Fact, ...], names: Names) -> Card:
    return Card(
        anchor=names.anchor("interfaces", interface.id),
        number=interface_number(interface) or interface.id,
        title=_title(interface, names),
        tags=_protocols(interface),
        blocks=(Facts(facts),),
    )


def _not_said(listed: list[Interface], names: Names) -> tuple[Fact, ...]:
    """Return what the template asks for and only some say; what none says stands under the table."""
    facts = []
    for attribute, label in _TEMPLATE.items():
        silent = [each.id for each in listed if not _answers(each, attribute)]
        if 0 < len(silent) < len(listed):
            words = (Word("by ", Tone.NOT_SAID), *run_words(silent, names, Tone.NOT_SAID))
            facts.append(Fact(label, (Paragraph(words),)))
    return tuple(facts)


def _answers(interface: Interface, attribute: str) -> bool:
    """Return whether something was said; where no way was said, none is asked for what goes each way."""
    either_way = bool(interface.in_flight) and attribute in {"request", "response"}
    return either_way or bool(getattr(interface, attribute))


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
    return tuple(
        Word("protocol unknown", Tone.UNKNOWN) if each == "unknown" else Word(each, Tone.TAG)
        for each in interface.protocol
    )
