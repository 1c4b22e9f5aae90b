"""The command itself: its help, its exit codes, what it loads."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bartizan.cli.app import COMMANDS

HEAVY = (
    "yaml",
    "docutils",
    "jinja2",
    "fontTools",
    "mini_racer",
    "typst",
    "resvg_py",
    "bartizan.model",
    "bartizan.render",
)


def loaded_by(program: str) -> set[str]:
    """Return the modules that are loaded after `program` has run."""
    ending = "\nimport sys; sys.stderr.write('\\n' + ' '.join(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", program + ending], capture_output=True, text=True, check=True)
    return set(ran.stderr.splitlines()[-1].split())


def test_the_help_lists_every_command_in_the_order_of_the_work(bartizan: Any) -> None:
    ran = bartizan("--help")

    assert ran.code == 0
    assert ran.err == ""
    listed = [
        line.split()[0] for line in ran.out.partition("Commands:")[2].splitlines() if line.startswith("  ")
    ]
    assert listed[: len(COMMANDS)] == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_a_help_and_the_common_options(bartizan: Any, name: str) -> None:
    ran = bartizan(name, "--help")

    assert ran.code == 0
    assert "--quiet" in ran.out
    assert "--no-color" in ran.out


def test_asking_for_help_loads_nothing_heavy() -> None:
    loaded = loaded_by("from bartizan.cli.run import run; run(['--help'])")

    assert "click" in loaded
    assert loaded.isdisjoint(HEAVY)


def test_importing_bartizan_loads_nothing() -> None:
    loaded = loaded_by("import bartizan")

    assert {name for name in loaded if name.startswith("bartizan")} == {"bartizan"}


def test_checking_a_page_loads_nothing_that_only_drawing_or_other_formats_need(tmp_path: Path) -> None:
    page = tmp_path / "architecture.yaml"
    page.write_text("service: Notes\n", encoding="utf-8")

    loaded = loaded_by(f"from bartizan.cli.run import run; run(['check', {str(page)!r}])")

    assert "bartizan.rules.readiness" in loaded
    assert loaded.isdisjoint({"docutils", "jinja2", "fontTools", "mini_racer", "typst", "resvg_py"})


def test_a_misspelt_command_is_answered_with_the_nearest(bartizan: Any) -> None:
    ran = bartizan("chekc")

    assert ran.code == 2
    assert "did you mean `check`?" in ran.err


def test_a_misspelt_option_is_a_mistake_on_the_command_line(bartizan: Any) -> None:
    ran = bartizan("check", "--fromat", "json")

    assert ran.code == 2
    assert "--format" in ran.err


def test_the_version_is_printed(bartizan: Any) -> None:
    ran = bartizan("--version")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("bartizan ")


def test_every_name_of_the_api_can_be_had() -> None:
    import bartizan

    for name in bartizan.__all__:
        assert getattr(bartizan, name).__doc__, name
    assert sorted(bartizan.__all__) == sorted(bartizan._HOMES)
    with pytest.raises(AttributeError):
        _ = bartizan.no_such_name
