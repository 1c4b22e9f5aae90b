"""Reads a YAML text into nodes that know where they were written, with every problem found on the way."""

from __future__ import annotations

import gc
import re
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bartizan.source.characters import REFUSED_IN_YAML, refused_characters
from bartizan.source.compose_nodes import Composition, Limits
from bartizan.source.diagnostic import Diagnostic, Label
from bartizan.source.draw_diagnostics import in_file_order
from bartizan.source.explain_scalars import directive_refused
from bartizan.source.explain_syntax import explain_syntax
from bartizan.source.nodes import Scalar
from bartizan.source.text import Span
from bartizan.source.yaml_events import FAST, yaml_events

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bartizan.source.nodes import Node
    from bartizan.source.text import Source

__all__ = ["Limits", "Parsed", "read_yaml"]

_ATTEMPTS = 20
"""How many syntax errors are looked for: behind each the text is read again from its beginning…"""
_CHARACTERS_READ_AGAIN = {True: 2_000_000, False: 100_000}
"""…as long as that costs no more than about a second, with and without libyaml."""

_DEFAULT_LIMITS = Limits()

_HEAD = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r(?!\n)|\n))*(?P<directive>%[^\r\n]*)")
_KNOWN_DIRECTIVE = re.compile(r"%YAML[ \t]+1\.[12][ \t]*(?:[ \t]#.*)?")
_NOT_LINE_END = re.compile(r"[^\r\n]")


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a text says, and what is wrong with how it says it."""

    root: Node | None
    """The document; what could be kept of it when there were errors; nothing when there was nothing."""
    diagnostics: tuple[Diagnostic, ...]
    """Every problem, in file order."""
    complete: bool = True
    """Whether the root holds everything that was written: when not, a name that is missing proves nothing."""


def read_yaml(source: Source, limits: Limits = _DEFAULT_LIMITS, *, fast: bool = FAST) -> Parsed:
    """Read the one YAML document in `source`.

    Every scalar is the text that was written. Tags, merge keys, directives, several documents and keys that
    are not text are refused; aliases count as much as what they stand for. After a syntax error the line is
    left out and the rest is read, so that all errors are found at once. `fast` says whether to use libyaml.
    """
    text = source.text
    if len(text) > limits.characters:
        return _nothing(
            Diagnostic(
                "too-much-data",
                f"the text is longer than {limits.characters} characters",
                Label(Span(source, limits.characters, limits.characters + 1), "reading stopped here"),
                help=("split the file",),
            )
        )
    problems = refused_characters(source, REFUSED_IN_YAML)
    complete = not problems
    text = REFUSED_IN_YAML.sub(lambda run: "\ufffd" * len(run.group()), text)
    with _no_search_for_cycles():
        composition, syntax_errors = _read_around_errors(source, text, limits, fast=fast)
    problems += syntax_errors + composition.diagnostics
    root = composition.root
    if not problems and (root is None or (isinstance(root, Scalar) and root.is_null)):
        return _nothing(
            Diagnostic(
                "empty-file",
                "there is nothing in this file",
                Label(Span(source, 0, 0), "the first key was expected here"),
                help=("write at least one `key: value`",),
            )
        )
    complete = complete and composition.complete and not syntax_errors
    return Parsed(root, tuple(in_file_order(problems)), complete)


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Pause Python's search for objects that refer to each other: nodes never do, and it takes two thirds of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _nothing(why: Diagnostic) -> Parsed:
    return Parsed(None, (why,), complete=False)


def _read_around_errors(
    source: Source, text: str, limits: Limits, *, fast: bool
) -> tuple[Composition, list[Diagnostic]]:
    """Compose the text; where that fails, explain it, blank what is at fault, and begin again."""
    text, errors = _without_directives(source, text)
    blamed: set[int] = set()
    first: Composition | None = None
    to_read_again = _CHARACTERS_READ_AGAIN[fast]
    while True:
        composition = Composition(source, limits)
        composition.compose(yaml_events(text, fast=fast))
        first = first or composition
        if composition.fault is None:
            break
        explanation = explain_syntax(composition)
        at, line = explanation.blamed, source.line_of(explanation.blamed)
        if line in blamed:
            at = source.line_starts[line - 1]  # what we blanked was not enough: no second message about that
        else:
            errors.append(explanation.diagnostic)
            blamed.add(line)
            at = min([at, *(one.start for one in composition.open if one.flow)])
        to_read_again -= composition.fault.at
        shorter = _without_lines(source, text, at)
        if shorter == text or to_read_again < 0 or len(errors) == _ATTEMPTS:
            break
        text = shorter
    if composition.root is None:  # nothing else was there: better the beginning than nothing
        composition.root = first.root
    return composition, errors


def _without_directives(source: Source, text: str) -> tuple[str, list[Diagnostic]]:
    """Blank and refuse the `%` lines at the beginning, which the two parsers do not take alike."""
    errors: list[Diagnostic] = []
    at = 0
    while match := _HEAD.match(text, at):
        start, at = match.span("directive")
        if not _KNOWN_DIRECTIVE.fullmatch(text, start, at):
            errors.append(directive_refused(Span(source, start, at)))
            text = text[:start] + " " * (at - start) + text[at:]
    return text, errors


def _without_lines(source: Source, text: str, blamed: int) -> str:
    """Return the text with the rest of the blamed line, and all deeper ones behind it, made of spaces."""
    starts = (*source.line_starts, len(text))
    number = source.line_of(blamed)
    depth, tabs = _depth(source.line_text(number))
    behind = number
    while behind < len(starts) - 1:
        line = text[starts[behind] : starts[behind + 1]]
        its_depth, has_tabs = _depth(line)
        if line.strip() and its_depth <= depth and not (tabs and has_tabs):
            break
        behind += 1
    end = starts[behind]
    return text[:blamed] + _NOT_LINE_END.sub(" ", text[blamed:end]) + text[end:]


def _depth(line: str) -> tuple[int, bool]:
    """Return how deep a line is indented, a tab counted as up to eight spaces, and whether there are tabs."""
    margin = line[: len(line) - len(line.lstrip(" \t"))]
    return len(margin.expandtabs()), "\t" in margin
