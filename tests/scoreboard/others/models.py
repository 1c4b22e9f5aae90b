"""Every model of the corpus that can be read today, as an architecture page."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import ParseError

import yaml

from bartizan.model.architecture import Architecture
from bartizan.project.open_page import open_page, with_variant
from tests.scoreboard.microsecend.adapter import page_of
from tests.scoreboard.microsecend.cases import applications
from tests.scoreboard.microsecend.diagram import read_json
from tests.scoreboard.others import (
    cyclonedx,
    docker_compose,
    ms_tmt,
    otm,
    pytm,
    threagile,
    threat_dragon,
    threatcl,
    tm_library,
)
from tests.scoreboard.others.sketch import Foreign
from tests.scoreboard.pages import page_from

TOOLS: Mapping[str, tuple[str, tuple[str, ...], Callable[[Path], Iterator[Foreign]]]] = {
    "Threat Dragon": ("threat-dragon", ("*.json",), threat_dragon.read),
    "Threagile": ("threagile", ("*.yaml", "parsed-model.json"), threagile.read),
    "OTM": ("otm", ("*.otm", "*.yaml", "*.json"), otm.read),
    "pytm": ("pytm", ("*.json",), pytm.read),
    "TM Library": ("tm-library", ("*.json",), tm_library.read),
    "TM Library in Threat Dragon": ("cyclonedx-tmbom", ("*.tmbom.json",), tm_library.read),
    "CycloneDX": ("cyclonedx-tmbom", ("*.json",), cyclonedx.read),
    "Docker Compose": ("docker-compose", ("*.yml", "*.yaml"), docker_compose.read),
    "threatcl": ("threatcl", ("*.hcl",), threatcl.read),
    "Microsoft TMT": ("ms-tmt", ("*.tm7",), ms_tmt.read),
}
"""For each tool its folder in the corpus, its files and its adapter."""

NOT_READ = (
    "asyncapi", "attack-flow", "cairis", "cloudformation", "cncf-assessment", "drawio", "kubernetes", "mal", "openapi",
    "openstack-deploy", "openstack-ossa", "openstack-ossn", "other", "prose-threat-model", "tfplan", "threat-composer",
    "threat-model-sidecar",
)  # fmt: skip
"""Folders of the corpus for which there is no adapter here: no model of a system's parts and connections (prose, findings,
advisories, attack trees), or a format whose reader comes later (CAIRIS, draw.io, infrastructure as code, APIs)."""


@dataclass(frozen=True)
class Model:
    """One model that was read."""

    tool: str
    name: str
    page: Architecture
    listed: int | None


@dataclass(frozen=True)
class Refused:
    """One file that its own format cannot be read from."""

    tool: str
    name: str
    why: str
    """Empty where the file is in order and holds no model: a schema, a mapping, a part of another file."""


def models(shared: Path, repository: Path) -> Iterator[Model | Refused]:
    """Yield every model: pages first, then those of other tools."""
    yield from _pages(shared, repository)
    for folder in applications(shared / "corpus" / "microsecend"):
        page = page_from(page_of(read_json(folder / f"{folder.name}.json")), folder.name)
        yield Model("microSecEnD", folder.name, page, None)
    for tool, (folder_name, patterns, read) in TOOLS.items():
        root = shared / "corpus" / folder_name
        for path in sorted({each for pattern in patterns for each in root.rglob(pattern)}):
            name = str(path.relative_to(root))
            try:
                found = list(read(path))
            except (
                UnicodeDecodeError,
                json.JSONDecodeError,
                yaml.YAMLError,
                ParseError,
                ValueError,
            ) as problem:
                yield Refused(tool, name, " ".join(str(problem).split())[:100])
                continue
            if not found:
                yield Refused(tool, name, "")
            for each in found:
                label = name if len(found) == 1 else f"{name}: {each.name}"
                yield Model(tool, label, page_from(each.tree, label), each.listed)


def _pages(shared: Path, repository: Path) -> Iterator[Model]:
    corpus = shared / "corpus" / "openstack-ta"
    findings = {corpus / "barbican-newton": 8}
    for path in sorted(corpus.rglob("architecture-page.rst")):
        opened = open_page(path)
        yield Model(
            "OpenStack page", str(path.relative_to(corpus)), opened.architecture, findings.get(path.parent)
        )
    own = [
        shared / "design" / "barbican-trial.yaml",
        *sorted((repository / "examples").rglob("architecture.yaml")),
    ]
    for path in own:
        opened = open_page(path)
        name = (
            path.name
            if path.parent.name == "design"
            else str(path.parent.relative_to(repository / "examples"))
        )
        yield Model("own page", name, opened.architecture, None)
        for variant in opened.variants:
            yield Model("own page", f"{name}: {variant}", with_variant(opened, variant).architecture, None)
