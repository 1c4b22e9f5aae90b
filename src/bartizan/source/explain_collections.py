"""Says in plain words what is wrong with lists and mappings: brackets, commas, dashes and indentation."""

from __future__ import annotations

import re

from bartizan.source.diagnostic import Diagnostic, Label
from bartizan.source.explain_scalars import (
    explain_missing_key,
    explain_reserved,
    explain_unquoted_colon,
    quote_over_lines,
)
from bartizan.source.syntax_fault import Explanation, Fault, explain_anything_else, indent_of

_CLOSING = {"{": "}", "[": "]"}


# ---- brackets and commas -----------------------------------------------------------------------------------


def explain_brackets(fault: Fault) -> Explanation:
    """Explain what stands inside brackets where a comma or the closing one was due."""
    if quote := quote_over_lines(fault):
        return quote
    opened = fault.context_at
    if fault.text[opened] not in _CLOSING:  # a pair that stands in a list without brackets of its own
        opened = _open_brackets(fault)[-1]
    if _is_left_behind(fault, opened):
        return _unclosed_bracket(fault, opened)
    if fault.character and fault.character in "]}":
        return _wrong_bracket(fault, opened)
    since = re.split(r"[,\[{\r\n]", fault.text[opened : fault.at])[-1]
    if fault.character == ":" and re.fullmatch(r"[^:]*:\s+\S+\s*", since):
        return explain_unquoted_colon(fault)
    at = fault.at
    if fault.line_start > opened and (not fault.before.strip() or ":" not in since):
        at = len(fault.text[: fault.line_start].rstrip())  # it is missing at the end of the line above
    diagnostic = Diagnostic(
        "missing-comma",
        f"a comma or the closing `{_CLOSING[fault.text[opened]]}` is missing",
        Label(fault.span(at, at + 1), "before this" if at == fault.at else "here"),
        (Label(fault.span(opened, opened + 1), "opened here"),),
        ("put a comma between two values; a value that holds a comma, a bracket or `: ` goes in quotes",),
    )
    return Explanation(diagnostic, opened)


def explain_no_value(fault: Fault) -> Explanation:
    """Explain a comma or bracket that stands where a value was due."""
    brackets = _open_brackets(fault)
    if brackets and _is_left_behind(fault, brackets[-1]):
        return _unclosed_bracket(fault, brackets[-1])
    if brackets and fault.character == ",":
        diagnostic = Diagnostic(
            "missing-value",
            "there is nothing between two commas",
            Label(fault.span(fault.at, fault.at + 1), "one comma too many"),
            help=('take one away, or write `""` for an empty text',),
        )
        return Explanation(diagnostic, brackets[0])
    if fault.character and fault.character in "]}":
        return _wrong_bracket(fault, brackets[-1] if brackets else None)
    if fault.character == ",":
        return explain_reserved(fault)
    return explain_anything_else(fault)


def _open_brackets(fault: Fault) -> list[int]:
    return [one.start for one in fault.composition.open if fault.text[one.start] in _CLOSING and one.flow]


def _is_left_behind(fault: Fault, opened: int) -> bool:
    """Whether the text goes on as if a bracket had been closed: it ends, or with a line indented no deeper."""
    if not fault.text[fault.at : fault.at + 1000].strip() and not fault.text[fault.at :].strip():
        return True
    opening_line = fault.start_of_line(opened)
    if fault.line_start == opening_line:
        return False
    line = fault.source.line_text(fault.line)
    return indent_of(line) <= indent_of(fault.text[opening_line:opened]) and line.strip(" \t") not in (
        "]",
        "}",
    )


def _unclosed_bracket(fault: Fault, opened: int) -> Explanation:
    bracket = fault.text[opened]
    diagnostic = Diagnostic(
        "unclosed-bracket",
        f"`{bracket}` is opened here and not closed",
        Label(fault.span(opened, opened + 1), "opened here"),
        help=(f"close it with `{_CLOSING[bracket]}`",),
    )
    return Explanation(diagnostic, opened)


def _wrong_bracket(fault: Fault, opened: int | None) -> Explanation:
    if opened is None or _CLOSING[fault.text[opened]] == fault.character:
        diagnostic = Diagnostic(
            "wrong-bracket",
            f"`{fault.character}` closes a bracket that was not opened",
            Label(fault.span(fault.at, fault.at + 1), "nothing to close"),
            help=("take it away, or put the value in quotes if it is text",),
        )
        return Explanation(diagnostic, fault.at)
    bracket = fault.text[opened]
    diagnostic = Diagnostic(
        "wrong-bracket",
        f"`{fault.character}` cannot close `{bracket}`",
        Label(fault.span(fault.at, fault.at + 1), f"`{_CLOSING[bracket]}` was expected"),
        (Label(fault.span(opened, opened + 1), "opened here"),),
        (f"close with `{_CLOSING[bracket]}`",),
    )
    return Explanation(diagnostic, opened)


# ---- indentation -------------------------------------------------------------------------------------------


def explain_indentation(fault: Fault) -> Explanation:
    """Explain a line, or the rest of one, that belongs to nothing above it."""
    if quote := quote_over_lines(fault):
        return quote
    if fault.before.strip(" \t-"):
        return _something_behind_a_value(fault)
    if fault.character == ":":
        return explain_missing_key(fault)
    column = fault.at - fault.line_start
    columns = _columns(fault)
    last = fault.composition.last
    if last is not None and last.style in ("|", ">") and column not in columns:
        message = f"this line is indented less than the text below `{last.style}` that it seems to belong to"
        advice = "indent every line of such a text by the same number of spaces or more"
    elif fault.text.startswith("- ", fault.at) and column in columns:
        message = "a list item stands where a key was expected"
        advice = "write `key:` on a line above it, and indent the item below"
    elif column in columns:
        message = "a key stands where a list item was expected"
        advice = "begin it with `- `, or indent it like the fields above it"
    else:
        message = "the indentation of this line fits none of the lines above it"
        advice = _where_it_would_fit(fault, column, columns)
    diagnostic = Diagnostic(
        "bad-indentation", message, Label(fault.word(fault.at), "does not fit here"), help=(advice,)
    )
    return Explanation(diagnostic, fault.line_start)


def _where_it_would_fit(fault: Fault, column: int, columns: list[int]) -> str:
    above = fault.line_above()
    fitting = {*columns, *([indent_of(above[1])] if above else [])}
    deeper = min((one for one in fitting if one > column), default=None)
    less_deep = max((one for one in fitting if one < column), default=None)
    spaces = [str(one) for one in (less_deep, deeper) if one]
    if not spaces:
        return "do not indent it"
    return f"indent it by {' or '.join(spaces)} spaces{', or not at all' if less_deep == 0 else ''}"


def _columns(fault: Fault) -> list[int]:
    """Return how deep the lists and mappings are indented that the line could belong to."""
    starts = [one.start for one in fault.composition.open if not one.flow]
    if not starts and fault.composition.root is not None:
        starts = [fault.composition.root.span.start]
    return [start - fault.start_of_line(start) for start in starts]


def _something_behind_a_value(fault: Fault) -> Explanation:
    before = fault.before.rstrip()[-1]
    if before == "'":
        what, advice = "a quoted text", "a quote inside single quotes is written twice: `''`"
    elif before == '"':
        what, advice = "a quoted text", 'a quote inside double quotes is written `\\"`'
    elif before in "]}":
        what = f"the closing `{before}`"
        advice = "put the whole value in quotes, or begin a new line"
    else:
        return explain_anything_else(fault)
    diagnostic = Diagnostic(
        "text-behind-value",
        f"there is more text behind {what}",
        Label(fault.word(fault.at), "nothing may stand here"),
        help=(advice,),
    )
    return Explanation(diagnostic, fault.at)


def explain_behind_document(fault: Fault) -> Explanation:
    """Explain what stands behind the end of the document."""
    if not re.search(r"^\.\.\.", fault.text[: fault.at], re.MULTILINE):
        return explain_indentation(fault)
    diagnostic = Diagnostic(
        "several-documents",
        "there is more behind the line `...`, which ends the document",
        Label(fault.word(fault.at), "a second document starts here"),
        help=("take the line `...` away",),
    )
    return Explanation(diagnostic, fault.line_start)


def explain_misplaced_dash(fault: Fault) -> Explanation:
    """Explain a list item behind a key."""
    diagnostic = Diagnostic(
        "misplaced-dash",
        "a list item cannot stand behind a key on the same line",
        Label(fault.span(fault.at, fault.at + 1), "begins a list item"),
        help=(
            "put it on the next line, or write the list as `[one, two]`",
            "if `- ` is text, put it in quotes",
        ),
    )
    return Explanation(diagnostic, fault.at)
