"""Says in plain words what is wrong with a value: colons, quotes, tabs and characters with a meaning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bartizan.source.diagnostic import Diagnostic, Label
from bartizan.source.syntax_fault import Explanation, Fault, explain_anything_else, indent_of, shortened

if TYPE_CHECKING:
    from bartizan.source.text import Span

_TABS = re.compile(r"\t+")
_NOT_SPACE = re.compile(r"\S+")
_VALUE = re.compile(r"\s*(?:- +)*[^:{\[]*?:\s+(\S.*?)\s*(?:\s#.*)?$")


# ---- a value with a colon in it, or a line without one -----------------------------------------------------


def explain_second_colon(fault: Fault) -> Explanation:
    """Explain a `:` where no key can stand: in an unquoted text, or behind wrong indentation."""
    if re.search(r":\s", fault.before):
        return explain_unquoted_colon(fault)
    above = fault.line_above()
    if above is None:
        return explain_anything_else(fault)
    start, text = above
    if _has_key_or_dash(text):
        return _deeper_than_a_value(fault, text)
    if indent_of(text) == indent_of(fault.before) and _goes_on_from_a_value(fault, start):
        return explain_unquoted_colon(fault)
    return _without_colon(fault, start)


def _has_key_or_dash(line: str) -> bool:
    return re.search(r":(\s|$)", line) is not None or line.lstrip().startswith("- ")


def _goes_on_from_a_value(fault: Fault, start: int) -> bool:
    """Whether the line at `start` belongs to a text that begins behind a key further up."""
    for number in range(fault.source.line_of(start) - 1, 0, -1):
        line = fault.source.line_text(number)
        if _has_key_or_dash(line):
            return not re.search(r"[:-]\s*(?:#.*)?$", line)
    return False


def _deeper_than_a_value(fault: Fault, above: str) -> Explanation:
    word = shortened(above.strip().removeprefix("- ").split(":")[0].strip())
    own = fault.before.lstrip(" ")
    where = indent_of(above)
    beside = f"indent it by {where} spaces as well" if where else "do not indent it"
    diagnostic = Diagnostic(
        "bad-indentation",
        f"this line is indented deeper than `{word}` above it, which has a value already",
        Label(fault.span(fault.at - len(own), fault.at - len(own) + len(own.rstrip())), "does not fit here"),
        help=(
            f"if it is a field beside `{word}`, {beside}",
            f"if it goes on with the text above, begin that text with `{word}: |` and a new line",
        ),
    )
    return Explanation(diagnostic, fault.line_start)


def explain_unquoted_colon(fault: Fault) -> Explanation:
    """Explain a text with `: ` in it that has no quotes."""
    line = fault.source.line_text(fault.line)
    written = _VALUE.match(line)
    advice = "put the whole value in quotes"
    blamed = fault.line_start
    if written and written.start(1) < len(fault.before):
        blamed += written.start(1)
        in_brackets = any(one.flow for one in fault.composition.open)
        value = written.group(1)
        if not in_brackets and len(value) <= 60 and not set(value) & set("\"'\\"):
            advice += f': "{value}"'
    diagnostic = Diagnostic(
        "unquoted-colon",
        "a value that holds `: ` must stand in quotes",
        Label(fault.span(fault.at, fault.at + 1), "this looks like another key"),
        help=(advice, "a text of several lines goes below `key: |`, indented"),
    )
    return Explanation(diagnostic, blamed)


def explain_tight_colon(fault: Fault) -> Explanation:
    """Explain a `:` in brackets with a comma or bracket right behind it."""
    diagnostic = Diagnostic(
        "missing-space",
        "a space is missing behind `:`",
        Label(fault.span(fault.at, fault.at + 1), "a space belongs behind this"),
        help=("write `key: value`, or put the text in quotes if the `:` is part of it",),
    )
    return Explanation(diagnostic, fault.context_at)


def explain_missing_key(fault: Fault) -> Explanation:
    """Explain a `:` with nothing before it."""
    diagnostic = Diagnostic(
        "missing-key",
        "there is no key in front of the `:`",
        Label(fault.span(fault.at, fault.at + 1), "a key is missing here"),
        help=("write `key: value`",),
    )
    return Explanation(diagnostic, fault.line_start)


def explain_missing_colon(fault: Fault) -> Explanation:
    """Explain a line that should be a key and its value and is not."""
    return quote_over_lines(fault) or _without_colon(fault, fault.context_at)


def _without_colon(fault: Fault, at: int) -> Explanation:
    start = fault.start_of_line(at)
    bare = re.split(r"\s#", fault.text[start : fault.end_of_line(at)])[0].rstrip()
    begin = start + len(bare) - len(bare.lstrip())
    tight = re.match(r"\s*([^\s:#\"'\[{]+):(\S.*)", bare)
    if tight:
        advice = f"put a space behind the colon: `{shortened(f'{tight.group(1)}: {tight.group(2)}')}`"
    elif len(bare) > 1000:
        advice = "a key may have 1,000 characters at most"
    else:
        advice = "write `key: value`; a text of several lines goes below `key: |`, indented"
    diagnostic = Diagnostic(
        "missing-colon",
        "this line has no `: ` in it",
        Label(fault.span(begin, start + len(bare)), "a key and its value were expected here"),
        help=(advice,),
    )
    return Explanation(diagnostic, start)


# ---- quotes ------------------------------------------------------------------------------------------------


def explain_unclosed_quote(fault: Fault) -> Explanation:
    """Explain a quote that is not closed before the text ends."""
    return _quote_opened(fault, fault.context_at)


def quote_over_lines(fault: Fault) -> Explanation | None:
    """Blame a quoted text that ends right before the fault but began on an earlier line: it was not closed."""
    last = fault.composition.last
    if last is None or last.style not in ("'", '"') or last.span.end > fault.at:
        return None
    behind = fault.text[last.span.end : fault.at]
    if "\n" in behind or "\r" in behind or last.span.line == fault.line:
        return None
    return _quote_opened(fault, last.span.start)


def _quote_opened(fault: Fault, at: int) -> Explanation:
    quote = fault.text[at : at + 1]
    kind = "double" if quote == '"' else "single"
    diagnostic = Diagnostic(
        "unclosed-quote",
        f"a {kind} quote is opened here and not closed on its line",
        Label(fault.span(at, at + 1), "opened here"),
        help=(
            f"close it with `{quote}`"
            + ("" if quote == '"' else "; a quote inside the text is written `''`"),
        ),
    )
    return Explanation(diagnostic, at)


def explain_bad_escape(fault: Fault) -> Explanation:
    """Explain a backslash in double quotes that begins nothing."""
    at = fault.text.rfind("\\", 0, fault.at + 1)
    diagnostic = Diagnostic(
        "bad-escape",
        "in double quotes a backslash begins a special character, and this is none",
        Label(fault.span(at, at + 2), "not a special character"),
        help=("write two backslashes, or put the text in single quotes",),
    )
    return Explanation(diagnostic, fault.context_at)


# ---- characters with a meaning -----------------------------------------------------------------------------


def explain_reserved(fault: Fault) -> Explanation:
    """Explain a value that begins with a character that no value can begin with."""
    return explain_tab(fault) if fault.character == "\t" else _reserved_at(fault, fault.at)


def explain_reserved_name(fault: Fault) -> Explanation:
    """Explain a `*` or `&` with no name behind it."""
    return _reserved_at(fault, fault.context_at)


def _reserved_at(fault: Fault, at: int) -> Explanation:
    character = fault.text[at : at + 1]
    rest = re.split(r"\s#", fault.text[at : fault.end_of_line(at)])[0].rstrip()
    advice = "if it is text, put it in quotes"
    if 1 < len(rest) <= 60 and not set(rest) & set('"\\,[]{}'):
        advice += f': "{rest}"'
    named = "a backtick" if character == "`" else f"`{character}`"
    diagnostic = Diagnostic(
        "reserved-character",
        f"a value cannot begin with {named}, which has a meaning of its own",
        Label(fault.span(at, at + 1), "not here"),
        help=(advice,),
    )
    return Explanation(diagnostic, at)


def explain_tab(fault: Fault) -> Explanation:
    """Explain a tab where only spaces count."""
    start = fault.at
    while start > fault.line_start and fault.text[start - 1] == "\t":
        start -= 1
    match = _TABS.match(fault.text, start)
    empty = not fault.source.line_text(fault.line).strip()
    diagnostic = Diagnostic(
        "tab-indentation",
        "an empty line holds a tab" if empty else "a line is indented with a tab",
        Label(fault.span(start, match.end() if match else start + 1), "a tab"),
        help=(
            "take it away"
            if empty
            else "indent with spaces; most editors can be told to write spaces when the tab key is pressed",
        ),
    )
    return Explanation(diagnostic, fault.line_start)


def explain_block_header(fault: Fault) -> Explanation:
    """Explain text behind the `|` or `>` that should be below it."""
    diagnostic = Diagnostic(
        "bad-block-text",
        "the text below `|` or `>` begins on the next line",
        Label(fault.span(fault.at, fault.at + 1), "nothing but `-`, `+` or a number may stand here"),
        help=("move it to the next line, indented; or put it in quotes if it begins with `|` or `>`",),
    )
    return Explanation(diagnostic, fault.context_at)


def explain_tag(fault: Fault) -> Explanation:
    """Explain that tags are refused, for those that are not even well formed."""
    match = _NOT_SPACE.match(fault.text, fault.context_at)
    diagnostic = Diagnostic(
        "yaml-tag",
        "here every value is read as it is written, and no tag says what kind of value follows",
        Label(fault.span(fault.context_at, match.end() if match else fault.at + 1), "a tag"),
        help=("take it away, or put the value in quotes if it begins with `!`",),
    )
    return Explanation(diagnostic, fault.context_at)


def explain_directive(fault: Fault) -> Explanation:
    """Explain a `%` line that is no directive."""
    start = fault.start_of_line(fault.context_at)
    return Explanation(directive_refused(fault.span(start, fault.end_of_line(start))), start)


def directive_refused(line: Span) -> Diagnostic:
    """Return the diagnostic for a line that begins with `%`."""
    return Diagnostic(
        "yaml-directive",
        "a line that begins with `%` says how to read the file, and this one is not known here",
        Label(line, "a directive"),
        help=("take the line away",),
    )
