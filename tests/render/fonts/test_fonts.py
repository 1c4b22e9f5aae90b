from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from bartizan.render.fonts import FOLDER, INTER

FILES = sorted(FOLDER.glob("*.ttf"))


def test_the_fonts_are_small_enough_to_travel_with_the_package() -> None:
    assert sum(file.stat().st_size for file in FILES) < 3_000_000


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_font_says_where_it_is_from_and_has_its_licence_beside_it(file: Path) -> None:
    family = file.name.split("-")[0]
    assert family in (FOLDER / "SOURCES.md").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE" in (FOLDER / f"OFL-{family}.txt").read_text(encoding="utf-8").upper()


def test_the_weights_of_the_diagrams_are_those_that_the_files_have() -> None:
    for weight, file in INTER.items():
        with TTFont(file, lazy=True) as font:
            assert font["OS/2"].usWeightClass == weight


def test_no_ligature_turns_written_text_into_something_else() -> None:
    with TTFont(INTER[400], lazy=True) as font:
        features = (
            {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
            if "GSUB" in font
            else set()
        )
    assert not features & {"calt", "liga", "dlig"}
