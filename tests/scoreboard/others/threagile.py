"""Reads a Threagile model: technical assets, their links, data assets and trust boundaries.

Threagile names the requestor and what is sent each way, whether a link authenticates and authorizes, and how data is encrypted
at rest, so more can be said than of most formats.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import yaml

from tests.scoreboard.others.sketch import Foreign, Json, Sketch, items, mapping, text, words

PROTOCOLS = {
    "http": "HTTP", "https": "HTTPS", "ws": "WebSocket", "wss": "WSS", "jdbc": "JDBC", "jdbc-encrypted": "JDBC over TLS",
    "odbc": "ODBC", "odbc-encrypted": "ODBC over TLS", "sql-access-protocol": "SQL", "sql-access-protocol-encrypted": "SQL over TLS",
    "nosql-access-protocol-encrypted": "TLS", "binary-encrypted": "TLS", "text-encrypted": "TLS", "ssh": "SSH", "smtp": "SMTP",
    "smtp-encrypted": "SMTPS", "ldap": "LDAP", "ldaps": "LDAPS", "nfs": "NFS", "smb": "SMB", "ftp": "FTP", "ftps": "FTPS",
    "sftp": "SFTP", "scp": "SCP", "jms": "JMS", "mqtt": "MQTT", "iiop": "IIOP", "jrmp": "JRMP",
}  # fmt: skip
"""Threagile's protocols as a page would name them; the others are taken as they are called."""

RATINGS = {
    "public": "none", "internal": "low", "restricted": "medium", "confidential": "high", "strictly-confidential": "high",
    "archive": "none", "operational": "low", "important": "medium", "critical": "high", "mission-critical": "high",
}  # fmt: skip


def read(path: Path) -> Iterator[Foreign]:
    """Yield the model of a file, with the files that it includes."""
    found = _with_includes(path)
    if "threagile_version" not in found or not mapping(found.get("technical_assets")):
        return  # a library, a rule, or a part that another file includes
    sketch = Sketch(text(found.get("title")) or path.stem)
    _zones(sketch, mapping(found.get("trust_boundaries")))
    for name, asset in mapping(found.get("data_assets")).items():
        data = mapping(asset)
        sketch.asset(str(data.get("id")), str(data.get("title") or name), **_ratings(data))
    inside = _inside(mapping(found.get("trust_boundaries")))
    technical = [(name, mapping(each)) for name, each in mapping(found.get("technical_assets")).items()]
    for name, each in technical:
        key = str(each.get("id"))
        person = each.get("used_as_client_by_human") is True
        sketch.component(
            key, str(each.get("title") or name), kind=None if person else _kind(each), zone=inside.get(key),
            technology=_technology(each), in_scope=each.get("out_of_scope") is not True,
        )  # fmt: skip
        for stored in words(each.get("data_assets_stored")):
            encryption = each.get("encryption")
            sketch.kept(stored, key, encrypted=None if encryption is None else encryption != "none")
    for _name, each in technical:
        for label, link in _links(each):
            _link(sketch, str(each.get("id")), label, link)
    yield Foreign(sketch.service, sketch.tree, _listed(found))


def _with_includes(path: Path) -> dict[str, object]:
    if path.suffix == ".json":
        return dict(json.loads(path.read_text("utf-8")))
    found = yaml.safe_load(path.read_text("utf-8"))
    if not isinstance(found, dict):
        return {}
    for name in words(found.get("includes")):
        for key, value in _with_includes(path.parent / name).items():
            before = found.get(key)
            found[key] = before | value if isinstance(before, dict) and isinstance(value, dict) else value
    return found


def _zones(sketch: Sketch, boundaries: Json) -> None:
    nested: dict[str, str] = {}
    for each in boundaries.values():
        outer = mapping(each)
        nested |= dict.fromkeys(words(outer.get("trust_boundaries_nested")), str(outer.get("id")))
    for name, each in boundaries.items():
        sketch.zone(str(mapping(each).get("id")), str(mapping(each).get("title") or name))
    for name, each in boundaries.items():
        key = str(mapping(each).get("id"))
        sketch.zone(key, str(mapping(each).get("title") or name), inside=nested.get(key))


def _inside(boundaries: Json) -> dict[str, str]:
    return {
        asset: str(mapping(each).get("id"))
        for each in boundaries.values() for asset in words(mapping(each).get("technical_assets_inside"))
    }  # fmt: skip


def _ratings(data: Json) -> dict[str, str]:
    found = {
        each: RATINGS.get(str(data.get(each))) for each in ("confidentiality", "integrity", "availability")
    }
    return {each: rating for each, rating in found.items() if rating}


def _kind(asset: Json) -> str | None:
    return {"process": "process", "datastore": "data store"}.get(str(asset.get("type")))


def _technology(asset: Json) -> str | None:
    """Return the technology; Threagile's own dump of a model has a list of them."""
    listed = items(asset.get("technologies"))
    return text(asset.get("technology") or (listed[0].get("Name") if listed else None))


def _links(asset: Json) -> list[tuple[str, Json]]:
    """Return the links by name; in Threagile's own dump of a model they are a list."""
    found = asset.get("communication_links")
    named = [(str(name), mapping(each)) for name, each in mapping(found).items()]
    return named or [(str(each.get("title")), each) for each in items(found)]


def _link(sketch: Sketch, requestor: str, label: str, link: Json) -> None:
    protocol = text(link.get("protocol"))
    authentication, authorization = link.get("authentication"), link.get("authorization")
    sketch.flow(
        f"{requestor}>{label}", requestor, str(link.get("target") or link.get("target_id")), name=label,
        protocol=PROTOCOLS.get(protocol, protocol) if protocol not in {None, "unknown-protocol"} else None,
        request=words(link.get("data_assets_sent")), response=words(link.get("data_assets_received")),
        controls={
            "encryption": True if link.get("vpn") is True else None,
            "authentication": None if authentication is None else authentication != "none",
            "authorization": None if authorization is None else authorization != "none",
        },
    )  # fmt: skip


def _listed(found: Json) -> int | None:
    generated = mapping(found.get("generated_risks_by_category"))
    if generated:
        return sum(len(each) for each in generated.values() if isinstance(each, list))
    own = mapping(found.get("individual_risk_categories") or found.get("custom_risk_categories"))
    identified = [mapping(each).get("risks_identified") for each in own.values()]
    return sum(len(each) for each in identified if isinstance(each, dict)) if own else None
