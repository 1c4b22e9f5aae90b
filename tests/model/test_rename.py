from __future__ import annotations

from bartizan.model.read import read_architecture
from bartizan.model.rename import rename_replacements
from bartizan.source.edit import Edit, apply
from bartizan.source.nodes import Mapping
from bartizan.source.read_yaml import read_yaml
from bartizan.source.text import Source

PAGE = """\
# everything that can name something
service: x
external-dependencies: {api: {assumption: none}}
components:
  api: {name: The API, domain: cloud}   # a comment
  client: {domain: internet}
  conf: {kind: file, read-by: [api, client]}
  "host": {hosts: api}
interfaces:
  1: {requestor: client, listener: api, request: [token, {asset: token, encrypted-with: 'token'}], request-authorization: {any: [1/authorization]}}
  2: {requestor: api, listener: client, response: api words}
data-assets:
  token: {persisted: {in: api}, opens: {1: {read: token}, api: {}}, includes: {token: unknown}}
controls:
  1/authorization: {enforced-by: api, protects: token}
  api/hardening: in place
threat-actors:
  api: {at: cloud, holds: token}
use-cases:
  u: |
    client->api: a token for the api [1: token]
    The API->client: back [1]
  v:
    steps: [{from: api, to: client, interface: 1}]
waivers: [{gap: x, element: api, because: y}, {gap: z, element: components/api, because: y}]
variants:
  small:
    components: {api: ~}
    interfaces: {2: {requestor: api}}
"""


def renamed(text: str, old: str, new: str) -> str:
    source = Source("a.yaml", text)
    root = read_yaml(source).root
    assert isinstance(root, Mapping)
    return apply(source, [Edit(tuple(rename_replacements(root, old, new)))])


def test_an_id_is_renamed_everywhere_it_names_the_element_and_nowhere_else() -> None:
    text = renamed(PAGE, "api", "gateway")
    assert [line for line in text.splitlines() if "api" in line] == [
        "  2: {requestor: gateway, listener: client, response: api words}",
        "    client->gateway: a token for the api [1: token]",
    ]
    assert "{name: The API, domain: cloud}   # a comment" in text
    assert "    The API->client: back [1]" in text
    assert "gateway/hardening: in place" in text
    assert read_architecture_of(text) == []


def test_a_data_asset_is_renamed_in_flight_at_rest_and_in_steps() -> None:
    text = renamed(PAGE, "token", "ticket")
    assert [line.strip() for line in text.splitlines() if "token" in line] == [
        "client->api: a token for the api [1: ticket]"
    ]
    assert "encrypted-with: 'ticket'" in text
    assert read_architecture_of(text) == []


def test_an_interface_is_renamed_with_the_controls_that_stand_on_it() -> None:
    text = renamed(PAGE, "1", "rest")
    assert "rest/authorization: {enforced-by: api" in text
    assert "{any: [rest/authorization]}" in text
    assert "opens: {rest: {read: token}" in text
    assert "back [rest]" in text
    assert read_architecture_of(text) == []


def test_renaming_there_and_back_changes_no_character() -> None:
    for old in ("api", "token", "1", "client", "cloud", "host"):
        assert renamed(renamed(PAGE, old, "something-else"), "something-else", old) == PAGE


def read_architecture_of(text: str) -> list[str]:
    root = read_yaml(Source("a.yaml", text)).root
    assert root is not None
    return [problem.message for problem in read_architecture(root).diagnostics]


def test_a_name_typed_in_a_step_stays_when_the_id_it_resembles_changes() -> None:
    text = "service: x\ncomponents: {api: {name: API}, b: }\nuse-cases:\n  u: |\n    API->b: hello\n"
    assert renamed(text, "api", "gateway") == text.replace("api:", "gateway:")
