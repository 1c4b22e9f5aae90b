"""Reads the line of a data asset: `*Secret data*: passphrases, keys - persisted in Database [PKCS#11] or HSM`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bartizan.formats.openstack_rst.called import Called
from bartizan.formats.openstack_rst.grammar import emphasized, outside_brackets, separated, unstarred
from bartizan.formats.openstack_rst.layout import Piece
from bartizan.formats.openstack_rst.read_placements import LONGEST_NAME, NOWHERE

LONGEST_ASSET_NAME = 12
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


def asset_line(line: Piece, components: Called) -> AssetLine | None:
    """Return what a line says; nothing where it has no name."""
    split = _name_and_rest(line)
    if split is None:
        return None
    name, rest = split
    if not rest:
        return AssetLine(name)
    rest = _without_dash(rest)
    nowhere = _NOT_PERSISTED.search(rest.markup)
    if nowhere:
        where = rest.cut(*nowhere.span("words"))
        return AssetLine(name, _texts(rest.cut(0, nowhere.start()), rest.cut(nowhere.end())), None, where)
    free = {at for at, _character in outside_brackets(rest.markup)}
    found = next((match for match in _PERSISTED.finditer(rest.markup) if match.start("words") in free), None)
    if not found:
        return AssetLine(name, _texts(rest))
    where, behind = _place_and_rest(rest.cut(found.end()), components)
    return AssetLine(name, _texts(rest.cut(0, found.start()), behind), where)


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
            and (components(following) or not re.search(r"\s", re.sub(r"^(?:and|or)\s+", "", following)))
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
