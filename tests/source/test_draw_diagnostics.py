"""Diagnostics as a person sees them."""

from __future__ import annotations

import random
from textwrap import dedent

from hypothesis import given
from hypothesis import strategies as st

from bartizan.source.diagnostic import Diagnostic, Label, Severity
from bartizan.source.draw_diagnostics import draw, draw_all, in_file_order
from bartizan.source.terminal_cells import cells_of
from bartizan.source.text import Source, Span

PAGE = Source(
    "architecture.yaml",
    """\
format: 1
service: Barbican
# The parts.


components:
  worker: {technology: Python}
  api-process: {name: API process, domain: control-plane}

# Who connects to whom.
interfaces:
  1:
    requestor: worker
    listener: api-procces
""",
)


def label(source: Source, words: str, text: str = "") -> Label:
    start = source.text.index(words)
    return Label(Span(source, start, start + len(words)), text)


def drawn(diagnostic: Diagnostic) -> str:
    return "\n" + draw(diagnostic)


def expected(text: str) -> str:
    return "\n" + dedent(text).lstrip("\n")


NO_SUCH_COMPONENT = Diagnostic(
    "no-such-component",
    "the listener of interface `1` is not a component",
    label(PAGE, "api-procces", "no component is called `api-procces`"),
    help=("did you mean `api-process`?",),
)


def test_one_place_is_drawn_as_the_design_shows_it() -> None:
    assert drawn(NO_SUCH_COMPONENT) == expected("""
        error[no-such-component]: the listener of interface `1` is not a component
          --> architecture.yaml:14:15
           |
        14 |     listener: api-procces
           |               ^^^^^^^^^^^ no component is called `api-procces`
           = help: did you mean `api-process`?
           = more: bartizan explain no-such-component
    """)


def test_a_place_further_away_is_drawn_below_with_its_line() -> None:
    similar = Diagnostic(
        NO_SUCH_COMPONENT.name,
        NO_SUCH_COMPONENT.message,
        NO_SUCH_COMPONENT.at,
        (label(PAGE, "api-process", "this one has a similar name"),),
        NO_SUCH_COMPONENT.help,
    )

    assert drawn(similar) == expected("""
        error[no-such-component]: the listener of interface `1` is not a component
          --> architecture.yaml:14:15
           |
        14 |     listener: api-procces
           |               ^^^^^^^^^^^ no component is called `api-procces`
          ::: architecture.yaml:8:3
           |
         8 |   api-process: {name: API process, domain: control-plane}
           |   ----------- this one has a similar name
           |
           = help: did you mean `api-process`?
           = more: bartizan explain no-such-component
    """)


def test_two_places_near_each_other_are_drawn_together() -> None:
    source = Source("page.yaml", "a: 1\nb: 2\na: 3\n")
    last = Span(source, 10, 11)

    assert drawn(
        Diagnostic(
            "duplicate-key", "`a` is written twice", Label(last, "again"), (label(source, "a", "first"),)
        )
    ) == expected("""
        error[duplicate-key]: `a` is written twice
         --> page.yaml:3:1
          |
        1 | a: 1
          | - first
        2 | b: 2
        3 | a: 3
          | ^ again
          = more: bartizan explain duplicate-key
    """)


def test_two_places_on_one_line_have_a_pointer_each() -> None:
    source = Source("page.yaml", "a: [b}\n")

    assert drawn(
        Diagnostic(
            "wrong-bracket", "no", label(source, "}", "not this"), (label(source, "[", "opened here"),)
        )
    ) == expected("""
        error[wrong-bracket]: no
         --> page.yaml:1:6
          |
        1 | a: [b}
          |      ^ not this
          |    - opened here
          = more: bartizan explain wrong-bracket
    """)


def test_a_place_in_another_file_names_it() -> None:
    other = Source("bartizan.toml", "preset = 'openstack'\r\n")
    warning = Diagnostic(
        "x", "they differ", label(PAGE, "Barbican"), (label(other, "preset"),), severity=Severity.WARNING
    )

    assert drawn(warning) == expected("""
        warning[x]: they differ
         --> architecture.yaml:2:10
          |
        2 | service: Barbican
          |          ^^^^^^^^
         ::: bartizan.toml:1:1
          |
        1 | preset = 'openstack'
          | ------
          |
          = more: bartizan explain x
    """)


def test_what_is_about_a_file_as_a_whole_has_no_drawing() -> None:
    assert drawn(Diagnostic("no-such-file", "there is no file `x`", help=("check the path",))) == expected("""
        error[no-such-file]: there is no file `x`
          = help: check the path
          = more: bartizan explain no-such-file
    """)


def test_a_short_place_over_several_lines_is_shown_whole_and_a_long_one_at_both_ends() -> None:
    source = Source("page.yaml", "a: |\n  one\n\n  two\nb: |\n" + "  more\n" * 8)
    short = Span(source, 3, 17)
    long = Span(source, source.text.index("|", 5), len(source.text))

    assert drawn(Diagnostic("x", "two texts", Label(short, "short"), (Label(long, "long"),))) == expected("""
        error[x]: two texts
          --> page.yaml:1:4
           |
         1 | a: |
           |    ^
         2 |   one
           |   ^^^
         3 |
         4 |   two
           |   ^^^ short
         5 | b: |
           |    -
         6 |   more
           |   ----
        ...
        13 |   more
           |   ---- long
           = more: bartizan explain x
    """)


def test_the_pointer_stands_under_wide_characters_tabs_and_accents() -> None:
    source = Source("page.yaml", "a: 日本語 👨\u200d👩\u200d👧 e\u0301 bad\r\nb:\tworse\r\n")

    assert drawn(Diagnostic("x", "y", label(source, "bad"), (label(source, "worse"),))) == expected("""
        error[x]: y
         --> page.yaml:1:17
          |
        1 | a: 日本語 👨\u200d👩\u200d👧 e\u0301 bad
          |                ^^^
        2 | b:  worse
          |     -----
          = more: bartizan explain x
    """)


def test_what_a_terminal_would_obey_is_made_visible_wherever_it_comes_from() -> None:
    source = Source("pa\x1bge.yaml", "a: \x1b[31mred\u202e bad\n")
    text = draw(
        Diagnostic("x", "a\x1b]0;b\nc", label(source, "bad", "d\x07"), help=("e\x9b", "f\ng\x1b")),
        colour=False,
    )

    assert "\x1b" not in text
    assert "\x9b" not in text
    assert text == dedent("""\
        error[x]: a␛]0;b␊c
         --> pa␛ge.yaml:1:14
          |
        1 | a: ␛[31mred<U+202E> bad
          |                     ^^^ d␇
          = help: e<U+009B>
          = help: f
                  g␛
          = more: bartizan explain x
    """)


def test_of_a_very_long_line_the_part_around_the_place_is_shown() -> None:
    source = Source("page.yaml", "first: " + "word " * 60 + "HERE " + "more " * 100_000 + "LAST")
    text = draw(Diagnostic("x", "y", label(source, "HERE", "this"), (label(source, "LAST", "and that"),)))
    rows = text.splitlines()

    assert all(len(row) < 120 for row in rows)
    assert rows[3].startswith("1 | …")
    assert rows[3].endswith("…")
    assert rows[4].endswith("^^^^ this")
    assert rows[3][rows[4].index("^") :].startswith("HERE more")
    assert rows[5].endswith("more LAST")
    assert rows[6].endswith("---- and that")


def test_a_place_longer_than_what_is_shown_is_marked_as_far_as_it_is_seen() -> None:
    source = Source("page.yaml", "a: " + "日" * 500)
    rows = draw(Diagnostic("x", "y", Label(Span(source, 3, 503), "all of it"))).splitlines()

    assert rows[3].endswith("…")
    assert rows[4].count("^") == 2 * rows[3].count("日")


def test_the_end_of_a_text_can_be_pointed_at_with_and_without_a_final_line_end() -> None:
    for text, row in (("a: b", "  |     ^ here"), ("a: b\n", "  | ^ here"), ("", "  | ^ here")):
        source = Source("page.yaml", text)
        end = Span(source, len(text), len(text))
        assert draw(Diagnostic("x", "y", Label(end, "here"))).splitlines()[4] == row


def test_colour_adds_nothing_but_colour() -> None:
    coloured = draw(NO_SUCH_COMPONENT, colour=True)
    plain = coloured
    for code in ("1;31", "1;34", "1", "0"):
        plain = plain.replace(f"\x1b[{code}m", "")

    assert coloured != plain
    assert plain == draw(NO_SUCH_COMPONENT)


def test_all_are_drawn_in_file_order_with_an_empty_line_between_and_none_twice() -> None:
    places = [Diagnostic("x", "y", Label(Span(PAGE, start, start + 1))) for start in (40, 3, 20)]
    other = Diagnostic("x", "y", label(Source("a.yaml", "b"), "b"))
    nowhere = Diagnostic("no-such-file", "there is no file")
    found = [*places, other, nowhere, places[0]]

    ordered = in_file_order(found)
    assert ordered == [nowhere, other, places[1], places[2], places[0]]
    for seed in range(5):
        shuffled = found[:]
        random.Random(seed).shuffle(shuffled)  # noqa: S311 - the same each time
        assert in_file_order(shuffled) == ordered
    assert draw_all(found) == "\n".join(draw(one) for one in ordered)
    assert draw_all([]) == ""


LINES = st.text(alphabet=st.sampled_from("ab \t日😀\u0301\u200d\ufe0f\x1b\u202e\x00é가"), max_size=200)


@given(LINES, st.data())
def test_a_pointer_is_as_wide_as_what_it_points_at_and_starts_below_it(
    line: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    source = Source("x", line)
    rows = draw(Diagnostic("x", "y", Label(Span(source, start, end)))).split("\n")
    cells = [width for _, width in cells_of(line)]

    pointer = rows[4][4:]
    if sum(cells) <= 110:
        assert len(pointer) - len(pointer.lstrip(" ")) == sum(cells[:start])
        assert pointer.count("^") == max(sum(cells[start:end]), 1)
    assert pointer.strip(" ").strip("^") == ""


@given(st.text(max_size=300), st.data())
def test_any_place_in_any_text_can_be_drawn(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    drawing = draw(Diagnostic("x", text, Label(Span(Source(text, text), start, end), text), help=(text,)))

    assert drawing.endswith("\n")
    assert "^" in drawing
