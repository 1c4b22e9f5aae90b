"""Text of an older page that found no place in the fields of this one."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.model.page import Note
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import short


def find(page: Page) -> Iterator[Found]:
    """Yield one gap for all notes."""
    notes = page.architecture.notes
    if notes:
        first = next((note.text for note in notes if note.text), "")
        sources = ", ".join(dict.fromkeys(_origin(note) for note in notes[:3] if note.source))
        count = "one note waits" if len(notes) == 1 else f"{len(notes)} notes wait"
        yield Found(
            element="notes",
            path=("notes", 0),
            message=f"{count} to be sorted into the page, first `{short(first)}`",
            help=(
                *((f"read from {sources}",) if sources else ()),
                "move each to the element it is about (`description:`, `impact:`, `notes:`), or take it away",
            ),
            also=tuple(("notes", at) for at in range(1, len(notes))),
        )


def _origin(note: Note) -> str:
    return f"{note.source} ({short(note.section)})" if note.section else str(note.source)


RULE = Rule(
    name="note-unsorted",
    says="everything the page says stands where it belongs",
    weight=Weight.ADVICE,
    find=find,
)
