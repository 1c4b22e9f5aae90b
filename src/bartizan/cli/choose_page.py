"""Opens the page a command is about; where there are several, asks which."""

from __future__ import annotations

from pathlib import Path

import click

from bartizan.cli.terminal import Terminal
from bartizan.project.find_page import find_page
from bartizan.project.open_page import OpenPage, open_page
from bartizan.project.workspace import shown


def choose_page(terminal: Terminal, path: Path | None) -> OpenPage:
    """Open the page at `path`, the page here, or the one that somebody at the terminal chooses."""
    return open_page(chosen_path(terminal, path))


def chosen_path(terminal: Terminal, path: Path | None) -> Path | None:
    """Return the page's path, after asking where several can be meant and somebody is there to answer."""
    found = find_page(path)
    if found.path is not None:
        return found.path
    if not found.choices or not terminal.can_ask:
        return path
    for number, each in enumerate(found.choices, 1):
        click.echo(f"  {number}  {shown(each)}", err=True)
    answer = click.prompt("Which page", type=click.IntRange(1, len(found.choices)), err=True)
    return found.choices[int(answer) - 1]
