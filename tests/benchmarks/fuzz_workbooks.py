"""Workbooks with something changed: nothing but our own words may come out of scan and reader."""

import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from measuring import Row

from desktop_app.core.errors import AppError
from desktop_app.core.intake.reading import read_table
from desktop_app.core.intake.workbooks.workbook_scan import ensure_harmless
from desktop_app.core.progress import NO_PROGRESS
from tests.core.intake.mutating import mutated, seeds

INPUTS_OF_SCAN = 100_000
INPUTS_OF_READER = 500


def rows(n_pairs: int | None) -> Iterator[Row]:
    """Change and judge; ``n_pairs`` multiplies the number of inputs."""
    times = n_pairs or 1
    yield _judged("the scan", INPUTS_OF_SCAN * times, lambda p: ensure_harmless(p, NO_PROGRESS), 1)
    yield _judged("the whole reading", INPUTS_OF_READER * times, read_table, 2)


def _judged(what: str, n_inputs: int, step: Callable[[Path], object], seed: int) -> Row:
    chance, books, outcomes = random.Random(seed), seeds(), Counter[str]()
    slowest = 0.0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "changed.xlsx")
        for i in range(n_inputs):
            path.write_bytes(mutated(books[i % len(books)], chance))
            start = time.perf_counter()
            outcomes[_outcome(step, path)] += 1
            slowest = max(slowest, time.perf_counter() - start)
            if any(name.startswith("UNCAUGHT") for name in outcomes):
                path.rename(Path(tempfile.gettempdir(), "uncaught.bin"))
                break
    told = ", ".join(f"{name} {n:,}" for name, n in outcomes.most_common())
    return Row(f"{n_inputs:,} inputs of {what}: slowest, s", slowest, None, told)


def _outcome(step: Callable[[Path], object], path: Path) -> str:
    try:
        step(path)
    except AppError as error:
        return error.code
    except Exception as error:  # what this is looking for
        return f"UNCAUGHT {error!r}"
    return "read"
