"""Reads what is being written, so that the writer knows what its lines already say and what it has to add as fields.

A page is written for people first: `- Database (MySQL) [U-C]: keeps the notes`. Whatever such a line does not say exactly, or says
wrongly because a name has a colon in it, follows below it as a field list. Which fields those are is not decided by rules
of the writer but by reading the line with the reader itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bartizan.formats.openstack_rst.called import Called
from bartizan.formats.openstack_rst.draft import Draft, PageDraft
from bartizan.formats.openstack_rst.labels import record_of
from bartizan.formats.openstack_rst.layout import Listing, Section, Table, pieces
from bartizan.formats.openstack_rst.listings import Listed, things_in
from bartizan.formats.openstack_rst.parse_page import Parsed, parse_page
from bartizan.formats.openstack_rst.read_words import Words
from bartizan.formats.openstack_rst.write_fields import behind, field_lines
from bartizan.formats.prose.escape import escape
from bartizan.model.architecture import Architecture
from bartizan.model.names import display_name
from bartizan.model.read import read_architecture
from bartizan.source.text import Source, Span

ReadItem = Callable[[Listed, Words], None]


@dataclass
class Trial:
    """What a reader of the finished page will know when it comes to a line."""

    architecture: Architecture
    counts: dict[str, int] = field(default_factory=dict)
    """How many ids there are of each name, over all sections."""
    tables: int = 0
    lists: int = 0
    """What the reader will count of tables and lists, from which it tells the template."""
    _called: dict[str, Called] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Count the ids and collect the names."""
        for section in _SECTIONS:
            for id_ in self.elements(section):
                self.counts[id_] = self.counts.get(id_, 0) + 1
        self._called = {section: self._names(section) for section in _SECTIONS}

    def _names(self, section: str) -> Called:
        called = Called()
        for id_, element in self.elements(section).items():
            called.add(id_, display_name(element), getattr(element, "technology", None) or "")
        called.is_complete = True
        return called

    def elements(self, section: str) -> Mapping[str, Any]:
        """Return the elements of a section."""
        elements: Mapping[str, Any] = getattr(self.architecture, section.replace("-", "_"))
        return elements

    def words(self, own: str = "") -> Words:
        """Return what is known of names before the section `own` is read."""
        called = defaultdict(
            Called, {section: called for section, called in self._called.items() if section != own}
        )
        source = Source("page", "")
        return Words(PageDraft(source, Draft(Span(source, 0, 0))), called)

    def said_in_list(self, section: str, lines: list[list[str]], read: ReadItem) -> list[Said]:
        """Return what the reader makes of each entry of a list."""
        listing = parsed_list(lines)
        items = list(things_in((listing,))) if listing else []
        if listing is None or len(items) != len(lines):
            return [Said(None, everything=False)] * len(lines)
        said = []
        for item, entry in zip(items, listing.entries, strict=True):
            words = self.words(section)
            if isinstance(item, Listed):
                read(item, words)
            left = any(words.page.left(piece) for piece in pieces(entry.blocks))
            said.append(Said(only(section, words), everything=not left))
            self.lists += words.page.lists
        return said


@dataclass(frozen=True)
class Said:
    """What the reader makes of one entry."""

    noun: Any
    """The element it finds; nothing where it finds none."""
    everything: bool
    """Whether no word of the entry is left over."""


_SECTIONS = (
    "external-dependencies", "trust-domains", "components", "interfaces", "data-assets", "controls", "threat-actors",
    "abuse-cases", "use-cases",
)  # fmt: skip


def only(section: str, words: Words) -> Any:
    """Return the one element that was read."""
    elements = getattr(read_architecture(words.page.root.node()).architecture, section.replace("-", "_"))
    return next(iter(elements.values())) if len(elements) == 1 else None


def parsed_list(lines: list[list[str]]) -> Listing | None:
    """Return a list as the reader will find it."""
    text = "\n".join(["Title", "=====", "", *(line for entry in lines for line in (*entry, ""))])
    parsed = parse_page(Source("page", text))
    if isinstance(parsed, Parsed):
        match parsed.blocks:
            case (Section(_, (Listing() as only,)),):
                return only
            case _:
                return None
    return None


def parsed_table(lines: list[str]) -> Table | None:
    """Return a table as the reader will find it."""
    parsed = parse_page(Source("page", "\n".join(["Title", "=====", "", *lines, ""])))
    if isinstance(parsed, Parsed):
        match parsed.blocks:
            case (Section(_, (Table() as only,)),):
                return only
            case _:
                return None
    return None


def unsaid(section: str, said: Any, noun: Any, *, but: tuple[str, ...] = ()) -> list[str]:
    """Return the fields of `noun` that `said` does not have, or has with another value."""
    record = record_of(section)
    return [
        key
        for key, (field_, shape) in record.fields.items()
        if key not in but
        and getattr(noun, field_.name) != (getattr(said, field_.name) if said is not None else shape.missing)
    ]


def listed(
    section: str,
    marks: list[str],
    heads: dict[str, list[str]],
    read: ReadItem,
    trial: Trial,
    hidden: frozenset[str],
) -> list[str]:
    """Return a list of elements: the lines that people read, and below each the fields that those lines do not say.

    The impact of the elements in `hidden` is said elsewhere.
    """
    elements = trial.elements(section)
    counted = trial.lists
    bodies: dict[str, list[str]] = {}
    for (id_, lines), said in zip(heads.items(), _tried(section, marks, heads, read, trial), strict=True):
        is_said = (
            said.noun is not None
            and said.noun.id == id_
            and not _unsaid(section, said.noun, elements[id_], hidden)
        )
        if is_said and said.everything and trial.counts[id_] == 1:
            bodies[id_] = lines
        else:
            poor = [f"**{escape(display_name(elements[id_]))}**".replace("\n", "")]
            bodies[id_] = [*(lines if said.everything else poor), "", f":id: {id_}"]
    trial.lists = counted
    for (id_, lines), said in zip(
        list(bodies.items()), _tried(section, marks, bodies, read, trial), strict=True
    ):
        if lines is not heads[id_]:
            keys = _unsaid(section, said.noun, elements[id_], hidden)
            bodies[id_] = [*lines, *field_lines(record_of(section), elements[id_], keys)]
    entries = [behind(mark, lines) for mark, lines in zip(marks, bodies.values(), strict=True)]
    return [line for entry in entries for line in (*entry, "")][:-1]


def _tried(
    section: str, marks: list[str], bodies: dict[str, list[str]], read: ReadItem, trial: Trial
) -> list[Said]:
    return trial.said_in_list(
        section, [behind(mark, lines) for mark, lines in zip(marks, bodies.values(), strict=True)], read
    )


def _unsaid(section: str, said: Any, noun: Any, hidden: frozenset[str]) -> list[str]:
    return unsaid(section, said, noun, but=("impact",) if noun.id in hidden else ())
