"""Data for the script is JSON that no text in it can end."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bartizan.render.report.for_script import data_block
from tests.render.report.reports import SHOP, data_of, promises_of, report


@pytest.mark.parametrize(
    "text",
    [
        "</script>",
        "</SCRIPT >",
        "<!--<script>",
        "]]>",
        "\u2028\u2029",
        "&lt;",
        "\ud800",
        '"\\',
        "</scr\x00ipt>",
    ],
)
def test_no_text_ends_the_block(text: str) -> None:
    block = data_block({text: [text]})
    inside = re.fullmatch(r'<script type="application/json" id="data">(.*)</script>', block, re.DOTALL)
    assert inside
    assert "<" not in inside[1]
    assert json.loads(inside[1]) == {text: [text]}
    block.encode()


@given(st.text())
def test_any_text_comes_out_as_it_went_in(text: str) -> None:
    block = data_block([text])
    assert json.loads(block[block.index(">") + 1 : block.rindex("<")]) == [text]


def test_it_says_of_each_threat_by_what_it_is_found() -> None:
    promises = promises_of(SHOP)
    data = data_of(report(SHOP))
    for threat in promises.threats:
        certain, letter, about, whom, path = data["threats"][f"threat-{threat.id}"]
        assert bool(certain) == bool(threat.certain_for)
        assert letter == (threat.instance.rule.stride or "?")[0].upper()
        assert len(whom) == len(threat.certain_for) + len(threat.open_for)
        assert set(about) <= set(data["shown"])
        assert all(0 <= each < len(data["drawn"]) for each in path)


def test_what_falls_for_certain_is_not_marked_as_open_too() -> None:
    for certain, open_ in data_of(report(SHOP))["ifs"].values():
        assert not set(certain) & set(open_)


def test_something_is_marked() -> None:
    assert any(certain for certain, _open in data_of(report(SHOP))["ifs"].values())
    assert any(open_ for _certain, open_ in data_of(report(SHOP))["ifs"].values())
