"""A tree becomes a YAML text that every reader takes for that tree."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.source.plain import Plain, Word, to_plain
from bartizan.source.read_yaml import read_yaml
from bartizan.source.text import Source
from bartizan.source.write_yaml import write_yaml

PAGE: Plain = {
    "format": Word("1"),
    "service": "Notes",
    "purpose": "Stores notes.\n\nFinds them again.\n",
    "users": [
        "End users will use the system to store what they do not want to forget until tomorrow.",
        "Operators",
    ],
    "components": {
        "browser": {"kind": "person", "domain": "internet"},
        "web": {
            "name": "The web server, of which there are many",
            "technology": "Python",
            "in-scope": Word("no"),
            "needs": ["database", "queue"],
            "because": "It is where everything comes together.",
        },
        "later": None,
    },
    "interfaces": {"1": {"requestor": "browser", "listener": "web", "request": [], "opens": {}}},
    "resources": ["https://example.org/notes"],
}


def test_a_page_looks_as_a_person_would_write_it() -> None:
    assert write_yaml(
        PAGE,
        comments={
            (): "yaml-language-server: $schema=bartizan.json",
            ("components", "web"): "the middle\nof it all",
        },
        trailing={("service",): "line 3", ("purpose",): "line 5", ("interfaces",): "line 20"},
    ) == dedent("""\
        # yaml-language-server: $schema=bartizan.json
        format: 1
        service: Notes  # line 3

        purpose: |  # line 5
          Stores notes.

          Finds them again.

        users:
          - End users will use the system to store what they do not want to forget until tomorrow.
          - Operators

        components:
          browser: {kind: person, domain: internet}
          # the middle
          # of it all
          web:
            name: The web server, of which there are many
            technology: Python
            in-scope: no
            needs: [database, queue]
            because: It is where everything comes together.
          later: ~

        interfaces:  # line 20
          1: {requestor: browser, listener: web, request: [], opens: {}}

        resources: [https://example.org/notes]
    """)


def test_a_comment_inside_makes_brackets_into_lines() -> None:
    assert write_yaml({"a": {"b": {"c": "d"}}}) == "a:\n  b: {c: d}\n"
    assert (
        write_yaml({"a": {"b": {"c": "d"}}}, trailing={("a", "b", "c"): "x"}) == "a:\n  b:\n    c: d  # x\n"
    )


def test_a_comment_on_what_is_not_there_is_our_mistake() -> None:
    with pytest.raises(ValueError, match="not there"):
        write_yaml({"a": "b"}, comments={("c",): "x"})


@pytest.mark.parametrize(
    ("tree", "text"),
    [
        ("text", "text\n"),
        ({}, "{}\n"),
        ([], "[]\n"),
        (["a", ["b", {"c": "d"}]], "- a\n- - b\n  - {c: d}\n"),
        ({"a": "one\ntwo"}, "a: |-\n  one\n  two\n"),
        ({"a": ["one\ntwo\n"]}, "a:\n  - |\n    one\n    two\n"),
        ({"a": " lead\n"}, 'a: " lead\\n"\n'),
        ({"a": "x\n\n"}, 'a: "x\\n\\n"\n'),
        ({"k" * 1001: "v"}, f"? {'k' * 1001}\n: v\n"),
    ],
)
def test_small_trees(tree: Plain, text: str) -> None:
    assert write_yaml(tree) == text


TEXTS = st.one_of(
    st.text(max_size=20),
    st.text(alphabet=" \n\t#:-'\"|>[]{},&*!%@`?a1.~=\r\x85\u2028\u2029\ufeff\x00\x0b日é😀", max_size=16),
    st.sampled_from(
        [
            "no",
            "1.10",
            "null",
            "~",
            "08:30",
            "2001-01-01",
            "---",
            "- a",
            "a: b",
            "a #b",
            "<<",
            "one\ntwo\n",
            "x" * 1100,
        ]
    ),
)
TREES = st.recursive(
    st.none() | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=14,
)


@settings(max_examples=150)
@given(TREES.filter(lambda tree: tree is not None))
def test_what_was_written_is_read_as_the_same_tree_in_the_same_order(tree: Plain) -> None:
    text = write_yaml(tree)
    parsed = read_yaml(Source("x", text))

    assert parsed.diagnostics == ()
    assert parsed.root is not None
    assert to_plain(parsed.root) == tree
    assert repr(to_plain(parsed.root)) == repr(tree)


@settings(max_examples=150)
@given(TREES.filter(lambda tree: tree is not None))
def test_another_reader_of_yaml_takes_it_for_the_same_texts(tree: Plain) -> None:
    assert same(yaml.safe_load(write_yaml(tree)), tree)


def same(theirs: Any, tree: Plain) -> bool:
    if isinstance(tree, dict):
        # The number of an interface, as a key, may be a number to them.
        return [str(key) for key in theirs] == list(tree) and all(map(same, theirs.values(), tree.values()))
    if isinstance(tree, list):
        return isinstance(theirs, list) and len(theirs) == len(tree) and all(map(same, theirs, tree))
    return bool(theirs == tree)


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_comment_becomes_a_value(before: str, behind: str) -> None:
    text = write_yaml(
        {"a": {"b": "c"}}, comments={("a", "b"): before}, trailing={("a",): behind, ("a", "b"): behind}
    )
    parsed = read_yaml(Source("x", text))

    assert parsed.diagnostics == ()
    assert parsed.root is not None
    assert to_plain(parsed.root) == {"a": {"b": "c"}}
