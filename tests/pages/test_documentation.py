"""What the README and the documentation say is run: every page in YAML is read, and every command of the guide is typed.

In docs/guide/, a block after a line that ends with a file's name and a colon is that file (`Add to the end of`: is added
to it), and a `console` block is what one types and what is then shown. A line `…` stands for any lines. The blocks of one
page are run in order, in a folder that is empty at first.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bartizan.model.read import read_architecture
from bartizan.source.read_yaml import read_yaml
from bartizan.source.text import Source

REPOSITORY = Path(__file__).resolve().parents[2]
DOCS = REPOSITORY / "docs"
PAGES = [
    REPOSITORY / "README.md",
    *sorted(page for page in DOCS.rglob("*.md") if not {"_build", "generated"} & set(page.parts)),
]
GUIDE = sorted((DOCS / "guide").glob("*.md"))
BLOCK = re.compile(
    r"(?:^(?P<add>Add to the end of)?[^\n]*`(?P<file>[a-z0-9./-]+)`:\n\n)?^```(?P<kind>[a-z]+)\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Block:
    """One fenced block of a page."""

    kind: str
    text: str
    line: int
    file: str | None
    """The file it is, or a part of."""
    add: bool
    """Whether it is added to the file's end."""


def blocks(page: Path) -> Iterator[Block]:
    text = page.read_text(encoding="utf-8")
    for match in BLOCK.finditer(text):
        line = text.count("\n", 0, match.start("text")) + 1
        yield Block(match["kind"], match["text"], line, match["file"], add=bool(match["add"]))


def named(page: Path) -> str:
    return page.relative_to(REPOSITORY).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_page_in_yaml_is_one_that_we_read(page: Path) -> None:
    for block in blocks(page):
        if block.kind == "yaml":
            assert complaints(block.text) == [], f"{named(page)}, line {block.line}"


def complaints(text: str) -> list[str]:
    """Return what is wrong with a page, or with a piece of one: there the elements it names may stand elsewhere."""
    is_whole = "\nservice:" in f"\n{text}"
    parsed = read_yaml(Source("page.yaml", text if is_whole else f"{text}\nservice: Example\n"))
    problems = [*parsed.diagnostics]
    if parsed.root is not None:
        problems += read_architecture(parsed.root).diagnostics
    return [each.message for each in problems if is_whole or not each.name.startswith("no-such-")]


def test_a_page_that_is_wrong_would_be_noticed() -> None:
    assert complaints("components: {web: {technologie: Python}}") != []
    assert complaints("service: Notes\ncomponents: {web: {needs: browser}}") != []


@pytest.mark.slow
@pytest.mark.parametrize("page", GUIDE, ids=named)
def test_what_the_guide_types_shows_what_the_guide_says(page: Path, tmp_path: Path) -> None:
    for block in blocks(page):
        if block.file:
            target = tmp_path / block.file
            before = target.read_text(encoding="utf-8") if block.add else ""
            target.write_text(before + block.text, encoding="utf-8")
        elif block.kind == "console":
            for command, expected in typed(block.text):
                shown = type_in(command, tmp_path)
                assert shows(shown, expected), (
                    f"{named(page)}, line {block.line}: `{command}` shows:\n{shown}"
                )


def typed(text: str) -> Iterator[tuple[str, str]]:
    """Yield each command with what is shown after it."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, expected = part.partition("\n")
        yield command, expected.strip("\n")


def type_in(command: str, folder: Path) -> str:
    """Run a command of ours as if it were typed, and return all that it says."""
    words = shlex.split(command, comments=True)
    assert words[0] == "bartizan", "the guide types nothing else"
    run = subprocess.run(
        [sys.executable, "-m", "bartizan.cli", *words[1:]],
        cwd=folder, env=os.environ | {"COLUMNS": "100"}, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False, timeout=120,
    )  # fmt: skip
    assert run.returncode in (0, 1, 2), run.stdout
    assert "made a mistake of its own" not in run.stdout, run.stdout
    return run.stdout


def shows(shown: str, expected: str) -> bool:
    """Whether the expected lines are shown; a line `…` stands for any lines, and nothing expected means: whatever."""
    if not expected:
        return True
    lines = [".*" if line.strip() == "…" else re.escape(line.rstrip()) for line in expected.splitlines()]
    tidy = "\n".join(line.rstrip() for line in shown.strip("\n").splitlines())
    return re.fullmatch("\n?".join(lines), tidy, re.DOTALL) is not None


def test_a_line_of_dots_stands_for_any_lines() -> None:
    assert shows("one\ntwo\nthree\n", "one\n…\nthree")
    assert shows("one\nthree\n", "one\n…\nthree")
    assert not shows("one\ntwo\nfour\n", "one\n…\nthree")
