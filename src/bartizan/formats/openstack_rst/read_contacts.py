"""Reads who answers for a page: `PTL: Ann - ann`, `Architect - Ben`, or a table with a column for the role."""

from __future__ import annotations

from bartizan.formats.openstack_rst.grammar import DASHES, label_of, listed, separated, unstarred
from bartizan.formats.openstack_rst.layout import Block, Paragraph, Piece, Table, first_piece
from bartizan.formats.openstack_rst.listings import Listed, things_in
from bartizan.formats.openstack_rst.read_words import Words
from bartizan.formats.openstack_rst.template_text import is_guidance
from bartizan.model.names import fold
from bartizan.source.nodes import Scalar

ROLES = {
    "ptl": "ptl", "project team lead": "ptl", "project technical lead": "ptl", "team lead": "ptl", "architect": "architect",
    "author": "architect", "project architect": "architect", "security reviewer": "security-reviewers",
    "security reviewers": "security-reviewers", "reviewer": "security-reviewers", "reviewers": "security-reviewers",
}  # fmt: skip
_ROLE_COLUMN = frozenset({"role", "position", "function", "responsibility"})
_PERSON_COLUMNS = frozenset(
    {
        "name",
        "person",
        "who",
        "contact",
        "irc",
        "irc nick",
        "nick",
        "handle",
        "email",
        "e mail",
        "mail",
        "address",
    }
)
"""Columns whose cells stand behind one another in a contact: `name - handle`."""


def read_contacts(blocks: tuple[Block, ...], words: Words) -> None:
    """Say who answers for the page."""
    for item in things_in(blocks):
        if isinstance(item, Listed) and item.head:
            read_contact(item, words)
        elif isinstance(item, Paragraph):
            for line in item.piece.lines():
                split = label_of(line)
                if split:
                    say_contact(split[0], split[1], line, words)
        elif isinstance(item, Table) and not read_people(item, words):
            _read_pairs(item, words)


def _read_pairs(table: Table, words: Words) -> None:
    """Read a table of two columns, a role and who has it."""
    for row in (table.header, *table.rows):
        pieces = [first_piece(cell.blocks) for cell in row]
        if len(pieces) == 2 and pieces[0] and pieces[1] and role_called(pieces[0].text):
            say_contact(pieces[0], pieces[1], pieces[0], words)


def read_contact(item: Listed, words: Words) -> None:
    """Say who is behind the label of one entry of a list."""
    if item.head is None:
        return
    if item.kind in {"fields", "definitions"}:
        first = item.body[0] if item.body else None
        if isinstance(first, Paragraph):
            say_contact(item.head, first.piece, item.head, words)
        return
    split = label_of(item.head) or role_before_dash(item.head)
    if split is None:
        return
    if not split[1] and item.body:  # `Security Reviewers:` with a list of them
        for inner in things_in(item.body):
            if isinstance(inner, Listed) and inner.head:
                say_contact(split[0], inner.head, item.head, words)
        return
    say_contact(split[0], split[1], item.head, words)


def role_before_dash(line: Piece) -> tuple[Piece, Piece] | None:
    """Split `PTL - somebody`."""
    split = separated(line)
    return (unstarred(split[0]), split[1]) if split and role_called(unstarred(split[0]).text) else None


def role_called(label: str) -> str | None:
    """Return the field of a role, whatever people call it; several people may have it."""
    return ROLES.get(fold(label)) or ROLES.get(fold(label).removesuffix("s"))


def say_contact(label: Piece, text: Piece, line: Piece, words: Words) -> None:
    """Say who has a role; a role that we do not know is one of the others."""
    page = words.page
    text = text.strip()
    if not text.text or is_guidance(f"{label.text}: {text.text}"):
        return
    if text.text in DASHES:
        page.claim(line, label, text)  # not said
        return
    contacts = page.section("contacts")
    role = role_called(label.text)
    people = (
        listed(text)
        if label.text.casefold().endswith("s") and all(" - " in each.text for each in listed(text))
        else [text]
    )
    into = contacts if role else contacts.inner("others", label.span)
    for person in people:
        into.add(role or label.text, page.text(person))
    page.claim(line, label, text)


def read_people(table: Table, words: Words) -> bool:
    """Read a table of people with a column for their role; whether it is one."""
    header, *rows = [table.header, *table.rows] if table.header else list(table.rows) or [()]
    tops = [first_piece(cell.blocks) for cell in header]
    at = next((at for at, top in enumerate(tops) if top and fold(top.text) in _ROLE_COLUMN), None)
    if at is None or len(header) < 2:
        return False
    page = words.page
    for row in rows:
        label = first_piece(row[at].blocks) if at < len(row) else None
        others = [first_piece(cell.blocks) for column, cell in enumerate(row) if column != at]
        said = [piece for piece in others if piece and piece.text and piece.text not in DASHES]
        if not (label and label.text and said):
            continue
        contacts = page.section("contacts")
        role = role_called(label.text)
        person = Scalar(" - ".join(piece.text for piece in said), said[0].strip().span, '"')
        (contacts if role else contacts.inner("others", label.span)).add(role or label.text, person)
        page.claim(label, *said)
    page.claim(*(top for top in tops if top and fold(top.text) in {*_ROLE_COLUMN, *_PERSON_COLUMNS}))
    return True
