"""Examples are tried: what they claim follows by their rule, and only by it."""

from __future__ import annotations

import pytest

from bartizan.rules.threats.read_examples import read_examples
from bartizan.rules.threats.rules import rule_called
from bartizan.rules.threats.try_examples import try_examples
from bartizan.source.text import Source

PAGE = """\
```yaml
service: Notes
components:
  web: {kind: process}
  database: {kind: database}
interfaces:
  1: {listener: web, protocol: HTTP}
  2: {listener: web, protocol: HTTPS}
data-assets:
  note: {persisted: database}
CLAIMS
```
"""


def tried(claims: str, rule_name: str = "data-in-cleartext", page: str = PAGE) -> list[tuple[str, str]]:
    """Return what is wrong with some claims about a page: its name, and where."""
    rule = rule_called(rule_name)
    assert rule is not None
    found = read_examples(Source("rule.md", page.replace("CLAIMS", claims)))
    assert found.diagnostics == ()
    return [(each.name, each.at.span.text if each.at else "") for each in try_examples(rule, found.examples)]


def test_a_claim_that_is_so_is_right() -> None:
    assert tried("# when: hears(1)\n# then: taps(1)\n# not: tampers(1)") == []


def test_what_the_page_says_is_absent_need_not_be_supposed_and_what_is_in_place_can_be() -> None:
    assert (
        tried("# when: hears(2)\n# not: taps(2)\n# when: hears(2), degraded(2/encryption)\n# then: taps(2)")
        == []
    )


def test_a_claim_that_does_not_follow_fails() -> None:
    assert tried("# when: hears(2)\n# then: taps(2)") == [("claim-fails", "taps(2)")]


def test_a_claim_that_follows_without_the_rule_fails() -> None:
    assert tried("# when: taps(1)\n# then: taps(1)") == [("claim-fails", "taps(1)")]
    assert tried("# when: degraded(1/encryption)\n# then: off(1/encryption)") == [
        ("claim-fails", "off(1/encryption)")
    ]


def test_a_claim_that_something_does_not_follow_fails_where_it_does() -> None:
    assert tried("# when: hears(1)\n# not: taps(1)") == [("claim-fails", "taps(1)")]


@pytest.mark.parametrize(
    ("claims", "name"),
    [
        ("# when: hear(1)\n# then: taps(1)", "no-such-fact"),
        ("# when: hears(1, 2)\n# then: taps(1)", "not-a-fact"),
        ("# when: interface(1)\n# then: taps(1)", "not-a-fact"),
        ("# when: gone(note@database) for every held(note@database, note)\n# then: taps(1)", "not-a-fact"),
        ("# when: hears(3)\n# then: taps(1)", "no-such-element"),
        ("# when: hears(1)\n# not: degraded(1/encrypton)", "no-such-element"),
        ("# when: hears(1)\n# not: copied(note@web)", "no-such-element"),
        ("# when: hears(1)\n# not: can(steal, note)", "no-such-element"),
    ],
)
def test_a_claim_about_what_there_is_not_is_no_claim(claims: str, name: str) -> None:
    assert [problem for problem, _where in tried(claims)] == [name]


def test_a_misspelt_name_is_shown_with_the_one_that_is_meant() -> None:
    rule = rule_called("data-in-cleartext")
    assert rule is not None
    found = read_examples(Source("rule.md", PAGE.replace("CLAIMS", "# when: hear(1)\n# then: taps(1)")))

    [problem] = try_examples(rule, found.examples)
    assert problem.help == ("did you mean `hears`?",)


def test_a_page_that_cannot_be_read_shows_why_where_it_stands() -> None:
    page = "text before\n\n```yaml\nservice: Notes\ncomponents:\n  web: {tecnology: Python}\n# then: anywhere\n```\n"
    rule = rule_called("somewhere")
    assert rule is not None

    [problem, *_rest] = try_examples(rule, read_examples(Source("rule.md", page)).examples)
    assert problem.name == "unknown-field"
    assert problem.at is not None
    assert str(problem.at.span) == "rule.md:6:9"


def test_an_example_can_name_another_rule_that_it_needs() -> None:
    page = PAGE.replace(
        "1: {listener: web, protocol: HTTP}",
        "1: {listener: web, response: note, request-authorization: [a, b]}",
    )
    page = page.replace("CLAIMS", "controls: {a: {kind: authorization}, b: {kind: authorization}}\nCLAIMS")
    both = "# when: degraded(a), degraded(b)\n# then: off(1/authorization)"

    assert tried(f"# with: missing-authorization\n{both}", "all-gone", page) == []
    assert tried(f"# with: missing-authorisation\n{both}", "all-gone", page)[0][0] == "no-such-rule"
