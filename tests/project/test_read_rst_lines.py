"""The comments of a file that was read from a page name the lines of that page."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from bartizan.project.read_rst import read_rst

if TYPE_CHECKING:
    import pytest


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


def test_a_name_that_an_id_cannot_keep_stands_behind_it(tmp_path: Path) -> None:
    page = tmp_path / "page.rst"
    page.write_text(
        "Ferry architecture\n==================\n\nComponents\n----------\n\n- API: x\n\nInterfaces\n----------\n\n"
        "1. API->PKCS#11 HSM *[TLS]*:\n\nData assets\n-----------\n\n- *Key* - persisted in ferry.conf\n"
    )
    read = read_rst(page, output=tmp_path / "out")
    assert read.path is not None
    text = read.path.read_text()
    assert "listener: pkcs-11-hsm  # PKCS#11 HSM" in text
    assert "persisted: ferry-conf  # ferry.conf" in text
    assert "requestor: api\n" in text


def test_of_a_page_that_is_too_large_no_empty_one_is_written(tmp_path: Path) -> None:
    page = tmp_path / "page.rst"
    page.write_text("Components\n----------\n\n" + "x" * 20_000 + "\n")
    read = read_rst(page, output=tmp_path / "out", force=True)

    assert read.path is None
    assert [each.name for each in read.problems] == ["page-too-large"]
    assert not (tmp_path / "out").exists()


def test_nothing_is_read_or_written_through_a_link_that_leads_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside, outside = tmp_path / "workspace", tmp_path / "outside"
    (inside / "out").mkdir(parents=True)
    (inside / ".git").mkdir()
    outside.mkdir()
    text = "Ferry architecture\n==================\n\nComponents\n----------\n\n- API: x\n"
    (outside / "secret.rst").write_text(text)
    monkeypatch.chdir(inside)
    Path("page.rst").write_text(text)
    Path("link.rst").symlink_to(outside / "secret.rst")
    Path("out/architecture.yaml").symlink_to(outside / "pwned.yaml")

    for force in (False, True):
        written = read_rst(Path("page.rst"), output=Path("out"), force=force)
        assert ([each.name for each in written.problems], written.path) == (["path-outside"], None)
    assert [each.name for each in read_rst(Path("link.rst")).problems] == ["path-outside"]
    assert [each.name for each in outside.iterdir()] == ["secret.rst"]


def test_a_release_named_by_its_year_is_read_from_the_title(tmp_path: Path) -> None:
    page = tmp_path / "page.rst"
    page.write_text("Harbour - 1.0/2026.1\n====================\n\nComponents\n----------\n\n- API: x\n")
    architecture = read_rst(page, output=tmp_path / "out").architecture

    assert (architecture.service, architecture.version, architecture.release) == ("Harbour", "1.0", "2026.1")
    assert architecture.notes == ()
