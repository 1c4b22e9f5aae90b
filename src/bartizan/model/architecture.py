"""The architecture page of one service in one release: everything else hangs on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bartizan.model.abuse_case import AbuseCase
from bartizan.model.component import Component
from bartizan.model.compounds import ListOf, MapOf, Record
from bartizan.model.control import Control
from bartizan.model.data_asset import DataAsset
from bartizan.model.dependency import Dependency
from bartizan.model.interface import Interface
from bartizan.model.page import Contacts, Deployment, Figure, Note, Status, Template, Waiver
from bartizan.model.shapes import AnyTree, OneOf, Prose, Text, said
from bartizan.model.threat_actor import ThreatActor
from bartizan.model.trust_domain import TrustDomain
from bartizan.model.use_case import UseCase, UseCaseRecord
from bartizan.source.plain import Plain

FORMAT = "1"
"""The version of the file's own form, written as `format: 1`."""


class FormatVersion(Text):
    """The version of the file's form; a file that does not say has the first."""

    missing = FORMAT


@dataclass(frozen=True, slots=True, kw_only=True)
class Architecture:
    """What a team says about its service, in the order of OpenStack's architecture page template."""

    format: str | None = said(FormatVersion(), "The version of this file's form: `1`.")
    include: tuple[str, ...] = said(
        ListOf(Text()),
        "Other files, from this file's folder and within it, whose sections are part of this page.",
    )
    based_on: str | None = said(
        Text(),
        "Another file of this workspace whose page this one changes: mappings merge, scalars and lists replace, `~` takes "
        "away, as in a variant.",
    )
    service: str | None = said(Text(), "The name of the service or project.")
    release: str | None = said(Text(), "The release this page is about, such as Newton.")
    version: str | None = said(Text(), "The version this page is about, such as 3.0.0.")
    status: Status | None = said(OneOf(Status), "`draft`, `ready for review` or `reviewed`.")
    template: Template | None = said(
        OneOf(Template),
        "The published template an older page follows: `table` or `list`. A new page says nothing here and has the "
        "sections of both.",
    )
    deployment: Deployment | None = said(
        Record(Deployment, short="kind"),
        "The deployment that the page describes: best practice, unless there is a reason.",
    )
    contacts: Contacts | None = said(Record(Contacts), "Who answers for the page.")
    purpose: str | None = said(Prose(), "Project description and purpose: a paragraph or two, with links.")
    users: tuple[str, ...] = said(ListOf(Prose()), "Primary users and what they use the service for.")
    differences: tuple[str, ...] = said(
        ListOf(Prose()), "Differences from the previous architecture; `bartizan diff` can write them."
    )
    external_dependencies: Mapping[str, Dependency] = said(
        MapOf[Dependency](Record(Dependency)),
        "What the service needs and does not control, and the security assumptions about it.",
    )
    trust_domains: Mapping[str, TrustDomain] = said(
        MapOf[TrustDomain](Record(TrustDomain)), "Groups of components with the same level of privilege."
    )
    components: Mapping[str, Component] = said(
        MapOf[Component](Record(Component)), "The parts of the deployed service and what they talk to."
    )
    interfaces: Mapping[str, Interface] = said(
        MapOf[Interface](Record(Interface)),
        "Connections between components; the key is the number on the diagram.",
    )
    data_assets: Mapping[str, DataAsset] = said(
        MapOf[DataAsset](Record(DataAsset)), "Data worth protecting, and where it is persisted."
    )
    controls: Mapping[str, Control] = said(
        MapOf[Control](Record(Control, short="state"), keys="control"),
        "What stops an attacker's step: by a name of its own, or as `<element>/<word>` such as `1/encryption`.",
    )
    summary_of_controls: Mapping[str, str | None] = said(
        MapOf[str | None](Prose(), keys="text"),
        "Controls that span components, in words: Audit, Authentication, Authorization, Availability, Confidentiality, "
        "Integrity.",
    )
    threat_actors: Mapping[str, ThreatActor] = said(
        MapOf[ThreatActor](Record(ThreatActor)), "Whom the service is defended against, and whom not."
    )
    abuse_cases: Mapping[str, AbuseCase] = said(
        MapOf[AbuseCase](Record(AbuseCase, short="description")),
        "What an attacker might want from the service.",
    )
    use_cases: Mapping[str, UseCase] = said(
        MapOf[UseCase](UseCaseRecord()),
        "What the service does, as steps: `Client->API: store a secret [1]`; drawn as sequence and data flow diagrams.",
    )
    figures: tuple[Figure, ...] = said(ListOf(Record(Figure, short="file")), "Pictures that somebody drew.")
    variants: Mapping[str, Plain] = said(
        MapOf[Plain](AnyTree()),
        "Other forms of the same deployment, each a patch of this file: mappings merge, scalars and lists replace, `~` "
        "takes away.",
    )
    waivers: tuple[Waiver, ...] = said(
        ListOf(Record(Waiver)), "Gaps that are accepted for a while, with reason and date."
    )
    resources: tuple[str, ...] = said(ListOf(Prose()), "Links to documentation, code and presentations.")
    notes: tuple[Note, ...] = said(
        ListOf(Record(Note, short="text")), "Text of a page that found no place in the fields above."
    )
