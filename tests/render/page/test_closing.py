"""Open gaps stand at the end: what is asked, where it is missing, and how to say it."""

from __future__ import annotations

import json

from bartizan.render.page.document import Table, Tone, as_json
from bartizan.rules.readiness.gap import Gap, Weight
from tests.model.pages import FIRST_PAGE, page
from tests.render.page.contents import content_of, section, words_in, words_of


def test_open_gaps_stand_at_the_end_and_waived_ones_are_counted() -> None:
    def gap(rule: str, weight: Weight, *, waived: bool = False) -> Gap:
        waiver = page(FIRST_PAGE + "waivers: [{gap: x, because: y}]\n").architecture.waivers[0]
        return Gap(
            element="1", path=("interfaces", "1"), message=f"{rule} is open", rule=rule, weight=weight,
            waived=waiver if waived else None,
        )  # fmt: skip

    gaps = (
        gap("a", Weight.ADVICE),
        gap("b", Weight.BLOCKING),
        gap("c", Weight.BLOCKING, waived=True),
    )
    content = content_of(FIRST_PAGE, gaps=gaps)
    said, table = section(content, "open-gaps")
    assert content.sections[-1].anchor == "open-gaps"
    assert words_of(said) == "Open gaps blocking the review: 1; advice: 1; waived: 1."
    assert isinstance(table, Table)
    assert [words_of(row.cells[0]) for row in table.rows] == ["b", "a"]
    assert "#interface-1" in json.dumps(as_json(table))


def test_gaps_of_one_rule_share_a_row_that_names_every_element() -> None:
    gaps = tuple(
        Gap(
            element=id_, path=("interfaces", id_), message=f"{id_} is open", rule="asset-not-placed", weight=Weight.BLOCKING,
        )
        for id_ in ("1", "2")
    )  # fmt: skip
    _, table = section(content_of(FIRST_PAGE, gaps=gaps), "open-gaps")
    assert isinstance(table, Table)
    (row,) = table.rows
    assert "1" in words_of(row.cells[2])
    assert "2" in words_of(row.cells[2])
    assert words_of(row.cells[3]).startswith(
        "Each data asset says where it is persisted, or that it is nowhere"
    )


def test_a_gap_tells_what_is_asked_and_what_is_missing_with_code_as_code() -> None:
    gap = Gap(
        element="note", path=("data-assets", "note"), message="data asset `note` is nowhere", rule="asset-not-placed",
        weight=Weight.ADVICE,
    )  # fmt: skip
    _, table = section(content_of(FIRST_PAGE, gaps=(gap,)), "open-gaps")
    assert isinstance(table, Table)
    assert table.columns[3].title == "What is asked"
    assert words_of(table.rows[0].cells[3]).endswith("Data asset  note  is nowhere")
    assert ("note", Tone.CODE.value) in [(word["text"], word["tone"]) for word in words_in(as_json(table))]


def test_many_gaps_of_one_rule_name_their_interfaces_as_a_run() -> None:
    gaps = tuple(
        Gap(
            element=each, path=("interfaces", each), message=f"{each} is open", rule="a", weight=Weight.ADVICE
        )
        for each in ("1", "2")
    )
    _, table = section(content_of(FIRST_PAGE, gaps=gaps), "open-gaps")
    assert isinstance(table, Table)
    assert words_of(table.rows[0].cells[2]) == "interfaces  1 ,  2"
