"""Damaged files, read without a hint: our score of 10 beside those of other readers.

``damage`` holds the single damages, ``shop_files`` files with several of them. The others are told
the encoding, which we are not.
"""

import csv
import importlib.util
import io
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import duckdb
import pandas as pd
from damage import Case, damaged_files
from measuring import Row
from scoring import Reader, Table, mean_score
from shop_files import shop_files

from desktop_app.core.errors import AppError, EmptyFile, HeaderOnly
from desktop_app.core.intake.reading import read_table
from desktop_app.core.intake.regions import Region
from desktop_app.core.intake.text.form_finder import find_form

_REGION = Region(code_page="cp1252", decimal=",")


def rows(n_pairs: int | None) -> Iterator[Row]:
    for title, cases in (
        ("one damage", list(damaged_files())),
        ("several, not tuned on", list(shop_files())),
    ):
        with tempfile.TemporaryDirectory() as folder:
            yield from _compare(title, cases, Path(folder, "damaged.csv"))


def _compare(title: str, cases: Sequence[Case], path: Path) -> Iterator[Row]:
    ours = mean_score(_written(path, _ours), cases, (AppError,))
    for name, read, problems in _peers(path):
        if read is None:
            yield Row(f"{title}, of 10: {name}", ours, None, f"{name} is not installed")
        else:
            theirs = mean_score(read, cases, problems)
            yield Row(f"{title}, of 10: {name}", ours, theirs, f"{len(cases):,} files")


def _peers(path: Path) -> Iterator[tuple[str, Reader | None, tuple[type[Exception], ...]]]:
    usual = (ValueError, csv.Error, LookupError, StopIteration, AttributeError, RuntimeError)
    yield "pandas", _pandas, (*usual, pd.errors.ParserError)
    yield "duckdb", _written(path, _duckdb), (*usual, duckdb.Error)
    yield "csv.Sniffer", _sniffer, usual
    yield "CleverCSV", _clever() if importlib.util.find_spec("clevercsv") else None, usual


def _written(path: Path, read: Callable[[Case, Path], Table]) -> Reader:
    def read_written(case: Case) -> Table:
        path.write_bytes(case.data)
        return read(case, path)

    return read_written


def _ours(case: Case, path: Path) -> Table:
    try:
        table = read_table(path, region=_REGION)
    except EmptyFile:
        return (), ()
    except HeaderOnly:
        return find_form(case.data.decode(case.encoding)).place.names, ()
    return (() if table.form.header_row is None else table.original_header), table.rows


def _pandas(case: Case) -> Table:
    frame = pd.read_csv(
        io.BytesIO(case.data),
        sep=None,
        engine="python",
        encoding=case.encoding,
        dtype=str,
        keep_default_na=False,
        on_bad_lines="skip",
    )
    return [*map(str, frame.columns)], frame.fillna("").values.tolist()


def _duckdb(case: Case, path: Path) -> Table:
    if case.encoding != "utf-8":
        path.write_text(case.data.decode(case.encoding), encoding="utf-8", newline="")
    sniffed = f"sniff_csv('{path}', all_varchar = true, ignore_errors = true)"
    has_header = duckdb.sql(f"SELECT HasHeader FROM {sniffed}").fetchall()
    found = duckdb.sql(f"FROM read_csv('{path}', all_varchar = true, ignore_errors = true)")
    texts = [["" if cell is None else cell for cell in row] for row in found.fetchall()]
    return (found.columns if has_header and has_header[0][0] else ()), texts


def _sniffer(case: Case) -> Table:
    text = case.data.decode(case.encoding)
    dialect = csv.Sniffer().sniff(text)
    found = [row for row in csv.reader(io.StringIO(text, newline=""), dialect) if row]
    return (found[0], found[1:]) if csv.Sniffer().has_header(text) else ((), found)


def _clever() -> Reader:
    import clevercsv

    def read(case: Case) -> Table:
        text = case.data.decode(case.encoding).replace("\r\n", "\n").replace("\r", "\n")
        try:
            dialect = clevercsv.Sniffer().sniff(text)
            found = [row for row in clevercsv.reader(io.StringIO(text), dialect) if row]
            has_header = clevercsv.Sniffer().has_header(text)
        except clevercsv.Error as error:
            raise csv.Error from error
        return (found[0], found[1:]) if has_header else ((), found)

    return read
