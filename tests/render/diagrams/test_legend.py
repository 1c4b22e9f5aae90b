from bartizan.model.shapes import Flag
from bartizan.render.diagrams.block_scene import block_scene
from bartizan.render.diagrams.draw_connectors import badge_marks, line_marks
from bartizan.render.diagrams.flow_scene import flow_scene
from bartizan.render.diagrams.legend import Entry, in_rows, legend
from bartizan.render.diagrams.scene import Connector, ConnectorKind, Heads, Scene
from bartizan.render.diagrams.svg_tree import Element
from tests.render.diagrams.made_up import carries, component, interface, notes, page


def words(elements: list[Element]) -> list[str]:
    return [each.text for each in elements if each.tag == "text"]


def rows(elements: list[Element]) -> list[str]:
    return [each.attributes["y"] for each in elements if each.tag == "text"]


def test_the_legend_of_a_block_diagram_says_what_piles_arrows_and_hollow_numbers_mean() -> None:
    drawn = words(legend(block_scene(notes()), 2000)[0])
    assert "several instances" in drawn
    assert "interface: points to the listener" in drawn
    assert "planned interface" in drawn
    assert "planned" in drawn
    assert "hollow number: planned" in drawn


def test_a_planned_administration_path_has_the_ring_as_well() -> None:
    planned = page(
        [component("a"), component("b")],
        [interface("1", "a", "b", administration=Flag.YES, future=Flag.YES)],
    )
    scene = block_scene(planned)
    assert badge_marks(scene.connectors[0]) == ("badge-hollow", "badge-ring")
    assert "administration path" in words(legend(scene, 2000)[0])


def test_a_hollow_number_out_of_scope_is_not_called_planned() -> None:
    context = page([component("a"), component("b")], [interface("1", "a", "b", in_scope=Flag.NO)])
    drawn = words(legend(block_scene(context), 2000)[0])
    assert "hollow number: out of scope" in drawn
    assert not any("planned" in each for each in drawn)


def test_a_picture_without_a_sign_has_no_word_for_it() -> None:
    plain = page([component("a"), component("b")], [interface("1", "a", "b")])
    assert words(legend(block_scene(plain), 2000)[0]) == ["interface: points to the listener"]


def test_a_device_is_not_called_a_host_only() -> None:
    assert "host or device" in words(legend(block_scene(page([component("a", kind="device")])), 2000)[0])


def test_no_row_of_a_legend_is_left_with_a_single_entry() -> None:
    entries = [Entry([], f"what a sign means {at}") for at in range(7)]
    _, one_row = in_rows(entries, 2000)
    drawn, height = in_rows(entries, 1000)
    assert height > one_row
    found = [rows(drawn).count(y) for y in dict.fromkeys(rows(drawn))]
    assert max(found) - min(found) <= 1


def test_a_sample_of_an_unknown_direction_has_the_two_heads_that_the_arrows_have() -> None:
    either = Connector(id="1", element="1", tail="a", head="b", kind=ConnectorKind.FLOW, heads=Heads.EITHER)
    drawn, _ = legend(Scene(name="x", title="x", description="x", connectors=(either,), is_flow=True), 500)
    assert sum(each.tag == "polygon" for sample in drawn for each in sample.children) == 2


def test_dashes_are_kept_for_what_is_planned_and_a_reply_is_drawn_like_any_other_flow() -> None:
    scene = flow_scene(notes(), notes().use_cases["remind-me"])
    replies = [each for each in scene.connectors if each.reply]
    assert replies
    assert all(line_marks(each) == ("line",) for each in replies)
    planned = page(
        [component("a"), component("b")],
        [interface("1", "a", "b", future=Flag.YES, request=carries("note"))],
    )
    assert line_marks(flow_scene(planned, None).connectors[0]) == ("line", "dashed")


def test_bare_flows_are_explained_once_instead_of_each() -> None:
    drawn = words(legend(flow_scene(notes(), None), 2000)[0])
    assert "without words: data not said" in drawn
