"""Puts the address of a link, or the text of a substitution, where a page only names it: a field stands alone later."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bartizan.formats.openstack_rst.layout import Aside, Block, Piece, Section
from bartizan.formats.openstack_rst.parse_page import Parsed
from bartizan.model.names import fold

_REFERENCE = re.compile(r"(?<![\w`:])(?:`(?P<quoted>[^`<>]+)`|(?P<name>[^\W_][\w.-]*?))_(?![\w_])")
_SUBSTITUTION = re.compile(r"(?<!\.\. )\|([^|\n]+)\|(?!_)")


class Links:
    """The addresses and texts that a page keeps under names, and which of them were used."""

    def __init__(self, parsed: Parsed) -> None:
        """Take them from a page."""
        self._addresses = {fold(name): address for name, address in parsed.links.items()}
        self._texts = parsed.substitutions
        self._used: set[str] = set()

    def resolve(self, markup: str) -> str:
        """Return markup in which every link carries its own address."""
        if self._addresses:
            markup = _REFERENCE.sub(self._linked, markup)
        if self._texts:
            markup = _SUBSTITUTION.sub(self._substituted, markup)
        return markup

    def targets_used(self, blocks: tuple[Block, ...]) -> Iterator[Piece]:
        """Yield the places where the page keeps what was put in its place."""
        for block in blocks:
            if isinstance(block, Section):
                yield from self.targets_used(block.blocks)
            elif isinstance(block, Aside) and any(text in block.markup for text in self._used):
                yield block.piece

    def _linked(self, match: re.Match[str]) -> str:
        name = match["quoted"] or match["name"]
        address = self._addresses.get(fold(name))
        if not address:
            return match[0]
        self._used.add(address)
        return f"`{' '.join(name.split())} <{address}>`__"

    def _substituted(self, match: re.Match[str]) -> str:
        text = self._texts.get(match[1])
        if text is None:
            return match[0]
        self._used.add(f"|{match[1]}|")
        return text
