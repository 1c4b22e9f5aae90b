"""Reads the data assets, and the analysis of what it means when one of them fails."""

from __future__ import annotations

from bartizan.formats.openstack_rst.asset_line import AssetLine, asset_line
from bartizan.formats.openstack_rst.asset_text import labels_where, say_asset, say_paragraphs
from bartizan.formats.openstack_rst.draft import Draft
from bartizan.formats.openstack_rst.element_text import following_text
from bartizan.formats.openstack_rst.elements import (
    is_interface,
    known_as,
    more_about,
    new_element,
    read_body,
    read_impact_block,
)
from bartizan.formats.openstack_rst.grammar import emphasized, label_of, listed, split_at, unstarred
from bartizan.formats.openstack_rst.labels import field_called
from bartizan.formats.openstack_rst.layout import (
    Block,
    Cell,
    Listing,
    Paragraph,
    Piece,
    Section,
    Table,
    first_piece,
)
from bartizan.formats.openstack_rst.listings import Listed, things_in
from bartizan.formats.openstack_rst.read_fields import own_id
from bartizan.formats.openstack_rst.read_tables import columns_of, read_rows
from bartizan.formats.openstack_rst.read_words import Words
from bartizan.formats.openstack_rst.similar import most_similar
from bartizan.formats.openstack_rst.template_text import without_guidance
from bartizan.model.names import fold
from bartizan.source.diagnostic import Diagnostic, Label, Severity

SECTION = "data-assets"


def read_assets(blocks: tuple[Block, ...], words: Words) -> None:
    """Say every data asset that the blocks list."""
    for item in things_in(blocks):
        if isinstance(item, Table) and columns_of(SECTION, item):
            words.page.tables += 1
            read_rows(SECTION, item, words)
        elif isinstance(item, Listed):
            read_asset(item, words)


def read_asset(item: Listed, words: Words) -> None:
    """Say one data asset."""
    body = without_guidance(item.body)
    if more_about(SECTION, item, body, words):
        return
    if is_interface(item, body):
        return
    if item.head is None or _announces_assets(item, body):
        read_assets(item.body, words)
        return
    line = asset_line(item.head, words.called["components"]) or (
        AssetLine(item.head) if own_id(body) else None
    )
    if line is None:
        return
    if _is_analysis(item.head, body, words):
        read_impact(item, words)
        return
    draft, id_ = new_element(SECTION, line.name, body, words)
    words.page.claim(item.head, item.numbered)
    say_asset(line, words, draft)
    following, rest = following_text(SECTION, body)
    say_paragraphs(following, words, draft, says_where="persisted" in draft or labels_where(body))
    read_body(SECTION, rest, words, draft)
    known_as(SECTION, id_, draft, words)


def _is_analysis(head: Piece, body: tuple[Block, ...], words: Words) -> bool:
    """Say whether an entry only goes on about an asset that is in the list before it: what its failure means."""
    called = words.called[SECTION]
    name, _rest = _impact_line(head)
    id_ = called(name.text)
    if own_id(body) or id_ is None or fold(name.text) not in {fold(called.names[id_]), fold(id_)}:
        return False
    labels = [
        split[0].text
        for block in body
        if isinstance(block, Listing)
        for entry in block.entries
        if (piece := entry.term or first_piece(entry.blocks)) and (split := label_of(piece) or (piece, None))
    ]
    return any((field_called(SECTION, label) or ("",))[0] == "impact" for label in labels)


def _announces_assets(item: Listed, body: tuple[Block, ...]) -> bool:
    """Say whether a line such as `Credentials:` only announces the assets under it."""
    if item.head is None or own_id(body):
        return False
    lists = tuple(
        block
        for block in body
        if isinstance(block, Section) or (isinstance(block, Listing) and block.kind != "fields")
    )
    announces = item.kind == "sections" or item.head.markup.rstrip(" *").endswith(":")
    return (
        bool(lists)
        and announces
        and all(
            isinstance(each, Listed) and each.head is not None and emphasized(each.head) is not None
            for each in things_in(lists)
        )
    )


def read_impacts(blocks: tuple[Block, ...], words: Words) -> None:
    """Say what the failure of each data asset means; an asset that is not in the list becomes one."""
    for item in things_in(blocks):
        if isinstance(item, Table) and columns_of(SECTION, item):
            columns = [_as_impact(column) for column in columns_of(SECTION, item)]
            read_rows(SECTION, item, words, _begin_row, columns)
        elif isinstance(item, Paragraph) and fold(item.piece.text) == fold("Data assets"):
            words.page.claim(item.piece)
        elif isinstance(item, Listed):
            read_impact(item, words)


def read_impact(item: Listed, words: Words) -> None:
    """Say what the failure of one data asset means."""
    if item.head is None:
        read_impacts(item.body, words)
        return
    body = without_guidance(item.body)
    name, rest = _impact_line(item.head)
    if not name.text or _is_label(name) or is_interface(item, body):
        return
    words.page.lists += 1
    several = _several(name, words)
    if several:
        words.page.claim(item.head.cut(0, name.end - item.head.start), item.numbered)
    for each in several:
        draft, _is_new = _asset(each, words)
        if rest is not None:
            _impact_note(rest, words, draft)
        for block in body:
            read_impact_block(SECTION, block, words, draft)
    if several:
        return
    draft, is_new = _asset(name, words)
    words.page.claim(item.head.cut(0, name.end - item.head.start), item.numbered)
    if rest is not None:
        if is_new:
            following, body = following_text(SECTION, body)
            kept = rest.strip(" \n:-–—")
            pieces = [piece for piece in (kept, *(each.piece for each in following)) if piece.text]
            if pieces:
                draft.put(
                    "description", words.page.prose("\n\n".join(piece.markup for piece in pieces), *pieces)
                )
            words.page.claim(rest)
        else:
            _impact_note(rest, words, draft)
    for block in body:
        read_impact_block(SECTION, block, words, draft)


def _several(name: Piece, words: Words) -> list[Piece]:
    """Return the listed assets that one entry is about: `*Keys, tokens and passwords*`; none where it is about one."""
    called = words.called[SECTION]
    if called(name.text) is not None:
        return []
    parts = [
        half
        for part in listed(name, ",;/")
        for half in ([part] if called(part.text) else split_at(part, r"\s+(?:and|&)\s+|\A(?:and|&)\s+"))
    ]
    known = [called(part.text) for part in parts]
    return parts if len(parts) > 1 and all(id_ and id_ not in words.from_impact for id_ in known) else []


def _impact_note(rest: Piece, words: Words, draft: Draft) -> None:
    kept = rest.strip(" \n:-–—")
    if kept.text:
        draft.inner("impact", draft.span).add("notes", words.page.prose(kept.markup, kept))
    words.page.claim(rest)


def _impact_line(line: Piece) -> tuple[Piece, Piece | None]:
    """Split `*name*: - note`."""
    starred = emphasized(line)
    if starred:
        return starred[0], starred[1] if starred[1].strip(" \n:-") else None
    split = label_of(line)
    if split:
        return unstarred(split[0]), split[1] or None
    return unstarred(line.strip(" :")), None


def _is_label(name: Piece) -> bool:
    path = field_called(SECTION, name.text)
    return path is not None and path != ("name",)


def _asset(name: Piece, words: Words) -> tuple[Draft, bool]:
    """Return the asset that is called so, and whether it is a new one."""
    page = words.page
    called = words.called[SECTION]
    id_ = called(name.text)
    section = page.section(SECTION)
    if id_ is not None and id_ in section and id_ not in words.from_impact:
        draft = section.inner(id_, name.span)
        page.claim(name)
        if not called.says_all(id_, name.text):
            draft.inner("impact", name.span).add("notes", page.prose(name.markup, name))
        return draft, False
    draft, id_ = new_element(SECTION, name, (), words)
    words.from_impact.add(id_)
    listed = [other for other in called.names if other not in words.from_impact]
    if listed:
        page.diagnostics.append(_not_listed(name, listed, words))
    known_as(SECTION, id_, draft, words)
    return draft, True


def _begin_row(
    cells: dict[tuple[str, ...], Cell], words: Words, _given: Piece | None
) -> tuple[Draft, str] | None:
    cell = cells.pop(("name",), None)
    piece = first_piece(cell.blocks) if cell else None
    if piece is None or not piece.text:
        return None
    draft, _is_new = _asset(piece, words)
    return draft, words.called[SECTION](piece.text) or piece.text


def _as_impact(column: tuple[str, ...] | None) -> tuple[str, ...] | None:
    """Return what a column of the analysis is about: what failure means, not how much it matters."""
    if column in {("confidentiality",), ("integrity",), ("availability",)}:
        return ("impact", *column)
    return column


def _not_listed(name: Piece, listed: list[str], words: Words) -> Diagnostic:
    section = words.page.section(SECTION)
    names = {id_: words.called[SECTION].names[id_].strip() for id_ in listed}
    similar = list(most_similar(name.text, names))
    spans = [Label(section.fields[id_][0], "listed here") for id_ in similar if id_ in section]
    which = " or ".join(f"`{names[id_]}`" for id_ in similar)
    help_ = (
        f"if {which} is meant, use the same name in both lists" if which else "list it under the data assets"
    )
    return Diagnostic(
        "impact-of-unlisted-asset",
        f"`{name.text}` is analysed here and not in the list of data assets",
        Label(name.span, "taken for an asset of its own"),
        also=tuple(spans),
        help=(help_,),
        severity=Severity.WARNING,
    )
