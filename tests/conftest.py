"""What all tests share: the corpus of real pages where there is one, and a machine that looks the same to each of them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

REPOSITORY = Path(__file__).resolve().parent.parent

# Two cores shared with other work can be slow now and then; a deadline would fail a good test. What must be fast is
# measured in bench/. On CI the same cases are tried each time, so that a failure there is a failure here.
settings.register_profile("default", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("default"), derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "default")


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the checkout that is tested."""
    return REPOSITORY


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder with the corpus of published pages, which is not part of the repository."""
    folder = Path(os.environ.get("BARTIZAN_SHARED") or REPOSITORY.parent / "shared")
    if not (folder / "corpus").is_dir():
        pytest.skip(
            "NOT TESTED ON REAL PAGES: there is no corpus (set BARTIZAN_SHARED to the folder that holds corpus/)"
        )
    return folder


@pytest.fixture(scope="session")
def layouts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where layouts of diagrams are remembered while the tests run, instead of the user's cache."""
    return tmp_path_factory.mktemp("layouts")


@pytest.fixture(autouse=True)
def plain_machine(monkeypatch: pytest.MonkeyPatch, layouts: Path) -> None:
    """Hide from every test what the terminal and the user's settings would change in the answers."""
    for name in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "LINES", "PAGER"):
        monkeypatch.delenv(name, raising=False)
    for name in [name for name in os.environ if name.startswith("BARTIZAN_") and name != "BARTIZAN_SHARED"]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setenv("BARTIZAN_CACHE", str(layouts))
