"""The examples of a rule's page, and the claims in their comments."""

from __future__ import annotations

from bartizan.rules.threats.code_blocks import code_blocks
from bartizan.rules.threats.read_examples import (
    MAXIMUM_CLAIMS,
    MAXIMUM_EXAMPLES,
    Examples,
    fact_of,
    read_examples,
)
from bartizan.source.read_yaml import read_yaml
from bartizan.source.text import Source

PAGE = """\
# data-in-cleartext

```yaml
service: Notes
interfaces:
  1: {protocol: HTTP}
# with: missing-authorization, entry-point
# when: hears(1), degraded(1/encryption)
# then: taps(1)
# not: tampers(1), rogue(1)
# when: nothing
# not: taps(1)
```

Between them, and no example:

```text
# then: taps(1)
```

```yaml
service: Notes
# then: anywhere
```
"""


def examples(text: str) -> Examples:
    return read_examples(Source("rule.md", text))


def test_each_block_of_yaml_is_an_example_with_its_claims() -> None:
    found = examples(PAGE)
    first, second = found.examples

    assert found.diagnostics == ()
    assert first.beside == ("missing-authorization", "entry-point")
    assert [[fact_of(said) for said in claim.when] for claim in first.claims] == [
        [("hears", "1"), ("degraded", "1/encryption")], [],
    ]  # fmt: skip
    assert [[fact_of(said) for said in claim.then] for claim in first.claims] == [[("taps", "1")], []]
    assert [[fact_of(said) for said in claim.refuted] for claim in first.claims] == [
        [("tampers", "1"), ("rogue", "1")], [("taps", "1")],
    ]  # fmt: skip
    assert [[fact_of(said) for said in claim.then] for claim in second.claims] == [[("anywhere",)]]
    assert found.concluding
    assert found.refuting


def test_an_example_has_the_lines_that_it_has_on_the_page() -> None:
    page = examples(PAGE).examples[0].page
    parsed = read_yaml(page)

    assert parsed.root is not None
    assert parsed.root.span.line == 4
    assert page.line_text(4) == "service: Notes"


def test_several_lines_of_one_claim_add_up() -> None:
    [example] = examples("```yaml\na: b\n# then: taps(1)\n# then: taps(2)\n```\n").examples

    assert [fact_of(said) for said in example.claims[0].then] == [("taps", "1"), ("taps", "2")]


def test_a_page_with_the_ends_of_lines_of_windows_is_read_the_same() -> None:
    found = examples(PAGE.replace("\n", "\r\n"))

    assert found.diagnostics == ()
    assert [len(example.claims) for example in found.examples] == [2, 1]
    assert read_yaml(found.examples[0].page).diagnostics == ()


def test_an_example_that_claims_nothing_is_shown() -> None:
    [problem] = examples("```yaml\nservice: Notes\n# when: hears(1)\n```\n").diagnostics

    assert (problem.name, problem.message) == ("not-a-rule", "this example claims nothing")
    assert problem.at is not None
    assert problem.at.span.line == 1


def test_a_claim_that_is_no_list_of_facts_is_shown_where_it_is_none() -> None:
    [problem] = examples("```yaml\nservice: Notes\n# then: taps(1) and more\n```\n").diagnostics

    assert problem.name == "not-a-fact"
    assert problem.at is not None
    assert str(problem.at.span) == "rule.md:3:16"
    assert problem.at.span.text.strip() == "and more"


def test_there_is_a_limit_to_examples_and_what_is_beyond_is_said() -> None:
    found = examples("```yaml\na: b\n# then: anywhere\n```\n" * (MAXIMUM_EXAMPLES + 1))

    assert len(found.examples) == MAXIMUM_EXAMPLES
    assert "the rest is not read" in found.diagnostics[0].message


def test_there_is_a_limit_to_the_claims_of_one_example() -> None:
    found = examples(
        "```yaml\na: b\n" + "# when: anywhere\n# not: everywhere\n" * (MAXIMUM_CLAIMS + 5) + "```\n"
    )

    assert len(found.examples[0].claims) == MAXIMUM_CLAIMS
    assert [each.name for each in found.diagnostics] == ["not-a-rule"]


def test_a_block_that_is_never_closed_goes_to_the_end() -> None:
    [block] = code_blocks(Source("rule.md", "text\n```yaml\na: b\n"))

    assert (block.language, block.inside.text) == ("yaml", "a: b\n")


def test_ten_thousand_blocks_that_are_never_closed_take_no_time() -> None:
    assert len(list(code_blocks(Source("rule.md", "```rule\n" * 10_000)))) == 1
