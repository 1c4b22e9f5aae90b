"""Waiting until somebody has changed a file, and is done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bartizan.project.watch import stamps, wait_for_change


class Clock:
    """Time that passes only when somebody sleeps; what happens meanwhile happens at its moment."""

    def __init__(self, *events: tuple[float, Callable[[], object]]) -> None:
        self.now = 0.0
        self.events = sorted(events, key=lambda event: event[0])

    def sleep(self, seconds: float) -> None:
        self.now += seconds
        assert self.now < 60, "it waits for something that never happens"
        while self.events and self.events[0][0] <= self.now:
            self.events.pop(0)[1]()

    def time(self) -> float:
        return self.now


def waited(before: dict[Path, tuple[int, int, int] | None], clock: Clock) -> tuple[Path, ...]:
    return wait_for_change(before, sleep=clock.sleep, clock=clock.time)


def test_a_change_is_noticed(tmp_path: Path) -> None:
    page = tmp_path / "page"
    page.write_text("one")
    other = tmp_path / "other"
    other.write_text("one")
    clock = Clock((1.0, lambda: page.write_text("one and two")))

    assert waited(stamps([page, other]), clock) == (page,)
    assert 1.0 <= clock.now < 2.0


def test_a_change_made_before_the_wait_began_is_noticed(tmp_path: Path) -> None:
    page = tmp_path / "page"
    page.write_text("one")
    before = stamps([page])
    page.write_text("changed while the first one was being checked")

    assert waited(before, Clock()) == (page,)


def test_several_writes_in_a_row_are_one_change(tmp_path: Path) -> None:
    page = tmp_path / "page"
    page.write_text("")
    writes = [(1.0 + 0.1 * count, lambda count=count: page.write_text("x" * count)) for count in range(1, 8)]
    clock = Clock(*writes)

    waited(stamps([page]), clock)

    assert clock.events == []


def test_a_file_that_is_replaced_by_renaming_is_waited_for(tmp_path: Path) -> None:
    page, new = tmp_path / "page", tmp_path / "page~"
    page.write_text("one")
    new.write_text("two, longer")
    clock = Clock((1.0, page.unlink), (1.6, lambda: new.rename(page)))

    assert waited(stamps([page]), clock) == (page,)
    assert page.read_text() == "two, longer"


def test_a_file_that_is_gone_for_good_is_a_change(tmp_path: Path) -> None:
    page = tmp_path / "page"
    page.write_text("one")
    clock = Clock((1.0, page.unlink))

    assert waited(stamps([page]), clock) == (page,)


def test_a_file_that_went_and_came_back_as_it_was_is_no_change(tmp_path: Path) -> None:
    page, away = tmp_path / "page", tmp_path / "away"
    page.write_text("one")
    clock = Clock(
        (1.0, lambda: page.rename(away)),
        (1.5, lambda: away.rename(page)),
        (5.0, lambda: page.write_text("two, longer")),
    )

    waited(stamps([page]), clock)

    assert clock.now >= 5.0
