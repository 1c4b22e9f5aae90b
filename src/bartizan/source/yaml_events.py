"""Gives the parts of a YAML text one by one, the same from either of PyYAML's two parsers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLANK = "\0 \t\r\n"
_DIGITS = frozenset("0123456789")

FAST: bool = yaml.__with_libyaml__
"""Whether libyaml is there; without it the same nodes are read about twenty times slower."""


class SyntaxFault(Exception):  # noqa: N818 - it is what a person wrote that is at fault, and it never leaves `source`
    """The text stops being YAML at an offset. The parser's own words are only good for telling kinds apart."""

    def __init__(self, context: str, context_at: int | None, problem: str, at: int) -> None:
        super().__init__(problem)
        self.context = context
        self.context_at = context_at
        self.problem = problem
        self.at = at


def yaml_events(text: str, *, fast: bool = FAST) -> Iterator[Any]:
    """Yield PyYAML's events for `text`, which must hold printable characters only; raise `SyntaxFault`."""
    parser = yaml.CBaseLoader(text) if fast else _PurePythonParser(text)
    next_event = parser.get_event
    end = yaml.StreamEndEvent
    try:
        while True:
            event = next_event()
            yield event
            if event.__class__ is end:
                return
    except yaml.MarkedYAMLError as error:
        context_at = error.context_mark.index if error.context_mark else None
        at = error.problem_mark.index if error.problem_mark else len(text)
        raise SyntaxFault(error.context or "", context_at, error.problem or "", at) from None


class _PurePythonParser(Reader, Scanner, Parser):
    """PyYAML's own parser, made to agree with libyaml where the two differ."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def scan_to_next_token(self) -> None:
        """Skip what separates tokens: as libyaml does it, tabs too, except where they would be indentation."""
        while True:
            while self.peek() == " " or (
                self.peek() == "\t" and (self.flow_level or not self.allow_simple_key)
            ):
                self.forward()
            if self.peek() == "#":
                while self.peek() not in "\0\r\n":
                    self.forward()
            if not self.scan_line_break():  # type: ignore[no-untyped-call]
                return
            if not self.flow_level:
                self.allow_simple_key = True

    def scan_plain(self) -> yaml.ScalarToken:
        """Scan an unquoted scalar: as libyaml does it, with tabs and `?` inside."""
        start = end = self.get_mark()
        indent = self.indent + 1
        text, gap = "", ""
        while not (self._at_document_marker() or self.peek() == "#"):
            length = self._length_of_word(start)
            if length == 0:
                break
            self.allow_simple_key = False
            text += gap + self.prefix(length)
            self.forward(length)
            end = self.get_mark()
            gap = self._scan_gap(start, indent)
            if not gap or (not self.flow_level and self.column < indent):
                break
        return yaml.ScalarToken(text, True, start, end)  # noqa: FBT003 - PyYAML's own parameter

    def scan_block_scalar_indentation(self) -> tuple[list[str], int, yaml.Mark]:
        """Find out how deep a `|` text is indented; a tab says nothing about that."""
        found = super().scan_block_scalar_indentation()
        if self.peek() == "\t":
            raise self._in_block_scalar(None, "found a tab character where an indentation space is expected")
        return found

    def scan_block_scalar_breaks(self, indent: int) -> tuple[list[str], yaml.Mark]:
        """Skip empty lines of a `|` text."""
        found = super().scan_block_scalar_breaks(indent)
        if self.column < indent and self.peek() == "\t":
            raise self._in_block_scalar(None, "found a tab character where an indentation space is expected")
        return found

    def scan_block_scalar_indicators(self, start_mark: yaml.Mark) -> tuple[bool | None, int | None]:
        """Scan what stands right behind `|`: whether to keep line ends at the end, and how deep the text is."""
        keep: bool | None = None
        indent: int | None = None
        for _ in range(2):
            if keep is None and self.peek() in ("+", "-"):
                keep = self.peek() == "+"
            elif indent is None and self.peek() in _DIGITS:
                indent = int(self.peek())
            else:
                break
            self.forward()
        if indent == 0:
            raise self._in_block_scalar(start_mark, "found an indentation indicator equal to 0")
        return keep, indent

    def scan_block_scalar_ignored_line(self, start_mark: yaml.Mark) -> None:
        """Skip the rest of the line that `|` stands on."""
        while self.peek() in (" ", "\t"):
            self.forward()
        if self.peek() == "#":
            while self.peek() not in "\0\r\n":
                self.forward()
        if self.peek() not in "\0\r\n":
            raise self._in_block_scalar(start_mark, "did not find expected comment or line break")
        self.scan_line_break()  # type: ignore[no-untyped-call]

    def _in_block_scalar(self, start: yaml.Mark | None, problem: str) -> yaml.MarkedYAMLError:
        return yaml.scanner.ScannerError("while scanning a block scalar", start, problem, self.get_mark())

    def _at_document_marker(self) -> bool:
        return self.column == 0 and self.prefix(3) in ("---", "...") and self.peek(3) in _BLANK

    def _length_of_word(self, start: yaml.Mark) -> int:
        """Return how many characters of an unquoted scalar follow before a blank or an indicator."""
        length = 0
        while (character := self.peek(length)) not in _BLANK:
            behind = self.peek(length + 1)
            if character == ":" and self.flow_level and behind in ",?[]{}" and behind != "\0":
                self.forward(length)
                raise yaml.scanner.ScannerError(
                    "while scanning a plain scalar", start, "found unexpected ':'", self.get_mark()
                )
            if (character == ":" and behind in _BLANK) or (self.flow_level and character in ",[]{}"):
                break
            length += 1
        return length

    def _scan_gap(self, start: yaml.Mark, indent: int) -> str:
        """Scan the white space between two words and return what it folds to."""
        spaces, breaks = "", ""
        while (character := self.peek()) in " \t\r\n":
            if character in "\r\n":
                breaks += self.scan_line_break()  # type: ignore[no-untyped-call]
                self.allow_simple_key = True
                continue
            if breaks and character == "\t" and self.column < indent:
                raise yaml.scanner.ScannerError(
                    "while scanning a plain scalar",
                    start,
                    "found a tab character that violates indentation",
                    self.get_mark(),
                )
            spaces += character
            self.forward()
        return (breaks[1:] or " ") if breaks else spaces
