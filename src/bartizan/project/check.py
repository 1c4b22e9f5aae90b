"""Checks a page: what is wrong with its files, and what it lacks for a review, in all of its variants."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from bartizan.project.figures import figures_there
from bartizan.project.open_page import OpenPage, with_variant
from bartizan.rules.readiness.check import gaps
from bartizan.rules.readiness.gap import Gap, Weight
from bartizan.source.diagnostic import Diagnostic, Label, Severity
from bartizan.source.text import Span

FALSE_CLAIM = "ready-but-blocked"
"""The rule that finds no gap but an error: the page says that it is ready, and it is not."""


@dataclass(frozen=True)
class PlacedGap:
    """One thing that the page lacks, with where it would stand."""

    gap: Gap
    diagnostic: Diagnostic
    """The same as a diagnostic, for whoever draws or exports those."""
    variant: str | None = None
    """The variant of the page that lacks it, where the page itself does not."""


@dataclass(frozen=True)
class Checked:
    """What there is to be said about a page."""

    page: OpenPage
    diagnostics: tuple[Diagnostic, ...]
    """What is wrong with its files, and with the rules of the team's own folder."""
    gaps: tuple[PlacedGap, ...]
    """What it lacks and nobody has accepted, first things first."""
    waived: tuple[PlacedGap, ...] = ()
    """What it lacks, accepted for now."""
    variants: Mapping[str, OpenPage] = field(default_factory=dict)
    """The page as it is in each of its variants."""

    @property
    def blocking(self) -> tuple[PlacedGap, ...]:
        """The gaps that keep the page from being reviewed."""
        return tuple(each for each in self.gaps if each.gap.weight is Weight.BLOCKING)

    @property
    def to_be_closed(self) -> tuple[PlacedGap, ...]:
        """Those of them that can be closed: that the page says it is ready follows from the others."""
        return tuple(each for each in self.blocking if each.gap.rule != FALSE_CLAIM)

    @property
    def claims_to_be_ready(self) -> bool:
        """Whether the page says that it is ready for a review while a gap keeps it from one, which is an error."""
        return any(each.gap.rule == FALSE_CLAIM for each in self.gaps)

    @property
    def advice(self) -> tuple[PlacedGap, ...]:
        """The others."""
        return tuple(each for each in self.gaps if each.gap.weight is not Weight.BLOCKING)

    @property
    def all_diagnostics(self) -> tuple[Diagnostic, ...]:
        """Everything at once: a blocking gap as an error, advice as a warning."""
        return (*self.diagnostics, *(each.diagnostic for each in self.gaps))

    @property
    def waived_diagnostics(self) -> tuple[Diagnostic, ...]:
        """What was accepted for now, as notes that say why."""
        return tuple(_as_note(each) for each in self.waived)


def _as_note(placed: PlacedGap) -> Diagnostic:
    waiver = placed.gap.waived
    because = " ".join((waiver.because or "").split()) if waiver else ""
    until = f", until {waiver.until}" if waiver and waiver.until else ""
    said = f"waived{until}: {because}"
    return replace(placed.diagnostic, help=(said,), severity=Severity.NOTE)


def check(page: OpenPage, today: datetime.date, *, variant: str | None = None) -> Checked:
    """Check `page` and all of its variants, or the page as it is in one of them only.

    `today` decides which waivers still hold. Of a variant only what the page itself does not have is said. A page
    that could not be read whole is not searched for gaps: what is missing may be what could not be read.
    """
    if variant is not None:
        page = with_variant(page, variant)
    variants = {name: with_variant(page, name) for name in page.variants}
    own = len(page.diagnostics)
    diagnostics = [
        *page.diagnostics,
        *_problems_with_rules(page),
        *(each for other in variants.values() for each in other.diagnostics[own:]),
    ]
    found = list(_gaps(page, today)) if page.complete else []
    known = {each.gap.identity for each in found}
    for name, other in variants.items():
        if page.complete:
            found += [each for each in _gaps(other, today, name) if each.gap.identity not in known]
    return Checked(
        page,
        tuple(diagnostics),
        tuple(each for each in found if each.gap.waived is None),
        tuple(each for each in found if each.gap.waived is not None),
        variants,
    )


def _problems_with_rules(page: OpenPage) -> tuple[Diagnostic, ...]:
    if page.workspace.settings.rules is None:
        return ()
    from bartizan.project.team_rules import problems_with_rules  # noqa: PLC0415  (few workspaces have rules of their own)

    return problems_with_rules(page.workspace)


def _gaps(page: OpenPage, today: datetime.date, variant: str | None = None) -> Iterator[PlacedGap]:
    contact = page.workspace.settings.help_contact
    for gap in gaps(page.architecture, help_contact=contact, today=today, folder_files=figures_there(page)):
        yield PlacedGap(gap, _as_diagnostic(gap, page, variant), variant)


def _first_line(span: Span | None) -> Span | None:
    """Return the first line of a place: what is missing from a whole page or element is shown where that begins."""
    if span is None:
        return None
    end = span.source.text.find("\n", span.start, span.end)
    return span if end < 0 else Span(span.source, span.start, end)


def _as_diagnostic(gap: Gap, page: OpenPage, variant: str | None) -> Diagnostic:
    span = _first_line(page.places.of(gap.path))
    also = (page.places.of(path) for path in gap.also)
    write = (f"write, for instance:\n{gap.write}",) if gap.write else ()
    ask = (f"ask: {gap.ask}",) if gap.ask else ()
    return Diagnostic(
        name=gap.rule,
        message=f"{gap.message} (in the variant `{variant}`)" if variant else gap.message,
        at=Label(span) if span else None,
        also=tuple(Label(each) for each in also if each),
        help=(*gap.help, *write, *ask),
        severity=Severity.ERROR if gap.weight is Weight.BLOCKING else Severity.WARNING,
    )
