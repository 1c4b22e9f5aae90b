"""A drawing takes its heading and the words about it with it, wherever a page ends."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bartizan.render.page.document import Block, Blocks, Code, Heading, ListOfBlocks, Paragraph, Word
from bartizan.render.page.drawings import drawing
from bartizan.render.page.plates import LEAD, Plate, Run, plates
from tests.render.page.filled import some_picture

HEADING = Heading("Store a secret", "use-case-store")
ABOUT = Paragraph((Word("A tenant stores a secret."),))
STEPS = Paragraph((Word("Steps."),))
LARGE = drawing(some_picture(size=(1900, 900)))
LONG = Paragraph((Word("word " * 300),))


def parts_of(*blocks: Block) -> list[tuple[Blocks, bool, bool]]:
    """Return of each part what it says, whether it is a plate, and whether it opens the section."""
    return [
        (part.lead if isinstance(part, Plate) else part.blocks, isinstance(part, Plate), part.opens)
        for part in plates(blocks)
    ]


def test_heading_and_description_go_with_the_drawing() -> None:
    assert parts_of(STEPS, HEADING, ABOUT, LARGE, STEPS) == [
        ((STEPS,), False, True),
        ((HEADING, ABOUT), True, False),
        ((STEPS,), False, False),
    ]


def test_the_heading_of_the_section_goes_with_a_drawing_that_opens_it() -> None:
    assert parts_of(HEADING, ABOUT, LARGE) == [((HEADING, ABOUT), True, True)]
    assert parts_of(LARGE) == [((), True, True)]


def test_a_long_description_does_not_travel() -> None:
    assert parts_of(HEADING, LONG, LARGE) == [((HEADING, LONG), False, True), ((), True, False)]


def test_a_list_of_many_short_entries_does_not_travel() -> None:
    entries = ListOfBlocks(((ABOUT,),) * (LEAD + 1))
    assert parts_of(HEADING, entries, LARGE)[0] == ((HEADING, entries), False, True)


def test_what_is_no_text_does_not_travel() -> None:
    code = Code("x")
    assert parts_of(HEADING, code, LARGE) == [((HEADING, code), False, True), ((), True, False)]


def test_text_without_a_heading_of_its_own_stays_where_it_is() -> None:
    assert parts_of(LARGE, STEPS, LARGE) == [
        ((), True, True),
        ((STEPS,), False, False),
        ((), True, False),
    ]


def test_a_section_without_anything_has_a_part_that_opens_it() -> None:
    assert parts_of() == [((), False, True)]


def test_the_parts_of_a_figure_are_printed_alike() -> None:
    first = drawing(some_picture("steps-1", size=(1397, 1100)), "steps")
    second = drawing(some_picture("steps-2", size=(1397, 326)), "steps")
    sizes = {part.size for part in plates((HEADING, first, second)) if isinstance(part, Plate)}
    assert len(sizes) == 1


@given(st.lists(st.sampled_from([HEADING, ABOUT, LONG, LARGE, Code("x")]), max_size=9))
def test_nothing_is_lost_and_everything_keeps_its_order(blocks: list[Block]) -> None:
    found = list(plates(tuple(blocks)))
    again: list[Block] = []
    for part in found:
        again += part.blocks if isinstance(part, Run) else (*part.lead, part.drawing)
    assert again == blocks
    assert [part.opens for part in found] == [True, *[False] * (len(found) - 1)]
