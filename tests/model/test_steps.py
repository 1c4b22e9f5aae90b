from __future__ import annotations

from bartizan.model.carried import Carried
from bartizan.model.shapes import Flag
from bartizan.model.step import Step
from bartizan.model.steps import parse_step, parse_steps, step_parts, typed_step
from tests.model.pages import page

GUIDANCE = """\
title Issue Certificate

Admin->GUI: 1. Login

GUI->Controller: 2. List(pending)

Controller->Controller: 5. Filter(pending)

Controller->DB: 11. Update DB (ID, Issued, Cert)
"""


def nobody(_text: str) -> None:
    return None


def test_the_guidance_own_example_is_understood_as_it_stands() -> None:
    typed = parse_steps(GUIDANCE, nobody)
    assert typed.title == "Issue Certificate"
    assert [(step.sender, step.receiver, step.text) for _, step in typed.steps] == [
        ("admin", "gui", "Login"),
        ("gui", "controller", "List(pending)"),
        ("controller", "controller", "Filter(pending)"),
        ("controller", "db", "Update DB (ID, Issued, Cert)"),
    ]
    assert typed.other == ()


def test_a_pasted_title_names_the_use_case() -> None:
    text = "service: x\ncomponents: {admin: , gui: }\nuse-cases:\n  issue: |\n    title Issue\n    Admin->GUI: Login\n"
    read = page(text)
    assert read.diagnostics == ()
    assert read.architecture.use_cases["issue"].name == "Issue"


def test_brackets_name_the_interface_and_what_it_carries() -> None:
    step = parse_step("A->B: store [5: secret-data, a word or two]", nobody)
    assert step == Step(
        sender="a",
        receiver="b",
        text="store",
        interface="5",
        carries=(Carried(asset="secret-data"), Carried(asset="a word or two")),
    )


def test_other_brackets_are_part_of_the_text() -> None:
    step = parse_step("A->B: read [see RFC 1]", nobody)
    assert step is not None
    assert (step.text, step.interface) == ("read [see RFC 1]", None)


def test_a_double_arrow_is_a_reply() -> None:
    step = parse_step("A-->B: done", nobody)
    assert step is not None
    assert step.reply is Flag.YES


def test_names_are_understood_as_well_as_ids() -> None:
    text = "service: x\ncomponents: {api: {name: API Process}, hsm: {name: HSM (PKCS#11)}}\n"
    text += "use-cases:\n  u: |\n    api process->HSM (PKCS#11): encrypt\n    api->hsm: again\n"
    read = page(text)
    assert read.diagnostics == ()
    steps = read.architecture.use_cases["u"].steps
    assert {(step.sender, step.receiver) for step in steps} == {("api", "hsm")}


def test_a_step_that_no_line_can_say_is_written_in_the_long_form() -> None:
    assert typed_step(Step(sender="a", receiver="b", text="ends in [1]")) is None
    assert typed_step(Step(sender="a", receiver="b", text="plain")) == "a->b: plain"


def test_the_names_in_a_typed_step_are_found_where_they_stand() -> None:
    line = "Client -> API Process: store a secret [5: token, secret data]"
    assert [line[start:end] for start, end in step_parts(line)] == [
        "Client",
        "API Process",
        "5",
        "token",
        "secret data",
    ]


def test_a_list_of_steps_needs_no_quotes() -> None:
    text = "service: x\ncomponents: {a: , b: }\ninterfaces: {1: }\nuse-cases:\n  u:\n    - a->b: one [1]\n"
    text += "    - 'a->b: two'\n    - {from: b, to: a, text: three}\n    - a->c: four\n"
    read = page(text)
    assert [step.text for step in read.architecture.use_cases["u"].steps] == ["one", "two", "three", "four"]
    assert [problem.at.span.text for problem in read.diagnostics if problem.at] == ["c"]


def test_a_chain_of_arrows_is_no_step() -> None:
    assert parse_step("A -> B -> C: x", nobody) is None
    assert parse_step("A -> B: C -> D", nobody) is not None


def test_quotation_marks_around_a_name_are_no_part_of_it() -> None:
    step = parse_step('"Front end" -> API: x', nobody)
    assert step is not None
    assert (step.sender, step.receiver) == ("front-end", "api")


def test_a_quoted_step_is_pointed_at_where_the_name_stands() -> None:
    read = page('service: x\ncomponents: {b: }\nuse-cases:\n  u:\n    - "a->b: one"\n')
    assert [problem.at.span.text for problem in read.diagnostics if problem.at] == ["a"]
