"""The page about the Python API: what it shows is run, and what is asked of an analysis is answered as it says."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import bartizan
from docs.from_code.python_api import python_api_pages

NOTES = """\
service: Notes
components:
  writer: {kind: person, domain: internet}
  web: {technology: Python, domain: cloud}
interfaces:
  1: {requestor: writer, listener: web, protocol: HTTP, request: note}
data-assets:
  note: {confidentiality: high, persisted: nowhere}
threat-actors: {stranger: {at: internet}}
controls:
  1/authorization: {state: in place}
"""
"""The interface is not encrypted, and the page says so."""


@pytest.fixture
def analysed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> bartizan.Analysed:
    folder = tmp_path / "services" / "notes" / "2026.2"
    folder.mkdir(parents=True)
    (folder / "architecture.yaml").write_text(NOTES, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return bartizan.analyse(bartizan.open_page("services/notes/2026.2"))


def test_the_examples_of_the_page_do_what_they_show(
    analysed: bartizan.Analysed, capsys: pytest.CaptureFixture[str]
) -> None:
    (page,) = python_api_pages().values()
    examples = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert len(examples) == 2
    names: dict[str, Any] = {}
    for each in examples:
        exec(f"import bartizan, datetime\n{each}", names)  # noqa: S102  it is our own page
    shown = capsys.readouterr().out
    assert re.search(r"^services/notes/2026\.2/architecture\.yaml:\d+:\d+ \S", shown, re.MULTILINE)
    assert re.search(r"^certain .*architecture\.yaml:6", shown, re.MULTILINE), shown
    assert "complete [()]" in shown, "nothing needs to fail for the note to be disclosed"
    assert len(analysed.threats) == sum(line.startswith(("certain ", "open ")) for line in shown.splitlines())


def test_every_name_that_is_promised_has_a_section_with_words() -> None:
    (page,) = python_api_pages().values()
    for name in bartizan.__all__:
        section = page.split(f"\n## {name}\n")[1].split("\n## ")[0]
        assert re.search(r"^[A-Z][^|]*[.:]$", section, re.MULTILINE), name


def test_a_proof_ends_with_the_threat_and_rests_on_earlier_sentences(analysed: bartizan.Analysed) -> None:
    threat = next(each for each in analysed.threats if each.status.value == "certain")
    proof = bartizan.why(analysed, threat.id)
    assert not isinstance(proof, bartizan.Unknown)
    assert proof[-1].fact == threat.head
    assert all(number < each.number for each in proof for number in each.rests_on)
    assert not any(each.supposed for each in proof)
    assert bartizan.why(analysed, threat.id[:6]) == proof


@pytest.mark.parametrize("name", ["", "0", "no-such-threat"])
def test_a_threat_that_there_is_not_is_unknown(analysed: bartizan.Analysed, name: str) -> None:
    found = bartizan.why(analysed, name)
    assert isinstance(found, bartizan.Unknown)
    assert (found.name, found.what) == (name, "threat")


def test_every_name_that_there_is_not_is_unknown_and_says_what_is_close(analysed: bartizan.Analysed) -> None:
    answers = [
        bartizan.way_to(analysed, "strangr", "note", None),
        bartizan.way_to(analysed, "stranger", "notes", None),
        bartizan.way_to(analysed, "stranger", "note", "disclose"),
        bartizan.compromise(analysed, "wep"),
        bartizan.control_named(analysed, "1/authorisation"),
    ]
    close = [each.close for each in answers if isinstance(each, bartizan.Unknown)]
    assert close == ["stranger", "note", "disclosed", "web", "1/authorization"]


def test_a_way_that_was_not_looked_for_long_enough_says_so(analysed: bartizan.Analysed) -> None:
    whole = bartizan.way_to(analysed, "stranger", "web", None)
    short = bartizan.way_to(analysed, "stranger", "web", None, budget=0)
    assert isinstance(whole, bartizan.Way)
    assert isinstance(short, bartizan.Way)
    assert whole.paths
    assert short.paths
    assert whole.paths.complete == "complete"
    assert short.paths.complete.startswith("stopped after 0 ")
