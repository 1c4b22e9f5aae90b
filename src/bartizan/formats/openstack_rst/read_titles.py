"""Reads the titles of a page: which service it is about, and perhaps its version and release."""

from __future__ import annotations

import re

from bartizan.formats.openstack_rst.layout import Piece
from bartizan.formats.openstack_rst.read_words import Words
from bartizan.formats.openstack_rst.template_text import is_guidance
from bartizan.model.names import fold

_WORDS = (
    r"(?:(?:service|security|system|software)\s+)?architecture(?:\s+(?:page|documentation|document|description|overview|review))?"
    r"|threat\s+(?:analysis|model)(?:\s+(?:page|document|report))?|security\s+(?:analysis|assessment)"
)
_TITLE = re.compile(
    rf"(?P<service>.*?\S)??\s*[-–—:]?\s*\b(?P<words>{_WORDS})(?P<behind>\s*\([^()]*\))?\s*\Z", re.IGNORECASE
)
_BEHIND = re.compile(
    rf"\s*(?P<words>(?:{_WORDS})\s*(?::|-|–|—|\bof\b|\bfor\b)(?:\s+the\b)?)\s+(?P<service>\S.*?)\s*\Z",
    re.IGNORECASE,
)
"""`Architecture page: Barbican`."""
_SUBTITLE = re.compile(r"(?P<service>[^\W_][\w-]*(?: [\w-]+)?):\s+\S.*")
"""`Barbican: key management`."""
_VERSIONED = re.compile(
    r"(?P<service>\S.*?)\s+(?P<version>v?[0-9][\w.]*)(?:\s*/\s*(?P<release>[^/]+?))?\s*\Z"
)
_RELEASE = re.compile(
    r"(?P<service>.*?\S)\s+(?:-|–|—)\s+(?P<version>[^/]+?)(?:\s*/\s*(?P<release>[^/]+))?\s*\Z"
)


def read_titles(titles: list[Piece], words: Words) -> None:
    """Say the service, and version and release where nothing else says them."""
    page, root = words.page, words.page.root
    for title in titles:
        if is_guidance(title.text):
            continue
        match = _TITLE.fullmatch(title.markup) or _BEHIND.fullmatch(title.markup)
        if match:
            _say_service(title, match, words)
            continue
        match = _RELEASE.fullmatch(title.markup) or _repeated(title, words)
        if match:
            _say_release(title, match, words)
        elif "service" in root and fold(title.text) == fold(root.text_of("service")):
            page.claim(title)
        elif "service" not in root and len(titles) == 1 and len(title.text.split()) == 1:
            root.put("service", page.text(title))
        elif "service" not in root and len(titles) == 1 and (match := _SUBTITLE.fullmatch(title.markup)):
            root.put("service", page.text(title.cut(*match.span("service"))))


def _repeated(title: Piece, words: Words) -> re.Match[str] | None:
    """Return the parts of `Barbican 3.0 / Newton` where the service is known, so that the rest is nothing else."""
    match = _VERSIONED.fullmatch(title.markup)
    return match if match and fold(match["service"]) == fold(words.page.root.text_of("service")) else None


def _say_service(title: Piece, match: re.Match[str], words: Words) -> None:
    page, root = words.page, words.page.root
    page.claim(title.cut(*match.span("words")))
    if not match["service"]:
        return
    service = title.cut(*match.span("service"))
    if fold(service.text) == fold(root.text_of("service")):
        page.claim(service)
    elif "service" not in root:
        root.put("service", page.text(service))


def _say_release(title: Piece, match: re.Match[str], words: Words) -> None:
    """Take `barbican - 3.0.0/newton` where it repeats the page's facts, or says what nothing else does."""
    page, root = words.page, words.page.root
    name = title.cut(*match.span("service"))
    own = _TITLE.fullmatch(name.markup)
    service = name.cut(*own.span("service")) if own and own["service"] else name
    if "service" not in root:
        root.put("service", page.text(service))
        page.claim(name)
    elif fold(service.text) == fold(root.text_of("service")):
        page.claim(name)
    behind = title.cut(match.start("version"))
    said = [text for key in ("version", "release") if (text := root.text_of(key))]
    if fold(behind.text) in {fold("/".join(said)), *map(fold, said)}:  # a version may have a `/` of its own
        page.claim(behind)
        return
    for part in (
        title.cut(*match.span("version")),
        title.cut(*match.span("release")) if match["release"] else None,
    ):
        if part is None:
            continue
        repeated = next(
            (key for key in ("version", "release") if fold(part.text) == fold(root.text_of(key))), None
        )
        is_version = (
            re.match(r"v?[0-9]", part.text) and "version" not in root
        )  # releases are numbers too: `1.0/2026.1`
        key = "version" if is_version else "release" if match["release"] else None
        if repeated:
            page.claim(part)
        elif key and key not in root:
            root.put(key, page.text(part))
