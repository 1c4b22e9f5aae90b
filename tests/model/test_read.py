from __future__ import annotations

from bartizan.model.data_asset import Unreachable
from bartizan.model.page import DeploymentKind, Status
from bartizan.model.shapes import Flag
from bartizan.source.read_yaml import read_yaml
from bartizan.source.text import Source
from tests.model.pages import FIRST_PAGE, names_of_problems, page, pointed_at


def test_a_first_page_of_ten_lines_is_a_whole_architecture() -> None:
    read = page(FIRST_PAGE)
    assert read.diagnostics == ()
    architecture = read.architecture
    assert architecture.service == "Notes"
    assert list(architecture.components) == ["browser", "web", "database"]
    assert architecture.interfaces["1"].listener == "web"
    assert architecture.interfaces["2"].protocol == ("SQL",)
    assert [each.asset for each in architecture.interfaces["1"].request] == ["note"]
    assert [placement.place for placement in architecture.data_assets["note"].persisted] == ["database"]


def test_an_element_needs_only_its_name() -> None:
    architecture = page("service: x\ncomponents:\n  web:\n  database: {}\n").architecture
    assert list(architecture.components) == ["web", "database"]


def test_what_looks_like_another_type_stays_the_text_that_was_written() -> None:
    architecture = page("service: no\nrelease: 1.10\nversion: 08:30\n").architecture
    assert (architecture.service, architecture.release, architecture.version) == ("no", "1.10", "08:30")


def test_not_said_is_neither_yes_nor_no_nor_unknown() -> None:
    text = "service: x\ncomponents:\n  a: {future: yes}\n  b: {future: False}\n  c: {future: unknown}\n  d:\n"
    components = page(text).architecture.components
    assert [components[id_].future for id_ in "abcd"] == [Flag.YES, Flag.NO, Flag.UNKNOWN, None]


def test_a_scalar_does_where_a_list_would() -> None:
    one = page("service: x\ncomponents: {db: }\ndata-assets: {a: {persisted: db}}\n")
    many = page("service: x\ncomponents: {db: }\ndata-assets: {a: {persisted: [{in: db}]}}\n")
    assert one.architecture == many.architecture


def test_comments_and_order_of_keys_are_no_part_of_equality() -> None:
    one = page("service: x  # a comment\ncomponents:\n  a: {kind: process, name: A}\n")
    other = page("components:\n  a: {name: A, kind: process}\nservice: x\n")
    assert one.architecture == other.architecture


def test_closed_words_are_understood_whatever_their_case_and_hyphens() -> None:
    architecture = page(
        "service: x\nstatus: Ready-for-Review\ndeployment: Best Practice\n"
        "data-assets: {t: {revocation: {latency: 96 h, unreachable: accept}}}\n"
    ).architecture
    assert architecture.status is Status.READY
    assert architecture.deployment is not None
    assert architecture.deployment.kind is DeploymentKind.BEST_PRACTICE
    revocation = architecture.data_assets["t"].revocation
    assert revocation is not None
    assert revocation.unreachable is Unreachable.ACCEPT


def test_one_grant_that_suffices_differs_from_checks_that_must_all_pass() -> None:
    text = """\
service: x
controls: {rbac: in place, acl: }
interfaces:
  1: {request-authorization: {any: [rbac, acl]}}
  2: {request-authorization: [rbac, acl]}
"""
    interfaces = page(text).architecture.interfaces
    any_of, all_of = interfaces["1"].request_authorization, interfaces["2"].request_authorization
    assert any_of is not None
    assert all_of is not None
    assert (any_of.any_of, any_of.all_of) == (("rbac", "acl"), ())
    assert (all_of.any_of, all_of.all_of) == ((), ("rbac", "acl"))


def test_an_unknown_field_is_named_with_the_nearest_one() -> None:
    (problem,) = page("service: x\ncomponents:\n  web: {technolgy: Python}\n").diagnostics
    assert problem.name == "unknown-field"
    assert problem.message == "component `web` has no field called `technolgy`"
    assert problem.help == ("did you mean `technology`?",)
    assert problem.at is not None
    assert problem.at.span.text == "technolgy"


def test_every_problem_of_a_page_is_found_at_once() -> None:
    text = """\
format: 7
status: finished
components:
  Web Server: {kind: process}
  web: [a, b]
  all: {}
  api: {future: perhaps, kind: {a: b}}
waivers: [{until: tomorrow}]
controls: {c: {probability: 2}}
use-cases: {u: nonsense}
"""
    assert sorted(names_of_problems(text)) == sorted(
        ["unsupported-format", "no-service", "not-a-choice", "not-an-id", "not-a-mapping", "reserved-word", "not-a-choice",
         "not-a-text", "not-a-date", "not-a-number", "not-a-step"]
    )  # fmt: skip


def test_what_stands_under_a_key_that_cannot_be_an_id_is_looked_through_as_well() -> None:
    text = "service: x\ncomponents:\n  Web Server: {technlogy: Python, domian: a}\n"

    assert names_of_problems(text) == ["not-an-id", "unknown-field", "unknown-field"]


def test_an_id_that_nothing_has_is_pointed_at_and_kept() -> None:
    text = "service: x\ncomponents: {api-process: }\ninterfaces:\n  1: {listener: api-procces}\n"
    read = page(text)
    (problem,) = read.diagnostics
    assert problem.name == "no-such-component"
    assert problem.message == "the listener of interface `1` is not a component"
    assert problem.help == ("did you mean `api-process`?",)
    assert [label.span.text for label in problem.also] == ["api-process"]
    assert read.architecture.interfaces["1"].listener == "api-procces"


def test_prose_is_never_taken_for_an_id_and_an_id_never_for_prose() -> None:
    text = "service: x\ndata-assets: {token: }\ninterfaces:\n  1: {request: [HTTP Verb, token, tokn]}\n"
    assert pointed_at(text) == ["tokn"]


def test_an_id_names_one_thing_but_a_dependency_may_be_about_a_component() -> None:
    text = "service: x\ncomponents: {keystone: , a: }\nexternal-dependencies: {keystone: }\nthreat-actors: {a: }\n"
    assert names_of_problems(text) == []
    assert names_of_problems("service: x\ncomponents: {keystone: }\ndata-assets: {keystone: }\n") == [
        "duplicate-id"
    ]


def test_a_trust_domain_is_declared_by_use() -> None:
    assert names_of_problems("service: x\ncomponents: {a: {domain: cloud}}\n") == []


def test_a_domain_around_another_must_be_declared() -> None:
    assert names_of_problems("service: x\ntrust-domains: {a: {inside: b}}\n") == ["no-such-trust-domain"]


def test_a_control_stands_on_an_element_that_exists() -> None:
    text = "service: x\ninterfaces: {1: }\ncontrols: {1/encryption: absent, 2/encryption: absent}\n"
    assert names_of_problems(text) == ["no-such-interface"]


def test_a_problem_in_a_typed_step_points_at_its_line() -> None:
    text = "service: x\ncomponents: {a: , b: }\nuse-cases:\n  u: |\n    a->b: one\n\n    a->c: two\n"
    assert pointed_at(text) == ["c"]


def test_a_page_that_is_no_mapping_is_said_to_be_none() -> None:
    parsed = read_yaml(Source("architecture.yaml", "- a\n"))
    assert parsed.root is not None
    from bartizan.model.read import read_architecture

    assert [problem.name for problem in read_architecture(parsed.root).diagnostics] == ["not-a-mapping"]


def test_words_that_stand_where_an_id_could_name_nothing() -> None:
    text = """\
service: x
components: {a: {domain: unknown}}
interfaces: {1: {requestor: unknown, request-credentials: nothing, in-flight: nothing}}
data-assets: {d: {persisted: nowhere, opens: {a: {read: all}}}}
"""
    assert names_of_problems(text) == []
    assert names_of_problems("service: x\ncomponents: {a: {hosts: all}}\n") == ["no-such-component"]


def test_a_comma_that_ends_a_text_inside_braces_is_told_from_a_misspelt_field() -> None:
    (problem,) = page("service: x\ncomponents:\n  web: {description: keeps names, dates}\n").diagnostics
    assert problem.name == "unknown-field"
    assert "quotes" in problem.help[0]
    (other,) = page("service: x\ncomponents:\n  web: {technolgy: }\n").diagnostics
    assert other.help == ("did you mean `technology`?",)
