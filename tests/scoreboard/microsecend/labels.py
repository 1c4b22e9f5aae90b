"""What people said about the diagrams: verdicts on 25 rules, and for each variant which rule it was drawn to keep."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

VARIANTS: Mapping[int, tuple[str, ...]] = {
    1: ("R01", "R04", "R05"),
    2: ("R06", "R07"),
    3: ("R08", "R09"),
    4: (),
    5: (),
    6: ("R12",),
    7: ("R13",),
    8: ("R14",),
    9: ("R16", "R20"),
    10: ("R15",),
    11: ("R22",),
    12: ("R17", "R18"),
    13: ("R02",),
    14: ("R03",),
    16: ("R23",),
    17: ("R24",),
    18: ("R25",),
}
"""The variants are numbered by the dataset's older list of rules; here is which of the 25 each of those asks for, by its
published text (https://tuhh-softsec.github.io/microSecEnD/rules.html). 4 (identities transformed) and 5 (tokens validated)
are in none of the 25."""


def texts(folder: Path) -> dict[str, str]:
    """Return the text of each of the 25 rules."""
    return {name: str(each["rule_text"]) for name, each in _rules(folder).items()}


def verdicts(folder: Path) -> dict[str, bool]:
    """Return whether the application in a folder keeps each rule, as people judged it."""
    return {name: bool(each["verdict"]) for name, each in _rules(folder).items()}


def _rules(folder: Path) -> dict[str, dict[str, object]]:
    text = (folder / f"{folder.name}_rules_model_items.json").read_text("utf-8")
    try:
        found = json.loads(text)
    except (
        json.JSONDecodeError
    ):  # one file has commas before a closing bracket, which changes nothing in what it says
        found = json.loads(re.sub(r",(\s*[\]}])", r"\1", text))
    return dict(found["rules"])
