"""Makes a page of one in OpenStack's reStructuredText: every fact with the line it came from, and nothing lost."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath

from bartizan.formats.openstack_rst.other_text import other_text, without_sections
from bartizan.formats.openstack_rst.page_limits import TOO_LARGE
from bartizan.formats.openstack_rst.reader import read_page
from bartizan.model.architecture import Architecture
from bartizan.model.names import make_id, readable
from bartizan.model.page import Note
from bartizan.model.places import Places
from bartizan.model.references import SECTIONS, section
from bartizan.model.shapes import SINGULAR
from bartizan.model.write import plain_tree
from bartizan.project.layout import PAGE_NAMES
from bartizan.project.new_file import make_folder, write_new
from bartizan.project.one_problem_each import one_problem_each
from bartizan.project.open_page import open_page
from bartizan.project.schema_file import SCHEMA_FILE, write_schema
from bartizan.project.workspace import find_workspace, shown
from bartizan.render.page.figure_file import MAXIMUM_BYTES
from bartizan.source.diagnostic import Diagnostic
from bartizan.source.nodes import Path as Place
from bartizan.source.nodes import Sequence as NodeSequence
from bartizan.source.nodes import node_at
from bartizan.source.plain import Plain
from bartizan.source.read_text import read_source
from bartizan.source.write_file import digest_of, leads_out, safe_path
from bartizan.source.write_yaml import write_yaml

_SAID_BY_A_TEMPLATE = frozenset(
    {"format", "service", "release", "version", "status", "template", "notes", "figures"}
)


@dataclass(frozen=True)
class ReadPage:
    """What became of a page in reStructuredText."""

    path: Path | None
    """The `architecture.yaml` that was written; nothing when it was not."""
    architecture: Architecture
    problems: tuple[Diagnostic, ...]
    """What was found while reading, and why something could not be written."""
    carried: int = 0
    """How many more problems of the page itself are now problems of the file, where `check` shows them."""
    figures: tuple[Path, ...] = ()
    """The figures that were copied."""
    lines: tuple[int, ...] = ()
    """The line of the page on which each note begins; a note of a page that we wrote names another, that of its own page."""

    @property
    def counts(self) -> dict[str, int]:
        """How many elements of each section were found, by what one is called."""
        found = {SINGULAR[name]: len(section(self.architecture, name)) for name in SECTIONS}
        return {name: number for name, number in found.items() if number}

    @property
    def is_unfilled(self) -> bool:
        """Whether it is a template that nobody has filled in: nothing is said but what stands in its head, and notes."""
        return set(plain_tree(self.architecture)) <= _SAID_BY_A_TEMPLATE

    @property
    def unplaced(self) -> tuple[Note, ...]:
        """The text that found no place; it is kept under `notes:`."""
        return self.architecture.notes


def read_rst(page: Path, *, output: Path | None = None, force: bool = False) -> ReadPage:
    """Read the page in reStructuredText at `page` and write it as `architecture.yaml`.

    Without `output`, a file or a folder, it goes beside the page. Figures are copied where that is another folder.
    Without `force` nothing that is there is replaced, and nothing is made of a file that is no architecture page.
    """
    outside = leads_out(page, find_workspace(page.parent).root, name=shown(page))
    if outside:
        return ReadPage(None, Architecture(), (outside,))
    source, problems = read_source(page, name=shown(page))
    if source is None:
        return ReadPage(None, Architecture(), tuple(problems))
    other = None if force else other_text(source)
    if other:
        return ReadPage(None, Architecture(), (*problems, other))
    read = read_page(source, folder=page.parent)
    refused = next((each for each in read.diagnostics if each.name == TOO_LARGE), None)
    if refused:  # nothing of it was read: an empty page would stand for it
        return ReadPage(None, read.architecture, (*problems, refused))
    other = None if force or _says_anything(read.architecture) else without_sections(source)
    if other:
        return ReadPage(None, read.architecture, (*problems, other))
    problems += one_problem_each(read.diagnostics)
    path = _path_for(page, output)
    schema = _schema_folder(path)
    text = page_text(
        read.architecture, read.places, page.name, os.path.relpath(schema / SCHEMA_FILE, path.parent)
    )
    root = find_workspace(path.parent).root
    refused = make_folder(path.parent) or write_new(path, text, force=force, root=root)
    if refused:
        return ReadPage(None, read.architecture, (refused,))
    again = Counter(_what(each) for each in open_page(path).diagnostics)
    own = [each for each in problems if not _carried(each, again)]
    copied, not_copied = _copy_figures(read.architecture, page.parent, path.parent, force=force)
    no_schema = write_schema(schema)
    told = (*own, *not_copied, *([no_schema] if no_schema else []))
    lines = tuple(
        span.line for at in range(len(read.architecture.notes)) if (span := read.places.of(("notes", at)))
    )
    return ReadPage(path, read.architecture, told, len(problems) - len(own), copied, lines)


def _says_anything(architecture: Architecture) -> bool:
    """Whether any element was found, so that the file is an architecture page whatever its titles are."""
    return any(section(architecture, name) for name in SECTIONS)


def _carried(problem: Diagnostic, again: Counter[tuple[str, str]]) -> bool:
    """Whether reading the new file gives the same problem, each once but for names that nothing has."""
    if problem.name.startswith("no-such-"):
        return again[_what(problem)] > 0  # two spellings on the page are one name in the file
    again[_what(problem)] -= 1
    return again[_what(problem)] >= 0


def _what(problem: Diagnostic) -> tuple[str, str]:
    """Return what tells one problem from another wherever it is written."""
    if problem.at is None or not problem.name.startswith("no-such-"):
        return problem.name, problem.message
    named = re.search(
        r"`(.+)`", problem.at.text, re.DOTALL
    )  # the page has a name, and the file the id made from it
    return problem.name, make_id(named[1], ()) if named else problem.at.text


def page_text(architecture: Architecture, places: Places, source: str, schema: str) -> str:
    """Return the text of the file; `source` is what the lines in its comments are lines of."""
    tree = plain_tree(architecture)
    head = (
        f"# yaml-language-server: $schema={PurePath(schema).as_posix()}\n"
        f"#\n# Read from {' '.join(source.split())}; behind each fact stands its line there.\n\n"
    )
    ids = frozenset(id_ for name in SECTIONS for id_ in section(architecture, name))
    return head + write_yaml(tree, trailing=dict(_lines(tree, (), places, None, ids)))


def _lines(
    tree: Plain,
    path: Place,
    places: Places,
    above: int | None,
    ids: frozenset[str],
    written: Place | None = None,
) -> Iterator[tuple[Place, str]]:
    """Yield a comment for each fact that does not stand on the line of what it belongs to, or whose spelling an id cannot keep.

    `written` is the path in the page, where it is not that in the file: there a list of one is that one alone.
    """
    if path[:1] in {("format",), ("notes",)}:  # not from the page, or with a line of its own
        return
    written = path if written is None else written
    in_page = node_at(places.root, written) if places.root is not None else None
    if isinstance(in_page, NodeSequence) and not isinstance(tree, list):
        written = (*written, 0)
    line = above
    if len(path) > 1 or (path and not isinstance(tree, (dict, list))):  # a whole section has no line
        span = places.of(written)
        line = span.line if span else above
        said = [f"line {line}"] if line is not None and line != above else []
        said += [spelling] if span and (spelling := _spelling(tree, span.text, ids)) else []
        if said:
            yield path, ": ".join(said)
    inner: Sequence[tuple[str | int, Plain]] = ()
    if isinstance(tree, dict):
        inner = list(tree.items())
    elif isinstance(tree, list):
        inner = list(enumerate(tree))
    for step, each in inner:
        yield from _lines(each, (*path, step), places, line, ids, (*written, step))


def _spelling(tree: Plain, text: str, ids: frozenset[str]) -> str | None:
    """Return the name on the page that an id was made of which nothing has: nothing else would keep its letters."""
    if not isinstance(tree, str) or tree in ids or "\n" in text or tree != make_id(text, ()):
        return None
    spelled = "".join(letter for letter in " ".join(text.split()) if letter.isprintable())
    return spelled if spelled not in {tree, readable(tree)} else None


def _path_for(page: Path, output: Path | None) -> Path:
    if output is None:
        return page.parent / PAGE_NAMES[0]
    return output if output.suffix.lower() in {".yaml", ".yml"} else output / PAGE_NAMES[0]


def _schema_folder(path: Path) -> Path:
    """Return where the schema belongs: at the root of a workspace with settings, else beside the page."""
    workspace = find_workspace(path.parent)
    return workspace.root if workspace.settings_file else path.parent


def _copy_figures(
    architecture: Architecture, here: Path, there: Path, *, force: bool
) -> tuple[tuple[Path, ...], list[Diagnostic]]:
    """Copy the figures' files that lie within the page's folder; those that do not were said when it was read."""
    if os.path.realpath(here) == os.path.realpath(there):
        return (), []
    copied, problems = [], []
    for name, data in _figures(architecture, here).items():
        target = safe_path(there, name)
        if isinstance(target, Diagnostic):
            problems.append(target)
            continue
        if _is_there(target, data):
            continue
        refused = make_folder(target.parent) or write_new(target, data, force=force, root=there)
        if refused:
            problems.append(refused)
        else:
            copied.append(target)
    return tuple(copied), problems


def _figures(architecture: Architecture, folder: Path) -> Mapping[str, bytes]:
    files: dict[str, bytes] = {}
    for figure in architecture.figures:
        path = safe_path(folder, figure.file or "")
        if isinstance(path, Diagnostic) or not path.is_file():
            continue
        with path.open("rb") as file:
            data = file.read(MAXIMUM_BYTES + 1)
        if figure.file and len(data) <= MAXIMUM_BYTES:
            files[figure.file] = data
    return files


def _is_there(path: Path, data: bytes) -> bool:
    return (
        path.is_file()
        and path.stat().st_size == len(data)
        and digest_of(path.read_bytes()) == digest_of(data)
    )
