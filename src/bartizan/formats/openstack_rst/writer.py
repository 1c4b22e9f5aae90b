"""Writes an architecture as a page in reStructuredText, in the sections, the order and the words of the published templates.

Reading the page gives the same architecture back. What the sections of the templates have no room for stands beside what it is
about as a field list in the file's own words, so that a new field of the model needs no change here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from bartizan.formats.openstack_rst.lines import (
    asset_lines,
    component_lines,
    dependency_lines,
    impact_entry,
    interface_lines,
    named_lines,
    use_case_lines,
    wide,
)
from bartizan.formats.openstack_rst.read_assets import read_asset
from bartizan.formats.openstack_rst.read_components import read_component
from bartizan.formats.openstack_rst.read_flows import read_use_case
from bartizan.formats.openstack_rst.read_head import PAGE
from bartizan.formats.openstack_rst.read_interfaces import read_interface
from bartizan.formats.openstack_rst.read_lists import read_one
from bartizan.formats.openstack_rst.sections import BY_KEY, SECTIONS
from bartizan.formats.openstack_rst.trial import Trial, listed
from bartizan.formats.openstack_rst.write_fields import (
    behind,
    field_lines,
    one_field,
    prose_lines,
    said_keys,
    value_lines,
)
from bartizan.formats.openstack_rst.write_head import head_lines
from bartizan.formats.openstack_rst.write_impacts import impact_section
from bartizan.formats.openstack_rst.write_pictures import (
    PictureRef,
    figure_lines,
    picture_lines,
    placed_figures,
)
from bartizan.formats.openstack_rst.write_tables import asset_table, interface_table
from bartizan.formats.openstack_rst.write_texts import numbered, summary_lines
from bartizan.model.architecture import Architecture
from bartizan.model.page import Template

__all__ = ["PictureRef", "write_page"]

BY_FIELDS = ("variants", "waivers", "notes")
"""Sections that are nothing but the file's own fields."""
IN_HEAD = frozenset({"service", "release", "version", "status", "template", "deployment", "contacts"})


@dataclass
class _Page:
    """A page that is being written."""

    architecture: Architecture
    trial: Trial
    impacts: frozenset[str] = frozenset()
    """The data assets whose impact stands in the section about impact."""

    def lines_of(self, key: str) -> list[str]:
        """Return the content of one section, nothing where there is none."""
        writer = self._WRITERS.get(key)
        return writer(self) if writer else self._named(key) if key in _NAMED else []

    def _named(self, key: str) -> list[str]:
        elements = self.trial.elements(key)
        heads = {id_: _NAMED[key](element) for id_, element in elements.items()}
        return self._list(key, heads, lambda item, words: read_one(key, item, words))

    def _list(
        self, key: str, heads: dict[str, list[str]], read: Any, marks: list[str] | None = None
    ) -> list[str]:
        if not heads:
            return []
        hidden = self.impacts if key == "data-assets" else frozenset()
        return listed(key, marks or ["-"] * len(heads), heads, read, self.trial, hidden)

    def _components(self) -> list[str]:
        heads = {id_: component_lines(each) for id_, each in self.architecture.components.items()}
        return self._list("components", heads, read_component)

    def _interfaces(self) -> list[str]:
        if self.architecture.template is not Template.LIST:
            return interface_table(self.architecture, self.trial)
        heads = {
            id_: interface_lines(each, self.architecture)
            for id_, each in self.architecture.interfaces.items()
        }
        marks = [f"{number}." for number in range(1, len(heads) + 1)]
        if [each.number or id_ for id_, each in self.architecture.interfaces.items()] != [
            mark[:-1] for mark in marks
        ]:
            marks = ["-"] * len(heads)
            for id_, interface in self.architecture.interfaces.items():
                number = interface.number or id_
                if number.isdigit() and len(number) < 5:
                    heads[id_][0] = f"{number}\\. {heads[id_][0]}"
        return self._list("interfaces", heads, read_interface, marks)

    def _assets(self) -> list[str]:
        if self.architecture.template is not Template.LIST:
            return asset_table(self.architecture, self.trial, self.impacts)
        heads = {
            id_: asset_lines(each, self.architecture) for id_, each in self.architecture.data_assets.items()
        }
        return self._list("data-assets", heads, read_asset)

    def _use_cases(self) -> list[str]:
        heads = {id_: use_case_lines(each) for id_, each in self.architecture.use_cases.items()}
        return self._list("use-cases", heads, read_use_case)

    def _impact(self) -> list[str]:
        entries = [
            impact_entry(asset) for id_, asset in self.architecture.data_assets.items() if id_ in self.impacts
        ]
        return [line for entry in entries for line in (*behind("-", entry), "")][:-1]

    def _purpose(self) -> list[str]:
        return prose_lines(self.architecture.purpose) if self.architecture.purpose else []

    _WRITERS: ClassVar[Mapping[str, Callable[[_Page], list[str]]]] = {
        "purpose": _purpose,
        "components": _components,
        "interfaces": _interfaces,
        "data-assets": _assets,
        "impact": _impact,
        "use-cases": _use_cases,
        "users": lambda page: numbered(page.architecture.users),
        "differences": lambda page: numbered(page.architecture.differences, mark="-"),
        "resources": lambda page: numbered(page.architecture.resources, mark="-"),
        "summary-of-controls": lambda page: summary_lines(page.architecture.summary_of_controls),
    }


_NAMED: Mapping[str, Callable[[Any], list[str]]] = {
    "external-dependencies": dependency_lines,
    "trust-domains": named_lines,
    "controls": named_lines,
    "threat-actors": named_lines,
    "abuse-cases": named_lines,
}


def write_page(architecture: Architecture, *, pictures: Sequence[PictureRef] = ()) -> str:
    """Return the page; `pictures` are files beside it that were drawn from the architecture."""
    trial = Trial(architecture)
    impacts = impact_section(architecture, trial)
    page = _Page(architecture, trial, impacts)
    figures = placed_figures(architecture.figures)
    bodies: dict[str, list[str]] = {}
    for section in SECTIONS:
        parts = [
            picture_lines(pictures, section.key),
            page.lines_of(section.key),
            figure_lines(figures.get(section.key, ())),
        ]
        bodies[section.key] = _joined(parts)
    if architecture.figures and not figures:
        bodies["figures"] = _joined([bodies["figures"], field_lines(PAGE, architecture, ["figures"])])
    for key in BY_FIELDS:
        if key in said_keys(PAGE, architecture):
            bodies[key] = _joined([bodies[key], field_lines(PAGE, architecture, [key])])
    head, unsaid = head_lines(architecture, trial)
    bodies["page"] = _joined([bodies["page"], _other_fields(architecture, unsaid)])
    lines = [
        *head,
        *(line for key in _order(architecture) if bodies[key] for line in _section(key, bodies[key])),
    ]
    return "\n".join(lines).rstrip("\n") + "\n"


def _other_fields(architecture: Architecture, unsaid: list[str]) -> list[str]:
    """Return the fields of the page that have no section and that its head does not say."""
    own = {section.key for section in SECTIONS} | IN_HEAD
    others = [key for key in said_keys(PAGE, architecture) if key not in own and key != "format"]
    return [line for key in [*unsaid, *others] for line in _page_field(architecture, key)]


def _page_field(architecture: Architecture, key: str) -> list[str]:
    field, shape = PAGE.fields[key]
    value = getattr(architecture, field.name)
    return one_field(key, [] if value == shape.missing else value_lines(shape, value))


def _order(architecture: Architecture) -> list[str]:
    """Return the sections in the order of the template that the page follows."""
    keys = [section.key for section in SECTIONS]
    if architecture.template is Template.LIST:
        keys.remove("interfaces")
        keys.insert(keys.index("impact") + 1, "interfaces")
    return keys


def _section(key: str, body: list[str]) -> list[str]:
    title = BY_KEY[key].title
    return ["", title, "~" * wide(title), "", *body, ""]


def _joined(parts: list[list[str]]) -> list[str]:
    """Return parts with an empty line between them."""
    lines: list[str] = []
    for part in parts:
        if part:
            lines += ["", *part] if lines else part
    return lines
