"""Reads the pictures of a page: their files, as far as they lie within the page's folder, and what is printed under them."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from bartizan.formats.openstack_rst.draft import Draft
from bartizan.formats.openstack_rst.layout import Block, Group, Listing, Paragraph, Picture, Section, pieces
from bartizan.formats.openstack_rst.outline import Part
from bartizan.formats.openstack_rst.read_words import Words
from bartizan.formats.openstack_rst.sections import BY_KEY
from bartizan.formats.openstack_rst.template_text import is_guidance
from bartizan.source.diagnostic import Diagnostic, Label, Severity
from bartizan.source.nodes import Scalar
from bartizan.source.text import Span

ABOUT_PICTURES = frozenset({"diagram", "data-flow", "sequence", "figures"})
"""Sections in which the text behind a picture is about it."""


def read_pictures(part: Part, folder: Path | None, words: Words) -> None:
    """Say every picture in a part of the page."""
    _read(part.blocks, part, folder, words)


def _read(blocks: tuple[Block, ...], part: Part, folder: Path | None, words: Words) -> None:
    for at, block in enumerate(blocks):
        match block:
            case Picture():
                following = blocks[at + 1] if at + 1 < len(blocks) else None
                _picture(block, following, part, folder, words)
            case Group() | Section():
                _read(block.blocks, part, folder, words)
            case Listing():
                for entry in block.entries:
                    _read(entry.blocks, part, folder, words)
            case _:
                pass


def _picture(
    picture: Picture, following: Block | None, part: Part, folder: Path | None, words: Words
) -> None:
    page = words.page
    if picture.drawn:
        page.claim_all((picture,))
        return
    from_template = is_guidance(picture.file)
    problem = None if from_template else _problem(picture.file, picture.span, folder)
    if problem:
        page.diagnostics.append(problem)
    if from_template or not is_inside(picture.file):
        page.keep_picture(picture, part.title)
        return
    draft = Draft(picture.span)
    draft.put("file", Scalar(picture.file, picture.span, '"'))
    caption = picture.caption
    if not caption and isinstance(following, Paragraph) and set(part.keys) & ABOUT_PICTURES:
        caption = (following,)
    if caption:
        draft.put("caption", page.prose("\n\n".join(block.markup for block in caption), caption))
        if picture.alt and _repeats(picture):
            page.claim(picture.alt)
    elif picture.alt:
        draft.put("caption", page.prose(picture.alt.markup, picture.alt))
    if part.title:
        title = BY_KEY[part.keys[0]].title if part.said and len(part.keys) == 1 else part.title.text
        draft.put("section", Scalar(title, part.title.span, '"'))
    page.root.add("figures", draft)


def _repeats(picture: Picture) -> bool:
    """Say whether the alternative text only repeats what is printed under the picture."""
    caption = " ".join(piece.text for piece in pieces(picture.caption))
    return picture.alt is not None and picture.alt.text in caption


def is_inside(file: str) -> bool:
    """Say whether a file name leads nowhere but into the folder of the page."""
    if not file or "\\" in file or ":" in file or "\x00" in file or file.startswith("/"):
        return False
    depth = 0
    for step in PurePosixPath(file).parts:
        depth += -1 if step == ".." else 1
        if depth < 0:
            return False
    return ".." not in PurePosixPath(file).parts


def _problem(file: str, span: Span, folder: Path | None) -> Diagnostic | None:
    if not is_inside(file):
        return Diagnostic(
            "figure-outside-the-page", f"the picture `{file[:80]}` does not lie in the folder of the page", Label(span),
            help=("copy it beside the page and name it from there",), severity=Severity.WARNING,
        )  # fmt: skip
    if folder is None:
        return None
    found = folder / file
    try:
        if found.is_file() and found.resolve().is_relative_to(folder.resolve()):
            return None
    except (OSError, RuntimeError, ValueError):
        pass
    return Diagnostic(
        "no-such-figure", f"there is no picture `{file[:80]}` in the folder of the page", Label(span),
        help=("add the file, or correct its name",), severity=Severity.WARNING,
    )  # fmt: skip
