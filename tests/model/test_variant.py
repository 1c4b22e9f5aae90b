from __future__ import annotations

from bartizan.model.read import read_architecture
from bartizan.model.variant import patched, variant_names
from bartizan.source.nodes import Mapping
from bartizan.source.read_yaml import read_yaml
from bartizan.source.text import Source

PAGE = """\
service: x
components:
  hsm: {name: HSM, kind: hsm}
  backup: {kind: backup}
data-assets:
  secret: {persisted: [hsm, backup], confidentiality: high}
variants:
  pkcs11: {}
  kmip:
    components:
      hsm: {name: KMIP HSM}
      backup: ~
      new: {kind: process}
    data-assets:
      secret: {persisted: hsm}
"""


def test_mappings_merge_lists_are_replaced_and_a_tilde_takes_away() -> None:
    root = read_yaml(Source("a.yaml", PAGE)).root
    assert isinstance(root, Mapping)
    assert variant_names(root) == ("pkcs11", "kmip")
    kmip = read_architecture(patched(root, "kmip"))
    assert kmip.diagnostics == ()
    assert {id_: (each.name, each.kind) for id_, each in kmip.architecture.components.items()} == {
        "hsm": ("KMIP HSM", "hsm"),
        "new": (None, "process"),
    }
    secret = kmip.architecture.data_assets["secret"]
    assert [each.place for each in secret.persisted] == ["hsm"]
    assert secret.confidentiality == "high"
    assert kmip.architecture.variants == {}


def test_an_empty_patch_is_the_page_itself_without_its_variants() -> None:
    root = read_yaml(Source("a.yaml", PAGE)).root
    assert isinstance(root, Mapping)
    plain = read_architecture(patched(root, "pkcs11")).architecture
    assert plain.components == read_architecture(root).architecture.components


def test_a_problem_in_a_patch_is_pointed_at_where_the_patch_is_written() -> None:
    text = PAGE.replace("persisted: hsm}", "persisted: hms}")
    root = read_yaml(Source("a.yaml", text)).root
    assert isinstance(root, Mapping)
    (problem,) = read_architecture(patched(root, "kmip")).diagnostics
    assert problem.at is not None
    assert problem.at.span.line == text.splitlines().index("      secret: {persisted: hms}") + 1


def test_a_step_typed_with_a_name_means_the_same_component_where_a_variant_renames_it() -> None:
    text = PAGE.replace("data-assets:\n", "use-cases:\n  u: |\n    HSM->HSM: think\ndata-assets:\n", 1)
    root = read_yaml(Source("a.yaml", text)).root
    assert isinstance(root, Mapping)
    read = read_architecture(patched(root, "kmip"), base=root)
    assert read.diagnostics == ()
    assert read.architecture.use_cases["u"].steps[0].sender == "hsm"
