"""The examples that come with Bartizan: in the installed package, or in the checkout it runs from."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from bartizan.project.made_files import MadeFile
from bartizan.source.diagnostic import Diagnostic

_PACKAGE = Path(__file__).parent.parent
_HOMES = (_PACKAGE / "examples", _PACKAGE.parent.parent / "examples")


def example_files(name: str) -> tuple[MadeFile, ...] | Diagnostic:
    """Return the files of an example, sorted, or why they cannot be had."""
    folder = next((home / name for home in _HOMES if (home / name).is_dir()), None)
    if folder is None:
        return Diagnostic(
            "no-example",
            f"the example `{name}` did not come with this installation",
            help=("install bartizan from its wheel, or run it in a checkout",),
        )
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    return tuple(
        MadeFile(PurePosixPath(path.relative_to(folder).as_posix()), path.read_bytes()) for path in files
    )
