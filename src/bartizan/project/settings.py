"""What a team says once about its workspace: the file `bartizan.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from bartizan.project.layout import BARTIZAN, LAYOUTS, Layout
from bartizan.source.diagnostic import Diagnostic, Label
from bartizan.source.suggest import nearest
from bartizan.source.text import Source, Span

SETTINGS_FILE = "bartizan.toml"
"""The file's name; it stands at the root of the workspace."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The settings of a workspace; without a file they are these."""

    help_contact: str | None = None
    """Whom to ask when a page does not get further: an address or a channel. Printed under gaps."""
    layout: Layout = BARTIZAN
    """Where the pages are."""
    output: PurePosixPath | None = None
    """Where generated files go, from the page's own folder; without it the layout says."""
    rules: PurePosixPath | None = None
    """The folder of the team's own rules of threats, from the root of the workspace."""
    attack_takes: float | None = None
    """How many hours somebody who has stolen a credential needs to use it; without it the rules say."""


def read_settings(source: Source) -> tuple[Settings, list[Diagnostic]]:
    """Return what `source` says and every problem in it; what cannot be taken is as if it were not written."""
    try:
        tables = tomllib.loads(source.text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Settings(), [_broken(source, error)]
    settings, problems = Settings(), []
    for table, values in tables.items():
        if table not in _FIELDS or not isinstance(values, dict):
            problems.append(_unknown(source, (table,), tuple(_FIELDS)))
            continue
        for key, value in values.items():
            take = _FIELDS[table].get(key)
            if take is None:
                problems.append(_unknown(source, (table, key), tuple(_FIELDS[table])))
                continue
            taken = take(settings, value)
            if isinstance(taken, str):
                problems.append(_not_so(source, (table, key), taken))
            else:
                settings = taken
    return settings, problems


# ------------------------------------------------------------------------------------------------- one function a key
# Each returns the settings with the value taken, or what it takes.


def _take_help_contact(settings: Settings, value: Any) -> Settings | str:
    if not isinstance(value, str) or not value.strip():
        return 'an address or a channel, such as "security@example.org"'
    return replace(settings, help_contact=" ".join(value.split()))


def _take_layout(settings: Settings, value: Any) -> Settings | str:
    layout = LAYOUTS.get(value) if isinstance(value, str) else None
    if layout is None:
        return " or ".join(f'"{name}"' for name in LAYOUTS)
    return replace(settings, layout=layout)


def _take_output(settings: Settings, value: Any) -> Settings | str:
    wanted = 'a folder below the page\'s own, such as "page"'
    if not isinstance(value, str) or not value.strip() or "\x00" in value or "\\" in value:
        return wanted
    folder = PurePosixPath(value)
    if folder.is_absolute() or ".." in folder.parts:
        return wanted
    return replace(settings, output=folder)


def _take_rules(settings: Settings, value: Any) -> Settings | str:
    folder = (
        PurePosixPath(value) if isinstance(value, str) and value.strip() and "\x00" not in value else None
    )
    if folder is None or "\\" in value or folder.is_absolute() or ".." in folder.parts:
        return 'a folder of this workspace, such as "rules"'
    return replace(settings, rules=folder)


def _take_attack_takes(settings: Settings, value: Any) -> Settings | str:
    from bartizan.model.length_of_time import hours  # noqa: PLC0415  (few workspaces set it)

    found = hours(value) if isinstance(value, str) else None
    if not found:
        return 'a length of time, such as "24 h" or "3 days"'
    return replace(settings, attack_takes=found)


_FIELDS: dict[str, dict[str, Callable[[Settings, Any], Settings | str]]] = {
    "page": {"help-contact": _take_help_contact, "layout": _take_layout, "output": _take_output},
    "analysis": {"rules": _take_rules, "attack-takes": _take_attack_takes},
}


# ------------------------------------------------------------------------------------------------------------ problems


def _broken(source: Source, error: Exception) -> Diagnostic:
    message = str(error)
    place = re.search(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)", message)
    at = len(source.text)
    if place and place[1]:
        line = min(int(place[1]), len(source.line_starts))
        at = min(source.line_starts[line - 1] + int(place[2]) - 1, len(source.text))
    reason = message[: place.start()] if place else message
    reason = (
        f"{reason[:1].lower()}{reason[1:]}" if isinstance(error, ValueError) else "it is nested too deeply"
    )
    return Diagnostic(
        "broken-settings",
        f"the settings are not TOML: {reason}",
        Label(Span(source, at, min(at + 1, len(source.text)))),
        help=('a setting is a line such as `help-contact = "security@example.org"` under `[page]`',),
    )


def _unknown(source: Source, path: tuple[str, ...], known: tuple[str, ...]) -> Diagnostic:
    *table, key = path
    close = nearest(key, known)
    what = (
        f"`[{table[0]}]` has no setting called `{key}`"
        if table
        else f"there is no table `[{key}]` of settings"
    )
    if close:
        help_ = f"did you mean `{close}`?"
    elif not table and (home := next((name for name, keys in _FIELDS.items() if key in keys), None)):
        help_ = f"put it under `[{home}]`: `{key} = …`"
    else:
        words = ", ".join(f"`{word}`" if table else f"`[{word}]`" for word in known)
        help_ = f"known here: {words}"
    return Diagnostic(
        "unknown-setting", what, Label(_place(source, path), "not a setting here"), help=(help_,)
    )


def _not_so(source: Source, path: tuple[str, ...], wanted: str) -> Diagnostic:
    return Diagnostic(
        "not-a-setting",
        f"`{path[-1]}` is not {wanted}",
        Label(_place(source, path)),
        help=(f"write {wanted}",),
    )


def _place(source: Source, path: tuple[str, ...]) -> Span:
    """Return where a key or a table is written. `tomllib` does not say, so its line is looked for; else the start."""
    for keys, span in _written_keys(source):
        if keys == path:
            return span
    return Span(source, 0, 0)


def _written_keys(source: Source) -> Iterator[tuple[tuple[str, ...], Span]]:
    table: tuple[str, ...] = ()
    for number, start in enumerate(source.line_starts, 1):
        line = source.line_text(number)
        header = re.match(r"\s*\[\[?\s*([^\[\]]+?)\s*\]", line)
        entry = re.match(r"\s*([^=#\[\]]+?)\s*=", line)
        found = header or entry
        if found is None:
            continue
        keys = tuple(part.strip().strip("\"'") for part in found[1].split("."))
        span = Span(source, start + found.start(1), start + found.end(1))
        if header:
            table = keys
            for length in range(1, len(keys) + 1):
                yield keys[:length], span
        else:
            for length in range(1, len(keys) + 1):
                yield (*table, *keys[:length]), span
