"""Writes the top of a page: titles, status, release, version and contacts, as in the templates."""

from __future__ import annotations

from bartizan.formats.openstack_rst.lines import wide
from bartizan.formats.openstack_rst.read_head import BOTH
from bartizan.formats.openstack_rst.trial import Trial
from bartizan.formats.prose.escape import escape
from bartizan.model.architecture import Architecture
from bartizan.model.page import Contacts, Template
from bartizan.source.text import Source

KEYS = ("service", "release", "version", "status", "template", "deployment", "contacts")


def head_lines(architecture: Architecture, trial: Trial) -> tuple[list[str], list[str]]:
    """Return the top of the page, and the fields of the page that it does not say."""
    for lines in (_published(architecture, trial), _title("Architecture page", "=", over=True)):
        unsaid = _unsaid(lines, architecture, trial)
        if unsaid is not None:
            return lines, unsaid
    raise AssertionError("a page with nothing but a title says something")


def _unsaid(lines: list[str], architecture: Architecture, trial: Trial) -> list[str] | None:
    """Return the fields that the reader does not find in the lines; nothing where it finds text it has no field for."""
    from bartizan.formats.openstack_rst.reader import read_page  # noqa: PLC0415  # the reader of a whole page, once

    read = read_page(Source("page", "\n".join([*lines, ""])), folder=None).architecture
    if read.notes or read.purpose:
        return None
    found = _found(trial)
    if found is not None and read.template is None and f"**Template**: {BOTH}" not in lines:
        read_template: Template | None = found
    else:
        read_template = read.template
    unsaid = [key for key in KEYS if key != "template" and getattr(read, key) != getattr(architecture, key)]
    return unsaid if read_template == architecture.template else [*unsaid, "template"]


def _found(trial: Trial) -> Template | None:
    """Return the template that the reader will take the page to follow."""
    if bool(trial.tables) == bool(trial.lists):
        return None
    return Template.TABLE if trial.tables else Template.LIST


def _published(architecture: Architecture, trial: Trial) -> list[str]:
    service = _plain(architecture.service or "")
    lines = _title(f"{service} architecture page".strip() if service else "Architecture page", "=", over=True)
    release = "/".join(_plain(text) for text in (architecture.version, architecture.release) if text)
    if service and release:
        lines += ["", *_title(f"{service} - {release}", "-")]
    facts = {
        "Status": architecture.status.value.capitalize() if architecture.status else None,
        "Release": architecture.release,
        "Version": architecture.version,
        "Deployment": _deployment(architecture),
        "Template": _template(architecture, trial),
    }
    for label, text in facts.items():
        if text:
            lines += ["", f"**{label}**: {_plain(text)}"]
    return [*lines, *_contacts(architecture.contacts)]


def _deployment(architecture: Architecture) -> str | None:
    kind = architecture.deployment.kind if architecture.deployment else None
    return kind.value.capitalize() if kind else None


def _template(architecture: Architecture, trial: Trial) -> str | None:
    """Say the template where the page itself would say something else."""
    if _found(trial) is architecture.template:
        return None
    return architecture.template.value if architecture.template else BOTH


def _contacts(contacts: Contacts | None) -> list[str]:
    if contacts is None:
        return []
    roles = [
        ("PTL", contacts.ptl),
        ("Architect", contacts.architect),
        ("Security Reviewer", contacts.security_reviewers),
    ]
    roles += list(contacts.others.items())
    lines = [f"- {_plain(role)}: {_plain(person)}" for role, people in roles for person in people]
    return ["", "**Contacts**:", "", *lines] if lines else []


def _title(text: str, mark: str, *, over: bool = False) -> list[str]:
    line = mark * max(wide(text), 4)
    return [*([line] if over else []), text, line]


def _plain(text: str) -> str:
    return escape(text).replace("\n", "")
