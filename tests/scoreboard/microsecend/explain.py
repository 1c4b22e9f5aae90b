"""Reads why verdicts differ from people's, as written down beside this module."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path


@cache
def _written() -> dict[str, dict[str, dict[str, str]]]:
    return tomllib.loads(Path(__file__).with_name("explanations.toml").read_text("utf-8"))


def why(case: str, rule: str) -> str | None:
    """Return why our verdict on a rule of a diagram is not people's."""
    return _written()["verdicts"].get(case, {}).get(rule)


def explained() -> set[tuple[str, str]]:
    """Return every diagram and rule of which it is written down."""
    return {(case, rule) for case, rules in _written()["verdicts"].items() for rule in rules}


def why_it_turns(case: str, number: int, rule: str) -> str | None:
    """Return why a rule turns over in a variant that was not drawn for it."""
    written = _written()
    of_one = written["turns-of-one"].get(case, {}).get(rule)
    of_all = written["turns-of-application"].get(case.partition("/")[0], {}).get(rule)
    return of_one or of_all or written["turns"].get(str(number), {}).get(rule)


def turns_of_one() -> set[tuple[str, str]]:
    """Return every variant and rule of which it is written down that it turns over there alone."""
    return {(case, rule) for case, rules in _written()["turns-of-one"].items() for rule in rules}
