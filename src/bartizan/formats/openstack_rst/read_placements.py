"""Reads where a data asset is kept: `Database [PKCS#11] or HSM [KMIP]`, `policy.json`, `nowhere`."""

from __future__ import annotations

import re

from bartizan.formats.openstack_rst.called import Called, bare, id_for
from bartizan.formats.openstack_rst.draft import Draft, PageDraft
from bartizan.formats.openstack_rst.grammar import UNKNOWN, outside_brackets
from bartizan.formats.openstack_rst.layout import Piece
from bartizan.model.names import fold

NOWHERE = re.compile(
    r"(?:is |are )?(?:not|never) (?:persisted|stored|kept|saved)(?: anywhere)?\.?|nowhere\.?|transient\.?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:,\s*(?:and|or)\s+|\s(?:and|or)\s|\s*[,;]\s+)\s*")
_ARTICLE = re.compile(r"(?i)(?:in\s+)?(?:the|a|an|its|our|their|each|every)\s+")
_PREPOSITION = re.compile(r"(?i)(?:in|on|at|within)\s+(?=\S)")
EXTRACTABLE = re.compile(r"(?i)(?P<no>not |non-?|un-?)?(?:extractable|exportable|retrievable)")
"""What is said about the copy in a place, and is no place."""
_MANNER = re.compile(
    r"(?i)(?:(?:un)?(?:encrypted|hashed|salted|signed|protected|readable|replicated|mirrored|backed|cached|wrapped|sealed|locked)"
    r"|not|only|mode|with|without|for|until|per|as|if|when|after|each|under|plain|in (?:plain|clear|the clear|cleartext)|owner|owned)\b.*",
    re.DOTALL,
)
"""How a copy is kept, behind the comma that follows its place."""
_HOW_LONG = re.compile(r"(?i)\s(?:for|until|as|under|with|while|per|during|by)\s")
LONGEST_NAME = 5
"""Words in the name of a place; what is longer is a description of how it is kept."""


def read_placements(piece: Piece, page: PageDraft, called: Called, into: Draft) -> bool:
    """Say where an asset is persisted; always understood, since a place that is no component becomes an id or words."""
    piece = piece.strip()
    if NOWHERE.fullmatch(piece.text):
        into.add("persisted", page.word("nowhere", piece))
        return True
    if piece.text.casefold() in UNKNOWN:
        into.add("persisted", page.word("unknown", piece))
        return True
    placements: list[Draft] = []
    for part in _parts(piece, called):
        if not fold(bare(part.text)) and placements:  # `or [KMIP, Dogtag]` belongs to the place before it
            _describe(placements[-1], piece.cut(0), part, page)
            continue
        extractable = EXTRACTABLE.fullmatch(part.text)
        if extractable and placements:
            placements[-1].put("extractable", page.word("no" if extractable["no"] else "yes", part))
            continue
        if placements and called(part.text) is None and _MANNER.fullmatch(part.text):
            _describe(placements[-1], piece.cut(0), part, page)
            continue
        placements.append(_placement(part, page, called))
    page.claim(piece)
    into.add("persisted", *placements)
    return True


def _placement(part: Piece, page: PageDraft, called: Called) -> Draft:
    draft = Draft(part.span)
    article = _ARTICLE.match(part.markup)
    name = part.cut(article.end()) if article and called(part.text) is None else part
    place = called(name.text)
    if place is None and (preposition := _PREPOSITION.match(name.markup)):
        name = name.cut(preposition.end())
        place = called(name.text)
    how_long = _HOW_LONG.search(name.markup) if place is None else None
    place = called(name.cut(0, how_long.start()).text) if how_long else place
    if place is None and len(bare(name.text).split()) > LONGEST_NAME:
        draft.put("description", page.prose(part.markup, part))
        return draft
    draft.put("in", page.word(place or id_for(bare(name.text)), name))
    says_all = called.says_all(place, name.text) if place else fold(name.text) == fold(bare(name.text))
    one_of_many = article is not None and re.search(r"(?i)\b(?:each|every)\b", article[0])
    if (
        one_of_many or not says_all or (place is None and "/" in name.text)
    ):  # an id does not say what the path is
        draft.put("description", page.prose(part.markup, part))
    return draft


def _describe(draft: Draft, whole: Piece, part: Piece, page: PageDraft) -> None:
    """Let the words of a placement run on to the end of `part`."""
    start = draft.span.start
    first = next((at for at in range(len(whole.markup)) if whole.leaf.origin(whole.start + at) == start), 0)
    words = whole.cut(first, part.end - whole.start)
    draft.put("description", page.prose(words.markup, words))


def _parts(piece: Piece, called: Called) -> list[Piece]:
    if called(piece.text):
        return [piece]
    free = {at for at, _character in outside_brackets(piece.markup)}
    parts, at = [], 0
    for match in _BETWEEN.finditer(piece.markup):
        first = next(
            (index for index in range(match.start(), match.end()) if not piece.markup[index].isspace()),
            match.start(),
        )
        if first in free:
            parts.append(piece.cut(at, match.start()).strip())
            at = match.end()
    parts.append(piece.cut(at).strip())
    return [part for part in parts if re.search(r"\w", part.markup)]
