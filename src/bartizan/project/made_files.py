"""Files that are generated: replaced when they are still as they were made, never when a person changed them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from bartizan.project.new_file import make_folder
from bartizan.project.workspace import shown
from bartizan.source.diagnostic import Diagnostic
from bartizan.source.write_file import safe_path, write_atomically

RECORD = ".bartizan-made.json"
"""The record of what was made in a folder: the digest of each file by its name."""

_LARGEST_RECORD = 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file to be written."""

    name: PurePosixPath
    """From the folder it is made in."""
    content: bytes


@dataclass(frozen=True, slots=True)
class Written:
    """What became of the files."""

    paths: tuple[Path, ...]
    """Those that are there now as they were made, whether or not they had to be written."""
    problems: tuple[Diagnostic, ...] = ()
    """Why the others are not."""


def write_made(folder: Path, files: Iterable[MadeFile], *, force: bool = False) -> Written:
    """Write `files` below `folder`; with `force` also over files that a person made or changed."""
    problem = make_folder(folder)
    if problem:
        return Written((), (problem,))
    record_path = folder / RECORD
    record, record_digest = _read_record(record_path)
    paths, problems, made = [], [], dict(record)
    for file in files:
        target = safe_path(folder, str(file.name))
        if isinstance(target, Diagnostic):
            problems.append(target)
            continue
        problem = make_folder(target.parent) or _write_one(
            target, file, record.get(str(file.name)), folder, force=force
        )
        if problem:
            problems.append(problem)
        else:
            paths.append(target)
            made[str(file.name)] = _digest(file.content)
    if made != record:
        text = json.dumps(made, indent=1, sort_keys=True) + "\n"
        problem = write_atomically(record_path, text, expected=record_digest, root=folder)
        if problem:
            problems.append(problem)
    return Written(tuple(paths), tuple(problems))


def _write_one(
    target: Path, file: MadeFile, made: str | None, folder: Path, *, force: bool
) -> Diagnostic | None:
    there = _digest_of_file(target)
    if there == _digest(file.content):
        return None
    if there is not None and there != made and not force:
        return Diagnostic(
            "changed-by-hand",
            f"`{shown(target)}` was written or changed by somebody and is left as it is",
            help=("`--force` replaces it; `-o FOLDER` writes elsewhere",),
        )
    return write_atomically(target, file.content, expected=there, root=folder)


def _read_record(path: Path) -> tuple[dict[str, str], str | None]:
    """Return the record and its digest; one that cannot be read, after a merge for instance, says nothing."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_RECORD)
    except OSError:
        return {}, None
    try:
        record = json.loads(data)
    except (ValueError, RecursionError):
        record = {}
    if not isinstance(record, dict):
        record = {}
    texts = {name: digest for name, digest in record.items() if isinstance(digest, str)}
    return texts, _digest(data)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _digest_of_file(path: Path) -> str | None:
    """Return the digest of the file; nothing when there is none that can be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None
