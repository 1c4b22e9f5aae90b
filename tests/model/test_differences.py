from __future__ import annotations

from hypothesis import given

from bartizan.model.architecture import Architecture
from bartizan.model.differences import differences
from tests.model.pages import FIRST_PAGE, page
from tests.strategies import architectures


def sentences(old: str, new: str) -> list[str]:
    return [each.sentence() for each in differences(page(old).architecture, page(new).architecture)]


def test_new_and_gone_elements_and_changed_fields_are_told_apart() -> None:
    new = (
        FIRST_PAGE.replace("protocol: SQL", "protocol: [SQL, TLS]")
        .replace("  browser: {kind: person, domain: internet}\n", "")
        .replace("data-assets:\n", "  3: {name: Publish, requestor: web, listener: web}\ndata-assets:\n")
        .replace("service: Notes", "service: Notes\nrelease: Two")
    )
    new = new.replace("requestor: browser, ", "")
    assert sentences(FIRST_PAGE, new) == [
        "The page's release is now “Two”; it was not said before.",
        "Component Browser is gone.",
        "Interface 1: requestor is no longer said; it was “browser”.",
        "Interface 2: protocol is now “SQL”, “TLS”; it was “SQL”.",
        "Interface 3 (Publish) is new.",
    ]


def test_an_element_under_another_id_is_renamed_not_new() -> None:
    old = "service: x\ncomponents:\n  api: {technology: Python, kind: process}\n"
    assert sentences(old, old.replace("api:", "gateway:")) == ["Component Gateway was called “api”."]


def test_two_elements_that_say_nothing_are_not_the_same_for_that() -> None:
    assert sentences("service: x\ncomponents: {a: }\n", "service: x\ncomponents: {b: }\n") == [
        "Component B is new.",
        "Component A is gone.",
    ]


def test_of_a_list_only_what_came_and_went_is_said() -> None:
    old = "waivers: [{gap: a, because: x}, {gap: b, because: y}]\nusers: [End users, Operators]\n"
    new = "waivers: [{gap: a, because: x}, {gap: b, because: z}]\nusers: [Operators, End users]\n"

    assert sentences(old, new) == [
        "The page's users: the same in another order, or another number of times.",
        "The page's waivers: new: {gap: “b”, because: “z”}; gone: {gap: “b”, because: “y”}.",
    ]


def test_order_and_comments_make_no_difference() -> None:
    assert (
        sentences("service: x\ncomponents: {a: , b: }\n", "components: {b: , a: } # ha\nservice: x\n") == []
    )


@given(architectures(), architectures())
def test_a_page_does_not_differ_from_itself_and_two_that_differ_say_how(
    old: Architecture, new: Architecture
) -> None:
    assert differences(old, old) == ()
    ignored = {"include": ()}
    import dataclasses

    if dataclasses.replace(old, **ignored) != dataclasses.replace(new, **ignored):  # type: ignore[arg-type]
        found = differences(old, new)
        assert found
        assert all(each.sentence() for each in found)
