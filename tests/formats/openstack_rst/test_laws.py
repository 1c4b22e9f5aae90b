"""What holds for every architecture and every page: writing and reading undo each other, and nothing is ever lost."""

from __future__ import annotations

import io
import subprocess
import sys
import time
from pathlib import Path

import pytest
from docutils.core import publish_doctree
from hypothesis import given, settings
from hypothesis import strategies as st

from bartizan.formats.openstack_rst.writer import write_page
from bartizan.model.architecture import Architecture
from bartizan.model.component import Component
from bartizan.model.data_asset import DataAsset
from bartizan.model.impact import Impact
from bartizan.model.interface import Interface
from bartizan.model.page import Figure, Template
from bartizan.model.placement import Placement
from tests.formats.openstack_rst.said import JOINTS, labels, read, words_said, words_shown
from tests.strategies import architectures

EXAMPLES = Path(__file__).parents[3] / "src" / "bartizan" / "formats" / "openstack_rst" / "examples"
PAGES = [page.read_text(encoding="utf-8") for page in sorted(EXAMPLES.glob("*.rst"))]
HOSTILE = [
    "", "   ", "- ", "* x", "1. A->B [TLS]:", "=====", "~~~~~~~~", "**Status**: Draft", ".. image:: ../../x.png", "+--+", "| a", "::", "\t- tab",
    '.. csv-table::\n   :header: "a","b"\n\n   "1', "`open", "*open", "|x|", ".. |x| replace:: y", ".. include:: /etc/passwd", "[1]_",
    ".. raw:: html\n\n   <b>", ".. [1] foot", "Components\n----------", "- - - - x", "A -> B", ":id: x", ":about: x", "Interfaces\n~~~~~~~~~~",
    ".. role:: x(raw)\n   :format: html", ".. default-role:: math", "..", "__ anon", "\\", "`a <b>`_", "x_", "Notes\n+++++", "::\n\n  A->B: x",
    ".. figure:: a.png\n\n   words", "=== ===\na b\n=== ===", "term\n  meaning", "\u3000", "١. ب->ت", "\u202e", "\x1c", "\x0b", "é" * 50,
]  # fmt: skip
NO_WORDS_OF_THE_PAGE = {
    "none",
    "ref",
    "x",
    "image",
    "figure",
    "csv",
    "list",
    "table",
    "header",
    "rows",
    "widths",
    "code",
}
"""`none` is said as `nothing`, `x` is a name that stands for other text, and the others are markup, shown only where it is broken."""
FULL = Architecture(
    service="notes",
    template=Template.LIST,
    components={
        "api": Component(id="api", name="API: the (first) [one]", description="*Yes*"),
        "db": Component(id="db", technology="MySQL"),
    },
    interfaces={
        "7": Interface(
            id="7", requestor="api", listener="db", protocol=("SQL", "TLS"), notes=("Assets in flight: none",)
        )
    },
    data_assets={
        "key": DataAsset(
            id="key", persisted=(Placement(place="db"),), impact=Impact(integrity="- a\n- b", notes=("so",))
        )
    },
    figures=(Figure(file="a.png", caption="All of it", section="Service architecture diagram"),),
)


@st.composite
def broken_pages(draw: st.DrawFn) -> str:
    """Pages that something happened to."""
    lines = draw(st.sampled_from(PAGES)).split("\n")
    for _ in range(draw(st.integers(1, 8))):
        if not lines:
            break
        what, at = draw(st.integers(0, 5)), draw(st.integers(0, len(lines) - 1))
        if what == 0:
            del lines[at]
        elif what == 1:
            lines.insert(at, draw(st.sampled_from(HOSTILE)))
        elif what == 2:
            other = draw(st.integers(0, len(lines) - 1))
            lines[at], lines[other] = lines[other], lines[at]
        elif what == 3:
            lines = lines[:at]
        elif what == 4:
            lines[at] = " " * draw(st.integers(1, 6)) + lines[at]
        else:
            lines[at] = lines[at][: draw(st.integers(0, len(lines[at])))]
    return "\n".join(lines)


def test_a_page_with_awkward_names_reads_as_it_was_written() -> None:
    written = write_page(FULL)
    assert read(written).architecture == FULL
    assert "- Db (MySQL)" not in written  # `db` is shown as people write it
    assert "- DB (MySQL)" in written
    assert "persisted in DB" in written


@settings(max_examples=150)
@given(architectures())
def test_reading_undoes_writing(architecture: Architecture) -> None:
    assert read(write_page(architecture)).architecture == architecture


@settings(max_examples=100)
@given(architectures())
def test_docutils_has_nothing_to_say_about_what_we_write(architecture: Architecture) -> None:
    said = io.StringIO()
    overrides = {"report_level": 1, "halt_level": 2, "warning_stream": said, "_disable_config": True}
    publish_doctree(write_page(architecture), settings_overrides=overrides)
    assert said.getvalue() == ""


def test_an_empty_architecture_is_a_page_too() -> None:
    assert read(write_page(Architecture())).architecture == Architecture()


def test_the_same_architecture_gives_the_same_page() -> None:
    assert write_page(FULL) == write_page(FULL)


def test_the_order_in_which_sections_are_given_does_not_matter_to_what_is_read() -> None:
    head, *sections = PAGES[0].split("\n~~~~")
    titled = [
        f"{before.rsplit(chr(10), 1)[-1]}\n~~~~{section}"
        for before, section in zip([head, *sections], sections, strict=False)
    ]
    bodies = [
        section.rsplit("\n", 1)[0] if at < len(titled) - 1 else section for at, section in enumerate(titled)
    ]
    top = head.rsplit("\n", 1)[0]
    wanted = read(top + "\n\n" + "\n\n".join(bodies)).architecture
    bodies = [*bodies[1::2], *reversed(bodies[::2])]
    found = read(top + "\n\n" + "\n\n".join(bodies)).architecture
    for field in ("components", "interfaces", "data_assets", "use_cases", "users", "purpose", "contacts"):
        assert getattr(found, field) == getattr(wanted, field), field
    assert wanted.interfaces


@settings(max_examples=120)
@given(broken_pages())
def test_a_broken_page_is_read_and_nothing_is_lost(page: str) -> None:
    began = time.process_time()
    architecture = read(page).architecture
    assert time.process_time() - began < 10
    assert words_shown(page) - words_said(architecture) - labels() - JOINTS <= NO_WORDS_OF_THE_PAGE


@settings(max_examples=100)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_any_text_is_read_without_a_mistake_of_ours(text: str) -> None:
    read(text)
    read(f"Interfaces\n----------\n\n- {text}\n")
    read(f"Data assets\n-----------\n\n- *x* {text}\n")


@pytest.mark.parametrize(
    "text",
    [
        "*a " * 3000 + "\n\n" + "`b " * 3000,
        "- " * 3000 + "x",
        "\n\n".join("  " * depth + "- x" for depth in range(300)),
        "x:\n" + "- a\n" * 3000,
        "word " * 300_000,
        ("*a " * 3000 + "\n") * 60,
        "1. " + "->" * 4000,
        ".. csv-table::\n   :header: a\n\n   " + '"x",' * 4000,
        "|a| " * 2000 + "\n\n.. |a| replace:: |a| |a|\n",
        "\n".join(f":f{number}: x" for number in range(2000)),
    ],
    ids=[
        "unclosed",
        "bullets",
        "deep",
        "typed",
        "long line",
        "much",
        "arrows",
        "cells",
        "substitutions",
        "fields",
    ],
)
def test_a_huge_or_hostile_page_is_read_or_refused_in_bounded_time(text: str) -> None:
    began = time.process_time()
    for title in ("Components", "Interfaces", "Data assets"):
        read(f"{title}\n-----------\n\n{text}\n")
    assert time.process_time() - began < 60


def test_a_page_cannot_change_how_the_next_one_is_read() -> None:
    page = "Components\n----------\n- API (Python): says :strong:`yes`\n"
    before = read(page).architecture
    read(".. role:: strong(raw)\n   :format: html\n\n.. default-role:: strong\n\n" + page)
    assert read(page).architecture == before


@pytest.mark.slow
def test_sphinx_has_nothing_to_say_about_what_we_write(tmp_path: Path) -> None:
    pages: list[str] = [write_page(FULL)]

    @settings(max_examples=25, database=None)
    @given(architectures(figures=()))
    def collect(architecture: Architecture) -> None:
        pages.append(write_page(architecture))

    collect()
    source = tmp_path / "source"
    source.mkdir()
    (source / "conf.py").write_text("project = 'pages'\n", encoding="utf-8")
    (source / "a.png").write_bytes(b"")
    for number, page in enumerate(pages):
        (source / f"page-{number}.rst").write_text(page, encoding="utf-8")
    (source / "index.rst").write_text(
        "Pages\n=====\n\n.. toctree::\n   :glob:\n\n   page-*\n", encoding="utf-8"
    )
    run = subprocess.run(
        [sys.executable, "-m", "sphinx", "-W", "-n", "--keep-going", "-q", "-b", "html", str(source), str(tmp_path / "html")],
        capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert (run.returncode, run.stderr) == (0, "")
    assert len(pages) > 10
