"""The sections of an architecture page: the titles under which they are published, and the other titles people give them.

One table for reader and writer: the order is the order in which the writer puts them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from bartizan.model.names import fold
from bartizan.model.page import Template
from bartizan.source.suggest import nearest


@dataclass(frozen=True, slots=True)
class SectionTitle:
    """One section of the page."""

    key: str
    """The field of the file that it fills; `impact` and `diagram` fill fields of other sections."""
    title: str
    """What the templates, or we, call it."""
    aliases: tuple[str, ...] = ()
    """What else it has been called; case, plural, articles, hyphens and `&` do not matter."""
    templates: tuple[Template, ...] = ()
    """The published templates that have it."""


_TABLE, _LIST = (Template.TABLE,), (Template.LIST,)
_BOTH = (Template.TABLE, Template.LIST)

SECTIONS = (
    SectionTitle("page", "About this page", ("Page information", "Document information", "Metadata", "Title, version information, contact details")),
    SectionTitle("contacts", "Contacts", ("Contact", "Contact details", "Contact information", "People", "Team")),
    SectionTitle("deployment", "Deployment", ("Deployment type", "Reviewed deployment", "Deployment description")),
    SectionTitle("purpose", "Project description and purpose", (
        "Project description", "Description and purpose", "Purpose", "Project purpose", "Service description", "Description", "Overview",
        "Introduction", "Summary", "Abstract", "Purpose and description", "Service overview", "Project overview", "Service description and purpose",
    ), _BOTH),
    SectionTitle("users", "Primary users and use-cases", (
        "Primary users", "Users", "Users and use cases", "Primary users and their use cases", "Typical users", "Intended users", "Expected users",
        "User and use case", "Intended usage", "Usage",
    ), _BOTH),
    SectionTitle("differences", "Differences from previous architecture", (
        "Differences", "Differences from previous release", "Differences from previous version", "Differences to previous architecture",
        "Changes from previous architecture", "Changes since previous architecture", "Changes since last review", "Changes since last release",
        "Changes", "What's new",
    ), _TABLE),
    SectionTitle("external-dependencies", "External dependencies & associated security assumptions", (
        "External dependencies", "Dependencies", "External dependencies and security assumptions", "External dependencies and assumptions",
        "Dependencies and assumptions", "Dependencies and security assumptions", "Security assumptions", "Assumptions",
        "Third party dependencies", "Dependencies and associated security assumptions",
    ), _BOTH),
    SectionTitle("trust-domains", "Trust domains", (
        "Trust boundaries", "Trust zones", "Security domains", "Security zones", "Network zones", "Trust domains and boundaries", "Networks",
    )),
    SectionTitle("components", "Components", (
        "Component list", "List of components", "Service components", "System components", "Architecture components", "Component descriptions",
        "Component", "Component overview", "Component description",
    ), _BOTH),
    SectionTitle("diagram", "Service architecture diagram", (
        "Architecture diagram", "Block diagram", "Architecture block diagram", "System diagram", "System architecture diagram",
        "Service architecture", "Architecture overview", "Architecture diagrams", "Deployment diagram", "Diagram", "Architecture",
    ), _BOTH),
    SectionTitle("interfaces", "Interfaces", (
        "Interface list", "List of interfaces", "Interface table", "Network interfaces", "Service interfaces", "Connections",
        "Interface descriptions", "Interfaces and protocols", "Component interfaces", "Interface", "Communication paths",
    ), _BOTH),
    SectionTitle("data-assets", "Data assets", (
        "Assets", "Data asset list", "List of data assets", "Information assets", "Data types", "Data asset", "Assets at risk",
    ), _BOTH),
    SectionTitle("impact", "Data asset impact analysis", (
        "Impact analysis", "Asset impact analysis", "Data asset impacts", "Data assets impact analysis", "Impact of data asset failures",
        "Data impact analysis", "Impact",
    ), _LIST),
    SectionTitle("data-flow", "Data flow diagram(s)", (
        "Data flow diagrams", "Data flow diagram", "DFD", "Data flows", "Information flow diagrams", "Dataflow diagrams", "Information flows",
    ), _TABLE),
    SectionTitle("sequence", "Sequence diagram(s)", (
        "Sequence diagrams", "Sequence diagram", "Sequences", "Message sequence charts", "Interaction diagrams",
    ), _TABLE),
    SectionTitle("use-cases", "Use cases", ("Use case", "Typical use cases", "Use case diagrams", "Scenarios", "Common operations", "Workflows")),
    SectionTitle("summary-of-controls", "Summary of controls", (
        "Controls summary", "Security controls", "Controls", "Security controls summary", "Summary of security controls",
    ), _TABLE),
    SectionTitle("controls", "Single controls", ("Control states",)),
    SectionTitle("threat-actors", "Threat actors", ("Threat agents", "Attackers", "Adversaries", "Attacker", "Threat sources")),
    SectionTitle("abuse-cases", "Abuse cases", ("Misuse cases", "Abuse and misuse cases", "Potential abuse cases")),
    SectionTitle("variants", "Variants", ("Deployment variants",)),
    SectionTitle("waivers", "Waivers", ("Waived gaps", "Accepted gaps")),
    SectionTitle("figures", "Figures", ("Pictures", "Images")),
    SectionTitle("resources", "Resources", (
        "References", "Links", "Further reading", "Useful links", "See also", "Related links", "Related documents", "Resources and references",
    ), _BOTH),
    SectionTitle("notes", "Notes", ("Note", "Remarks", "Further notes")),
)  # fmt: skip
"""In the order of the page: that of the table template, with the list template's analysis of impact where it belongs."""

BY_KEY = {section.key: section for section in SECTIONS}

SHORTEST_MISSPELT = 7
"""Letters: two wrong ones in a shorter title leave too little of it."""

_DROPPED = frozenset({"the", "a", "an", "of", "its", "their", "for", "this", "our"})
_NUMBER = re.compile(r"^\s*(?:[0-9]+(?:\.[0-9]+)*[.)]?|[ivxIVX]+[.)]|[A-Z][.)])\s+")


@dataclass(frozen=True, slots=True)
class Recognized:
    """What a title was recognized as."""

    keys: tuple[str, ...]
    """The sections it announces: more than one where two were put together."""
    start: int
    end: int
    """Where in the title that is said: a number stands before it, a remark behind it."""
    is_misspelt: bool = False
    """Whether a letter or two are not those of the title."""


def recognize(title: str, service: str = "") -> Recognized | None:
    """Return the sections that a title announces, or nothing where it is none of ours."""
    text = _NUMBER.sub("", title)
    skipped = len(title) - len(text)
    remark = re.search(r"\s*(?:\*\*|\(|\[|--|–|—|: |:$)", text)
    for end in (len(text), remark.start() if remark and remark.start() else 0):
        keys = _keys(text[:end], service) if end else ()
        if keys:
            return Recognized(keys, skipped, skipped + end)
    joined = " ".join(_words(text))
    close = nearest(joined, _titles(), limit=2) if len(joined) > SHORTEST_MISSPELT else None
    return Recognized((_titles()[close],), 0, len(title), is_misspelt=True) if close else None


def _keys(text: str, service: str) -> tuple[str, ...]:
    words = _words(text)
    own = _words(service)
    for candidate in (words, _without(words, own)):
        key = _titles().get(" ".join(candidate)) if candidate else None
        if key:
            return (key,)
    parts = re.split(r"\s+(?:and|&|/|\+)\s+|\s*[,/]\s*", text)
    found = [_titles().get(" ".join(_words(part))) for part in parts]
    if len(parts) > 1 and all(found):
        return tuple(dict.fromkeys(key for key in found if key))
    return ()


@cache
def _titles() -> dict[str, str]:
    return {" ".join(_words(title)): section.key for section in SECTIONS for title in _all_titles(section)}


def _all_titles(section: SectionTitle) -> Iterator[str]:
    yield from section.aliases
    yield section.title


def _words(text: str) -> list[str]:
    folded = fold(text.replace("&", " and ").replace("(s)", "s"))
    return [_singular(word) for word in folded.split() if word not in _DROPPED]


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def _without(words: list[str], own: list[str]) -> list[str]:
    """Return the words of a title such as `Barbican components` without the name of the service."""
    return [word for word in words if word not in own] if own else []
