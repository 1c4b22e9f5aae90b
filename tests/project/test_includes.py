"""A page made of several files."""

from __future__ import annotations

from pathlib import Path

import pytest

from bartizan.project.includes import MAXIMUM_FILES
from bartizan.project.open_page import OpenPage, file_problems, open_page


@pytest.fixture(autouse=True)
def _workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "workspace"
    root.mkdir()
    (root / "bartizan.toml").touch()
    monkeypatch.chdir(root)


def written(**files: str) -> OpenPage:
    for name, text in files.items():
        path = Path(name.replace("__", "/") + ".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return open_page("page.yaml")


def names(page: OpenPage) -> list[str]:
    return [each.name for each in page.diagnostics]


def test_sections_of_all_files_are_one_page_with_places_in_each() -> None:
    page = written(
        page="service: Notes\ninclude: [parts/one.yaml, parts/two.yaml]\ncomponents: {web: {}}\n",
        parts__one="components: {database: {}}\nusers: [People.]\n",
        parts__two="include: one.yaml\ninterfaces: {1: {requestor: web, listener: database}}\nusers: [Others.]\n",
    )

    assert names(page) == []
    assert list(page.architecture.components) == ["web", "database"]
    assert page.architecture.users == ("People.", "Others.")
    span = page.places.of(("interfaces", "1", "listener"))
    assert span is not None
    assert (span.source.name, span.line) == ("parts/two.yaml", 2)
    assert [path.name for path in page.sources] == ["page.yaml", "one.yaml", "two.yaml"]


def test_a_file_elsewhere_in_the_workspace_may_be_included() -> None:
    page = written(
        services__notes__page="include: ../shared.yaml\nservice: Notes\n", services__shared="components: {web: {}}\n",
        page="include: services/notes/page.yaml\n",
    )  # fmt: skip

    assert names(page) == []
    assert list(page.architecture.components) == ["web"]


@pytest.mark.parametrize(
    "name",
    [
        "../outside.yaml",
        "/etc/passwd",
        "parts/../../outside.yaml",
        "link.yaml",
        "away/outside.yaml",
        "a\\\\b.yaml",
    ],
)
def test_nothing_outside_of_the_workspace_is_read(tmp_path: Path, name: str) -> None:
    (tmp_path / "outside.yaml").write_text("components: {secret: {}}\n", encoding="utf-8")
    Path("link.yaml").symlink_to(tmp_path / "outside.yaml")
    Path("away").symlink_to(tmp_path, target_is_directory=True)

    page = written(page=f'service: Notes\ninclude: "{name}"\n')

    assert names(page) == ["include-outside"]
    assert page.architecture.components == {}
    assert not page.complete


def test_a_file_that_leads_back_to_itself_is_said() -> None:
    page = written(
        page="service: Notes\ninclude: one.yaml\n",
        one="include: two.yaml\n",
        two="include: page.yaml\nusers: [People.]\n",
    )

    assert names(page) == ["include-cycle"]
    assert page.architecture.users == ("People.",)


def test_there_are_not_endlessly_many_files() -> None:
    chain = {f"n{number}": f"include: n{number + 1}.yaml\n" for number in range(MAXIMUM_FILES + 5)}

    assert "too-many-includes" in names(written(page="service: Notes\ninclude: n0.yaml\n", **chain))


def test_what_is_wrong_in_an_included_file_is_shown_there() -> None:
    page = written(page="service: Notes\ninclude: one.yaml\n", one="components: {web: {tecnology: x}}\n")

    assert page.diagnostics[0].at is not None
    assert page.diagnostics[0].at.span.source.name == "one.yaml"


def test_not_every_variant_of_very_many_is_looked_at() -> None:
    variants = "".join(f"  v{number}: {{components: {{web: {{tecnology: x}}}}}}\n" for number in range(500))

    page = written(page=f"service: Notes\ncomponents: {{web: {{}}}}\nvariants:\n{variants}")

    assert names(page) == ["too-many-variants"]
    assert len(file_problems(page)) == 1 + len(page.variants) == 65
