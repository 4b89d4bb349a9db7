"""The largest memory of the whole way: a customer list of a million, from file to labelled file (P10)."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
from heavy import heavy_tailed
from measuring import Row, process_cost, with_bytecode

FACTS = 8


def rows(n_pairs: int | None) -> Iterator[Row]:
    yield _whole_way(1_000_000)


def rows_of_five_million(n_pairs: int | None) -> Iterator[Row]:
    yield _whole_way(5_000_000)


def _whole_way(n: int) -> Row:
    names = [f"fact {i}" for i in range(1, FACTS + 1)]
    with tempfile.TemporaryDirectory() as folder:
        listed, labelled = Path(folder, "list.csv"), Path(folder, "labelled.csv")
        values = heavy_tailed(n, FACTS, seed=n + FACTS).round(4)
        frame = pd.DataFrame(values, columns=names)
        frame.insert(0, "customer", np.arange(n))
        frame.to_csv(listed, index=False)
        del values, frame
        words = ["-m", "desktop_app", "segment", str(listed), "-o", str(labelled), "--quiet"]
        cost = process_cost([*words, "--features", ",".join(names)], with_bytecode(folder))
        with labelled.open() as lines:
            n_labelled = sum(1 for _ in lines) - 1
    check = f"{cost.seconds:.1f} s from file to {n_labelled:,} labelled rows"
    return Row(f"P10 {n:,} x {FACTS}, largest memory in MB", cost.peak_mb, None, check)
