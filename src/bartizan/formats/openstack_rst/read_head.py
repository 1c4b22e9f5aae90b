"""Reads what stands at the top of a page: its titles, status, release, version and contacts."""

from __future__ import annotations

import re

from bartizan.formats.openstack_rst.draft import Draft
from bartizan.formats.openstack_rst.grammar import label_of, listed
from bartizan.formats.openstack_rst.layout import Block, Listing, Paragraph, Piece, Table
from bartizan.formats.openstack_rst.listings import Listed, things_in
from bartizan.formats.openstack_rst.read_fields import read_fields
from bartizan.formats.openstack_rst.read_words import Words
from bartizan.formats.openstack_rst.template_text import is_guidance
from bartizan.model.architecture import Architecture
from bartizan.model.compounds import Record
from bartizan.model.names import fold
from bartizan.model.page import DeploymentKind, Status

PAGE = Record(Architecture)
LABELS = {
    "service": "service", "service name": "service", "project": "service", "project name": "service", "status": "status",
    "page status": "status", "review status": "status", "release": "release", "openstack release": "release", "series": "release",
    "version": "version", "service version": "version", "software version": "version", "template": "template",
    "page template": "template", "deployment": "deployment", "deployment type": "deployment", "reviewed deployment": "deployment",
}  # fmt: skip
"""What the page's own facts are called."""

ROLES = {
    "ptl": "ptl", "project team lead": "ptl", "project technical lead": "ptl", "team lead": "ptl", "architect": "architect",
    "author": "architect", "project architect": "architect", "security reviewer": "security-reviewers",
    "security reviewers": "security-reviewers", "reviewer": "security-reviewers", "reviewers": "security-reviewers",
}  # fmt: skip

_TITLE = re.compile(
    r"(?P<service>.*?\S)??\s*[-–—:]?\s*\b(?P<words>architecture(?:\s+(?:page|documentation|document|description|overview))?)\s*\Z",
    re.IGNORECASE,
)
_RELEASE = re.compile(
    r"(?P<service>.*?\S)\s+(?:-|–|—)\s+(?P<version>[^/]+?)(?:\s*/\s*(?P<release>[^/]+))?\s*\Z"
)
BOTH = "both"
"""The template of a page that has the sections of both."""


def read_titles(titles: list[Piece], words: Words) -> None:
    """Say the service, and version and release where nothing else says them."""
    page, root = words.page, words.page.root
    for title in titles:
        if is_guidance(title.text):
            continue
        match = _TITLE.fullmatch(title.markup)
        if match:
            _say_service(title, match, words)
            continue
        match = _RELEASE.fullmatch(title.markup)
        if match:
            _say_release(title, match, words)
        elif "service" in root and fold(title.text) == fold(root.text_of("service")):
            page.claim(title)
        elif "service" not in root and len(titles) == 1 and len(title.text.split()) == 1:
            root.put("service", page.text(title))


def _say_service(title: Piece, match: re.Match[str], words: Words) -> None:
    page, root = words.page, words.page.root
    page.claim(title.cut(*match.span("words")))
    if not match["service"]:
        return
    service = title.cut(*match.span("service"))
    if fold(service.text) == fold(root.text_of("service")):
        page.claim(service)
    elif "service" not in root:
        root.put("service", page.text(service))


def _say_release(title: Piece, match: re.Match[str], words: Words) -> None:
    """Take `barbican - 3.0.0/newton` where it repeats the page's facts, or says what nothing else does."""
    page, root = words.page, words.page.root
    name = title.cut(*match.span("service"))
    own = _TITLE.fullmatch(name.markup)
    service = name.cut(*own.span("service")) if own and own["service"] else name
    if "service" not in root:
        root.put("service", page.text(service))
        page.claim(name)
    elif fold(service.text) == fold(root.text_of("service")):
        page.claim(name)
    for part in (
        title.cut(*match.span("version")),
        title.cut(*match.span("release")) if match["release"] else None,
    ):
        if part is None:
            continue
        repeated = next(
            (key for key in ("version", "release") if fold(part.text) == fold(root.text_of(key))), None
        )
        key = "version" if re.match(r"v?[0-9]", part.text) else "release" if match["release"] else None
        if repeated:
            page.claim(part)
        elif key and key not in root:
            root.put(key, page.text(part))


def read_facts(blocks: tuple[Block, ...], words: Words) -> None:
    """Say the facts of the page: labelled lines, field lists, and the list of contacts."""
    expecting_contacts = False
    for item in things_in(blocks):
        if isinstance(item, Listed):
            _read_listed(item, words, contacts=expecting_contacts)
        elif isinstance(item, Paragraph):
            expecting_contacts = _read_lines(item.piece, words)
        elif isinstance(item, Table):
            _read_table(item, words)


def read_contacts(blocks: tuple[Block, ...], words: Words) -> None:
    """Say who answers for the page."""
    for item in things_in(blocks):
        if isinstance(item, Listed) and item.head:
            _contact(item, words)
        elif isinstance(item, Paragraph):
            for line in item.piece.lines():
                split = label_of(line)
                if split:
                    _say_contact(split[0], split[1], line, words)
        elif isinstance(item, Table):
            _read_table(item, words)


def read_page_fields(blocks: tuple[Block, ...], words: Words) -> None:
    """Say fields of the page in the file's own words, as we write them; other text as in the preamble."""
    for block in blocks:
        if isinstance(block, Listing) and block.kind == "fields":
            read_fields(block, PAGE, words.page, words.page.root)
        else:
            read_facts((block,), words)


def _read_lines(piece: Piece, words: Words) -> bool:
    """Read a paragraph of labelled lines; whether it announces contacts."""
    lines = piece.lines()
    splits = [label_of(line) for line in lines]
    if not all(splits):
        splits, lines = [label_of(piece)], (piece,)
    announced = False
    for line, split in zip(lines, splits, strict=True):
        if split is None or is_guidance(line.text):
            continue
        label, text = split
        if fold(label.text) in {"contacts", "contact"} and not text:
            words.page.claim(line)
            announced = True
        elif fold(label.text) in ROLES:
            _say_contact(label, text, line, words)
        else:
            say_fact(label.text, text, line, words)
    return announced


def say_fact(label: str, text: Piece, line: Piece, words: Words) -> bool:
    """Say one of the page's own facts; whether it is one and has the form of one."""
    page, root = words.page, words.page.root
    key = LABELS.get(fold(label))
    text = text.strip(" .*") if key == "status" else text.strip()
    if key is None or key in root or not text.text or is_guidance(f"{label}: {text.text}"):
        return False
    value = page.text(text) if key in {"service", "release", "version"} else None
    if key == "status":
        chosen = next((status for status in Status if fold(status.value) == fold(text.text)), None)
        value = page.word(chosen.value, text) if chosen else None
    elif key == "template" and fold(text.text) in {"table", "list", BOTH}:
        page.claim(line)
        if fold(text.text) == BOTH:
            page.root.fields["template"] = (text.span, page.word("", text))
            return True
        value = page.word(fold(text.text), text)
    elif key == "deployment":
        kind = next((kind for kind in DeploymentKind if fold(kind.value) == fold(text.text)), None)
        value = page.word(kind.value, text) if kind else None
    if value is None:
        return False
    root.put(key, value)
    page.claim(line)
    return True


def _read_listed(item: Listed, words: Words, *, contacts: bool) -> None:
    if item.head is None:
        return
    if item.kind in {"fields", "definitions"} and item.body:
        first = item.body[0]
        if isinstance(first, Paragraph):
            if fold(item.head.text) in ROLES:
                _say_contact(item.head, first.piece, item.head, words)
            elif say_fact(item.head.text, first.piece, first.piece, words):
                words.page.claim(item.head)
        elif fold(item.head.text) in {"contacts", "contact"}:
            words.page.claim(item.head)
            read_contacts(item.body, words)
        return
    split = label_of(item.head)
    if split and (contacts or fold(split[0].text) in ROLES):
        _contact(item, words)
    elif split and fold(split[0].text) in {"contacts", "contact"}:
        words.page.claim(item.head)
        read_contacts(item.body, words)
    elif split:
        say_fact(split[0].text, split[1], item.head, words)


def _contact(item: Listed, words: Words) -> None:
    if item.head is None:
        return
    if item.kind in {"fields", "definitions"}:
        first = item.body[0] if item.body else None
        if isinstance(first, Paragraph):
            _say_contact(item.head, first.piece, item.head, words)
        return
    split = label_of(item.head)
    if split is None:
        return
    if not split[1] and item.body:  # `Security Reviewers:` with a list of them
        for inner in things_in(item.body):
            if isinstance(inner, Listed) and inner.head:
                _say_contact(split[0], inner.head, item.head, words)
        return
    _say_contact(split[0], split[1], item.head, words)


def _say_contact(label: Piece, text: Piece, line: Piece, words: Words) -> None:
    page = words.page
    text = text.strip()
    if not text.text or is_guidance(f"{label.text}: {text.text}"):
        return
    contacts = page.section("contacts")
    role = ROLES.get(fold(label.text))
    people = (
        listed(text)
        if label.text.casefold().endswith("s") and all(" - " in each.text for each in listed(text))
        else [text]
    )
    into = contacts if role else contacts.inner("others", label.span)
    for person in people:
        into.add(role or label.text, page.text(person))
    page.claim(line, label, text)


def _read_table(table: Table, words: Words) -> None:
    for row in (table.header, *table.rows):
        if len(row) == 2 and all(cell.blocks and isinstance(cell.blocks[0], Paragraph) for cell in row):
            label, text = (cell.blocks[0].piece for cell in row if isinstance(cell.blocks[0], Paragraph))
            if fold(label.text) in ROLES:
                _say_contact(label, text, label, words)
            elif say_fact(label.text, text, text, words):
                words.page.claim(label)


def settle(root: Draft) -> None:
    """Take away what was said only so that nothing else is."""
    if root.text_of("template") == "" and "template" in root:
        root.fields.pop("template")
