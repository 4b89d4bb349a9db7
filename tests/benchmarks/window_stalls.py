"""The longest time that the window does not answer while a long list of customers is in it.

Whole processes again and again: the window loads its libraries in each of them.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import numpy as np
from measuring import Row, with_bytecode

HERE = Path(__file__).resolve().parent
RUNS_BY_CUSTOMERS = {200_000: 5, 1_000_000: 1}


def rows(n_runs: int | None) -> Iterator[Row]:
    """Give a row for each part of the tour: the median over the runs of its longest stall."""
    for n_customers, usual_runs in RUNS_BY_CUSTOMERS.items():
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "customers.csv")
            write_list(path, n_customers)
            runs = [_tour(path, Path(folder)) for _ in range(1 + (n_runs or usual_runs))]
        del runs[0]  # the first one also compiles
        for name in runs[0]:
            stalls, quiet, took = (
                [run[name][what] for run in runs] for what in ("longest", "quantile", "took")
            )
            check = f"99 % under {median(quiet):.0f} ms; took {median(took):.2f} s"
            what = f"{name}, {n_customers:,} customers, ms"
            yield Row(what, median(stalls), None, f"{check}; worst run {max(stalls):.0f} ms")


def _tour(path: Path, home: Path) -> dict[str, dict[str, float]]:
    surroundings = {
        "QT_QPA_PLATFORM": "offscreen",
        "CLIENTELE_HOME": str(home),
        "PYTHONPATH": str(HERE.parents[1]),
        **with_bytecode(home),
    }
    command = [sys.executable, str(HERE / "window_tour.py"), str(path)]
    toured = subprocess.run(
        command, env={**os.environ, **surroundings}, stdout=subprocess.PIPE, text=True, check=True
    )
    found: dict[str, dict[str, float]] = json.loads(toured.stdout)
    return found


def write_list(path: Path, n: int) -> None:
    """Write a customer list of ``n`` rows with four groups and a long tail of money."""
    draw = np.random.default_rng(11)
    group = draw.integers(0, 4, n)
    age = np.clip(draw.normal(np.array([25, 40, 55, 70])[group], 6), 18, 95).astype(int)
    visits = draw.poisson(np.array([3, 12, 6, 20])[group])
    money = np.round(draw.lognormal(np.array([3, 5, 4, 6])[group], 0.5), 2)
    town = np.array(["Delft", "Gouda", "Leiden"])[draw.integers(0, 3, n)]
    rows = zip(range(n), age.tolist(), visits.tolist(), money.tolist(), town.tolist(), strict=True)
    lines = [f"C{i:07},{a},{v},{m},{t}\n" for i, a, v, m, t in rows]
    path.write_text("Customer ID,Age,Visits,Total spent,Town\n" + "".join(lines), encoding="utf-8")
