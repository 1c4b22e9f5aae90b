"""A page for which nobody answers."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.model.page import Contacts
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.words import listed

ROLES = (
    ("ptl", "the project team lead"),
    ("architect", "the architect"),
    ("security-reviewers", "a security reviewer"),
)
"""Whom both published templates name, with the word in the file."""


def find(page: Page) -> Iterator[Found]:
    """Yield one gap for all roles that nobody holds."""
    contacts = page.architecture.contacts or Contacts()
    missing = [(key, role) for key, role in ROLES if not getattr(contacts, key.replace("-", "_"))]
    if missing:
        yield Found(
            element="contacts",
            path=("contacts",),
            message=f"the page does not name {listed([role for _, role in missing])}",
            help=("write names as `name - handle`; one person may hold several roles",),
            write="\n".join(f"{key}: …" for key, _ in missing),
            under=("contacts",),
        )


RULE = Rule(
    name="contact-missing",
    says="the page names its team lead, its architect and its security reviewers",
    weight=Weight.BLOCKING,
    find=find,
)
