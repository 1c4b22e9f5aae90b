"""What we write is a page that docutils and Sphinx read without a word."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Parser
from docutils.utils import new_document
from hypothesis import given, settings

from bartizan.formats.openstack_rst.writer import write_page
from bartizan.model.architecture import Architecture
from bartizan.model.read import read_architecture
from bartizan.source.read_yaml import read_yaml
from bartizan.source.text import Source
from tests.strategies import architectures


def messages(page: str) -> list[str]:
    """What docutils says about a page, from information up."""
    options: Any = get_default_settings(Parser)
    options.report_level, options.halt_level, options.warning_stream = 1, 6, False
    options.file_insertion_enabled = options.raw_enabled = False
    said: list[Any] = []
    document = new_document("page.rst", options)
    document.reporter.attach_observer(said.append)
    Parser().parse(page, document)
    return [each.astext() for each in said]


def test_messages_are_heard() -> None:
    assert messages("Title\n==\n\n*open\n") != []


@given(architectures())
@settings(max_examples=30)
def test_docutils_has_nothing_to_say(architecture: Architecture) -> None:
    page = write_page(architecture)

    assert messages(page) == [], page


def test_sphinx_takes_the_page_of_barbican_as_strictly_as_it_can(repository: Path, tmp_path: Path) -> None:
    pytest.importorskip("sphinx")
    folder = repository / "examples" / "barbican" / "services" / "barbican" / "newton"
    root = read_yaml(Source("page.yaml", (folder / "architecture.yaml").read_text(encoding="utf-8"))).root
    assert root is not None
    architecture = read_architecture(root).architecture
    (tmp_path / "index.rst").write_text(write_page(architecture), encoding="utf-8")
    (tmp_path / "conf.py").write_text("project = 'page'\n", encoding="utf-8")
    for figure in architecture.figures:
        target = tmp_path / str(figure.file)
        target.parent.mkdir(exist_ok=True)
        target.write_bytes((folder / str(figure.file)).read_bytes())

    built = subprocess.run(
        [sys.executable, "-m", "sphinx", "-W", "-n", "-q", "-b", "html", ".", "out"],
        cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip

    assert (built.returncode, built.stderr) == (0, "")
    assert "API Process" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
