"""Reports of small pages, and what a browser would make of them."""

from __future__ import annotations

import json
import re
from collections import Counter
from html.parser import HTMLParser
from typing import Any

from bartizan.model.architecture import Architecture
from bartizan.render.diagrams.picture import Picture
from bartizan.render.report.parts import Parts, parts_of
from bartizan.render.report.report import report_html
from bartizan.rules.answers.analysis import analyse_page
from bartizan.rules.answers.impact import impact_of
from bartizan.rules.answers.promises import Promises
from bartizan.source.nodes import Path
from tests.model.pages import page

SHOP = """\
format: 1
service: shop
external-dependencies:
  directory: {assumption: It lets in only who works here.}
trust-domains:
  street: {kind: network}
  house: {kind: network, reached-from: street}
components:
  buyer: {kind: person, domain: street}
  till: {technology: Python, domain: house}
  ledger: {technology: MySQL, domain: house}
interfaces:
  1: {name: Buy, requestor: buyer, listener: till, protocol: HTTPS, request: order, request-credentials: card}
  2: {name: Write, requestor: till, listener: ledger, protocol: SQL, request: order, request-credentials: password}
data-assets:
  order:
    confidentiality: high
    integrity: high
    availability: low
    persisted: ledger
    impact: {confidentiality: "*Everybody* knows what you bought.", integrity: Nobody is affected.}
  card: {kind: credential, one-per: buyer, opens: {1: {write: order}}}
  password: {kind: credential, persisted: till, opens: {ledger: {read: all, write: all, delete: all}}}
controls:
  1/authentication: in place
  1/authorization: absent
  2/encryption: absent
threat-actors:
  thief: {name: A thief, at: street}
  rival: {name: A rival, at: street, holds: card}
  owner: {name: The owner, at: house, in-scope: no}
"""
"""Some of what it says is certain, some is open, some is out of scope."""

VOID = frozenset({"br", "img", "input", "link", "meta", "hr", "wbr"})


def promises_of(text: str | Architecture) -> Promises:
    """Return the answers about a page."""
    return Promises(analyse_page(page(text).architecture if isinstance(text, str) else text))


def nowhere(_path: Path) -> str | None:
    """Say of nothing where it is written."""
    return None


def parts(promises: Promises) -> Parts:
    return parts_of(promises.analysis.grounded, nowhere)


def report(text: str | Architecture, *pictures: Picture, **more: Any) -> str:
    """Return the report of a page, in which everything is written where its path says."""
    promises = promises_of(text)
    return report_html(promises, impact_of(promises.analysis), _place, pictures, **more)


def _place(path: Path) -> str:
    return f"architecture.yaml:{len(path)}"


class Seen(HTMLParser):
    """What a browser would make of a page: elements, attributes and text; what is not closed in order is in `wrong`."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: Counter[str] = Counter()
        self.attributes: set[str] = set()
        self.values: list[tuple[str, str, str]] = []
        self.ids: list[str] = []
        self.headings: list[str] = []
        self.texts: list[str] = []
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.feed(html)
        self.close()
        self.wrong += self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements[tag] += 1
        if tag not in VOID:
            self.open.append(tag)
        if tag == "h2":
            self.headings.append("")
        for name, value in attrs:
            self.attributes.add(f"{tag}.{name}")
            self.values.append((tag, name, value or ""))
            if name == "id":
                self.ids.append(value or "")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1:] == [tag]:
            self.open.pop()
        else:
            self.wrong.append(f"</{tag}> within {self.open[-3:]}")

    def handle_data(self, data: str) -> None:
        if self.open[-1:] == ["h2"]:
            self.headings[-1] += data
        if self.open[-1:] not in (["style"], ["script"]):
            self.texts.append(data)

    @property
    def text(self) -> str:
        """Everything that is read."""
        return "".join(self.texts)

    def of(self, attribute: str) -> list[str]:
        """Return the values of an attribute, whatever the element."""
        return [value for _tag, name, value in self.values if name == attribute]


def data_of(html: str) -> dict[str, Any]:
    """Return what the report tells its script."""
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found
    data: dict[str, Any] = json.loads(found[1])
    return data
