"""Shows a page as the tool understands it: what it says, and what knowledge adds with the reason and the source."""

from __future__ import annotations

import json
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from bartizan.knowledge.complete import Brought, complete
from bartizan.model.architecture import Architecture
from bartizan.model.names import readable
from bartizan.model.references import SECTIONS
from bartizan.model.write import plain_tree
from bartizan.project.open_page import OpenPage
from bartizan.source.plain import Plain

_SHORT = 60
"""Longer values stand on lines of their own."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a page says, and what it need not say."""

    architecture: Architecture
    brought: tuple[Brought, ...]
    """What knowledge adds, in the order of the page."""
    contradicted: tuple[Brought, ...]
    """What it would have added, had the page not said otherwise; the page counts."""


def show(page: OpenPage) -> Shown:
    """Return the page with what knowledge adds to it."""
    completed = complete(page.architecture)
    return Shown(page.architecture, completed.brought, completed.contradicted)


def as_json(shown: Shown) -> str:
    """Write it for a program: the page as its file would say it, and each fact that was brought."""
    document = {
        "format": 1,
        "architecture": plain_tree(shown.architecture),
        "brought": [_fact(each) for each in shown.brought],
        "contradicted": [_fact(each) for each in shown.contradicted],
    }
    return json.dumps(document, indent=1, ensure_ascii=False)


def _fact(brought: Brought) -> dict[str, object]:
    return {
        "path": list(brought.path),
        "value": brought.value,
        "because": brought.because,
        "source": brought.source,
        "follows-from": list(brought.follows_from),
    }


def as_text(shown: Shown, width: int = 100) -> str:
    """Write it for a person: section by section, what was brought marked with `+` and a number for its source."""
    tree = plain_tree(shown.architecture)
    facts = (*shown.brought, *shown.contradicted)
    sources = _numbered(each.source for each in facts if each.path[-1] != "number")
    lines = [*_head(tree), ""]
    for key, value in tree.items():
        if key not in SECTIONS and key not in _HEAD:
            lines += [*_titled(key, _value_lines(value, width)), ""]
    for section in SECTIONS:
        elements = tree.get(section)
        added = _by_element(shown.brought, section)
        against = _by_element(shown.contradicted, section)
        ids = [
            *(elements if isinstance(elements, dict) else ()),
            *(each for each in added if each not in (elements or ())),
        ]
        if not ids:
            continue
        lines.append(f"{readable(section)} ({len(ids)})")
        for id_ in ids:
            said = elements.get(id_) if isinstance(elements, dict) else None
            lines += _element(section, id_, said, width)
            lines += _brought_lines("+", added.get(id_, ()), sources, width)
            lines += _brought_lines("!", against.get(id_, ()), sources, width)
        lines.append("")
    return "\n".join([*lines, *_legend(shown, sources, width)]).rstrip()


_HEAD = ("format", "service", "release", "version", "status")


def _head(tree: Mapping[str, Plain]) -> list[str]:
    words = [str(tree[key]) for key in _HEAD[1:] if isinstance(tree.get(key), str)]
    return [" · ".join(words) or "A page that does not say which service it is about"]


def _titled(key: str, lines: Iterable[str]) -> list[str]:
    return [readable(key), *(f"  {line}" for line in lines)]


def _element(section: str, id_: str, said: Plain, width: int) -> Iterator[str]:
    fields = said if isinstance(said, dict) else {} if said is None else {_short_field(section): said}
    name = fields.get("name")
    title = str(name or readable(id_))
    hidden = {"name"}
    if section == "interfaces":
        title = "  ".join(part for part in (_between(fields), str(name or "")) if part)
        hidden |= {"requestor", "listener"}
    yield f"  {id_}  {title}".rstrip() if title != id_ else f"  {id_}"
    short = []
    long: list[tuple[str, Plain]] = []
    for key, value in fields.items():
        if key in hidden:
            continue
        text = in_line(value)
        if len(text) <= _SHORT and "\n" not in text:
            short.append(f"{key}: {text}")
        else:
            long.append((key, value))
    if short:
        yield from _wrapped(" · ".join(short), width, "      ")
    for key, value in long:
        yield from _wrapped(f"{key}: {in_line(value)}", width, "      ", "        ")


def _between(fields: Mapping[str, Plain]) -> str:
    ends = [str(fields.get(end) or "?") for end in ("requestor", "listener")]
    return " → ".join(ends) if ends != ["?", "?"] else ""


def _short_field(section: str) -> str:
    return {"controls": "state", "use-cases": "steps", "abuse-cases": "description"}.get(section, "value")


def in_line(value: Plain) -> str:
    """Return a value on one line, as a person would say it."""
    if value is None:
        return "~"
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return ", ".join(in_line(each) for each in value)
    return "{" + ", ".join(f"{key}: {_inner(each)}" for key, each in value.items()) + "}"


def _inner(value: Plain) -> str:
    return f"[{in_line(value)}]" if isinstance(value, list) and len(value) > 1 else in_line(value)


def _value_lines(value: Plain, width: int) -> list[str]:
    if isinstance(value, str):
        return [
            line for part in value.split("\n") for line in (_wrapped(part, width - 2, "") if part else [""])
        ]
    if isinstance(value, list):
        return [line for each in value for line in _wrapped(in_line(each), width - 2, "- ", "  ")]
    if isinstance(value, dict):
        plain = {key: each for key, each in value.items() if not isinstance(each, dict)}
        deep = [
            line for key, each in value.items() if isinstance(each, dict) for line in _deep(key, each, width)
        ]
        return [*_flat(plain, width), *deep]
    return []


def _flat(value: Mapping[str, Plain], width: int) -> list[str]:
    return [
        line
        for key, each in value.items()
        for line in _wrapped(f"{key}: {in_line(each)}", width - 2, "", "  ")
    ]


def _deep(key: str, value: dict[str, Plain], width: int) -> list[str]:
    return [f"{key}:", *(f"  {line}" for line in _value_lines(value, width - 2))]


def _brought_lines(
    mark: str, facts: Iterable[Brought], sources: Mapping[str, int], width: int
) -> Iterator[str]:
    """Say facts of one element, those with one value and one reason together. Its number goes without saying."""
    together: dict[tuple[str, str, int], list[str]] = defaultdict(list)
    for each in facts:
        if each.path[-1] != "number":
            word = str(each.path[1]).partition("/")[2] if each.path[0] == "controls" else ""
            together[each.value, each.because, sources[each.source]].append(word or str(each.path[-1]))
    for (value, because, number), words in together.items():
        yield from _wrapped(
            f"{mark} {', '.join(words)}: {value} ({because}) [{number}]", width, "      ", "        "
        )


def _by_element(facts: Iterable[Brought], section: str) -> dict[str, list[Brought]]:
    """Return facts by the element they are shown with; a control on an element is shown with that element."""
    found: dict[str, list[Brought]] = defaultdict(list)
    for each in facts:
        home, id_ = str(each.path[0]), str(each.path[1])
        if home == "controls" and "/" in id_:
            home, id_ = str(each.follows_from[0]), id_.partition("/")[0]
        if home == section:
            found[id_].append(each)
    return found


def _numbered(sources: Iterable[str]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    for source in sources:
        numbers.setdefault(source, len(numbers) + 1)
    return numbers


def _legend(shown: Shown, sources: Mapping[str, int], width: int) -> Iterator[str]:
    if not sources:
        return
    yield "+ was not said and follows from what was; write the opposite into the page and that counts."
    if shown.contradicted:
        yield "! would follow as well, but the page says otherwise."
    for source, number in sources.items():
        yield from _wrapped(f"[{number}] {source}", width, "  ", "      ")


def _wrapped(text: str, width: int, first: str, rest: str | None = None) -> list[str]:
    return textwrap.wrap(
        text, max(width, 40), initial_indent=first, subsequent_indent=first if rest is None else rest,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
