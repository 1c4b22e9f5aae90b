import pytest

from bartizan.model.architecture import Architecture
from bartizan.model.read import read_architecture
from bartizan.model.shapes import Flag
from bartizan.model.step import Step
from bartizan.model.use_case import UseCase
from bartizan.render.diagrams.data_flow_diagram import data_flow_diagram
from bartizan.render.diagrams.flow_scene import NOT_SAID, flow_scene
from bartizan.render.diagrams.scene import Connector, Heads, Scene, Shape
from bartizan.source.read_yaml import read_yaml
from bartizan.source.text import Source
from tests.render.diagrams.made_up import carries, component, interface, notes, page


@pytest.fixture(scope="module")
def whole() -> Scene:
    return flow_scene(notes(), None)


@pytest.fixture(scope="module")
def reminder() -> Scene:
    return flow_scene(notes(), notes().use_cases["remind-me"])


def flow(scene: Scene, tail: str, head: str) -> Connector:
    return next(each for each in scene.connectors if (each.tail, each.head) == (tail, head))


def test_each_entity_has_the_sign_of_the_notation(whole: Scene) -> None:
    shapes = {box.id: box.shape for box in whole.boxes}
    assert shapes["browser"] is Shape.EXTERNAL_ENTITY
    assert shapes["mailer"] is Shape.EXTERNAL_ENTITY
    assert shapes["worker"] is Shape.CIRCLE
    assert shapes["web"] is Shape.DOUBLE_CIRCLE
    assert shapes["database"] is shapes["jobs"] is shapes["conf"] is Shape.DATA_STORE


def test_a_flow_is_named_after_its_data_and_points_where_they_go(whole: Scene) -> None:
    assert flow(whole, "browser", "web").name == "Note, Session"
    assert flow(whole, "web", "browser").name == "Note"
    assert flow(whole, "web", "browser").reply
    assert flow(whole, "jobs", "worker").name == "Reminder"
    assert flow(whole, "conf", "web").name == "Settings"


def test_a_credential_that_is_among_the_data_of_its_request_is_named_once() -> None:
    both = read(
        "components: {a: {}, b: {}}\ndata-assets: {note: {}, password: {}}\n"
        "interfaces: {1: {requestor: a, listener: b, request: [note, {asset: password, encrypted-with: note}],"
        " request-credentials: password, response: password, response-credentials: [password, note]}}"
    )
    assert flow(flow_scene(both, None), "a", "b").name == "Note, Password (encrypted)"
    assert flow(flow_scene(both, None), "b", "a").name == "Password, Note"


def read(yaml: str) -> Architecture:
    root = read_yaml(Source("architecture.yaml", f"service: Notes\n{yaml}\n")).root
    assert root is not None
    return read_architecture(root).architecture


def test_data_in_flight_without_a_direction_has_two_hollow_heads(whole: Scene) -> None:
    assert flow(whole, "web", "database").heads is Heads.EITHER


def test_an_interface_whose_data_nobody_said_is_still_there(whole: Scene) -> None:
    silent = flow(whole, "administrator", "web")
    assert (silent.name, silent.detail) == ("", NOT_SAID)


def test_a_use_case_shows_its_own_entities_and_domains_only(reminder: Scene) -> None:
    assert {box.id for box in reminder.boxes} == {"browser", "web", "database", "jobs", "worker", "mailer"}
    assert {group.id for group in reminder.groups} == {
        "internet",
        "cloud",
        "front",
        "back",
        "data",
        "mail-company",
    }


def test_a_step_over_an_interface_backwards_is_its_reply(reminder: Scene) -> None:
    assert flow(reminder, "web", "browser").reply
    assert flow(reminder, "jobs", "worker").reply
    assert not flow(reminder, "web", "jobs").reply


def test_what_may_move_either_way_has_a_question_mark(reminder: Scene) -> None:
    assert flow(reminder, "web", "database").name == "Note?"
    assert "? = the page does not say" in data_flow_diagram(notes(), "remind-me").svg


def test_work_within_one_process_is_no_flow(reminder: Scene) -> None:
    assert all(each.tail != each.head for each in reminder.connectors)


def test_what_a_step_says_about_its_data_wins() -> None:
    architecture = page(
        [component("a"), component("b")],
        [interface("1", "a", "b", request=carries("everything"))],
        use_cases={
            "u": UseCase(
                id="u",
                steps=(
                    Step(sender="a", receiver="b", interface="1", carries=carries("a part"), text="x"),
                    Step(sender="b", receiver="a", text="thanks", reply=Flag.YES),
                    Step(sender="b", receiver="a", text="thanks", reply=Flag.YES),
                ),
            )
        },
    )
    scene = flow_scene(architecture, architecture.use_cases["u"])
    assert [(each.name, each.reply) for each in scene.connectors] == [("a part", False), ("thanks", True)]


def test_an_unknown_use_case_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(KeyError):
        data_flow_diagram(notes(), "nonsense")


def test_that_nothing_travels_is_said_and_is_not_that_nothing_was_said() -> None:
    ends = [component("a"), component("b")]
    silent, empty = (
        flow_scene(page(ends, [interface("1", "a", "b", request=request)]), None).connectors[0]
        for request in ((), carries("nothing"))
    )
    assert (silent.name, silent.unsaid) == ("", True)
    assert (empty.name, empty.unsaid) == ("nothing", False)
