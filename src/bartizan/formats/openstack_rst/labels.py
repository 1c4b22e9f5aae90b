"""The words pages use for the fields of an element: as labels before a text, and as headings of columns."""

from __future__ import annotations

from functools import cache
from typing import Any

from bartizan.formats.openstack_rst.read_fields import field_key
from bartizan.model.architecture import Architecture
from bartizan.model.compounds import MapOf, Record
from bartizan.model.names import fold

IMPACT: dict[tuple[str, ...], tuple[str, ...]] = {
    ("impact", "confidentiality"): (
        "Confidentiality failure impact", "Confidentially failure impact", "Confidentiality failure", "Confidentially failure",
        "Confidentiality impact", "Impact of confidentiality failure", "Loss of confidentiality", "Confidentiality loss",
        "Confidentiality breach", "Disclosure",
    ),
    ("impact", "integrity"): (
        "Integrity failure impact", "Integrity failure", "Integrity impact", "Impact of integrity failure", "Loss of integrity",
        "Integrity loss", "Tampering",
    ),
    ("impact", "availability"): (
        "Availability failure impact", "Availability failure", "Availability impact", "Impact of availability failure",
        "Loss of availability", "Availability loss",
    ),
    ("impact", "notes"): ("Impact", "Impact note", "Failure impact"),
}  # fmt: skip

LABELS: dict[str, dict[tuple[str, ...], tuple[str, ...]]] = {
    "components": {
        ("name",): ("Component", "Component name"),
        ("technology",): ("Product", "Primary technology", "Technologies", "Implementation", "Software", "Language"),
        ("kind",): ("Type", "Component type"),
        ("placement",): ("Cloud placement", "Where it runs", "Runs in", "I-C/U-C/O-C"),
        ("domain",): ("Trust domain", "Trust zone", "Zone", "Security domain", "Trust boundary"),
        ("instances",): ("Quantity", "Number of instances", "Count", "Replicas"),
        ("description",): ("Purpose", "Component description", "What it does", "Role", "Function"),
        ("owner",): ("Operated by", "Run by", "Responsible"),
        ("notes",): ("Note", "Comment", "Comments", "Remark", "Remarks"),
        **IMPACT,
    },
    "interfaces": {
        ("number",): ("No", "Nr", "#", "Interface number", "Interface", "Interface id", "ID"),
        ("name",): ("Interface name",),
        ("network",): ("Network name", "Networks"),
        ("protocol",): (
            "Network protocol", "Protocols", "Transport", "Transport protocol", "Network protocols", "Exposed protocols", "Exposed protocol",
            "Port / protocol", "Protocol / port", "Port and protocol", "Protocol and port", "Port",
        ),
        ("requestor",): ("Requester", "From", "Source", "Client", "Initiator", "Requestor component", "Caller", "Src"),
        ("listener",): ("To", "Destination", "Server", "Target", "Responder", "Listener component", "Callee", "Dst", "Dest"),
        ("request",): ("Request data", "Requests"),
        ("request-credentials",): (
            "Request credential", "Credentials/Authentication", "Credentials", "Authentication", "Authentication?", "Credential",
            "Requestor credentials", "Authentication/Credentials", "Client credentials", "Credentials and authentication",
            "AuthN",
        ),
        ("request-authorization",): ("Authorization", "Authorisation", "Request authorisation", "Authorization?", "AuthZ"),
        ("response",): ("Response data", "Responses", "Reply"),
        ("response-credentials",): ("Response credential", "Listener credentials", "Server credentials", "Server authentication"),
        ("in-flight",): (
            "Assets in flight", "Data in flight", "Data assets in flight", "Assets", "Data assets", "Data", "Asset in flight",
            "Data transferred", "Assets in transit", "Data in transit", "Data carried",
            "Payload",
        ),
        ("description",): ("Description of operation", "Operation", "Purpose", "Description?"),
        ("notes",): ("Note", "Comment", "Comments", "Remark", "Remarks"),
        **IMPACT,
    },
    "data-assets": {
        ("name",): ("Data name", "Data asset", "Asset", "Asset name", "Data", "Data asset name", "Data type"),
        ("confidentiality",): ("C", "Conf"),
        ("integrity",): ("I",),
        ("availability",): ("A", "Avail"),
        ("persisted",): (
            "Persisted in", "Stored in", "Where persisted", "Persistence", "Storage", "Location", "Stored", "Persisted at",
            "Where stored", "Storage location", "Kept in", "Persisted where",
        ),
        ("description",): ("Content", "Contents", "What it is", "Purpose"),
        ("kind",): ("Type", "Kind of data"),
        ("format",): ("Data format", "Encoding"),
        ("transformations",): ("Transformation", "Data transformations"),
        ("lifetime",): ("Validity",),
        ("notes",): ("Note", "Comment", "Comments", "Remark", "Remarks"),
        **IMPACT,
    },
    "external-dependencies": {
        ("name",): ("Dependency", "External dependency", "Service name", "Component"),
        ("description",): ("Purpose", "Needed for", "What for"),
        ("assumption",): (
            "Assumptions", "Security assumption", "Security assumptions", "Associated security assumptions",
            "Associated security assumption", "We assume", "Assumed",
        ),
        ("owner",): ("Operated by", "Run by", "Controlled by"),
    },
    "trust-domains": {
        ("name",): ("Trust domain", "Domain", "Zone", "Network", "Trust zone"),
        ("kind",): ("Type",),
        ("inside",): ("Part of", "Within"),
        ("reached-from",): ("Reachable from",),
        ("description",): ("Purpose", "Members", "Contents"),
    },
    "threat-actors": {
        ("name",): ("Threat actor", "Actor", "Attacker", "Who"),
        ("description",): ("Motivation", "Goal", "Goals"),
    },
    "abuse-cases": {
        ("name",): ("Abuse case", "Case"),
        ("actors",): ("Actor", "Threat actor", "Threat actors"),
        ("targets",): ("Target", "Target assets"),
    },
    "use-cases": {("name",): ("Use case", "Title")},
    "controls": {("name",): ("Control",), ("stands-on",): ("On", "Element")},
}  # fmt: skip
"""Other words for fields, by section; a field's own word counts where it is none of them."""


@cache
def record_of(section: str) -> Record[Any]:
    """Return the shape of the elements of a section."""
    shape = Record(Architecture).fields[section][1]
    inner = shape.shape if isinstance(shape, MapOf) else None
    if not isinstance(inner, Record):
        raise TypeError(f"`{section}` has no elements with fields")
    return inner


@cache
def _by_word(section: str) -> dict[str, tuple[str, ...]]:
    known: dict[str, tuple[str, ...]] = {}
    for path, words in LABELS.get(section, {}).items():
        for word in words:
            known[_plain(word)] = path
    return known


def field_called(section: str, label: str) -> tuple[str, ...] | None:
    """Return the path of the field that a page means by a label, such as `("impact", "integrity")`."""
    meant = _by_word(section).get(_plain(label))
    own = None if meant else field_key(record_of(section), label)
    return (own,) if own else meant


def _plain(label: str) -> str:
    return fold(label.replace("(s)", "s")) or label.strip()
