from __future__ import annotations

from bartizan.engine.completeness import Complete, Stopped, Top, UpToOrder


def test_each_says_what_it_is() -> None:
    assert str(Complete()) == "complete"
    assert str(UpToOrder(2)) == "up to order 2"
    assert str(Top(20)) == "top 20"
    assert str(Stopped(5, "steps")) == "stopped after 5 steps"
    assert str(Stopped(1, "steps")) == "stopped after 1 step"
    assert str(Stopped(5, "steps", 3)) == "stopped after 5 steps, complete up to order 3"
