from __future__ import annotations

from bartizan.model.include import included_names, joined
from bartizan.model.read import read_architecture
from bartizan.source.nodes import Mapping
from bartizan.source.read_yaml import read_yaml
from bartizan.source.text import Source


def mapping(name: str, text: str) -> Mapping:
    root = read_yaml(Source(name, text)).root
    assert isinstance(root, Mapping)
    return root


def test_sections_of_included_files_join_those_of_the_page() -> None:
    page = mapping("a.yaml", "service: x\ninclude: [b.yaml]\ncomponents: {a: }\nresources: [one]\n")
    part = mapping(
        "b.yaml",
        "format: 1\ncomponents: {b: }\ninterfaces: {1: {requestor: a, listener: b}}\nresources: [two]\n",
    )
    assert [name.text for name in included_names(page)] == ["b.yaml"]
    whole, problems = joined(page, [part])
    assert problems == []
    read = read_architecture(whole)
    assert read.diagnostics == ()
    assert list(read.architecture.components) == ["a", "b"]
    assert read.architecture.resources == ("one", "two")
    place = read.places.of(("interfaces", "1", "listener"))
    assert place is not None
    assert place.source.name == "b.yaml"


def test_what_two_files_say_is_shown_in_both_places() -> None:
    page = mapping("a.yaml", "service: x\ncomponents: {a: }\n")
    part = mapping("b.yaml", "service: y\ncomponents: {a: }\n")
    _, problems = joined(page, [part])
    assert [
        (problem.name, problem.at.span.source.name, problem.also[0].span.source.name)
        for problem in problems
        if problem.at
    ] == [
        ("said-twice", "b.yaml", "a.yaml"),
        ("said-twice", "b.yaml", "a.yaml"),
    ]
