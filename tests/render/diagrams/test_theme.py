import pytest

from bartizan.render.diagrams.theme import COLOURS, MARKS, in_dark, presentation

GROUNDS = ("paper", "box", "people", "shade", "network-fill", "group-fill", "third-party-fill", "zebra")


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        *((text, ground) for text in ("text", "muted") for ground in GROUNDS),
        ("network-text", "network-fill"),
        ("group-text", "group-fill"),
        ("third-party-text", "third-party-fill"),
        ("badge-text", "badge"),
        ("hot", "paper"),
    ],
)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_text_can_be_read_on_every_ground_it_stands_on(text: str, ground: str, dark: bool) -> None:
    which = 1 if dark else 0
    assert contrast(COLOURS[text][which], COLOURS[ground][which]) >= 4.5


@pytest.mark.parametrize("line", ["ink", "line", "network", "third-party", "boundary", "group"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_lines_that_mean_something_stand_out_from_the_paper(line: str, dark: bool) -> None:
    which = 1 if dark else 0
    assert contrast(COLOURS[line][which], COLOURS["paper"][which]) >= 3


@pytest.mark.parametrize("line", ["faint-line", "lifeline", "administration"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_thin_lines_stand_out_from_every_ground_they_are_drawn_on(line: str, dark: bool) -> None:
    which = 1 if dark else 0
    for ground in ("paper", "network-fill", "group-fill", "third-party-fill", "zebra"):
        assert contrast(COLOURS[line][which], COLOURS[ground][which]) >= 3


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_the_ring_of_an_administration_path_stands_out_from_its_number_too(dark: bool) -> None:
    which = 1 if dark else 0
    assert contrast(COLOURS["administration"][which], COLOURS["badge"][which]) >= 3


def test_each_role_has_a_light_colour_of_its_own_so_that_the_dark_one_can_be_found() -> None:
    assert len({colour.light for colour in COLOURS.values()}) == len(COLOURS)


def test_the_dark_form_changes_colours_in_attributes_and_nothing_in_texts() -> None:
    light = '<rect fill="#ffffff" stroke="#1a2233"/><text> fill=&quot;#ffffff&quot;</text>'
    paper, ink = COLOURS["paper"].dark, COLOURS["ink"].dark
    assert in_dark(light) == f'<rect fill="{paper}" stroke="{ink}"/><text> fill=&quot;#ffffff&quot;</text>'


def test_of_two_marks_the_later_one_wins_both_as_attribute_and_in_the_style_sheet() -> None:
    assert presentation(("shaded", "open"))["fill"] == "none"
    order = list(MARKS)
    for winner in ("planned", "dashed", "flow-boundary", "open", "no-edge", "fine"):
        looks = {
            "box",
            "shaded",
            "people",
            "sheet",
            "edge",
            "network",
            "group",
            "third-party",
            "line",
            "thin",
        }
        beaten = {name for name in looks if set(MARKS[name]) & set(MARKS[winner])}
        assert all(order.index(name) < order.index(winner) for name in beaten)
