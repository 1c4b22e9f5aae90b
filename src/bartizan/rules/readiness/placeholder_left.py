"""A text that still waits to be written: a TODO, a placeholder, or what the template says as an example."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from bartizan.model.names import fold
from bartizan.rules.readiness.gap import Found, Rule, Weight
from bartizan.rules.readiness.page import Page
from bartizan.rules.readiness.texts import Written
from bartizan.rules.readiness.words import quoted, short

_LONGEST = 20_000
"""No text that a person left unfinished is longer; looking further would cost time and find nothing."""

_MARKS = re.compile(r"(?<![\w/.-])(?:TODO|TBD|TBC|TBA|FIXME|XXX+|\?\?\?+)(?![\w-]|\.\w)")
_UNFINISHED = re.compile(
    r"\bwork to \w+\b[^.?!]{0,80}?\b(?:is|are) (?:required|needed|outstanding|pending)\b"
    r"|\b(?:still )?(?:needs|need|remains|has) to be (?:written|documented|decided|determined|confirmed|clarified|investigated)\b"
    r"|\bto be (?:decided|determined|confirmed|announced|documented|completed|written)\b(?=\s*(?:[.;,)\]]|$))"
    r"|\[(?:insert|your|add|describe|name of)\b[^\]\n]{0,80}\]|\{\{[^{}\n]{0,80}\}\}|\blorem ipsum\b|\bSERVICENAME\b",
    re.IGNORECASE,
)
_ANGLE = re.compile(r"(?:^|(?<=[\s*\"'(,]))<(?P<inside>[A-Za-z][^<>\n]{0,80})>(?!`)")
_NOTHING = re.compile(r"[.…?\-–—_\s]+")
"""A text of which nothing is left without these says nothing; none that short says something."""

SAMPLES = (
    "name irc handle", "project name architecture", "draft ready for review reviewed", "juno kilo liberty", "juno kilo liberty if applicable", "0 01 if applicable",
    "if applicable", "a brief description of the purpose of the project", "a short statement about the expected primary users",
    "administrators will use this tool to manage storage quotas", "nova will fetch tls certificates for nova migrate",
    "iaas services e g cinder neutron lbaas and nova for encryption key",
    "nova compute service is configured in accordance with security best practice", "optional product technology name",
    "describe component", "component 1", "component 2", "component 3", "insert service architecture diagram here",
    "insert dfds here", "insert sequence diagrams here", "enter a component name", "enter a data asset name",
    "data type x", "data type y", "system request", "system reply", "contains user preferences backup to swift daily",
    "parameters in config file", "information classification handling policy", "list all data assets",
    "brief description of the impact of a successful attack", "url related to this project",
    "servicename performs logging",
)  # fmt: skip
"""What the published templates say where a page is to be filled in, without capitals and punctuation."""

_WHOLE_ONLY = frozenset({"component 1", "component 2", "component 3", "system request", "system reply", "describe component",
                         "parameters in config file", "if applicable", "juno kilo liberty", "list all data assets"})  # fmt: skip
"""Of these, those that are also what somebody may say: only a text that says nothing else is the template's."""


_NOBODY = frozenset({"", "unknown", "nobody", "none", "n a", "na", "todo", "tbd", "tbc", "tba", "fixme"})
"""What people write where the name of somebody belongs and there is none, without capitals and punctuation."""


def find(page: Page) -> Iterator[Found]:
    """Yield each element with texts that are not written yet, at the first of them."""
    service = set(re.findall(r"\w+", page.architecture.service or ""))
    by_element: dict[str, list[tuple[Written, str]]] = defaultdict(list)
    for written in page.texts:
        left = placeholder_in(written.text, service)
        if left:
            by_element[written.element].append((written, left))
    for element, found in by_element.items():
        first = found[0][0]
        yield Found(
            element=element,
            path=first.path,
            message=f"{_where(first)} is not written yet: {quoted(list(dict.fromkeys(left for _, left in found)), most=4)}",
            help=("write what belongs here, take it away, or write `unknown` when nobody knows",),
            also=tuple(written.path for written, _ in found[1:]),
        )


def placeholder_in(text: str, own_words: set[str] | frozenset[str] = frozenset()) -> str | None:
    """Return what shows that a text is not written yet; `own_words` are words of the service's own name."""
    if _NOTHING.fullmatch(text):
        return text.strip() or None
    text = text[:_LONGEST]
    for mark in _MARKS.finditer(text):
        if mark[0] not in own_words:
            return mark[0]
    unfinished = _UNFINISHED.search(text)
    if unfinished:
        return unfinished[0]
    angle = next((each for each in _ANGLE.finditer(text) if _is_placeholder(each["inside"], text)), None)
    return angle[0] if angle else _sample_in(text)


def names_somebody(contact: str) -> bool:
    """Whether a contact is somebody to ask, and not a word that stands for one."""
    return fold(contact) not in _NOBODY and not placeholder_in(contact)


def _is_placeholder(inside: str, text: str) -> bool:
    """Whether words in angle brackets wait to be replaced: no address, no link, no mark-up that is closed again."""
    return (
        "://" not in inside
        and "@" not in inside
        and f"</{inside.split(maxsplit=1)[0]}>" not in text
        and not inside.endswith("/")
    )


def _sample_in(text: str) -> str | None:
    folded = fold(text)
    for sample in SAMPLES:
        if folded == sample or (sample not in _WHOLE_ONLY and f" {sample} " in f" {folded} "):
            return sample
    return None


def _where(written: Written) -> str:
    section, *rest = written.path
    words = [str(step) for step in rest if isinstance(step, str)]
    return f"`{'/'.join([str(section), *map(short, words)])}`"


RULE = Rule(
    name="placeholder-left",
    says="nothing on the page waits to be written",
    weight=Weight.BLOCKING,
    find=find,
)
