"""The comments of a file that was read from a page name the lines of that page."""

from __future__ import annotations

from pathlib import Path

from bartizan.project.read_rst import read_rst


def test_what_belongs_to_the_only_figure_has_its_own_line(tmp_path: Path) -> None:
    page = tmp_path / "page.rst"
    page.write_text(
        "Ferry architecture\n==================\n\nDiagram\n-------\n\n.. figure:: a.png\n   :alt: boxes\n\n   All of it\n"
    )
    (tmp_path / "a.png").write_bytes(b"x")
    read = read_rst(page, output=tmp_path / "out")
    assert read.path is not None
    text = read.path.read_text()
    assert "a.png  # line 7" in text
    assert "All of it  # line 10" in text


def test_a_name_that_goes_on_in_the_next_line_is_one_problem(tmp_path: Path) -> None:
    page = tmp_path / "page.rst"
    page.write_text(
        "Ferry architecture\n==================\n\nComponents\n----------\n\n- API: x\n\nData assets\n-----------\n\n"
        "- *Key* - persisted in agent.conf on each\n  hypervisor\n"
    )
    read = read_rst(page, output=tmp_path / "out")
    assert read.path is not None
    assert (read.problems, read.carried) == ((), 1)
