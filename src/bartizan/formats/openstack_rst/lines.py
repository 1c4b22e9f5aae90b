"""The lines of a page that people read: `- Database (MySQL) [U-C]: keeps the notes`, `1. Client -> API *[TLS]*:`.

They need not say everything, and where a name has a colon or a bracket in it they may even say something else; the fields
below them put that right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bartizan.formats.openstack_rst.labels import IMPACT
from bartizan.formats.openstack_rst.write_fields import behind, prose_lines
from bartizan.formats.prose.blocks import Paragraph
from bartizan.formats.prose.escape import escape
from bartizan.formats.prose.prose import to_rst, tree
from bartizan.model.architecture import Architecture
from bartizan.model.carried import Carried
from bartizan.model.component import Component
from bartizan.model.data_asset import DataAsset
from bartizan.model.dependency import Dependency
from bartizan.model.impact import Impact
from bartizan.model.interface import Interface
from bartizan.model.names import Named, display_name, readable
from bartizan.model.references import section
from bartizan.model.shapes import ID, RESERVED
from bartizan.model.steps import Steps
from bartizan.model.use_case import UseCase


def component_lines(component: Component) -> list[str]:
    """Return `Name (Technology) [U-C]: purpose`."""
    head = _plain(display_name(component))
    if component.technology:
        head += f" ({_plain(component.technology)})"
    if component.placement:
        head += f" [{' or '.join(placement.value for placement in component.placement)}]"
    return [
        *_with_text(head, component.description),
        *_remarks(component.notes),
        *impact_lines(component.impact),
    ]


def named_lines(element: Named) -> list[str]:
    """Return `**Name**: what is said about it`."""
    return _with_text(f"**{_plain(display_name(element))}**", getattr(element, "description", None))


def dependency_lines(dependency: Dependency) -> list[str]:
    """Return `**Name**: what it is needed for`, and the assumptions about it."""
    lines = named_lines(dependency)
    return [*lines, *_bullets([labelled("Assumption", text) for text in dependency.assumption])]


def use_case_lines(use_case: UseCase) -> list[str]:
    """Return `**Name**: who does this and what for`, and the steps as they are typed."""
    written = Steps().write(use_case.steps)
    typed = (
        ["", "::", "", *(f"   {line}" for line in written.split("\n"))]
        if use_case.steps and isinstance(written, str)
        else []
    )
    return [*named_lines(use_case), *typed]


def asset_lines(asset: DataAsset, architecture: Architecture) -> list[str]:
    """Return `*Name*: what it is - persisted in A, B`."""
    head = f"*{_plain(display_name(asset))}*"
    places = persisted_in(asset, architecture)
    text = _inline(asset.description) if asset.description else None
    if places:
        statement = places if places == "not persisted" else f"persisted in {places}"
        lines = [*(f"{head}: {text}" if text else head).split("\n")]
        lines[-1] += f" - {statement}"
    else:
        lines = _with_text(head, asset.description)
    return [*lines, *_remarks(asset.notes)]


def persisted_in(asset: DataAsset, architecture: Architecture) -> str:
    """Return the places of an asset by name, as far as the page can say them in a line."""
    if [placement.place for placement in asset.persisted] == ["nowhere"]:
        return "not persisted"
    places = []
    for placement in asset.persisted:
        words = _inline(placement.description) if placement.description else None
        places.append(words or _names([placement.place], architecture, "components"))
    return ", ".join(place for place in places if place and "\n" not in place)


def impact_entry(asset: DataAsset) -> list[str]:
    """Return `*Name*:` with what the failure of each property means."""
    return [f"*{_plain(display_name(asset))}*:", *impact_lines(asset.impact, note="Note")]


def impact_lines(impact: Impact | None, note: str = "Impact") -> list[str]:
    """Return what the failure of each property means, in the order and words of the published reviews."""
    if impact is None:
        return []
    bullets = []
    for property_ in ("integrity", "confidentiality", "availability"):
        text = getattr(impact, property_)
        if text:
            bullets.append(labelled(IMPACT["impact", property_][0].title(), text))
    bullets.extend(labelled(note, text) for text in impact.notes)
    return _bullets(bullets)


def interface_lines(interface: Interface, architecture: Architecture) -> list[str]:
    """Return `From -> To *[Transport]*:` and what travels, who asks with what, and what an attack would mean."""
    ends = [
        _names([end], architecture, "components") if end else ""
        for end in (interface.requestor, interface.listener)
    ]
    head = " -> ".join(ends) if all(ends) else _plain(display_name(interface))
    if interface.protocol:
        head += f" *[{', '.join(_plain(name) for name in interface.protocol)}]*"
    cells = interface_cells(interface, architecture)
    bullets = [
        labelled_text(label, cells[key])
        for key, label in (
            ("name", "Name"), ("network", "Network"), ("in-flight", "Assets in flight"), ("request", "Request"),
            ("request-credentials", "Request credentials"), ("request-authorization", "Request authorization"),
            ("response", "Response"), ("response-credentials", "Response credentials"), ("confidentiality", "Confidentiality"),
            ("integrity", "Integrity"), ("availability", "Availability"),
        )
        if cells.get(key)
    ]  # fmt: skip
    if interface.description:
        bullets.append(labelled("Description", interface.description))
    return [f"{head}:", *_bullets(bullets), *impact_lines(interface.impact), *_remarks(interface.notes)]


def interface_cells(interface: Interface, architecture: Architecture) -> dict[str, str]:
    """Return the cells of an interface in a table, by field."""
    authorization = interface.request_authorization
    return {
        "id": interface.id,
        "number": _plain(interface.number or interface.id),
        "name": _plain(interface.name or ""),
        "network": _names([interface.network] if interface.network else [], architecture, "trust-domains"),
        "protocol": ", ".join(_plain(name) for name in interface.protocol),
        "requestor": _names([interface.requestor] if interface.requestor else [], architecture, "components"),
        "request": _carried(interface.request, architecture),
        "request-credentials": _names(interface.request_credentials, architecture, "data-assets"),
        "request-authorization": _names(
            authorization.all_of if authorization else (), architecture, "controls"
        ),
        "listener": _names([interface.listener] if interface.listener else [], architecture, "components"),
        "response": _carried(interface.response, architecture),
        "response-credentials": _names(interface.response_credentials, architecture, "data-assets"),
        "in-flight": _carried(interface.in_flight, architecture),
        "description": _inline(interface.description) or "" if interface.description else "",
        "confidentiality": _plain(interface.confidentiality or ""),
        "integrity": _plain(interface.integrity or ""),
        "availability": _plain(interface.availability or ""),
    }


def asset_cells(asset: DataAsset, architecture: Architecture) -> dict[str, str]:
    """Return the cells of a data asset in a table, by field."""
    return {
        "id": asset.id,
        "name": _plain(display_name(asset)),
        "confidentiality": _plain(asset.confidentiality or ""),
        "integrity": _plain(asset.integrity or ""),
        "availability": _plain(asset.availability or ""),
        "persisted": persisted_in(asset, architecture),
        "description": _inline(asset.description) or "" if asset.description else "",
    }


def labelled(label: str, text: str) -> list[str]:
    """Return `Label: text`, the text on lines of its own where it is more than a paragraph."""
    inline = _inline(text)
    return f"{label}: {inline}".split("\n") if inline else [f"{label}:", "", *prose_lines(text)]


def labelled_text(label: str, markup: str) -> list[str]:
    """Return `Label: markup`."""
    return [f"{label}: {markup}"]


def _with_text(head: str, text: str | None) -> list[str]:
    inline = _inline(text) if text else None
    return f"{head}: {inline}".split("\n") if inline else [head]


def _inline(text: str) -> str | None:
    """Return prose as it stands behind a colon; nothing where it is more than one paragraph."""
    markup = to_rst(text)
    blocks = tree(text)
    return markup if len(blocks) == 1 and isinstance(blocks[0], Paragraph) and "\n\n" not in markup else None


def _plain(text: str) -> str:
    return escape(text).replace("\n", "")


def _names(ids: Iterable[str | None], architecture: Architecture, of: str) -> str:
    """Return elements by name, and other words as they are."""
    elements = section(architecture, of)
    names = []
    for id_ in ids:
        text = id_ or ""
        if text in elements:
            text = display_name(elements[text])
        elif ID.fullmatch(text) and text not in RESERVED and of in {"components", "trust-domains"}:
            text = readable(text)
        names.append(_plain(text))
    return ", ".join(
        filter(None, names)
    )  # an entry without a name is told below, and a comma alone would be odd markup


def _carried(carried: Sequence[Carried], architecture: Architecture) -> str:
    return _names([each.asset for each in carried], architecture, "data-assets")


def _bullets(bodies: list[list[str]]) -> list[str]:
    loose = any("" in body for body in bodies)
    lines: list[str] = []
    for body in bodies:
        lines += ["", *behind("-", body)] if loose or not lines else behind("-", body)
    return lines


def _remarks(notes: Sequence[str]) -> list[str]:
    return _bullets([prose_lines(note) for note in notes])


def wide(text: str) -> int:
    """Return at least how many columns a line takes: East Asian letters take two."""
    return len(text) + len(re.findall(r"[^\x00-\x7f]", text))
