"""Silence never makes a page safe: delete a field, and whatever could happen still can, or a question names that field."""

from __future__ import annotations

from pathlib import Path

import pytest

from bartizan.model.read import read_architecture
from bartizan.model.write import plain_tree
from bartizan.project.open_page import open_page
from bartizan.rules.answers.analysis import Analysis, analyse_page
from bartizan.rules.answers.outcome import Breach
from bartizan.rules.threats.ground import Ground
from bartizan.source.nodes import Mapping, Node
from bartizan.source.nodes import Path as Place
from bartizan.source.read_yaml import read_yaml
from bartizan.source.text import Source
from bartizan.source.write_yaml import write_yaml
from tests.model.pages import FIRST_PAGE
from tests.rules.answers.silence import fields, without

EXAMPLES = Path(__file__).parents[3] / "examples"
PAGES = sorted(path.parent.relative_to(EXAMPLES).as_posix() for path in EXAMPLES.rglob("architecture.yaml"))
INCLUDED_IN = {each.value: each.whole.value for each in Breach if each.whole}


def can_happen(analysis: Analysis) -> set[Ground]:
    names = analysis.grounded.program.names
    found = {
        names[number]
        for number in analysis.outcome_at
        if number in analysis.open or number in analysis.certain
    }
    return {each for each in found if isinstance(each, tuple)}


def unanswered(analysis: Analysis, gone: set[Ground], path: Place) -> set[Ground]:
    """Return what can no longer happen although no question that names the field brings it back."""
    grounded = analysis.grounded
    after = can_happen(analysis)
    gone = {each for each in gone if (INCLUDED_IN.get(each[0], ""), *each[1:]) not in after}
    asked = [
        fact
        for fact, question in grounded.questions.items()
        if any(_names(answer, path) for answer in question.answers)
    ]
    numbers = [number for fact in asked if (number := grounded.number(fact)) is not None]
    if not numbers:
        return gone
    lanes = analysis.sweep((*analysis.sure_actors, *analysis.supposed), [(number,) for number in numbers])
    return {each for each in gone if (number := grounded.number(each)) is None or not lanes.lanes(number)}


def _names(answer: Place, field: Place) -> bool:
    one, other = tuple(map(str, answer)), tuple(map(str, field))
    return one[: len(other)] == other or other[: len(one)] == one


def broken(root: Mapping) -> dict[Place, set[Ground]]:
    before = can_happen(analyse_page(read_architecture(root).architecture))
    assert before, "a law over a page from which nothing follows always holds"
    found = {}
    for path in fields(root):
        analysis = analyse_page(read_architecture(without(root, path)).architecture)
        lost = unanswered(analysis, before - can_happen(analysis), path)
        if lost:
            found[path] = lost
    return found


@pytest.mark.parametrize("folder", PAGES)
def test_on_each_example_no_deleted_field_makes_the_page_safer(folder: str) -> None:
    page = open_page(EXAMPLES / folder)
    assert page.root is not None
    assert broken(page.root) == {}


def test_on_a_first_page_no_deleted_field_makes_it_safer() -> None:
    root = read_yaml(Source("architecture.yaml", FIRST_PAGE)).root
    assert isinstance(root, Mapping)
    assert broken(root) == {}


PARTS = {
    "a control that relies on a secret": """\
controls:
  door: {kind: authorization, stands-on: 2, state: in place, enforced-by: app, relies-on: {confidentiality: note}}
""",
    "a control that fails open": """\
controls:
  door: {kind: authorization, stands-on: 2, state: in place, enforced-by: app, on-loss: open, relies-on: {availability: note}}
""",
    "a control that fails closed": """\
controls:
  door: {kind: authorization, stands-on: 2, state: in place, enforced-by: app, on-loss: closed, relies-on: {integrity: note}}
""",
    "components on no interface": """\
controls: {app/hardening: absent}
""",
}
"""What is added to a page of which nothing is protected, so that what hangs on it does follow."""

OPEN_PAGE = """\
service: Notes
components:
  writer: {kind: person, domain: internet}
  app: {technology: Python, domain: cloud}
  printer: {technology: Go, domain: cloud}
  disk: {kind: database, technology: MySQL 5.7, domain: cloud}
trust-domains:
  cloud: {reached-from: internet}
interfaces:
  1: {requestor: writer, listener: app, protocol: SSLv3, request: [note, letter], response: note}
  2: {requestor: writer, listener: app, protocol: HTTP, request: note, response: note, request-credentials: login}
data-assets:
  note: {confidentiality: high, integrity: high, availability: high, persisted: disk}
  letter: {confidentiality: high, integrity: high, one-per: writer, persisted: nowhere}
  login: {kind: password, one-per: writer, opens: {2: {read: note}}, persisted: nowhere}
threat-actors: {stranger: {at: internet, holds: login}}
"""


@pytest.mark.parametrize("part", PARTS)
def test_on_a_page_without_protection_no_deleted_field_makes_it_safer(part: str) -> None:
    root = read_yaml(Source("architecture.yaml", OPEN_PAGE + PARTS[part])).root
    assert isinstance(root, Mapping)
    assert broken(root) == {}


def test_on_the_corpus_no_deleted_field_makes_a_page_safer(shared: Path) -> None:
    tried = 0
    for path in corpus_pages(shared):
        root = as_yaml(path)
        if isinstance(root, Mapping) and can_happen(analyse_page(read_architecture(root).architecture)):
            tried += 1
            assert broken(root) == {}, path
    assert tried >= 2


def corpus_pages(shared: Path) -> list[Path]:
    pages = sorted((shared / "corpus/openstack-ta").rglob("*.rst"))
    return [shared / "design/barbican-trial.yaml", *(each for each in pages if "process" not in each.parts)]


def as_yaml(path: Path) -> Node | None:
    page = open_page(path)
    if page.root is not None:
        return page.root
    return read_yaml(Source(path.name, write_yaml(plain_tree(page.architecture)))).root


def test_a_field_whose_silence_would_hide_something_is_found() -> None:
    """The law can fail: with the questions taken away, deleting what an interface carries hides that it is overheard."""
    text = FIRST_PAGE + "controls: {2/encryption: absent}\nthreat-actors: {neighbour: {at: cloud}}\n"
    root = read_yaml(Source("architecture.yaml", text)).root
    assert isinstance(root, Mapping)
    before = can_happen(analyse_page(read_architecture(root).architecture))
    analysis = analyse_page(read_architecture(without(root, ("interfaces", "2", "request"))).architecture)
    silent = can_happen_without_questions(analysis)
    assert ("knows", "note") in before - silent


def can_happen_without_questions(analysis: Analysis) -> set[Ground]:
    names = analysis.grounded.program.names
    return {
        each
        for number in analysis.outcome_at
        if number in analysis.certain and isinstance(each := names[number], tuple)
    }
