"""The page's own facts: status, contacts, deployment, figures, waivers and what found no other place."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from bartizan.model.compounds import ListOf, MapOf
from bartizan.model.shapes import Date, OneOf, Prose, Text, said


class Status(Enum):
    """How far the page is."""

    DRAFT = "draft"
    READY = "ready for review"
    REVIEWED = "reviewed"


class Template(Enum):
    """Which of the two published templates a page follows; it decides which sections a review requires."""

    TABLE = "table"
    """Interfaces and data assets in tables, as in openstack/security-doc."""
    LIST = "list"
    """Interfaces as `From->To [Transport]`, data assets as lists with impact analysis, as in openstack/security-analysis."""


class DeploymentKind(Enum):
    """What sort of deployment a page describes."""

    BEST_PRACTICE = "best practice"
    REFERENCE = "reference architecture"
    SIMPLEST = "simplest"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment:
    """The deployment that the page describes; the process asks for best practice."""

    kind: DeploymentKind | None = said(
        OneOf(DeploymentKind),
        "`best practice`, `reference architecture` (then link it) or `simplest` (then say why).",
    )
    reference: str | None = said(Text(), "A link to the reference architecture.")
    because: str | None = said(Prose(), "Why not a best-practice deployment.")
    description: str | None = said(Prose(), "What is deployed, in the page's words.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacts:
    """Who answers for the page: names with their handles, as `name - handle`."""

    ptl: tuple[str, ...] = said(ListOf(Text()), "The project team lead.")
    architect: tuple[str, ...] = said(ListOf(Text()), "Who wrote the page and walks the review through it.")
    security_reviewers: tuple[str, ...] = said(ListOf(Text()), "Who reviews it.")
    others: Mapping[str, tuple[str, ...]] = said(
        MapOf[tuple[str, ...]](ListOf(Text()), keys="text"), "Anybody else, by role."
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture that somebody drew, printed beside the ones drawn from this file."""

    file: str | None = said(Text(), "Its path, from this file's own folder and within it.")
    caption: str | None = said(Prose(), "What is printed under it.")
    section: str | None = said(Text(), "The section of the page it stands in, by its title.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """A gap that is accepted for a while."""

    gap: str | None = said(Text(), "The name of the readiness rule, as `check` prints it.")
    element: str | None = said(
        Text(), "The element it is waived for, as `check` prints it; without it the whole page's."
    )
    because: str | None = said(Prose(), "Why; a waiver without a reason waives nothing.")
    until: datetime.date | None = said(Date(), "The last day it holds.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Text of a page that found no place in the fields above; kept so that nothing is lost."""

    text: str | None = said(Prose(), "The text as it was written.")
    section: str | None = said(Text(), "The section it stood in.")
    source: str | None = said(Text(), "File and line it was read from.", key="from")
