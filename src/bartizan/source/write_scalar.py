"""Writes one text as a YAML scalar that every YAML reader takes for the same text."""

from __future__ import annotations

import re

from bartizan.source.characters import REFUSED_IN_YAML
from bartizan.source.plain import Word
from bartizan.source.terminal_cells import INVISIBLE

LONGEST_SIMPLE_KEY = 1000
"""A longer key needs a `?` before it: YAML lets readers give up looking for the `:` after 1,024 characters."""

# Words that YAML 1.1 or 1.2 readers take for a truth value, for nothing, or for an instruction.
_WORDS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null", "~", "=", "<<"))
# Whatever looks like a number or a time of day to some reader; a quote without need does no harm.
_NUMBER = re.compile(
    r"[-+]?(?:\.?[0-9][0-9_,.:]*(?:e[-+]?[0-9]*)?|0x[0-9a-f_]*|0o[0-7_]*|0b[01_]*|\.(?:inf|nan))",
    re.IGNORECASE,
)
_DATE = re.compile(r"[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt \t].*)?")
_NUMBER_OF_A_THING = re.compile(r"0|[1-9][0-9]*")

_FIRST = frozenset("?:,[]{}#&*!|>'\"%@`=")
_IN_FLOW = frozenset(",[]{}?")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_ESCAPED = re.compile(f'[\\\\"\n\t\r]|{INVISIBLE.pattern}')


def scalar_text(text: str, *, in_flow: bool = False, is_key: bool = False) -> str:
    """Return `text` as it is to be written on one line: plain if it is surely text everywhere, else quoted.

    A `Word` and the number of an interface as a key are written plain as well. `in_flow` is whether it stands
    between brackets.
    """
    known = isinstance(text, Word) or (is_key and _NUMBER_OF_A_THING.fullmatch(text) is not None)
    if can_be_plain(text, in_flow=in_flow) and (known or is_surely_text(text)):
        return str(text)
    return double_quoted(text)


def is_surely_text(text: str) -> bool:
    """Whether readers of YAML 1.1 and 1.2 alike take `text`, unquoted, for text."""
    return not (text.lower() in _WORDS or _NUMBER.fullmatch(text) or _DATE.fullmatch(text))


def can_be_plain(text: str, *, in_flow: bool) -> bool:
    """Whether `text` can be written without quotes and be read as the same characters."""
    return not (
        not text
        or text != text.strip()
        or text[0] in _FIRST
        or (text[0] == "-" and (len(text) == 1 or text[1] in " -,[]{}"))
        or text.startswith("...")
        or ": " in text
        or text[-1] == ":"
        or " #" in text
        or (in_flow and not _IN_FLOW.isdisjoint(text))
        or INVISIBLE.search(text)
    )


def single_quoted(text: str) -> str | None:
    """Return `text` in single quotes, or nothing when it holds what only double quotes can."""
    return None if INVISIBLE.search(text) else "'" + text.replace("'", "''") + "'"


def double_quoted(text: str) -> str:
    """Return `text` in double quotes, on one line, with everything that nobody could see escaped."""
    return '"' + _ESCAPED.sub(lambda match: _escape(match.group()), text) + '"'


def can_be_literal(text: str) -> bool:
    """Whether `text` can stand below `|`: several lines, nothing but them, no more than one line end behind."""
    return (
        "\n" in text
        and text[0] not in " \t\n"
        and not text.endswith("\n\n")
        and not INVISIBLE.search(text.replace("\n", "").replace("\t", ""))
        and not REFUSED_IN_YAML.search(text)
        and "\r" not in text
        and all(line.strip(" \t") or not line for line in text.split("\n"))
    )


def literal_lines(text: str, indent: int) -> tuple[str, list[str]]:
    """Return the indicator for a literal text, and its lines."""
    margin = " " * indent
    lines = [margin + line if line else "" for line in text.removesuffix("\n").split("\n")]
    return ("|" if text.endswith("\n") else "|-"), lines


def comment_lines(text: str) -> list[str]:
    """Return `text` as comment lines, without anything that could end the comment."""
    return [f"# {_shown(line)}".rstrip() for line in text.splitlines() or [""]]


def _shown(line: str) -> str:
    return INVISIBLE.sub(" ", line)


def _escape(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    code = ord(character)
    if 0xD800 <= code < 0xE000:
        return "\\uFFFD"  # half a character is none, and YAML has no way to write it
    return f"\\u{code:04X}" if code <= 0xFFFF else f"\\U{code:08X}"
