"""Every name that a message carries can be explained, and what explanations show is what happens."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bartizan.model.read import read_architecture
from bartizan.model.references import SECTIONS
from bartizan.model.shapes import SINGULAR
from bartizan.project.explain import explain
from bartizan.rules.readiness.rules import RULES, RULES_ABOUT_GAPS
from bartizan.source.read_yaml import read_yaml
from bartizan.source.text import Source

SRC = Path(__file__).resolve().parents[2] / "src" / "bartizan"
NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
MODEL_PAGES = sorted((SRC / "model" / "explanations").glob("*.md"))


def names_in(file: Path) -> Iterator[str]:
    """Yield the name of each diagnostic that a module can make."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and called(node) in {"Diagnostic", "wrong", "_wrong", "_problem"}:
            named = [keyword.value for keyword in node.keywords if keyword.arg == "name"]
            yield from texts((*named, *node.args[:1])[0]) if named or node.args else ()


def called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def texts(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and NAME.fullmatch(node.value):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from texts(node.body)
        yield from texts(node.orelse)


def test_the_search_finds_names() -> None:
    found = set(names_in(SRC / "project" / "includes.py"))

    assert {"include-outside", "include-cycle", "too-many-includes", "not-a-part"} <= found


@pytest.mark.parametrize("file", sorted(SRC.rglob("*.py")), ids=lambda file: file.relative_to(SRC).as_posix())
def test_every_message_can_be_explained(file: Path) -> None:
    unexplained = sorted({name for name in names_in(file) if explain(name) is None})

    assert unexplained == []


def test_every_unknown_id_can_be_explained() -> None:
    first = {"trust-domains", "components", "interfaces", "data-assets", "controls", "external-dependencies"}
    names = [f"no-such-{SINGULAR[section].replace(' ', '-')}" for section in SECTIONS if section in first]

    assert [name for name in names if explain(name) is None] == []


def test_every_rule_can_be_explained() -> None:
    names = [*(rule.name for rule in RULES), *(rule.name for rule in RULES_ABOUT_GAPS)]

    assert len(names) > 30
    assert [name for name in names if explain(name) is None] == []


@pytest.mark.parametrize("page", sorted(SRC.rglob("explanations/*.md")), ids=lambda page: page.stem)
def test_an_explanation_begins_with_the_name_it_explains(page: Path) -> None:
    assert page.read_text(encoding="utf-8").startswith(f"# {page.stem}\n\n")


@pytest.mark.parametrize("page", MODEL_PAGES, ids=lambda page: page.stem)
def test_an_example_of_what_is_wrong_is_answered_so_and_one_of_what_is_right_is_not(page: Path) -> None:
    examples = re.findall(
        r"^```yaml\n# (wrong|right)\n(.*?)^```", page.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE
    )

    for kind, text in examples:
        found = problems(text)
        assert found == ([page.stem] if kind == "wrong" else []), f"{kind}:\n{text}"
    assert {kind for kind, _ in examples} == {"wrong", "right"} or page.stem == "said-twice"


def problems(text: str) -> list[str]:
    parsed = read_yaml(Source("page.yaml", text))
    assert parsed.root is not None
    return [each.name for each in (*parsed.diagnostics, *read_architecture(parsed.root).diagnostics)]
