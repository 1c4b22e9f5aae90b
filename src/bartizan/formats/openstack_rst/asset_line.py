"""Reads the line of a data asset: `*Secret data*: passphrases, keys - persisted in Database [PKCS#11] or HSM`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from bartizan.formats.openstack_rst.asset_ratings import ratings_in
from bartizan.formats.openstack_rst.called import Called
from bartizan.formats.openstack_rst.grammar import emphasized, outside_brackets, separated, unstarred
from bartizan.formats.openstack_rst.layout import Leaf, Piece
from bartizan.formats.openstack_rst.read_placements import EXTRACTABLE, LONGEST_NAME, NOWHERE
from bartizan.source.text import Source

LONGEST_ASSET_NAME = 12
_NO_NAME = Piece(Leaf(Source("", ""), "", (0,)), 0, 0)
_PERSISTED = re.compile(
    r"(?P<before>\A|(?<=\s)(?:-{1,3}|–|—)\s+|[,;.:]\s+)(?P<words>(?:(?:is|are|it is|they are)\s+)?(?:persisted|stored|kept|saved|held)\s+"
    r"(?:(?:in|on|at|by|within|inside|with)\s+)+)",
    re.IGNORECASE,
)
_NOT_PERSISTED = re.compile(
    rf"(?P<before>\A|(?<=\s)(?:-{{1,3}}|–|—)\s+|[,;.:]\s+)(?P<words>{NOWHERE.pattern})(?=\s*[,;.]|\s*\Z)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class AssetLine:
    """What the line of a data asset says."""

    name: Piece
    description: tuple[Piece, ...] = ()
    """What stands before and behind the statement of where it is persisted."""
    persisted: Piece | None = None
    nowhere: Piece | None = None
    ratings: dict[str, Piece] = field(default_factory=dict)
    """How much confidentiality, integrity and availability matter."""


def asset_line(line: Piece, components: Called) -> AssetLine | None:
    """Return what a line says; nothing where it has no name."""
    ratings = ratings_in(line)
    before = line if ratings is None else _before_ratings(line.cut(0, ratings.start))
    split = _name_and_rest(before)
    if split is None:
        return None if ratings is None else asset_line_without_ratings(line, components)
    name, rest = split
    parts = [_without_dash(rest)] if rest else []
    if ratings is None:
        return replace(said_of_asset(parts, components), name=name)
    behind = line.cut(ratings.end)
    closed = re.match(r"\s*[)\]]", behind.markup)
    parts.append(_without_dash(behind.cut(closed.end() if closed else 0).strip(" \n,;.")))
    return replace(said_of_asset(parts, components), name=name, ratings=ratings.levels)


def asset_line_without_ratings(line: Piece, components: Called) -> AssetLine | None:
    """Return what a line says where what looks like ratings is part of a sentence."""
    split = _name_and_rest(line)
    if split is None:
        return None
    return replace(said_of_asset([_without_dash(split[1])] if split[1] else [], components), name=split[0])


def said_of_asset(parts: Iterable[Piece], components: Called) -> AssetLine:
    """Return what texts about an asset say: what it is, and where it is persisted; it has no name yet."""
    texts: list[Piece] = []
    persisted = nowhere = None
    for part in parts:
        if persisted or nowhere:
            texts.extend(_texts(part))
            continue
        before, persisted, nowhere, behind = _statement(part, components)
        texts.extend(_texts(before, behind) if behind else _texts(before))
    return AssetLine(_NO_NAME, tuple(texts), persisted, nowhere)


def _statement(text: Piece, components: Called) -> tuple[Piece, Piece | None, Piece | None, Piece | None]:
    """Split a text at the statement of where the asset is persisted: before it, where, that it is nowhere, behind it."""
    found = _NOT_PERSISTED.search(text.markup)
    if found:
        return text.cut(0, found.start()), None, text.cut(*found.span("words")), text.cut(found.end())
    free = {at for at, _character in outside_brackets(text.markup)}
    found = next((match for match in _PERSISTED.finditer(text.markup) if match.start("words") in free), None)
    if found is None:
        return text, None, None, None
    where, behind = _place_and_rest(text.cut(found.end()), components)
    return text.cut(0, found.start()), where, None, behind


def _before_ratings(text: Piece) -> Piece:
    markup = text.markup.rstrip(" \n,;.:([-–—")
    return text.cut(0, len(markup)).strip()


def _name_and_rest(line: Piece) -> tuple[Piece, Piece | None] | None:
    starred = emphasized(line)
    if starred and re.search(r"\w", starred[0].text):
        return starred[0], starred[1] if starred[1].strip() else None
    split = separated(line)
    if split and len(split[0].text.split()) <= LONGEST_ASSET_NAME and re.search(r"\w", split[0].text):
        whole = line.cut(split[1].start - line.start) if split[1] else None
        return unstarred(split[0]), whole
    said = _PERSISTED.search(line.markup)
    if said and said.start() and len(line.markup[: said.start()].split()) <= LONGEST_ASSET_NAME:
        return unstarred(line.cut(0, said.start())), line.cut(said.start())
    bare = re.search(
        r"\s(?:(?:is|are)\s+)?(?:persisted|stored|kept)\s+(?:in|on|at)\s", line.markup, re.IGNORECASE
    )
    if bare and len(line.markup[: bare.start()].split()) <= LONGEST_NAME:
        return unstarred(line.cut(0, bare.start())), line.cut(bare.start() + 1)
    if (
        len(line.text.split()) <= LONGEST_NAME + 3
        and not line.text.endswith(".")
        and re.search(r"\w", line.text)
    ):
        return unstarred(line), None
    return None


def _without_dash(rest: Piece) -> Piece:
    match = re.match(r"\s*(?:(?::|-{1,3}|–|—)\s+)*:?\s*", rest.markup)
    kept = rest.cut(match.end() if match else 0).strip()
    colon = re.match(r"[:–—-]\s+", kept.markup)
    return kept.cut(colon.end()) if colon else kept


def _place_and_rest(text: Piece, components: Called) -> tuple[Piece, Piece]:
    """Split `barbican.conf, clients are also paired with it` into the places and the sentence behind them."""
    free = {at for at, _character in outside_brackets(text.markup)}
    end = len(text.markup)
    for match in re.finditer(r"[,;]\s+|\.(?=\s|\Z)|\s(?:-{1,3}|–|—)\s", text.markup):
        if match.start() not in free:
            continue
        following = re.split(r"[,;]\s+|\.(?=\s|\Z)", text.markup[match.end() :])[0].strip()
        is_place = (
            match[0][0] == ","
            and following
            and (
                components(following)
                or EXTRACTABLE.fullmatch(following)
                or not re.search(r"\s", re.sub(r"^(?:and|or)\s+", "", following))
            )
        )
        if not is_place:
            end = match.start()
            break
    return text.cut(0, end).strip(), text.cut(end)


def _texts(*pieces: Piece) -> tuple[Piece, ...]:
    kept = []
    for piece in pieces:
        start = len(piece.markup) - len(piece.markup.lstrip(" \n,;.:-–—"))
        trimmed = piece.cut(start).strip()
        markup = trimmed.markup
        dash = re.search(r"\s+(?:-{1,3}|–|—)\Z", markup)
        trimmed = trimmed.cut(0, dash.start()) if dash else trimmed
        if re.search(r"\w", trimmed.text):
            kept.append(trimmed)
    return tuple(kept)
