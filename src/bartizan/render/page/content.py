"""Puts an architecture page together, section by section in the order of OpenStack's templates, without any looks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bartizan.formats.prose.blocks import Numbering
from bartizan.model.architecture import Architecture
from bartizan.model.compounds import Record
from bartizan.model.names import fold
from bartizan.model.page import Contacts, Template
from bartizan.model.shapes import AnyTree
from bartizan.render.page import assets, defence, drawings, interfaces, parts
from bartizan.render.page.closing import notes, open_gaps, waivers
from bartizan.render.page.document import (
    Block,
    Blocks,
    Contact,
    Fact,
    Facts,
    Heading,
    ListOfBlocks,
    PageContent,
    Paragraph,
    Person,
    Section,
    Tone,
    Word,
    display_service,
)
from bartizan.render.page.names import Names, names_of
from bartizan.render.page.prose_words import prose_blocks
from bartizan.render.page.tables import field_blocks
from bartizan.render.page.wording import blocks_of, facts_of

if TYPE_CHECKING:
    from bartizan.rules.readiness.gap import Gap

BOTH = frozenset(Template)
NEITHER: frozenset[Template] = frozenset()
TABLE = frozenset({Template.TABLE})
LIST = frozenset({Template.LIST})


@dataclass(frozen=True, slots=True)
class Part:
    """A section that may come onto the page."""

    anchor: str
    title: str
    blocks: Blocks
    asked_by: frozenset[Template]
    """The templates in which it stands: there it is printed even if nothing was said."""


def page_content(
    architecture: Architecture,
    pictures: drawings.Pictures,
    *,
    digest: str,
    gaps: Iterable[Gap] = (),
    figures: Mapping[str, bytes] | None = None,
) -> PageContent:
    """Return everything that stands on the page.

    `digest` is that of the model (`model_digest`). With `gaps` the open ones are listed at the end. `figures` are the
    files of the figures that people drew, by their path as the page has it; one that is not there is named only.
    """
    names = names_of(architecture)
    every = _parts(architecture, pictures, names, tuple(gaps))
    titles = {fold(part.title): part.anchor for part in every}
    placed = drawings.figures(architecture, figures or {}, titles, names)
    every = tuple(replace(part, blocks=(*part.blocks, *placed.get(part.anchor, ()))) for part in every)
    follows = frozenset({architecture.template}) if architecture.template else BOTH
    printed = (part for part in every if part.blocks or part.asked_by & follows)
    return PageContent(
        service=architecture.service or "",
        release=architecture.release or "",
        version=architecture.version or "",
        status=architecture.status.value if architecture.status else "",
        contacts=_contacts(architecture.contacts or Contacts()),
        sections=tuple(
            Section(part.anchor, number, part.title, part.blocks) for number, part in enumerate(printed, 1)
        ),
        about=_about(architecture, digest, names),
        counts=_counts(architecture),
        digest=digest,
    )


def _parts(
    page: Architecture, pictures: drawings.Pictures, names: Names, gaps: tuple[Gap, ...]
) -> tuple[Part, ...]:
    """Return all sections in the order of the page; the templates' own titles are kept."""
    flows = drawings.data_flows(page, pictures)
    sequences = drawings.use_cases(page, pictures.sequences, names)
    return (
        Part("purpose", "Project description and purpose", _prose(page.purpose, names), BOTH),
        Part("users", "Primary users and use-cases", _prose_list(page.users, names), BOTH),
        Part(
            "differences",
            "Differences from previous architecture",
            _prose_list(page.differences, names),
            TABLE,
        ),
        Part(
            "dependencies",
            "External dependencies & associated security assumptions",
            parts.dependencies(page, names),
            BOTH,
        ),
        Part("deployment", "Deployment", _deployment(page, names), BOTH),
        Part("variants", "Variants of the deployment", _variants(page, names), NEITHER),
        Part("components", "Components", parts.components(page, names), BOTH),
        Part(
            "architecture-diagram",
            "Service architecture diagram",
            drawings.drawings(pictures.architecture),
            BOTH,
        ),
        Part("trust-domains", "Trust domains", parts.trust_domains(page, names), BOTH),
        Part("data-assets", "Data assets", assets.data_assets(page, names), BOTH),
        Part("impact", "Data asset impact analysis", assets.impact_analysis(page, names), LIST),
        Part("interfaces", "Interfaces", interfaces.interfaces(page, names), BOTH),
        Part("data-flow-diagrams", "Data flow diagrams", flows, NEITHER if sequences else TABLE),
        Part("sequence-diagrams", "Sequence diagrams", sequences, NEITHER if flows else TABLE),
        Part("summary-of-controls", "Summary of controls", defence.summary_of_controls(page, names), TABLE),
        Part("controls", "Controls", defence.controls(page, names), NEITHER),
        Part("threat-actors", "Threat actors", defence.threat_actors(page, names), NEITHER),
        Part("abuse-cases", "Abuse cases", defence.abuse_cases(page, names), NEITHER),
        Part("waivers", "Waivers", waivers(page, names), NEITHER),
        Part("resources", "Resources", _prose_list(page.resources, names, numbering=None), BOTH),
        Part("notes", "Notes", notes(page, names), NEITHER),
        Part("open-gaps", "Open gaps", open_gaps(gaps, names), NEITHER),
    )


def _prose(text: str | None, names: Names) -> Blocks:
    return prose_blocks(text, names) if text else ()


def _prose_list(
    texts: tuple[str, ...], names: Names, numbering: Numbering | None = Numbering.ARABIC
) -> Blocks:
    """Return one text as it is, several as a list."""
    entries = tuple(prose_blocks(text, names) for text in texts)
    if len(entries) == 1:
        return entries[0]
    return (ListOfBlocks(entries, numbering),) if entries else ()


def _variants(page: Architecture, names: Names) -> Blocks:
    """Return each variant as the patch that was written."""
    shape = AnyTree()
    blocks: list[Block] = []
    for name, patch in page.variants.items():
        blocks.append(Heading(name, ""))
        blocks += (
            blocks_of(patch, shape, names)
            if patch
            else (Paragraph((Word("As described on this page.", Tone.ASIDE),)),)
        )
    return tuple(blocks)


def _deployment(page: Architecture, names: Names) -> Blocks:
    if page.deployment is None:
        return ()
    blocks: tuple[Block, ...] = field_blocks(page.deployment, "description", names)
    facts = facts_of(page.deployment, names, without=frozenset({"description"}))
    return (*blocks, Facts(facts)) if facts else blocks


def _contacts(contacts: Contacts) -> tuple[Contact, ...]:
    """Return the roles that the template asks for, and any other."""
    reviewers = "Security reviewer" if len(contacts.security_reviewers) < 2 else "Security reviewers"
    roles = {"PTL": contacts.ptl, "Architect": contacts.architect, reviewers: contacts.security_reviewers}
    return tuple(
        Contact(role, tuple(_person(who) for who in people))
        for role, people in (*roles.items(), *contacts.others.items())
    )


def _person(text: str) -> Person:
    """Take `name - handle` apart."""
    name, _, handle = text.partition(" - ")
    return Person(name.strip(), handle.strip())


_ABOUT = {
    "format": "Form of the file",
    "template": "Order and sections",
    "include": "Files included",
    "based-on": "Page that it changes",
}

_TEMPLATES = {
    Template.TABLE: "as OpenStack's template with tables has them",
    Template.LIST: "as OpenStack's template with lists has them",
}


def _about(page: Architecture, digest: str, names: Names) -> tuple[Fact, ...]:
    """Return what is to be said about the page itself."""
    facts = [Fact("Model digest", (Paragraph((Word("sha256:"), Word(digest, Tone.CODE))),))]
    if page.service and display_service(page.service) != page.service:
        facts.append(Fact("Service in the file", (Paragraph((Word(page.service, Tone.CODE),)),)))
    for key, (field, shape) in Record(Architecture).fields.items():
        value = getattr(page, field.name)
        if key in _ABOUT and value != shape.missing:
            called = _TEMPLATES.get(value) if key == "template" else None
            said = (Paragraph((Word(called),)),) if called else blocks_of(value, shape, names)
            facts.append(Fact(_ABOUT[key], said))
    return tuple(facts)


def _counts(page: Architecture) -> str:
    counted = (
        (len(page.components), "component"),
        (len(page.interfaces), "interface"),
        (len(page.data_assets), "data asset"),
    )
    return ", ".join(f"{count} {noun if count == 1 else noun + 's'}" for count, noun in counted)
