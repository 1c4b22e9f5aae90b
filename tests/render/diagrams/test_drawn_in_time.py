from __future__ import annotations

from itertools import pairwise

import pytest

from bartizan.model.architecture import Architecture
from bartizan.model.component import Component
from bartizan.model.interface import Interface
from bartizan.model.trust_domain import TrustDomain
from bartizan.render.diagrams import drawn_in_time as module
from bartizan.render.diagrams.block_scene import block_scene
from bartizan.render.diagrams.drawn_in_time import drawn_in_time
from bartizan.render.diagrams.elk.engine import LayoutFailed, NoEngine
from bartizan.render.diagrams.overview import pictures_of, scenes_of


def service(domains: int, each: int) -> Architecture:
    """Domains in a row, with a row of components in each."""
    ids = [(f"d{n}", f"c{n}x{m}") for n in range(domains) for m in range(each)]
    pairs = pairwise(ids)
    return Architecture(
        service="rows",
        trust_domains={domain: TrustDomain(id=domain) for domain, _ in ids},
        components={id_: Component(id=id_, domain=domain) for domain, id_ in ids},
        interfaces={
            str(n): Interface(id=str(n), requestor=one, listener=other)
            for n, ((_, one), (_, other)) in enumerate(pairs, 1)
        },
    )


def test_a_small_service_is_drawn_whole() -> None:
    drawn = drawn_in_time(service(2, 3))
    assert len(drawn.pictures) == 1
    assert drawn.not_drawn == ()


def test_of_very_many_trust_domains_only_the_overview_is_drawn() -> None:
    drawn = drawn_in_time(service(15, 5))
    assert [each.title.endswith(": overview") for each in drawn.pictures] == [True]
    (said,) = drawn.not_drawn
    assert said.startswith(
        "The trust domains are not drawn one by one: there would be more than 12 pictures."
    )


def test_what_is_too_large_to_read_is_not_tried() -> None:
    drawn = drawn_in_time(service(1, 400))
    (overview,) = drawn.pictures
    assert overview.title.endswith(": overview")
    assert "it would hold 400 boxes and 399 arrows" in drawn.not_drawn[-1]


def test_without_time_nothing_is_drawn_and_each_picture_says_so() -> None:
    drawn = drawn_in_time(service(3, 30), seconds=0)
    assert drawn.pictures == ()
    assert len(drawn.not_drawn) == len(pictures_of(block_scene(service(3, 30)))) > 1
    assert all("the 0 seconds for the pictures of a report were over" in each for each in drawn.not_drawn)


@pytest.mark.parametrize("problem", [LayoutFailed("no place"), NoEngine("nothing to draw with")])
def test_a_layout_that_fails_is_said(problem: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise problem

    monkeypatch.setattr(module, "best_layout", fails)
    (said,) = drawn_in_time(service(2, 3)).not_drawn
    assert said.endswith(f"is not drawn: {problem}.")


def test_any_other_mistake_is_not_swallowed(monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(module, "best_layout", fails)
    with pytest.raises(ZeroDivisionError):
        drawn_in_time(service(2, 3))


def test_the_scenes_come_one_by_one_as_they_come_together() -> None:
    scene = block_scene(service(4, 30))
    assert list(scenes_of(scene)) == pictures_of(scene)
