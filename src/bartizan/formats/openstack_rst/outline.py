"""Tells which part of a page is which section, whatever its title is written with and wherever it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from bartizan.formats.openstack_rst.flow_lines import USE_CASE, is_typed, steps_among
from bartizan.formats.openstack_rst.grammar import label_of, unstarred
from bartizan.formats.openstack_rst.labels import field_called
from bartizan.formats.openstack_rst.layout import (
    Block,
    Listing,
    Literal,
    Paragraph,
    Piece,
    Section,
    Table,
    first_piece,
)
from bartizan.formats.openstack_rst.read_contacts import ROLES
from bartizan.formats.openstack_rst.read_head import LABELS
from bartizan.formats.openstack_rst.read_tables import columns_of
from bartizan.formats.openstack_rst.sections import BY_KEY, Recognized, recognize
from bartizan.knowledge.protocols import protocol
from bartizan.model.names import fold

FACTS = frozenset({*LABELS, *ROLES, "contacts"})
"""What is said about the page itself, in front of its first section."""

_ARROW_LINE = re.compile(r"\S.*(?:->|→).*\[[^\]]+\]")
_PAGE_TITLE = re.compile(
    r"\S\s+architecture(?: (?:page|documentation|document|description))?\s*\Z", re.IGNORECASE
)
_PORT = re.compile(
    r"\bports?\s+[0-9]|\b[0-9]{2,5}\s?/\s?(?:tcp|udp)\b|\b(?:tcp|udp)\s?/\s?[0-9]", re.IGNORECASE
)
_PLACED = re.compile(r"[\[(][IUO]-C[^\])]*[\])]")


_OF_FLOWS = frozenset({"use-cases", "data-flow", "sequence"})


@dataclass
class Part:
    """A stretch of the page about one thing, or two that were put together."""

    keys: tuple[str, ...]
    """The sections it is; `preamble` before the first, `use-case` where it is one, none where it was not recognized."""
    title: Piece | None
    blocks: tuple[Block, ...]
    said: Piece | None = None
    """The part of the title by which it was recognized."""
    markup: str | None = None
    """The whole of it as it was written, where nothing of it is a section of its own."""
    titles: list[Piece] = field(default_factory=list)
    """Titles of the page itself, from the outermost."""


def outline(blocks: tuple[Block, ...], service: str = "") -> list[Part]:
    """Return the parts of a page in the order in which they stand."""
    parts: list[Part] = [Part(("preamble",), None, ())]
    if not any(_recognized_below(block, service) for block in blocks):
        blocks = _with_typed_titles(blocks)
    _walk(blocks, parts, service, None)
    return parts


def _walk(blocks: tuple[Block, ...], parts: list[Part], service: str, inside: Part | None) -> None:
    for block in blocks:
        current = inside or parts[-1]
        if not isinstance(block, Section):
            current.blocks = (*current.blocks, block)
            continue
        found = None if _is_page_title(block, parts, service) else _recognized(block.title, service)
        if USE_CASE.match(block.title.text):
            if inside is not None and set(inside.keys) & _OF_FLOWS:
                inside.blocks = (*inside.blocks, block)
            else:
                parts.append(Part(("use-case",), block.title, block.blocks))
        elif found and (inside is None or _is_own_section(block.title, found)):
            said = None if found.is_misspelt else _said(block.title, found)
            part = Part(found.keys, block.title, (), said, block.markup)
            parts.append(part)
            _walk(block.blocks, parts, service, part)
        elif inside is not None:
            nested = any(_recognized_below(each, service) for each in block.blocks)
            if nested:
                inside.blocks = (
                    *inside.blocks,
                    Section(block.title, tuple(b for b in block.blocks if not isinstance(b, Section))),
                )
                _walk(
                    tuple(each for each in block.blocks if isinstance(each, Section)), parts, service, inside
                )
            else:
                inside.blocks = (*inside.blocks, block)
        elif len(parts) == 1 and _stands_over_the_page(block, parts[0], service):
            parts[0].titles.append(block.title)
            _walk(block.blocks, parts, service, None)
        else:
            part = Part(_by_content(block.blocks), block.title, ())
            parts.append(part)
            _walk(block.blocks, parts, service, part if part.keys else None)


def _is_page_title(section: Section, parts: list[Part], service: str) -> bool:
    """Say whether the first title is that of the page: it ends so, or stands over the sections."""
    if len(parts) > 1:
        return False
    if any(_recognized_below(each, service) for each in section.blocks):
        return True
    return bool(_PAGE_TITLE.search(section.title.text)) and not _recognized(section.title, "")


def _stands_over_the_page(section: Section, preamble: Part, service: str) -> bool:
    """Say whether a title is that of the page, or of the service in it: over sections, over nothing, or over facts."""
    return (
        not preamble.titles
        or not section.blocks
        or _recognized_below(section, service)
        or any(_is_fact(block) for block in section.blocks)
    )


def _is_fact(block: Block) -> bool:
    """Say whether a block says something about the page itself: `**Status**: Draft`, a list of fields."""
    if isinstance(block, Listing):
        return block.kind == "fields" or any(
            _is_fact(each) for entry in block.entries for each in entry.blocks[:1]
        )
    split = label_of(block.piece) if isinstance(block, Paragraph) else None
    return split is not None and fold(split[0].text) in FACTS


def _recognized(title: Piece, service: str) -> Recognized | None:
    return recognize(title.markup, service) or recognize(title.text, service)


def _recognized_below(block: Block, service: str) -> bool:
    if not isinstance(block, Section):
        return False
    found = _recognized(block.title, service)
    return bool(found and _is_own_section(block.title, found)) or any(
        _recognized_below(each, service) for each in block.blocks
    )


def _said(title: Piece, found: Recognized) -> Piece:
    return title.cut(found.start, found.end) if recognize(title.markup) else title


def _is_own_section(title: Piece, found: Recognized) -> bool:
    """Say whether a title within a section opens one of its own: `Interfaces` does, `Description` does not."""
    return len(title.text.split()) > 1 or any(
        title.text.casefold() == BY_KEY[key].title.casefold() for key in found.keys
    )


def _by_content(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """Return what an unknown title stands over, where its content leaves no doubt, as when titles are translated."""
    lines = list(_first_lines(blocks))
    tables = [block for block in blocks if isinstance(block, Table)]
    for section in ("interfaces", "data-assets"):
        if any(len([column for column in columns_of(section, table) if column]) > 3 for table in tables):
            return (section,)
    if any(
        sum(field_called("data-assets", label) is not None for label in labels) > 1
        for labels in _labels(blocks)
    ):
        return ("impact",)
    if lines and sum(bool(_ARROW_LINE.search(line)) for line in lines) * 2 > len(lines):
        return ("interfaces",)
    if lines and sum(bool(_PLACED.search(line)) for line in lines) * 2 > len(lines):
        return ("components",)
    return ("use-case",) if _has_flow(blocks) else ()


def _has_flow(blocks: tuple[Block, ...]) -> bool:
    """Say whether steps are typed there that can be nothing else: several, and not `A -> B: HTTPS`, which is an interface."""
    found: list[Piece] = []
    for block in blocks:
        if isinstance(block, (Literal, Paragraph)) and is_typed(block.piece, _nobody):
            found.extend(steps_among(block.piece.lines(), _nobody))
        elif isinstance(block, Listing) and block.kind == "numbers":
            firsts = (first_piece(entry.blocks) for entry in block.entries)
            found.extend(steps_among((piece for piece in firsts if piece), _nobody))
    texts = [piece.text.partition(":")[2].strip() for piece in found]
    return len(texts) > 1 and not any(
        protocol(text) or protocol(text.split(",")[0].split(" ")[0]) or _PORT.search(text) for text in texts
    )


def _nobody(_name: str) -> None:
    return None


def _first_lines(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Listing):
            for entry in block.entries:
                piece = first_piece(entry.blocks)
                yield piece.text if piece else ""


def _labels(blocks: tuple[Block, ...]) -> Iterator[list[str]]:
    """Yield, for each entry of a list, the labels of the entries under it."""
    for block in blocks:
        if isinstance(block, Listing):
            for entry in block.entries:
                yield [line.split(":")[0] for line in _first_lines(entry.blocks) if "Impact" in line]


def _with_typed_titles(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks in which a bold line, or one behind `#`, that says what follows is a title too.

    Only a page without a title of ours is read so: elsewhere a bold line is a bold line.
    """
    deeper = (
        replace(block, blocks=_with_typed_titles(block.blocks)) if isinstance(block, Section) else block
        for block in blocks
    )
    return _under_titles(tuple(deeper))


def _under_titles(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    result: list[Block] = []
    title: Piece | None = None
    under: list[Block] = []
    for block in blocks:
        found = _typed_title(block)
        if (found or isinstance(block, Section)) and title:
            result.append(Section(title, tuple(under), ""))
            title, under = None, []
        if found:
            title = found
        elif title:
            under.append(block)
        else:
            result.append(block)
    return (*result, Section(title, tuple(under), "")) if title else tuple(result)


def _typed_title(block: Block) -> Piece | None:
    if not isinstance(block, Paragraph) or "\n" in block.piece.markup:
        return None
    markup = block.piece.markup
    hashes = re.match(r"#{1,6} +", markup)
    if hashes:
        return block.piece.cut(hashes.end()).strip(" #")
    bold = re.fullmatch(r"\*\*([^*]+?):?\*\*:?", markup)
    piece = unstarred(block.piece.strip(": ")) if bold else None
    found = recognize(piece.text) if piece else None
    return (
        piece if piece and found and found.end == len(piece.text) and _is_own_section(piece, found) else None
    )
