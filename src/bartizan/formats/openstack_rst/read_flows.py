"""Reads use cases: typed steps such as `Client->API: store a secret`, in literal blocks, lists or lines of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

from bartizan.formats.openstack_rst.draft import Draft
from bartizan.formats.openstack_rst.element_text import following_text
from bartizan.formats.openstack_rst.elements import (
    known_as,
    more_about,
    new_element,
    read_body,
)
from bartizan.formats.openstack_rst.flow_lines import (
    TITLE,
    USE_CASE,
    Aliases,
    aliases_in,
    ends_of,
    is_beside,
    is_keyword,
    is_step,
    is_typed,
    steps_among,
    with_full_names,
)
from bartizan.formats.openstack_rst.grammar import label_of, unstarred
from bartizan.formats.openstack_rst.labels import field_called
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
from bartizan.model.names import fold
from bartizan.model.steps import parse_step
from bartizan.source.nodes import Node, Scalar

SECTION = "use-cases"


@dataclass
class _Flow:
    """Steps that follow one another, on their way to one use case."""

    name: Piece | None
    lines: list[Piece] = field(default_factory=list)
    has_text_behind: bool = False
    """Whether prose stands behind its last step, so that another block of steps is another flow."""


def read_flows(blocks: tuple[Block, ...], title: Piece | None, words: Words) -> None:
    """Say the use cases that are typed among the blocks of a section of diagrams."""
    known = words.called["components"]
    flow = _Flow(title)
    shown = without_guidance(with_lists(blocks))
    for block, following in zip_longest(shown, shown[1:]):
        if isinstance(block, (Literal, Paragraph)) and is_typed(block.piece, known):
            if flow.has_text_behind and isinstance(block, Literal):
                flow = _said(flow, title, words)
            flow.lines.extend(block.piece.lines())
        elif isinstance(block, Paragraph) and is_beside(block.piece):
            flow.lines.extend(block.piece.lines())
        elif isinstance(block, Listing) and (typed := step_entries(block, words)):
            if flow.has_text_behind:
                flow = _said(flow, title, words)
            flow.lines.extend(typed)
            flow = _said(flow, title, words)
            _read_entries(block, words)
        elif isinstance(block, Paragraph) and not _announced(block, following, words):
            flow.has_text_behind = bool(flow.lines)
            flow.name = flow.name if flow.lines else title
        else:
            flow = _said(flow, _announced(block, following, words) or title, words)
            if isinstance(block, Section):
                read_flows(block.blocks, block.title, words)
            elif isinstance(block, Listing):
                _read_entries(block, words)
    _said(flow, title, words)


def _read_entries(listing: Listing, words: Words) -> None:
    """Say the use cases under entries that are their names."""
    for entry in listing.entries:
        first = first_piece(entry.blocks)
        if not (first and is_step(first.text, words.called["components"])):
            read_flows(entry.blocks, first, words)


def _said(flow: _Flow, title: Piece | None, words: Words) -> _Flow:
    """Say what a flow has come to, and begin the next one."""
    _say(flow.lines, flow.name, words)
    return _Flow(title)


def _announced(block: Block | None, following: Block | None, words: Words) -> Piece | None:
    """Return the name in a line such as `Restore::`, or in any short line right before the steps."""
    if not isinstance(block, Paragraph):
        return None
    markup = block.piece.markup.strip()
    if len(markup.split()) > LONGEST_NAME or "\n" in markup or not re.search(r"\w", markup):
        return None
    is_name = markup.endswith(":") or unstarred(block.piece).markup != markup
    before_steps = following is not None and _has_steps(following, words) and markup[-1] not in ".!?,;"
    return unstarred(block.piece.strip(" :")) if is_name or before_steps else None


def step_entries(listing: Listing, words: Words) -> list[Piece]:
    """Return the entries of a list that are typed steps; prose between them makes no other flow of them."""
    if any(entry.term and not is_keyword(entry.term.text) for entry in listing.entries):
        return []  # the steps under a field or a name are what that says; those under `alt ok` go on
    pieces = [piece for entry in listing.entries if (piece := first_piece(entry.blocks))]
    return steps_among(pieces, words.called["components"])


def _say(lines: list[Piece], title: Piece | None, words: Words) -> None:
    """Say one use case for each title among the lines."""
    known = words.called["components"]
    typed = steps_among(lines, known)
    aliases = aliases_in(lines, known) if typed else Aliases()
    name, steps = title, list[Piece]()
    for line in lines if typed else ():
        match = TITLE.fullmatch(line.markup)
        if match and steps:
            _say_one(name, steps, aliases, words)
            steps = []
        if match:
            words.page.claim(line)
            name = line.cut(*match.span("title"))
        elif line in typed:
            steps.append(line)
    if steps:
        _say_one(name, steps, aliases, words)


def _say_one(name: Piece | None, steps: list[Piece], aliases: Aliases, words: Words) -> None:
    page = words.page
    section = page.section(SECTION)
    if name is None or f"{name.span}" in words.flows_named:
        draft = section.inner(page.new_id("use case"), steps[0].span)
    else:
        words.flows_named.add(f"{name.span}")
        draft, id_ = new_element(SECTION, own_name(name, words), (), words)
        known_as(SECTION, id_, draft, words)
    draft.add("steps", *_nodes(steps, aliases, words))


def own_name(title: Piece, words: Words) -> Piece:
    """Return the name in a title such as `Use case 2: Remove a host`."""
    match = USE_CASE.match(title.markup)
    if match is None:
        return title
    words.page.claim(title.cut(0, match.end()))
    return title.cut(match.end())


def _nodes(lines: list[Piece], aliases: Aliases, words: Words) -> Iterator[Node]:
    for line in lines:
        words.page.claim(line)
        yield step_node(line, aliases, words)
    used = {fold(end) for line in lines for end in ends_of(" ".join(line.text.split())) or ()}
    for line, name in aliases.declared:
        if used & {fold(name), *(short for short, full in aliases.names.items() if full == name)}:
            words.page.claim(line)


def step_node(line: Piece, aliases: Aliases, words: Words) -> Node:
    """Return a step as it was typed; in full where brackets at its end name no interface and are text."""
    text = with_full_names(" ".join(line.text.split()), aliases)
    span = line.strip().span
    parsed = parse_step(text, words.called["components"])
    if parsed is None or parsed.interface is None or parsed.carries or re.search(r"\d", parsed.interface):
        return Scalar(text, span, '"')
    if words.called["interfaces"](parsed.interface):
        return Scalar(text, span, '"')
    draft = Draft(span)
    draft.put("from", Scalar(parsed.sender or "", span, '"'))
    draft.put("to", Scalar(parsed.receiver or "", span, '"'))
    draft.put("text", Scalar(f"{parsed.text or ''} {text[text.rindex('[') :]}".strip(), span, '"'))
    if parsed.reply:
        draft.put("reply", Scalar(parsed.reply.value, span, '"'))
    return draft.node()


def read_use_cases(blocks: tuple[Block, ...], words: Words) -> None:
    """Say the use cases of a section that lists them: a name, what it is, and its steps."""
    known = words.called["components"]
    for item in _things_or_steps(blocks, words):
        if isinstance(item, Listed) and item.head is not None:
            if own_id(item.body) or not is_step(item.head.text, known):
                read_use_case(item, words)
        elif isinstance(item, tuple):
            read_flows(item, None, words)


def _things_or_steps(blocks: tuple[Block, ...], words: Words) -> Iterator[Listed | tuple[Block, ...]]:
    """Yield each use case, and blocks that follow one another between them and are none."""
    loose: list[Block] = []
    for block in with_lists(blocks):
        is_list = isinstance(block, Section) or (
            isinstance(block, Listing)
            and not (step_entries(block, words) and not any(own_id(entry.blocks) for entry in block.entries))
        )
        if not is_list:
            loose.append(block)
            continue
        if loose:
            yield tuple(loose)
            loose = []
        yield from (item for item in things_in((block,)) if isinstance(item, Listed))
    if loose:
        yield tuple(loose)


def read_use_case(item: Listed, words: Words) -> None:
    """Say one use case: its name, what it is, and its steps."""
    if item.head is None:
        return
    body = without_guidance(item.body)
    if more_about(SECTION, item, body, words):
        return
    if own_id(body) is None and is_step(item.head.text, words.called["components"]):
        return
    head = own_name(item.head, words) if item.kind == "sections" else item.head
    split = name_and_rest(head) if head is item.head else None
    if split is None and item.kind != "sections" and own_id(body) is None:
        return
    name, rest = split or (head, None)
    draft, id_ = new_element(SECTION, name, body, words)
    words.page.claim(item.head, item.numbered)
    texts = tuple(block for block in body if not _has_steps(block, words) and not _is_beside(block))
    following, left = following_text(SECTION, texts)
    in_prose = _told(left) if own_id(body) is None else ()
    left = tuple(block for block in left if block not in in_prose)
    _describe(draft, rest, (*following, *in_prose), words)
    _say_steps(body, draft, words)
    read_body(SECTION, left, words, draft)
    known_as(SECTION, id_, draft, words)


def _told(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the lists that tell in sentences what happens, with the lines that announce them."""
    found: list[Block] = []
    for before, block in zip((None, *blocks), blocks, strict=False):
        if _tells_steps(block):
            announced = isinstance(before, Paragraph) and before.piece.markup.rstrip(" *").endswith(":")
            found.extend([before, block] if announced and before else [block])
    return tuple(found)


def _tells_steps(block: Block) -> bool:
    """Say whether a list tells in sentences what happens, with no label of a field among them."""
    if not isinstance(block, Listing) or block.kind != "numbers":
        return False
    firsts = [first_piece(entry.blocks) for entry in block.entries]
    labels = [split[0].text for piece in firsts if piece and (split := label_of(piece))]
    return not any(field_called(SECTION, label) for label in labels)


def _describe(draft: Draft, rest: Piece | None, blocks: tuple[Block, ...], words: Words) -> None:
    """Say what stands behind the name, and the texts and told steps with which it goes on."""
    markup = "\n\n".join([*([rest.markup] if rest else []), *(block.markup for block in blocks)])
    if markup:
        draft.put("description", words.page.prose(markup, *([rest] if rest else []), blocks))


def _is_beside(block: Block) -> bool:
    return isinstance(block, Paragraph) and is_beside(block.piece)


def _has_steps(block: Block, words: Words) -> bool:
    if isinstance(block, (Literal, Paragraph)):
        return is_typed(block.piece, words.called["components"])
    return isinstance(block, Listing) and bool(step_entries(block, words))


def _say_steps(blocks: tuple[Block, ...], draft: Draft, words: Words) -> None:
    """Say the steps in all blocks, with the names that any of them declares."""
    lines: list[Piece] = []
    for block in blocks:
        if isinstance(block, Listing):
            lines.extend(step_entries(block, words))
        elif isinstance(block, (Literal, Paragraph)) and (_has_steps(block, words) or _is_beside(block)):
            lines.extend(block.piece.lines())
    known = words.called["components"]
    steps = steps_among(lines, known)
    if steps:
        draft.add("steps", *_nodes(steps, aliases_in(lines, known), words))
