"""Writes diagnostics for other programs: as JSON, as SARIF and as GitHub's workflow commands."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from bartizan.source.diagnostic import Severity
from bartizan.source.draw_diagnostics import in_file_order
from bartizan.source.terminal_cells import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bartizan.source.diagnostic import Diagnostic, Label
    from bartizan.source.text import Span

JSON_FORMAT = 1
"""Changes when a program that reads our JSON would have to."""

_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_GITHUB_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


@dataclass(frozen=True, slots=True)
class Explained:
    """What is said about a kind of diagnostic."""

    sentence: str
    """In one sentence."""
    page: str
    """In full, as Markdown."""


_UNEXPLAINED: Mapping[str, Explained] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Region:
    """A span as lines and columns, all counted from one; the end is behind the last character."""

    line: int
    column: int
    end_line: int
    end_column: int

    @classmethod
    def of(cls, span: Span, *, utf_16: bool = False) -> Region:
        """Return the lines and columns of a span; a column is a character, or a UTF-16 code unit."""
        source = span.source
        line, end_line = source.line_of(span.start), source.line_of(span.end)
        before = source.text[source.line_starts[line - 1] : span.start]
        before_end = source.text[source.line_starts[end_line - 1] : span.end]
        if not utf_16:
            return cls(line, len(before) + 1, end_line, len(before_end) + 1)
        return cls(line, _utf_16_units(before) + 1, end_line, _utf_16_units(before_end) + 1)


def as_json(diagnostics: Iterable[Diagnostic], *, tool_version: str) -> str:
    """Write one JSON object.

    `format` is 1; `tool` has `name` and `version`; `counts` says how many of each severity there are;
    `diagnostics` are in file order, each with `name`, `severity`, `message`, `help` (a list of sentences),
    `place` (nothing when it is about a file as a whole), `label` (what is said at that place) and `also` (a
    list of further `place` and `label`). A place has `file`, `line`, `column`, `end_line` and `end_column`,
    counted from one in characters (Unicode code points), the end behind the last character, and `start` and
    `end`, which are counted from zero from the beginning of the text.
    """
    ordered = in_file_order(diagnostics)
    counts = Counter(one.severity for one in ordered)
    document = {
        "format": JSON_FORMAT,
        "tool": {"name": "bartizan", "version": tool_version},
        "counts": {severity.value: counts[severity] for severity in Severity},
        "diagnostics": [
            {
                "name": one.name,
                "severity": one.severity.value,
                "message": one.message,
                "place": _place(one.at.span) if one.at else None,
                "label": one.at.text if one.at else "",
                "also": [{"place": _place(label.span), "label": label.text} for label in one.also],
                "help": list(one.help),
            }
            for one in ordered
        ],
    }
    return json.dumps(document, indent=2) + "\n"


def _place(span: Span) -> dict[str, Any]:
    region = Region.of(span)
    return {
        "file": span.source.name,
        "line": region.line,
        "column": region.column,
        "end_line": region.end_line,
        "end_column": region.end_column,
        "start": span.start,
        "end": span.end,
    }


# ---- SARIF -------------------------------------------------------------------------------------------------


def as_sarif(
    diagnostics: Iterable[Diagnostic],
    *,
    tool_version: str,
    explained: Mapping[str, Explained] = _UNEXPLAINED,
) -> str:
    """Write SARIF 2.1.0, which code hosts and editors show at the line.

    `explained` has what is said about a kind of diagnostic, by its name. It has no address: the page is in the program.
    """
    ordered = in_file_order(diagnostics)
    names = sorted({one.name for one in ordered})
    run = {
        "tool": {
            "driver": {
                "name": "bartizan",
                "semanticVersion": tool_version,
                "rules": [_rule(name, explained.get(name)) for name in names],
            }
        },
        "columnKind": "utf16CodeUnits",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The folder the command was run in."}}},
        "results": [_result(one, names.index(one.name)) for one in ordered],
    }
    return json.dumps({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(name: str, explained: Explained | None) -> dict[str, Any]:
    explain = f"bartizan explain {name}"
    return {
        "id": name,
        "name": "".join(word.capitalize() for word in name.split("-")),
        "shortDescription": {"text": explained.sentence if explained else name.replace("-", " ")},
        "help": {
            "text": explained.page if explained else explain,
            "markdown": explained.page if explained else f"`{explain}`",
        },
    }


def _result(diagnostic: Diagnostic, rule: int) -> dict[str, Any]:
    label = f": {diagnostic.at.text}" if diagnostic.at and diagnostic.at.text else ""
    advice = "".join(f"\n{sentence}" for sentence in diagnostic.help)
    result: dict[str, Any] = {
        "ruleId": diagnostic.name,
        "ruleIndex": rule,
        "level": diagnostic.severity.value,
        "message": {"text": f"{diagnostic.message}{label}{advice}"},
    }
    if diagnostic.at:
        result["locations"] = [_location(diagnostic.at)]
    if diagnostic.fingerprint:
        result["partialFingerprints"] = {"bartizan/v1": diagnostic.fingerprint}
    if diagnostic.also:
        result["relatedLocations"] = [
            {"id": number, **_location(one), "message": {"text": one.text or "see also"}}
            for number, one in enumerate(diagnostic.also)
        ]
    return result


def _location(label: Label) -> dict[str, Any]:
    region = Region.of(label.span, utf_16=True)
    return {
        "physicalLocation": {
            "artifactLocation": _artifact(label.span.source.name),
            "region": {
                "startLine": region.line,
                "startColumn": region.column,
                "endLine": region.end_line,
                "endColumn": region.end_column,
            },
        }
    }


def _artifact(name: str) -> dict[str, str]:
    path = quote(name.replace("\\", "/"), errors="surrogateescape")
    if path.startswith("/"):
        return {"uri": f"file://{path}"}
    return {"uri": path.removeprefix("./"), "uriBaseId": "SRCROOT"}


def _utf_16_units(text: str) -> int:
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2


# ---- GitHub ------------------------------------------------------------------------------------------------


def as_github(diagnostics: Iterable[Diagnostic]) -> str:
    """Write one workflow command a line, which GitHub shows beside the changed lines."""
    return "".join(_command(one) for one in in_file_order(diagnostics))


def _command(diagnostic: Diagnostic) -> str:
    properties = {}
    label = ""
    if diagnostic.at:
        region = Region.of(diagnostic.at.span)
        properties = {"file": diagnostic.at.span.source.name, "line": str(region.line)}
        if region.line == region.end_line:  # GitHub takes columns only within one line
            properties |= {
                "col": str(region.column),
                "endColumn": str(max(region.end_column - 1, region.column)),
            }
        properties["endLine"] = str(region.end_line)
        label = f": {diagnostic.at.text}" if diagnostic.at.text else ""
    properties["title"] = diagnostic.name
    written = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    advice = "".join(f"\n{sentence}" for sentence in diagnostic.help)
    return (
        f"::{_GITHUB_COMMANDS[diagnostic.severity]} {written}"
        f"::{_data(f'{diagnostic.message}{label}{advice}')}\n"
    )


def _data(text: str) -> str:
    # A log is looked at on a terminal too. After this there is no carriage return left to escape.
    return "%0A".join(visible(line).replace("%", "%25") for line in text.split("\n"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
