import pytest

from bartizan.model.shapes import Flag
from bartizan.render.diagrams.block_scene import block_scene
from bartizan.render.diagrams.scene import Box, ConnectorKind, Group, GroupKind, Scene, Shape
from tests.render.diagrams.made_up import component, interface, notes, page, unfinished


@pytest.fixture(scope="module")
def drawn() -> Scene:
    return block_scene(notes())


def box(scene: Scene, id_: str) -> Box:
    return next(each for each in scene.boxes if each.id == id_)


def group(scene: Scene, id_: str) -> Group:
    return next(each for each in scene.groups if each.id == id_)


def test_each_interface_is_one_arrow_from_requestor_to_listener(drawn: Scene) -> None:
    arrows = {each.id: each for each in drawn.connectors if each.kind is ConnectorKind.INTERFACE}
    assert list(arrows) == list(notes().interfaces)
    for id_, each in notes().interfaces.items():
        assert (arrows[id_].tail, arrows[id_].head) == (each.requestor, each.listener)
    assert (arrows["3"].number, arrows["3"].name, arrows["3"].detail) == ("3", "Read/write", "SQL + TLS")
    assert arrows["2"].administration
    assert arrows["7"].future


def test_a_kind_or_a_technology_decides_the_shape(drawn: Scene) -> None:
    assert box(drawn, "browser").shape is Shape.PERSON
    assert box(drawn, "database").shape is Shape.STORE
    assert box(drawn, "jobs").shape is Shape.QUEUE
    assert box(drawn, "conf").shape is Shape.FILE
    assert box(drawn, "web").shape is Shape.PROCESS


def test_several_instances_are_a_pile_with_their_quantity(drawn: Scene) -> None:
    assert box(drawn, "web").stacked
    assert box(drawn, "web").quantity == "4"
    for instances in (None, "1", "unknown"):
        assert not block_scene(page([component("a", instances=instances)])).boxes[0].stacked


def test_a_trust_domain_is_drawn_by_its_kind_inside_the_one_around_it(drawn: Scene) -> None:
    assert group(drawn, "cloud").kind is GroupKind.NETWORK
    assert group(drawn, "front").kind is GroupKind.GROUP
    assert group(drawn, "front").inside == "cloud"
    assert group(drawn, "mail-company").kind is GroupKind.THIRD_PARTY
    assert group(drawn, "mail-company").name == "Mail Company Ltd."


def test_a_domain_that_is_only_used_is_drawn_as_a_network() -> None:
    assert block_scene(page([component("a", "lab")])).groups[0].kind is GroupKind.NETWORK


def test_a_file_has_a_thin_arrow_without_a_number_from_its_reader(drawn: Scene) -> None:
    (arrow,) = (each for each in drawn.connectors if each.kind is ConnectorKind.READS)
    assert (arrow.tail, arrow.head, arrow.number) == ("web", "conf", "")


def test_out_of_scope_and_planned_are_two_different_things(drawn: Scene) -> None:
    assert (box(drawn, "administrator").out_of_scope, box(drawn, "administrator").future) == (True, False)
    assert (box(drawn, "search").out_of_scope, box(drawn, "search").future) == (False, True)
    unknown = block_scene(page([component("a", future=Flag.UNKNOWN, in_scope=Flag.UNKNOWN)])).boxes[0]
    assert (unknown.out_of_scope, unknown.future) == (False, False)


def test_an_end_that_nobody_declared_or_said_is_a_box_that_says_so() -> None:
    scene = block_scene(unfinished())
    ghosts = {each.id: each for each in scene.boxes if each.undeclared}
    assert set(ghosts) == {"databse", "requestor:2", "listener:rest-api", "nobody"}
    assert ghosts["databse"].name == "databse"
    assert ghosts["requestor:2"].name == "requestor of 2: not said"


def test_domains_inside_each_other_do_not_go_round_in_circles() -> None:
    scene = block_scene(unfinished())
    inside = {each.id: each.inside for each in scene.groups}
    for start in inside:
        seen: list[str | None] = []
        at: str | None = start
        while at is not None:
            assert at not in seen
            seen.append(at)
            at = inside[at]


def test_a_domain_with_the_id_of_a_component_is_not_mistaken_for_it() -> None:
    scene = block_scene(unfinished())
    ids = [box.id for box in scene.boxes] + [group.id for group in scene.groups]
    assert len(ids) == len(set(ids))


def test_what_runs_on_a_host_is_drawn_inside_it() -> None:
    scene = block_scene(
        page(
            [
                component("machine", "net", kind="host", hosts=("api", "conf")),
                component("api", "net"),
                component("conf"),
            ]
        )
    )
    assert group(scene, "machine").kind is GroupKind.HOST
    assert group(scene, "machine").inside == "net"
    assert [each.group for each in scene.boxes] == ["machine", "machine"]


def test_a_host_that_talks_to_what_runs_on_it_is_a_box_beside_it() -> None:
    parts = [
        component("machine", kind="host", hosts=("api",)),
        component("api", kind="host", hosts=("vm",)),
        component("vm"),
    ]
    scene = block_scene(page(parts, [interface("1", "machine", "vm")]))
    assert box(scene, "machine").shape is Shape.HOST
    assert box(scene, "vm").group == "api"


def test_hosts_that_claim_each_other_are_drawn_once() -> None:
    scene = block_scene(page([component("a", hosts=("b", "a")), component("b", hosts=("a",))]))
    assert len(scene.boxes) + len(scene.groups) == 2


def test_an_interface_whose_id_is_no_number_has_its_name_instead_of_a_badge() -> None:
    (arrow,) = block_scene(page([], [interface("rest-api", "a", "b")])).connectors
    assert (arrow.number, arrow.name) == ("", "REST API")
    (numbered,) = block_scene(page([], [interface("rest-api", "a", "b", number="12")])).connectors
    assert numbered.number == "12"


def test_an_unknown_protocol_is_said_and_an_unsaid_one_is_not_invented() -> None:
    first, second = block_scene(
        page([], [interface("1", "a", "b", protocol=("unknown",)), interface("2", "a", "b")])
    ).connectors
    assert (first.detail, second.detail) == ("protocol unknown", "")
