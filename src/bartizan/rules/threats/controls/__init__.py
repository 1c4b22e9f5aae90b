"""What controls rely on."""

from __future__ import annotations

from bartizan.rules.threats.controls import (
    all_gone,
    control_fails_closed,
    control_fails_open,
    control_perhaps_fails_open,
    data_of_control_altered,
    degraded,
    enforcer_controlled,
    enforcer_unknown,
    one_grant_is_enough,
    other_control_gone,
    reliance_on_a_secret_unknown,
    reliance_on_presence_unknown,
    reliance_stops_its_keeper,
    reliance_unknown,
    secret_of_control_known,
)
from bartizan.rules.threats.rule import Rule

RULES: tuple[Rule, ...] = (
    enforcer_controlled.RULE,
    secret_of_control_known.RULE,
    data_of_control_altered.RULE,
    control_fails_open.RULE,
    control_fails_closed.RULE,
    control_perhaps_fails_open.RULE,
    other_control_gone.RULE,
    degraded.RULE,
    all_gone.RULE,
    one_grant_is_enough.RULE,
    enforcer_unknown.RULE,
    reliance_unknown.RULE,
    reliance_on_a_secret_unknown.RULE,
    reliance_on_presence_unknown.RULE,
    reliance_stops_its_keeper.RULE,
)
