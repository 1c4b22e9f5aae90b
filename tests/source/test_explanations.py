"""Every name of a diagnostic has a page, and the examples on it are what they say they are."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import bartizan.source
from bartizan.source.read_yaml import read_yaml
from bartizan.source.text import Source

FOLDER = Path(bartizan.source.__file__).parent
PAGES = sorted((FOLDER / "explanations").glob("*.md"))
EXAMPLE = re.compile(r"^```yaml\n# (?P<kind>wrong|right)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)


def names_used() -> Iterator[str]:
    """Yield the first argument of each call of `Diagnostic`, and of what passes it on."""
    for path in FOLDER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                called = (
                    node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                )
                first = [*node.args[:1], *(one.value for one in node.keywords if one.arg == "name")]
                if called in {"Diagnostic", "_report"} and first and isinstance(first[0], ast.Constant):
                    yield str(first[0].value)


def test_every_name_has_a_page_and_every_page_a_name() -> None:
    assert len(set(names_used())) > 30
    assert sorted(set(names_used())) == [page.stem for page in PAGES]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_says_what_it_means_and_what_to_do(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    paragraphs = [part for part in re.sub(EXAMPLE, "", text).split("\n\n") if part.strip()]

    assert paragraphs[0] == f"# {page.stem}"
    assert len(paragraphs) >= 3
    assert text.endswith("\n")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_wrong_example_gives_that_message_and_no_other_and_the_right_one_none(page: Path) -> None:
    for example in EXAMPLE.finditer(page.read_text(encoding="utf-8")):
        found = {one.name for one in read_yaml(Source("page.yaml", example["text"])).diagnostics}
        assert found == ({page.stem} if example["kind"] == "wrong" else set())
