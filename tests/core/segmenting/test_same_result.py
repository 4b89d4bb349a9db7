"""The same customers get the same segments whatever the order, the threads and the process."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.segmenting.choices import ScanChoice
from desktop_app.core.segmenting.fitting import segment_customers
from desktop_app.core.segmenting.scan import scan_k

ROOT = Path(__file__).resolve().parents[3]
SHORT, LONG = 700, 22_000  # settled to the last customer; searched on summaries

IN_A_PROCESS = """
import hashlib, os, sys
os.cpu_count = lambda: int(sys.argv[1])
import numpy as np
from desktop_app.core.segmenting.kmeans import best_centres
from desktop_app.core.segmenting.settling import settle
rng = np.random.default_rng(3)
points = np.unique(np.exp(rng.normal(size=(int(sys.argv[2]), 4))), axis=0)
weights = np.ones(len(points))
found = best_centres(points, weights, 6)
labels = settle(np.ascontiguousarray(points.T), weights, found[4].centres).labels
every = [labels, *(measured.centres for measured in found)]
print(hashlib.sha256(b"".join(array.tobytes() for array in every)).hexdigest())
"""


def columns_of(n):
    rng = np.random.default_rng(n)
    kind = rng.integers(0, 3, n)
    return {
        "days": rng.exponential(np.array([120.0, 60, 20])[kind]),
        "money": rng.lognormal(np.array([3.0, 4, 5])[kind], 0.7),
        "orders": rng.poisson(np.array([1.0, 3, 9])[kind]).astype(float),
    }


def segmented(prepared, k=4):
    scan = scan_k(prepared, ScanChoice(max_k=6))
    return scan, segment_customers(prepared, scan, k)


@pytest.mark.parametrize("n", [SHORT, LONG])
def test_the_order_of_rows_and_columns_changes_not_a_bit(n, prepared_of):
    columns = columns_of(n)
    shuffled = np.random.default_rng(0).permutation(n)
    turned = {name: columns[name][shuffled] for name in ("orders", "days", "money")}

    scan, segmentation = segmented(prepared_of(**columns))
    scan_of_turned, of_turned = segmented(prepared_of(**turned))

    assert of_turned.labels.tobytes() == segmentation.labels[shuffled].tobytes()
    assert scan_of_turned.inertia == scan.inertia
    assert of_turned.margin.tobytes() == segmentation.margin[shuffled].tobytes()


@pytest.mark.parametrize("n", [SHORT, LONG])
def test_fresh_processes_with_one_and_two_threads_give_the_same_bytes(n):
    digests = {
        subprocess.run(
            [sys.executable, "-c", IN_A_PROCESS, threads, str(n)],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for threads in ("1", "2", "2")
    }

    assert len(digests) == 1
