"""A reference to a footnote is text, and the markup around it stays markup."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.formats.prose.blocks import BulletList, Paragraph, Run, Style
from bartizan.formats.prose.prose import from_rst, is_clean, to_rst, tree
from bartizan.model.shapes import tidy_prose


@pytest.mark.parametrize("label", ["[1]", "[#talk]", "[#]", "[*]", "[RFC2119]"])
def test_the_markup_beside_a_footnote_is_kept(label: str) -> None:
    text = f"Two *words* and ``code``, as was said {label}_."

    assert to_rst(text) == f"Two *words* and ``code``, as was said {label}\\_."
    assert from_rst(to_rst(text)) == text
    assert is_clean(text) is False


def test_the_label_of_a_footnote_is_printed_with_the_style_around_it() -> None:
    assert tree("*Two* words [1]_.") == (Paragraph((Run("Two", Style.EMPHASIS), Run(" words [1]_."))),)
    assert isinstance(tree("- one [#talk]_\n- two")[0], BulletList)


@pytest.mark.parametrize(
    "text",
    [
        "``[1]_`` and [2]_",
        "Run::\n\n  a [1]_\n\nas in [2]_",
        r"DOMAIN\user [1]_",
        r"[1]_ and [2]\_",
        r"[1]\_",
        "*open [1]_",
        "`x [1]_ y`",
    ],
)
def test_what_else_is_in_the_text_is_shown_as_it_was_written(text: str) -> None:
    shown = "".join(run.text for block in tree(text) if isinstance(block, Paragraph) for run in block.runs)

    assert from_rst(to_rst(text)) == text
    assert "\\_" not in shown or "\\_" in text


@settings(max_examples=300)
@given(st.lists(st.sampled_from([*"[]_\\1#*` :\n-a", "[1]_", "``", "::\n\n  "]), max_size=14).map("".join))
def test_any_text_with_footnotes_comes_back(text: str) -> None:
    tidy = tidy_prose(text)

    if tidy is not None:
        assert from_rst(to_rst(tidy)) == tidy
