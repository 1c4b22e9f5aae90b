"""Reads tables whose columns are fields: any order, other headings, missing columns; what has no field becomes a note."""

from __future__ import annotations

import re
from collections.abc import Callable

from bartizan.formats.openstack_rst.asset_text import say_level, say_paragraphs
from bartizan.formats.openstack_rst.draft import Draft
from bartizan.formats.openstack_rst.elements import IMPACT, known_as, new_element
from bartizan.formats.openstack_rst.grammar import DASHES
from bartizan.formats.openstack_rst.labels import field_called, record_of
from bartizan.formats.openstack_rst.layout import Cell, Paragraph, Piece, Table, first_piece
from bartizan.formats.openstack_rst.read_words import Words
from bartizan.formats.openstack_rst.template_text import is_guidance
from bartizan.model.names import readable

Column = tuple[str, ...]
ID_COLUMN = "Id in the file"
"""The heading of a column in which each row gives itself its id, as in tables that we write."""
Begin = Callable[[dict[Column, Cell], Words, "Piece | None"], "tuple[Draft, str] | None"]
"""Finds which element a row is about, perhaps by the id it gives itself; takes the cells that say so out of the row."""


def own_ids(table: Table) -> set[str]:
    """Return the ids that rows give themselves."""
    labels = [_label(cell) for cell in header_of(table)]
    at = labels.index(ID_COLUMN) if ID_COLUMN in labels else len(labels)
    pieces = [first_piece(row[at].blocks) for row in table.rows if at < len(row)]
    return {piece.text for piece in pieces if piece}


def columns_of(section: str, table: Table) -> list[Column | None]:
    """Return the field of each column, or no columns where the table is not about `section`."""
    header = header_of(table)
    columns = [
        field_called(section, piece.text) if (piece := first_piece(cell.blocks)) else None for cell in header
    ]
    known = [column for column in columns if column]
    identified = ("name",) in known or ("number",) in known or {("requestor",), ("listener",)} <= set(known)
    wanted = len([cell for cell in header if (piece := first_piece(cell.blocks)) and piece.text != ID_COLUMN])
    return columns if identified and len(known) >= min(2, wanted) and len(known) * 2 >= wanted else []


def header_of(table: Table) -> tuple[Cell, ...]:
    """Return the heading row, or the first row where none is marked as one."""
    return table.header or (table.rows[0] if table.rows else ())


def read_rows(
    section: str,
    table: Table,
    words: Words,
    begin: Begin | None = None,
    columns: list[Column | None] | None = None,
) -> None:
    """Say the element of each row."""
    columns = columns or columns_of(section, table)
    header = header_of(table)
    for cell, column in zip(header, columns, strict=True):
        if column:
            words.page.claim(first_piece(cell.blocks))
    for row in table.rows if table.header else table.rows[1:]:
        if not is_left_from_template(row):
            read_row(section, row, columns, header, words, begin)


def _label(cell: Cell) -> str:
    piece = first_piece(cell.blocks)
    return piece.text if piece else ""


def read_row(
    section: str,
    row: tuple[Cell, ...],
    columns: list[Column | None],
    header: tuple[Cell, ...],
    words: Words,
    begin: Begin | None,
) -> None:
    """Say one element."""
    cells = {column: cell for cell, column in zip(row, columns, strict=False) if column and cell.blocks}
    given = next(
        (
            first_piece(cell.blocks)
            for cell, top in zip(row, header, strict=False)
            if _label(top) == ID_COLUMN
        ),
        None,
    )
    words.page.claim(given)
    begun = (begin or _by_name(section))(cells, words, given)
    if begun is None:
        return
    draft, id_ = begun
    name = draft.text_of("name") or readable(id_)
    for cell, column, top in zip(row, columns, header, strict=False):
        if _label(top) == ID_COLUMN:
            words.page.claim(first_piece(top.blocks))
        elif column is None:
            _keep(cell, top, section, words, draft, name)
        elif column in cells:
            if cell.markup.strip() in DASHES:
                words.page.claim_all(cell.blocks)
            elif not _read_cell(section, column, cell, cells, words, draft):
                _keep(cell, top, section, words, draft, name)
    known_as(section, id_, draft, words)


def _read_cell(
    section: str, column: Column, cell: Cell, cells: dict[Column, Cell], words: Words, draft: Draft
) -> bool:
    """Say what a cell says; whether it was understood."""
    only = cell.blocks[0] if len(cell.blocks) == 1 else None
    if section == "data-assets" and isinstance(only, Paragraph):
        if column == ("description",) and ("persisted",) not in cells:
            say_paragraphs((only,), words, draft, says_where=False)
            return True
        if say_level(column, only.piece, words, draft):
            return True
    target, shape = draft, record_of(section).fields[column[0]][1]
    if len(column) > 1:
        target, shape = draft.inner(column[0], draft.span), IMPACT.fields[column[1]][1]
    return words.read(shape, cell.blocks, cell.markup, target, column[-1])


def is_left_from_template(row: tuple[Cell, ...]) -> bool:
    """Say whether a row is one of the templates' own, or has nothing but a number in it."""
    texts = [piece.text if (piece := first_piece(cell.blocks)) else "" for cell in row]
    said = [text for text in texts if text]
    return (
        not said
        or is_guidance(" | ".join(said))
        or (len(said) == 1 and len(texts) > 2 and bool(re.fullmatch(r"[0-9]+", said[0])))
    )


def _by_name(section: str) -> Begin:
    def begin(cells: dict[Column, Cell], words: Words, given: Piece | None) -> tuple[Draft, str] | None:
        cell = cells.pop(("name",), None)
        piece = first_piece(cell.blocks) if cell else None
        if piece is None or not (given or re.search(r"\w", piece.text)):
            return None
        return new_element(section, piece, (), words, given)

    return begin


def _keep(cell: Cell, top: Cell, section: str, words: Words, draft: Draft, name: str) -> None:
    """Keep the text of a column that is no field, with its heading: beside the element, or with its name in the notes."""
    pieces: list[Piece] = [block.piece for block in cell.blocks if isinstance(block, Paragraph)]
    if not any(words.page.left(piece) for piece in pieces):
        return
    label = _label(top)
    words.page.claim(first_piece(top.blocks))
    markup = f"{label}: {cell.markup}" if label else cell.markup
    if "notes" in record_of(section).fields:
        draft.add("notes", words.page.prose(markup, cell.blocks))
    else:
        words.page.keep_text(f"{name}: {markup}", cell.blocks)
