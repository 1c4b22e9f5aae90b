"""How components fall, and what falls with them."""

from __future__ import annotations

from bartizan.rules.threats.components import (
    any_component,
    assumption_broken,
    backup_unprotected,
    backup_unprotected_from_loss,
    control_of_what_is_kept,
    escape_to_host,
    escape_to_unknown_host,
    exploitable_component,
    file_nobody_knows_where,
    file_unprotected,
    file_unprotected_on_its_host,
    guests_unknown,
    host_controls_guests,
    hostile_answer,
    kind_unknown,
    kind_unknown_store,
    reads_its_files,
    some_component,
    writes_its_files,
)
from bartizan.rules.threats.rule import Rule

RULES: tuple[Rule, ...] = (
    exploitable_component.RULE,
    hostile_answer.RULE,
    host_controls_guests.RULE,
    escape_to_host.RULE,
    control_of_what_is_kept.RULE,
    reads_its_files.RULE,
    writes_its_files.RULE,
    file_unprotected.RULE,
    file_unprotected_on_its_host.RULE,
    backup_unprotected.RULE,
    backup_unprotected_from_loss.RULE,
    kind_unknown.RULE,
    assumption_broken.RULE,
    any_component.RULE,
    some_component.RULE,
    guests_unknown.RULE,
    escape_to_unknown_host.RULE,
    kind_unknown_store.RULE,
    file_nobody_knows_where.RULE,
)
