"""Reads the files that a page is made of: its own, and those it includes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from bartizan.model.include import base_name, changed, included_names, joined
from bartizan.project.workspace import shown
from bartizan.source.diagnostic import Diagnostic, Label
from bartizan.source.nodes import Mapping, Node, Scalar
from bartizan.source.read_text import read_source
from bartizan.source.read_yaml import read_yaml
from bartizan.source.text import Source
from bartizan.source.write_file import safe_path

MAXIMUM_FILES = 200
"""How many files one page may be made of."""
MAXIMUM_CHARACTERS = 16 * 1024 * 1024
"""How large they may be together."""


@dataclass
class PageFiles:
    """The files of one page as they were read, while they are read."""

    root: Path
    """The folder below which they must be."""
    sources: dict[Path, Source] = field(default_factory=dict)
    """The text of each file, the page's own first."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    complete: bool = True
    """Whether everything in them could be read: when not, what is missing proves nothing."""


def read_page_files(path: Path, name: str, root: Path) -> tuple[Node | None, PageFiles]:
    """Return the page at `path` with the sections of what it includes, and the files it was read from.

    Includes stay below `root`, may include further files, and never lead back to a file that is being read.
    """
    files = PageFiles(root)
    source, problems = read_source(path, name=name)
    files.diagnostics += problems
    if source is None:
        files.complete = False
        return None, files
    return _read(path, source, files, ()), files


def _read(path: Path, source: Source, files: PageFiles, around: tuple[Path, ...]) -> Node | None:
    files.sources[path] = source
    parsed = read_yaml(source)
    files.diagnostics += parsed.diagnostics
    files.complete = files.complete and parsed.complete
    root = parsed.root
    if root is None or not isinstance(root, Mapping):
        return root
    around = (*around, path)
    parts = list(_named(path, included_names(root), files, around))
    if parts:
        root, problems = joined(root, parts)
        files.diagnostics += problems
    base = base_name(root)
    for page in _named(path, (base,) if base else (), files, around):
        root = changed(page, root)
    return root


def _named(
    path: Path, names: tuple[Scalar, ...], files: PageFiles, around: tuple[Path, ...]
) -> Iterator[Mapping]:
    """Yield the files that the file at `path` names, each of which can be read and may be part of the page."""
    for written in names:
        target = _target(path, written, files.root)
        problem = target if isinstance(target, Diagnostic) else _refusal(target, written, files, around)
        if problem:
            files.diagnostics.append(problem)
            files.complete = False
            continue
        assert isinstance(target, Path)
        if target in files.sources:
            continue  # two parts may need the same third one; it is part of the page once
        part = _read_part(target, written, files, around)
        if part is not None:
            yield part


def _read_part(target: Path, written: Scalar, files: PageFiles, around: tuple[Path, ...]) -> Mapping | None:
    source, problems = read_source(target, name=shown(target))
    if source is None:
        files.complete = False
        first = problems[0]
        advice = "the path goes from the folder of the file that includes it"
        files.diagnostics.append(Diagnostic(first.name, first.message, Label(written.span), help=(advice,)))
        return None
    files.diagnostics += problems
    part = _read(target, source, files, around)
    if part is None or isinstance(part, Mapping):
        return part
    files.diagnostics.append(
        Diagnostic(
            "not-a-part",
            f"`{written.text}` has no sections of a page",
            Label(part.span),
            also=(Label(written.span, "included here"),),
            help=("write sections as a page has them, such as `components:`",),
        )
    )
    return None


def _target(path: Path, written: Scalar, root: Path) -> Path | Diagnostic:
    """Return the file that is meant by a name in the page at `path`."""
    name = written.text.strip()
    where = "this folder" if shown(root) == "." else f"`{shown(root)}`"
    outside = Diagnostic(
        "include-outside",
        f"`{name[:100]}` is not a file of this workspace",
        Label(written.span, "leads out of it"),
        help=(f"name a file in {where} or below it; the path goes from the folder of this file",),
    )
    if not name or "\x00" in name or "\\" in name or PurePosixPath(name).is_absolute():
        return outside
    target = Path(os.path.normpath(path.parent / name))
    here, base = (Path(os.path.abspath(each)) for each in (target, root))  # noqa: PTH100  (symlinks are looked at below)
    if not here.is_relative_to(base):
        return outside
    safe = safe_path(root, here.relative_to(base))
    return outside if isinstance(safe, Diagnostic) else target


def _refusal(target: Path, written: Scalar, files: PageFiles, around: tuple[Path, ...]) -> Diagnostic | None:
    if target in around:
        return Diagnostic(
            "include-cycle",
            f"`{written.text}` includes itself"
            if target == around[-1]
            else f"`{written.text}` leads back to itself",
            Label(written.span),
            help=("take the include out here: the file is already part of the page",),
        )
    if len(files.sources) >= MAXIMUM_FILES:
        return _too_much(
            f"the page is made of more than {MAXIMUM_FILES} files",
            "put several sections into one file",
            written,
        )
    if sum(len(source.text) for source in files.sources.values()) > MAXIMUM_CHARACTERS:
        size = f"{MAXIMUM_CHARACTERS // 1024 // 1024} MiB"
        return _too_much(
            f"the files of the page are larger than {size} together", "make several pages of it", written
        )
    return None


def _too_much(message: str, advice: str, written: Scalar) -> Diagnostic:
    return Diagnostic("too-many-includes", message, Label(written.span, "left out"), help=(advice,))
