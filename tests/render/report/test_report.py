"""A report is one file that fetches nothing, says what the answers say, and can be read without its script."""

from __future__ import annotations

import base64
import hashlib
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings

from bartizan.model.architecture import Architecture
from bartizan.model.component import Component
from bartizan.model.data_asset import DataAsset
from bartizan.model.interface import Interface
from bartizan.render.diagrams import block_diagram
from bartizan.rules.answers.words import fact_in_words
from tests.model.pages import FIRST_PAGE, page
from tests.render.page.filled import constant, filled, numbered, some_picture
from tests.render.report.reports import SHOP, Seen, data_of, promises_of, report
from tests.strategies import architectures

HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(1)</script>",
    "<!--<script>",
    "]]><!--",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "</style></title></textarea><iframe src=javascript:alert(1)>",
    "javascript:alert(1)",
    "`x <javascript:alert(1)>`_",
    '" onmouseover="alert(1)" style="x',
    "https://example.org/\"onmouseover='x'",
    "&lt;b&gt;&#60;b&#62;",
    "{interface} {{ 7 * 7 }} {0} %s",
    "\u2028\u2029<\ud800\x00",
)


@pytest.fixture(scope="module")
def html() -> str:
    return report(SHOP, *block_diagram(page(SHOP).architecture), digest="0" * 64)


@pytest.fixture(scope="module")
def seen(html: str) -> Seen:
    return Seen(html)


def test_the_nine_promises_stand_in_their_order(seen: Seen) -> None:
    assert seen.headings[3:12] == [
        "Entry points",
        "Assets at risk",
        "Where data is persisted",
        "How data travels",
        "Formats and transformations",
        "External dependencies",
        "Whom it is meant to be defended against, and whom not",
        "The impact of degrading controls",
        "Threats",
    ]


def test_the_limits_stand_before_any_finding(seen: Seen) -> None:
    assert seen.headings[:3] == ["Summary", "The limits of this report", "The architecture, part by part"]
    for word in ("no time", "no order of events", "no detection", "never a no"):
        assert word in seen.text


def test_every_element_is_closed_in_order(seen: Seen) -> None:
    assert seen.wrong == []


def test_no_id_is_there_twice_and_every_one_that_is_referred_to_is_there(html: str, seen: Seen) -> None:
    assert len(seen.ids) == len(set(seen.ids))
    data = data_of(html)
    referred = [value[1:] for value in seen.of("href") if value.startswith("#")]
    referred += [
        each
        for name in ("for", "aria-labelledby", "data-about")
        for value in seen.of(name)
        for each in value.split()
    ]
    referred += [*data["shown"], *data["ifs"], *data["threats"], *data["owners"].values()]
    referred += re.findall(r"url\(#([^)]*)\)", html)
    assert len(referred) > 100
    assert set(referred) <= set(seen.ids)


def test_the_policy_knows_the_style_and_the_script_by_their_digests(html: str) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    style = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    script = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    assert policy
    assert len(style) == len(script) == 1
    assert f"style-src '{digest(style[0])}'" in policy[1].replace("&#39;", "'")
    assert f"script-src '{digest(script[0])}'" in policy[1].replace("&#39;", "'")
    assert policy[1].replace("&#39;", "'").startswith("default-src 'none'")
    assert "unsafe" not in policy[1]


def digest(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def test_nothing_is_fetched_and_nothing_runs_from_an_attribute(seen: Seen) -> None:
    assert {name for _tag, name, _value in seen.values if name.startswith("on")} == set()
    assert seen.of("style") == []
    assert seen.of("src") == []
    assert seen.elements["link"] == seen.elements["iframe"] == seen.elements["object"] == 0
    assert all(
        value.startswith(("#", "https://cwe.", "https://capec.", "https://attack."))
        for value in seen.of("href")
    )


def test_the_script_is_one_that_an_engine_can_read(html: str) -> None:
    engine = pytest.importorskip("py_mini_racer").MiniRacer()
    script = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)[0]
    assert engine.eval(f"typeof (() => {{{script}}})") == "function"


def test_the_script_adds_no_markup_of_its_own(html: str) -> None:
    script = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)[0]
    for word in (
        "innerHTML",
        "outerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "Function(",
        "fetch(",
        "import(",
    ):
        assert word not in script


def test_every_threat_question_and_contradiction_is_there(seen: Seen) -> None:
    promises = promises_of(SHOP)
    assert promises.threats
    assert set(seen.ids) >= {f"threat-{each.id}" for each in promises.threats}
    for question in promises.questions:
        assert question.text in seen.text
    assert "which is right?" in seen.text or "what is missing?" in seen.text


def test_what_a_threat_needs_stands_beside_it(seen: Seen) -> None:
    promises = promises_of(SHOP)
    for threat in promises.threats:
        for fact in (threat.needs or ((),))[0]:
            said = fact_in_words(promises.analysis.grounded, fact)
            assert said[1:] in seen.text


def test_certain_and_open_are_told_apart_by_words_and_signs(seen: Seen) -> None:
    assert "!certain" in seen.text
    assert "?open" in seen.text


def test_the_architects_own_words_stand_beside_what_follows(seen: Seen) -> None:
    assert "Everybody knows what you bought." in seen.text
    assert "Confidentiality failure impact" in seen.text


def test_everything_drawn_of_the_page_can_be_chosen(html: str) -> None:
    data = data_of(html)
    drawn = {
        f"{kind} {id_}" for kind, id_ in re.findall(r'data-(component|interface|domain)="([^"]+)"', html)
    }
    chosen = {data["drawn"][int(number)] for number in data["owners"]}
    assert drawn == {"component buyer", "component till", "component ledger", "interface 1", "interface 2", "domain street", "domain house"}  # fmt: skip
    assert drawn <= chosen


def test_the_same_answers_make_the_same_report() -> None:
    assert report(SHOP) == report(SHOP)


def test_an_actor_out_of_scope_is_said_to_be_so(seen: Seen) -> None:
    assert "not in scope" in seen.text
    assert "It is not meant to be defended against: The owner." in seen.text


# ---- pages of all sorts


def test_a_page_with_nothing_in_it_has_a_report() -> None:
    seen = Seen(report(Architecture()))
    assert seen.wrong == []
    assert len(seen.headings) == 15
    assert "there is nothing from which anything could follow" in seen.text


def test_the_first_page_has_a_report() -> None:
    seen = Seen(report(FIRST_PAGE))
    assert seen.wrong == []
    assert "Somebody perhaps gets to its only data asset." in seen.text


@given(architectures())
@settings(max_examples=20)
def test_any_page_has_a_report_that_refers_only_to_what_is_there(architecture: Architecture) -> None:
    html = report(architecture)
    seen = Seen(html)
    assert seen.wrong == []
    assert len(seen.ids) == len(set(seen.ids))
    assert {value[1:] for value in seen.of("href") if value.startswith("#")} <= set(seen.ids)
    data = data_of(html)
    assert {*data["shown"], *data["ifs"], *data["threats"]} <= set(seen.ids)


def test_two_hundred_components_are_no_trouble() -> None:
    components = {f"c{n}": Component(id=f"c{n}", technology="Python", domain=f"d{n % 7}") for n in range(200)}
    interfaces = {
        f"{n}": Interface(id=f"{n}", requestor=f"c{n}", listener=f"c{(7 * n + 3) % 200}", protocol=("HTTPS",))
        for n in range(200)
    }
    assets = {f"a{n}": DataAsset(id=f"a{n}", confidentiality="high") for n in range(20)}
    promises = promises_of(Architecture(components=components, interfaces=interfaces, data_assets=assets))
    from bartizan.render.report.report import report_html

    assert promises.threats
    start = time.perf_counter()
    seen = Seen(report_html(promises, (), lambda _path: None))
    assert time.perf_counter() - start < 60
    assert seen.wrong == []
    assert sum(each.startswith("component-") and "~" not in each for each in seen.ids) == 200


def test_the_report_of_barbican_is_small(repository: Path) -> None:
    from bartizan.project.open_page import open_page

    architecture = open_page(repository / "examples/barbican/services/barbican/newton").architecture
    html = report(architecture, *block_diagram(architecture))
    assert len(html.encode()) < 1_500_000
    assert Seen(html).wrong == []


# ---- hostile pages


@pytest.fixture(scope="module")
def harmless() -> Seen:
    return Seen(report(filled(numbered()[0]), some_picture()))


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_in_any_field_becomes_an_element_or_an_attribute(text: str, harmless: Seen) -> None:
    html = report(filled(constant(text)), some_picture(), digest="0" * 64, variant=text)
    seen = Seen(html)
    assert set(seen.elements) <= set(harmless.elements) | {
        "em",
        "strong",
        "code",
        "p",
        "ul",
        "li",
        "pre",
        "a",
    }
    assert seen.elements["script"] == 2
    assert seen.elements["img"] == seen.elements["iframe"] == seen.elements["object"] == 0
    assert seen.attributes <= harmless.attributes | {"a.href", "a.rel", "pre.tabindex"}
    assert seen.wrong == []
    for _tag, name, value in seen.values:
        assert not name.startswith("on")
        if name in {"href", "src"}:
            assert value.startswith(("#", "http://", "https://")), value
    html.encode()


@pytest.mark.parametrize("text", [*HOSTILE[:-1], "\u2028\u2029<\x00"])
def test_hostile_ids_stay_text(text: str) -> None:
    architecture = Architecture(
        service=text,
        components={text: Component(id=text), "b": Component(id="b")},
        interfaces={text: Interface(id=text, requestor=text, listener="b")},
        data_assets={f"{text} kept": DataAsset(id=f"{text} kept")},
    )
    html = report(architecture)
    seen = Seen(html)
    assert seen.elements["script"] == 2
    assert seen.wrong == []
    assert len(seen.ids) == len(set(seen.ids))
    data = data_of(html)
    assert {*data["shown"], *data["ifs"], *data["threats"]} <= set(seen.ids)
    assert f"component {text}" in data["drawn"]
    html.encode()


def test_hostile_text_is_shown_as_it_was_written() -> None:
    for text in HOSTILE[:-1]:
        assert text in Seen(report(Architecture(service=text))).text


def test_a_page_that_says_something_everywhere_says_it_in_its_report() -> None:
    text, given_texts = numbered()
    architecture = filled(text)
    shown = Seen(report(architecture)).text
    elements: tuple[Component | Interface | DataAsset, ...] = (
        *architecture.components.values(),
        *architecture.interfaces.values(),
        *architecture.data_assets.values(),
    )
    wanted = [text for each in elements for text in (each.name, *each.notes) if text]
    assert given_texts
    assert [each for each in wanted if each not in shown] == []


def test_what_is_not_drawn_is_said_where_the_diagram_would_be() -> None:
    seen = Seen(report(SHOP, not_drawn=("The whole is not drawn: too <large>.",)))
    assert "The whole is not drawn: too <large>." in seen.text
    assert "There is no diagram." not in seen.text
