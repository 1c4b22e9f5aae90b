"""What holds for the whole repository: names, sizes, locks, and what a wheel contains."""

from __future__ import annotations

import ast
import io
import re
import subprocess
import sys
import tokenize
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
SOURCES = sorted((REPOSITORY / "src").rglob("*.py"))
LOCKS = sorted([*REPOSITORY.glob("requirements/*.txt"), *REPOSITORY.glob("bench/requirements/*.txt")])

NO_NAMES_HERE = {"Manager", "Handler", "Helper", "Helpers", "Utils", "Util", "Item"}
REQUIREMENT = re.compile(r"^(?P<name>[a-z0-9][a-z0-9.-]*)==(?P<version>[^ ;\\]+)", re.MULTILINE)


def named(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def locked(lock: Path) -> dict[str, str]:
    return {
        match["name"]: match["version"] for match in REQUIREMENT.finditer(lock.read_text(encoding="utf-8"))
    }


def test_there_are_sources_and_locks_to_look_at() -> None:
    assert len(SOURCES) > 20
    assert len(LOCKS) >= 5


def test_a_source_file_is_one_thing_and_short() -> None:
    too_long = [named(path) for path in SOURCES if len(path.read_text(encoding="utf-8").splitlines()) > 450]
    assert too_long == []


def test_nothing_is_named_for_managing_handling_or_helping() -> None:
    found = [
        f"{named(path)}: {name}"
        for path in SOURCES
        for name in names_in(path)
        if words_of(name) & NO_NAMES_HERE
    ]
    assert found == []


def names_in(path: Path) -> list[str]:
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return [path.stem, *(node.name for node in nodes if isinstance(node, ast.ClassDef))]


def words_of(name: str) -> set[str]:
    return {word.capitalize() for word in re.findall(r"[A-Z]?[a-z]+", name)}


def test_no_comment_puts_work_off() -> None:
    put_off = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    assert [
        f"{named(path)}: {comment}"
        for path in SOURCES
        for comment in comments(path)
        if put_off.search(comment)
    ] == []


def comments(path: Path) -> Iterator[str]:
    tokens = tokenize.generate_tokens(io.StringIO(path.read_text(encoding="utf-8")).readline)
    return (token.string for token in tokens if token.type == tokenize.COMMENT)


def test_no_pattern_is_possessive_about_a_group() -> None:
    # Python 3.11.2, which Debian 12 has, matches `(?:a|b)*+` wrongly (python/cpython#106052); newer ones do not, so that
    # other tests would not notice. A possessive character class, `[ab]*+`, is fine.
    possessive = re.compile(r"\)(?:[*+?]|\{[0-9,]+\})\+|\(\?>")
    found = [
        f"{named(path)}: {node.value}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and possessive.search(node.value)
    ]
    assert found == []


@pytest.mark.parametrize("lock", LOCKS, ids=named)
def test_a_lock_names_no_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^--", text, re.MULTILINE), "an option for pip, where only requirements belong"


@pytest.mark.parametrize("lock", LOCKS, ids=named)
def test_each_locked_version_has_its_hashes(lock: Path) -> None:
    requirements = re.sub(r"\\\n", "", lock.read_text(encoding="utf-8")).splitlines()
    requirements = [line for line in requirements if line and not line.lstrip().startswith("#")]
    assert requirements
    for line in requirements:
        assert "==" in line
        assert "--hash=sha256:" in line


def test_the_lock_of_the_developers_holds_the_other_one_whole() -> None:
    run, dev = (locked(REPOSITORY / "requirements" / name) for name in ("run.txt", "dev.txt"))
    assert run.items() <= dev.items()
    assert len(dev) > len(run)


def test_all_that_the_project_depends_on_is_locked() -> None:
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["build-system"]["requires"]]
    names = {normal(re.split(r"[^A-Za-z0-9._-]", requirement)[0]) for requirement in wanted}
    assert names <= {normal(name) for name in locked(REPOSITORY / "requirements" / "run.txt")}


def test_make_without_a_target_says_what_there_is() -> None:
    shown = subprocess.run(["make", "-C", str(REPOSITORY)], check=True, capture_output=True, text=True).stdout
    for target in ("demo", "test", "lint", "docs", "bench", "lock", "clean"):
        assert re.search(rf"^ +{target} ", shown, re.MULTILINE)


@pytest.mark.slow
def test_a_wheel_brings_the_examples_the_fonts_and_the_licences(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-build-isolation",
        "--no-deps",
        "--no-index",
    ]
    subprocess.run([*command, "--wheel-dir", str(tmp_path), str(REPOSITORY)], check=True)
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    for wanted in (
        r"bartizan/examples/barbican/.*architecture\.yaml",
        r"bartizan/render/fonts/.*\.ttf",
        r"bartizan/render/diagrams/elk/elk-worker\.min\.js",
        r"bartizan/knowledge/protocols\.toml",
        r"bartizan/rules/readiness/.*\.md",
        r"bartizan-.*/licenses/LICENSE",
        r"bartizan-.*/licenses/.*OFL-Inter\.txt",
        r"bartizan-.*/licenses/.*LICENSE-elkjs\.md",
    ):
        assert any(re.fullmatch(wanted, name) for name in names), wanted
    assert not [name for name in names if "__pycache__" in name]
