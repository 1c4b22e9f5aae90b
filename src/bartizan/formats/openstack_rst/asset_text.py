"""Says what lines, paragraphs and cells about a data asset say: what it is, where it is persisted, how much it matters."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bartizan.formats.openstack_rst.asset_line import AssetLine, said_of_asset
from bartizan.formats.openstack_rst.asset_ratings import PROPERTIES, level_and_reason, ratings_in
from bartizan.formats.openstack_rst.draft import Draft
from bartizan.formats.openstack_rst.grammar import label_of
from bartizan.formats.openstack_rst.labels import field_called
from bartizan.formats.openstack_rst.layout import Block, Listing, Paragraph, Piece, first_piece
from bartizan.formats.openstack_rst.read_placements import read_placements
from bartizan.formats.openstack_rst.read_words import Words


def say_asset(line: AssetLine, words: Words, draft: Draft) -> None:
    """Say what a line says."""
    for key, level in line.ratings.items():
        draft.put(key, words.page.text(level))
    first, *more = line.description or (None,)
    if first and "description" not in draft:
        draft.put("description", words.page.prose(first.markup, first))
    elif first:
        more = [first, *more]
    for piece in more:
        if piece:
            draft.add("notes", words.page.prose(piece.markup, piece))
    _say_where(line, words, draft)


def _say_where(line: AssetLine, words: Words, draft: Draft) -> None:
    if line.nowhere:
        draft.add("persisted", words.page.word("nowhere", line.nowhere))
    if line.persisted:
        read_placements(line.persisted, words.page, words.called["components"], draft)


def say_paragraphs(paragraphs: Sequence[Paragraph], words: Words, draft: Draft, *, says_where: bool) -> None:
    """Say what paragraphs say; `says_where` when something else says where the asset is persisted."""
    pieces = [paragraph.piece for paragraph in paragraphs]
    texts: list[Piece] = []
    for at, piece in enumerate(pieces):
        rated = _around_ratings(piece, words, draft)
        said = said_of_asset(rated, words.called["components"])
        if says_where or not (said.persisted or said.nowhere):
            texts.extend(rated)
            continue
        _describe([*texts, *said.description[:1]], words, draft)
        _note([*said.description[1:], *pieces[at + 1 :]], words, draft)
        _say_where(said, words, draft)
        words.page.claim(piece)
        return
    _describe(texts, words, draft)


def _around_ratings(piece: Piece, words: Words, draft: Draft) -> tuple[Piece, ...]:
    """Say the ratings within a text; what stands before and behind them is left."""
    ratings = ratings_in(piece)
    if ratings is None or any(key in draft for key in ratings.levels):
        return (piece,)
    for key, level in ratings.levels.items():
        draft.put(key, words.page.text(level))
    words.page.claim(piece.cut(ratings.start, ratings.end))
    behind = re.match(r"[)\]\s,;.]*", piece.markup[ratings.end :])
    around = (
        piece.cut(0, ratings.start).strip(" \n,;:([-–—"),
        piece.cut(ratings.end + (behind.end() if behind else 0)).strip(),
    )
    return tuple(part for part in around if part.text)


def _describe(texts: list[Piece], words: Words, draft: Draft) -> None:
    if "description" in draft:
        _note(texts, words, draft)
    elif texts:
        draft.put("description", words.page.prose("\n\n".join(text.markup for text in texts), *texts))


def _note(texts: list[Piece], words: Words, draft: Draft) -> None:
    for text in texts:
        draft.add("notes", words.page.prose(text.markup, text))


def say_level(path: tuple[str, ...], piece: Piece, words: Words, draft: Draft) -> bool:
    """Say how much a property matters and, as what its loss means, why: `High - it would leak`; whether it was said so."""
    if len(path) != 1 or path[0] not in PROPERTIES or path[0] in draft:
        return False
    split = level_and_reason(piece)
    if split is None:
        return False
    level, reason = split
    draft.put(path[0], words.page.text(level))
    draft.inner("impact", piece.span).put(path[0], words.page.prose(reason.markup, reason))
    words.page.claim(piece)
    return True


def say_ratings(piece: Piece, words: Words, draft: Draft) -> bool:
    """Say the ratings of which a text consists, such as `C/I/A: H/H/L`; whether it is that."""
    ratings = ratings_in(piece)
    if ratings is None or re.search(r"\w", piece.markup[: ratings.start] + piece.markup[ratings.end :]):
        return False
    if any(key in draft for key in ratings.levels):
        return False
    for key, level in ratings.levels.items():
        draft.put(key, words.page.text(level))
    words.page.claim(piece)
    return True


def say_statement(piece: Piece, words: Words, draft: Draft) -> bool:
    """Say where the asset is persisted where a text says nothing else; whether it does."""
    said = said_of_asset((piece,), words.called["components"])
    if "persisted" in draft or said.description or not (said.persisted or said.nowhere):
        return False
    _say_where(said, words, draft)
    words.page.claim(piece)
    return True


def labels_where(body: tuple[Block, ...]) -> bool:
    """Say whether a label under an asset is that of where it is persisted."""
    return any(
        field_called("data-assets", label.text) == ("persisted",)
        for block in body
        if isinstance(block, Listing)
        for entry in block.entries
        if (piece := entry.term or first_piece(entry.blocks))
        for label in [entry.term or (label_of(piece) or (piece,))[0]]
    )
