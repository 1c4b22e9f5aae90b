"""What changed between two versions of a page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bartizan.project.diff import as_json, as_rst, as_text, as_yaml, diff, with_differences
from bartizan.project.open_page import OpenPage, open_page
from bartizan.project.save_edits import save
from bartizan.source.read_yaml import read_yaml
from bartizan.source.text import Source

Opened = Callable[[str, str], OpenPage]

OLD = """\
service: Notes
release: "1"
components:
  browser: {kind: person, domain: internet}
  web: {name: Web server, technology: Python, domain: cloud}
  database: {technology: PostgreSQL, domain: cloud}
interfaces:
  1: {requestor: browser, listener: web, protocol: HTTPS, request: note, request-authorization: web/owner}
  2: {requestor: web, listener: database, protocol: SQL}
data-assets:
  note: {confidentiality: high, persisted: database, opens: {web: {read: all}}}
controls:
  web/owner: {enforced-by: web}
use-cases:
  write-a-note: |
    Browser->Web server: write a note [1]
    Web server->Database: keep it [2]
"""


@pytest.fixture
def page(tmp_path: Path) -> Opened:
    def opened(name: str, text: str) -> OpenPage:
        path = tmp_path / f"{name}.yaml"
        path.write_text(text, encoding="utf-8")
        page = open_page(path)
        assert page.diagnostics == ()
        return page

    return opened


def sentences(old: OpenPage, new: OpenPage) -> list[str]:
    return [line.strip() for line in as_text(diff(old, new)).splitlines() if line.startswith("  ")]


def test_two_pages_that_say_the_same_have_no_differences(page: Opened) -> None:
    reordered = OLD.replace('service: Notes\nrelease: "1"\n', "release: '1'   # a comment\nservice: Notes\n")

    assert diff(page("old", OLD), page("new", reordered)) == ()


def test_what_is_new_gone_and_changed_is_said_in_the_order_of_the_page(page: Opened) -> None:
    new = (
        OLD.replace('release: "1"', 'release: "2"')
        .replace("interfaces:\n", "  queue: {technology: RabbitMQ, domain: cloud}\ninterfaces:\n")
        .replace("technology: PostgreSQL", "technology: MySQL")
        .replace("keep it [2]", "keep it for ever [2]")
    )

    assert sentences(page("old", OLD), page("new", new)) == [
        "The page's release is now “2”; it was “1”.",
        "Component Database: technology is now “MySQL”; it was “PostgreSQL”.",
        "Component Queue is new.",
        "Use case Write a note: new: “web->database: keep it for ever [2]”; gone: “web->database: keep it [2]”.",
    ]


def test_another_id_is_said_once_and_not_wherever_it_is_named(page: Opened) -> None:
    new = (
        OLD.replace("  web:", "  web-server:")
        .replace(": web,", ": web-server,")
        .replace("{web:", "{web-server:")
    )
    new = new.replace("web/owner", "web-server/owner").replace(
        "enforced-by: web}", "enforced-by: web-server}"
    )

    old, renamed = page("old", OLD), page("new", new)

    assert sentences(old, renamed) == ["Component Web server: id is now “web-server”; it was “web”."]
    assert "web-server" not in as_rst(diff(old, renamed))


def test_another_id_that_people_see_is_another_name(page: Opened) -> None:
    new = (
        OLD.replace("  database:", "  store:")
        .replace(": database", ": store")
        .replace(">Database:", ">Store:")
    )

    assert sentences(page("old", OLD), page("new", new)) == ["Component Store was called “Database”."]


def test_the_section_of_the_page_holds_no_markup_that_a_name_brought(page: Opened) -> None:
    new = OLD.replace("{name: Web server", "{name: '*Web* `server`_'").replace(
        "Web server", "*Web* `server`_"
    )

    rst = as_rst(diff(page("old", OLD), page("new", new)))

    assert rst.startswith("Differences from previous architecture\n~~~~")
    assert r"\*Web\*" in rst


def test_as_yaml_it_is_the_field_of_the_page(page: Opened) -> None:
    new = OLD.replace("PostgreSQL", "MySQL")

    root = read_yaml(Source("x", as_yaml(diff(page("old", OLD), page("new", new))))).root

    assert root is not None
    assert "Component Database: technology is now “MySQL”; it was “PostgreSQL”." in str(root)


def test_as_json_it_names_fields_and_values(page: Opened) -> None:
    found = as_json(diff(page("old", OLD), page("new", OLD.replace("PostgreSQL", "MySQL"))))

    assert '"field": "technology"' in found
    assert '"before": "PostgreSQL"' in found


def test_it_can_be_added_to_the_page_which_keeps_what_it_said_already(page: Opened) -> None:
    old = page("old", OLD)
    text = OLD.replace("PostgreSQL", "MySQL  # why not").replace(
        ", domain: cloud}\ninterf", ", domain: cloud}\ninterf"
    )
    text = (
        text.replace("MySQL  # why not", "MySQL")
        + "differences:  # for the reviewers\n- We moved to MySQL.  # Ada\n"
    )
    new = page("new", text)

    change = with_differences(new, diff(old, new))
    assert save(new, change) == ()

    after = open_page(new.path)
    assert after.architecture.differences == (
        "We moved to MySQL.",
        "Component Database: technology is now “MySQL”; it was “PostgreSQL”.",
    )
    written = new.path.read_text(encoding="utf-8")
    assert "# for the reviewers" in written
    assert with_differences(after, diff(old, after)).texts == {}
