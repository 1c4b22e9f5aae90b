"""Reads what stands at the top of a page: its titles, status, release, version and contacts."""

from __future__ import annotations

import re

from bartizan.formats.openstack_rst.draft import Draft
from bartizan.formats.openstack_rst.grammar import label_of
from bartizan.formats.openstack_rst.layout import Block, Listing, Paragraph, Piece, Table
from bartizan.formats.openstack_rst.listings import Listed, things_in
from bartizan.formats.openstack_rst.read_contacts import (
    ROLES,
    read_contact,
    read_contacts,
    read_people,
    role_before_dash,
    role_called,
    say_contact,
)
from bartizan.formats.openstack_rst.read_fields import read_fields
from bartizan.formats.openstack_rst.read_words import Words
from bartizan.formats.openstack_rst.template_text import is_guidance
from bartizan.model.architecture import Architecture
from bartizan.model.compounds import Record
from bartizan.model.names import fold
from bartizan.model.page import DeploymentKind, Status

PAGE = Record(Architecture)
LABELS = {
    "service": "service", "service name": "service", "project": "service", "project name": "service", "status": "status",
    "page status": "status", "review status": "status", "release": "release", "openstack release": "release", "series": "release",
    "version": "version", "service version": "version", "software version": "version", "template": "template",
    "page template": "template", "deployment": "deployment", "deployment type": "deployment", "reviewed deployment": "deployment",
}  # fmt: skip
"""What the page's own facts are called."""


_FACT = re.compile(
    rf"(?:\A|(?<=[\s|;,]))(?P<fact>\*{{0,2}}(?:{'|'.join(sorted({*LABELS, *ROLES}, key=len, reverse=True))})(?:\*{{1,2}}:|:\*{{0,2}})(?=\s))",
    re.IGNORECASE,
)
BOTH = "both"
"""The template of a page that has the sections of both."""


def read_facts(blocks: tuple[Block, ...], words: Words) -> None:
    """Say the facts of the page: labelled lines, field lists, and the list of contacts."""
    expecting_contacts = False
    for item in things_in(blocks):
        if isinstance(item, Listed):
            _read_listed(item, words, contacts=expecting_contacts)
        elif isinstance(item, Paragraph):
            expecting_contacts = _read_lines(item.piece, words)
        elif isinstance(item, Table):
            _read_table(item, words)


def read_page_fields(blocks: tuple[Block, ...], words: Words) -> None:
    """Say fields of the page in the file's own words, as we write them; other text as in the preamble."""
    for block in blocks:
        if isinstance(block, Listing) and block.kind == "fields":
            read_fields(block, PAGE, words.page, words.page.root)
        else:
            read_facts((block,), words)


def _read_lines(piece: Piece, words: Words) -> bool:
    """Read a paragraph of labelled lines; whether it announces contacts."""
    lines = tuple(part for line in piece.lines() for part in _facts_in(line))
    splits = [label_of(line) for line in lines]
    if not all(splits):
        splits, lines = [label_of(piece)], (piece,)
    announced = False
    if fold(piece.text) in {"contacts", "contact"}:
        words.page.claim(piece)
        return True
    for line, split in zip(lines, splits, strict=True):
        if split is None or is_guidance(line.text):
            continue
        label, text = split
        if fold(label.text) in {"contacts", "contact"} and not text:
            words.page.claim(line)
            announced = True
        elif role_called(label.text):
            say_contact(label, text, line, words)
        else:
            say_fact(label.text, text, line, words)
    return announced


def _facts_in(line: Piece) -> tuple[Piece, ...]:
    """Split `**Status**: Draft  **Release**: Newton` into its facts."""
    starts = [match.start("fact") for match in _FACT.finditer(line.markup)]
    if len(starts) < 2 or line.markup[: starts[0]].strip():
        return (line,)
    ends = [*starts[1:], len(line.markup)]
    return tuple(line.cut(start, end).strip(" \n|;,·•") for start, end in zip(starts, ends, strict=True))


def say_fact(label: str, text: Piece, line: Piece, words: Words) -> bool:
    """Say one of the page's own facts; whether it is one and has the form of one."""
    page, root = words.page, words.page.root
    key = LABELS.get(fold(label))
    text = text.strip(" .*") if key == "status" else text.strip()
    if key is None or key in root or not text.text or is_guidance(f"{label}: {text.text}"):
        return False
    value = page.text(text) if key in {"service", "release", "version"} else None
    if key == "status":
        return _say_status(text, line, words)
    if key == "template" and fold(text.text) in {"table", "list", BOTH}:
        page.claim(line)
        if fold(text.text) == BOTH:
            page.root.fields["template"] = (text.span, page.word("", text))
            return True
        value = page.word(fold(text.text), text)
    elif key == "deployment":
        kind = next((kind for kind in DeploymentKind if fold(kind.value) == fold(text.text)), None)
        value = page.word(kind.value, text) if kind else None
    if value is None:
        return False
    root.put(key, value)
    page.claim(line)
    return True


def _say_status(text: Piece, line: Piece, words: Words) -> bool:
    """Say the status; what stands behind it, such as a date, is left to the notes."""
    for status in Status:
        match = re.match(rf"\**{status.value}\b\**", text.markup, re.IGNORECASE)
        remark = text.cut(match.end()) if match else text
        if match and re.match(r"\s*(?:\Z|[(\[,;.:/|–—-])", remark.markup):
            words.page.root.put("status", words.page.word(status.value, text.cut(*match.span())))
            words.page.claim(
                line.cut(0, max(remark.start - line.start, 0)) if line.leaf is text.leaf else None
            )
            return True
    return False


def _read_listed(item: Listed, words: Words, *, contacts: bool) -> None:
    if item.head is None:
        return
    if item.kind in {"fields", "definitions"} and item.body:
        first = item.body[0]
        if isinstance(first, Paragraph):
            if role_called(item.head.text):
                say_contact(item.head, first.piece, item.head, words)
            elif say_fact(item.head.text, first.piece, first.piece, words):
                words.page.claim(item.head)
        elif fold(item.head.text) in {"contacts", "contact"}:
            words.page.claim(item.head)
            read_contacts(item.body, words)
        return
    split = label_of(item.head) or (role_before_dash(item.head) if contacts else None)
    if split and (contacts or role_called(split[0].text)):
        read_contact(item, words)
    elif split and fold(split[0].text) in {"contacts", "contact"}:
        words.page.claim(item.head)
        read_contacts(item.body, words)
    elif split:
        say_fact(split[0].text, split[1], item.head, words)


def _read_table(table: Table, words: Words) -> None:
    if read_people(table, words):
        return
    for row in (table.header, *table.rows):
        if len(row) == 2 and all(cell.blocks and isinstance(cell.blocks[0], Paragraph) for cell in row):
            label, text = (cell.blocks[0].piece for cell in row if isinstance(cell.blocks[0], Paragraph))
            if role_called(label.text):
                say_contact(label, text, label, words)
            elif say_fact(label.text, text, text, words):
                words.page.claim(label)


def settle(root: Draft) -> None:
    """Take away what was said only so that nothing else is."""
    if root.text_of("template") == "" and "template" in root:
        root.fields.pop("template")
