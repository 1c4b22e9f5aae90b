"""A section that the template has and the page has not."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page

SECTIONS = (
    ("purpose", "what the service is for", "say in a paragraph or two what it does and for whom; it may be copied from a wiki",
     "purpose: …"),
    ("users", "its primary users and what they use it for", "one line for each sort of user, people and other services alike",
     'users: ["… use it to …"]'),
    ("external-dependencies", "what it needs and does not control",
     "name each service, appliance or product that it cannot work without, and what is taken for granted of it",
     "external-dependencies: {…: {assumption: …}}"),
    ("components", "its components", "name each process, store, queue and file, and the people and services around it",
     "components: {…: {technology: …, domain: …, description: …}}"),
    ("interfaces", "its interfaces, so there is nothing to draw",
     "number each connection and say who opens it, who listens, and what travels",
     "interfaces: {1: {requestor: …, listener: …, protocol: …, request: …, response: …}}"),
    ("data-assets", "its data assets", "name the data that an attacker may be after, credentials and configuration too",
     "data-assets: {…: {confidentiality: …, integrity: …, availability: …, persisted: …}}"),
    ("resources", "where to read more", "link the documentation, the code, presentations", 'resources: ["https://…"]'),
)  # fmt: skip
"""The sections that both published templates have: word, what it tells, what to do, what to write."""


def find(page: Page) -> Iterator[Found]:
    """Yield each section that is empty."""
    for word, tells, advice, write in SECTIONS:
        if not getattr(page.architecture, word.replace("-", "_")):
            yield Found(
                element=word,
                path=(word,),
                message=f"the page does not say {tells}",
                help=(advice,),
                write=write,
                under=(),
            )


RULE = Rule(
    name="section-missing",
    says="the page has every section of the template",
    weight=Weight.BLOCKING,
    find=find,
)
