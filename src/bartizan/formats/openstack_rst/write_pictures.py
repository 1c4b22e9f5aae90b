"""Writes pictures: those that somebody drew, where they stood, and those that were drawn from the architecture."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bartizan.formats.openstack_rst.parse_page import DRAWN_CLASS
from bartizan.formats.openstack_rst.read_pictures import ABOUT_PICTURES, is_inside
from bartizan.formats.openstack_rst.sections import SECTIONS
from bartizan.formats.openstack_rst.template_text import is_guidance
from bartizan.formats.openstack_rst.write_fields import indented
from bartizan.formats.prose.blocks import Paragraph
from bartizan.formats.prose.prose import to_rst, tree
from bartizan.model.page import Figure

_SIMPLE_FILE = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_./-]*")
_SIMPLE_TEXT = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:,? [A-Za-z0-9]+)*\.?")


@dataclass(frozen=True, slots=True)
class PictureRef:
    """A picture that was drawn from the architecture and lies beside the page."""

    file: str
    """Its path from the folder of the page, in letters, digits and `_ . / -`."""
    alt: str
    """What it shows, for whoever cannot see it."""
    section: str
    """The key of the section it stands in: `diagram`, `data-flow`, `sequence`, `use-cases` …"""
    caption: str | None = None
    """What is printed under it: plain text."""


def picture_lines(pictures: Iterable[PictureRef], section: str) -> list[str]:
    """Return the drawn pictures of one section; a reader knows them by their class and takes nothing from them."""
    lines: list[str] = []
    for picture in pictures:
        if picture.section == section:
            if not _SIMPLE_FILE.fullmatch(picture.file):
                raise ValueError(f"a drawn picture is called {picture.file!r}")
            kind = "figure" if picture.caption else "image"
            lines += [
                f".. {kind}:: {picture.file}",
                f"   :alt: {_one_line(picture.alt)}",
                f"   :class: {DRAWN_CLASS}",
            ]
            lines += (
                ["", *indented(to_rst(_one_line(picture.caption)).split("\n")), ""]
                if picture.caption
                else [""]
            )
    return lines[:-1]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def placed_figures(figures: Sequence[Figure]) -> Mapping[str, Sequence[Figure]]:
    """Return the figures by section, where all of them can stand in theirs and be read back from there in this order."""
    titles = {section.title: section.key for section in SECTIONS if section.key in ABOUT_PICTURES}
    placed: dict[str, list[Figure]] = {}
    for figure in figures:
        key = titles.get(figure.section or "")
        if key is None or not _can_be_shown(figure):
            return {}
        placed.setdefault(key, []).append(figure)
    order = [key for key in titles.values() if key in placed]
    return placed if [each for key in order for each in placed[key]] == list(figures) else {}


def _can_be_shown(figure: Figure) -> bool:
    file = figure.file or ""
    if not _SIMPLE_FILE.fullmatch(file) or not is_inside(file) or is_guidance(file):
        return False
    if figure.caption is None:
        return True
    blocks = tree(figure.caption)
    return len(blocks) == 1 and isinstance(blocks[0], Paragraph) and "\n\n" not in to_rst(figure.caption)


def figure_lines(figures: Iterable[Figure]) -> list[str]:
    """Return pictures with what is printed under them."""
    lines: list[str] = []
    for figure in figures:
        if figure.caption is None:
            lines += [f".. image:: {figure.file}", ""]
            continue
        alt = [f"   :alt: {figure.caption}"] if _SIMPLE_TEXT.fullmatch(figure.caption) else []
        lines += [f".. figure:: {figure.file}", *alt, "", *indented(to_rst(figure.caption).split("\n")), ""]
    return lines[:-1]
