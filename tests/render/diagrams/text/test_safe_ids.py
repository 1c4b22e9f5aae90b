"""Names for boxes and boundaries that mean nothing in any notation."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from bartizan.render.diagrams.scene import Box, Group, GroupKind, Scene
from bartizan.render.diagrams.text.safe_ids import safe_ids


def scene(boxes: list[str], groups: list[str], kind: GroupKind = GroupKind.NETWORK) -> Scene:
    return Scene(
        name="x",
        title="x",
        description="",
        boxes=tuple(Box(id=id_, element=id_, name=id_) for id_ in boxes),
        groups=tuple(Group(id=id_, element=id_, name=id_, kind=kind) for id_ in groups),
    )


def test_an_id_says_whether_it_is_a_component_or_a_domain() -> None:
    assert safe_ids(scene(["api-process", "listener:3"], ["cloud", "domain:api-process"])) == {
        "api-process": "c_api_process",
        "listener:3": "c_listener_3",
        "cloud": "d_cloud",
        "domain:api-process": "d_api_process",
    }


def test_a_host_with_something_on_it_is_a_component() -> None:
    assert safe_ids(scene([], ["api-host"], GroupKind.HOST)) == {"api-host": "c_api_host"}


def test_ids_that_become_the_same_are_told_apart() -> None:
    assert list(safe_ids(scene(["a b", "a-b", "日本", "語"], [])).values()) == [
        "c_a_b",
        "c_a_b_2",
        "c",
        "c_2",
    ]


@given(
    st.lists(st.text(max_size=12), unique=True, max_size=8),
    st.lists(st.text(max_size=12), max_size=3, unique=True),
)
def test_every_id_is_plain_and_stands_for_one_thing(boxes: list[str], groups: list[str]) -> None:
    ids = safe_ids(scene(boxes, [id_ for id_ in groups if id_ not in boxes]))

    assert all(re.fullmatch(r"[cd](_[a-z0-9]+)*", id_) for id_ in ids.values())
    assert len(set(ids.values())) == len(ids)
