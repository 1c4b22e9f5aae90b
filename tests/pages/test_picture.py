"""The picture in the README is the one that is drawn."""

from __future__ import annotations

import os
from pathlib import Path

from bartizan.model.read import read_architecture
from bartizan.render.diagrams import block_diagram
from bartizan.source.read_text import read_source
from bartizan.source.read_yaml import read_yaml

PAGE = "examples/barbican/services/barbican/newton/architecture.yaml"
UPDATE = bool(os.environ.get("BARTIZAN_UPDATE_GOLDEN"))


def test_the_picture_in_the_readme_is_what_the_example_draws(repository: Path) -> None:
    picture = repository / "docs/pictures/barbican.svg"
    source, _ = read_source(repository / PAGE)
    assert source is not None
    root = read_yaml(source).root
    assert root is not None
    (drawn,) = block_diagram(read_architecture(root).architecture)
    if UPDATE:
        picture.write_text(drawn.svg, encoding="utf-8")
    assert picture.read_text(encoding="utf-8") == drawn.svg, (
        "run the tests with BARTIZAN_UPDATE_GOLDEN=1 and look at it"
    )
