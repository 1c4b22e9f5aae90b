"""What stops when something else does."""

from __future__ import annotations

from bartizan.rules.threats.availability import (
    any_component_down,
    flooded,
    listener_down,
    needed_nobody_knows_by_whom,
    needs_component,
    needs_data,
    needs_interface,
    needs_right_data,
    stopped_through_a_flaw,
    switched_off,
    unknown_listener_flooded,
)
from bartizan.rules.threats.rule import Rule

RULES: tuple[Rule, ...] = (
    flooded.RULE,
    switched_off.RULE,
    listener_down.RULE,
    needs_interface.RULE,
    needs_data.RULE,
    needs_right_data.RULE,
    needs_component.RULE,
    needed_nobody_knows_by_whom.RULE,
    any_component_down.RULE,
    unknown_listener_flooded.RULE,
    stopped_through_a_flaw.RULE,
)
