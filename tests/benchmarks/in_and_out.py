"""A workbook of 100,000 customers in, a labelled list of a million out, against pandas."""

import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import numpy as np
import pandas as pd
import xlsxwriter
from measuring import Row, in_pairs, seconds

from desktop_app.core.intake.reading import read_table
from desktop_app.core.progress import Cancelled
from desktop_app.core.sharing.csv_file import write_csv

CUSTOMERS_IN = 100_000
CUSTOMERS_OUT = 1_000_000
FIRST_NAMES = ("Ann", "Bob", "Zoë", "Mia", "Jörg", "José", "Li", "Olga")
LAST_NAMES = ("Smith", "Miller, PhD", "van Dijk", "O'Neill", "García", "Kim")
CITIES = ("Bonn", "Rome", "Oslo", "Paris", "Lyon", "Łódź")


def rows(n_pairs: int | None) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        yield _workbook_in(Path(folder), n_pairs or 5)
        yield _called_off(Path(folder, "customers.xlsx"), n_pairs or 25)
        yield _labelled_list_out(Path(folder), n_pairs or 5)


def customers(n: int, seed: int) -> dict[str, list]:
    """Give columns as a shop has them: numbers as numbers, days as days, the rest as text."""
    rng = np.random.default_rng(seed)
    names = np.char.add(np.char.add(rng.choice(FIRST_NAMES, n), " "), rng.choice(LAST_NAMES, n))
    days = pd.Timestamp("2020-01-01") + pd.to_timedelta(rng.integers(0, 2_000, n), unit="D")
    return {
        "id": [f"C{i:07d}" for i in range(n)],
        "name": names.tolist(),
        "email": [f"c{i}@shop.example" for i in range(n)],
        "city": rng.choice(CITIES, n).tolist(),
        "since": list(days.to_pydatetime()),
        "age": rng.integers(18, 90, n).tolist(),
        "orders": rng.negative_binomial(3, 0.25, n).tolist(),
        "spent": rng.lognormal(4, 0.8, n).round(2).tolist(),
    }


def _workbook_in(folder: Path, n_pairs: int) -> Row:
    path = folder / "customers.xlsx"
    columns = customers(CUSTOMERS_IN, seed=1)
    with xlsxwriter.Workbook(path, {"default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet("Customers")
        sheet.write_row(0, 0, list(columns))
        for i, row in enumerate(zip(*columns.values()), start=1):
            sheet.write_row(i, 0, row)
    ours, peer = [], []
    medians = in_pairs(
        lambda: seconds(lambda: ours.append(read_table(path))),
        lambda: seconds(lambda: peer.append(pd.read_excel(path, engine="openpyxl"))),
        n_pairs,
    )
    same = ours[0].frame().equals(_as_text(peer[0]).astype(ours[0].frame().dtypes))
    check = f"every cell as pandas + openpyxl has it: {'yes' if same else 'NO'}"
    return Row(f"{CUSTOMERS_IN:,} customers from .xlsx, seconds", *medians, check)


def _as_text(frame: pd.DataFrame) -> pd.DataFrame:
    """Give what pandas read as the text that a person sees."""
    return pd.DataFrame(
        {
            name: column.dt.strftime("%Y-%m-%d")
            if pd.api.types.is_datetime64_any_dtype(column)
            else [
                str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
                for cell in column.tolist()
            ]
            for name, column in frame.items()
        },
        dtype=object,
    )


class _CalledOff:
    """A progress that calls the work off at a moment."""

    def __init__(self, moment: float) -> None:
        self.moment = moment

    def report(self, fraction: float, stage: str) -> None:
        pass

    def checkpoint(self) -> None:
        if time.perf_counter() >= self.moment:
            raise Cancelled


def _called_off(path: Path, n_times: int) -> Row:
    """Call the reading of a workbook off at moments all over it."""
    whole = seconds(lambda: read_table(path))
    waits = []
    for i in range(n_times):
        progress = _CalledOff(time.perf_counter() + whole * i / n_times)
        try:
            read_table(path, progress=progress)
        except Cancelled:
            waits.append(time.perf_counter() - progress.moment)
    check = f"{len(waits)} of {n_times} were called off before their end"
    return Row("calling off a workbook: slowest, seconds", max(waits), None, check)


def _labelled_list_out(folder: Path, n_pairs: int) -> Row:
    frame = _labelled(CUSTOMERS_OUT)
    ours, peer = folder / "ours.csv", folder / "peer.csv"
    medians = in_pairs(
        lambda: seconds(partial(write_csv, frame, ours)),
        lambda: seconds(partial(frame.to_csv, peer, index=False, encoding="utf-8-sig")),
        n_pairs,
    )
    same = ours.read_bytes() == peer.read_bytes()
    check = f"the same bytes: {'yes' if same else 'NO'}"
    return Row(f"{CUSTOMERS_OUT:,} labelled customers to .csv, seconds", *medians, check)


def _labelled(n: int) -> pd.DataFrame:
    """Give text as ``labelled_customers`` does; nothing in it is live."""
    rng = np.random.default_rng(2)
    text = _as_text(pd.DataFrame(customers(n, seed=2)))
    letters = rng.integers(0, 4, n)
    return text.assign(
        segment=np.array(list("ABCD"), dtype=object)[letters],
        segment_name=np.array(["Big spenders", "New", "Loyal", "Gone"], dtype=object)[letters],
        sure=[f"{share:.2f}" for share in rng.uniform(0.5, 1, n)],
    ).astype(object)
