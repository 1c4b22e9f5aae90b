"""Cut sets are counted as SCRAM counts them, a program for fault trees that shares nothing with ours."""

from __future__ import annotations

import csv
import shutil
from functools import cache
from pathlib import Path

import pytest

from bartizan.engine.budget import Budget
from bartizan.engine.diagram import Diagram, diagram_of, order_of_asking
from bartizan.engine.families import Families
from bartizan.engine.goal_slice import goal_slice
from bartizan.engine.likelihood import likelihood
from bartizan.engine.program import Program
from bartizan.engine.residual import residual
from tests.engine.fault_trees import NotCoherent, asked_of_scram, read, write
from tests.engine.small_programs import Small, tree_like

TABLE = Path(__file__).with_name("counted_by_scram.csv")
EXAMPLES = Path("/usr/share/scram/input")
TREES = 200


@pytest.fixture(scope="module")
def scram() -> str:
    found = shutil.which("scram")
    if found is None:
        pytest.skip("NOT COMPARED WITH SCRAM: it is not installed (Debian has a package of that name)")
    return found


def counted(program: Program, events: tuple[int, ...], top: int) -> tuple[int, ...]:
    """How many minimal cut sets there are of each size, from size 1."""
    piece = goal_slice(residual(program, [], events), top)
    diagram, families = Diagram(Budget(10**9)), Families(Budget(10**9))
    root = families.minimal(diagram, diagram_of(piece, order_of_asking(piece), diagram))
    return tuple(families.count_by_size(root)[1:])


@cache
def generated(seed: int) -> Small:
    return tree_like(seed, events=6 + seed // 4, layers=3 + seed // 33)


def chances(case: Small) -> dict[str, float]:
    names = case.program.names
    return {str(names[event]): 0.01 + 0.03 * (event % 11) for event in case.controls}


def written(case: Small, folder: Path) -> Path:
    path = folder / "tree.xml"
    write(path, case, chances(case))
    return path


def table() -> dict[int, tuple[int, ...]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return {
            int(row["tree"]): tuple(map(int, row["sets of each size"].split()))
            for row in csv.DictReader(lines)
        }


def test_generated_trees_have_the_cut_sets_that_scram_once_counted() -> None:
    known = table()
    assert len(known) == TREES
    for seed, sizes in known.items():
        case = generated(seed)
        assert counted(case.program, case.controls, case.goal) == sizes, seed
    assert max(sum(sizes) for sizes in known.values()) > 1_000
    assert sum(sum(sizes) > 10 for sizes in known.values()) > TREES // 2


def test_scram_still_counts_so(scram: str, tmp_path: Path) -> None:
    for seed, sizes in table().items():
        assert asked_of_scram(scram, written(generated(seed), tmp_path)).sizes == sizes, seed


def test_scrams_own_coherent_trees_have_as_many_cut_sets_here(scram: str) -> None:
    compared = {}
    for path in sorted(EXAMPLES.rglob("*.xml")):
        events = path.with_name(f"{path.stem}-basic-events.xml")
        try:
            tree = read(path)
        except NotCoherent:
            continue
        sizes = asked_of_scram(scram, path, *([events] if events.exists() else [])).sizes
        assert counted(tree.program, tree.events, tree.top) == sizes, path
        compared[path.stem] = sum(sizes)
    assert compared["baobab1"] == 46_188
    assert len(compared) >= 5, compared


def test_likelihood_and_importance_are_those_of_scram(scram: str, tmp_path: Path) -> None:
    compared = 0
    for seed in range(0, 120, 3):
        case = generated(seed)
        verdict = asked_of_scram(scram, written(case, tmp_path), importance=True)
        names = case.program.names
        ours = likelihood(
            case.program,
            [],
            {case.program.numbers[name]: each for name, each in chances(case).items()},
            case.goal,
        )
        assert (
            ours.at_least == ours.at_most == pytest.approx(verdict.probability, rel=1e-5)
        )  # it prints six digits
        for each in ours.importance:
            theirs = verdict.importance.get(str(names[each.control]))
            if theirs is None:  # it is in no cut set
                assert each.birnbaum == pytest.approx(0, abs=1e-12)
                continue
            assert each.birnbaum == pytest.approx(theirs["MIF"], rel=1e-4)
            assert each.fussell_vesely == pytest.approx(theirs["CIF"], rel=1e-4)
            assert each.achievement == pytest.approx(theirs["RAW"], rel=1e-4)
            if each.reduction < float("inf"):
                assert each.reduction == pytest.approx(theirs["RRW"], rel=1e-4)
            compared += 1
    assert compared > 100
