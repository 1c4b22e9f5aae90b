"""The pictures of a printed page: those drawn from the model, those that people drew, and the steps in words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bartizan.formats.prose.blocks import Numbering
from bartizan.formats.prose.blocks import words_of as bare_text
from bartizan.formats.prose.prose import tree
from bartizan.model.compounds import Record
from bartizan.model.names import display_name, fold
from bartizan.model.shapes import Flag
from bartizan.model.step import Step
from bartizan.render.page.document import (
    Block,
    Blocks,
    Drawing,
    Heading,
    ListOfBlocks,
    Paragraph,
    PrintedFigure,
    Tone,
    Word,
    Words,
)
from bartizan.render.page.figure_file import figure_file
from bartizan.render.page.prose_words import prose_blocks
from bartizan.render.page.wording import words_of

if TYPE_CHECKING:
    from bartizan.model.architecture import Architecture
    from bartizan.model.page import Figure
    from bartizan.model.use_case import UseCase
    from bartizan.render.diagrams.picture import Picture
    from bartizan.render.page.names import Names

FIGURES_HOME = "architecture-diagram"
"""The section for figures that name none, or none that is on the page."""


@dataclass(frozen=True, slots=True)
class Pictures:
    """The pictures drawn from a model, by the section they belong to."""

    architecture: tuple[Picture, ...] = ()
    flows: tuple[Picture, ...] = ()
    sequences: Mapping[str, tuple[Picture, ...]] = field(default_factory=dict)
    """By the use case that each shows; one may be parted onto several."""
    use_case_flows: Mapping[str, tuple[Picture, ...]] = field(default_factory=dict)
    """The data flows of single use cases."""


def drawing(picture: Picture, figure: str = "") -> Drawing:
    """Return a picture as a block, and as a part of `figure` where that has several."""
    return Drawing(
        picture.name,
        picture.title,
        picture.description,
        picture.width,
        picture.height,
        picture.svg,
        picture.plain_svg,
        figure,
    )


def drawings(pictures: Iterable[Picture]) -> Blocks:
    """Return pictures as blocks, in their order."""
    return tuple(drawing(each) for each in pictures)


def data_flows(architecture: Architecture, pictures: Pictures) -> Blocks:
    """Return the data flows of the whole service and then those of each use case, under its name."""
    blocks: list[Block] = [*drawings(pictures.flows)]
    for id_, some in pictures.use_case_flows.items():
        use_case = architecture.use_cases.get(id_)
        # The anchor of a use case leads to its steps.
        blocks += [Heading(display_name(use_case), "")] if use_case else []
        blocks += drawings(some)
    return tuple(blocks)


def _continued(pictures: tuple[Picture, ...]) -> Blocks:
    """Return the pictures of one figure, each of which knows that the others are its parts."""
    figure = pictures[0].name if len(pictures) > 1 else ""
    return tuple(drawing(each, figure) for each in pictures)


def use_cases(
    architecture: Architecture, pictures: Mapping[str, tuple[Picture, ...]], names: Names
) -> Blocks:
    """Return the use cases as sequence diagrams, each with its steps in words under it."""
    blocks: list[Block] = []
    for id_, use_case in architecture.use_cases.items():
        blocks.append(Heading(display_name(use_case), names.anchor("use-cases", id_)))
        if use_case.description:
            blocks += prose_blocks(use_case.description, names)
        blocks += _continued(pictures.get(id_, ()))
        blocks += _steps(use_case, names)
    others = (each for id_, some in pictures.items() if id_ not in architecture.use_cases for each in some)
    return (*blocks, *drawings(others))


def _steps(use_case: UseCase, names: Names) -> Blocks:
    """Return the steps as a numbered list: from, to, what happens, over which interface, what is carried."""
    entries = tuple((Paragraph(_step(step, names)),) for step in use_case.steps)
    return (ListOfBlocks(entries, Numbering.ARABIC),) if entries else ()


def _step(step: Step, names: Names) -> Words:
    ends = [_end(step.sender, names)]
    if step.receiver != step.sender:
        ends += [Word("to", Tone.ARROW), _end(step.receiver, names)]
    words = [*ends, Word(f": {step.text}")] if step.text else ends
    if step.reply:
        words.append(
            Word(" (reply)" if step.reply is Flag.YES else f" (reply: {step.reply.value})", Tone.ASIDE)
        )
    if step.interface:
        words += [Word(" · ", Tone.ASIDE), names.word(step.interface, ("interfaces",))]
    if step.carries:
        shape = Record(Step).fields["carries"][1]
        words += [Word(" · carries ", Tone.ASIDE), *(words_of(step.carries, shape, names) or ())]
    return tuple(words)


def _end(id_: str | None, names: Names) -> Word:
    return names.word(id_, ("components",)) if id_ else Word("not said", Tone.NOT_SAID)


def figures(
    architecture: Architecture, files: Mapping[str, bytes], sections: Mapping[str, str], names: Names
) -> dict[str, Blocks]:
    """Return the figures that people drew by the anchor of the section in which each is printed.

    `files` holds the bytes of each file by its path as written; `sections` the anchors by folded title.
    """
    placed: dict[str, Blocks] = {}
    for figure in architecture.figures:
        anchor = sections.get(fold(figure.section or ""), FIGURES_HOME)
        placed[anchor] = (*placed.get(anchor, ()), _figure(figure, files, names, anchor))
    return placed


def _figure(figure: Figure, files: Mapping[str, bytes], names: Names, anchor: str) -> PrintedFigure:
    found = figure_file(files.get(figure.file or ""))
    caption = prose_blocks(figure.caption, names) if figure.caption else ()
    if (
        figure.section
        and anchor == FIGURES_HOME
        and fold(figure.section) != fold("Service architecture diagram")
    ):
        caption = (*caption, Paragraph((Word(f"From the section “{figure.section}”.", Tone.ASIDE),)))
    said = bare_text(tree(figure.caption)) if figure.caption else ""
    return PrintedFigure(
        figure.file or "",
        caption,
        said or f"A figure that somebody drew: {figure.file or 'file not said'}",
        found.media_type,
        found.width,
        found.height,
        found.base64,
        found.problem,
    )
