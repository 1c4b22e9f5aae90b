"""Builds nodes with places from the parts of a YAML text, and refuses what makes such texts dangerous."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import yaml

from bartizan.source.diagnostic import Diagnostic, Label
from bartizan.source.nodes import Entry, Mapping, Scalar, Sequence
from bartizan.source.suggest import nearest
from bartizan.source.text import Span
from bartizan.source.yaml_events import SyntaxFault

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bartizan.source.nodes import Node
    from bartizan.source.text import Source

_PROPERTY = re.compile(r"&[^\s,\[\]{}]+|!(?:<[^>\s]*>|[^\s,\[\]{}]*)")
_SPACE = re.compile(r"(?:[ \t\r\n]|#[^\r\n]*(?![^\r\n]))*")
_BEFORE_COLON = re.compile(r"(?:[ \t\r\n]|(?<=\s)#[^\r\n]*(?![^\r\n]))*:")
_BLOCK_INDENT = re.compile(r"[\r\n]( *)[^ \r\n]")


@dataclass(frozen=True, slots=True)
class Limits:
    """What a text may cost before it is refused."""

    characters: int = 8 * 1024 * 1024
    """How long the text may be, and how long all its values together once aliases are written out."""
    depth: int = 64
    """How many lists and mappings may stand inside each other."""
    nodes: int = 1_000_000
    """How many values, lists and mappings there may be once aliases are written out."""
    problems: int = 200
    """After how many problems we stop looking for more."""


@dataclass(slots=True)
class Open:
    """A list or mapping whose end has not been reached."""

    start: int
    """Offset of its first character."""
    flow: bool
    """Whether it was written with brackets."""
    is_mapping: bool
    anchor: str | None = None
    items: list[Node] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    keys: dict[str, Scalar] = field(default_factory=dict)
    key: Scalar | None = None
    """The key whose value comes next."""
    key_wanted: bool = True
    height: int = 0
    """How many lists and mappings stand inside each other below this one."""
    nodes_before: int = 0
    characters_before: int = 0


@dataclass(frozen=True, slots=True)
class _Anchored:
    node: Node
    nodes: int
    characters: int
    height: int


class _Enough(Exception):  # noqa: N818 - a signal to stop, not an error
    """A limit was reached; what is there already is kept."""


@dataclass(slots=True)
class Composition:
    """The nodes of one text, as far as its parts could be put together."""

    source: Source
    limits: Limits
    root: Node | None = None
    complete: bool = True
    """Whether nothing that was written was left out."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    fault: SyntaxFault | None = None
    """Where and why the text stopped being YAML."""
    open: list[Open] = field(default_factory=list)
    """What was not closed yet where the fault is, outermost first."""
    last: Scalar | None = None
    """The last scalar before the fault."""
    _anchors: dict[str, _Anchored] = field(default_factory=dict)
    _nodes: int = 0
    _characters: int = 0
    _documents: int = 0

    def compose(self, events: Iterable[Any]) -> None:
        """Build nodes until the events end, a fault is met or a limit is reached."""
        try:
            for event in events:
                self._take(event)
        except SyntaxFault as fault:
            self.fault = fault
            self.complete = False
        except _Enough:
            self.complete = False
        if not self.complete:
            self._close_what_is_open()

    def _take(self, event: Any) -> None:
        kind = event.__class__
        if kind is yaml.ScalarEvent:
            self._scalar(event)
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._begin(event, is_mapping=kind is yaml.MappingStartEvent)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._end(event.end_mark.index)
        elif kind is yaml.AliasEvent:
            self._alias(event)
        elif kind is yaml.DocumentStartEvent:
            self._document(event)

    # ---- what the text is made of -------------------------------------------------------------------------

    def _scalar(self, event: Any) -> None:
        start, end = event.start_mark.index, event.end_mark.index
        style = event.style or ""
        text = event.value
        if event.anchor is not None or event.tag is not None:
            start = min(self._after_properties(start), end)
            if not style and not text:
                start = end
        elif start == end and not style:
            start = end = self._place_of_nothing(end)
        if style in ("|", ">"):
            end = _end_of_block(self.source.text, start, end)
        node = Scalar(text, Span(self.source, start, end), style)
        self.last = node
        self._count(node, len(text))
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(node, 1, len(text), 0)
        self._add(node)

    def _begin(self, event: Any, *, is_mapping: bool) -> None:
        start = event.start_mark.index
        if event.anchor is not None or event.tag is not None:
            start = self._after_properties(start)
        if len(self.open) >= self.limits.depth:
            self._report(
                "nested-too-deep",
                f"more than {self.limits.depth} lists and mappings stand inside each other",
                Span(self.source, start, start + 1),
                "one level too many",
                "write it flatter",
            )
            raise _Enough
        self.open.append(
            Open(
                start,
                bool(event.flow_style),
                is_mapping,
                event.anchor,
                nodes_before=self._nodes,
                characters_before=self._characters,
            )
        )

    def _end(self, end: int) -> None:
        ended = self.open.pop()
        node = self._node_of(ended, end)
        self._count(node, 0)
        if ended.anchor is not None:
            self._anchors[ended.anchor] = _Anchored(
                node,
                self._nodes - ended.nodes_before,
                self._characters - ended.characters_before,
                ended.height + 1,
            )
        if self.open:
            self.open[-1].height = max(self.open[-1].height, ended.height + 1)
        self._add(node)

    def _node_of(self, ended: Open, end: int | None) -> Node:
        if end is None or not ended.flow:
            # Not the parser's end, which is where the next thing begins, behind comments and empty lines.
            end = ended.start
            if ended.entries:
                end = ended.entries[-1].value.span.end
            elif ended.items:
                end = ended.items[-1].span.end
        span = Span(self.source, ended.start, max(end, ended.start))
        if ended.is_mapping:
            return Mapping(tuple(ended.entries), span, ended.flow)
        return Sequence(tuple(ended.items), span, ended.flow)

    def _alias(self, event: Any) -> None:
        name = event.anchor
        span = Span(self.source, event.start_mark.index, event.end_mark.index)
        target = self._anchors.get(name)
        nothing = Scalar("", Span(self.source, span.end, span.end))
        if any(one.anchor == name for one in self.open):
            self._report(
                "alias-inside-itself",
                f"`*{name}` stands inside what it refers to",
                span,
                "this would never end",
                "write out what is meant here",
            )
            self._add(nothing, lost=True)
        elif target is None:
            similar = nearest(name, self._anchors)
            self._report(
                "no-such-anchor",
                f"`*{name}` refers to an anchor that is not there",
                span,
                f"nothing above is marked `&{name}`",
                f"did you mean `*{similar}`?" if similar else f'to write text, put it in quotes: "*{name}"',
            )
            self._add(nothing, lost=True)
        else:
            self._nodes += target.nodes
            self._characters += target.characters
            self._check_size(span)
            if target.height + len(self.open) > self.limits.depth:
                self._report(
                    "nested-too-deep",
                    f"with `*{name}` written out, more than {self.limits.depth} lists and mappings stand inside each other",
                    span,
                    "one level too many",
                    "write it flatter",
                )
                self._add(nothing, lost=True)
                return
            if self.open:
                self.open[-1].height = max(self.open[-1].height, target.height)
            # A copy that knows where the alias stands: what is said about it is drawn where it is used.
            self._add(replace(target.node, span=span), alias=True)

    def _document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            start = event.start_mark.index
            self._report(
                "several-documents",
                "the file holds more than one document",
                Span(self.source, start, min(start + 3, len(self.source.text))),
                "a second one starts here",
                "take this line away, or put the second document into a file of its own",
            )
            raise _Enough

    # ---- where it goes ------------------------------------------------------------------------------------

    def _add(self, node: Node, *, alias: bool = False, lost: bool = False) -> None:
        if lost:
            self.complete = False
        if not self.open:
            self.root = node
            return
        inside = self.open[-1]
        if not inside.is_mapping:
            inside.items.append(node)
        elif inside.key_wanted:
            inside.key_wanted = False
            inside.key = None if alias or lost else self._key(node)
            if alias:
                self._refuse_key(node, "an alias")
        else:
            inside.key_wanted = True
            if inside.key is None:  # the key was refused: its value goes with it
                self.complete = False
                return
            self._entry(inside, inside.key, node)
            inside.key = None

    def _key(self, node: Node) -> Scalar | None:
        if not isinstance(node, Scalar):
            self._refuse_key(node, "a list" if isinstance(node, Sequence) else "a mapping")
            return None
        if node.style == "" and node.text == "":
            at = node.span.start
            self._report(
                "missing-key",
                "there is no key in front of the `:`",
                Span(self.source, at, min(at + 1, len(self.source.text))),
                "a key is missing here",
                "write `key: value`",
            )
            return None
        return node

    def _refuse_key(self, node: Node, what: str) -> None:
        self._report(
            "complex-key",
            f"{what} is used as a key",
            _first_line(node.span),
            "only text can be a key",
            "put quotes around it if it was meant as text",
        )

    def _entry(self, inside: Open, key: Scalar, value: Node) -> None:
        if key.text == "<<" and key.style == "":
            self._report(
                "merge-key",
                "`<<` takes over fields from elsewhere, which hides where they were written",
                key.span,
                "not understood here",
                "write the fields out here, or use an alias for a whole value: `field: *name`",
            )
            self.complete = False
            return
        first = inside.keys.get(key.text)
        if first is not None:
            self._problem(
                Diagnostic(
                    "duplicate-key",
                    f"`{_short(key.text)}` is written twice",
                    Label(_first_line(key.span), "written again here"),
                    (Label(_first_line(first.span), "first written here"),),
                    ("keep one of the two, or give one another name",),
                )
            )
            self.complete = False
            return
        inside.keys[key.text] = key
        inside.entries.append(Entry(key, value))

    def _close_what_is_open(self) -> None:
        """Keep what there is of each list and mapping; `open` still tells afterwards which they were."""
        left_open = list(self.open)
        with suppress(_Enough):
            while self.open:
                inside = self.open[-1]
                if inside.is_mapping and not inside.key_wanted:
                    after = inside.key.span.end if inside.key else inside.start
                    self._add(Scalar("", Span(self.source, after, after)))
                self.open.pop()
                node = self._node_of(inside, None)
                if not self.open or not self.open[-1].is_mapping or not self.open[-1].key_wanted:
                    self._add(node)
        self.open = left_open

    # ---- counting and reporting ---------------------------------------------------------------------------

    def _count(self, node: Node, characters: int) -> None:
        self._nodes += 1
        self._characters += characters
        if self._nodes > self.limits.nodes or self._characters > self.limits.characters:
            self._check_size(node.span)

    def _check_size(self, span: Span) -> None:
        if self._nodes <= self.limits.nodes and self._characters <= self.limits.characters:
            return
        self._report(
            "too-much-data",
            f"the file holds more than {self.limits.nodes} values"
            if self._nodes > self.limits.nodes
            else f"the values of the file are longer than {self.limits.characters} characters together",
            _first_line(span),
            "reading stopped here",
            "split the file; an alias counts as much as what it stands for",
        )
        raise _Enough

    def _report(self, name: str, message: str, span: Span, label: str, advice: str) -> None:
        self._problem(Diagnostic(name, message, Label(span, label), help=(advice,)))

    def _problem(self, diagnostic: Diagnostic) -> None:
        self.diagnostics.append(diagnostic)
        if len(self.diagnostics) >= self.limits.problems:
            self.diagnostics.append(
                Diagnostic(
                    "too-many-problems",
                    f"after {self.limits.problems} problems we stopped looking for more",
                    diagnostic.at,
                )
            )
            raise _Enough

    def _after_properties(self, start: int) -> int:
        """Return where the value itself begins behind its anchor and tag, and refuse the tag."""
        text = self.source.text
        for _ in range(2):
            match = _PROPERTY.match(text, start)
            if match is None:
                break
            if match.group().startswith("!"):
                self._report(
                    "yaml-tag",
                    f"`{_short(match.group())}` says what kind of value follows; here every value is read as it is written",
                    Span(self.source, start, match.end()),
                    "a tag",
                    "take it away",
                )
            start = _end_of(_SPACE, text, match.end())
        return start

    def _place_of_nothing(self, at: int) -> int:
        """Return where a value that was left out would stand: the two parsers do not agree on it."""
        inside = self.open[-1] if self.open else None
        if inside is None or not inside.is_mapping or inside.key is None:
            return at
        after_key = inside.key.span.end
        colon = _BEFORE_COLON.match(self.source.text, after_key)
        return colon.end() if colon else after_key


def _end_of_block(text: str, start: int, end: int) -> int:
    """Return the end of a `|` or `>` scalar without the empty lines behind it that do not belong to it."""
    body = text[start:end]
    header, *lines = body.splitlines(keepends=True)
    keeps_empty_lines = "+" in header.partition("#")[0]
    indented = _BLOCK_INDENT.search(body)
    indent = len(indented.group(1)) if indented else len(body)
    for line in reversed(lines):
        bare = line.rstrip("\r\n")
        if keeps_empty_lines or bare.strip(" ") or len(bare) > indent:
            return end - (len(line) - len(bare))
        end -= len(line)
    return start + len(header.rstrip("\r\n"))


def _end_of(pattern: re.Pattern[str], text: str, start: int) -> int:
    match = pattern.match(text, start)
    return match.end() if match else start


def _first_line(span: Span) -> Span:
    """Return the part of a span that stands on its first line: a message needs no more."""
    lines = span.text.splitlines()
    return Span(span.source, span.start, span.start + len(lines[0])) if len(lines) > 1 else span


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "…"
