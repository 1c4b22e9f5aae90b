"""Reads sections that list things with a name and what is said about them, and sections that list texts."""

from __future__ import annotations

import re

from bartizan.formats.openstack_rst.dependency_text import is_assumed, is_assumption, is_sentence_of, subject
from bartizan.formats.openstack_rst.domain_text import domain_and_kind, is_domain, reached_from
from bartizan.formats.openstack_rst.draft import Draft
from bartizan.formats.openstack_rst.element_text import following_text
from bartizan.formats.openstack_rst.elements import (
    describe,
    known_as,
    more_about,
    new_element,
    read_body,
)
from bartizan.formats.openstack_rst.grammar import emphasized, label_of, separated, unstarred
from bartizan.formats.openstack_rst.layout import (
    Block,
    Entry,
    Group,
    Listing,
    Literal,
    Paragraph,
    Piece,
    Section,
    Table,
    first_piece,
)
from bartizan.formats.openstack_rst.listings import Listed, things_in, with_lists
from bartizan.formats.openstack_rst.read_fields import own_id
from bartizan.formats.openstack_rst.read_tables import columns_of, read_rows
from bartizan.formats.openstack_rst.read_words import Words
from bartizan.formats.openstack_rst.template_text import without_guidance
from bartizan.model.names import fold
from bartizan.source.nodes import Scalar

LONGEST_NAME = 6
"""Words in a name; a longer line without a separator is a sentence."""


_SENTENCES = frozenset({"external-dependencies", "threat-actors", "abuse-cases"})
"""Sections in which a sentence without a name is an element."""
_LONGEST_ACTOR = 12


def read_named(section: str, blocks: tuple[Block, ...], words: Words, *, assumed: bool = False) -> None:
    """Say every element of a section in the form `Name: what is said about it`, a table, or a subsection for each.

    `assumed` when the title says that all of it is assumed.
    """
    for item in things_in(blocks):
        if isinstance(item, Table) and columns_of(section, item):
            read_rows(section, item, words)
        elif isinstance(item, Listed) and item.head is not None:
            read_one(section, item, words, assumed=assumed)


def read_one(section: str, item: Listed, words: Words, *, assumed: bool = False) -> None:
    """Say one element."""
    if item.head is None:
        return
    body = without_guidance(item.body)
    if more_about(section, item, body, words):
        return
    split = _name_in(section, item, assumed=assumed)
    is_sentence = split is None and own_id(body) is None and item.kind != "sections"
    if is_sentence and section not in _SENTENCES:
        return
    name, rest = (subject(item.head), item.head) if is_sentence else split or (item.head, None)
    kind = None
    if section == "trust-domains" and own_id(body) is None:
        name, kind = domain_and_kind(name)
    draft, id_ = new_element(section, name, body, words)
    if section == "trust-domains":
        rest, body = say_domain(kind, rest, body, draft, id_, words)
    if is_sentence:
        draft.fields.pop("name", None)  # a sentence has no name; the id is made from what it is about
    words.page.claim(item.head, item.numbered)
    following, left = following_text(section, body)
    if section == "external-dependencies":
        rest, following = _say_assumptions(rest, following, draft, words, assumed=assumed)
    describe(draft, rest, following, words.page)
    read_body(section, left, words, draft)
    known_as(section, id_, draft, words)


def say_domain(
    kind: Piece | None, rest: Piece | None, body: tuple[Block, ...], draft: Draft, id_: str, words: Words
) -> tuple[Piece | None, tuple[Block, ...]]:
    """Say of a trust domain what its line and the domains under it say; what is left is its description and its fields."""
    page = words.page
    if kind:
        draft.put("kind", page.word(fold(kind.text), kind))
    from_ = reached_from(rest, words) if rest else []
    if rest and from_:
        draft.add("reached-from", *from_)
        page.claim(rest)
        rest = None
    left = []
    for block in body:
        inner = [item for item in things_in((block,)) if isinstance(item, Listed) and item.head]
        if not inner or not all(item.head and is_domain(item.head) for item in inner):
            left.append(block)
            continue
        for item in inner:
            before = set(page.places_in("trust-domains"))
            read_one("trust-domains", item, words)
            for new in set(page.places_in("trust-domains")) - before:
                one = page.section("trust-domains").inner(new, draft.span)
                if "inside" not in one:
                    one.put("inside", Scalar(id_, one.span, '"'))
    return rest, tuple(left)


def _name_in(section: str, item: Listed, *, assumed: bool) -> tuple[Piece, Piece | None] | None:
    """Return the name in the first line of an element and what stands behind it; nothing where it is a sentence."""
    if item.head is None:
        return None
    split = name_and_rest(item.head)
    if split is None and section in {"threat-actors", "abuse-cases"}:
        short = len(item.head.text.split()) <= _LONGEST_ACTOR and not item.head.text.endswith(".")
        return (item.head, None) if short else None
    if (
        split is None
        or split[1] is not None
        or emphasized(item.head)
        or item.kind in {"definitions", "fields"}
    ):
        return split
    text = item.head.text
    ends_as_one = text.endswith(".") and len(text.split()) > 2
    is_one = ends_as_one and (assumed or section in {"threat-actors", "abuse-cases"})
    return None if is_one or is_sentence_of(text) else split


def _say_assumptions(
    rest: Piece | None, following: tuple[Paragraph, ...], draft: Draft, words: Words, *, assumed: bool
) -> tuple[Piece | None, tuple[Paragraph, ...]]:
    """Say what is assumed; what is left is what the dependency is needed for."""
    if rest and (assumed or is_assumption(rest.text)):
        draft.add("assumption", words.page.prose(rest.markup, rest))
        rest = None
    left = []
    for paragraph in following:
        if assumed or is_assumed(paragraph.piece.text):
            draft.add("assumption", words.page.prose(paragraph.markup, paragraph.piece))
        else:
            left.append(paragraph)
    return rest, tuple(left)


def name_and_rest(line: Piece) -> tuple[Piece, Piece | None] | None:
    """Split a line into a name and what is said about it; nothing for a sentence."""
    split = separated(line)
    if split and len(split[0].text.split()) <= LONGEST_NAME and re.search(r"\w", split[0].text):
        return unstarred(split[0]), split[1] or None
    starred = emphasized(line)
    if starred:
        rest = starred[1].markup.lstrip(" \n:-–—")
        return starred[0], starred[1].cut(len(starred[1].markup) - len(rest)).strip() or None
    text = line.text
    return (line, None) if len(text.split()) <= LONGEST_NAME and re.search(r"\w", text) else None


def read_texts(key: str, blocks: tuple[Block, ...], words: Words) -> None:
    """Say every text of a section that is a list of texts: entries of lists, and paragraphs between them."""
    for block in without_guidance(with_lists(blocks)):
        match block:
            case Listing(kind="bullets" | "numbers"):
                for entry in block.entries:
                    words.page.root.add(key, words.page.prose(entry.markup, entry.blocks))
            case Paragraph(piece):
                words.page.root.add(key, words.page.prose(piece.markup, piece))
            case Listing() | Group() | Literal() if is_prose(block):
                words.page.root.add(key, words.page.prose(block.markup, (block,)))
            case Section(title, inner):
                words.page.claim(title)
                words.page.root.add(key, words.page.prose(f"**{title.text}**", title))
                read_texts(key, inner, words)
            case _:
                pass


def is_prose(block: Block) -> bool:
    """Say whether a block can stand in prose: no picture, no table, no directive."""
    match block:
        case Literal():
            return block.markup.startswith("::")
        case Section() | Group():
            return all(is_prose(each) for each in block.blocks)
        case _:
            return isinstance(block, (Paragraph, Listing))


def join_prose(blocks: tuple[Block, ...]) -> str:
    """Return blocks as prose, titles among them in bold."""
    return "\n\n".join(
        f"**{block.title.text}**\n\n{join_prose(block.blocks)}"
        if isinstance(block, Section)
        else block.markup
        for block in blocks
    )


def read_summary(key: str, blocks: tuple[Block, ...], words: Words) -> None:
    """Say the texts of a section by the words in front of them: `**Audit**: …`."""
    target = words.page.section(key)
    for block in without_guidance(with_lists(blocks)):
        if isinstance(block, Listing):
            for entry in block.entries:
                _read_summary_entry(entry, words, target)
        elif isinstance(block, Section):
            said = words.page.prose("\n\n".join(each.markup for each in block.blocks), block.blocks)
            # A title with nothing under it is kept with the notes.
            if said and block.title.text not in target:
                target.put(block.title.text, said)
                words.page.claim(block.title)
        elif isinstance(block, Table):
            _read_summary_rows(block, words, target)
        elif isinstance(block, Paragraph):
            split = label_of(block.piece)
            if split and split[1] and split[0].text not in target:
                target.put(split[0].text, words.page.prose(split[1].markup, block.piece))
    if not target.fields:
        words.page.root.fields.pop(key)


def _read_summary_rows(table: Table, words: Words, target: Draft) -> None:
    """Say the rows of a table of two columns: a word, and the text about it."""
    for row in table.rows:
        label = first_piece(row[0].blocks) if len(row) == 2 else None
        if label and label.text and row[1].blocks and label.text not in target:
            target.put(label.text, words.page.prose(row[1].markup, row[1].blocks))
            words.page.claim(label)


def _read_summary_entry(entry: Entry, words: Words, target: Draft) -> None:
    if entry.term:
        if entry.term.text not in target:
            target.put(
                entry.term.text,
                words.page.prose(entry.markup, entry.term, entry.blocks) or Scalar("", entry.term.span),
            )
            words.page.claim(entry.term)
        return
    first = entry.blocks[0] if entry.blocks else None
    split = label_of(first.piece) if isinstance(first, Paragraph) else None
    if split and isinstance(first, Paragraph) and split[0].text not in target:
        markup = entry.markup[len(first.piece.markup) - len(split[1].markup) :]
        if (
            markup.strip()
        ):  # a word with nothing behind it says nothing of a control: it is kept with the notes
            target.put(split[0].text, words.page.prose(markup, entry.blocks))
