"""The file `bartizan.toml`."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from bartizan.project.layout import OPENSTACK
from bartizan.project.settings import Settings, read_settings
from bartizan.source.text import Source


def settings_of(text: str) -> Settings:
    settings, problems = read_settings(Source("bartizan.toml", text))
    assert problems == []
    return settings


def test_every_setting_is_taken() -> None:
    settings = settings_of(
        '[page]\nhelp-contact = "  ask  here "\nlayout = "openstack"\noutput = "build/page"\n'
    )

    assert settings == Settings(help_contact="ask here", layout=OPENSTACK, output=PurePosixPath("build/page"))


def test_how_long_an_attack_takes_is_written_as_the_page_writes_lengths_of_time() -> None:
    assert settings_of('[analysis]\nattack-takes = "90 min"\n').attack_takes == 1.5
    assert settings_of('[analysis]\nattack-takes = "3 days"\n').attack_takes == 72
    assert settings_of("").attack_takes is None


def test_an_empty_file_leaves_everything_as_it_is_without_one() -> None:
    assert settings_of("") == Settings()


@pytest.mark.parametrize(
    ("text", "name", "line", "column", "help_"),
    [
        ("[page]\nhelp-contct = 'x'\n", "unknown-setting", 2, 1, "did you mean `help-contact`?"),
        ("\n[pages]\nlayout = 'openstack'\n", "unknown-setting", 2, 2, "did you mean `page`?"),
        ("layout = 'openstack'\n", "unknown-setting", 1, 1, "put it under `[page]`: `layout = …`"),
        ("[page]\n  layout = 'flat'\n", "not-a-setting", 2, 3, 'write "bartizan" or "openstack"'),
        ("[page]\nlayout = 3\n", "not-a-setting", 2, 1, 'write "bartizan" or "openstack"'),
        ("page.output = '../elsewhere'\n", "not-a-setting", 1, 1, "write a folder below"),
        ("[page]\noutput = '/etc'\n", "not-a-setting", 2, 1, "write a folder below"),
        ("[page]\nhelp-contact = ['x']\n", "not-a-setting", 2, 1, "write an address or a channel"),
        ("[analysis]\nattack-takes = 24\n", "not-a-setting", 2, 1, 'write a length of time, such as "24 h"'),
        (
            "[analysis]\nattack-takes = 'soon'\n",
            "not-a-setting",
            2,
            1,
            'write a length of time, such as "24 h"',
        ),
        (
            "[analysis]\nattack-takes = '0 h'\n",
            "not-a-setting",
            2,
            1,
            'write a length of time, such as "24 h"',
        ),
        ("[page]\nlayout = \n", "broken-settings", 2, 10, "a setting is a line such as"),
        ("[page\n", "broken-settings", 1, 6, "a setting is a line such as"),
        ('[page]\nlayout = "openstack', "broken-settings", 2, 20, "a setting is a line such as"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    text: str, name: str, line: int, column: int, help_: str
) -> None:
    settings, problems = read_settings(Source("bartizan.toml", text))

    assert [problem.name for problem in problems] == [name]
    assert problems[0].at is not None
    assert (problems[0].at.span.line, problems[0].at.span.column) == (line, column)
    assert problems[0].help[0].startswith(help_)
    assert settings == Settings()


def test_one_wrong_setting_does_not_take_the_others_away() -> None:
    settings, problems = read_settings(
        Source("bartizan.toml", '[page]\ncolour = "red"\nlayout = "openstack"\n')
    )

    assert settings.layout is OPENSTACK
    assert len(problems) == 1


def test_absurdly_deep_settings_are_a_problem_and_no_crash() -> None:
    _, problems = read_settings(Source("bartizan.toml", "a = " + "[" * 5000 + "]" * 5000))

    assert len(problems) == 1
