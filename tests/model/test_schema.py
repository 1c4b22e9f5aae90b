from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from bartizan.model.architecture import Architecture
from bartizan.model.schema import architecture_schema
from bartizan.model.write import plain_tree
from bartizan.source.write_yaml import write_yaml
from tests.strategies import architectures

SCHEMA = architecture_schema(known={("Component", "kind"): ["process", "database"]})


def test_the_schema_is_a_schema_and_describes_every_field() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    for noun, definition in [("page", SCHEMA), *SCHEMA["$defs"].items()]:
        assert definition["description"], noun
        for field, schema in definition["properties"].items():
            assert len(schema["description"].split()) >= 2, f"{noun}.{field}"
            assert schema["description"][-1] in ".?…", f"{noun}.{field}"


@settings(max_examples=50)
@given(architectures())
def test_what_we_write_our_schema_accepts(architecture: Architecture) -> None:
    as_editors_read_it = yaml.safe_load(write_yaml(plain_tree(architecture)))
    Draft202012Validator(SCHEMA).validate(json.loads(json.dumps(as_editors_read_it, default=str)))


@pytest.mark.parametrize(
    "page",
    [
        {"components": {}},
        {"service": "x", "componets": {}},
        {"service": "x", "components": {"A B": {}}},
        {"service": "x", "components": {"a": {"technolgy": "x"}}},
        {"service": "x", "status": "done"},
    ],
)
def test_what_our_reader_refuses_the_schema_refuses_too(page: dict[str, Any]) -> None:
    assert list(Draft202012Validator(SCHEMA).iter_errors(page))


def test_an_editor_may_read_unquoted_words_as_numbers_and_truths() -> None:
    page = {
        "service": 1.1,
        "components": {"a": {"future": True}},
        "interfaces": {"1": {"protocol": 3, "requestor": 1}},
    }
    Draft202012Validator(SCHEMA).validate(page)


def test_known_words_are_offered_not_required() -> None:
    assert SCHEMA["$defs"]["Component"]["properties"]["kind"]["examples"] == ["process", "database"]
