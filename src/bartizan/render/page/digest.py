"""The digest of an architecture: one line that says which model a printed page was made from."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from bartizan.model.write import plain_tree

if TYPE_CHECKING:
    from bartizan.model.architecture import Architecture


def model_digest(architecture: Architecture) -> str:
    """Return the SHA-256 of the architecture as sixty-four hexadecimal digits.

    It is taken over the shortest written form as JSON, with the keys of every mapping sorted, no white space and
    every character beyond ASCII escaped. So comments, quoting, long or short forms and the order of the keys of a
    mapping make no difference; every value does, and so does the order within a list.
    """
    canonical = json.dumps(plain_tree(architecture), sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(canonical.encode("ascii")).hexdigest()
