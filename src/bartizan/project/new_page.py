"""Begins the architecture page of a service: a file that says nothing yet and shows where everything goes."""

from __future__ import annotations

import os
import string
from dataclasses import dataclass
from pathlib import Path, PurePath

from bartizan.model.names import make_id
from bartizan.project.layout import LAYOUTS, PAGE_NAMES
from bartizan.project.new_file import make_folder, write_new
from bartizan.project.schema_file import SCHEMA_FILE, write_schema
from bartizan.project.settings import SETTINGS_FILE
from bartizan.project.workspace import Workspace, find_workspace
from bartizan.source.diagnostic import Diagnostic
from bartizan.source.plain import Plain
from bartizan.source.write_file import write_atomically
from bartizan.source.write_yaml import write_yaml

_TEMPLATE = Path(__file__).with_name("first_page.yaml")
UNRELEASED = "current"
"""The folder of a page that names no release."""


@dataclass(frozen=True, slots=True)
class NewPage:
    """What was begun."""

    path: Path
    problems: tuple[Diagnostic, ...] = ()
    """Why it could not be written."""


def new_page(
    service: str,
    *,
    release: str | None = None,
    output: Path | None = None,
    layout: str | None = None,
    force: bool = False,
) -> NewPage:
    """Write the first page of `service`, and the schema beside it by which editors complete.

    Without `output` it goes where the workspace's layout has it; without settings into the current folder. With
    `layout` the workspace's settings are begun in the current folder. An existing page is replaced only with `force`.
    """
    here = Path()
    if layout is not None:
        problem = _begin_settings(here, layout)
        if problem:
            return NewPage(here / SETTINGS_FILE, (problem,))
    workspace = find_workspace(here)
    path = _path_for(workspace, service, release, output)
    schema_folder = workspace.root if output is None and workspace.settings_file else path.parent
    text = first_page(service, release, os.path.relpath(schema_folder / SCHEMA_FILE, path.parent))
    problem = make_folder(path.parent) or write_new(
        path, text, force=force, root=workspace.root if output is None else None
    )
    problems = [problem] if problem else [write_schema(schema_folder)]
    return NewPage(path, (*workspace.diagnostics, *(each for each in problems if each)))


def first_page(service: str, release: str | None, schema: str) -> str:
    """Return the text of a first page; `schema` is where its schema stands, from the page."""
    fields: dict[str, Plain] = {"service": service}
    if release:
        fields["release"] = release
    head = write_yaml(fields).rstrip()
    template = string.Template(_TEMPLATE.read_text(encoding="utf-8"))
    return template.substitute(
        schema=PurePath(schema).as_posix(),
        service=" ".join(service.split()),
        head=head if release else f"{head}\nrelease:",
    )


def _path_for(workspace: Workspace, service: str, release: str | None, output: Path | None) -> Path:
    if output is not None:
        is_file = output.suffix.lower() in {".yaml", ".yml"}
        return output if is_file else output / PAGE_NAMES[0]
    if workspace.settings_file is None:
        return Path(PAGE_NAMES[0])
    folder = workspace.settings.layout.page_folder(
        make_id(service, ()), make_id(release, ()) if release else UNRELEASED
    )
    return Path(os.path.relpath(workspace.root / folder / PAGE_NAMES[0]))


def _begin_settings(folder: Path, layout: str) -> Diagnostic | None:
    """Write the settings of a workspace with the layout, unless it has settings already."""
    path = folder / SETTINGS_FILE
    if path.exists():
        return None
    text = (
        "# The settings of this workspace; no secrets belong here.\n\n"
        "[page]\n"
        f'layout = "{LAYOUTS[layout].name}"   # pages are {LAYOUTS[layout].services}/<service>/<release>/{PAGE_NAMES[0]}\n'
        '# help-contact = "security@example.org"   # whom to ask; printed under what is missing\n'
    )
    return write_atomically(path, text, expected=None, root=folder)
