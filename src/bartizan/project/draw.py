"""Draws the diagrams of a page: as pictures, or as text for those who edit them elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import partial
from math import ceil
from pathlib import PurePosixPath

from bartizan.model.architecture import Architecture
from bartizan.model.names import display_name
from bartizan.project.made_files import MadeFile
from bartizan.render.diagrams import (
    LayoutFailed,
    NoEngine,
    Picture,
    Theme,
    block_diagram,
    data_flow_diagram,
    png,
    sequence_diagram,
    sequence_sheets,
)
from bartizan.render.diagrams.block_scene import service_id
from bartizan.render.diagrams.data_names import step_data
from bartizan.render.diagrams.text import TEXT_FORMATS, TextFormat
from bartizan.render.page.paper import Above, tallest
from bartizan.render.page.plates import LEAD, LINE
from bartizan.source.diagnostic import Diagnostic, Severity


class Kind(Enum):
    """The kinds of diagram of the diagram guidance."""

    BLOCK = "block"
    DATA_FLOW = "data-flow"
    SEQUENCE = "sequence"


PICTURES = ("svg", "png")
"""The forms in which a diagram is laid out here."""

FORMATS = (*PICTURES, *TEXT_FORMATS)
"""The forms by name; those that are not pictures are text that another program lays out."""

STEP = 24.0
"""No two heights of a sheet are tried that are nearer than this: about half a step of a sequence."""

NOTHING_TO_DRAW = Diagnostic(
    "nothing-to-draw",
    "there is nothing to draw: the page has no components yet",
    help=("write some under `components:`, and who connects to whom under `interfaces:`",),
)

NO_STEPS_TO_DRAW = Diagnostic(
    "nothing-to-draw",
    "there is no sequence to draw: the page has no use case with steps yet",
    help=('write one under `use-cases:`, as in `store: "Client->API: store a secret [1]"`',),
)

Progress = Callable[[str, int, int], None]
"""Told what is being drawn, how many are done, and how many there are."""


@dataclass(frozen=True, slots=True)
class Diagram:
    """One diagram that can be drawn of a page."""

    kind: Kind
    use_case: str | None = None
    """The use case it shows; nothing for the whole service."""

    def called(self, architecture: Architecture) -> str:
        """Return what people call it."""
        if self.use_case is None:
            return {Kind.BLOCK: "the block diagram", Kind.DATA_FLOW: "the data flows"}[self.kind]
        name = display_name(architecture.use_cases[self.use_case])
        return f"the {'sequence' if self.kind is Kind.SEQUENCE else 'data flows'} of “{name}”"

    def file_stem(self, architecture: Architecture) -> str:
        """Return the name of its file, without what it ends in."""
        word = {Kind.BLOCK: "architecture", Kind.DATA_FLOW: "flows", Kind.SEQUENCE: "sequence"}[self.kind]
        return "-".join(filter(None, (service_id(architecture), word, self.use_case)))


def diagrams_of(
    architecture: Architecture, kinds: Collection[Kind] = (), use_cases: Sequence[str] = ()
) -> tuple[Diagram, ...]:
    """Return the diagrams to be drawn, those of `kinds` and `use_cases` where these are said.

    Without them: the block diagram, the data flows of the whole service, and a sequence for each use case. A page
    without components has none.
    """
    if not architecture.components and not architecture.interfaces:
        return ()
    found: list[Diagram] = []
    if Kind.BLOCK in kinds or not (kinds or use_cases):
        found.append(Diagram(Kind.BLOCK))
    if use_cases:
        wanted = [kind for kind in (Kind.DATA_FLOW, Kind.SEQUENCE) if not kinds or kind in kinds]
        return (*found, *(Diagram(kind, id_) for id_ in use_cases for kind in wanted))
    if not kinds or Kind.DATA_FLOW in kinds:
        found.append(Diagram(Kind.DATA_FLOW))
    if not kinds or Kind.SEQUENCE in kinds:
        found += [Diagram(Kind.SEQUENCE, id_) for id_, case in architecture.use_cases.items() if case.steps]
    return tuple(found)


def diagrams_of_page(architecture: Architecture) -> tuple[Diagram, ...]:
    """Return the diagrams that a printed page has: also the data flows of each use case whose steps carry data."""
    flows = (
        Diagram(Kind.DATA_FLOW, id_)
        for id_, case in architecture.use_cases.items()
        if any(step_data(architecture, step).names for step in case.steps)
    )
    return (*(found := diagrams_of(architecture)), *(flows if found else ()))


@dataclass(frozen=True)
class Drawn:
    """What was drawn."""

    pictures: tuple[Picture, ...] = ()
    diagrams: tuple[Diagram, ...] = ()
    """Of which diagram each picture is; one may take several."""
    files: tuple[MadeFile, ...] = ()
    problems: tuple[Diagnostic, ...] = ()
    """Why the others were not."""


def draw_pictures(
    architecture: Architecture,
    diagrams: Sequence[Diagram],
    *,
    theme: Theme = Theme.AUTO,
    for_paper: bool = False,
    on_progress: Progress = lambda _doing, _done, _total: None,
) -> Drawn:
    """Lay out the diagrams. One that cannot be laid out is a problem and does not keep the others from being drawn.

    `for_paper` cuts what is too high for a page into sheets.
    """
    pictures: list[Picture] = []
    shown: list[Diagram] = []
    problems: list[Diagnostic] = []
    for number, diagram in enumerate(diagrams):
        what = diagram.called(architecture)
        on_progress(f"drawing {what}", number, len(diagrams))
        part = partial(_on_part, on_progress, what, number, len(diagrams))
        try:
            drawn = _drawn(architecture, diagram, theme, part, for_paper=for_paper)
        except (LayoutFailed, NoEngine) as error:
            problems.append(not_drawn(what, error))
        else:
            pictures += drawn
            shown += [diagram] * len(drawn)
    return Drawn(tuple(pictures), tuple(shown), problems=tuple(problems))


def picture_files(pictures: Sequence[Picture], format_: str, *, dark: bool = False) -> Iterator[MadeFile]:
    """Return the files of pictures, as `svg` or `png`."""
    for picture in pictures:
        content = picture.svg.encode() if format_ == "svg" else png(picture, dark=dark)
        yield MadeFile(PurePosixPath(f"{picture.name}.{format_}"), content)


def draw(
    architecture: Architecture,
    diagrams: Sequence[Diagram],
    format_: str = "svg",
    *,
    dark: bool = False,
    on_progress: Progress = lambda _doing, _done, _total: None,
) -> Drawn:
    """Draw the diagrams in one of `FORMATS`; `dark` is for pictures that are shown on a dark ground."""
    if format_ in TEXT_FORMATS:
        return _written(architecture, diagrams, TEXT_FORMATS[format_])
    theme = Theme.DARK if dark else Theme.AUTO
    drawn = draw_pictures(architecture, diagrams, theme=theme, on_progress=on_progress)
    files = tuple(picture_files(drawn.pictures, format_, dark=dark))
    return replace(drawn, files=files)


def _drawn(
    architecture: Architecture,
    diagram: Diagram,
    theme: Theme,
    on_part: Callable[[int, int], None],
    *,
    for_paper: bool,
) -> list[Picture]:
    if diagram.kind is Kind.BLOCK:
        return block_diagram(architecture, theme=theme, on_progress=on_part)
    if diagram.kind is Kind.DATA_FLOW:
        return [data_flow_diagram(architecture, diagram.use_case, theme=theme)]
    assert diagram.use_case is not None
    whole = sequence_diagram(architecture, diagram.use_case, theme=theme)
    if not for_paper or whole.height <= (
        most := tallest(whole.width, _above(architecture, diagram.use_case))
    ):
        return [whole]
    return _balanced(partial(sequence_sheets, architecture, diagram.use_case, theme=theme), most)


def _above(architecture: Architecture, use_case: str) -> Above:
    """Return what stands above the sequence of a use case on paper: its name and what it is about."""
    is_first = use_case == next(iter(architecture.use_cases))
    lines = ceil(len(architecture.use_cases[use_case].description or "") / LINE)
    return Above(1 + is_first, lines if lines <= LEAD else 0)


def _balanced(sheets: Callable[..., list[Picture]], most: float) -> list[Picture]:
    """Return as few sheets as the height allows, with about as many steps on each: none ends with a last step alone."""
    best = sheets(most_height=most)
    least, most = max(picture.height for picture in best) / len(best), max(picture.height for picture in best)
    while most - least > STEP:
        middle = (least + most) / 2
        found = sheets(most_height=middle)
        if len(found) == len(best):
            best, most = found, middle
        else:
            least = middle
    return best


def _on_part(on_progress: Progress, what: str, number: int, diagrams: int, done: int, parts: int) -> None:
    """Tell which picture of a diagram that takes several is being drawn."""
    if parts > 1 and done < parts:
        on_progress(f"drawing {what}, picture {done + 1} of {parts}", number, diagrams)


def _written(architecture: Architecture, diagrams: Sequence[Diagram], notation: TextFormat) -> Drawn:
    """Write the diagrams as text; not every notation has every kind."""
    files: list[MadeFile] = []
    problems: list[Diagnostic] = []
    for diagram in diagrams:
        text = _text(architecture, diagram, notation)
        if text is None:
            problems.append(_no_notation(diagram.called(architecture), notation))
        else:
            name = PurePosixPath(diagram.file_stem(architecture) + notation.suffix)
            files.append(MadeFile(name, text.encode()))
    return Drawn(files=tuple(files), problems=tuple(problems))


def _text(architecture: Architecture, diagram: Diagram, notation: TextFormat) -> str | None:
    if diagram.kind is Kind.BLOCK:
        return notation.block(architecture)
    if diagram.kind is Kind.DATA_FLOW:
        return notation.data_flow(architecture, diagram.use_case)
    return notation.sequence(architecture, diagram.use_case or "") if notation.has_sequences else None


def not_drawn(what: str, error: Exception) -> Diagnostic:
    """Return the problem that a diagram could not be laid out."""
    if isinstance(error, NoEngine):
        help_ = (
            "install mini-racer, or quickjs-ng: `pip install bartizan[quickjs]`; text formats need neither"
        )
    else:
        help_ = "a text format such as `--format mermaid` is laid out by another program"
    reason = " ".join(str(error).split())[:200]
    return Diagnostic(
        "not-drawn", f"{what} could not be drawn: {reason or type(error).__name__}", help=(help_,)
    )


def _no_notation(what: str, notation: TextFormat) -> Diagnostic:
    others = ", ".join(f"`{each.name}`" for each in TEXT_FORMATS.values() if each.has_sequences)
    return Diagnostic(
        "no-notation",
        f"{what} cannot be written for {notation.says}, which has no notation for it",
        help=(f"{others} have one",),
        severity=Severity.NOTE,
    )
