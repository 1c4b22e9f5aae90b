"""The HTML page is one file that fetches nothing, runs nothing, and says only what the page says."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings

from bartizan.model.architecture import Architecture
from bartizan.model.page import Figure
from bartizan.render.diagrams import data_flow_diagram, sequence_sheets
from bartizan.render.page.content import page_content
from bartizan.render.page.drawings import Pictures
from bartizan.render.page.html import page_html
from tests.model.pages import FIRST_PAGE, page
from tests.render.page.filled import constant, filled, numbered, some_picture
from tests.strategies import architectures

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "</style></title></textarea><iframe src=javascript:alert(1)>",
    "`x <javascript:alert(1)>`_",
    "javascript:alert(1)",
    "data:text/html,<b>x</b>",
    ".. raw:: html\n\n   <b onclick=alert(1)>x</b>",
    ".. image:: javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}{# x #}",
    "&lt;b&gt;&#60;b&#62;",
    "]]><!--",
    '" onmouseover="alert(1)" style="x',
    "https://example.org/\"onmouseover='x'",
    "http://example.org/<b>",
)


class Seen(HTMLParser):
    """What a browser would make of a page: elements, attributes and text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: Counter[str] = Counter()
        self.attributes: set[str] = set()
        self.values: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.text: list[str] = []
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements[tag] += 1
        self.open.append(tag)
        for name, value in attrs:
            self.attributes.add(f"{tag}.{name}")
            self.values.append((name, value or ""))
            if name == "id":
                self.ids.append(value or "")

    def handle_data(self, data: str) -> None:
        if self.open[-1:] != ["style"]:
            self.text.append(data)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop() != tag:
            pass


def html_of(architecture: Architecture, **more: object) -> str:
    content = page_content(architecture, Pictures((some_picture(),)), digest="0" * 64, **more)  # type: ignore[arg-type]
    return page_html(content)


@pytest.fixture(scope="module")
def harmless() -> Seen:
    return Seen(html_of(filled(numbered()[0])))


@pytest.fixture(scope="module")
def first() -> str:
    return html_of(page(FIRST_PAGE).architecture)


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_in_any_field_becomes_an_element_or_an_attribute(text: str, harmless: Seen) -> None:
    seen = Seen(html_of(filled(constant(text))))
    assert set(seen.elements) <= set(harmless.elements) | {
        "a",
        "p",
        "ul",
        "ol",
        "li",
        "pre",
        "blockquote",
        "em",
        "strong",
        "code",
    }
    assert seen.elements["script"] == seen.elements["iframe"] == seen.elements["img"] == 0
    allowed = harmless.attributes | {"a.href", "a.rel", "ol.class", "ol.start", "pre.tabindex"}
    assert seen.attributes <= allowed
    for name, value in seen.values:
        assert not name.startswith("on")
        if name in {"href", "src"}:
            assert value.startswith(("#", "http://", "https://", "mailto:", "data:image/")), value


@pytest.mark.parametrize("text", [each for each in HOSTILE if "\n" not in each and not each.startswith("`")])
def test_hostile_text_is_shown_as_it_was_written(text: str) -> None:
    seen = Seen(html_of(Architecture(service=text)))
    assert text in "".join(seen.text)


def test_hostile_ids_and_keys_stay_text() -> None:
    from bartizan.model.component import Component

    hostile = '"><script>alert(1)</script>'
    seen = Seen(
        html_of(
            Architecture(components={hostile: Component(id=hostile)}, summary_of_controls={hostile: hostile})
        )
    )
    assert seen.elements["script"] == 0
    assert len(set(seen.ids)) == len(seen.ids)


def test_a_hostile_picture_title_stays_text() -> None:
    content = page_content(
        Architecture(), Pictures((some_picture(words="&lt;script&gt;alert(1)&lt;/script&gt;"),)), digest=""
    )
    assert Seen(page_html(content)).elements["script"] == 0


def test_everything_said_is_shown() -> None:
    text, given_texts = numbered()
    shown = "".join(Seen(html_of(filled(text))).text)
    assert [each for each in given_texts if each not in shown] == []


def test_the_page_fetches_and_runs_nothing(first: str) -> None:
    seen = Seen(first)
    assert seen.elements["script"] == seen.elements["link"] == seen.elements["object"] == 0
    assert all(
        value.startswith(("#", "https:", "http:", "mailto:", "data:image/"))
        for name, value in seen.values
        if name in {"href", "src"}
    )
    style = first[first.index("<style>") + 7 : first.index("</style>")]
    assert all(
        address.startswith("data:font/woff2;base64,") for address in re.findall(r"url\(([^)]*)\)", style)
    )
    assert "@import" not in style


def test_the_policy_allows_the_style_sheet_that_is_there_and_nothing_else(first: str) -> None:
    style = first[first.index("<style>") + 7 : first.index("</style>")]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = next(
        value for name, value in Seen(first).values if name == "content" and value.startswith("default-src")
    )
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
    )
    assert " style=" not in first


def test_the_same_page_gives_the_same_text(first: str) -> None:
    assert html_of(page(FIRST_PAGE).architecture) == first


def test_a_page_stays_small(first: str) -> None:
    assert len(first.encode()) < 250_000


def test_only_the_scripts_that_are_used_are_carried(first: str) -> None:
    greek = html_of(Architecture(service="Υπηρεσία"))
    assert "U+370-3FF" in greek
    assert "U+370-3FF" not in first
    assert "U+400-52F" in html_of(Architecture(service="Служба"))


def test_rows_and_cards_have_lasting_addresses(first: str) -> None:
    assert {"interface-1", "asset-note", "component-web", "domain-cloud", "purpose"} <= set(Seen(first).ids)


def test_tables_say_what_heads_what(first: str) -> None:
    seen = Seen(first)
    scopes = {value for name, value in seen.values if name == "scope"}
    assert scopes == {"col", "row"}
    assert {"th.scope", "html.lang", "nav.aria-label", "section.aria-labelledby"} <= seen.attributes
    assert seen.elements["main"] == seen.elements["h1"] == 1


def test_what_was_not_said_is_marked_as_such(first: str) -> None:
    assert '<span class="not-said">not said</span>' in first
    assert "Not said: Placement, Purpose." in first


def test_the_ids_of_two_pictures_do_not_meet() -> None:
    pictures = Pictures((some_picture("notes-architecture"),), (some_picture("notes-flows"),))
    seen = Seen(page_html(page_content(Architecture(), pictures, digest="")))
    assert len(set(seen.ids)) == len(seen.ids)
    assert {"drawing-notes-architecture-clip", "drawing-notes-flows-clip"} <= set(seen.ids)
    assert ("clip-path", "url(#drawing-notes-flows-clip)") in seen.values
    assert (
        "aria-labelledby",
        "drawing-notes-flows-notes-flows-title drawing-notes-flows-notes-flows-desc",
    ) in seen.values


def test_pictures_share_one_complete_style_sheet_that_is_light_on_paper() -> None:
    pictures = Pictures((some_picture("notes-architecture"),), (some_picture("notes-flows"),))
    html = page_html(page_content(Architecture(), pictures, digest=""))
    assert html.count("--bz-ink:") == 2  # once light, once dark
    assert html.count("<style>") == 1
    assert "@media (prefers-color-scheme" not in html


def test_no_drawing_changes_the_looks_of_another() -> None:
    service = page(FIRST_PAGE + 'use-cases:\n  write: "browser->web: write a note [1]"\n').architecture
    pictures = Pictures(
        (),
        (data_flow_diagram(service),),
        {"write": tuple(sequence_sheets(service, "write", most_height=900))},
    )
    html = page_html(page_content(service, pictures, digest=""))
    boundary, network = ".bartizan-diagram .bz-flow-boundary{", ".bartizan-diagram .bz-network{"
    assert html.count(boundary) == html.count(network) == 1
    assert html.index(network) < html.index(boundary)  # a boundary is a network in red


def sized(width: int) -> str:
    """Return the page of a drawing that is so many pixels wide."""
    pictures = Pictures((some_picture(size=(width, 300)),))
    return page_html(page_content(Architecture(), pictures, digest=""))


def test_a_wide_drawing_stays_readable_and_can_be_fitted_in() -> None:
    html = sized(2000)
    assert ".d1 svg{min-width:1800px}" in html
    assert "@container (min-width:1818px){.d1 .size{display:none}}" in html
    assert '<input type="checkbox"> fit it in</label>' in html
    assert ".drawing:has(:checked) .canvas svg { min-width: 0; }" in html


def test_on_paper_a_drawing_is_as_large_as_in_the_pdf_with_its_heading_on_the_same_sheet() -> None:
    html = sized(1600)
    assert "@media print{.d1 svg{width:773.9pt}}" in html
    plate = html[html.index('<div class="plate on-a4-flipped">') :]
    assert plate.index("Service architecture diagram</h2>") < plate.index("<svg")
    assert "page: a4-flipped" in html
    assert '<div class="plate">' in sized(400)


def test_a_heading_and_its_description_are_printed_with_their_drawing() -> None:
    text = (
        FIRST_PAGE
        + "use-cases:\n  write: {description: Somebody writes., steps: 'browser->web: write [1]'}\n"
    )
    content = page_content(
        page(text).architecture, Pictures(sequences={"write": (some_picture(),)}), digest=""
    )
    html = page_html(content)
    plate = html[html.index('<div class="plate">') : html.index("</svg>")]
    assert ">Write</h3>" in plate
    assert "Somebody writes." in plate


def test_each_printed_page_has_its_number_and_the_digest(first: str) -> None:
    assert '@bottom-right { content: counter(page) " / " counter(pages)' in first
    assert f'@bottom-left{{content:"sha256:{"0" * 64}"}}' in first


def test_what_is_no_digest_never_gets_into_the_style_sheet() -> None:
    html = page_html(page_content(Architecture(), Pictures(), digest='"}</style><script>'))
    assert "@bottom-left{content" not in html
    assert Seen(html).elements["script"] == 0


def test_the_contents_are_folded_on_a_phone_only(first: str) -> None:
    seen = Seen(first)
    assert seen.elements["nav"] == 2
    assert "details.open" not in seen.attributes
    assert "nav.above { display: none; }" in first
    assert "nav.beside { display: none; }" in first


def test_links_within_the_page_look_like_links(first: str) -> None:
    assert 'a[href^="#"]' not in first
    assert "a { color: var(--link);" in first


def test_a_figure_that_somebody_drew_is_in_the_file() -> None:
    html = html_of(
        Architecture(figures=(Figure(file="a.png", caption="As *deployed*"),)), figures={"a.png": PNG}
    )
    assert f'src="data:image/png;base64,{base64.b64encode(PNG).decode()}"' in html
    assert 'alt="As deployed"' in html
    assert "As <em>deployed</em>" in html


def test_a_figure_without_its_file_is_named() -> None:
    html = html_of(Architecture(figures=(Figure(file="gone.png"),)))
    assert "<code>gone.png</code> is not printed: the file was not found" in html


def test_a_figure_in_svg_cannot_reach_the_page() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    seen = Seen(html_of(Architecture(figures=(Figure(file="a.svg"),)), figures={"a.svg": svg}))
    assert seen.elements["img"] == 1
    assert seen.elements["script"] == 0


def test_characters_that_no_document_may_hold_are_replaced() -> None:
    html = html_of(Architecture(service="a\x00b\ud800c", purpose="x\x1by"))
    html.encode()
    assert "a\ufffdb\ufffdc" in html


@settings(max_examples=25)
@given(architectures())
def test_any_page_can_be_shown(architecture: Architecture) -> None:
    seen = Seen(html_of(architecture))
    assert len(set(seen.ids)) == len(seen.ids)
    assert seen.elements["script"] == 0


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("scheme", [0, 1])
def test_text_can_be_read_on_every_ground_it_stands_on(first: str, scheme: int) -> None:
    roots = re.findall(r":root \{(.*?)\}", first, re.DOTALL)
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", roots[scheme]))
    pairs = [
        (text, ground)
        for text in ("ink", "quiet", "link", "wrong")
        for ground in ("paper", "soft", "zebra", "mark")
    ]
    pairs += [("ink", "tag"), ("on-night", "night"), ("on-night-quiet", "night")]
    for text, ground in pairs:
        lighter, darker = sorted((_luminance(colours[text]), _luminance(colours[ground])), reverse=True)
        assert (lighter + 0.05) / (darker + 0.05) >= 4.5, (text, ground)
