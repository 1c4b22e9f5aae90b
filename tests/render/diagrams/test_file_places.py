from typing import Any

from bartizan.model.trust_domain import TrustDomain
from bartizan.render.diagrams.block_scene import block_scene
from bartizan.render.diagrams.flow_scene import flow_scene
from bartizan.render.diagrams.scene import Scene
from tests.render.diagrams.made_up import component, interface, page

DOMAINS = (
    TrustDomain(id="region"),
    TrustDomain(id="front", inside="region"),
    TrustDomain(id="back", inside="region"),
)


def group_of(scene: Scene, box: str) -> str | None:
    return next(each.group for each in scene.boxes if each.id == box)


def scenes(**file: Any) -> list[Scene]:
    parts = [component("web", "front"), component("worker", "back"), component("conf", kind="file", **file)]
    architecture = page(parts, [interface("1", "web", "worker")], DOMAINS)
    return [block_scene(architecture), flow_scene(architecture, None)]


def test_a_file_without_a_domain_is_drawn_beside_who_reads_it() -> None:
    assert [group_of(scene, "conf") for scene in scenes(read_by=("web",))] == ["front", "front"]


def test_a_file_of_two_domains_is_drawn_in_the_domain_around_both() -> None:
    files = scenes(read_by=("web",), written_by=("worker",))
    assert [group_of(scene, "conf") for scene in files] == ["region", "region"]


def test_a_file_whose_domain_somebody_said_stays_there_even_when_it_is_unknown() -> None:
    assert [group_of(scene, "conf") for scene in scenes(read_by=("web",), domain="back")] == ["back", "back"]
    assert [group_of(scene, "conf") for scene in scenes(read_by=("web",), domain="unknown")] == [None, None]


def test_a_file_that_a_host_reads_is_drawn_beside_the_host() -> None:
    parts = [
        component("machine", "front", kind="host", hosts=("api",)),
        component("api"),
        component("conf", kind="file", read_by=("machine",)),
    ]
    scene = block_scene(page(parts, [], DOMAINS))
    assert group_of(scene, "api") == "machine"
    assert group_of(scene, "conf") == "front"


def test_a_file_read_by_itself_or_by_somebody_outside_is_in_no_domain() -> None:
    parts = [component("conf", kind="file", read_by=("conf",)), component("a"),
             component("other", kind="file", read_by=("a", "nobody"))]  # fmt: skip
    scene = block_scene(page(parts, []))
    assert group_of(scene, "conf") is None
    assert group_of(scene, "other") is None
