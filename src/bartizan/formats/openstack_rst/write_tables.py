"""Writes interfaces and data assets as tables with the columns of the published template."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from bartizan.formats.openstack_rst.labels import record_of
from bartizan.formats.openstack_rst.lines import asset_cells, interface_cells
from bartizan.formats.openstack_rst.read_assets import SECTION as ASSETS
from bartizan.formats.openstack_rst.read_fields import ABOUT, OWN_ID
from bartizan.formats.openstack_rst.read_interfaces import SECTION as INTERFACES
from bartizan.formats.openstack_rst.read_interfaces import begin_row
from bartizan.formats.openstack_rst.read_tables import (
    ID_COLUMN,
    Begin,
    columns_of,
    header_of,
    is_left_from_template,
    read_row,
)
from bartizan.formats.openstack_rst.trial import Trial, only, parsed_table, unsaid
from bartizan.formats.openstack_rst.write_fields import behind, field_lines
from bartizan.formats.prose.escape import escape
from bartizan.model.architecture import Architecture
from bartizan.model.names import display_name
from bartizan.model.page import Template

INTERFACE_COLUMNS = {
    "number": "Interface",
    "network": "Network name",
    "protocol": "Network protocol",
    "requestor": "Requestor",
    "request": "Request",
    "request-credentials": "Request credentials",
    "request-authorization": "Request authorization",
    "listener": "Listener",
    "response": "Response",
    "response-credentials": "Response credentials",
    "description": "Description of operation",
}
"""The eleven columns of OpenStack's table of interfaces."""
MORE_COLUMNS = {"in-flight": "Assets in flight"}
"""Columns that are written only where a page has something for them."""
ALWAYS = frozenset({"number", "requestor", "listener", "protocol"})
"""Columns that are written even where all of their cells are empty, in a page that follows no published template."""
ASSET_COLUMNS = {
    "name": "Data name",
    "confidentiality": "Confidentiality",
    "integrity": "Integrity",
    "availability": "Availability",
    "description": "Description",
}
"""The five columns of its table of data assets."""


def interface_table(architecture: Architecture, trial: Trial) -> list[str]:
    """Return the table of interfaces, and below it what the table does not say."""
    rows = {id_: interface_cells(each, architecture) for id_, each in architecture.interfaces.items()}
    more = {key: title for key, title in MORE_COLUMNS.items() if any(row[key] for row in rows.values())}
    columns = INTERFACE_COLUMNS | more
    if architecture.template is not Template.TABLE:
        columns = {
            key: title
            for key, title in columns.items()
            if key in ALWAYS or any(row[key] for row in rows.values())
        }
    for row in rows.values():
        row["number"] = f"{row['number']}\\. {row['name']}" if row["name"] else row["number"]
    return _table(INTERFACES, rows, columns, trial, begin_row, {})


def asset_table(architecture: Architecture, trial: Trial, impacts: frozenset[str]) -> list[str]:
    """Return the table of data assets, and below it what the table does not say."""
    rows = {id_: asset_cells(each, architecture) for id_, each in architecture.data_assets.items()}
    columns = dict(ASSET_COLUMNS)
    if any(row["persisted"] for row in rows.values()):
        columns = {
            **{key: title for key, title in columns.items() if key != "description"},
            "persisted": "Persisted in",
        }
        columns["description"] = ASSET_COLUMNS["description"]
    return _table(ASSETS, rows, columns, trial, None, dict.fromkeys(impacts, ("impact",)))


def _table(
    section: str,
    rows: dict[str, dict[str, str]],
    columns: dict[str, str],
    trial: Trial,
    begin: Begin | None,
    elsewhere: dict[str, tuple[str, ...]],
) -> list[str]:
    """Return a table that says it all; else one with a column of ids, and a list of what it does not say below it."""
    if not rows:
        return []
    elements = trial.elements(section)
    for row_columns in (columns, columns | {"id": ID_COLUMN}):
        lines = _list_table(
            list(row_columns.values()), [[row[key] for key in row_columns] for row in rows.values()]
        )
        said = _said(section, lines, len(rows), trial, begin)
        if said is None or any(
            each is None or each.id != id_ for each, id_ in zip(said, elements, strict=True)
        ):
            continue
        if "id" in row_columns or all(trial.counts[id_] == 1 for id_ in elements):
            trial.tables += 1
            return [*lines, *_below(section, dict(zip(elements, said, strict=True)), elements, elsewhere)]
    return _below(section, dict.fromkeys(elements), elements, elsewhere)


def _below(
    section: str, said: dict[str, Any], elements: Mapping[str, Any], elsewhere: dict[str, tuple[str, ...]]
) -> list[str]:
    """Return a list of the fields that the table does not say, or of all where there is none."""
    lines: list[str] = []
    for id_, element in elements.items():
        keys = unsaid(section, said[id_], element, but=elsewhere.get(id_, ()))
        if said[id_] is None and "name" not in keys:
            keys = ["name", *keys]  # the line below is not its name
        if keys or said[id_] is None:
            name = escape(display_name(element)).replace("\n", "")
            head = [f"**{name}**", "", f":{ABOUT if said[id_] else OWN_ID}: {id_}"]
            lines += ["", *behind("-", [*head, *field_lines(record_of(section), element, keys)])]
    return lines


def _list_table(header: list[str], rows: list[list[str]]) -> list[str]:
    lines = [".. list-table::", "   :header-rows: 1", ""]
    for row in (header, *rows):
        for at, cell in enumerate(row):
            mark = "   * -" if at == 0 else "     -"
            first, *rest = cell.split("\n")
            lines += [f"{mark} {first}".rstrip(), *(f"       {line}" for line in rest)]
    return lines


def _said(section: str, lines: list[str], count: int, trial: Trial, begin: Begin | None) -> list[Any] | None:
    """Return what the reader makes of each row; nothing where it does not take the table for one of `section`."""
    table = parsed_table(lines)
    columns = columns_of(section, table) if table else []
    if (
        table is None
        or not columns
        or len(table.rows) != count
        or any(is_left_from_template(row) for row in table.rows)
    ):
        return None
    said = []
    for row in table.rows:
        words = trial.words(section)
        read_row(section, row, columns, header_of(table), words, begin)
        said.append(only(section, words))
    return said
