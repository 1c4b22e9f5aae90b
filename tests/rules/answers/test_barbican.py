"""What OpenStack's review of Barbican found follows from the page as the review knew it, and what it denied does not.

Each row is a statement of the published findings or of the page's own data asset impact analysis. A condition that the
statement names is given; that each is needed is part of the test. Nothing here is a rule: the rules are the same for
every page.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from bartizan.project.open_page import OpenPage, open_page, with_variant
from bartizan.rules.answers.analysis import Analysis, analyse_page
from bartizan.rules.answers.falls import bugs_exploited
from bartizan.rules.answers.questions import questions_of
from bartizan.rules.answers.threats import Status, threats_of
from bartizan.rules.facts.of_controls import Sort
from tests.rules.answers.asking import follows, not_needed

EXAMPLES = Path(__file__).parents[3] / "examples"
REVIEWED = EXAMPLES / "barbican-reviewed/services/barbican/newton"
PUBLISHED = EXAMPLES / "barbican/services/barbican/newton"

TENANT, OUTSIDER = "acts other-tenant", "acts outsider"
AT_THE_SERVICE = "at deployment"
PURGES, UNPAIRED = "degraded hsm/no-purge", "degraded hsm-credentials/binding"
MORE_RIGHTS = "maybe-includes keystone-credentials-barbican-service-account barbican-admin-credentials"
KEYSTONE = "keystone-credentials-barbican-service-account"
KEKS = "per-project-keks-wrapped-by-mkek"

FOLLOWS = {
    "finding 1: ACL rows altered, all secrets, with an account": ("knows secret-data", [TENANT, "alters acl-rules"]),
    "finding 1: from the database's credentials": ("knows secret-data", [TENANT, "knows db-credentials", AT_THE_SERVICE]),
    "finding 2: altered HSM credentials, purge, denial of service": ("denies secret-data", ["alters hsm-credentials", PURGES]),
    "finding 2: other users of the HSM": ("denies other-keys", ["alters hsm-credentials", PURGES]),
    "finding 2: loss of all secrets without a backup": (
        "destroys secret-data", ["alters hsm-credentials", PURGES, "lost mkek@mkek-backup"],
    ),
    "finding 2, beyond the page: wrong passwords at the port do": ("denies secret-data", [AT_THE_SERVICE, PURGES]),
    "finding 3: MKEK can be deleted": ("denies mkek", ["knows hsm-credentials", UNPAIRED, AT_THE_SERVICE]),
    "finding 3: HMAC key can be deleted": ("denies hmac-key", ["knows hsm-credentials", UNPAIRED, AT_THE_SERVICE]),
    "finding 3: denial of service": ("denies secret-data", ["knows hsm-credentials", UNPAIRED, AT_THE_SERVICE]),
    "finding 3: all secrets lost where not backed up": (
        "destroys secret-data", ["knows hsm-credentials", UNPAIRED, AT_THE_SERVICE, "lost mkek@mkek-backup"],
    ),
    "finding 5: altered metadata runs as a script": (
        "scripts future-ui", ["alters secret-metadata", "degraded future-ui/sanitisation"],
    ),
    "finding 5: a tenant's own metadata does": ("scripts future-ui", [TENANT, "degraded future-ui/sanitisation"]),
    "finding 6: a rogue event queue deletes secrets": ("denies secret-data", ["alters keystone-event-queue-credentials"]),
    "finding 6: for good after the time to restore": (
        "destroys secret-data", ["alters keystone-event-queue-credentials", "degraded restore-window"],
    ),
    "finding 7: admin functions with the admin role": (
        "alters user-quotas", [f"knows {KEYSTONE}", MORE_RIGHTS, "at clients"],
    ),
    "finding 8: backup of the MKEK and the database": (
        "knows secret-data", ["knows mkek", "copied secret-data@database", f"copied {KEKS}@database"],
    ),
    "finding 8: an unhandled, unencrypted backup": (
        "knows secret-data",
        ["knows db-credentials", AT_THE_SERVICE, "degraded mkek-backup/handling", "degraded mkek@mkek-backup/encryption-at-rest"],
    ),
    "not on the page: the HSM as a decryption oracle": (
        "knows secret-data", ["knows hsm-credentials", "knows db-credentials", UNPAIRED, AT_THE_SERVICE],
    ),
    "impact, RBAC integrity: any secret with valid authentication": ("knows secret-data", [TENANT, "alters rbac-rulesets"]),
    "impact, RBAC availability: will not start": ("down api-process", ["denies rbac-rulesets"]),
    "impact, ACL availability": ("down api-process", ["denies acl-rules"]),
    "impact, DB credentials confidentiality: secrets deleted": ("denies secret-data", ["knows db-credentials", AT_THE_SERVICE]),
    "impact, DB credentials integrity: fail to start": ("down api-process", ["alters db-credentials"]),
    "impact, DB credentials availability: fail to start": ("down api-process", ["denies db-credentials"]),
    "impact, HSM credentials integrity: cannot authenticate": ("down api-process", ["alters hsm-credentials"]),
    "impact, HSM credentials availability": ("down worker-process", ["denies hsm-credentials"]),
    "impact, RabbitMQ confidentiality: tasks added": ("alters orders", ["knows rabbitmq-credentials", AT_THE_SERVICE]),
    "impact, RabbitMQ confidentiality: quotas exhausted": ("denies user-quotas", ["knows rabbitmq-credentials", AT_THE_SERVICE]),
    "impact, RabbitMQ integrity: workers stop": ("down worker-process", ["alters rabbitmq-credentials"]),
    "impact, RabbitMQ availability": ("down api-process", ["denies rabbitmq-credentials"]),
    "impact, event queue availability: the listener's interface": ("cuts 15", ["down event-queue"]),
    "impact, middleware integrity: tokens captured": ("knows-one client-keystone-token", ["alters middleware-configuration"]),
    "impact, middleware integrity: everything authorized": ("off 1/authentication", ["alters middleware-configuration"]),
    "impact, middleware integrity: own middleware injected": ("owns api-process", ["alters middleware-configuration"]),
    "impact, middleware availability: barbican breaks": ("down api-process", ["denies middleware-configuration"]),
    "impact, MKEK availability: operations fail": ("denies secret-data", ["denies mkek"]),
    "impact, MKEK integrity: operations fail": ("denies secret-data", ["alters mkek"]),
    "impact, HMAC key availability": ("denies secret-data", ["denies hmac-key"]),
    "impact, MKEK confidentiality in the HSM: secrets with the database": (
        "knows secret-data", ["uses-key mkek", "copied secret-data@database", f"copied {KEKS}@database"],
    ),
    "impact, secret data integrity: tampering is noticed and secrets fail": ("denies secret-data", ["overwrote secret-data@database"]),
    "impact, secret data integrity: unnoticed with the HMAC key": (
        "alters secret-data", ["overwrote secret-data@database", "knows hmac-key"],
    ),
    "impact, Dogtag confidentiality: valid certificates": (
        "alters certificates-issued", ["knows ca-dogtag-credentials", AT_THE_SERVICE],
    ),
    "impact, Dogtag integrity": ("down worker-process", ["alters ca-dogtag-credentials"]),
    "impact, Dogtag availability": ("down worker-process", ["denies ca-dogtag-credentials"]),
    "impact, keystone credentials integrity": ("down api-process", [f"alters {KEYSTONE}"]),
    "impact, keystone credentials availability": ("down api-process", [f"denies {KEYSTONE}"]),
    "impact, client token confidentiality: that client's secrets": (
        "knows-one secret-data", ["knows-one client-keystone-token", "at clients"],
    ),
    "interface 1: tokens and secrets in view": ("knows-one secret-data", ["hears 1", "degraded 1/encryption"]),
    "interface 1: the token": ("knows-one client-keystone-token", ["hears 1", "degraded 1/encryption"]),
    "interface 2: quotas modified": ("alters user-quotas", ["knows barbican-admin-credentials", "at clients"]),
    "interface 5: secrets in view": ("knows-one secret-data", ["hears 5", "degraded 5/encryption"]),
}  # fmt: skip

DOES_NOT_FOLLOW = {
    "finding 1: not without an account": ("knows secret-data", [OUTSIDER, "alters acl-rules"]),
    "finding 2: nothing is purged where purging is off": ("denies other-keys", ["alters hsm-credentials"]),
    "finding 2: nothing is lost with a backup": ("destroys secret-data", ["alters hsm-credentials", PURGES]),
    "finding 3: no key is exposed": ("knows mkek", ["knows hsm-credentials", UNPAIRED, AT_THE_SERVICE]),
    "finding 3: not from elsewhere while clients are paired": ("denies mkek", ["knows hsm-credentials", AT_THE_SERVICE]),
    "finding 4: not with PKCS#11": ("knows secret-data", ["knows hsm-credentials", UNPAIRED, AT_THE_SERVICE]),
    "finding 5: not where it is sanitized": ("scripts future-ui", ["alters secret-metadata"]),
    "finding 6: not for good while it can be restored": ("destroys secret-data", ["alters keystone-event-queue-credentials"]),
    "finding 7: not without the role": ("alters user-quotas", [f"knows {KEYSTONE}", "at clients"]),
    "finding 7: secrets are not said to follow": ("knows secret-data", [f"knows {KEYSTONE}", MORE_RIGHTS, "at clients"]),
    "finding 8: the backup alone does not": ("knows secret-data", ["knows mkek"]),
    "impact, secret data: a copy is encrypted": ("knows secret-data", ["copied secret-data@database"]),
    "impact, secret data integrity: tampering is noticed": ("alters secret-data", ["overwrote secret-data@database"]),
    "impact, metadata availability: unaffected": ("down api-process", ["denies secret-metadata"]),
    "impact, event queue availability: runs on": ("down keystone-listener-process", ["denies keystone-event-queue-credentials"]),
    "impact, event queue availability: the API runs on": ("down api-process", ["denies keystone-event-queue-credentials"]),
    "impact, client token: not other clients' secrets": ("knows secret-data", ["knows-one client-keystone-token", "at clients"]),
    "interface 5: only secrets in view": ("knows secret-data", ["hears 5", "degraded 5/encryption"]),
    "interface 5: the MKEK is never transmitted": ("knows mkek", ["hears 5", "degraded 5/encryption"]),
    "interface 5: nothing while it is encrypted": ("knows-one secret-data", ["hears 5"]),
}  # fmt: skip


@pytest.fixture(scope="module")
def page() -> OpenPage:
    opened = open_page(REVIEWED)
    assert opened.diagnostics == ()
    return opened


@pytest.fixture(scope="module")
def reviewed(page: OpenPage) -> Analysis:
    return analyse_page(page.architecture)


@pytest.fixture(scope="module")
def published() -> Analysis:
    return analyse_page(open_page(PUBLISHED).architecture)


@pytest.mark.parametrize("statement", FOLLOWS)
def test_what_the_review_says_follows_and_needs_each_of_its_conditions(
    reviewed: Analysis, statement: str
) -> None:
    goal, given = FOLLOWS[statement]
    assert follows(reviewed, goal, given)
    assert not_needed(reviewed, goal, given) == []


@pytest.mark.parametrize("statement", DOES_NOT_FOLLOW)
def test_what_the_review_denies_does_not_follow(reviewed: Analysis, statement: str) -> None:
    goal, given = DOES_NOT_FOLLOW[statement]
    assert not follows(reviewed, goal, given)


def test_with_kmip_the_credentials_of_the_hsm_disclose_all_secrets(page: OpenPage) -> None:
    kmip = analyse_page(with_variant(page, "kmip").architecture)
    given = ["knows hsm-credentials", UNPAIRED, AT_THE_SERVICE]
    assert follows(kmip, "knows secret-data", given)
    assert not_needed(kmip, "knows secret-data", given) == []


def test_the_example_holds_the_published_page_unchanged() -> None:
    assert (REVIEWED / "published.yaml").read_bytes() == (PUBLISHED / "architecture.yaml").read_bytes()


# ---- the page as it was published, with nothing added

SUBJECTS = {
    "1": ("database", "acl-rules"),
    "2": ("purge", "hsm-credentials"),
    "3": ("hsm-credentials",),
    "5": ("secret-metadata",),
    "6": ("keystone-event-queue-credentials",),
    "7": ("keystone-credentials-barbican-service-account",),
    "8": ("mkek@unknown",),
}
"""The finding, and the words of which one names its subject. Finding 4 is about a variant that the page does not have."""


def test_the_subjects_of_six_findings_are_among_the_first_that_the_published_page_asks(
    published: Analysis,
) -> None:
    threats = [
        " ".join((each.instance.rule.name, *each.instance.names))
        for each in threats_of(published) if each.status is Status.OPEN
    ]  # fmt: skip
    questions = [" ".join(part for fact in each.facts for part in fact) for each in questions_of(published)]
    first = [each for each in (*threats[:25], *questions[:25]) if "hardening" not in each]
    found = [
        finding
        for finding, words in SUBJECTS.items()
        if any(word in each for word in words for each in first)
    ]
    assert len(found) >= 6, found


def test_nothing_is_certain_on_the_published_page_and_each_open_threat_says_what_it_hangs_on(
    published: Analysis,
) -> None:
    threats = threats_of(published)
    assert len(threats) > 50
    assert {each.status for each in threats} == {Status.OPEN}
    supposed = {published.grounded.program.names[number] for number in published.supposed}
    for each in threats:
        assert all(set(some) <= supposed for some in each.needs)
        assert len({frozenset(some) for some in each.needs}) == len(each.needs)
    assert sum(bool(each.needs) for each in threats) > len(threats) / 3


def test_what_needs_only_a_bug_is_one_line_for_each_component(published: Analysis) -> None:
    lines = bugs_exploited(published)
    components = [control.element for control, _ in lines]
    assert len(components) == len(set(components)) > 3
    generic = {control.id for control in published.grounded.of_sort(Sort.GENERIC)}
    assert not any(
        fact[1] in generic for each in threats_of(published) for some in each.needs for fact in some
    )


def test_that_an_admin_of_barbican_could_read_secrets_is_asked_and_not_said(reviewed: Analysis) -> None:
    credential = "barbican-admin-credentials"
    assert not follows(reviewed, "knows secret-data", [f"knows {credential}", "at clients"])
    asked = [
        each
        for each in questions_of(reviewed)
        if any(fact[:2] == ("inclusion-unsaid", credential) for fact in each.facts)
    ]
    assert asked or ("inclusion-unsaid", credential) in reviewed.grounded.far
