"""Asks a page everything that a review needs to know beforehand."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Sequence
from dataclasses import fields, replace

from bartizan.model.architecture import Architecture
from bartizan.model.compounds import Record
from bartizan.rules.readiness.gap import Found, Gap, Rule, RuleAboutGaps
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.placeholder_left import names_somebody
from bartizan.rules.readiness.rules import RULES, RULES_ABOUT_GAPS
from bartizan.rules.readiness.waivers import accepts, problem_with


def gaps(
    architecture: Architecture,
    *,
    today: datetime.date,
    help_contact: str | None = None,
    folder_files: Collection[str] | None = None,
) -> list[Gap]:
    """Return every gap of a page, in the page's order; those that are waived too, with their waiver.

    `today` decides which waivers hold. `folder_files` are the files beside the page, as paths from its folder; without
    them nobody asks whether the figures are there. `help_contact` is whom to ask for help; without it, whoever the page
    names as security reviewer.
    """
    page = Page(architecture, today, None if folder_files is None else frozenset(folder_files))
    ask = help_contact or _reviewers(architecture)
    found = [gap for rule in RULES for gap in _gaps(rule, rule.find(page), ask)]
    found = _waived(page, found)
    names = tuple(rule.name for rule in RULES)
    for rule in RULES_ABOUT_GAPS:
        found += _gaps(rule, rule.find(page, found, names), ask)
    return _in_order(architecture, found)


def blocking(found: Iterable[Gap]) -> list[Gap]:
    """Return the gaps because of which a page is not ready: blocking ones that no waiver accepts."""
    return [gap for gap in found if gap.blocks]


def _reviewers(architecture: Architecture) -> str:
    contacts = architecture.contacts
    return ", ".join(filter(names_somebody, contacts.security_reviewers)) if contacts else ""


def _gaps(rule: Rule | RuleAboutGaps, found: Iterable[Found], ask: str) -> list[Gap]:
    """Return what a rule found as gaps, one for each element.

    A dependency or a threat actor may have the id of a component: what concerns both is one gap, since a waiver could
    not tell them apart.
    """
    by_element: dict[str, Gap] = {}
    for each in found:
        said = {field.name: getattr(each, field.name) for field in fields(Found)}
        gap = Gap(rule=rule.name, weight=rule.weight, ask=ask, **said)
        first = by_element.get(gap.element)
        if first is None:
            by_element[gap.element] = gap
        else:
            by_element[gap.element] = replace(
                first, help=(*first.help, f"and also: {gap.message}"), also=(*first.also, gap.path, *gap.also)
            )
    return list(by_element.values())


def _waived(page: Page, found: Sequence[Gap]) -> list[Gap]:
    names = {rule.name for rule in RULES}
    holding = [each for each in page.architecture.waivers if problem_with(each, names, page.today) is None]
    return [
        replace(gap, waived=next((each for each in holding if accepts(each, gap)), None)) for gap in found
    ]


def _in_order(architecture: Architecture, found: Iterable[Gap]) -> list[Gap]:
    """Sort by the page's sections and by where an element stands in them; rules keep their order at one element."""
    sections = {key: at for at, key in enumerate(Record(Architecture).fields)}
    positions: dict[str, dict[str, int]] = {}

    def position(gap: Gap) -> tuple[int, int]:
        section, *rest = gap.path
        name = str(section)
        if name not in positions:
            elements = getattr(architecture, name.replace("-", "_"), None)
            positions[name] = (
                {id_: at for at, id_ in enumerate(elements)} if isinstance(elements, dict) else {}
            )
        if rest and isinstance(rest[0], int):
            return sections[name], rest[0]
        return sections[name], positions[name].get(str(rest[0]), -1) if rest else -1

    return sorted(found, key=position)
