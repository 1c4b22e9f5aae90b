"""Which diagrams are drawn of a page, and how a long sequence is parted for paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bartizan.model.architecture import Architecture
from bartizan.project.draw import Diagram, Kind, diagrams_of, diagrams_of_page, draw_pictures
from bartizan.render.page.paper import Above, fit_all
from tests.model.pages import FIRST_PAGE, page


def with_use_cases(*steps: str, silent: Sequence[str] = ()) -> Architecture:
    """Return the first page with a use case of those steps, and perhaps one whose steps carry nothing."""
    text = FIRST_PAGE + "use-cases:\n  write:\n    steps: |\n" + "".join(f"      {step}\n" for step in steps)
    if silent:
        text += "  think:\n    steps: |\n" + "".join(f"      {step}\n" for step in silent)
    return page(text).architecture


def test_a_printed_page_has_the_data_flows_of_each_use_case_whose_steps_carry_data() -> None:
    architecture = with_use_cases("browser->web: write [1]", silent=["web->web: thinks"])
    flows = Diagram(Kind.DATA_FLOW, "write")
    assert flows not in diagrams_of(architecture)
    assert [each for each in diagrams_of_page(architecture) if each not in diagrams_of(architecture)] == [
        flows
    ]


def test_a_page_without_components_has_no_diagrams() -> None:
    assert diagrams_of_page(Architecture()) == ()


def test_a_long_sequence_is_parted_into_sheets_of_about_the_same_height() -> None:
    steps = [f"browser->web: write note {at} [1]" for at in range(50)]
    (diagram,) = diagrams_of(with_use_cases(*steps), [Kind.SEQUENCE])
    sheets = draw_pictures(with_use_cases(*steps), [diagram], for_paper=True).pictures
    heights = [sheet.height for sheet in sheets]
    assert len(heights) > 1
    assert max(heights) - min(heights) < 120
    fits = fit_all([(sheet.width, sheet.height) for sheet in sheets], Above(headings=2))
    assert {each.paper for each in fits} == {"a4"}


def test_a_sequence_that_fits_is_not_parted() -> None:
    architecture = with_use_cases(*["browser->web: write [1]"] * 8)
    (diagram,) = diagrams_of(architecture, [Kind.SEQUENCE])
    whole = draw_pictures(architecture, [diagram]).pictures
    assert draw_pictures(architecture, [diagram], for_paper=True).pictures == whole


def test_a_long_description_does_not_make_the_sheets_small() -> None:
    architecture = with_use_cases(*["browser->web: write [1]"] * 8)
    told = replace(architecture.use_cases["write"], description="A long story. " * 800)
    architecture = replace(architecture, use_cases={"write": told})
    (diagram,) = diagrams_of(architecture, [Kind.SEQUENCE])
    assert len(draw_pictures(architecture, [diagram], for_paper=True).pictures) == 1
