import pytest

from bartizan.model.trust_domain import TrustDomain
from bartizan.render.diagrams.block_scene import block_scene
from bartizan.render.diagrams.sentence import sentence
from tests.render.diagrams.made_up import component, page


@pytest.mark.parametrize("text", ["Trust domains: Okta Inc.", "may this be read?", "done…", "完成。"])
def test_what_has_a_full_stop_gets_no_second(text: str) -> None:
    assert sentence(text) == text


def test_what_has_none_gets_one() -> None:
    assert sentence("Trust domains: cloud ") == "Trust domains: cloud."


def test_the_description_of_a_picture_has_no_two_full_stops() -> None:
    architecture = page([component("idp", "okta")], [], [TrustDomain(id="okta", name="Okta Inc.")])
    assert block_scene(architecture).description.endswith("Trust domains: Okta Inc.")
