"""What tests ask of the content of a printed page: its sections, and the words in them."""

from __future__ import annotations

from collections.abc import Iterator

from bartizan.render.page.column_widths import texts_in
from bartizan.render.page.content import page_content
from bartizan.render.page.document import PageContent, as_json
from bartizan.render.page.drawings import Pictures
from tests.model.pages import page


def content_of(text: str, **more: object) -> PageContent:
    return page_content(page(text).architecture, Pictures(), digest="0" * 64, **more)  # type: ignore[arg-type]


def words_of(part: object) -> str:
    return " ".join(texts_in(as_json(part)))


def section(content: PageContent, anchor: str) -> tuple[object, ...]:
    return next(each.blocks for each in content.sections if each.anchor == anchor)


def words_in(part: object) -> Iterator[dict[str, str]]:
    if isinstance(part, list):
        for each in part:
            yield from words_in(each)
    if isinstance(part, dict):
        if part.get("kind") == "Word":
            yield part
        for each in part.values():
            yield from words_in(each)
