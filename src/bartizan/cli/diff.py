"""`bartizan diff`: say what changed between two versions of a page, and which paths that opened."""

from __future__ import annotations

from pathlib import Path

import click

from bartizan.cli.choose_page import choose_page
from bartizan.cli.command import Command
from bartizan.cli.exit_codes import NOTHING_FOUND, exit_code
from bartizan.cli.terminal import Terminal, terminal_of
from bartizan.model.differences import Difference
from bartizan.project import diff as form
from bartizan.project.open_page import OpenPage, open_page
from bartizan.project.save_edits import save
from bartizan.source.diagnostic import Diagnostic

_FORMATS = {"text": form.as_text, "json": form.as_json, "rst": form.as_rst, "yaml": form.as_yaml}


@click.command("diff", cls=Command)
@click.argument("pages", nargs=-1, type=click.Path(path_type=Path), metavar="OLD NEW | [PAGE]")
@click.option(
    "--since",
    metavar="REF",
    help="Compare PAGE with what it was in this commit, branch or tag of its checkout.",
)
@click.option(
    "--format", "format_", type=click.Choice(list(_FORMATS)), default="text",
    help="text; json; or rst or yaml, as the page's section on differences.",
)  # fmt: skip
@click.option("--write", is_flag=True, help="Add what changed to NEW's `differences:`; its comments stay.")
@click.pass_context
def command(
    context: click.Context, pages: tuple[Path, ...], since: str | None, format_: str, write: bool
) -> int:
    """Say what changed from the page OLD to the page NEW: not which lines, but what they say, and what follows.

    Either may be an `architecture.yaml` or a page in reStructuredText. With `--since REF` only the paths that the change
    opened and closed are said, in ten lines or fewer. The exit code is 1 when they differ.
    """
    terminal = terminal_of(context)
    if write and format_ != "text":
        raise click.UsageError("--write puts what changed into NEW itself: leave --format out")
    if since is not None:
        if len(pages) > 1 or write or format_ not in {"text", "json"}:
            raise click.UsageError(
                "--since compares one page with itself: name at most that page, and text or json"
            )
        return _since(terminal, choose_page(terminal, pages[0] if pages else None), since, format_)
    if len(pages) != 2:
        raise click.UsageError("name the two pages, OLD and NEW, or one page and `--since REF`")
    return _two(terminal, open_page(pages[0]), open_page(pages[1]), format_, write=write)


def _two(terminal: Terminal, old: OpenPage, new: OpenPage, format_: str, *, write: bool) -> int:
    problems = [*old.diagnostics, *new.diagnostics]
    terminal.problems(problems)
    if not (old.sources and new.sources):
        return exit_code(problems)
    found = form.diff(old, new)
    if write:
        return _write(terminal, new, found)
    if format_ == "json":
        terminal.data(_with_paths(old, new, form.as_json(found)))
    elif format_ != "text" or found:
        terminal.data(_FORMATS[format_](found) + (_paths(old, new) if format_ == "text" else ""))
    if not found:
        terminal.words(_the_same(exit_code(problems)))
    return exit_code(problems, found=bool(found))


def _since(terminal: Terminal, new: OpenPage, reference: str, format_: str) -> int:
    from bartizan.project.page_in_git import page_in_git  # noqa: PLC0415  (only asked for with --since)

    terminal.problems(new.diagnostics)
    if not new.sources:
        return exit_code(new.diagnostics)
    with page_in_git(new, reference) as old:
        if isinstance(old, Diagnostic):
            terminal.problems([old])
            return exit_code([old])
        if format_ == "json":
            terminal.data(_with_paths(old, new, "{}"))
            return exit_code(new.diagnostics)
        said = _paths(old, new).strip("\n")
    terminal.data(said)
    return exit_code(new.diagnostics, found=not said.startswith("No path"))


def _paths(old: OpenPage, new: OpenPage) -> str:
    from bartizan.project.analyse import analyse  # noqa: PLC0415  (the rules take a moment to load)
    from bartizan.project.paths_diff import as_text, paths_diff  # noqa: PLC0415

    before, after = analyse(old), analyse(new)
    return "\n\n" + as_text(before, after, paths_diff(before, after))


def _with_paths(old: OpenPage, new: OpenPage, document: str) -> str:
    from bartizan.project.analyse import analyse  # noqa: PLC0415  (the rules take a moment to load)
    from bartizan.project.paths_diff import as_data, paths_diff, with_paths  # noqa: PLC0415

    before, after = analyse(old), analyse(new)
    return with_paths(document, as_data(before, after, paths_diff(before, after)))


def _the_same(code: int) -> str:
    """Say that nothing was found, and why that is not the whole answer where the exit code says so."""
    why = "" if code == NOTHING_FOUND else f" The exit code is {code} for the errors above."
    return f"The two pages say the same.{why}"


def _write(terminal: Terminal, new: OpenPage, found: tuple[Difference, ...]) -> int:
    change = form.with_differences(new, found)
    problems = change.problems or save(new, change)
    if problems:
        terminal.problems(problems)
        return exit_code(problems)
    if change.diff:
        terminal.data(change.diff)
    else:
        terminal.words("There is nothing to add: `differences:` says it all.")
    return NOTHING_FOUND
