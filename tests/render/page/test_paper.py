"""Every drawing is printed so that it can be read, on the smallest sheet where that is so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.render.page.paper import LEGIBLE, POINTS_PER_PIXEL, fit


def test_a_small_drawing_stands_in_the_text_at_its_own_size() -> None:
    size = fit(400, 300)
    assert (size.own_page, size.width) == (False, 300)


def test_a_drawing_a_little_too_wide_is_made_smaller() -> None:
    size = fit(911, 460)
    assert not size.own_page
    assert 480 < size.width < 483


@pytest.mark.parametrize(
    ("width", "height", "paper", "flipped"),
    [(1300, 800, "a4", True), (900, 1300, "a4", False), (1900, 900, "a3", True), (1150, 1600, "a3", False)],
)
def test_a_larger_one_has_the_smallest_sheet_that_is_legible(
    width: float, height: float, paper: str, flipped: bool
) -> None:
    size = fit(width, height)
    assert (size.own_page, size.paper, size.flipped) == (True, paper, flipped)
    assert size.width / width >= LEGIBLE


def test_what_is_legible_nowhere_goes_onto_the_largest_sheet() -> None:
    assert fit(20_000, 9_000).paper == "a2"


def test_headings_above_it_take_room() -> None:
    assert fit(900, 1500, headings=2).width < fit(900, 1500, headings=1).width


@given(st.floats(1, 1e5), st.floats(1, 1e5))
def test_no_drawing_leaves_its_sheet(width: float, height: float) -> None:
    size = fit(width, height)
    across, down = {"a4": (595, 842), "a3": (842, 1191), "a2": (1191, 1684)}[size.paper]
    if size.flipped:
        across, down = down, across
    assert 0 < size.width <= across - 113
    assert size.width * height / width <= down - 133
    assert size.width <= width * POINTS_PER_PIXEL + 1e-6
