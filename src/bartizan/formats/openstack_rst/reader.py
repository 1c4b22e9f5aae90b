"""Reads an architecture page of OpenStack: what it says becomes an architecture, what finds no place in it becomes notes.

The page becomes the same tree of nodes that a file of ours becomes, each with its place in the page; reading that tree
checks it, so that an interface whose listener is no component is pointed at in the page.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from bartizan.formats.openstack_rst.called import Called
from bartizan.formats.openstack_rst.draft import Draft, PageDraft
from bartizan.formats.openstack_rst.interface_impacts import read_interface_impacts
from bartizan.formats.openstack_rst.layout import Block, Group, Listing, Section, Table, first_piece
from bartizan.formats.openstack_rst.left_over import keep_what_is_left
from bartizan.formats.openstack_rst.links import Links
from bartizan.formats.openstack_rst.listings import Listed
from bartizan.formats.openstack_rst.outline import Part, outline
from bartizan.formats.openstack_rst.parse_page import Parsed, parse_page
from bartizan.formats.openstack_rst.read_assets import read_assets, read_impacts
from bartizan.formats.openstack_rst.read_components import read_components
from bartizan.formats.openstack_rst.read_contacts import read_contacts
from bartizan.formats.openstack_rst.read_fields import read_fields
from bartizan.formats.openstack_rst.read_flows import read_flows, read_use_case, read_use_cases
from bartizan.formats.openstack_rst.read_head import PAGE, read_facts, read_page_fields, settle
from bartizan.formats.openstack_rst.read_interfaces import read_interfaces
from bartizan.formats.openstack_rst.read_lists import (
    is_prose,
    join_prose,
    read_named,
    read_summary,
    read_texts,
)
from bartizan.formats.openstack_rst.read_pictures import read_pictures
from bartizan.formats.openstack_rst.read_tables import own_ids
from bartizan.formats.openstack_rst.read_titles import read_titles
from bartizan.formats.openstack_rst.read_words import Words
from bartizan.formats.openstack_rst.similar import with_similar_names
from bartizan.formats.openstack_rst.template_text import without_guidance
from bartizan.model.architecture import Architecture
from bartizan.model.names import fold
from bartizan.model.page import Template
from bartizan.model.places import Places
from bartizan.model.read import PageRead, read_architecture
from bartizan.source.nodes import Scalar
from bartizan.source.text import Source, Span

TEXTS = ("users", "differences", "resources")
NAMED = ("external-dependencies", "trust-domains", "controls", "threat-actors", "abuse-cases")


def read_page(source: Source, *, folder: Path | None) -> PageRead:
    """Return the architecture that a page describes, what is wrong with it, and where each fact stands in the page.

    `folder` is where the page lies, so that the files of its pictures can be looked for; nothing is looked for without.
    """
    parsed = parse_page(source)
    if not isinstance(parsed, Parsed):
        return PageRead(Architecture(), (parsed,), Places())
    links = Links(parsed)
    page = PageDraft(source, Draft(Span(source, 0, 0)), _own_ids(parsed.blocks), links.resolve)
    page.diagnostics.extend(parsed.problems)
    words = Words(page, defaultdict(Called))
    parts = outline(parsed.blocks, _service_in_titles(parsed.blocks))
    _read_head(parts, words)
    _read_elements(parts, words)
    for part in parts:
        read_pictures(part, folder, words)
    _read_notes(parts, page)
    _say_template(page)
    for part in parts:
        if part.said and part.title:
            page.claim(part.title.cut(0, part.said.end - part.title.start))
    page.claim(*links.targets_used(parsed.blocks))
    keep_what_is_left(parts, page)
    settle(page.root)
    read = read_architecture(page.root.node())
    declared = {key: page.places_in(key) for key in ("components", "data-assets")}
    found = [with_similar_names(each, words.called, declared) for each in read.diagnostics]
    diagnostics = sorted((*page.diagnostics, *found), key=lambda each: each.at.span.start if each.at else 0)
    return PageRead(read.architecture, tuple(diagnostics), read.places)


def _parts(parts: list[Part], *keys: str) -> Iterator[Part]:
    return (part for part in parts if any(key in part.keys for key in keys))


def _read_head(parts: list[Part], words: Words) -> None:
    for part in _parts(parts, "preamble"):
        read_facts(part.blocks, words)
    for part in _parts(parts, "contacts"):
        read_contacts(part.blocks, words)
    for part in _parts(parts, "page", "deployment"):
        read_page_fields(part.blocks, words)
    for part in _parts(parts, "preamble"):
        read_titles(part.titles, words)
    for part in _parts(parts, "purpose"):
        _read_purpose(part, words)


def _read_elements(parts: list[Part], words: Words) -> None:
    """Read what has a name before what names it."""
    for part in _parts(parts, "components"):
        read_components(part.blocks, words)
    for part in _parts(parts, "data-assets"):
        read_assets(part.blocks, words)
    for part in _parts(parts, "impact"):
        if not _is_of_interfaces(part):
            read_impacts(part.blocks, words)
    for key in NAMED:
        for part in _parts(parts, key):
            read_named(key, part.blocks, words, assumed=_says_only_assumptions(part))
    for part in _parts(parts, "interfaces"):
        read_interfaces(part.blocks, words)
    for part in _parts(parts, "impact"):
        read_interface_impacts(part.blocks, words)
    for key in TEXTS:
        for part in _parts(parts, key):
            read_texts(key, part.blocks, words)
    for part in _parts(parts, "summary-of-controls"):
        read_summary("summary-of-controls", part.blocks, words)
    for part in _parts(parts, "use-cases"):
        read_use_cases(part.blocks, words)
    for part in _parts(parts, "use-case"):
        read_use_case(Listed(part.title, part.blocks, kind="sections"), words)
    for part in _parts(parts, "data-flow", "sequence", "diagram"):
        read_flows(part.blocks, None, words)
    for part in _parts(parts, "variants", "waivers", "figures"):
        read_page_fields(part.blocks, words)


def _is_of_interfaces(part: Part) -> bool:
    """Say whether an analysis of impact is by its title that of the interfaces, and not of data assets too."""
    title = fold(part.title.text).split() if part.title else []
    return bool({"interface", "interfaces"} & set(title)) and not {"data", "asset", "assets"} & set(title)


def _says_only_assumptions(part: Part) -> bool:
    """Say whether the title is that of assumptions, and not of dependencies too."""
    title = fold(part.title.text) if part.title else ""
    return "assumption" in title and "depend" not in title


def _read_purpose(part: Part, words: Words) -> None:
    """Take the text of the section as it was written, but for pictures, tables and what a template left there."""
    kept = tuple(block for block in without_guidance(part.blocks) if is_prose(block))
    if not kept:
        return
    whole = len(kept) == len(part.blocks) and not any(isinstance(block, (Group, Section)) for block in kept)
    markup = part.markup if whole and part.markup else join_prose(kept)
    so_far = words.page.root.text_of("purpose")
    text = words.page.prose(markup, kept)
    if text and so_far:
        text = Scalar(f"{so_far}\n\n{text.text}", text.span, '"')
    words.page.root.put("purpose", text)


def _read_notes(parts: list[Part], page: PageDraft) -> None:
    """Take the notes that were written by us; others find their way there by themselves."""
    for part in _parts(parts, "notes"):
        for block in part.blocks:
            if isinstance(block, Listing) and block.kind == "fields":
                read_fields(block, PAGE, page, page.root)


def _say_template(page: PageDraft) -> None:
    """Say which published template a page follows: one with tables, or one with lists; not one that has both."""
    if "template" in page.root or bool(page.tables) == bool(page.lists):
        return
    template = Template.TABLE if page.tables else Template.LIST
    places = [*page.places_in("interfaces").values(), *page.places_in("data-assets").values()]
    page.root.put("template", Scalar(template.value, places[0] if places else page.root.span, '"'))


def _own_ids(blocks: tuple[Block, ...]) -> frozenset[str]:
    """Return the ids that elements of the page give themselves."""
    found: set[str] = set()
    for block in blocks:
        if isinstance(block, Section):
            found |= _own_ids(block.blocks)
        elif isinstance(block, Table):
            found |= own_ids(block)
        elif isinstance(block, Listing):
            for entry in block.entries:
                found |= _own_ids(entry.blocks)
                piece = first_piece(entry.blocks) if entry.term and entry.term.text == "id" else None
                if piece:
                    found.add(piece.text)
    return frozenset(found)


def _service_in_titles(blocks: tuple[Block, ...]) -> str:
    """Return the first words of the page's title, which other titles may repeat: `Barbican components`."""
    first = next((block for block in blocks if isinstance(block, Section)), None)
    match = re.match(r"[^\W\d_][\w-]*", first.title.text) if first else None
    return match[0] if match else ""
