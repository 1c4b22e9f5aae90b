"""Gives an element of a page another id, everywhere it is named."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bartizan.model.architecture import Architecture
from bartizan.model.read import read_architecture
from bartizan.model.references import SECTIONS, references, section
from bartizan.model.rename import rename_replacements
from bartizan.model.shapes import ID, RESERVED, SINGULAR, with_article
from bartizan.model.variant import patched, variant_names
from bartizan.project.follow_renames import with_new_ids
from bartizan.project.open_page import OpenPage
from bartizan.project.save_edits import Edited, edited
from bartizan.source.diagnostic import Diagnostic
from bartizan.source.edit import Edit, Replacement, apply
from bartizan.source.read_yaml import read_yaml
from bartizan.source.suggest import nearest
from bartizan.source.text import Source


def renamed(page: OpenPage, old: str, new: str) -> Edited:
    """Return the change that gives the element `old` the id `new`, or why that cannot be; nothing is written."""
    problem = _cannot(page, old, new)
    if problem:
        return Edited(problems=(problem,))
    assert page.root is not None
    by_file = defaultdict(list)
    paths = {id(source): path for path, source in page.sources.items()}
    for replacement in rename_replacements(page.root, old, new):
        by_file[paths[id(replacement.span.source)]].append(replacement)
    change = edited(page, {path: _applied(page, path, parts) for path, parts in by_file.items()})
    if _says_the_same(page, change, {old: new}):
        return change
    return Edited(problems=(_not_sure(old),))


def _says_the_same(page: OpenPage, change: Edited, ids: dict[str, str]) -> bool:
    """Whether the files, as they would be, say what they said but for the id; of a page of several files, whether each can be read."""
    parsed = [read_yaml(Source(page.sources[path].name, text)) for path, text in change.texts.items()]
    if not all(each.complete for each in parsed):
        return False
    if len(page.sources) > 1 or len(parsed) != 1 or parsed[0].root is None:
        return True
    now, wanted = read_architecture(parsed[0].root).architecture, with_new_ids(page.architecture, ids)
    # Variants and waivers name elements in texts of their own, which `with_new_ids` does not look into.
    return replace(now, variants={}, waivers=()) == replace(wanted, variants={}, waivers=())


def _not_sure(old: str) -> Diagnostic:
    return Diagnostic(
        "rename-unsure",
        f"`{old}` stands where it cannot be replaced for certain, so nothing was changed",
        help=(
            "write the steps of a use case as a block, `store: |` with one step a line: not where YAML folds lines into one",
        ),
    )


def ids_of(page: OpenPage) -> dict[str, str]:
    """Return every id of the page with the section of what it names, those that only a variant has included."""
    ids: dict[str, str] = {}
    for architecture in _forms(page):
        for name in SECTIONS:
            ids |= {each: name for each in section(architecture, name) if each not in ids}
        by_use = (reference for reference in references(architecture) if reference.by_use)
        ids |= {each.id: each.sections[0] for each in by_use if each.id not in ids}
    return ids


def _applied(page: OpenPage, path: Path, replacements: list[Replacement]) -> str:
    return apply(page.sources[path], [Edit((each,)) for each in replacements])


def _forms(page: OpenPage) -> Iterator[Architecture]:
    yield page.architecture
    if page.root is not None:
        for variant in variant_names(page.root):
            yield read_architecture(patched(page.root, variant), base=page.root).architecture


def _cannot(page: OpenPage, old: str, new: str) -> Diagnostic | None:
    if page.root is None:
        return Diagnostic(
            "not-a-yaml-page",
            f"ids can be changed in `architecture.yaml` only, and `{page.name}` is none",
            help=(f"make one of it: `bartizan read {page.name}`",) if page.sources else (),
        )
    if not page.complete:
        return Diagnostic(
            "not-read-whole",
            f"`{page.name}` could not be read whole, so that `{old}` might be named in a place that was not seen",
            help=("`bartizan check` says why; repair that first",),
        )
    ids = ids_of(page)
    if old not in ids:
        close = nearest(old, ids)
        return Diagnostic(
            "no-such-id",
            f"nothing on the page has the id `{old[:80]}`",
            help=(f"did you mean `{close}`?" if close else "`bartizan show` lists the ids",),
        )
    if not ID.fullmatch(new) or new in RESERVED:
        return Diagnostic(
            "not-an-id",
            f"`{new[:80]}` cannot be an id",
            help=(
                "ids are lower-case letters and digits joined by hyphens; what people see goes to `name:`",
            ),
        )
    if new in ids:
        what = with_article(SINGULAR[ids[new]])
        return Diagnostic(
            "id-taken",
            f"`{new}` is the id of {what} already",
            help=("choose another; an id names one thing",),
        )
    return None
