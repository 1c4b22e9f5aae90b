"""Every page in reStructuredText that OpenStack published about its threat analysis is read, and no word of it is lost."""

from __future__ import annotations

from pathlib import Path

from tests.formats.openstack_rst.said import lost


def pages(shared: Path) -> list[Path]:
    return sorted((shared / "corpus" / "openstack-ta").rglob("*.rst"))


def test_no_word_of_any_page_is_lost(shared: Path) -> None:
    found = {page.name: lost(page.read_text(encoding="utf-8")) for page in pages(shared)}

    assert len(found) > 10
    assert {name: words for name, words in found.items() if words} == {}
