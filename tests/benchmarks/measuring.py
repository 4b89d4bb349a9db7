"""Fair comparisons: two things done in turn, and the median of each."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: medians in the unit that ``what`` names; ``check`` says what else held.

    ``peer`` is ``None`` where nobody else does the same.
    """

    what: str
    ours: float
    peer: float | None
    check: str = ""


def seconds(step: Callable[[], object]) -> float:
    start = time.perf_counter()
    step()
    return time.perf_counter() - start


def in_pairs(
    ours: Callable[[], float], peer: Callable[[], float], n_pairs: int
) -> tuple[float, float]:
    """Measure in turn, each first every other time, and give both medians."""
    measured: dict[bool, list[float]] = {True: [], False: []}
    for turn in range(n_pairs):
        for is_ours in (turn % 2 == 0, turn % 2 == 1):
            measured[is_ours].append(ours() if is_ours else peer())
    return median(measured[True]), median(measured[False])


@dataclass(frozen=True, slots=True)
class ProcessCost:
    """What a whole process took: seconds from start to end, and its largest memory in MB."""

    seconds: float
    peak_mb: float


def with_bytecode(folder: str | Path) -> dict[str, str]:
    """Give the environment in which modules are compiled once, as those of an installed program."""
    return {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(Path(folder, "bytecode"))}


# A process starts with the largest memory of the one that started it: a small one stands between.
LAUNCHER = """
import resource, subprocess, sys, time
start = time.perf_counter()
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
took = time.perf_counter() - start
print(took, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
sys.exit(code)
"""


def process_cost(arguments: list[str], environment: dict[str, str]) -> ProcessCost:
    """Run Python with ``arguments`` to its end, which must be a good one."""
    launched = subprocess.run(
        [sys.executable, "-c", LAUNCHER, sys.executable, *arguments],
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    took, peak_mb = map(float, launched.stdout.split())
    return ProcessCost(took, peak_mb)
