"""The promised API, as a program of somebody else's uses it."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

import bartizan

TODAY = datetime.date(2026, 11, 22)
READY = Path(__file__).resolve().parents[1] / "cli" / "ready.yaml"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_page_is_opened_checked_drawn_and_printed(folder: Path) -> None:
    page = bartizan.open_page(READY)
    checked = bartizan.check(page, TODAY)
    drawn = bartizan.draw(page.architecture, bartizan.diagrams_of(page.architecture))
    made = bartizan.make_page(checked, ["rst", "html"])
    written = bartizan.write_made(folder / "page", [*drawn.files, *made.files])

    assert (page.diagnostics, checked.gaps, drawn.problems, made.problems) == ((), (), (), ())
    assert {path.suffix for path in written.paths} == {".svg", ".rst", ".html", ".png"}
    assert len(made.digest) == 64


def test_what_is_missing_comes_with_its_place_and_what_to_do(folder: Path) -> None:
    (folder / "architecture.yaml").write_text(
        "service: Notes\ncomponents:\n  web: {technology: Python}\n", encoding="utf-8"
    )

    checked = bartizan.check(bartizan.open_page(), TODAY)

    found = next(each for each in checked.gaps if each.gap.rule == "component-without-purpose")
    assert found.diagnostic.at is not None
    assert str(found.diagnostic.at.span) == "architecture.yaml:3:3"
    assert found.gap.write == "description: …"
    assert checked.blocking
    assert set(checked.blocking) | set(checked.advice) == set(checked.gaps)
    assert len(checked.all_diagnostics) == len(checked.gaps)


def test_a_waiver_holds_until_its_day(folder: Path) -> None:
    waiver = "waivers: [{gap: contact-missing, because: We are few., until: 2026-11-22}]\n"
    (folder / "architecture.yaml").write_text(f"service: Notes\n{waiver}", encoding="utf-8")
    page = bartizan.open_page()

    def waived(today: datetime.date) -> list[str]:
        return [each.gap.rule for each in bartizan.check(page, today).waived]

    assert waived(TODAY) == ["contact-missing"]
    assert waived(TODAY + datetime.timedelta(days=1)) == []


def test_nothing_that_a_person_wrote_raises(folder: Path) -> None:
    for name, content in {"a.yaml": b"\xff\x00", "b.yaml": b"{", "c.rst": b"====\n", "d.yaml": b""}.items():
        (folder / name).write_bytes(content)
        page = bartizan.open_page(name)
        checked = bartizan.check(page, TODAY)
        assert isinstance(bartizan.show(page).brought, tuple)
        assert bartizan.diff(page, page) == ()
        assert checked.page is page
    assert bartizan.open_page("nowhere.yaml").has_errors
    assert bartizan.open_page(folder).has_errors
