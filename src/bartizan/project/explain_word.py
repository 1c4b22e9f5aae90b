"""Explains a word from the tables in which it is looked up: a protocol, a product, a kind of something, or an id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bartizan.knowledge.asset_kinds import AssetKind, asset_kind, asset_kinds, nearest_asset_kind
from bartizan.knowledge.control_kinds import ControlKind, control_kind, control_kinds, nearest_control_kind
from bartizan.knowledge.implementations import (
    Implementation,
    Line,
    implementation,
    implementations,
    nearest_implementation,
)
from bartizan.knowledge.kinds import ComponentKind, kind_called, kinds
from bartizan.knowledge.protocol_types import Protocol
from bartizan.knowledge.protocols import nearest_protocol, open_versions, protocol, protocols
from bartizan.knowledge.technologies import Technology, technologies, technology
from bartizan.knowledge.vulnerabilities import Vulnerability, all_vulnerabilities, vulnerabilities
from bartizan.knowledge.weaknesses import Weakness, weakness, weaknesses
from bartizan.rules.threats.rules import RULES
from bartizan.source.suggest import nearest


def explain_word(word: str) -> str | None:
    """Return what is known of a word, in Markdown, once for each thing that it can mean; nothing of what is none."""
    found = [*_explained(word), *_kinds_named(word)]
    return "\n".join(found or _kinds_meant(word)) or None


def explain_kind(name: str) -> str | None:
    """Return what is known of a kind of control or of data by its very name, which may be that of a field as well."""
    return "\n".join(_kinds_named(name)) or None


def _explained(word: str) -> Iterator[str]:
    found_weakness = weakness(word)
    if found_weakness:
        yield _weakness(found_weakness)
    for each in _vulnerabilities_called(word):
        yield _vulnerability(each)
    spoken = protocol(word)
    if spoken and not spoken.unknown:
        yield _protocol(spoken, word)
    kind = kinds().get(word) or kind_called(word)
    made_with = technologies().get(word) or (None if kind else technology(word))
    if made_with:
        yield _technology(made_with)
    product = implementations().get(word) or implementation(word)
    if product:
        yield _implementation(product)
    if kind:
        yield _kind(kind)


def _kinds_named(name: str) -> Iterator[str]:
    if name in control_kinds():
        yield _control(control_kinds()[name])
    if name in asset_kinds():
        yield _data(asset_kinds()[name])


def _kinds_meant(word: str) -> Iterator[str]:
    """Yield the kinds for which a word is another one: `mfa`, `logging`, `db credentials`."""
    control, data = control_kind(word), asset_kind(word)
    if control:
        yield _control(control)
    if data:
        yield _data(data)


def _vulnerabilities_called(word: str) -> list[Vulnerability]:
    """Return the vulnerabilities of a name or id, whatever its capitals: `poodle`, `CVE-2014-3566`."""
    wanted = " ".join(word.lower().split())
    return [
        each
        for each in all_vulnerabilities().values()
        if wanted in {each.name.lower(), *(id_.lower() for id_ in (each.id, *each.also) if id_)}
    ]


def known_words() -> dict[str, tuple[str, ...]]:
    """Return the words of each table, sorted."""
    ids = [id_ for each in all_vulnerabilities().values() for id_ in (each.id, *each.also) if id_]
    return {
        "protocols": _sorted(each.name for each in protocols().values()),
        "technologies": _sorted(each.name for each in technologies().values()),
        "kinds of component": tuple(sorted(kinds())),
        "kinds of control": tuple(sorted(control_kinds())),
        "kinds of data": tuple(sorted(asset_kinds())),
        "what is known to be wrong with protocols": _sorted((*all_vulnerabilities(), *ids)),
        "libraries and products": _sorted(each.name for each in implementations().values()),
        "weaknesses, attack patterns and techniques": tuple(weaknesses()),
    }


def nearest_word(word: str) -> str | None:
    """Return the word of a table that was probably meant, by any of its spellings."""
    own = nearest(word.upper(), weaknesses(), limit=1)
    looks_like_an_id = word.upper().startswith(("CWE", "CAPEC"))
    if looks_like_an_id:
        return own
    tables = (nearest_protocol, nearest_control_kind, nearest_asset_kind, nearest_implementation)
    return next((found for table in tables if (found := table(word))), None)


def _sorted(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(names, key=str.lower))


# ---- what is said of each


def _protocol(spoken: Protocol, word: str) -> str:
    gives = {
        "encryption": spoken.encryption,
        "integrity": spoken.integrity,
        "the listener's identity": spoken.server_authentication,
        "the requestor's identity": spoken.client_authentication,
    }
    rows = [f"- {what}: {answer.value}" for what, answer in gives.items()]
    says = [spoken.says, ""] if spoken.says else []
    text = [
        f"# {spoken.name} (protocol, {spoken.status.value})",
        "",
        *says,
        "By itself it gives:",
        "",
        *rows,
        "",
    ]
    versions = open_versions(word)
    if versions:
        text += [f"The name leaves open which is meant: {', '.join(each.name for each in versions)}.", ""]
    wrong = vulnerabilities(word)
    if wrong:
        text += ["What is known to be wrong with it:", "", *(_in_a_line(each) for each in wrong), ""]
    return "\n".join([*text, _source(spoken.source, spoken.date)])


def _in_a_line(each: Vulnerability) -> str:
    id_ = f" ({each.id})" if each.id else ""
    return f"- {each.name}{id_}" + (f", only where {each.when}" if each.when else "")


def _vulnerability(each: Vulnerability) -> str:
    ids = [id_ for id_ in (each.id, *each.also) if id_]
    where = {
        "path": "whoever is on the way between both ends",
        "peer": "whoever can connect or send to one end",
        "outside": "anybody, against somebody else: the listener's answers hit a third party",
    }[each.used_from.value]
    rows = [
        f"- ids: {', '.join(ids) if ids else 'none'}",
        f"- protocols: {', '.join(each.protocols)}",
        f"- takes away: {', '.join(each.breaks)}",
        f"- of use to: {where}",
        f"- only where: {each.when}" if each.when else "- always, whatever the settings",
        f"- what ends it: {each.repair}",
        f"- known since: {each.known}",
    ]
    head = f"# {each.name} (known to be wrong with protocols)"
    return "\n".join([head, "", each.says, "", *rows, "", _source(each.source, each.date)])


def _implementation(product: Implementation) -> str:
    version = f" {product.version}" if product.version else ""
    says = [product.says, ""] if product.says else []
    if product.until:
        says += [f"Given up by its makers on {product.until.isoformat()}.", ""]
    if product.instead:
        says += [f"In its place: {product.instead.rstrip('.')}.", ""]
    if product.only_latest:
        says += ["Its makers repair only what they released last.", ""]
    if product.superseded:
        since = f" since {product.superseded.until}" if product.superseded.until else ""
        says += [f"Versions below {product.superseded.version} have had no repairs{since}.", ""]
    rows = [_line(each) for each in product.lines]
    lines = ["Repaired by its makers:", "", *rows, ""] if rows else []
    return "\n".join(
        [
            f"# {product.name}{version} (library or product)",
            "",
            *says,
            *lines,
            _source(product.source, product.date),
        ]
    )


def _line(line: Line) -> str:
    if line.until is None:
        return f"- {line.version}: no end announced"
    return f"- {line.version}: until {line.until.isoformat()}" + (" or longer" if line.at_least else "")


def _control(kind: ControlKind) -> str:
    rows = [
        f"- stands on: {', '.join(each.value.replace('-', ' ') for each in kind.on)}",
        f"- against: {', '.join(each.value for each in kind.stride)}",
    ]
    leans = [f"- relies on ({each.on.value}): {each.says}" for each in kind.relies_on]
    ask = [each.replace("{element}", "…") for each in dict.fromkeys(kind.asks.values())]
    return "\n".join([
        f"# {kind.name} (kind of control)", "", kind.guards, "", *rows, *leans, "",
        f"Ask: {' '.join(ask)}", "", f"Advice: {kind.advice}", "", *_used_by(kind), *_also(kind.words), _source(kind.source, kind.date),
    ])  # fmt: skip


def _used_by(kind: ControlKind) -> list[str]:
    rules = [each.name for each in RULES if any(guard.kind == kind.name for guard in each.unless)]
    if rules:
        return [f"Rules of threats that it stops: {', '.join(rules)}.", ""]
    return [_STANDS_IN.get(kind.name, _ASKED_FOR_BY_NONE), ""]


_ASKED_FOR_BY_NONE = (
    "No rule of threats asks for it yet: it stays on the page, and nothing follows from it"
    " unless a rule of your own asks for it."
)
_STANDS_IN = {
    "client-authentication": (
        "No rule of threats asks for it by this name: where the protocol brings it,"
        " it answers for `authentication`. Written on the page alone, nothing follows from it."
    ),
}
"""Of kinds that no rule names and that count all the same: how."""


def _data(kind: AssetKind) -> str:
    answers = {
        "tells who somebody is": kind.authenticates,
        "travels when it is shown": kind.bearer,
        "makes other data readable, or signs it": kind.unlocks,
        "is run or obeyed by whoever loads it": kind.runs,
        "is worth what it is because nobody else has it": kind.secret,
    }
    rows = [f"- {what}: {_YES[answer]}" for what, answer in answers.items()]
    return "\n".join([
        f"# {kind.name} (kind of data)", "", kind.says, "", *rows, "", *_also((*kind.words, *kind.only_said)), _source(kind.source, kind.date),
    ])  # fmt: skip


_YES = {True: "yes", False: "no", None: "depends, so the page has to say"}


def _weakness(found: Weakness) -> str:
    rules = [each.name for each in RULES if found.id in each.weaknesses]
    used = [f"Rules of threats that name it: {', '.join(rules)}.", ""] if rules else []
    replaced = [f"Withdrawn; goes on as {found.replaced_by}.", ""] if found.replaced_by else []
    says = f"Here {found.says}."
    head = f"# {found.id} ({found.family})"
    return "\n".join(
        [head, "", says, "", *replaced, *used, f"{found.address}", "", _source(found.source, found.date)]
    )


def _also(words: Iterable[str]) -> list[str]:
    listed = ", ".join(words)
    return [f"Also written: {listed}.", ""] if listed else []


def _technology(made_with: Technology) -> str:
    article = "an" if made_with.kind[0] in "aeio" or made_with.kind == "hsm" else "a"
    text = f"What is made with it is {article} {made_with.kind}, unless the page says otherwise."
    return f"# {made_with.name} (technology)\n\n{text}\n\n{_source(made_with.source, made_with.date)}"


def _kind(kind: ComponentKind) -> str:
    also = f" Also written: {', '.join(kind.words)}." if kind.words else ""
    says = kind.says.rstrip(".")
    text = f"{says[:1].upper()}{says[1:]}. Drawn as: {kind.notation.value}.{also}"
    return f"# {kind.name} (kind of component)\n\n{text}\n\n{_source(kind.source, kind.date)}"


def _source(source: str, date: str) -> str:
    return f"Source: {source.rstrip('.')}. Looked at: {date}.\n"
