"""Long words can break, and stay the words they were."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bartizan.render.page.breaking import LONGEST_WORD, breakable, for_print


def test_a_short_word_is_left_alone() -> None:
    assert breakable("authentication of a component") == "authentication of a component"


def test_a_long_name_breaks_at_its_joints() -> None:
    assert breakable("keystone.middleware/auth_token:Factory").split("\u200b") == [
        "keystone.", "middleware/", "auth_", "token:", "Factory",
    ]  # fmt: skip


def test_a_word_without_joints_breaks_anyway() -> None:
    assert breakable("x" * 40).split("\u200b") == ["x" * 18, "x" * 18, "xxxx"]


def test_addresses_and_anchors_are_never_broken() -> None:
    address = "https://example.org/" + "a" * 60
    word = {"kind": "Word", "text": address, "link": address, "anchor": "component-" + "b" * 40}
    printed = for_print(word)
    assert printed["link"] == address
    assert printed["anchor"] == word["anchor"]
    assert printed["text"].replace("\u200b", "") == address


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=200), st.integers(4, 30))
def test_nothing_is_lost_and_nothing_is_too_long(text: str, longest: int) -> None:
    broken = breakable(text, longest)
    assert broken.replace("\u200b", "") == text
    assert all(len(piece) <= longest for piece in broken.replace("\u200b", " ").split())


@given(st.text(max_size=50))
def test_preparing_a_text_twice_changes_nothing_more(text: str) -> None:
    once = for_print(text)
    assert for_print(once) == once
    assert LONGEST_WORD > 10
