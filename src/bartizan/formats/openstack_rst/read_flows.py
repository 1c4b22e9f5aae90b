"""Reads use cases: typed steps such as `Client->API: store a secret`, in literal blocks, lists or lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bartizan.formats.openstack_rst.draft import Draft
from bartizan.formats.openstack_rst.elements import (
    describe,
    following_text,
    known_as,
    more_about,
    new_element,
    read_body,
)
from bartizan.formats.openstack_rst.grammar import unstarred
from bartizan.formats.openstack_rst.layout import (
    Block,
    Listing,
    Literal,
    Paragraph,
    Piece,
    Section,
    first_piece,
)
from bartizan.formats.openstack_rst.listings import Listed, things_in, with_lists
from bartizan.formats.openstack_rst.read_fields import own_id
from bartizan.formats.openstack_rst.read_lists import LONGEST_NAME, name_and_rest
from bartizan.formats.openstack_rst.read_words import Words
from bartizan.formats.openstack_rst.template_text import without_guidance
from bartizan.model.steps import parse_step
from bartizan.source.nodes import Scalar

SECTION = "use-cases"
_TITLE = re.compile(r"\s*title\b:?\s+(?P<title>\S.*)", re.IGNORECASE)


def read_flows(blocks: tuple[Block, ...], title: Piece | None, words: Words) -> None:
    """Say the use cases that are typed among the blocks of a section of diagrams."""
    lines: list[Piece] = []
    name = title
    for block in (*without_guidance(with_lists(blocks)), None):
        if isinstance(block, (Literal, Paragraph)) and is_typed(block.piece):
            lines.extend(block.piece.lines())
            continue
        if lines:
            _say(lines, name, words)
            lines = []
        before, name = name, _announced(block) or title
        if isinstance(block, Section):
            read_flows(block.blocks, block.title, words)
        elif isinstance(block, Listing):
            typed = _entry_lines(block)
            if typed:
                _say(typed, before, words)
            else:
                for entry in block.entries:
                    read_flows(entry.blocks, first_piece(entry.blocks), words)


def _announced(block: Block | None) -> Piece | None:
    """Return the name in a line such as `Restore::`, right before the steps."""
    if not isinstance(block, Paragraph):
        return None
    markup = block.piece.markup.strip()
    is_name = markup.endswith(":") and len(markup.split()) <= LONGEST_NAME and "\n" not in markup
    return unstarred(block.piece.strip(" :")) if is_name and re.search(r"\w", markup) else None


def is_typed(piece: Piece) -> bool:
    """Say whether most lines of a text are steps."""
    lines = [line for line in piece.lines() if line]
    steps = sum(is_step(line.markup) or bool(_TITLE.fullmatch(line.markup)) for line in lines)
    return (steps * 2 > len(lines) and any(is_step(line.markup) for line in lines)) or _is_title(lines)


def _is_title(lines: list[Piece]) -> bool:
    return len(lines) == 1 and bool(_TITLE.fullmatch(lines[0].markup))


def is_step(line: str) -> bool:
    """Say whether a line is a typed step."""
    return (
        re.search(r"->|→|=>", line) is not None and parse_step(line.strip(), lambda _name: None) is not None
    )


def _entry_lines(listing: Listing) -> list[Piece]:
    pieces = [first_piece(entry.blocks) for entry in listing.entries]
    return (
        [piece for piece in pieces if piece]
        if pieces and all(piece and is_step(piece.markup) for piece in pieces)
        else []
    )


def _say(lines: list[Piece], title: Piece | None, words: Words) -> None:
    """Say one use case for each title among the lines."""
    name, steps = title, list[Piece]()
    if not any(is_step(line.markup) for line in lines):
        return
    for line in lines:
        match = _TITLE.fullmatch(line.markup)
        if match and steps:
            _say_one(name, steps, words)
            steps = []
        if match:
            words.page.claim(line)
            name = line.cut(*match.span("title"))
        elif is_step(line.markup):
            steps.append(line)
    if steps:
        _say_one(name, steps, words)


def _say_one(name: Piece | None, steps: list[Piece], words: Words) -> None:
    page = words.page
    section = page.section(SECTION)
    if name is None or f"{name.span}" in words.flows_named:
        draft = section.inner(page.new_id("use case"), steps[0].span)
    else:
        words.flows_named.add(f"{name.span}")
        draft, id_ = new_element(SECTION, name, (), words)
        known_as(SECTION, id_, draft, words)
    draft.add("steps", *_nodes(steps, words))


def _nodes(lines: list[Piece], words: Words) -> Iterator[Scalar]:
    for line in lines:
        words.page.claim(line)
        yield Scalar(" ".join(line.text.split()), line.strip().span, '"')


def read_use_cases(blocks: tuple[Block, ...], words: Words) -> None:
    """Say the use cases of a section that lists them: a name, what it is, and its steps."""
    loose: list[Block] = []
    for item in things_in(blocks):
        if isinstance(item, Listed) and item.head is not None:
            if own_id(item.body) or not is_step(item.head.markup):
                read_use_case(item, words)
            else:
                loose.append(Paragraph(item.head))
        elif not isinstance(item, Listed):
            loose.append(item)
    read_flows(tuple(loose), None, words)


def read_use_case(item: Listed, words: Words) -> None:
    """Say one use case: its name, what it is, and its steps."""
    if item.head is None:
        return
    body = without_guidance(item.body)
    if more_about(SECTION, item, body, words):
        return
    if own_id(body) is None and is_step(item.head.markup):
        return
    split = name_and_rest(item.head)
    if split is None and item.kind != "sections" and own_id(body) is None:
        return
    name, rest = split or (item.head, None)
    draft, id_ = new_element(SECTION, name, body, words)
    words.page.claim(item.head, item.numbered)
    following, left = following_text(tuple(block for block in body if not _has_steps(block)))
    describe(draft, rest, following, words.page)
    for block in body:
        if _has_steps(block):
            _say_steps(block, draft, words)
    read_body(SECTION, left, words, draft)
    known_as(SECTION, id_, draft, words)


def _has_steps(block: Block) -> bool:
    if isinstance(block, (Literal, Paragraph)):
        return is_typed(block.piece)
    return isinstance(block, Listing) and bool(_entry_lines(block))


def _say_steps(block: Block, draft: Draft, words: Words) -> None:
    if isinstance(block, Listing):
        draft.add("steps", *_nodes(_entry_lines(block), words))
    elif isinstance(block, (Literal, Paragraph)):
        draft.add("steps", *_nodes([line for line in block.piece.lines() if is_step(line.markup)], words))
