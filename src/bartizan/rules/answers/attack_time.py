"""Says how long an attack is taken to need, where something on the page hangs on it."""

from __future__ import annotations

from bartizan.rules.facts.facts import Grounded


def attack_time_in_words(grounded: Grounded) -> str:
    """Return how long an attack is taken to need, as a sentence; empty where the page has nothing that expires."""
    assets = grounded.view.page.data_assets
    if not any(assets[each].lifetime or assets[each].revocation for each in grounded.view.credentials):
        return ""
    return f"Whoever has stolen a credential is taken to need {grounded.attack_takes:g} h to use it."
