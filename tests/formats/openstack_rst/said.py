"""What a page shows and what an architecture says, as words, so that tests can see that nothing was lost on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser
from docutils.utils import new_document

from bartizan.formats.openstack_rst.labels import IMPACT, LABELS, record_of
from bartizan.formats.openstack_rst.read_contacts import ROLES
from bartizan.formats.openstack_rst.read_head import LABELS as FACTS
from bartizan.formats.openstack_rst.reader import read_page
from bartizan.formats.openstack_rst.sections import SECTIONS
from bartizan.model.architecture import Architecture
from bartizan.model.names import fold, readable
from bartizan.model.read import PageRead
from bartizan.model.write import plain_tree
from bartizan.source.text import Source


def read(text: str, name: str = "page.rst", folder: Path | None = None) -> PageRead:
    """Read a page from its text."""
    return read_page(Source(name, text), folder=folder)


def words(text: str) -> set[str]:
    """The words of a text, whatever their case."""
    return {word for word in fold(text).split() if re.search(r"[^\W\d_]", word)}


def words_shown(page: str) -> set[str]:
    """The words that a reader of the printed page sees."""
    settings = get_default_settings(Parser)
    settings.report_level = settings.halt_level = 6
    settings.file_insertion_enabled = settings.raw_enabled = False
    settings.warning_stream = False
    settings.line_length_limit = 100_000
    document = new_document("page", settings)
    Parser().parse(page, document)
    return {word for text in _texts(document) for word in words(text)}


def _texts(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, (nodes.comment, nodes.substitution_definition, nodes.target)):
        return
    if isinstance(node, nodes.system_message):
        yield from (child.astext() for child in node.children if isinstance(child, nodes.literal_block))
    elif isinstance(node, nodes.TextElement) or not node.children:
        yield node.astext()
    else:
        for child in node.children:
            yield from _texts(child)


def words_said(architecture: Architecture) -> set[str]:
    """The words of an architecture: its texts, its ids and the names of its fields."""
    return set(_said(plain_tree(architecture)))


def _said(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield from words(value)
        yield from words(readable(value) if re.fullmatch(r"[a-z0-9-]+", value) else "")
    elif isinstance(value, list):
        for each in value:
            yield from _said(each)
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from words(key)
            yield from _said(each)


def labels() -> set[str]:
    """The words that say which field a text is, and that its place in the architecture says after reading."""
    texts = [title for section in SECTIONS for title in (section.title, *section.aliases)]
    texts += [word for of_section in LABELS.values() for words_ in of_section.values() for word in words_]
    texts += [word for words_ in IMPACT.values() for word in words_]
    texts += [key for section in LABELS for key in record_of(section).fields]
    texts += [*FACTS, *ROLES, "contacts", "architecture page", "title", "interface"]
    return {word for text in texts for word in words(text)}


JOINTS = words(
    "persisted stored kept saved held in on at by not or and the a an over via using with to is are it they"
)
"""Words that join what they stand between, and that lists and fields say after reading."""


def lost(page: str) -> set[str]:
    """The words that a page shows and its architecture does not say."""
    return words_shown(page) - words_said(read(page).architecture) - labels() - JOINTS
