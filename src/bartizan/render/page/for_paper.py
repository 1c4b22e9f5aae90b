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
from bartizan.render.page.plates import Run, plates
from bartizan.source.characters import name_of

if TYPE_CHECKING:
    from bartizan.render.page.document import Block, Blocks, Card, PageContent, Section
    from bartizan.render.page.paper import Fit

Data = dict[str, Any]

TOGETHER = 1400
"""How many characters a row or card may have and still be kept on one page; longer ones may break across pages."""

ROWS = 100
"""How many rows are laid out as one table; Typst 0.15 takes four times as long for twice the rows of a table."""

LABEL = 24
"""A longer label of a fact wants a wide column."""

HEAD = 56
"""How many characters of title and edition each stand in the head of every page, which is one line."""

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
        "head": [_cut(content.title, HEAD), _cut(content.edition, HEAD)],
        "authors": list(dict.fromkeys(people)),
        "description": f"Architecture page for threat analysis: {content.counts}.",
        "keywords": ["threat analysis", "architecture", f"sha256:{content.digest}"],
        "digest": content.digest,
        "contacts": as_json(content.contacts),
        "sections": [_section(section) for section in content.sections],
        "about": _facts(about, 0, wide=False),
    }
    return PaperPage(
        for_print(data), {figure_path(each): base64.b64decode(each.data) for each in figures(content)}
    )


def _cut(text: str, most: int) -> str:
    """Return a text that stands on the first page whole, as far as it has room in the heads of the others."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


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
    flowing: list[Data] = []
    heading = {"kind": "SectionHeading", "anchor": section.anchor, "number": section.number}
    for part in plates(section.blocks):
        opening = [heading | {"text": section.title}] if part.opens else []
        if isinstance(part, Run):
            flowing += [*opening, *_blocks(part.blocks, 0)]
            continue
        shown = [*opening, *_lead(part.lead), _drawing(part.drawing, part.size)]
        if part.size.own_page:
            sheets += [_sheet(flowing), _sheet(shown, as_json(part.size))]
            flowing = []
        else:
            flowing += shown
    return {"anchor": section.anchor, "sheets": [*sheets, _sheet(flowing)], "said": bool(section.blocks)}


def _lead(blocks: Blocks) -> list[Data]:
    """Return what stands before a drawing, so that no page ends between the two; headings see to that themselves."""
    return [
        data if data["kind"] == "Heading" else {"kind": "Sticky", "blocks": [data]}
        for data in _blocks(blocks, 0)
    ]


def _sheet(blocks: list[Data], paper: Data | None = None) -> Data:
    return {"blocks": blocks, "paper": paper}


def _drawing(drawing: Drawing, size: Fit) -> Data:
    shown = {"kind": "Drawing", "title": drawing.title, "description": drawing.description}
    return shown | {"svg": drawing.plain_svg, "width": size.width, "bleeds": not size.own_page}


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
            return [_facts(facts, depth, wide=_has_long_label(block))]
        case Table():
            return _table(block, depth)
        case Cards(cards):
            wide = any(_has_long_label(each) for card in cards for each in card.blocks)
            return [as_json(block) | {"cards": [_card(card, depth, wide=wide) for card in cards]}]
        case PrintedFigure():
            path = figure_path(block) if block.data else ""
            return [as_json(block) | {"data": "", "path": path, "caption": _blocks(block.caption, depth)}]
    return [as_json(block)]


def _facts(facts: tuple[Fact, ...], depth: int, *, wide: bool) -> Data:
    return {"kind": "Facts", "wide": wide, "facts": [_fact(fact, depth + 1) for fact in facts]}


def _has_long_label(block: Block) -> bool:
    """Return whether a fact's label wants a wide column; all cards of a section have the same, for the eye to run down."""
    return isinstance(block, Facts) and any(len(fact.label) > LABEL for fact in block.facts)


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
    parts[0]["not_said"] = list(table.not_said)
    return parts


def _card(card: Card, depth: int, *, wide: bool) -> Data:
    blocks: list[Data] = []
    for block in card.blocks:
        inside = _facts(block.facts, depth, wide=wide) if isinstance(block, Facts) else None
        blocks += [inside] if inside else _block(block, depth)
    return {**as_json(card), "blocks": blocks, "together": _is_short(card)}


def _is_short(part: object) -> bool:
    return sum(map(len, texts_in(as_json(part)))) <= TOGETHER
