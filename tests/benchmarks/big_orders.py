"""Millions of order lines: what a whole ``inspect`` takes, and adding up to customers against pandas.

Every run is a process of its own. The peer reads the same file and does the same by the few lines that
everybody would write: copies out, cancelled and refunded orders out, lines to orders, orders to
customers, in whole ten-thousandths of money. Totals must be equal. Telling copies takes all columns; a
second, leaner peer reads the five columns that it needs and lets copies count, so that its totals differ.
"""

import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pandas as pd
from measuring import Row, in_pairs, process_cost, with_bytecode

ROOT = Path(__file__).resolve().parents[2]
INSPECTED, COMPARED, MOST = 5_000_000, 2_000_000, 10_000_000  # lines
FIRST_NAMES = ("Ann", "Bob", "Cleo", "Dan", "Eve")
LAST_NAMES = ("Smith", "Jones", "Brown", "Baker", "Fox", "Grey", "Hill")
_LINES_PER_PIECE = 500_000
_USUAL_PAIRS = 3

OURS = """
import json, sys
from desktop_app.core.checking.mending import mend
from desktop_app.core.checking.understanding import check_table
from desktop_app.core.customers.orders.adding_up import sum_up_orders
from desktop_app.core.intake.reading import read_table

bought = sum_up_orders(mend(check_table(read_table(sys.argv[1])), ()))
told = [len(bought.customers), int(bought.n_orders.sum()), bought.summary.total]
open(sys.argv[2], "w").write(json.dumps(told))
"""
PANDAS = """
import json, sys
import pandas as pd

lines = pd.read_csv(sys.argv[1])
lines = lines[~lines.duplicated() & ~lines["Status"].isin(["cancelled", "refunded"])]
lines = pd.DataFrame({
    "customer": lines["Email"].str.strip().str.lower(),
    "order": lines["Order ID"],
    "day": pd.to_datetime(lines["Order date"]).dt.normalize(),
    "parts": (lines["Amount"] * 10_000).round().astype("int64"),
})
orders = lines.groupby(["customer", "order"]).agg(day=("day", "min"), parts=("parts", "sum"))
bought = orders.groupby("customer").agg(
    first=("day", "min"), last=("day", "max"), n=("day", "size"), parts=("parts", "sum")
)
told = [len(bought), int(bought["n"].sum()), int(bought["parts"].sum()) / 10_000]
open(sys.argv[2], "w").write(json.dumps(told))
"""
LEAN_PANDAS = PANDAS.replace(
    "pd.read_csv(sys.argv[1])",
    "pd.read_csv(sys.argv[1], usecols=['Order ID', 'Email', 'Order date', 'Amount', 'Status'])",
).replace("~lines.duplicated() & ", "")


def rows(n_pairs: int | None) -> Iterator[Row]:
    """Measure ``inspect`` on five million lines, and two million lines against pandas."""
    yield from _inspected(INSPECTED)
    yield from _compared(COMPARED, n_pairs or _USUAL_PAIRS)


def rows_of_most(n_pairs: int | None) -> Iterator[Row]:
    """Measure ten million lines: ``inspect``, and adding up against pandas."""
    yield from _inspected(MOST)
    yield from _compared(MOST, n_pairs or 1)


def _inspected(n_lines: int) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        path = write_orders(Path(folder, "orders.csv"), n_lines)
        cost = process_cost(
            ["-m", "desktop_app", "inspect", str(path), "--json"], _environment(folder)
        )
    held = "below 1 GB" if cost.peak_mb < 1000 else "NOT below 1 GB"
    yield Row(f"{n_lines / 1e6:.0f}M lines, inspect, s", cost.seconds, None)
    yield Row(f"{n_lines / 1e6:.0f}M lines, inspect, peak MB", cost.peak_mb, None, held)


def _compared(n_lines: int, n_pairs: int) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        path = write_orders(Path(folder, "orders.csv"), n_lines)
        ours, peer, lean = (
            _Script(words, path, Path(folder, name))
            for name, words in (("ours", OURS), ("peer", PANDAS), ("lean", LEAN_PANDAS))
        )
        seconds = in_pairs(ours.run, peer.run, n_pairs)
        told = ours.told(), peer.told()
        check = "totals equal" if told[0] == told[1] else f"TOTALS DIFFER: {told}"
        what = f"{n_lines / 1e6:.0f}M lines to customers, pandas"
        yield Row(f"{what}, s", *seconds, check)
        yield Row(f"{what}, peak MB", ours.peak_mb, peer.peak_mb)
        lean_seconds = in_pairs(ours.run, lean.run, n_pairs)
        yield Row(f"{what} of 5 columns, s", *lean_seconds, "copies count in pandas")
        yield Row(f"{what} of 5 columns, peak MB", ours.peak_mb, lean.peak_mb)


class _Script:
    """A script that reads a file of orders and tells its totals, in processes of its own."""

    def __init__(self, words: str, path: Path, folder: Path) -> None:
        folder.mkdir()
        self._arguments = ["-c", words, str(path), str(folder / "told.json")]
        self._folder = folder
        self.peak_mb = 0.0

    def run(self) -> float:
        cost = process_cost(self._arguments, _environment(self._folder))
        self.peak_mb = max(self.peak_mb, cost.peak_mb)
        return cost.seconds

    def told(self) -> object:
        return json.loads((self._folder / "told.json").read_text())


def _environment(folder: str | Path) -> dict[str, str]:
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH", "")]))
    return {**with_bytecode(folder), "PYTHONPATH": path}


def write_orders(path: Path, n_lines: int) -> Path:
    """Write order lines of a shop of coffee, sorted by time, the same on every machine."""
    rng = np.random.default_rng(7)
    n_orders, n_customers = n_lines // 2, max(n_lines // 10, 1)
    order = np.sort(rng.integers(0, n_orders, n_lines))
    customer = np.minimum((rng.random(n_orders) ** 2 * n_customers).astype(int), n_customers - 1)
    seconds = np.sort(rng.integers(0, 3 * 365 * 86_400, n_orders))
    status = rng.choice(["paid", "refunded", "cancelled"], n_orders, p=[0.9, 0.05, 0.05])
    code = rng.choice(["", "WELCOME10", "SUMMER"], n_orders, p=[0.7, 0.2, 0.1])
    products = np.array([f"Coffee {i}" for i in range(24)])
    prices = np.round(rng.uniform(4, 60, len(products)), 2)
    for first in range(0, n_lines, _LINES_PER_PIECE):
        o = order[first : first + _LINES_PER_PIECE]
        c, product = customer[o], rng.integers(0, len(products), len(o))
        quantity = rng.integers(1, 6, len(o))
        moments = (np.datetime64("2022-01-01T00:00:00") + seconds[o]).astype(str)
        piece = pd.DataFrame(
            {
                "Order ID": [f"#{100_001 + number}" for number in o],
                "Email": [f"customer{number}@shop.example" for number in c],
                "Customer name": [f"{FIRST_NAMES[n % 5]} {LAST_NAMES[n % 7]}" for n in c],
                "Order date": np.char.replace(moments, "T", " "),
                "Product": products[product],
                "Quantity": quantity,
                "Unit price": prices[product],
                "Amount": np.round(quantity * prices[product], 2),
                "Status": status[o],
                "Discount code": code[o],
            }
        )
        piece.to_csv(path, mode="a", header=first == 0, index=False)
    return path
