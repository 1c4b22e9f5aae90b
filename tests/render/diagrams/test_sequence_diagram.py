import pytest

from bartizan.model.architecture import Architecture
from bartizan.model.step import Step
from bartizan.model.use_case import UseCase
from bartizan.render.diagrams.sequence_diagram import sequence_diagram, sequence_sheets
from bartizan.render.diagrams.sequence_layout import BADGE_ROOM, LOOP, SequenceLayout, laid_out_sequence
from bartizan.render.diagrams.sequence_scene import sequence_scene
from tests.render.diagrams.made_up import component, hostile, interface, notes, page


def layout_of(architecture: Architecture, use_case: str) -> SequenceLayout:
    return laid_out_sequence(sequence_scene(architecture, architecture.use_cases[use_case]))


def long(steps: int, entities: int) -> Architecture:
    names = [f"entity-{at}" for at in range(entities)]
    return page(
        [component(name, f"domain-{at % 3}") for at, name in enumerate(names)],
        [],
        use_cases={
            "long": UseCase(
                id="long",
                steps=tuple(
                    Step(
                        sender=names[at % entities],
                        receiver=names[at * 7 % entities],
                        text=f"step {at} says something " * (at % 5),
                    )
                    for at in range(steps)
                ),
            )
        },
    )


@pytest.fixture(scope="module", params=["notes", "hostile", "long"])
def layout(request: pytest.FixtureRequest) -> SequenceLayout:
    pages = {"notes": (notes(), "remind-me"), "hostile": (hostile(), "attack"), "long": (long(70, 9), "long")}
    return layout_of(*pages[request.param])


def test_entities_stand_in_the_order_in_which_they_first_take_part() -> None:
    ids = [column.entity.id for column in layout_of(notes(), "remind-me").columns]
    assert ids == ["browser", "web", "database", "jobs", "worker", "mailer"]


def test_neighbours_in_one_domain_share_a_band_and_others_have_their_own() -> None:
    bands = layout_of(notes(), "remind-me").bands
    shared = {band.columns[0].entity.domain: [column.entity.id for column in band.columns] for band in bands}
    assert shared == {
        "internet": ["browser"],
        "front": ["web"],
        "data": ["database", "jobs"],
        "back": ["worker"],
        "mail-company": ["mailer"],
    }


def test_no_name_and_no_band_runs_into_the_next(layout: SequenceLayout) -> None:
    for left, right in zip(layout.columns, layout.columns[1:], strict=False):
        assert left.x + left.name.width / 2 < right.x - right.name.width / 2
    for one, other in zip(layout.bands, layout.bands[1:], strict=False):
        assert one.right < other.left
    assert all(band.title.width <= band.right - band.left for band in layout.bands)


def test_the_text_of_a_step_fits_between_its_two_lifelines(layout: SequenceLayout) -> None:
    x = {column.entity.id: column.x for column in layout.columns}
    for row in layout.rows:
        start, end = x[row.message.sender], x[row.message.receiver]
        widest = max(row.text.width, row.note.width)
        if row.is_loop:
            assert start + LOOP + 12 + widest <= layout.width + 0.01
        else:
            assert widest <= max(abs(end - start) - 2 * BADGE_ROOM, 80)


def test_many_entities_stay_narrow_enough_to_be_read() -> None:
    assert layout_of(long(70, 9), "long").width < 9 * 180


def test_a_step_backwards_over_an_interface_is_dashed_and_data_and_protocol_stand_below() -> None:
    rows = layout_of(notes(), "remind-me").rows
    assert [row.message.reply for row in rows] == [False, False, False, False, True, True, False]
    assert rows[0].message.note == "Note, Session · HTTPS [1]"
    assert rows[2].is_loop


def test_an_entity_that_nobody_declared_or_said_is_there_and_says_so() -> None:
    entities = {column.entity.name: column.entity for column in layout_of(hostile(), "attack").columns}
    assert entities["sender of step 4: not said"].undeclared


def test_sheets_for_print_have_each_step_once_under_repeated_names() -> None:
    sheets = sequence_sheets(long(70, 5), "long", most_height=900)
    assert len(sheets) > 2
    assert all(sheet.height <= 900 for sheet in sheets)
    assert all(sheet.svg.count('data-component="entity-0"') == 1 for sheet in sheets)
    numbers = [f'data-step="{at}"' for at in range(1, 71)]
    assert [sum(sheet.svg.count(number) for sheet in sheets) for number in numbers] == [1] * 70
    assert len({sheet.name for sheet in sheets}) == len(sheets)
    assert f"(1 of {len(sheets)})" in sheets[0].title


def test_what_fits_is_one_sheet_and_the_picture_itself() -> None:
    assert sequence_sheets(notes(), "remind-me", most_height=2000) == [sequence_diagram(notes(), "remind-me")]


def test_a_step_higher_than_a_sheet_has_one_of_its_own() -> None:
    assert len(sequence_sheets(long(6, 3), "long", most_height=100)) == 6


def test_a_use_case_without_steps_is_a_title() -> None:
    architecture = page([], [interface("1", "a", "b")], use_cases={"u": UseCase(id="u")})
    assert "Use case – U" in sequence_diagram(architecture, "u").svg
