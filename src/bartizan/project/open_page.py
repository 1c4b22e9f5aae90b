"""Opens a page: finds its file, reads it with what it includes, and says everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field, replace
from pathlib import Path

from bartizan.model.architecture import Architecture
from bartizan.model.places import Places
from bartizan.model.read import read_architecture
from bartizan.model.variant import patched, variant_names
from bartizan.project.find_page import find_page
from bartizan.project.includes import read_page_files
from bartizan.project.one_problem_each import one_problem_each
from bartizan.project.workspace import Workspace, find_workspace, shown
from bartizan.source.diagnostic import Diagnostic, Label, Severity
from bartizan.source.nodes import Mapping, Node, place_of
from bartizan.source.read_text import read_source
from bartizan.source.text import Source, Span
from bartizan.source.write_file import leads_out

MAXIMUM_VARIANTS = 64
"""How many variants of a page are looked at: each is read and checked as a whole page."""


@dataclass(frozen=True)
class OpenPage:
    """A page as it stands on disk: what it says, what is wrong with it, and where everything is written."""

    path: Path
    """The page's own file."""
    workspace: Workspace
    architecture: Architecture
    """What could be read; empty when nothing could."""
    diagnostics: tuple[Diagnostic, ...]
    """Everything that is wrong with its files and with the workspace's settings, in no particular order."""
    places: Places
    sources: MappingOf[Path, Source] = field(default_factory=dict)
    """The text of each file the page is made of, its own first, as it was when it was read."""
    root: Mapping | None = None
    """The document with all includes, where the page is YAML."""
    complete: bool = True
    """Whether everything that is written could be read: when not, what is missing proves nothing."""
    variant: str | None = None
    """The variant that was applied."""

    @property
    def name(self) -> str:
        """What messages call the page."""
        return shown(self.path)

    @property
    def folder(self) -> Path:
        """The folder of the page's own file."""
        return self.path.parent

    @property
    def variants(self) -> tuple[str, ...]:
        """The variants that the page declares, as many as are looked at."""
        names = variant_names(self.root) if self.root is not None and self.variant is None else ()
        return names[:MAXIMUM_VARIANTS]

    @property
    def has_errors(self) -> bool:
        """Whether anything in its files cannot be taken as it stands."""
        return any(each.severity is Severity.ERROR for each in self.diagnostics)


def open_page(path: Path | str | None = None) -> OpenPage:
    """Open the page at `path`, a file (YAML or reStructuredText) or a folder; without it the page that is here.

    Never fails: whatever is wrong is among the page's diagnostics.
    """
    found = find_page(Path(path) if path is not None else None)
    if found.path is None:
        assert found.problem is not None
        workspace = find_workspace(Path(path) if path is not None else Path())
        problems = (found.problem, *workspace.diagnostics)
        return OpenPage(Path(path or "."), workspace, Architecture(), problems, Places(), complete=False)
    workspace = find_workspace(found.path.parent)
    outside = leads_out(found.path, workspace.root, name=shown(found.path))
    if outside:
        problems = (outside, *workspace.diagnostics)
        return OpenPage(found.path, workspace, Architecture(), problems, Places(), complete=False)
    if found.path.suffix.lower() in {".rst", ".rest", ".txt"}:
        return _open_rst(found.path, workspace)
    return _open_yaml(found.path, workspace)


def with_variant(page: OpenPage, variant: str) -> OpenPage:
    """Return the page as it is in one of its variants, with what is wrong in it behind what is wrong with the page."""
    assert page.root is not None
    read = read_architecture(patched(page.root, variant), base=page.root)
    known = {_what(each) for each in page.diagnostics}
    found = one_problem_each(read.diagnostics, page.root, complete=page.complete)
    new = (each for each in found if _what(each) not in known)
    return replace(
        page,
        architecture=read.architecture,
        diagnostics=(*page.diagnostics, *(_in_variant(each, variant) for each in new)),
        places=read.places,
        variant=variant,
    )


def file_problems(page: OpenPage) -> tuple[Diagnostic, ...]:
    """Return everything that is wrong with the page's files: with the page as it is, and in each of its variants."""
    variants = (with_variant(page, name) for name in page.variants)
    own = len(page.diagnostics)
    return (*page.diagnostics, *(each for other in variants for each in other.diagnostics[own:]))


def _open_yaml(path: Path, workspace: Workspace) -> OpenPage:
    root, files = read_page_files(path, shown(path), workspace.root)
    diagnostics = [*workspace.diagnostics, *files.diagnostics]
    if root is None and diagnostics:
        return OpenPage(
            path,
            workspace,
            Architecture(),
            tuple(diagnostics),
            Places(),
            files.sources,
            complete=files.complete,
        )
    if root is None:  # an empty file is a page that says nothing yet
        root = Mapping((), Span(files.sources[path], 0, 0))
    read = read_architecture(root)
    diagnostics += one_problem_each(read.diagnostics, root, complete=files.complete)
    diagnostics += _too_many_variants(root)
    document = root if isinstance(root, Mapping) else None
    return OpenPage(
        path,
        workspace,
        read.architecture,
        tuple(diagnostics),
        read.places,
        files.sources,
        document,
        files.complete and document is not None,
    )


def _open_rst(path: Path, workspace: Workspace) -> OpenPage:
    from bartizan.formats.openstack_rst.reader import read_page  # noqa: PLC0415  (docutils costs more than all of the rest)

    source, problems = read_source(path, name=shown(path))
    diagnostics = [*workspace.diagnostics, *problems]
    if source is None:
        return OpenPage(path, workspace, Architecture(), tuple(diagnostics), Places(), complete=False)
    read = read_page(source, folder=path.parent)
    return OpenPage(
        path,
        workspace,
        read.architecture,
        (*diagnostics, *one_problem_each(read.diagnostics)),
        read.places,
        {path: source},
    )


def _too_many_variants(root: Node) -> list[Diagnostic]:
    names = variant_names(root)
    if len(names) <= MAXIMUM_VARIANTS:
        return []
    return [
        Diagnostic(
            "too-many-variants",
            f"the page has {len(names)} variants, of which the first {MAXIMUM_VARIANTS} are looked at",
            Label(place_of(root, ("variants", names[MAXIMUM_VARIANTS])), "not looked at, nor those below"),
            help=("make pages of their own of those that are not forms of the same deployment",),
        )
    ]


def _what(diagnostic: Diagnostic) -> tuple[object, ...]:
    span = diagnostic.at.span if diagnostic.at else None
    return diagnostic.name, diagnostic.message, span and (span.source.name, span.start)


def _in_variant(diagnostic: Diagnostic, variant: str) -> Diagnostic:
    return replace(diagnostic, message=f"{diagnostic.message} (in the variant `{variant}`)")
