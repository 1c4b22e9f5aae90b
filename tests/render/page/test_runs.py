"""Many elements are named in few words, and each name still leads to one."""

from __future__ import annotations

from bartizan.model.architecture import Architecture
from bartizan.model.component import Component
from bartizan.model.interface import Interface
from bartizan.render.page.document import Words
from bartizan.render.page.names import names_of
from bartizan.render.page.runs import run_words

ARCHITECTURE = Architecture(
    components={"api": Component(id="api")},
    interfaces={each: Interface(id=each) for each in [*map(str, range(1, 36)), "health"]},
)


def words_for(*ids: str) -> Words:
    return run_words(ids, names_of(ARCHITECTURE))


def said(words: Words) -> str:
    return "".join(word.text for word in words)


def test_interfaces_that_follow_each_other_are_one_run() -> None:
    ids = [str(each) for each in range(1, 36) if each not in {26, 27}]
    assert said(words_for(*ids)) == "interfaces 1–25, 28–35"


def test_two_neighbours_are_no_run() -> None:
    assert said(words_for("3", "4", "9")) == "interfaces 3, 4, 9"


def test_both_ends_of_a_run_lead_to_their_interface() -> None:
    links = [word.link for word in words_for("1", "2", "3") if word.link]
    assert links == ["#interface-1", "#interface-3"]


def test_others_stand_behind_with_their_names() -> None:
    assert said(words_for("api", "2", "health", "1", "gone")) == "interfaces 1, 2, API, Health, gone"


def test_a_single_interface_is_called_by_its_number() -> None:
    assert said(words_for("7")) == "interface 7"
