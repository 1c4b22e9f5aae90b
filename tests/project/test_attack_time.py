"""How long an attack takes decides what a revocation is worth, is a setting, and is said where it counts."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from bartizan.project.analyse import Analysed, analyse
from bartizan.project.analysis_json import as_json
from bartizan.project.analysis_text import in_short
from bartizan.project.open_page import open_page

FIRST = "is taken to need 24 h to use it"


@pytest.fixture
def workspace(repository: Path, tmp_path: Path) -> Path:
    """A copy of the example whose certificates can be taken back within 18 hours."""
    shutil.copytree(repository / "examples/pki", tmp_path / "pki")
    return tmp_path / "pki"


def analysed(workspace: Path, settings: str = "") -> Analysed:
    file = workspace / "bartizan.toml"
    file.write_text(file.read_text(encoding="utf-8") + settings, encoding="utf-8")
    page = open_page(workspace / "services/nodes/2026.2")
    assert page.diagnostics == ()
    return analyse(page)


def stolen_certificate_works(found: Analysed) -> bool:
    return ("node-certificate",) in found.analysis.grounded.rows["works-when-stolen"]


def test_within_a_day_a_revocation_in_eighteen_hours_comes_in_time(workspace: Path) -> None:
    found = analysed(workspace)
    assert not stolen_certificate_works(found)
    assert FIRST in " ".join(in_short(found).split())
    assert json.loads(as_json(found))["attack-takes-hours"] == 24


def test_for_an_attack_of_an_hour_the_same_revocation_comes_too_late(workspace: Path) -> None:
    found = analysed(workspace, '\n[analysis]\nattack-takes = "1 h"\n')
    assert stolen_certificate_works(found)
    assert FIRST.replace("24 h", "1 h") in " ".join(in_short(found).split())


def test_of_a_page_on_which_nothing_expires_nothing_is_said(tmp_path: Path) -> None:
    path = tmp_path / "architecture.yaml"
    path.write_text("format: 1\nservice: Notes\ncomponents: {web: {domain: cloud}}\n", encoding="utf-8")
    assert "is taken to need" not in in_short(analyse(open_page(path)))
