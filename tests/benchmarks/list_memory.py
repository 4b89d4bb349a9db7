"""The largest memory of the whole way: a customer list of a million, from file to labelled file (P10).

With it the time per customer, which is not to grow with the list (P12).
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
from heavy import heavy_tailed
from measuring import ProcessCost, Row, process_cost, with_bytecode

FACTS = 8
SHORT = 100_000
GOAL_BY_LENGTH = {1_000_000: 400, 5_000_000: 1_000}  # MB


def rows(n_pairs: int | None) -> Iterator[Row]:
    yield from _whole_way(1_000_000)


def rows_of_five_million(n_pairs: int | None) -> Iterator[Row]:
    yield from _whole_way(5_000_000)


def _whole_way(n: int) -> Iterator[Row]:
    cost, short = _cost(n), _cost(SHORT)
    check = f"goal {GOAL_BY_LENGTH[n]}; {cost.seconds:.1f} s from file to labelled file"
    yield Row(f"P10 {n:,} x {FACTS}, largest memory in MB", cost.peak_mb, None, check)
    each, each_of_short = (1e6 * c.seconds / size for c, size in ((cost, n), (short, SHORT)))
    what = f"P12 microseconds each, {n:,} and {SHORT:,}"
    yield Row(what, each, each_of_short, "goal: not more than in the shorter list")


def _cost(n: int) -> ProcessCost:
    with tempfile.TemporaryDirectory() as folder:
        listed, labelled = Path(folder, "list.csv"), Path(folder, "labelled.csv")
        names = write_list(listed, n)
        words = ["-m", "desktop_app", "segment", str(listed), "-o", str(labelled), "--quiet"]
        cost = process_cost([*words, "--features", ",".join(names)], with_bytecode(folder))
        with labelled.open(encoding="utf-8-sig") as lines:
            assert sum(1 for _ in lines) == n + 1
    return cost


def write_list(path: Path, n: int) -> list[str]:
    """Write a list of ``n`` customers and give the names of its facts."""
    names = [f"fact {i}" for i in range(1, FACTS + 1)]
    frame = pd.DataFrame(heavy_tailed(n, FACTS, seed=n + FACTS).round(4), columns=names)
    frame.insert(0, "customer", np.arange(n))
    frame.to_csv(path, index=False)
    return names
