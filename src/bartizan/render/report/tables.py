"""Tables of a report, in the form that the style sheet of the page turns into cards on narrow screens."""

from __future__ import annotations

from collections.abc import Sequence

from bartizan.render.report.markup import NOTHING, Html, escaped

NOT_SAID = Html('<span class="not-said">not said</span>')
NONE = Html('<span class="unasked">–</span>')
"""Stands where there is nothing to be said."""


def table(label: str, columns: Sequence[str], rows: Sequence[Sequence[Html]]) -> Html:
    """Return a table whose first column names the rows; nothing without rows.

    A column's title may say behind a colon what stands in it, which decides how it breaks: `Falls:prose`.
    """
    if not rows:
        return NOTHING
    named = [title.partition(":")[::2] for title in columns]
    head = "".join(
        f'<th role="columnheader" scope="col" class="{nature or "short"}">{escaped(title)}</th>'
        for title, nature in named
    )
    body = "".join(_row(named, row) for row in rows)
    return Html(
        f'<div class="table"><table role="table" aria-label="{escaped(label)}"><thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table></div>'
    )


def _row(named: Sequence[Sequence[str]], row: Sequence[Html]) -> str:
    cells = [f'<th role="rowheader" scope="row" class="name">{row[0]}</th>']
    for (title, nature), said in zip(named[1:], row[1:], strict=True):
        empty = "" if said else " empty"
        cells.append(
            f'<td role="cell" class="{nature or "short"}{empty}" data-label="{escaped(title)}"><div>{said or NONE}</div></td>'
        )
    return f'<tr role="row">{"".join(cells)}</tr>'
