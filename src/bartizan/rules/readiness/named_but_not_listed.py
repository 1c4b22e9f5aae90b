"""Words in a column that takes an element of the page, so that nobody can follow them through it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bartizan.model.interface import Interface
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.name_readings import readings
from bartizan.rules.readiness.page import Page, carried_by, is_prose
from bartizan.rules.readiness.words import interface_called, listed, quoted, short
from bartizan.source.nodes import Path


@dataclass(frozen=True, slots=True)
class _Words:
    """Words that stand where the id of an element could."""

    text: str
    path: Path
    section: str
    """Where such an element would be listed."""


_AS = {"data-assets": "as data", "controls": "as what decides", "trust-domains": "as a network"}
_ADVICE = {
    "data-assets": "list under `data-assets` what is worth protecting, and write its id here",
    "controls": "declare the check under `controls` with `kind: authorization`, and write its id here",
    "trust-domains": "declare the network under `trust-domains`, and write its id here",
}


def find(page: Page) -> Iterator[Found]:
    """Yield each interface and each use case that names in words what should be an id."""
    for interface in page.interfaces:
        words = [each for each in _in_columns(interface) if is_prose(each.text)]
        if words:
            yield _found(page, interface.id, interface_called(page, interface), words)
    for use_case in page.architecture.use_cases.values():
        words = [
            _Words(
                carried.asset or "", ("use-cases", use_case.id, "steps", at, "carries", number), "data-assets"
            )
            for at, step in enumerate(use_case.steps)
            for number, carried in enumerate(step.carries)
            if is_prose(carried.asset)
        ]
        if words:
            yield _found(page, use_case.id, f"use case `{use_case.id}`", words)


def _in_columns(interface: Interface) -> Iterator[_Words]:
    """Yield what stands in the columns that take ids or words, in their order."""
    own = ("interfaces", interface.id)
    yield _Words(interface.network or "", (*own, "network"), "trust-domains")
    for path, carried in carried_by(interface):
        yield _Words(carried.asset or "", path, "data-assets")
    columns = (
        ("request-credentials", interface.request_credentials),
        ("response-credentials", interface.response_credentials),
    )
    for column, names in columns:
        for at, name in enumerate(names):
            yield _Words(name, (*own, column, at), "data-assets")
    checks = interface.request_authorization
    for name in (*checks.all_of, *checks.any_of) if checks else ():
        yield _Words(name, (*own, "request-authorization"), "controls")


def _found(page: Page, element: str, where: str, words: Sequence[_Words]) -> Found:
    sections = [section for section in _AS if any(each.section == section for each in words)]
    parts = [
        f"{quoted([each.text for each in words if each.section == section])} {_AS[section]}"
        for section in sections
    ]
    meant = {each: _meant(page, each) for each in words}
    open_ = [
        section for section in sections if any(not meant[each] for each in words if each.section == section)
    ]
    unknown = "and the page lists no such thing" if open_ else "where the id of something on the page belongs"
    return Found(
        element=element,
        path=words[0].path,
        message=f"{where} names {listed(parts)}, {unknown}",
        help=(*dict.fromkeys(filter(None, meant.values())), *(_ADVICE[section] for section in open_)),
        also=tuple(each.path for each in words[1:]),
    )


def _meant(page: Page, words: _Words) -> str | None:
    """Return the element that words seem to mean: one whose name can be read like them."""
    called = page.meant_by[words.section]
    id_ = next((called[each] for each, _ in readings(words.text) if each in called), None)
    return f"`{short(words.text)}`: did you mean the id `{id_}`?" if id_ else None


RULE = Rule(
    name="named-but-not-listed",
    says="what travels, authenticates or authorizes on an interface is listed on the page",
    weight=Weight.ADVICE,
    find=find,
)
