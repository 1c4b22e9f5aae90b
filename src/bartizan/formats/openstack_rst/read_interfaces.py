"""Reads the interfaces: numbered or other lists of `From->To [Transport]`, tables, or a subsection for each."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import zip_longest

from bartizan.formats.openstack_rst.draft import Draft
from bartizan.formats.openstack_rst.element_text import labelled_lines
from bartizan.formats.openstack_rst.elements import (
    known_as,
    more_about,
    read_body,
    remark,
)
from bartizan.formats.openstack_rst.grammar import ARROW, label_of
from bartizan.formats.openstack_rst.interface_impacts import (
    interfaces_between,
    is_about_failure,
    read_interface_impacts,
)
from bartizan.formats.openstack_rst.interface_line import InterfaceLine, interface_line
from bartizan.formats.openstack_rst.labels import field_called, record_of
from bartizan.formats.openstack_rst.layout import (
    Block,
    Cell,
    Group,
    Listing,
    Paragraph,
    Piece,
    Table,
    first_piece,
)
from bartizan.formats.openstack_rst.listings import Listed, things_in, with_lists
from bartizan.formats.openstack_rst.read_fields import own_id
from bartizan.formats.openstack_rst.read_tables import columns_of, read_rows
from bartizan.formats.openstack_rst.read_words import Words
from bartizan.formats.openstack_rst.template_text import without_guidance
from bartizan.model.shapes import ID
from bartizan.source.nodes import Scalar

SECTION = "interfaces"
_SEVERAL = re.compile(r"\s*#?[0-9]{1,4}[a-z]?(?:\s*(?:-|–|/|,|&|to|and)\s*[0-9]{1,4}[a-z]?)+\s*")
"""A row about several interfaces: `1 - 3`, `4,5`."""
_IN_FRONT = re.compile(
    r"\s*\*{0,2}(?:\[(?P<boxed>[0-9]{1,4}[a-z]?)\][.:]?|#(?P<hashed>[0-9]{1,4}[a-z]?)[.:)]?"
    r"|(?P<lettered>(?:IF|I)[ -]?[0-9]{1,4}[a-z]?)[.:)]?|(?P<several>[0-9]{1,4}\s?[-–]\s?[0-9]{1,4})[.:)]"
    r"|(?P<bare>[0-9]{1,4}[a-z]?))\s+(?=\S)"
)
"""A number that is none to docutils: `[6] Client -> API`, `I7 Client -> API`."""
_NUMBERED = re.compile(
    r"\s*#?(?P<number>[0-9]{1,4}[a-z]?)(?:\\?[.):]|\s|\Z)\s*(?:-\s+)?(?P<name>.*)", re.DOTALL
)


def read_interfaces(blocks: tuple[Block, ...], words: Words) -> None:
    """Say every interface that the blocks list."""
    shown = without_guidance(with_lists(blocks))
    taken: Block | None = None
    for block, following in zip_longest(shown, shown[1:]):
        if block is taken:
            continue
        if isinstance(block, Paragraph):
            below = _below(following)
            taken = following if _read_paragraph(block.piece, below, words) and below else None
            continue
        for item in things_in((block,)):
            if isinstance(item, Table) and columns_of(SECTION, item):
                words.page.tables += 1
                read_rows(SECTION, item, words, begin_row)
            elif isinstance(item, Listed):
                read_interface(item, words)


def _below(block: Block | None) -> tuple[Block, ...]:
    """Return what stands under a paragraph although that is no entry of a list: an indented text, a list of labels."""
    if isinstance(block, Group) and block.label is None:
        return block.blocks
    if isinstance(block, Listing) and all(
        (label := entry.term or _label(entry.blocks)) and field_called(SECTION, label.text)
        for entry in block.entries
    ):
        return (block,)
    return ()


def _read_paragraph(piece: Piece, below: tuple[Block, ...], words: Words) -> bool:
    """Say the interfaces in lines that are no list, where each says its transport and can be nothing else."""
    first, _labelled = labelled_lines(SECTION, piece)
    lines = first.lines()
    items = [_number_in_front(Listed(line, ()), words) for line in lines]
    found = [item.head and interface_line(item.head, words.called["components"]) for item in items]
    if len(lines) > 1 and all(line and line.transport for line in found):
        for item in items:
            read_interface(item, words)
    elif found[0] and found[0].transport:
        read_interface(Listed(piece, below), words)
        return True
    return False


def _number_in_front(item: Listed, words: Words) -> Listed:
    """Find a number in front of a line with an arrow; a bare one where what follows it is a component, or in a title."""
    if item.head is None or item.number is not None or not ARROW.search(item.head.markup):
        return item
    match = _IN_FRONT.match(item.head.markup)
    if match is None:
        return item
    requestor = ARROW.split(item.head.markup)[0]
    called = words.called["components"]
    if called.exactly(requestor.strip(" *")):
        return item
    if match["bare"] and item.kind != "sections" and called(requestor[match.end() :].strip(" *")) is None:
        return item
    number = next(text for text in match.groups() if text)
    return Listed(item.head.cut(match.end()), item.body, number, item.head.cut(0, match.end()), item.kind)


def read_interface(item: Listed, words: Words) -> None:
    """Say one interface."""
    item = _number_in_front(item, words)
    body = without_guidance(item.body)
    if item.head is not None and own_id(body) is None:
        head, labelled = labelled_lines(SECTION, item.head)
        item = replace(item, head=head)
        body = (*labelled, *body)
    if more_about(SECTION, item, body, words):
        return
    given = own_id(body)
    line = (
        interface_line(item.head, words.called["components"], numbered=item.number is not None)
        if item.head
        else None
    )
    if line is None and not given and not _names_its_ends(body):
        if item.head and item.kind == "sections" and is_about_failure(item.head):
            words.page.claim(item.head)
            read_interface_impacts(item.body, words)
        elif item.head is None or item.kind == "sections":
            read_interfaces(item.body, words)
        return
    if line and line.rest and _goes_on(line, item, given, words):
        return
    page = words.page
    name = given.text if given else None
    draft, id_ = _new(item.number, item.numbered or item.head, name, line, words)
    page.claim(item.numbered)
    if line:
        words.page.lists += 1
        _say_line(line, item, words, draft)
    elif item.head and item.head.text:
        _say_head(item, words, draft)
    read_body(SECTION, body, words, draft)
    known_as(SECTION, id_, draft, words)


def _goes_on(line: InterfaceLine, item: Listed, given: Piece | None, words: Words) -> bool:
    """Say more about the one interface between the same ends, where a line without number and transport has only a text."""
    if given or item.number or item.body or line.transport or not (line.rest and line.rest.text):
        return False
    found = list(interfaces_between(line, words).values())
    if len(found) != 1:
        return False
    remark(SECTION, line.rest, words, found[0])
    words.page.claim(item.head)
    return True


def _say_line(line: InterfaceLine, item: Listed, words: Words, draft: Draft) -> None:
    record = record_of(SECTION)
    for key, piece in (
        ("requestor", line.requestor),
        ("listener", line.listener),
        ("protocol", line.transport),
    ):
        if piece:
            words.say(record.fields[key][1], piece, draft, key)
    if line.remark and item.head:
        draft.add(
            "notes",
            words.page.prose(f"{item.head.cut(0, line.listener.end - item.head.start).markup}", item.head),
        )
    if line.rest:
        remark(SECTION, line.rest, words, draft)
    words.page.claim(item.head)


def _say_head(item: Listed, words: Words, draft: Draft) -> None:
    """Say the name of an interface whose ends are said under it."""
    draft.put("name", words.page.text(item.head))


def _names_its_ends(body: tuple[Block, ...]) -> bool:
    labels = {
        field_called(SECTION, label.text)
        for block in body
        if isinstance(block, Listing)
        for entry in block.entries
        if (label := entry.term or _label(entry.blocks))
    }
    return {("requestor",), ("listener",)} <= labels


def _label(blocks: tuple[Block, ...]) -> Piece | None:
    piece = first_piece(blocks)
    split = label_of(piece) if piece else None
    return split[0] if split else None


def _new(
    number: str | None, place: Piece | None, given: str | None, line: InterfaceLine | None, words: Words
) -> tuple[Draft, str]:
    """Return a new interface, or the one that is meant by the id it gives itself."""
    page = words.page
    made_from = number or (
        f"{line.requestor.text} to {line.listener.text}" if line else place.text if place else "interface"
    )
    id_ = given or page.new_id(made_from)
    page.taken.add(id_)
    draft = page.section(SECTION).inner(id_, place.span if place else page.root.span)
    if number and number != id_ and place:
        draft.put("number", Scalar(number, place.span, '"'))
    return draft, id_


def begin_row(
    cells: dict[tuple[str, ...], Cell], words: Words, given: Piece | None
) -> tuple[Draft, str] | None:
    """Find number and name of a row: `1`, `1. REST API`, `REST API`."""
    cell = cells.pop(("number",), None)
    piece = first_piece(cell.blocks) if cell else None
    name_cell = cells.pop(("name",), None)
    name = first_piece(name_cell.blocks) if name_cell else None
    number = None
    if piece and piece.text and cell:
        match = _NUMBERED.match(cell.markup)
        if _SEVERAL.fullmatch(piece.text):
            number = piece.text.lstrip("#")
            words.page.claim(piece)
        elif match:
            number = match["number"]
            begins = cell.markup.startswith(piece.markup)  # else docutils has made a list of `1. REST API`
            words.page.claim(piece.cut(0, match.end("number")) if begins else None)
            named = piece.cut(*match.span("name")).strip() if begins else piece
            name = name or (_without_parentheses(named) if named.text else None)
        elif ID.fullmatch(piece.text.lower()) and name:
            number = piece.text
            words.page.claim(piece)
        else:
            name = name or piece
    place = (
        piece or name or next((found for each in cells.values() if (found := first_piece(each.blocks))), None)
    )
    if place is None:
        return None
    made_from = number or (name.text if name else _between_ends(cells))
    draft, id_ = _new(made_from, place, given.text if given else None, None, words)
    if number is None:
        draft.fields.pop("number", None)
    if name and name.text:
        draft.put("name", words.page.text(name))
    return draft, id_


def _between_ends(cells: dict[tuple[str, ...], Cell]) -> str | None:
    """Return `Client to API` for a row that has no number and no name."""
    ends = (
        first_piece(cells[key].blocks) if key in cells else None for key in (("requestor",), ("listener",))
    )
    texts = [end.text for end in ends if end and end.text]
    return " to ".join(texts) if len(texts) == 2 else None


def _without_parentheses(name: Piece) -> Piece:
    """Return `REST API` for `(REST API)`."""
    whole = re.fullmatch(r"\(([^()]*)\)", name.markup)
    return name.cut(*whole.span(1)) if whole else name
