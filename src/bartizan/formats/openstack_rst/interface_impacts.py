"""Reads what the failure of an interface means where that stands apart from the list of interfaces."""

from __future__ import annotations

import re

from bartizan.formats.openstack_rst.called import id_for
from bartizan.formats.openstack_rst.draft import Draft
from bartizan.formats.openstack_rst.elements import read_impact_block
from bartizan.formats.openstack_rst.interface_line import InterfaceLine, interface_line
from bartizan.formats.openstack_rst.layout import Block, Listing, Paragraph, Piece
from bartizan.formats.openstack_rst.listings import Listed, things_in
from bartizan.formats.openstack_rst.read_words import Words
from bartizan.formats.openstack_rst.template_text import without_guidance

SECTION = "interfaces"
_ABOUT_FAILURE = re.compile(r"\b(?:impacts?|failures?|threats?|risks?|security)\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"\s*\*{0,2}(?:interface\s+)?#?(?P<number>[\w-]{1,8})\*{0,2}\s*:?\*{0,2}\s*", re.IGNORECASE
)


def is_about_failure(title: Piece) -> bool:
    """Say whether a title within the interfaces is that of what their failure means."""
    return _ABOUT_FAILURE.search(title.text) is not None


def read_interface_impacts(blocks: tuple[Block, ...], words: Words) -> None:
    """Say what the failure of each interface means; what is about none of the interfaces is left to the notes."""
    for item in things_in(blocks):
        if not isinstance(item, Listed) or item.head is None:
            continue
        line = interface_line(item.head, words.called["components"], numbered=True)
        draft = _meant(item, line, words)
        if draft is None:
            continue
        words.page.claim(item.head, item.numbered)
        rest = line.rest if line else item.head.cut(len(item.head.markup))
        if rest and rest.text:
            draft.inner("impact", rest.span).add("notes", words.page.prose(rest.markup, rest))
        for block in without_guidance(item.body):
            read_impact_block(SECTION, block, words, draft)


def _meant(item: Listed, line: InterfaceLine | None, words: Words) -> Draft | None:
    """Return the one interface that an entry is about: the one with its ends, or with its number."""
    if line is not None:
        found = interfaces_between(line, words)
        numbered = [draft for id_, draft in found.items() if item.number in {id_, draft.text_of("number")}]
        both = numbered or list(found.values())
        return both[0] if len(both) == 1 else None
    match = _NUMBER.fullmatch(item.head.markup) if item.head else None
    if match is None or not any(isinstance(block, (Listing, Paragraph)) for block in item.body):
        return None
    return _interfaces(words).get(match["number"].casefold())


def interfaces_between(line: InterfaceLine, words: Words) -> dict[str, Draft]:
    """Return the interfaces that connect the same two ends, by id."""
    called = words.called["components"]
    ends = tuple(called(end.text) or id_for(end.text) for end in (line.requestor, line.listener))
    return {
        id_: draft
        for id_, draft in _interfaces(words).items()
        if (draft.text_of("requestor"), draft.text_of("listener")) == ends
    }


def _interfaces(words: Words) -> dict[str, Draft]:
    section = words.page.root.fields.get(SECTION, (None, None))[1]
    if not isinstance(section, Draft):
        return {}
    return {id_: value for id_, (_span, value) in section.fields.items() if isinstance(value, Draft)}
