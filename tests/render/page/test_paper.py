"""Every drawing is printed so that it can be read, on the smallest sheet where that is so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.render.page.paper import (
    COMFORTABLE,
    LEGIBLE,
    NEARLY,
    POINTS_PER_PIXEL,
    Above,
    fit,
    fit_all,
    tallest,
)


def test_a_small_drawing_stands_in_the_text_at_its_own_size() -> None:
    size = fit(400, 300)
    assert (size.own_page, size.width) == (False, 300)


def test_a_drawing_a_little_too_wide_is_made_smaller() -> None:
    size = fit(1100, 460)
    assert not size.own_page
    assert 526 < size.width < 528


@pytest.mark.parametrize(
    ("width", "height", "paper", "flipped"),
    [
        (1300, 800, "a4", True),
        (900, 1450, "a4", False),
        (1900, 1100, "a3", True),
        (1150, 1900, "a3", False),
    ],
)
def test_a_larger_one_has_the_smallest_sheet_that_is_legible(
    width: float, height: float, paper: str, flipped: bool
) -> None:
    size = fit(width, height)
    assert (size.own_page, size.paper, size.flipped) == (True, paper, flipped)
    assert size.width / width >= LEGIBLE


def test_a_drawing_that_gains_nothing_by_a_sheet_of_its_own_stands_in_the_text() -> None:
    size = fit(1229, 1117)
    assert not size.own_page
    assert size.width / 1229 >= LEGIBLE


def test_a_drawing_that_a3_holds_never_takes_a2() -> None:
    assert fit(1440, 2142).paper == "a3"


def test_what_is_legible_nowhere_goes_onto_the_largest_sheet() -> None:
    assert fit(20_000, 9_000).paper == "a2"


def test_headings_and_words_above_it_take_room() -> None:
    bare = fit(900, 1350).width
    assert fit(900, 1350, Above(headings=2)).width < bare
    assert fit(900, 1350, Above(headings=1, lines=4)).width < bare


def test_the_parts_of_one_figure_have_one_paper_and_one_scale() -> None:
    parts = [(1300.0, 1700.0), (1300.0, 300.0)]
    first, second = fit_all(parts)
    assert fit(*parts[1]).paper != first.paper
    assert first == second


@given(st.floats(1, 1e5), st.floats(1, 1e5))
def test_no_drawing_leaves_its_sheet(width: float, height: float) -> None:
    size = fit(width, height)
    across, down = {"a4": (595, 842), "a3": (842, 1191), "a2": (1191, 1684)}[size.paper]
    if size.flipped:
        across, down = down, across
    assert 0 < size.width <= across - 67
    assert size.width * height / width <= down - 107
    assert size.width <= width * POINTS_PER_PIXEL + 1e-6


@given(st.floats(100, 1700), st.integers(0, 8))
def test_what_is_not_taller_than_allowed_stands_well_on_a4(width: float, lines: int) -> None:
    above = Above(2, lines)
    size = fit(width, tallest(width, above) - 1, above)
    assert size.paper == "a4"
    assert size.width / width >= NEARLY * min(COMFORTABLE, 774 / width) - 0.01
