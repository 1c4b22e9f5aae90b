"""What components do by themselves after failed logins."""

from __future__ import annotations

from bartizan.rules.threats.lock_out import (
    purge_by_altered_credential,
    purge_by_altered_credential_of_everything,
    purge_by_altered_credential_perhaps,
    purge_by_wrong_logins,
    purge_by_wrong_logins_of_everything,
    purge_by_wrong_logins_perhaps,
)
from bartizan.rules.threats.rule import Rule

RULES: tuple[Rule, ...] = (
    purge_by_wrong_logins.RULE,
    purge_by_wrong_logins_of_everything.RULE,
    purge_by_wrong_logins_perhaps.RULE,
    purge_by_altered_credential.RULE,
    purge_by_altered_credential_of_everything.RULE,
    purge_by_altered_credential_perhaps.RULE,
)
