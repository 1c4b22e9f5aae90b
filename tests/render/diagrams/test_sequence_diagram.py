import re
from itertools import combinations, pairwise

import pytest

from bartizan.model.architecture import Architecture
from bartizan.model.step import Step
from bartizan.model.trust_domain import TrustDomain
from bartizan.model.use_case import UseCase
from bartizan.render.diagrams.geometry import number
from bartizan.render.diagrams.label import BADGE
from bartizan.render.diagrams.sequence_diagram import sequence_diagram, sequence_sheets
from bartizan.render.diagrams.sequence_layout import (
    BADGE_ROOM,
    LOOP,
    SPREAD,
    SequenceLayout,
    laid_out_sequence,
)
from bartizan.render.diagrams.sequence_scene import sequence_scene
from tests.render.diagrams.made_up import carries, component, hostile, interface, notes, page


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
    shared = {band.group.id: [column.entity.id for column in band.columns] for band in bands}
    assert shared == {
        "internet": ["browser"],
        "cloud": ["web", "database", "jobs", "worker"],
        "front": ["web"],
        "data": ["database", "jobs"],
        "back": ["worker"],
        "mail-company": ["mailer"],
    }


def test_no_name_and_no_band_runs_into_the_next(layout: SequenceLayout) -> None:
    for left, right in zip(layout.columns, layout.columns[1:], strict=False):
        assert left.x + left.name.width / 2 < right.x - right.name.width / 2
    for one, other in combinations(layout.bands, 2):
        assert (
            one.right < other.left
            or other.right < one.left
            or one.bottom < other.top
            or other.bottom < one.top
        )
    assert all(band.title.width <= band.right - band.left for band in layout.bands)
    assert all(band.title.height <= band.height for band in layout.bands)


def test_the_text_of_a_step_fits_between_its_two_lifelines_or_spreads_inside_the_picture(
    layout: SequenceLayout,
) -> None:
    x = {column.entity.id: column.x for column in layout.columns}
    for row in layout.rows:
        start, end = x[row.message.sender], x[row.message.receiver]
        widest = max(row.text.width, row.note.width)
        if row.is_loop:
            assert start + LOOP + 12 + widest <= layout.width + 0.01
        else:
            assert row.note.width <= max(abs(end - start) - 2 * BADGE_ROOM, 80)
            middle = (start + end) / 2
            assert row.text.width / 2 <= min(middle, layout.width - middle)
            assert row.text.width <= max(SPREAD * (abs(end - start) - 2 * BADGE_ROOM), 80)


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


def scattered() -> Architecture:
    """A domain whose members take part in turn with others, and one around it."""
    parts = [component("user", "office"), component("api", "front"), component("mail", "outside"),
             component("web", "front"), component("store", "cloud")]  # fmt: skip
    domains = [
        TrustDomain(id="front", inside="cloud", name="A front network of a considerable length of name"),
        TrustDomain(id="cloud"),
    ]
    ways = [("user", "api"), ("api", "mail"), ("mail", "store"), ("api", "web")]
    steps = tuple(Step(sender=a, receiver=b, text="asks", interface="1") for a, b in ways)
    return page(
        parts, [interface("1", "user", "api")], domains, use_cases={"u": UseCase(id="u", steps=steps)}
    )


def test_members_of_a_trust_domain_stand_beside_each_other_and_so_do_those_of_the_one_around_it() -> None:
    ids = [column.entity.id for column in layout_of(scattered(), "u").columns]
    assert ids == ["user", "api", "web", "store", "mail"]


def test_no_trust_domain_has_two_bands_and_an_outer_one_spans_those_in_it() -> None:
    bands = layout_of(scattered(), "u").bands
    assert sorted(band.group.id for band in bands) == ["cloud", "front", "office", "outside"]
    cloud, front = (next(band for band in bands if band.group.id == id_) for id_ in ("cloud", "front"))
    assert cloud.bottom < front.top
    assert cloud.left <= front.left
    assert front.right <= cloud.right


def test_the_title_of_a_band_is_whole() -> None:
    titles = {band.group.id: band.title for band in layout_of(scattered(), "u").bands}
    words = " ".join(line.text for line in titles["front"].lines)
    assert words == "A front network of a considerable length of name"


def test_a_lifeline_begins_below_the_bands_of_its_entity() -> None:
    layout = layout_of(scattered(), "u")
    svg = sequence_diagram(scattered(), "u").plain_svg
    starts = {re.search(rf"M{number(column.x)} ([0-9.]+)V", svg) for column in layout.columns}
    assert len({match[1] for match in starts if match}) == 2


def wordy(names: int, protocol: tuple[str, ...]) -> SequenceLayout:
    assets = tuple(f"National patient identifier {at}" for at in range(names))
    step = Step(sender="a", receiver="b", text="x", interface="1", carries=carries(*assets))
    architecture = page([component("a"), component("b")], [interface("1", "a", "b", protocol=protocol)],
                        use_cases={"u": UseCase(id="u", steps=(step,))})  # fmt: skip
    return layout_of(architecture, "u")


def test_a_long_list_of_data_leaves_protocol_and_number_of_the_interface_on_the_picture() -> None:
    lines = [line.text for line in wordy(30, ("HTTPS", "mutual TLS", "SAML 2.0")).rows[0].note.lines]
    assert lines[-1].endswith("[1]")
    assert "HTTPS" in " ".join(lines)
    assert any(line.endswith("more") for line in lines)


@pytest.mark.parametrize("names", range(1, 9))
def test_the_number_of_an_interface_never_stands_alone_and_no_dot_dangles(names: int) -> None:
    for protocol in (
        ("HTTPS",),
        ("HTTPS", "mutual TLS"),
        ("Supercalifragilistic", "mutual TLS", "SAML 2.0 x"),
    ):
        for line in wordy(names, protocol).rows[0].note.lines:
            assert line.text != "[1]"
            assert not line.text.endswith("·")
            assert not line.text.startswith("·")


def test_the_number_of_a_step_does_not_look_like_that_of_an_interface() -> None:
    svg = sequence_diagram(notes(), "remind-me").svg
    assert "bz-badge-step" in svg
    assert 'bz-badge"' not in svg


def test_a_sequence_diagram_says_what_dashes_bands_and_brackets_mean() -> None:
    svg = sequence_diagram(notes(), "remind-me").svg
    for words in ("answer", "trust domain: network", "number of the interface", "step"):
        assert f">{words}</text>" in svg


def test_a_long_text_spreads_into_the_blank_space_beside_its_column() -> None:
    names = [f"entity-{at}" for at in range(9)]
    text = "is a mass renewal of all that we have allowed now, outside of the maintenance window of the operator?"
    steps = [Step(sender=one, receiver=other, text="x") for one, other in pairwise(names)]
    steps.append(Step(sender=names[3], receiver=names[4], text=text))
    architecture = page(
        [component(name) for name in names], [], use_cases={"u": UseCase(id="u", steps=tuple(steps))}
    )
    row = layout_of(architecture, "u").rows[-1]
    assert len(row.text.lines) <= 5
    assert row.text.width > 110
    assert row.arrow - row.text.height >= 24 - BADGE / 2 + 3
    assert " ".join(line.text for line in row.text.lines) == text


def test_each_sheet_is_described_by_its_own_steps() -> None:
    sheets = sequence_sheets(long(70, 5), "long", most_height=900)
    assert len({sheet.description for sheet in sheets}) == len(sheets)
    assert sheets[0].description.startswith("Steps 1 to ")
    assert " of 70 of the diagram Use case – Long." in sheets[0].description
    assert ". 1: " in sheets[0].description
    assert ". 1: " not in sheets[1].description


def test_sheets_hold_about_the_same_instead_of_one_being_left_nearly_empty() -> None:
    heights = [sheet.height for sheet in sequence_sheets(long(62, 5), "long", most_height=900)]
    assert min(heights) > 0.75 * max(heights)
