"""Takes a page apart with docutils into its layout; nothing in the page is carried out, inserted or fetched.

What docutils complains about is no reason to stop: unknown roles and directives, broken tables and wrong indentation
all end as text with a place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser, roles
from docutils.utils import new_document

from bartizan.formats.openstack_rst.layout import (
    Aside,
    Block,
    Cell,
    Entry,
    Group,
    Leaf,
    Listing,
    Literal,
    Paragraph,
    Picture,
    Section,
    Table,
    pieces,
)
from bartizan.formats.openstack_rst.page_limits import LARGEST, LONGEST_LINE, refusal, refused, too_long
from bartizan.formats.openstack_rst.page_tables import csv_lines, rejected_table, with_spans
from bartizan.formats.openstack_rst.page_text import PageText, page_text, with_lists_set_off
from bartizan.formats.openstack_rst.whereabouts import Whereabouts
from bartizan.source.diagnostic import Diagnostic
from bartizan.source.text import Source

_STRUCTURE = re.compile(
    r"[Uu]nexpected (?:indentation|unindent)|without a blank line|Title (?:over|under)line"
)
DRAWN_CLASS = "bartizan-drawn"
"""The class of a picture that was drawn from the page it stands in."""


@dataclass(frozen=True)
class Parsed:
    """A page taken apart."""

    blocks: tuple[Block, ...]
    links: dict[str, str]
    """Addresses by the names under which the page keeps them."""
    substitutions: dict[str, str]
    """Texts by the names that stand for them between bars."""
    problems: tuple[Diagnostic, ...] = ()
    """What docutils could not read and somebody meant to be read."""


def parse_page(source: Source) -> Parsed | Diagnostic:
    """Return the layout of a page, or why there is none."""
    if len(source.text) > LARGEST:
        return too_long(source)
    page = page_text(source)
    too_large = refusal(source, page)
    if too_large:
        return too_large
    try:
        document, complaints = _parse(page.text)
        if complaints or not any(isinstance(child, nodes.section) for child in document.children):
            repaired = with_lists_set_off(page)
            if len(repaired.lines) != len(page.lines):
                document, page = _parse(repaired.text)[0], repaired
        return _Taking(page, document).apart()
    except RecursionError:
        return refused(
            source, "the page is nested too deeply to be read", "write lists within lists less deep"
        )


def _parse(text: str) -> tuple[nodes.document, int]:
    """Return what docutils makes of a text, and how often its lists or titles were not what they look like."""
    settings: Any = get_default_settings(Parser)
    settings.report_level = settings.halt_level = 6  # nothing is printed and nothing raised
    settings.file_insertion_enabled = settings.raw_enabled = False
    settings.warning_stream = False
    settings.line_length_limit = LONGEST_LINE + 1
    settings.syntax_highlight = "none"
    settings.character_level_inline_markup = False
    complaints: list[str] = []
    document = new_document("page", settings)
    document.reporter.attach_observer(lambda said: complaints.append(said.astext()))
    known_roles = dict(roles._roles)  # type: ignore[attr-defined]  # noqa: SLF001  # a page can define roles for all pages to come
    try:
        Parser().parse(text, document)
    finally:
        roles._roles.clear()  # type: ignore[attr-defined]  # noqa: SLF001
        roles._roles.update(known_roles)  # type: ignore[attr-defined]  # noqa: SLF001
    return document, sum(bool(_STRUCTURE.search(complaint)) for complaint in complaints)


class _Taking:
    """One document being taken apart, from top to bottom."""

    def __init__(self, page: PageText, document: nodes.document) -> None:
        self.page = page
        self.document = document
        self.whereabouts = Whereabouts(page)
        self.substitutions: dict[str, str] = {}
        self.in_csv = False
        self.problems: list[Diagnostic] = []

    def apart(self) -> Parsed:
        """Return the page."""
        links = {
            name: str(target["refuri"])
            for target in self.document.findall(nodes.target)
            if target.get("refuri")
            for name in (*target["names"], *target["dupnames"])
        }
        blocks = self._section_blocks(self.document, len(self.page.lines))
        return Parsed(blocks, links, self.substitutions, tuple(self.problems))

    # Text

    def _leaf(self, node: nodes.Node, text: str | None = None, *, literal: bool = False) -> Leaf:
        markup = text if text is not None else _raw(node)
        return self.whereabouts.leaf(markup, None if self.in_csv else node.line, literal=literal)

    # Blocks

    def _blocks(self, found: Iterable[nodes.Node]) -> tuple[Block, ...]:
        return tuple(block for node in found for block in self._block(node))

    def _block(self, node: nodes.Node) -> Iterable[Block]:
        taker = self._TAKERS.get(type(node))
        if taker is not None:
            yield from taker(self, node)
        elif isinstance(node, nodes.Element) and _has_blocks(node):
            yield from self._group(node)
        elif isinstance(node, nodes.Element) and not isinstance(node, _SILENT):
            text = _raw(node)
            if text.strip():
                yield Literal(self._leaf(node, text).all, text)

    def _section_blocks(self, node: Any, end: int) -> tuple[Block, ...]:
        """Return the blocks of a section that ends before the zero-based line `end`."""
        blocks: list[Block] = []
        titles = [self._title_line(child) for child in node.children if isinstance(child, nodes.section)]
        ends = iter([*titles[1:], end])
        for child in node.children:
            if isinstance(child, nodes.section):
                blocks.append(self._section(child, next(ends)))
            elif not isinstance(child, nodes.title):
                blocks.extend(self._block(child))
        return tuple(blocks)

    def _section(self, node: Any, end: int) -> Section:
        lines = self.page.lines
        title = self._leaf(node[0])
        first = self.whereabouts.line + 1
        if first < len(lines) and not any(character.isalnum() for character in lines[first]):
            first += 1
        blocks = self._section_blocks(node, end)
        return Section(title.all, blocks, "\n".join(lines[first : max(end, first)]).strip("\n"))

    def _title_line(self, section: Any) -> int:
        """Return the zero-based line on which the title of a section, or the line over it, stands."""
        lines = self.page.lines
        said = int(section[0].line or section.line or 1)
        for line in (said - 2, said - 1, said - 3):
            if 0 <= line < len(lines) and lines[line].strip() == section[0].rawsource:
                over = lines[line - 1] if line else ""
                return line - bool(over and not any(character.isalnum() for character in over))
        return max(said - 2, 0)

    def _paragraph(self, node: Any) -> Iterable[Block]:
        leaf = self._leaf(node)
        yield Paragraph(leaf.all)

    def _list(self, node: Any) -> Iterable[Block]:
        entries = []
        start = int(node.get("start", 1))
        for number, child in enumerate(node.children, start):
            if isinstance(child, nodes.system_message):
                continue
            entries.append(Entry(self._blocks(child.children), _tidy(child.rawsource), _number(node, number)))
        kind = "numbers" if isinstance(node, nodes.enumerated_list) else "bullets"
        bullet = [f"{entry.number}." if entry.number else "-" for entry in entries]
        markup = _one_below_the_other(
            _behind(mark, entry.markup) for mark, entry in zip(bullet, entries, strict=True)
        )
        yield Listing(kind, tuple(entries), markup)

    def _definitions(self, node: Any) -> Iterable[Block]:
        entries = []
        for child in node.children:
            if not isinstance(child, nodes.definition_list_item):
                continue
            line, _, body = child.rawsource.partition("\n")
            term = self._leaf(child[0], line)
            blocks = tuple(
                block
                for each in child.children
                if isinstance(each, nodes.definition)
                for block in self._blocks(each.children)
            )
            entries.append(Entry(blocks, _tidy(body), term=term.all))
        markup = _one_below_the_other(
            f"{entry.term.markup}\n{_indented(entry.markup, '  ')}" for entry in entries if entry.term
        )
        yield Listing("definitions", tuple(entries), markup)

    def _fields(self, node: Any) -> Iterable[Block]:
        entries = []
        for child in node.children:
            if not isinstance(child, nodes.field):
                continue
            name = self._leaf(child[0])
            entries.append(Entry(self._blocks(child[1].children), _tidy(_raw(child[1])), term=name.all))
        markup = _one_below_the_other(
            _behind(f":{entry.term.markup}:", entry.markup) for entry in entries if entry.term
        )
        yield Listing("fields", tuple(entries), markup)

    def _linked(self, node: Any) -> Iterable[Block]:
        """A picture that is a link."""
        yield from self._blocks(node.children)
        if node.get("refuri"):
            yield Aside(self.whereabouts.leaf(node["refuri"], None, literal=True).all, node["refuri"])

    def _contents(self, node: Any) -> Iterable[Block]:
        if "contents" not in node["classes"]:
            yield from self._group(node)

    def _options(self, node: Any) -> Iterable[Block]:
        entries = []
        for child in node.children:
            term = self._leaf(child[0], child[0].astext())
            entries.append(Entry(self._blocks(child[1].children), _tidy(child[1].rawsource), term=term.all))
        markup = _one_below_the_other(
            _behind(f"{entry.term.markup} ", entry.markup) for entry in entries if entry.term
        )
        yield Listing("definitions", tuple(entries), markup)

    def _table(self, node: Any) -> Iterable[Block]:
        title = next((child for child in node.children if isinstance(child, nodes.title)), None)
        titled = self._leaf(title).all if title is not None else None
        lines = [paragraph.line or 0 for paragraph in node.findall(nodes.paragraph)]
        self.in_csv = bool(lines) and min(lines) <= self.whereabouts.line
        options, content = csv_lines(self.page.lines, self.whereabouts.line) if self.in_csv else (0, 0)
        self.whereabouts.line = max(self.whereabouts.line, options)
        header = [self._row(row) for head in node.findall(nodes.thead) for row in head.children]
        self.whereabouts.line = max(self.whereabouts.line, content)
        rows = with_spans(
            [self._row(row) for body in node.findall(nodes.tbody) for row in body.children],
            [row for body in node.findall(nodes.tbody) for row in body.children],
        )
        self.in_csv = False
        heading = header[0] if header else ()
        table = Table(titled, heading, tuple(rows if len(header) < 2 else [*header[1:], *rows]), "")
        offsets = (offset for piece in pieces((table,)) for offset in piece.leaf.starts)
        yield replace(table, markup=self.page.lines_around(offsets))

    def _row(self, row: Any) -> tuple[Cell, ...]:
        cells = []
        for entry in row.children:
            blocks = self._blocks(entry.children)
            cells.append(Cell(blocks, "\n\n".join(block.markup for block in blocks)))
            cells.extend([Cell((), "")] * int(entry.get("morecols", 0)))
        return tuple(cells)

    def _literal(self, node: Any) -> Iterable[Block]:
        leaf = self._leaf(node, node.astext(), literal=True)
        yield Literal(leaf.all, "::\n\n" + _indented(leaf.text, "   "))

    def _line_block(self, node: Any) -> Iterable[Block]:
        for child in node.children:
            if isinstance(child, nodes.line_block):
                yield from self._line_block(child)
            elif child.astext().strip():
                leaf = self._leaf(child)
                yield Paragraph(leaf.all)

    def _image(self, node: Any) -> Iterable[Block]:
        yield self._picture(node, ())

    def _picture(self, node: Any, captions: Sequence[Any]) -> Picture:
        line = min(max((node.line or self.whereabouts.line + 1) - 1, 0), len(self.page.lines) - 1)
        alt = self.whereabouts.leaf(" ".join(node["alt"].split()), None).all if node.get("alt") else None
        drawn = DRAWN_CLASS in node.get("classes", ())
        caption = tuple(block for child in captions for block in self._caption(child))
        return Picture(node["uri"], alt, caption, self.page.span(line, line), node.rawsource, drawn)

    def _caption(self, node: Any) -> Iterable[Block]:
        return self._paragraph(node) if isinstance(node, nodes.caption) else self._blocks(node.children)

    def _figure(self, node: Any) -> Iterable[Block]:
        image = next(iter(node.findall(nodes.image)), None)
        if image is not None:
            captions = [child for child in node.children if isinstance(child, (nodes.caption, nodes.legend))]
            link = image.parent.get("refuri") if isinstance(image.parent, nodes.reference) else None
            line = self.whereabouts.line
            aside = Aside(self.whereabouts.leaf(link, None, literal=True).all, link) if link else None
            self.whereabouts.line = line  # the other options may stand before this one
            yield self._picture(image, captions)
            if aside:
                yield aside

    def _message(self, node: Any) -> Iterable[Block]:
        """What docutils could not make sense of stands in its complaint, whose own words matter only for a table."""
        for child in node.children:
            if isinstance(child, nodes.literal_block):
                text = _raw(child).strip("\n")
                leaf = self.whereabouts.leaf(text, None, literal=True)
                problem = rejected_table(node.children[0].astext(), leaf.all.lines())
                self.problems.extend([problem] if problem else [])
                yield Literal(leaf.all, text)

    def _comment(self, node: Any) -> Iterable[Block]:
        if node.astext().strip():
            leaf = self._leaf(node, node.astext(), literal=True)
            yield Aside(leaf.all, ".. " + leaf.text)

    def _target(self, node: Any) -> Iterable[Block]:
        if node.get("refuri") and node.rawsource:
            leaf = self._leaf(node, node.rawsource, literal=True)
            yield Aside(leaf.all, leaf.text)

    def _substitution(self, node: Any) -> Iterable[Block]:
        leaf = self._leaf(node, node.rawsource, literal=True)
        if all(isinstance(child, nodes.Text) for child in node.children):
            for name in node["names"]:
                self.substitutions[name] = node.astext()
        yield Aside(leaf.all, leaf.text)

    def _footnote(self, node: Any) -> Iterable[Block]:
        label = next((child.astext() for child in node.children if isinstance(child, nodes.label)), "#")
        if node.get("auto") == 1 and node["names"]:
            label = (
                f"#{node['names'][0]}"  # what the text refers to it by, and not the number it is printed with
            )
        blocks = self._blocks(child for child in node.children if not isinstance(child, nodes.label))
        yield Group(f"[{label}]", blocks, f"[{label}] " + "\n\n".join(block.markup for block in blocks))

    def _group(self, node: Any) -> Iterable[Block]:
        """An admonition, a quotation, a sidebar: its title is text, or a word that docutils would print."""
        title = next((child for child in node.children if isinstance(child, nodes.title)), None)
        label = None
        blocks: list[Block] = []
        if isinstance(node, nodes.Admonition) and title is None:
            label = type(node).__name__.capitalize()
        for child in node.children:
            if isinstance(child, (nodes.title, nodes.subtitle, nodes.attribution)):
                blocks.extend(self._paragraph(child))
            else:
                blocks.extend(self._block(child))
        markup = "\n\n".join(block.markup for block in blocks)
        yield Group(label, tuple(blocks), f"**{label}**: {markup}" if label else markup)

    _TAKERS: dict[type, Callable[[_Taking, Any], Iterable[Block]]] = {  # noqa: RUF012
        nodes.paragraph: _paragraph,
        nodes.rubric: _paragraph,
        nodes.bullet_list: _list,
        nodes.enumerated_list: _list,
        nodes.definition_list: _definitions,
        nodes.field_list: _fields,
        nodes.option_list: _options,
        nodes.table: _table,
        nodes.literal_block: _literal,
        nodes.doctest_block: _literal,
        nodes.math_block: _literal,
        nodes.line_block: _line_block,
        nodes.image: _image,
        nodes.reference: _linked,
        nodes.topic: _contents,
        nodes.figure: _figure,
        nodes.system_message: _message,
        nodes.comment: _comment,
        nodes.target: _target,
        nodes.substitution_definition: _substitution,
        nodes.footnote: _footnote,
        nodes.citation: _footnote,
    }


_SILENT = (nodes.transition, nodes.pending, nodes.meta, nodes.label)


def _raw(node: Any) -> str:
    """Return the markup of a node, or its text where docutils does not keep the markup."""
    return str(node.rawsource or node.astext())


def _has_blocks(node: nodes.Element) -> bool:
    return any(isinstance(child, nodes.Body) and not isinstance(child, nodes.Text) for child in node.children)


def _number(node: Any, number: int) -> str | None:
    return (
        str(number) if isinstance(node, nodes.enumerated_list) and node.get("enumtype") == "arabic" else None
    )


def _tidy(markup: str) -> str:
    return markup.strip("\n")


def _indented(text: str, indent: str) -> str:
    return "\n".join(indent + line if line else line for line in text.split("\n"))


def _one_below_the_other(entries: Iterable[str]) -> str:
    """Join the entries of a list, with empty lines between them where there are some within them."""
    texts = list(entries)
    return ("\n\n" if any("\n\n" in text for text in texts) else "\n").join(texts)


def _behind(mark: str, markup: str) -> str:
    """Return markup behind a bullet, indented under it."""
    body = _indented(markup, " " * (len(mark) + 1))
    return f"{mark} {body.lstrip(' ')}" if body else mark
