"""The PDF is evidence: it says what the page says, conforms to its standards, and is the same each time."""

from __future__ import annotations

import base64
import datetime
import hashlib
import io
import itertools
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from pypdf import PdfReader

from bartizan.model.architecture import Architecture
from bartizan.model.component import Component
from bartizan.model.page import Figure
from bartizan.render.page.content import page_content
from bartizan.render.page.digest import model_digest
from bartizan.render.page.document import Blocks, ListOfBlocks, Paragraph, Quote, Section, Word
from bartizan.render.page.drawings import Pictures
from bartizan.render.page.not_printed import not_printed
from bartizan.render.page.pdf import page_pdf
from bartizan.source.diagnostic import Severity
from tests.model.pages import FIRST_PAGE, page
from tests.render.page.filled import filled, numbered, some_picture
from tests.render.page.test_html import HOSTILE, PNG
from tests.strategies import architectures

if TYPE_CHECKING:
    from pathlib import Path


NO_PICTURES = Pictures()


def pdf_of(
    architecture: Architecture,
    pictures: Pictures = NO_PICTURES,
    date: datetime.date | None = None,
    **more: Any,
) -> PdfReader:
    digest = model_digest(architecture)
    return PdfReader(
        io.BytesIO(page_pdf(page_content(architecture, pictures, digest=digest, **more), date=date))
    )


def root_of(reader: PdfReader) -> Any:
    """Return the root of the document, into which tests look by name."""
    return reader.trailer["/Root"]


def pages_of(reader: PdfReader) -> Any:
    """Return the pages, into which tests look by name."""
    return reader.pages


def text_of(reader: PdfReader) -> str:
    """Return the text without white space, which stands where a line breaks as well as where it was written."""
    words = "".join(part.extract_text() for part in reader.pages).replace("\u200b", "")
    return "".join(words.split())


@pytest.fixture(scope="module")
def first() -> PdfReader:
    return pdf_of(page(FIRST_PAGE).architecture, Pictures((some_picture(),)))


def test_everything_said_is_printed() -> None:
    text, given_texts = numbered()
    printed = text_of(pdf_of(filled(text)))
    assert [each for each in given_texts if each not in printed] == []


def test_it_claims_its_standards_and_keeps_what_they_ask_for(first: PdfReader) -> None:
    xmp = root_of(first)["/Metadata"].get_object().get_data().decode()
    for claim in ("<pdfaid:part>2<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<"):
        assert claim in xmp
    root = root_of(first)
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert not first.is_encrypted


def test_every_font_is_in_the_file(first: PdfReader) -> None:
    fonts = {}
    for part in pages_of(first):
        for font in part["/Resources"].get("/Font", {}).values():
            (descendant,) = font["/DescendantFonts"]
            descriptor = descendant["/FontDescriptor"]
            fonts[str(font["/BaseFont"]).split("+")[-1]] = any(
                f"/FontFile{n}" in descriptor for n in ("", "2", "3")
            )
    assert all(fonts.values())
    assert any(name.startswith("SourceSans3") for name in fonts)
    assert any(name.startswith("Inter") for name in fonts)


def test_it_says_whose_it_is_and_of_which_model() -> None:
    architecture = page(FIRST_PAGE + "contacts: {ptl: Ada Lovelace - ada}\n").architecture
    info = pdf_of(architecture).metadata
    assert info is not None
    assert info.title == "Notes architecture"
    assert info.author == "Ada Lovelace"
    assert f"sha256:{model_digest(architecture)}" in info.get("/Keywords", "")


def test_each_page_has_the_digest_and_its_number(first: PdfReader) -> None:
    digest = model_digest(page(FIRST_PAGE).architecture)
    for number, part in enumerate(first.pages, 1):
        text = " ".join(part.extract_text().split())
        assert f"sha256:{digest}" in text
        assert f"{number} / {len(first.pages)}" in text


def test_the_contents_and_the_bookmarks_lead_to_the_sections(first: PdfReader) -> None:
    contents = first.pages[0].extract_text()
    assert "Contents" in contents
    bookmarks = [str(entry["/Title"]) for entry in first.outline if isinstance(entry, dict)]
    assert [title.split(maxsplit=1)[-1] for title in bookmarks][:2] == [
        "Project description and purpose",
        "Primary users and use-cases",
    ]
    links = [each.get_object() for each in pages_of(first)[0]["/Annots"]]
    assert len([link for link in links if link["/Subtype"] == "/Link"]) >= len(bookmarks)


def test_links_out_of_the_page_can_be_followed() -> None:
    reader = pdf_of(Architecture(resources=("https://example.org/notes",)))
    actions = [
        each.get_object().get("/A", {}) for part in pages_of(reader) for each in part.get("/Annots", ())
    ]
    assert [action["/URI"] for action in actions if "/URI" in action] == ["https://example.org/notes"]


def test_a_link_within_the_page_is_told_by_its_colour_and_by_a_line(first: PdfReader) -> None:
    drawn = first.pages[1].get_contents()
    assert drawn is not None
    numbers = drawn.get_data().decode("latin-1")
    assert "0.14117648 0.3137255 0.65882355 scn" in numbers  # letters in blue
    assert "0.41568628 0.5294118 0.7764706 SCN" in numbers  # and a line in a lighter one


def test_pictures_have_alternative_texts(first: PdfReader) -> None:
    alternatives = list(_alternatives(root_of(first)["/StructTreeRoot"]))
    assert "What it shows." in alternatives


def _alternatives(node: Any, depth: int = 0) -> Any:
    node = node.get_object() if hasattr(node, "get_object") else node
    if depth > 40 or not hasattr(node, "get"):
        return
    if "/Alt" in node:
        yield str(node["/Alt"])
    children = node.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        yield from _alternatives(child, depth + 1)


def test_two_processes_write_the_same_bytes() -> None:
    program = (
        "import hashlib\n"
        "from tests.model.pages import FIRST_PAGE, page\n"
        "from tests.render.page.filled import some_picture\n"
        "from bartizan.render.page.content import page_content\n"
        "from bartizan.render.page.drawings import Pictures\n"
        "from bartizan.render.page.pdf import page_pdf\n"
        "content = page_content(page(FIRST_PAGE).architecture, Pictures((some_picture(),)), digest='0')\n"
        "print(hashlib.sha256(page_pdf(content)).hexdigest())\n"
    )
    digests = set()
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True, text=True, check=True, timeout=60, env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."},
        )  # fmt: skip
        digests.add(done.stdout.strip())
    here = page_pdf(page_content(page(FIRST_PAGE).architecture, Pictures((some_picture(),)), digest="0"))
    assert digests == {hashlib.sha256(here).hexdigest()}


def test_the_date_is_the_one_given() -> None:
    reader = pdf_of(Architecture(service="Notes"), date=datetime.date(2031, 5, 17))
    assert reader.metadata is not None
    assert reader.metadata.creation_date is not None
    assert reader.metadata.creation_date.date() == datetime.date(2031, 5, 17)
    assert "2031-05-17" in text_of(reader)
    assert "Date" not in text_of(pdf_of(Architecture(service="Notes")))


TYPST = (
    '#panic("x")',
    "#evil *markup*",
    "$x^2$ @ref <label>",
    "]#text(size: 99pt)[x",
    "\\u{1F600} // comment",
    '"); panic("',
    "= x",
)


def test_no_text_is_read_as_typst() -> None:
    texts = [*TYPST, *(each for each in HOSTILE if "\n" not in each)]
    components = {str(at): Component(id=str(at), name=text, technology=text) for at, text in enumerate(texts)}
    printed = text_of(pdf_of(Architecture(service=TYPST[1], components=components)))
    assert [text for text in texts if printed.count("".join(text.split())) < 2] == []
    assert "".join(TYPST[1].split()) + "architecture" in printed


def test_hostile_text_in_every_field_is_printed() -> None:
    texts = itertools.cycle((*TYPST, *HOSTILE))
    assert len(pdf_of(filled(texts.__next__)).pages) > 3


def test_characters_without_a_font_are_shown_as_squares_and_named() -> None:
    reader = pdf_of(
        Architecture(service="漢字 😀 שלום مرحبا", purpose="日本語のページ"),
        Pictures((some_picture(words="設計"),)),
    )
    printed = text_of(reader)
    assert "□□□" in printed
    assert "CharactersnotprintedThefontsofthisdocumentlackthese" in printed
    assert "U+1F600GRINNINGFACE" in printed
    assert "U+8A2DCJKUNIFIEDIDEOGRAPH-8A2D" in printed


def test_a_page_whose_characters_all_print_says_nothing_of_it() -> None:
    printed = text_of(
        pdf_of(Architecture(service="Größe ≤ 3 → Ελλάδα, Москва", purpose="Łódź “quoted” – ok"))
    )
    assert "□" not in printed
    assert "Charactersnotprinted" not in printed
    assert "Ελλάδα,Москва" in printed


def test_control_characters_and_broken_text_do_not_stop_the_press() -> None:
    printed = text_of(pdf_of(Architecture(service="a\x00b\ud800c\x1bd\u202ee\ue000f")))
    assert "a□b□c□de□f" in printed


def test_a_long_word_breaks_and_is_still_whole() -> None:
    word = "authenticationserviceregistrationcontroller" * 4
    components = {
        "a": Component(id="a", name=word, technology=word, kind=word, domain="x", description="d" * 300)
    }
    printed = text_of(pdf_of(Architecture(components=components)))
    assert printed.count(word) == 4  # as name, technology and kind, and among the components of its domain
    assert "d" * 300 in printed


def test_deep_lists_do_not_stop_the_press() -> None:
    deep: Blocks = (Paragraph((Word("deepest"),)),)
    for level in range(60):
        deep = (Paragraph((Word(f"level{level}."),)), ListOfBlocks((deep,)) if level % 2 else Quote(deep))
    content = page_content(Architecture(service="Notes"), Pictures(), digest="")
    printed = text_of(
        PdfReader(io.BytesIO(page_pdf(replace(content, sections=(Section("a", 1, "t", deep),)))))
    )
    assert [each for each in ("deepest", *(f"level{at}." for at in range(60))) if each not in printed] == []


def test_a_row_longer_than_a_page_is_printed_whole() -> None:
    text, given_texts = numbered("word{}")
    prose = "\n\n".join(text() for _ in range(300))
    printed = text_of(pdf_of(Architecture(components={"a": Component(id="a", description=prose)})))
    assert [each for each in given_texts if each not in printed] == []


def test_a_large_picture_has_a_page_of_its_own_on_which_it_can_be_read() -> None:
    wide, tall = (
        some_picture("notes-architecture", size=(1900, 1100)),
        some_picture("notes-flows", size=(900, 2000)),
    )
    sizes = {
        (round(float(part.mediabox.width)), round(float(part.mediabox.height)))
        for part in pdf_of(Architecture(service="Notes"), Pictures((wide,), (tall,))).pages
    }
    assert sizes == {(595, 842), (1191, 842), (842, 1191)}


def test_the_parts_of_a_figure_have_the_same_paper() -> None:
    parts = (
        some_picture("notes-sequence-write-1", size=(1700, 1000)),
        some_picture("notes-sequence-write-2", size=(1700, 300)),
    )
    reader = pdf_of(page(WITH_STEPS).architecture, Pictures(sequences={"write": parts}))
    large = [part.mediabox for part in reader.pages if part.mediabox.width > 600]
    assert [(round(float(box.width)), round(float(box.height))) for box in large] == [(1191, 842)] * 2


WITH_STEPS = (
    FIRST_PAGE
    + "use-cases:\n  write: {description: Somebody writes a note., steps: 'browser->web: write [1]'}\n"
)


@pytest.mark.parametrize("size", [(1900, 1100), (700, 800)])
def test_heading_and_description_of_a_use_case_go_with_its_picture(size: tuple[int, int]) -> None:
    pictures = Pictures(sequences={"write": (some_picture("notes-sequence-write", size=size),)})
    reader = pdf_of(page(WITH_STEPS).architecture, pictures)
    (own,) = (part for part in reader.pages if "Figure 1" in part.extract_text())
    assert "Somebody writes a note." in own.extract_text()
    assert "Sequence diagrams" in own.extract_text()


def test_the_page_itself_begins_under_short_contents(first: PdfReader) -> None:
    assert "1 Project description" in " ".join(first.pages[0].extract_text().split())
    assert "2 Primary users" in " ".join(first.pages[0].extract_text().split())
    printed = " ".join(first.pages[0].extract_text().split())
    assert printed.count("Project description and purpose") == 2  # in the contents, and where it stands


def test_title_and_contents_are_headings(first: PdfReader) -> None:
    structure = root_of(first)["/StructTreeRoot"]
    kinds = [kind for kind in _kinds(structure) if kind.startswith("/H")]
    assert len(kinds) >= len(list(_sections())) + 3  # the title, the contents, and about the page


def _sections() -> Any:
    return page_content(page(FIRST_PAGE).architecture, Pictures(), digest="").sections


def _kinds(node: Any, depth: int = 0) -> Any:
    node = node.get_object() if hasattr(node, "get_object") else node
    if depth > 40 or not hasattr(node, "get"):
        return
    if "/S" in node:
        yield str(node["/S"])
    children = node.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        yield from _kinds(child, depth + 1)


def test_a_long_title_keeps_the_head_of_the_other_pages_on_one_line() -> None:
    service = "Interorganisational Health Record Exchange and Consent Management Service"
    reader = pdf_of(Architecture(service=service))
    head = reader.pages[-1].extract_text().splitlines()[0]
    assert "Interorganisational Health Record Exchange" in head
    assert "…" in head
    assert "".join(service.split()) in "".join(reader.pages[0].extract_text().split())


def test_what_a_table_lacks_is_not_left_alone_on_the_next_page() -> None:
    for count in range(10, 16):
        components = {str(at): Component(id=str(at)) for at in range(count)}
        for part in pdf_of(Architecture(components=components)).pages:
            text = part.extract_text()
            if "Not said: Technology" in text:
                assert "Component" in text[text.index("Not said: Technology") :]


def test_a_table_does_not_begin_with_a_single_row_at_the_end_of_a_page() -> None:
    for lines in range(8, 14):
        purpose = "\n\n".join(f"line{at}" for at in range(lines))
        components = {f"c{at}": Component(id=f"c{at}", technology=f"tech{at}") for at in range(6)}
        reader = pdf_of(Architecture(purpose=purpose, components=components))
        (begins,) = (text for text in (part.extract_text() for part in reader.pages) if "tech0" in text)
        assert "tech1" in begins


def test_the_heading_of_a_large_picture_goes_with_it() -> None:
    reader = pdf_of(Architecture(service="Notes"), Pictures((some_picture(size=(1900, 1100)),)))
    (own,) = (part for part in reader.pages if part.mediabox.width > 600)
    assert "Service architecture diagram" in own.extract_text()


def test_a_figure_that_somebody_drew_is_printed() -> None:
    reader = pdf_of(
        Architecture(figures=(Figure(file="a.png", caption="As deployed"),)), figures={"a.png": PNG}
    )
    objects = [
        each.get_object()
        for part in pages_of(reader)
        for each in part["/Resources"].get("/XObject", {}).values()
    ]
    assert [each["/Width"] for each in objects if each["/Subtype"] == "/Image"] == [1]
    assert "Figure1:Asdeployed" in text_of(reader)


@pytest.mark.parametrize(
    "data",
    [PNG[:60], b"\xff\xd8\xff\xe0" + b"\x00" * 50, b"<svg xmlns='x'><", b"", b"GIF89a\x01\x00\x01\x00"],
)
def test_a_damaged_figure_is_named_and_the_rest_is_printed(data: bytes) -> None:
    printed = text_of(
        pdf_of(Architecture(figures=(Figure(file="a.png"),), purpose="Notes."), figures={"a.png": data})
    )
    assert "Thefigurea.pngisnotprinted" in printed
    assert "Notes." in printed


def test_a_figure_cannot_read_files_or_fetch_anything(tmp_path: Path) -> None:
    (tmp_path / "secret.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"><text>secret</text></svg>')
    for address in (tmp_path / "secret.svg", "content.json", "page.typ", "http://127.0.0.1:9/x.png"):
        svg = (
            '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9">'
            f'<image xlink:href="{address}" width="9" height="9"/></svg>'
        )
        printed = text_of(
            pdf_of(Architecture(figures=(Figure(file="a.svg"),)), figures={"a.svg": svg.encode()})
        )
        assert "Thefigurea.svgisnotprinted" in printed
        assert "secret" not in printed


def test_a_figure_that_unpacks_to_too_much_is_refused() -> None:
    bomb = PNG[:16] + (100_000).to_bytes(4, "big") * 2 + PNG[24:]
    printed = text_of(pdf_of(Architecture(figures=(Figure(file="a.png"),)), figures={"a.png": bomb}))
    assert "morethan50millionpixels" in printed


def test_what_is_not_printed_as_it_was_written_is_reported() -> None:
    cjk = "CJK UNIFIED IDEOGRAPH"
    drawn = (Figure(file="gone.png"), Figure(file="cut.png"), Figure(file="a.png"))
    architecture = Architecture(service="漢字", figures=drawn)
    content = page_content(architecture, Pictures(), digest="", figures={"cut.png": PNG[:60], "a.png": PNG})
    assert [(each.name, each.severity, each.message) for each in not_printed(content)] == [
        (
            "figure-not-printed",
            Severity.WARNING,
            "the figure `gone.png` is not printed: the file was not found",
        ),
        (
            "figure-not-printed",
            Severity.WARNING,
            "the figure `cut.png` is not printed: its file is damaged, or of a kind that an archive may not hold",
        ),
        (
            "characters-not-printed",
            Severity.NOTE,
            f"the PDF shows a square for characters that its fonts lack: U+5B57 {cjk}-5B57, U+6F22 {cjk}-6F22",
        ),
    ]


def test_a_page_that_prints_whole_has_nothing_to_report() -> None:
    assert (
        not_printed(page_content(page(FIRST_PAGE).architecture, Pictures((some_picture(),)), digest="")) == ()
    )


@settings(max_examples=15)
@given(architectures())
def test_any_page_can_be_printed(architecture: Architecture) -> None:
    assert len(pdf_of(architecture).pages) >= 2


def test_a_page_that_says_nothing_is_printed_too() -> None:
    assert base64.b64encode(page_pdf(page_content(Architecture(), Pictures(), digest=""))).startswith(
        b"JVBERi0"
    )
