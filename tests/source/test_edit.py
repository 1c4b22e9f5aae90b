"""One value is changed, and every other character stays."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from random import Random
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.source.edit import Edit, apply, insert, remove, rename_key, set_value
from bartizan.source.edit_page import Page
from bartizan.source.nodes import Node, Path
from bartizan.source.plain import Plain, Word, at, to_plain, with_value, without
from bartizan.source.read_text import decode, encode
from bartizan.source.read_yaml import read_yaml
from bartizan.source.text import Source
from tests.source.documents import Author, some_tree

PAGE = """\
# A page.
service: Notes   # its name
components:      # the parts

  browser: {kind: person, domain: internet}   # who
  web:
    technology: 'Python'
    purpose: |   # in words
      Serves.

      Everything.
    needs:
    - database    # the store
    - queue
  # the end of the parts
empty:
"""


def open_text(text: str) -> tuple[Source, Node]:
    source = Source("page.yaml", text)
    parsed = read_yaml(source)
    assert parsed.diagnostics == ()
    assert parsed.root is not None
    return source, parsed.root


def after(text: str, path: Path, value: Plain) -> str:
    source, root = open_text(text)
    return apply(source, [set_value(source, root, path, value)])


def changed_lines(before: str, text: str) -> list[str]:
    """Return the lines that went, with `-`, and those that came, with `+`."""
    old, new = Counter(before.split("\n")), Counter(text.split("\n"))
    return [f"-{line}" for line in old - new] + [f"+{line}" for line in new - old]


# ---- one value ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "value", "lines"),
    [
        (("service",), "Barbican", ["-service: Notes   # its name", "+service: Barbican   # its name"]),
        (("service",), "no", ["-service: Notes   # its name", '+service: "no"   # its name']),
        (
            ("components", "web", "technology"),
            "it's",
            ["-    technology: 'Python'", "+    technology: 'it''s'"],
        ),
        (
            ("components", "web", "technology"),
            "a\tb",
            ["-    technology: 'Python'", '+    technology: "a\\tb"'],
        ),
        (
            ("components", "browser", "kind"),
            "service",
            [
                "-  browser: {kind: person, domain: internet}   # who",
                "+  browser: {kind: service, domain: internet}   # who",
            ],
        ),
        (
            ("components", "browser", "future"),
            Word("yes"),
            [
                "-  browser: {kind: person, domain: internet}   # who",
                "+  browser: {kind: person, domain: internet, future: yes}   # who",
            ],
        ),
        (("components", "web", "needs", 1), "hsm", ["-    - queue", "+    - hsm"]),
        (("components", "web", "needs", 2), "hsm", ["+    - hsm"]),
        (("components", "web", "kind"), "process", ["+    kind: process"]),
        (("components", "database"), {"technology": "MySQL"}, ["+  database: {technology: MySQL}"]),
        (("components", "web", "purpose"), "Serves.\nAll.\n", ["-", "-      Everything.", "+      All."]),
        (
            ("components", "web", "purpose"),
            "Short",
            [
                "-    purpose: |   # in words",
                "-      Serves.",
                "-",
                "-      Everything.",
                "+    purpose: Short  # in words",
            ],
        ),
        (("empty",), "full", ["-empty:", "+empty: full"]),
        (("empty", "a", "b"), ["c"], ["+  a: {b: [c]}"]),
        (("new", "list", 0, "key"), "v", ["+new:", "+  list: [{key: v}]"]),
    ],
)
def test_only_the_lines_that_must_change_do(path: Path, value: Plain, lines: list[str]) -> None:
    text = after(PAGE, path, value)

    assert sorted(changed_lines(PAGE, text)) == sorted(lines)
    assert to_plain(open_text(text)[1]) == with_value(to_plain(open_text(PAGE)[1]), path, value)


def test_what_is_there_already_changes_nothing() -> None:
    source, root = open_text(PAGE)

    assert set_value(source, root, ("service",), "Notes") == Edit(())
    assert set_value(source, root, ("components", "web", "needs"), ["database", "queue"]) == Edit(())
    assert apply(source, []) == PAGE


def test_of_a_mapping_only_what_is_different_is_written() -> None:
    text = after(PAGE, ("components",), {
        "browser": {"kind": "person", "domain": "internet"},
        "web": {"technology": "Go", "purpose": "Serves.\n\nEverything.\n", "needs": ["database", "hsm", "queue"]},
        "database": {"technology": "MySQL"},
    })  # fmt: skip

    assert sorted(changed_lines(PAGE, text)) == sorted(
        [
            "-    technology: 'Python'",
            "+    technology: 'Go'",
            "+    - hsm",
            "+  database: {technology: MySQL}",
        ]
    )


def test_a_word_of_the_schema_may_be_another_without_quotes() -> None:
    assert after("in-scope: no\nversion: 1.9\n", ("in-scope",), "yes") == "in-scope: yes\nversion: 1.9\n"
    assert after("in-scope: no\nversion: 1.9\n", ("version",), "1.10") == "in-scope: no\nversion: 1.10\n"
    assert after("a: some text\n", ("a",), "yes") == 'a: "yes"\n'
    assert after("a: no\n", ("a",), "null") == 'a: "null"\n'


def test_a_value_becomes_lines_where_it_is_too_long_for_one_and_comments_stay() -> None:
    many: Plain = {f"field-{number}": "a value of some length" for number in range(4)}

    assert after("a:\n  b: old  # why\n  c: d\n", ("a", "b"), many) == dedent("""\
        a:
          b:  # why
            field-0: a value of some length
            field-1: a value of some length
            field-2: a value of some length
            field-3: a value of some length
          c: d
    """)
    assert after("a:\n  - b: 1  # one\n    # two\n    c: 2\n  - d\n", ("a", 0), "x") == dedent("""\
        a:
          - x  # one
          # two
          - d
    """)


def test_a_text_of_several_lines_goes_below_its_key_unless_it_was_quoted() -> None:
    assert after("a: b  # c\nd: e\n", ("a",), "one\ntwo\n") == "a: |  # c\n  one\n  two\nd: e\n"
    assert after('a: "b"\n', ("a",), "one\ntwo\n") == 'a: "one\\ntwo\\n"\n'
    assert after("{a: b}\n", ("a",), "one\ntwo") == '{a: "one\\ntwo"}\n'


def test_a_text_below_its_key_does_not_swallow_the_comment_that_follows() -> None:
    text = after("a:\n  b: c\n      # deep\n", ("a", "b"), "one\ntwo\n")

    assert text == 'a:\n  b: "one\\ntwo\\n"\n      # deep\n'


@pytest.mark.parametrize(
    ("text", "path", "value", "expected"),
    [
        ("{}", ("a",), "b", "a: b"),
        ("a: {}\n", ("a", "b"), "c", "a:\n  b: c\n"),
        ("a: {b: }\n", ("a", "c"), "d", "a: {b: , c: d }\n"),
        ("a: {b}\n", ("a", "b"), "d", "a: {b: d}\n"),
        ("a: {b,}\n", ("a", "c"), "d", "a: {b, c: d,}\n"),
        ("a: [b: c]\n", ("a", 0, "d"), "e", "a: [{b: c, d: e}]\n"),
        ("a: [\n  b, # one\n  c  # two\n]\n", ("a", 2), "d", "a: [\n  b, # one\n  c,\n  d  # two\n]\n"),
        ("? a\n", ("a",), "b", "? a\n: b\n"),
        ("a: &x b\nc: *x\n", ("c",), "d", "a: &x b\nc: d\n"),
        ("- - a\n", (0, 1), "b", "- - a\n  - b\n"),
        ("-\n", (0,), "a", "- a\n"),
        ("a: b\r\n", ("c",), "d", "a: b\r\nc: d\r\n"),
        ("a: b", ("c", "d"), "one\ntwo\n", 'a: b\nc:\n  d: "one\\ntwo\\n"'),
        ("a: |\n  b", ("c",), "d", "a: |-\n  b\nc: d"),
        ("--- {}\n", ("a",), "b", "--- \na: b\n"),
        ("    a:\n        b: c\n", ("a", "d", "e"), "f" * 99, f"    a:\n        b: c\n        d:\n            e: {'f' * 99}\n"),
    ],
)  # fmt: skip
def test_odd_places(text: str, path: Path, value: Plain, expected: str) -> None:
    assert after(text, path, value) == expected


def test_a_way_through_a_text_or_beyond_a_list_is_our_mistake() -> None:
    source, root = open_text(PAGE)

    for path in (("service", "x"), ("components", "web", "needs", 3), ("components", "web", "needs", "x")):
        with pytest.raises(ValueError, match=r"there is no|has no position"):
            set_value(source, root, path, "y")


# ---- lists, entries and keys -------------------------------------------------------------------------------


def test_an_item_is_put_before_another_or_at_the_end() -> None:
    text = "a:\n  # first\n  - b  # one\n  - c\nd: [e, f]\n"
    source, root = open_text(text)

    def inserted(path: Path, value: Plain) -> str:
        return apply(source, [insert(source, root, path, value)])

    assert inserted(("a", 0), "x") == text.replace("  - b", "  - x\n  - b")
    assert inserted(("a", 1), {"k": "z"}) == text.replace("  - c", "  - {k: z}\n  - c")
    assert inserted(("a", 2), "x") == text.replace("  - c", "  - c\n  - x")
    assert inserted(("d", 0), "x") == text.replace("[e", "[x, e")
    assert inserted(("d", 2), "x") == text.replace("f]", "f, x]")
    with pytest.raises(ValueError, match="no list has a position"):
        inserted(("d", 3), "x")


def test_an_entry_goes_with_the_comments_on_its_lines_and_no_other() -> None:
    text = "# one\na: 1  # two\n# three\nb:  # four\n  # five\n  c: d\n# six\ne: {f: g, h: i}\n"
    source, root = open_text(text)

    def removed(*path: str | int) -> str:
        return apply(source, [remove(source, root, path)])

    assert removed("a") == text.replace("a: 1  # two\n", "")
    assert removed("b") == text.replace("b:  # four\n  # five\n  c: d\n", "")
    assert removed("e") == text.replace("e: {f: g, h: i}\n", "")
    assert removed("e", "f") == text.replace("f: g, ", "")
    assert removed("e", "h") == text.replace(", h: i", "")
    assert removed("b", "c") == "# one\na: 1  # two\n# three\nb: {}  # four\n# five\n# six\ne: {f: g, h: i}\n"
    with pytest.raises(ValueError, match="nothing stands at"):
        removed("x")


def test_of_two_equal_items_the_one_that_was_meant_goes() -> None:
    source, root = open_text("- a  # one\n- a  # two\n- a  # three\n")

    assert apply(source, [remove(source, root, (1,))]) == "- a  # one\n- a  # three\n"


def test_a_text_above_stays_as_it_is_when_what_follows_it_goes() -> None:
    text = "a: |+\n  x\nb: 1\n\n\nc: |\n  y\nd: 2\n     # deep\n"
    source, root = open_text(text)

    for path in (("b",), ("d",)):
        result = apply(source, [remove(source, root, path)])
        assert to_plain(open_text(result)[1]) == without(to_plain(root), path)
        assert "# deep" in result


def test_a_key_is_renamed_where_it_stands() -> None:
    source, root = open_text("'a': 1\nb: {c: 2, d: 3}\n")

    assert apply(source, [rename_key(source, root, ("a",), "it's")]) == "'it''s': 1\nb: {c: 2, d: 3}\n"
    assert apply(source, [rename_key(source, root, ("b", "c"), "no")]) == "'a': 1\nb: {\"no\": 2, d: 3}\n"
    for path, new in ((("b", "c"), "d"), (("x",), "y")):
        with pytest.raises(ValueError, match="cannot be called"):
            rename_key(source, root, path, new)


# ---- several edits, and what is written --------------------------------------------------------------------


def test_several_edits_are_done_at_once_and_may_not_overlap() -> None:
    source, root = open_text(PAGE)
    edits = [
        set_value(source, root, ("components", "web", "kind"), "process"),
        set_value(source, root, ("components", "web", "port"), "x"),
        set_value(source, root, ("service",), "Barbican"),
        rename_key(source, root, ("components", "browser"), "client"),
    ]

    tree = to_plain(open_text(apply(source, edits))[1])
    assert at(tree, ("components", "web", "port")) == "x"
    assert at(tree, ("service",)) == "Barbican"
    assert at(tree, ("components", "client", "kind")) == "person"
    assert apply(source, edits) == apply(source, [*edits[2:], *edits[:2]])
    with pytest.raises(ValueError, match="overlap"):
        apply(source, [edits[2], set_value(source, root, ("service",), "Other")])
    with pytest.raises(ValueError, match="overlap"):
        apply(Source("page.yaml", PAGE), edits[:1])


def test_byte_order_mark_and_line_ends_are_kept_in_the_bytes() -> None:
    data = b"\xef\xbb\xbfa: 1\r\nb: {c: 2}\r\n\r\n"
    source, _ = decode(data, "page.yaml")
    assert source is not None
    root = read_yaml(source).root
    assert root is not None

    text = apply(source, [set_value(source, root, ("b", "d"), "3"), set_value(source, root, ("e",), "f")])
    assert encode(text, source) == b'\xef\xbb\xbfa: 1\r\nb: {c: 2, d: "3"}\r\ne: f\r\n\r\n'


def test_what_an_alias_shares_is_written_out_before_only_one_of_the_two_changes() -> None:
    text = "a: &x {b: 1}\nc: *x\nd: [*x , e]\n"

    assert after(text, ("a", "b"), "two") == 'a: &x {b: two}\nc: {b: "1"}\nd: [{b: "1"} , e]\n'
    assert after(text, ("c", "b"), "two") == "a: &x {b: 1}\nc:\n  b: two\nd: [*x , e]\n"
    source, root = open_text(text)
    assert apply(source, [remove(source, root, ("a",))]) == 'c: {b: "1"}\nd: [{b: "1"} , e]\n'


# ---- laws --------------------------------------------------------------------------------------------------


def some_paths(tree: Plain, path: Path = ()) -> Iterator[Path]:
    yield path
    entries = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for step, one in entries:
        yield from some_paths(one, (*path, step))


def some_value(random: Random, tree: Plain, path: Path) -> tuple[Path, Plain]:
    """Return a path and a value for it: another value, a new entry or item, or the old value changed a little."""
    old = at(tree, path)
    kind = random.random()
    if kind < 0.25 and isinstance(old, dict):
        return (*path, random.choice(["new", "new one", "no"])), some_tree(random, 2)
    if kind < 0.25 and isinstance(old, list):
        return (*path, len(old)), some_tree(random, 2)
    if kind < 0.6 and isinstance(old, dict):
        kept = {
            key: some_tree(random, 1) if random.random() < 0.3 else one
            for key, one in old.items()
            if random.random() < 0.7
        }
        return path, kept | ({"new": some_tree(random, 1)} if random.random() < 0.6 else {})
    if kind < 0.6 and isinstance(old, list):
        items = [one for one in old if random.random() < 0.7]
        for _ in range(random.randrange(3)):
            items.insert(random.randrange(len(items) + 1), some_tree(random, 1))
        return path, items
    return path, some_tree(random, 2)


def comments_in(source: Source, root: Node) -> Counter[str]:
    spans = Page(source, root).comments(0, len(source.text), [root])
    return Counter(number for span in spans for number in re.findall(r"# c\d+\.", span.text))


def some_document(seed: int) -> tuple[Random, Source, Node] | None:
    random = Random(seed)  # noqa: S311 - the same each time
    tree = some_tree(random, 4)
    while not isinstance(tree, dict | list):
        tree = some_tree(random, 4)
    source = Source("page.yaml", Author(random).document(tree))
    parsed = read_yaml(source)
    if parsed.diagnostics or parsed.root is None:
        return None  # an alias before its anchor, for instance
    return random, source, parsed.root


def test_the_documents_that_the_laws_are_tried_on_are_mostly_good() -> None:
    documents = [some_document(seed) for seed in range(300)]
    texts = [one[1].text for one in documents if one]

    assert len(texts) > 200
    for feature in ("|+", ">-", "? ", "# c1.", "\r\n", "&n0", "*n0", "[", "{", '"', "'", "\n- - "):
        assert any(feature in text for text in texts), feature


SEEDS = st.integers(0, 2**32)


@settings(max_examples=500)
@given(SEEDS)
def test_after_setting_a_value_it_is_there_nothing_else_changed_and_every_comment_stays(seed: int) -> None:
    if (document := some_document(seed)) is None:
        return
    random, source, root = document
    tree = to_plain(root)
    path, value = some_value(random, tree, random.choice(list(some_paths(tree))))
    expected = with_value(tree, path, value)
    if expected is None:
        return

    text = apply(source, [set_value(source, root, path, value)])

    parsed = read_yaml(Source("page.yaml", text))
    assert parsed.diagnostics == (), text
    assert parsed.root is not None
    assert to_plain(parsed.root) == expected, text
    assert not comments_in(source, root) - Counter(re.findall(r"# c\d+\.", text)), text
    if "\n" not in source.text.replace("\r\n", "") and "\r\n" in source.text:
        assert "\n" not in text.replace("\r\n", "")


@settings(max_examples=300)
@given(SEEDS)
def test_after_removing_or_renaming_nothing_else_changed(seed: int) -> None:
    if (document := some_document(seed)) is None:
        return
    random, source, root = document
    tree = to_plain(root)
    path = random.choice(list(some_paths(tree)))
    if not path:
        return
    if isinstance(path[-1], int) or random.random() < 0.7:
        edit, expected = remove(source, root, path), without(tree, path)
    else:
        beside = at(tree, path[:-1])
        assert isinstance(beside, dict)
        new = random.choice(["renamed", "it's", "re: n", "n" * 1100])
        if new in beside:
            return
        edit = rename_key(source, root, path, new)
        renamed: Plain = {new if key == path[-1] else key: one for key, one in beside.items()}
        expected = with_value(tree, path[:-1], renamed)

    parsed = read_yaml(Source("page.yaml", apply(source, [edit])))
    assert parsed.diagnostics == ()
    assert parsed.root is not None
    assert repr(to_plain(parsed.root)) == repr(expected)


@settings(max_examples=200)
@given(SEEDS)
def test_outside_of_what_is_replaced_every_character_stays(seed: int) -> None:
    if (document := some_document(seed)) is None:
        return
    random, source, root = document
    tree = to_plain(root)
    path, value = some_value(random, tree, random.choice(list(some_paths(tree))))
    edit = set_value(source, root, path, value)

    kept = list(source.text)
    for replacement in edit.replacements:
        kept[replacement.span.start : replacement.span.end] = [""] * (
            replacement.span.end - replacement.span.start
        )
    left = iter(apply(source, [edit]))
    assert all(character in left for character in "".join(kept))


def test_changing_one_scalar_of_a_long_page_replaces_that_scalar_and_takes_little_time() -> None:
    text = "interfaces:\n" + "".join(
        f"  {n}: {{requestor: a, listener: b, request: [c, d]}}\n" for n in range(2000)
    )
    source, root = open_text(text)
    edit = set_value(source, root, ("interfaces", "1999", "listener"), "x")

    (replacement,) = edit.replacements
    assert (replacement.span.text, replacement.text, replacement.span.line) == ("b", "x", 2001)
