"""Labels for how much something matters."""

from __future__ import annotations

import pytest

from bartizan.knowledge.levels import level, nearest_label


@pytest.mark.parametrize(
    ("label", "rank"),
    [
        ("none", 0),
        ("Public", 0),
        ("n/a", 0),
        ("low", 1),
        ("Medium", 2),
        ("HIGH", 3),
        ("Confidential", 3),
        ("top secret", 4),
    ],
)
def test_the_usual_labels_have_a_rank(label: str, rank: int) -> None:
    found = level(label)
    assert found is not None
    assert found.rank == rank


@pytest.mark.parametrize("label", [None, "", "tier two", "unknown"])
def test_a_label_of_ones_own_has_none(label: str | None) -> None:
    assert level(label) is None


def test_a_slip_finds_the_label_that_was_meant() -> None:
    assert nearest_label("hihg") == "high"
    assert nearest_label("Confidental") == "confidential"
    assert nearest_label("tier two") is None
