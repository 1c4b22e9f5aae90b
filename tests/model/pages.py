"""Small pages that several tests of the model read."""

from __future__ import annotations

from bartizan.model.read import PageRead, read_architecture
from bartizan.source.read_yaml import read_yaml
from bartizan.source.text import Source

FIRST_PAGE = """\
format: 1
service: Notes
components:
  browser: {kind: person, domain: internet}
  web: {technology: Python, domain: cloud}
  database: {technology: PostgreSQL, domain: cloud}
interfaces:
  1: {requestor: browser, listener: web, protocol: HTTPS, request: note}
  2: {requestor: web, listener: database, protocol: SQL, request: note}
data-assets:
  note: {confidentiality: high, persisted: database}
"""


def page(text: str) -> PageRead:
    """Read a page whose YAML is in order."""
    parsed = read_yaml(Source("architecture.yaml", text))
    assert parsed.root is not None
    assert parsed.diagnostics == ()
    return read_architecture(parsed.root)


def names_of_problems(text: str) -> list[str]:
    """Return the names of the problems that reading `text` finds."""
    return [diagnostic.name for diagnostic in page(text).diagnostics]


def pointed_at(text: str) -> list[str]:
    """Return the text under the pointer of each problem."""
    return [problem.at.span.text for problem in page(text).diagnostics if problem.at]
