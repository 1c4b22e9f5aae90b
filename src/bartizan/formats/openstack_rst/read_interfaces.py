"""Reads the interfaces: numbered or other lists of `From->To [Transport]`, tables, or a subsection for each."""

from __future__ import annotations

import re

from bartizan.formats.openstack_rst.draft import Draft
from bartizan.formats.openstack_rst.elements import known_as, more_about, read_body, remark
from bartizan.formats.openstack_rst.grammar import label_of
from bartizan.formats.openstack_rst.interface_line import InterfaceLine, interface_line
from bartizan.formats.openstack_rst.labels import field_called, record_of
from bartizan.formats.openstack_rst.layout import Block, Cell, Listing, Piece, Table, first_piece
from bartizan.formats.openstack_rst.listings import Listed, things_in
from bartizan.formats.openstack_rst.read_fields import own_id
from bartizan.formats.openstack_rst.read_tables import columns_of, read_rows
from bartizan.formats.openstack_rst.read_words import Words
from bartizan.formats.openstack_rst.template_text import without_guidance
from bartizan.model.shapes import ID
from bartizan.source.nodes import Scalar

SECTION = "interfaces"
_NUMBERED = re.compile(
    r"\s*#?(?P<number>[0-9]{1,4}[a-z]?)(?:\\?[.):]|\s|\Z)\s*(?:-\s+)?(?P<name>.*)", re.DOTALL
)


def read_interfaces(blocks: tuple[Block, ...], words: Words) -> None:
    """Say every interface that the blocks list."""
    for item in things_in(blocks):
        if isinstance(item, Table) and columns_of(SECTION, item):
            words.page.tables += 1
            read_rows(SECTION, item, words, begin_row)
        elif isinstance(item, Listed):
            read_interface(item, words)


def read_interface(item: Listed, words: Words) -> None:
    """Say one interface."""
    body = without_guidance(item.body)
    if more_about(SECTION, item, body, words):
        return
    given = own_id(body)
    line = (
        interface_line(item.head, words.called["components"], numbered=item.number is not None)
        if item.head
        else None
    )
    if line is None and not given and not _names_its_ends(body):
        if item.head is None or item.kind == "sections":
            read_interfaces(item.body, words)
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
        if match:
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
    draft, id_ = _new(
        number or (name.text if name else None), place, given.text if given else None, None, words
    )
    if number is None:
        draft.fields.pop("number", None)
    if name and name.text:
        draft.put("name", words.page.text(name))
    return draft, id_


def _without_parentheses(name: Piece) -> Piece:
    """Return `REST API` for `(REST API)`."""
    whole = re.fullmatch(r"\(([^()]*)\)", name.markup)
    return name.cut(*whole.span(1)) if whole else name
