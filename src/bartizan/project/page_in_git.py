"""Opens a page as it was in another version of the checkout that it lies in."""

from __future__ import annotations

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bartizan.project.open_page import OpenPage, open_page
from bartizan.project.settings import SETTINGS_FILE
from bartizan.source.diagnostic import Diagnostic

SECONDS = 60
"""How long git may take."""
MAXIMUM_BYTES = 64 * 1024 * 1024
"""How much of a checkout is unpacked at most."""


@contextmanager
def page_in_git(page: OpenPage, reference: str) -> Iterator[OpenPage | Diagnostic]:
    """Yield the page as it was in the version called `reference`, or why it cannot be had.

    Its own folder, the other files it is made of and the workspace's settings are unpacked where nobody else can write.
    """
    top = _git(page.path.parent, "rev-parse", "--show-toplevel")
    if isinstance(top, Diagnostic):
        yield top
        return
    root = Path(top.decode().strip())
    version = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{reference}^{{commit}}")
    if isinstance(version, Diagnostic):
        yield Diagnostic(
            "no-such-version",
            f"git knows no version `{reference}` here",
            help=("name a commit, branch or tag",),
        )
        return
    commit = version.decode().strip()
    wanted = [page.path.parent, page.workspace.root / SETTINGS_FILE, *page.sources]
    inside = sorted(
        {each.resolve().relative_to(root.resolve()).as_posix() for each in wanted if _lies_in(each, root)}
    )
    listed = _git(root, "ls-tree", "-r", "--name-only", "-z", commit, "--", *inside)
    names = [] if isinstance(listed, Diagnostic) else [name for name in listed.decode().split("\0") if name]
    place = page.path.resolve().relative_to(root.resolve()).as_posix()
    if place not in names:
        yield Diagnostic(
            "no-such-version",
            f"`{place}` is not in version `{reference}`",
            help=("it is new: all that it opens is new",),
        )
        return
    archive = _git(root, "archive", "--format=tar", commit, "--", *names)
    if isinstance(archive, Diagnostic) or len(archive) > MAXIMUM_BYTES:
        yield Diagnostic("no-such-version", f"version `{reference}` of the page could not be unpacked")
        return
    with tempfile.TemporaryDirectory(prefix="bartizan-") as folder:
        with tarfile.open(fileobj=io.BytesIO(archive)) as packed:
            packed.extractall(folder, filter="data")
        yield open_page(Path(folder) / place)


def _lies_in(path: Path, root: Path) -> bool:
    return path.resolve().is_relative_to(root.resolve())


def _git(folder: Path, *arguments: str) -> bytes | Diagnostic:
    try:
        done = subprocess.run(  # noqa: S603  (git itself, with arguments that no shell looks at)
            ["git", "-C", str(folder), *arguments], capture_output=True, check=True, timeout=SECONDS,  # noqa: S607  (the git of the path)
        )  # fmt: skip
    except FileNotFoundError:
        return Diagnostic(
            "no-git", "there is no `git` here to ask for another version", help=("install git",)
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        said = (error.stderr or b"").decode(errors="replace").strip().splitlines()
        return Diagnostic(
            "no-checkout",
            f"git could not tell: {said[-1] if said else error}",
            help=("run it within a checkout",),
        )
    return done.stdout
