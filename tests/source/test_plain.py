"""Documents without places."""

from __future__ import annotations

import pytest

from bartizan.source.plain import Plain, at, to_plain, with_value, without
from bartizan.source.read_yaml import read_yaml
from bartizan.source.text import Source

TREE: Plain = {"a": ["one", {"b": "two"}], "c": None}


def test_nodes_become_texts_lists_and_mappings() -> None:
    root = read_yaml(Source("x", "a: [one, {b: 'two'}]\nc:\n")).root
    assert root is not None

    assert to_plain(root) == TREE


def test_a_copy_is_changed_and_the_original_is_not() -> None:
    assert with_value(TREE, ("a", 1, "b"), "three") == {"a": ["one", {"b": "three"}], "c": None}
    assert with_value(TREE, ("a", 2), "new") == {"a": ["one", {"b": "two"}, "new"], "c": None}
    assert with_value(TREE, ("c", "d", 0), "new") == {"a": ["one", {"b": "two"}], "c": {"d": ["new"]}}
    assert without(TREE, ("a", 0)) == {"a": [{"b": "two"}], "c": None}
    assert without(TREE, ("c",)) == {"a": ["one", {"b": "two"}]}
    assert TREE == {"a": ["one", {"b": "two"}], "c": None}


def test_a_way_through_a_text_or_beyond_a_list_is_our_mistake() -> None:
    for path in (("a", 0, "x"), ("a", 3), ("a", "x")):
        with pytest.raises(ValueError, match=r"there is no|has no position"):
            with_value(TREE, path, "new")
    with pytest.raises(ValueError, match="nothing stands at"):
        at(TREE, ("a", 5))
    with pytest.raises(ValueError, match="nothing stands at"):
        without(TREE, ("a", 0, "x"))
