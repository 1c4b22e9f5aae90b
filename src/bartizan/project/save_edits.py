"""Writes the changed files of a page: all of them or none, and none over a change that somebody made meanwhile."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bartizan.project.open_page import OpenPage
from bartizan.source.diagnostic import Diagnostic
from bartizan.source.read_text import encode
from bartizan.source.text import Source
from bartizan.source.write_file import digest_of, write_atomically


@dataclass(frozen=True)
class Edited:
    """What a command changed, or would change."""

    texts: Mapping[Path, str] = field(default_factory=dict)
    """The new text of each file that changes."""
    diff: str = ""
    """The change as a unified diff."""
    problems: tuple[Diagnostic, ...] = ()
    """Why it was not done."""


def edited(page: OpenPage, texts: Mapping[Path, str]) -> Edited:
    """Return the change from the page as it was read to `texts`."""
    changed = {path: text for path, text in texts.items() if text != page.sources[path].text}
    parts = [_diff(page.sources[path], text) for path, text in changed.items()]
    return Edited(changed, "".join(parts))


def save(page: OpenPage, change: Edited) -> tuple[Diagnostic, ...]:
    """Write the change; when one file cannot be written, those that were are put back. Nothing when it was done."""
    done: list[Path] = []
    for path, text in change.texts.items():
        source = page.sources[path]
        problem = write_atomically(
            path, encode(text, source), expected=source.digest, root=page.workspace.root
        )
        if problem:
            put_back = (_put_back(page, each, change.texts[each]) for each in done)
            return (problem, *(each for each in put_back if each))
        done.append(path)
    return ()


def _put_back(page: OpenPage, path: Path, text: str) -> Diagnostic | None:
    source = page.sources[path]
    return write_atomically(path, encode(source.text, source), expected=digest_of(encode(text, source)))


def _diff(source: Source, text: str) -> str:
    before, after = (each.splitlines(keepends=True) for each in (source.text, text))
    lines = difflib.unified_diff(before, after, f"a/{source.name}", f"b/{source.name}", n=1)
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )
