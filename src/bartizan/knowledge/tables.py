"""The tables beside this file: read once, and only when something is asked of them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def table(name: str) -> tuple[dict[str, dict[str, Any]], dict[str, str]]:
    """Return the rows of `<name>.toml` by their names, and what the file says of all of them."""
    text = files("bartizan.knowledge").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    rows: dict[str, dict[str, Any]] = {}
    common: dict[str, str] = {}
    for key, value in tomllib.loads(text).items():
        if isinstance(value, dict):
            rows[key] = value
        else:
            common[key] = value
    return rows, common
