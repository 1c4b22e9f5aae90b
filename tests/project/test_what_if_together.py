"""What falls only when several controls degrade together, and for whom."""

from __future__ import annotations

from pathlib import Path

import bartizan
from bartizan.rules.facts.of_controls import KnownControl
from tests.rules.answers.test_falls import NOTES

BOTH = """\
  2/encryption: {state: in place}
  note/sealed: {kind: encryption, stands-on: [2], state: in place}
"""
"""Two controls that do the same work: the note is read once both are gone."""


def degraded(tmp_path: Path, text: str, *names: str) -> bartizan.Degraded:
    (tmp_path / "architecture.yaml").write_text(text, encoding="utf-8")
    analysed = bartizan.analyse(bartizan.open_page(tmp_path / "architecture.yaml"))
    controls: list[KnownControl] = []
    for name in names:
        found = bartizan.control_named(analysed, name)
        assert not isinstance(found, bartizan.Unknown)
        controls += found
    return bartizan.degrade(analysed, controls)


def test_what_falls_with_one_of_them_for_everybody_does_not_fall_only_together(tmp_path: Path) -> None:
    found = degraded(tmp_path, NOTES, "2/encryption", "2/integrity")
    assert ("knows", "note") in [each.outcome.fact for each in found.falls.falls]
    assert ("knows", "note") not in [each.outcome.fact for each in found.only_together.falls]


def test_what_falls_only_together_names_those_for_whom_it_is_open_too(tmp_path: Path) -> None:
    text = NOTES.replace("  2/encryption: {state: in place}\n", BOTH)
    found = degraded(tmp_path, text, "2/encryption", "note/sealed")
    (fall,) = [each for each in found.only_together.falls if each.outcome.fact == ("knows", "note")]
    assert [each.id for each in fall.actors] == ["neighbour"]
    assert [each.id for each in fall.perhaps] == ["guest"]
