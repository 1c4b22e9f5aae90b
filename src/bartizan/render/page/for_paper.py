"""Makes a page ready for the printer's template: what only paper needs, such as sheets, widths and files."""

from __future__ import annotations

import base64
import datetime
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bartizan.render.page.breaking import for_print
from bartizan.render.page.column_widths import column_widths, longest_word, texts_in
from bartizan.render.page.document import (
    Cards,
    Drawing,
    Fact,
    Facts,
    ListOfBlocks,
    Paragraph,
    PrintedFigure,
    Quote,
    Table,
    Word,
    as_json,
)
from bartizan.render.page.glyphs import DRAWINGS, missing_from
from bartizan.render.page.paper import fit
from bartizan.source.characters import name_of

if TYPE_CHECKING:
    from bartizan.render.page.document import Block, Blocks, Card, PageContent, Section

Data = dict[str, Any]

TOGETHER = 1400
"""How many characters a row or card may have and still be kept on one page; longer ones may break across pages."""

ROWS = 100
"""How many rows are laid out as one table; Typst 0.15 takes four times as long for twice the rows of a table."""

DEEPEST = 5
"""How deep lists may lie in each other on paper; what lies deeper is printed at this depth."""

_EXTENSIONS = {
    "image/png": "png",
    "image/jpeg": "jpg",
    "image/gif": "gif",
    "image/webp": "webp",
    "image/svg+xml": "svg",
}


@dataclass(frozen=True, slots=True)
class PaperPage:
    """What the printer's template is given."""

    data: Data
    """What JSON can hold."""
    files: Mapping[str, bytes]
    """The files of the figures by the path under which the data speaks of them."""


def for_paper(content: PageContent, date: datetime.date | None) -> PaperPage:
    """Return the page as the template takes it."""
    people = [person.name for contact in content.contacts for person in contact.people]
    about = (*content.about, *_made_on(date), *_missing(content))
    data = {
        "title": content.title,
        "edition": content.edition,
        "authors": list(dict.fromkeys(people)),
        "description": f"Architecture page for threat analysis: {content.counts}.",
        "keywords": ["threat analysis", "architecture", f"sha256:{content.digest}"],
        "digest": content.digest,
        "contacts": as_json(content.contacts),
        "sections": [_section(section) for section in content.sections],
        "about": [_fact(fact, 0) for fact in about],
    }
    return PaperPage(
        for_print(data), {figure_path(each): base64.b64decode(each.data) for each in figures(content)}
    )


def figures(content: PageContent) -> tuple[PrintedFigure, ...]:
    """Return the figures of the page that have a file."""
    blocks = (block for section in content.sections for block in section.blocks)
    return tuple(block for block in blocks if isinstance(block, PrintedFigure) and block.data)


def figure_path(figure: PrintedFigure) -> str:
    """Return the path under which the template finds a figure's file; it is never the one a person wrote."""
    digest = hashlib.sha256(figure.data.encode("ascii")).hexdigest()[:16]
    return f"figure-{digest}.{_EXTENSIONS[figure.media_type]}"


def missing_characters(content: PageContent) -> str:
    """Return the characters of the page that no shipped font has, each once and in order; squares stand for them."""
    texts = [each for section in content.sections for each in texts_in(as_json(section))]
    texts += texts_in(as_json(content.about)) + texts_in(as_json(content.contacts))
    texts += [content.title, content.edition]
    blocks = (block for section in content.sections for block in section.blocks)
    drawn = "".join(block.plain_svg for block in blocks if isinstance(block, Drawing))
    return "".join(sorted(missing_from("".join(texts)) | missing_from(drawn, DRAWINGS)))


def _missing(content: PageContent) -> tuple[Fact, ...]:
    missing = missing_characters(content)
    if not missing:
        return ()
    named = ", ".join(name_of(character) for character in missing[:200])
    more = f" and {len(missing) - 200} more" if len(missing) > 200 else ""
    text = f"The fonts of this document lack these, and a square stands for each of them: {named}{more}."
    return (Fact("Characters not printed", (Paragraph((Word(text),)),)),)


def _made_on(date: datetime.date | None) -> tuple[Fact, ...]:
    return (Fact("Date", (Paragraph((Word(date.isoformat()),)),)),) if date else ()


def _section(section: Section) -> Data:
    """Return a section as sheets: text that flows from page to page, and large drawings on pages of their own."""
    sheets: list[Data] = []
    flowing: list[Data] = [
        {"kind": "SectionHeading", "anchor": section.anchor, "number": section.number, "text": section.title}
    ]
    for block in section.blocks:
        if not isinstance(block, Drawing):
            flowing += _block(block, 0)
            continue
        headings = _headings_at_the_end(flowing)
        size = fit(block.width, block.height, headings=headings)
        flowing.append(_drawing(block, size.width))
        if size.own_page:
            before = len(flowing) - 1 - headings
            sheets += [_sheet(flowing[:before]), _sheet(flowing[before:], as_json(size))]
            flowing = []
    return {"sheets": [*sheets, _sheet(flowing)], "said": bool(section.blocks)}


def _sheet(blocks: list[Data], paper: Data | None = None) -> Data:
    return {"blocks": blocks, "paper": paper}


def _headings_at_the_end(blocks: list[Data]) -> int:
    """Return how many headings would be left alone if the next block went to another page."""
    kinds = [block["kind"] for block in reversed(blocks)]
    return next((at for at, kind in enumerate(kinds) if not kind.endswith("Heading")), len(kinds))


def _drawing(drawing: Drawing, width: float) -> Data:
    shown = {"kind": "Drawing", "title": drawing.title, "description": drawing.description}
    return shown | {"svg": drawing.plain_svg, "width": width}


def _blocks(blocks: Blocks, depth: int) -> list[Data]:
    return [each for block in blocks for each in _block(block, depth)]


def _block(block: Block, depth: int) -> list[Data]:
    """Return a block with what only paper needs; a list that lies too deep gives its entries instead of itself."""
    match block:
        case ListOfBlocks(entries):
            inside = [_blocks(entry, depth + 1) for entry in entries]
            if depth >= DEEPEST:
                return [each for entry in inside for each in entry]
            return [as_json(block) | {"entries": inside}]
        case Quote(blocks):
            quoted = _blocks(blocks, depth + 1)
            return quoted if depth >= DEEPEST else [{"kind": "Quote", "blocks": quoted}]
        case Facts(facts):
            return [{"kind": "Facts", "facts": [_fact(fact, depth + 1) for fact in facts]}]
        case Table():
            return _table(block, depth)
        case Cards(cards):
            return [as_json(block) | {"cards": [_card(card, depth) for card in cards]}]
        case PrintedFigure():
            path = figure_path(block) if block.data else ""
            return [as_json(block) | {"data": "", "path": path, "caption": _blocks(block.caption, depth)}]
    return [as_json(block)]


def _fact(fact: Fact, depth: int) -> Data:
    return {"label": fact.label, "blocks": _blocks(fact.blocks, depth)}


def _table(table: Table, depth: int) -> list[Data]:
    widths = column_widths(table)
    letters = [longest_word(width) for width in widths]
    rows = []
    for row in table.rows:
        cells = [
            for_print(_blocks(cell, depth + 1), longest=most)
            for cell, most in zip(row.cells, letters, strict=True)
        ]
        rows.append({"anchor": row.anchor, "cells": cells, "together": _is_short(row)})
    shared = {**as_json(table), "widths": widths, "not_said": []}
    parts = [shared | {"rows": rows[at : at + ROWS]} for at in range(0, len(rows), ROWS)]
    parts[-1]["not_said"] = list(table.not_said)
    return parts


def _card(card: Card, depth: int) -> Data:
    return {**as_json(card), "blocks": _blocks(card.blocks, depth), "together": _is_short(card)}


def _is_short(part: object) -> bool:
    return sum(map(len, texts_in(as_json(part)))) <= TOGETHER
