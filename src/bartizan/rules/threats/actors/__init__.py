"""Where somebody who attacks starts from."""

from __future__ import annotations

from bartizan.rules.threats.actors import (
    capability_unknown,
    capable_enough,
    holdings_unknown,
    holds_from_the_start,
    malicious_administrator,
    own_account,
    stands_in_domain,
    stands_on_component,
    user_is_let_in,
    user_reaches,
    whereabouts_unknown,
)
from bartizan.rules.threats.rule import Rule

RULES: tuple[Rule, ...] = (
    stands_in_domain.RULE,
    stands_on_component.RULE,
    user_reaches.RULE,
    user_is_let_in.RULE,
    own_account.RULE,
    holds_from_the_start.RULE,
    malicious_administrator.RULE,
    whereabouts_unknown.RULE,
    capable_enough.RULE,
    capability_unknown.RULE,
    holdings_unknown.RULE,
)
