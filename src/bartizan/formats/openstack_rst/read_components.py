"""Reads the components section: a list, a table, or a subsection for each."""

from __future__ import annotations

import re

from bartizan.formats.openstack_rst.component_line import ComponentLine, component_line
from bartizan.formats.openstack_rst.component_qualifiers import Qualifiers, qualified
from bartizan.formats.openstack_rst.draft import Draft
from bartizan.formats.openstack_rst.element_text import following_text
from bartizan.formats.openstack_rst.elements import (
    describe,
    is_interface,
    known_as,
    more_about,
    new_element,
    read_body,
)
from bartizan.formats.openstack_rst.grammar import unstarred
from bartizan.formats.openstack_rst.labels import field_called
from bartizan.formats.openstack_rst.layout import Block, Cell, Listing, Piece, Section, Table, first_piece
from bartizan.formats.openstack_rst.listings import Listed, things_in
from bartizan.formats.openstack_rst.read_fields import own_id
from bartizan.formats.openstack_rst.read_tables import Column, columns_of, read_rows
from bartizan.formats.openstack_rst.read_words import Words
from bartizan.formats.openstack_rst.template_text import without_guidance


def read_components(blocks: tuple[Block, ...], words: Words) -> None:
    """Say every component that the blocks list; what is no component is left to the notes."""
    for item in things_in(blocks):
        if isinstance(item, Table) and columns_of("components", item):
            read_rows("components", item, words, _begin_row)
        elif isinstance(item, Listed):
            read_component(item, words)


def read_component(item: Listed, words: Words) -> None:
    """Say one component, or those that stand under a line that only announces them."""
    body = without_guidance(item.body)
    if more_about("components", item, body, words):
        return
    if is_interface(item, body):
        return
    if item.head is None or _announces_components(item, body):
        read_components(item.body, words)
        return
    line = component_line(item.head) or (ComponentLine(item.head) if own_id(body) else None)
    if line is None:
        return
    page = words.page
    draft, id_ = new_element("components", line.name, body, words)
    page.claim(item.head, item.numbered)
    _say_qualifiers(line.qualifiers, draft, words)
    following, rest = following_text("components", body)
    describe(draft, line.rest, following, page)
    read_body("components", rest, words, draft)
    known_as("components", id_, draft, words)


def _say_qualifiers(said: Qualifiers, draft: Draft, words: Words) -> None:
    """Say what stands between brackets behind the name."""
    page = words.page
    if said.technology:
        draft.put("technology", page.text(said.technology))
    if said.placement:
        words.read_placement(said.placement, draft)
    if said.instances:
        draft.put("instances", page.text(said.instances))
    if said.future:
        draft.put("future", page.word("yes", said.future))
    for remark in said.remarks:
        draft.add("notes", page.prose(remark.markup, remark))


def _begin_row(cells: dict[Column, Cell], words: Words, given: Piece | None) -> tuple[Draft, str] | None:
    """Find the name in a row, and what stands between brackets behind it."""
    cell = cells.pop(("name",), None)
    piece = first_piece(cell.blocks) if cell else None
    if piece is None or not (given or re.search(r"\w", piece.text)):
        return None
    name, said = (piece, Qualifiers()) if given else qualified(piece, with_technology=False)
    draft, id_ = new_element("components", unstarred(name), (), words, given)
    _say_qualifiers(said, draft, words)
    return draft, id_


def _announces_components(item: Listed, body: tuple[Block, ...]) -> bool:
    """Say whether a line only announces what is listed under it, as `One of the following:`, and is no component itself."""
    lists = tuple(
        block
        for block in body
        if isinstance(block, Section) or (isinstance(block, Listing) and block.kind != "fields")
    )
    announces = item.kind == "sections" or (
        item.head is not None and item.head.markup.rstrip(" *").endswith(":")
    )
    return bool(lists) and announces and all(_is_component(each) for each in things_in(lists))


def _is_component(item: Listed | Block) -> bool:
    line = component_line(item.head) if isinstance(item, Listed) and item.head else None
    if line is None or field_called("components", line.name.text):
        return False
    return bool(line.rest or line.technology or line.placement) or (
        isinstance(item, Listed) and item.kind == "sections"
    )
