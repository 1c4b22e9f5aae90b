"""Every broken file in tests/bad/yaml is answered with all that is wrong with it, as a person sees it.

Beside each file stands the drawing, in a file that ends in `.txt`. When it is meant to change:
`BARTIZAN_UPDATE_GOLDEN=1 pytest tests/source/test_bad_yaml.py`, and read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.source.diagnostic import Diagnostic
from bartizan.source.draw_diagnostics import draw_all
from bartizan.source.export_diagnostics import as_github, as_json, as_sarif
from bartizan.source.read_text import decode, read_source
from bartizan.source.read_yaml import read_yaml

FOLDER = Path(__file__).resolve().parents[1] / "bad" / "yaml"
UPDATE = bool(os.environ.get("BARTIZAN_UPDATE_GOLDEN"))
FILES = sorted(FOLDER.glob("*.yaml"))


def problems(path: Path) -> list[Diagnostic]:
    source, found = read_source(path, name=path.name)
    return [*found, *(read_yaml(source).diagnostics if source else ())]


def test_there_are_broken_files() -> None:
    assert len(FILES) >= 20


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_broken_file_is_answered_as_it_was_agreed(path: Path) -> None:
    drawing = draw_all(problems(path))
    golden = path.with_suffix(".txt")
    if UPDATE:
        golden.write_text(drawing, encoding="utf-8")

    assert drawing == golden.read_text(encoding="utf-8")
    assert drawing.startswith("error[")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_cut_off_anywhere_a_broken_file_is_answered_too(path: Path, tmp_path: Path) -> None:
    data = path.read_bytes()
    for end in range(0, len(data), max(1, len(data) // 40)):
        cut = tmp_path / "cut.yaml"
        cut.write_bytes(data[:end])
        assert draw_all(problems(cut)) or end > 0
        assert cut.read_bytes() == data[:end]


GOOD = """\
format: 1
service: Café   # its name
components: {web: {technology: "Python", needs: [database]}, 数据库: &db {technology: 'it''s'}}
purpose: |
  Stores notes.
interfaces:
  1: {requestor: web, listener: *db}
"""


@settings(max_examples=300)
@given(st.binary(max_size=60), st.integers(0, 200), st.integers(0, 20), st.integers(0, 200))
def test_any_bytes_put_into_a_page_and_cut_off_anywhere_are_answered_in_every_form(
    rubbish: bytes, at: int, instead_of: int, end: int
) -> None:
    good = GOOD.encode()
    for data in (rubbish, good[:at] + rubbish + good[at + instead_of :], good[:end], good[at:]):
        source, found = decode(data, "page.yaml")
        if source is not None:
            parsed = read_yaml(source)
            found += parsed.diagnostics
            assert parsed.root is not None or found
        assert (draw_all(found) == "") == (not found)
        assert as_json(found, tool_version="1")
        assert as_sarif(found, tool_version="1")
        assert as_github(found).count("\n") == len(set(found))
