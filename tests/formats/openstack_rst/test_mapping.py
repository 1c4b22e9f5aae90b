"""The tables in mapping.md say exactly what the code does."""

from __future__ import annotations

import re
from pathlib import Path

from bartizan.formats.openstack_rst.labels import IMPACT, LABELS, field_called
from bartizan.formats.openstack_rst.read_contacts import ROLES
from bartizan.formats.openstack_rst.read_head import LABELS as FACTS
from bartizan.formats.openstack_rst.sections import SECTIONS

MAPPING = Path(__file__).parents[3] / "src" / "bartizan" / "formats" / "openstack_rst" / "mapping.md"


def rows(title: str) -> list[list[list[str]]]:
    """The words between backquotes in each cell of the table under a title."""
    text = MAPPING.read_text(encoding="utf-8").split(f"\n## {title}\n")[1].split("\n## ")[0]
    lines = [line for line in text.split("\n") if line.startswith("|")][2:]
    return [[re.findall(r"`([^`]+)`", cell) for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in lines]


def test_every_title_is_in_the_table() -> None:
    assert [(ours[0], tuple(theirs)) for ours, theirs, _ in rows("Titles")] == [
        (section.title, section.aliases) for section in SECTIONS
    ]


def test_every_fact_of_the_page_is_in_the_table() -> None:
    found = {word: field[0] for theirs, field in rows("The page's own facts") for word in theirs}
    assert found == FACTS | {role: f"contacts/{field}" for role, field in ROLES.items()}


def test_every_label_is_in_the_table() -> None:
    found = {
        (section[0] if section else "", "/".join(field)): tuple(theirs)
        for section, theirs, field in rows("Labels and columns")
    }
    own = {
        (section, "/".join(path)): words
        for section, fields in LABELS.items()
        for path, words in fields.items()
        if path not in IMPACT
    }
    assert found == own | {("", "/".join(path)): words for path, words in IMPACT.items()}


def test_every_label_is_understood_as_the_table_says() -> None:
    for section, theirs, field in rows("Labels and columns"):
        for word in theirs:
            for name in section or ["components", "interfaces", "data-assets"]:
                assert field_called(name, word) == tuple(field[0].split("/")), (name, word)
