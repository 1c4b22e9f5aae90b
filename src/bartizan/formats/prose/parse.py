"""Reads prose with docutils, as far as it keeps to the small part of the markup that may stand in a page.

Nothing in prose is ever carried out: text with the beginning of a directive in it is not even given to docutils, files
are not inserted and raw markup is switched off.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser
from docutils.utils import new_document

from bartizan.formats.prose.blocks import (
    Block,
    BulletList,
    Definition,
    DefinitionList,
    LiteralBlock,
    NumberedList,
    Numbering,
    Paragraph,
    Quote,
    Run,
    Style,
)
from bartizan.formats.prose.escape import LONGEST_LINE

DEEPEST = 10
"""Lists within lists within lists: deeper text is not prose, and docutils would run out of stack within a page."""

LINK_SCHEMES = frozenset({"http", "https", "mailto"})
"""What a link may lead to."""

TEXT_SCHEMES = frozenset(
    {"ftp", "ftps", "git", "imap", "irc", "ircs", "ldap", "ldaps", "news", "nntp", "pop", "rsync", "rtsp", "sftp", "sip", "sips",
     "snmp", "ssh", "svn", "tel", "telnet", "tftp", "urn", "vnc", "ws", "wss", "xmpp"}
)  # fmt: skip
"""Addresses that docutils makes links of and that do no harm; we print them as text."""

_DIRECTIVE = re.compile(r"\.\.\s.*::|\.\.\s+\|", re.MULTILINE)
_LOST_BACKSLASH = re.compile(r"\x00(?:\w|\n|\Z)")
"""A backslash, which docutils keeps as a null, before a letter or a line end: meant to be seen, as in `DOMAIN\\user`."""

_STYLES = {
    nodes.emphasis: Style.EMPHASIS,
    nodes.strong: Style.STRONG,
    nodes.literal: Style.LITERAL,
    nodes.title_reference: Style.LITERAL,  # `so` is how most people quote a name
}


class _NotProse(Exception):  # noqa: N818  # it ends a reading that cannot go on and never leaves this module
    """The text uses markup that prose may not have."""


@lru_cache(maxsize=1)
def _settings() -> Any:
    settings = get_default_settings(Parser)
    settings.report_level = settings.halt_level = 6  # nothing is printed, nothing raised: an observer counts
    settings.file_insertion_enabled = settings.raw_enabled = False
    settings.warning_stream = False
    settings.line_length_limit = LONGEST_LINE * 2
    return settings


@lru_cache(maxsize=8192)
def parse_prose(text: str, *, escaped: bool = False) -> tuple[Block, ...] | None:
    """Return the blocks of `text`, or nothing where docutils has anything to say about it or it is more than prose.

    In text that is not `escaped` by us, a backslash that would vanish although nothing called for one makes it no prose.
    """
    if (
        _DIRECTIVE.search(text)
        or "\x00" in text
        or any(len(line) > LONGEST_LINE for line in text.split("\n"))
    ):
        return None
    try:
        # Prose stands in sections and within lists, and docutils minds other things in each, such as a line of one `?`.
        in_list = "-\n" + "\n".join(f"  {line}" if line else "" for line in text.split("\n"))
        document = _parsed_in_silence(in_list)
        if document is None or _parsed_in_silence(text) is None:
            return None
        return _Reading(document, escaped=escaped).only_entry()
    except (_NotProse, RecursionError):
        return None


def _parsed_in_silence(text: str) -> nodes.document | None:
    """Return what docutils makes of a text, or nothing where it has anything to say."""
    said: list[nodes.system_message] = []
    document = new_document("prose", _settings())
    document.reporter.attach_observer(said.append)
    Parser().parse(text, document)
    return None if said else document


class _Reading:
    """One document on its way to blocks, with the named links that others in it may refer to."""

    def __init__(self, document: nodes.document, *, escaped: bool) -> None:
        self.document = document
        self.escaped = escaped
        self.links = {
            name: str(target["refuri"])
            for target in document.findall(nodes.target)
            if "refuri" in target
            for name in target["names"]
        }

    def only_entry(self) -> tuple[Block, ...]:
        """Return the blocks of the list entry that the text was put into."""
        match self.document.children:
            case [nodes.bullet_list(children=[nodes.list_item(children=found)])]:
                return self.blocks(found, 0)
            case _:
                raise _NotProse

    def blocks(self, found: Iterable[nodes.Node], depth: int) -> tuple[Block, ...]:
        """Return the blocks that `found` are."""
        if depth > DEEPEST:
            raise _NotProse
        return tuple(self._block(node, depth + 1) for node in found)

    def _block(self, node: nodes.Node, depth: int) -> Block:
        reader = self._READERS.get(type(node))
        if reader is None:
            raise _NotProse
        return reader(self, node, depth)

    def _paragraph(self, node: Any, _depth: int) -> Block:
        return Paragraph(self._runs(node))

    def _bullets(self, node: Any, depth: int) -> Block:
        return BulletList(self._entries(node, depth))

    def _numbers(self, node: Any, depth: int) -> Block:
        return NumberedList(
            self._entries(node, depth), Numbering(node["enumtype"]), int(node.get("start", 1))
        )

    def _entries(self, node: Any, depth: int) -> tuple[tuple[Block, ...], ...]:
        entries = tuple(self.blocks(entry.children, depth) for entry in node.children)
        if not all(entries):
            raise _NotProse  # a dash alone is a dash that somebody wrote into an empty cell, no list
        return entries

    def _definitions(self, node: Any, depth: int) -> Block:
        entries = []
        for entry in node.children:
            *terms, definition = entry.children
            runs = self._runs(terms[0])
            for classifier in terms[1:]:
                runs = (*runs, Run(" : "), *self._runs(classifier))
            entries.append(Definition(runs, self.blocks(definition.children, depth)))
        return DefinitionList(tuple(entries))

    def _quote(self, node: Any, depth: int) -> Block:
        return Quote(self.blocks(node.children, depth))

    def _literal(self, node: Any, _depth: int) -> Block:
        if node["classes"]:
            raise _NotProse
        return LiteralBlock(node.astext())

    _READERS: dict[type, Callable[[_Reading, Any, int], Block]] = {  # noqa: RUF012
        nodes.paragraph: _paragraph,
        nodes.bullet_list: _bullets,
        nodes.enumerated_list: _numbers,
        nodes.definition_list: _definitions,
        nodes.block_quote: _quote,
        nodes.literal_block: _literal,
    }

    def _runs(self, parent: nodes.Element) -> tuple[Run, ...]:
        return tuple(run for node in parent.children for run in self._run(node))

    def _run(self, node: nodes.Node) -> Iterable[Run]:
        if isinstance(node, nodes.Text):
            if not self.escaped and _LOST_BACKSLASH.search(str(node)):
                raise _NotProse
            yield Run(node.astext())
        elif type(node) in _STYLES:
            yield Run(node.astext(), _STYLES[type(node)])  # type: ignore[index]  # it is in there
        elif isinstance(node, nodes.reference):
            yield self._link(node)
        elif not (
            isinstance(node, nodes.target) and "refuri" in node
        ):  # the other half of a named link shows nothing
            raise _NotProse

    def _link(self, node: nodes.reference) -> Run:
        if any(not isinstance(each, nodes.Text) for each in node.children):
            raise _NotProse
        address = node.get("refuri") or self.links.get(node.get("refname", ""))
        if not address:
            raise _NotProse
        scheme, colon, _rest = str(address).partition(":")
        if colon and scheme.lower() in LINK_SCHEMES:
            return Run(node.astext(), link=str(address))
        if colon and scheme.lower() not in TEXT_SCHEMES:
            raise _NotProse
        text = node.astext()
        return Run(text if text == address else f"{text} ({address})")
