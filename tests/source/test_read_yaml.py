"""YAML is read into nodes that know where they were written, and what is wrong with it is said all at once."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import pairwise

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.source.nodes import Mapping, Node, Scalar, Sequence, node_at, place_of
from bartizan.source.plain import Plain, to_plain
from bartizan.source.read_yaml import Limits, Parsed, read_yaml
from bartizan.source.text import Source

PAGE = """\
# A page.
format: 1
service: Notes   # its name
components:
  browser: {kind: person, domain: internet}
  web: {technology: "Python", domain: cloud, instances: many, in-scope: no}
users:
- End users
- 'Operators: two of them'
purpose: |
  Stores notes.

  Finds them again.
data-assets:
  note:
    persisted: &db database
    version: 1.10
    since: 08:30
  copy: {persisted: *db}
nothing:
"""


def read(text: str, **limits: int) -> Parsed:
    return read_yaml(Source("page.yaml", text), Limits(**limits))


def said(text: str) -> list[tuple[str, int, int]]:
    return [(one.name, one.at.span.line, one.at.span.column) for one in read(text).diagnostics if one.at]


def plain(text: str) -> Plain:
    parsed = read(text)
    assert parsed.diagnostics == ()
    assert parsed.root is not None
    return to_plain(parsed.root)


def every_node(node: Node) -> Iterator[Node]:
    yield node
    if isinstance(node, Mapping):
        for entry in node.entries:
            yield entry.key
            yield from every_node(entry.value)
    elif isinstance(node, Sequence):
        for one in node.items:
            yield from every_node(one)


# ---- what a text says --------------------------------------------------------------------------------------


def test_scalars_are_the_text_that_was_written() -> None:
    root = read(PAGE).root
    assert root is not None

    written = {
        ("format",): "1",
        ("components", "web", "in-scope"): "no",
        ("components", "web", "technology"): "Python",
        ("users", 1): "Operators: two of them",
        ("purpose",): "Stores notes.\n\nFinds them again.\n",
        ("data-assets", "note", "version"): "1.10",
        ("data-assets", "note", "since"): "08:30",
        ("data-assets", "copy", "persisted"): "database",
    }
    for path, text in written.items():
        node = node_at(root, path)
        assert isinstance(node, Scalar)
        assert node.text == text


def test_each_value_knows_where_it_stands_quotes_included() -> None:
    root = read(PAGE).root
    assert root is not None

    assert place_of(root, ("components", "web", "technology")).text == '"Python"'
    assert str(place_of(root, ("users", 1))) == "page.yaml:9:3"
    assert place_of(root, ("purpose",)).text == "|\n  Stores notes.\n\n  Finds them again."
    assert place_of(root, ("data-assets", "note", "persisted")).text == "database"
    assert place_of(root, ("data-assets", "copy", "persisted")).text == "*db"
    assert place_of(root, ("components", "web")).text == "web"


def test_a_list_or_mapping_ends_with_its_last_value_and_not_with_the_comment_behind() -> None:
    root = read("a:\n  b: 1\n  # a comment\n\nc: [x]  # another\n# the end\n").root
    assert isinstance(root, Mapping)

    assert root.span.text == "a:\n  b: 1\n  # a comment\n\nc: [x]"
    inner = root.get("a")
    assert inner is not None
    assert inner.span.text == "b: 1"


def test_a_value_that_was_left_out_stands_behind_its_colon_or_dash() -> None:
    root = read("a:   # nothing\nb: {c: , d}\ne:\n  -\n").root
    assert root is not None

    places = [place_of(root, path) for path in (("a",), ("b", "c"), ("b", "d"), ("e", 0))]
    nodes = [node_at(root, path) for path in (("a",), ("b", "c"), ("b", "d"), ("e", 0))]
    assert all(isinstance(node, Scalar) and node.is_null for node in nodes)
    assert [node.span.start for node in nodes if node] == [2, 21, 25, 33]
    assert [span.text for span in places[:3]] == ["a", "c", "d"]


def test_a_quoted_word_is_never_nothing() -> None:
    root = read('[~, null, \'~\', "null", "", nothing]').root
    assert isinstance(root, Sequence)

    assert [isinstance(one, Scalar) and one.is_null for one in root.items] == [
        True,
        True,
        False,
        False,
        False,
        False,
    ]


def test_line_ends_and_wide_characters_do_not_shift_places() -> None:
    text = "eins: 日本語\r\nzwei: 😀 ende\r\ndrei: x"
    root = read(text).root
    assert root is not None

    assert place_of(root, ("drei",)).start == text.index("x", 20)
    assert str(place_of(root, ("drei",))) == "page.yaml:3:7"


def test_an_alias_is_the_value_it_stands_for_in_its_own_place() -> None:
    root = read("a: &x {b: [1, 2]}\nc: *x\n").root
    assert isinstance(root, Mapping)

    assert to_plain(root) == {"a": {"b": ["1", "2"]}, "c": {"b": ["1", "2"]}}
    again = root.get("c")
    assert again is not None
    assert again.span.text == "*x"


def test_comments_documents_marks_and_a_known_directive_do_no_harm() -> None:
    assert plain("%YAML 1.2\n--- # page\na: b\n...\n# end\n") == {"a": "b"}


def test_a_text_or_a_list_may_be_the_whole_document() -> None:
    assert plain("just text") == "just text"
    assert plain("- a\n- b") == ["a", "b"]


# ---- what is refused ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [("empty-file", 1, 1)]),
        ("\n# nothing\n", [("empty-file", 1, 1)]),
        ("a: !!python/object x", [("yaml-tag", 1, 4)]),
        ("a: ! x", [("yaml-tag", 1, 4)]),
        ("a: &x !t {b: c}", [("yaml-tag", 1, 7)]),
        ("a: &x {b: c}\nd: {<<: *x}", [("merge-key", 2, 5)]),
        ('a: 1\nb: 2\na: 3\n"a": 4', [("duplicate-key", 3, 1), ("duplicate-key", 4, 1)]),
        ("{a: b}: c", [("complex-key", 1, 1)]),
        ("? [a]\n: c", [("complex-key", 1, 3)]),
        ("a: &x y\n*x : c", [("complex-key", 2, 1)]),
        ("a: *x", [("no-such-anchor", 1, 4)]),
        ("a: &x [*x]", [("alias-inside-itself", 1, 8)]),
        ("a: 1\n---\nb: 2", [("several-documents", 2, 1)]),
        ("%TAG ! x\n%FOO\n---\na: b", [("yaml-directive", 1, 1), ("yaml-directive", 2, 1)]),
        ("a: \x07b", [("control-character", 1, 4)]),
        ("a: b # \u2028evil: yes", [("control-character", 1, 8)]),
        ("a: b\ufeff", [("control-character", 1, 5)]),
    ],
)
def test_what_makes_yaml_dangerous_is_refused_where_it_stands(
    text: str, expected: list[tuple[str, int, int]]
) -> None:
    assert said(text) == expected
    # Without its tag a value is there all the same; of everything else something is left out.
    assert read(text).complete == (expected[0][0] == "yaml-tag")


def test_both_places_of_a_duplicate_are_shown() -> None:
    (found,) = read("a: 1\nb: 2\na: 3\n").diagnostics

    assert [str(label.span) for label in found.also] == ["page.yaml:1:1"]


def test_the_name_of_an_anchor_that_was_meant_is_suggested() -> None:
    (found,) = read("a: &database x\nb: *databse\n").diagnostics

    assert found.help == ("did you mean `*database`?",)


def test_what_a_line_separator_hides_in_a_comment_does_not_become_a_value() -> None:
    root = read("a: b # \u2028evil: yes").root
    assert root is not None

    assert to_plain(root) == {"a": "b"}


# ---- syntax errors -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b: c\n", [("unquoted-colon", 1, 5)]),
        ("a: {b: c: d}\n", [("unquoted-colon", 1, 9)]),
        ("a: some\n   text\n   note: more\n", [("unquoted-colon", 3, 8)]),
        ("a:\n\tb: c\n", [("tab-indentation", 2, 1)]),
        ("a: |\n\ttext\n", [("tab-indentation", 2, 1)]),
        ('a: "b\nc: d\n', [("unclosed-quote", 1, 4)]),
        ('a: "b\nc: "d"\n', [("unclosed-quote", 1, 4)]),
        ("a: 'it's'\n", [("text-behind-value", 1, 8)]),
        ("a: [b, c\nd: e\n", [("unclosed-bracket", 1, 4)]),
        ("a: [b}\n", [("wrong-bracket", 1, 6)]),
        ("a: ]\n", [("wrong-bracket", 1, 4)]),
        ("a: {b: c d: e}\n", [("missing-comma", 1, 11)]),
        ("a: {b: c,\n    d: e\n    f: g}\n", [("missing-comma", 2, 9)]),
        ("a: {b:, c: d}\n", [("missing-space", 1, 6)]),
        ("a: [b, , c]\n", [("missing-value", 1, 8)]),
        ("a: 1\nb\nc: 3\n", [("missing-colon", 2, 1)]),
        ("a:b\nc: d\n", [("missing-colon", 1, 1)]),
        ("a:\n  b\n  c: d\n", [("missing-colon", 2, 3)]),
        ("a: 1\n  b: 2\n", [("bad-indentation", 2, 3)]),
        ("a:\n    b: 1\n  c: 2\n", [("bad-indentation", 3, 3)]),
        ("a: |\n    b\n  c\nd: e\n", [("bad-indentation", 3, 3)]),
        ("a: b\n- c\n", [("bad-indentation", 2, 1)]),
        ("- a\nb: c\n", [("bad-indentation", 2, 1)]),
        ("a: - b\n", [("misplaced-dash", 1, 4)]),
        ("a: @b\n", [("reserved-character", 1, 4)]),
        ("a: *.example.org\n", [("reserved-character", 1, 4)]),
        ('a: "\\d"\n', [("bad-escape", 1, 5)]),
        ("a: |b\n  c\n", [("bad-block-text", 1, 5)]),
        (": b\n", [("missing-key", 1, 1)]),
        ("a: b\n...\nc: d\n", [("several-documents", 3, 1)]),
    ],
)
def test_a_syntax_error_is_found_where_a_person_would_look_for_it(
    text: str, expected: list[tuple[str, int, int]]
) -> None:
    assert said(text) == expected


def test_what_can_be_kept_of_a_broken_text_is_kept() -> None:
    parsed = read("a: 1\nb: {c: d, e: f\ng: x: y\nh: [i]\n")

    assert [one.name for one in parsed.diagnostics] == ["unclosed-bracket", "unquoted-colon"]
    assert parsed.root is not None
    assert to_plain(parsed.root) == {"a": "1", "b": None, "g": None, "h": ["i"]}
    assert not parsed.complete


def test_many_syntax_errors_and_other_problems_are_all_found_at_once_in_file_order() -> None:
    text = "".join(f"k{number}: v: w\n" for number in range(10)) + "k0: again\nt: !x y\n"

    assert [name for name, _, _ in said(text)] == ["unquoted-colon"] * 10 + ["duplicate-key", "yaml-tag"]


def test_the_words_of_the_parser_are_never_shown() -> None:
    for text in ("a: b: c", "a: [", 'a: "', "\t", "a: @", "a\nb: c", "%", "a: {b: [c}", "- a\nb: c", "!<"):
        for one in read(text).diagnostics:
            words = " ".join([one.message, *one.help, one.at.text if one.at else ""])
            for theirs in ("mapping values", "simple key", "flow", "scalar", "token", "expected <", "stream"):
                assert theirs not in words


# ---- bounds ------------------------------------------------------------------------------------------------


def test_nesting_is_bounded() -> None:
    assert [one.name for one in read("[" * 100_000).diagnostics] == ["nested-too-deep"]
    assert read("[" * 20 + "x" + "]" * 20, depth=20).diagnostics == ()
    assert [one.name for one in read("[" * 21 + "x" + "]" * 21, depth=20).diagnostics] == ["nested-too-deep"]


def test_nesting_that_only_aliases_make_is_bounded_too() -> None:
    lines = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [*a{n - 1}]" for n in range(1, 100)]

    assert "nested-too-deep" in [one.name for one in read("\n".join(lines)).diagnostics]


@pytest.mark.parametrize("value", ["x", "''"], ids=["by their length", "by their number"])
def test_aliases_count_as_much_as_what_they_stand_for(value: str) -> None:
    tenfold = [f"a: &a [{','.join([value] * 10)}]"]
    tenfold += [f"{new}: &{new} [{','.join([f'*{old}'] * 10)}]" for old, new in pairwise("abcdefgh")]

    (found,) = read("\n".join(tenfold)).diagnostics
    assert found.name == "too-much-data"

    long_text = f"a: &a {'x' * 1000}\nb: [{', '.join(['*a'] * 20)}]\n"
    assert [one.name for one in read(long_text, characters=10_000).diagnostics] == ["too-much-data"]
    assert read(long_text, characters=30_000).diagnostics == ()


def test_size_and_number_of_values_are_bounded() -> None:
    assert [one.name for one in read("a: bcd", characters=5).diagnostics] == ["too-much-data"]
    assert [one.name for one in read("[a, b, c]", nodes=3).diagnostics] == ["too-much-data"]
    assert read("[a, b, c]", nodes=4).diagnostics == ()


def test_problems_are_counted_only_so_far() -> None:
    found = read("a: 1\n" * 10_000).diagnostics

    assert len(found) == 201
    assert found[-1].name == "too-many-problems"


@pytest.mark.parametrize(
    "text",
    [
        "{a: " * 50_000,
        "".join(" " * depth + "a:\n" for depth in range(1000)),
        "- " * 100_000,
        "? " * 100_000,
        '"' * 200_000,
        "a: 'x\n" * 50_000,
        "a: ]\n" * 50_000,
        "*a " * 50_000,
        "#" * 500_000,
        "\t" * 500_000,
        "a: b\n" + "  c\n" * 100_000,
        "[" + "a, " * 100_000,
        "&a " * 100_000,
        "\x01 " * 200_000,
        "%\n" * 20_000,
        "a:" + " " * 500_000,
    ],
    ids=lambda text: repr(text[:8]),
)
def test_hostile_texts_are_answered_in_bounded_time(text: str) -> None:
    began = time.process_time()
    parsed = read(text)

    assert parsed.root is not None or parsed.diagnostics
    assert time.process_time() - began < (5 if yaml.__with_libyaml__ else 100)


def test_the_time_grows_with_the_length_and_not_with_its_square() -> None:
    def seconds(interfaces: int) -> float:
        text = "interfaces:\n" + "".join(
            f"  {number}: {{requestor: c{number}, listener: d, protocol: TLS, request: [a, 'b c']}}\n"
            for number in range(interfaces)
        )
        began = time.process_time()
        assert read(text).diagnostics == ()
        return time.process_time() - began

    seconds(100)
    few, many = min(seconds(1000), seconds(1000)), seconds(8000)
    assert many < 8 * few * 3


# ---- the two parsers ---------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    ["a", "b: ", "c", "\n", "\n  ", "\n    ", "- ", "[", "]", "{", "}", ", ", ",", "'", '"', "|\n", ">-\n", "|+\n", "# c\n",
     " #", "&x ", "*x", "!t ", "? ", ":", ": ", "\\", "\r\n", "\t", "---\n", "@", "%", "é", "日", "?", "  ", "d: e\n"]
)  # fmt: skip


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML was built without libyaml here")
@settings(max_examples=400)
@given(st.lists(PIECES, max_size=25).map("".join))
def test_both_parsers_give_the_same_nodes_and_refuse_the_same_texts(text: str) -> None:
    source = Source("x", text)
    fast, slow = read_yaml(source, fast=True), read_yaml(source, fast=False)

    assert bool(fast.diagnostics) == bool(slow.diagnostics)
    if not fast.diagnostics:
        assert fast.root is not None
        assert slow.root is not None
        assert places(fast.root) == places(slow.root)


def places(root: Node) -> list[tuple[type[Node], int, int, str]]:
    return [
        (
            type(node),
            node.span.start,
            node.span.end,
            node.style + node.text if isinstance(node, Scalar) else "",
        )
        for node in every_node(root)
    ]


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="PyYAML was built without libyaml here")
def test_both_parsers_agree_on_a_page() -> None:
    source = Source("x", PAGE)
    fast, slow = read_yaml(source, fast=True).root, read_yaml(source, fast=False).root

    assert fast is not None
    assert slow is not None
    assert places(fast) == places(slow)
    assert len(places(fast)) > 40


# ---- laws --------------------------------------------------------------------------------------------------


@settings(max_examples=300)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join)))
def test_any_text_gives_nodes_or_problems_with_places_inside_it(text: str) -> None:
    parsed = read(text)

    assert parsed.root is not None or parsed.diagnostics
    assert parsed.complete or parsed.diagnostics
    for one in parsed.diagnostics:
        assert one.at is not None
        assert 0 <= one.at.span.start <= one.at.span.end <= len(text)
    if parsed.root is not None:
        for node in every_node(parsed.root):
            assert 0 <= node.span.start <= node.span.end <= len(text)


@settings(max_examples=200)
@given(st.integers(0, len(PAGE)), st.integers(0, 5), PIECES)
def test_a_page_that_was_cut_or_changed_anywhere_is_answered(at: int, without: int, piece: str) -> None:
    for text in (PAGE[:at], PAGE[:at] + piece + PAGE[at + without :]):
        parsed = read(text)
        assert parsed.root is not None or parsed.diagnostics


@given(st.integers(0, len(PAGE)))
def test_a_scalar_that_was_read_stands_in_the_text_where_it_says(at: int) -> None:
    root = read(PAGE[:at]).root
    if root is None:
        return
    for node in every_node(root):
        if (
            isinstance(node, Scalar)
            and node.style == ""
            and "\n" not in node.span.text
            and node.span.text[:1] != "*"
        ):
            assert node.span.text == node.text
