"""Run benchmarks and print their tables: ``python tests/benchmarks/bench.py [name ...] [--pairs N]``.

Figures are ratios to a peer, measured in the same run on the same data in alternating pairs:
seconds differ from machine to machine, ratios hardly do. Where nobody else does the same, the figure
stands alone. Without a name all benchmarks are run.
"""

import argparse
import sys
from math import nan
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import big_orders  # noqa: E402
import cancel_gaps  # noqa: E402
import code_pages  # noqa: E402
import damaged_files  # noqa: E402
import elbow  # noqa: E402 (they import the program from ROOT)
import first_window  # noqa: E402
import fuzz_forms  # noqa: E402
import fuzz_workbooks  # noqa: E402
import hostile_files  # noqa: E402
import in_and_out  # noqa: E402
import list_memory  # noqa: E402
import looks  # noqa: E402
import scatter  # noqa: E402
import silhouettes  # noqa: E402
import suggestions  # noqa: E402
import window_stalls  # noqa: E402
from measuring import Row  # noqa: E402

BENCHMARKS = {
    "big_orders": big_orders.rows,
    "biggest_orders": big_orders.rows_of_most,
    "cancel_gaps": cancel_gaps.rows,
    "damaged_files": damaged_files.rows,
    "elbow": elbow.rows,
    "elbow_of_a_million": elbow.rows_of_a_million,
    "elbow_of_five_million": elbow.rows_of_five_million,
    "encodings": code_pages.rows,
    "first_window": first_window.rows,
    "fuzz_workbooks": fuzz_workbooks.rows,
    "hostile_files": hostile_files.rows,
    "in_and_out": in_and_out.rows,
    "list_memory": list_memory.rows,
    "list_memory_of_five_million": list_memory.rows_of_five_million,
    "looks": looks.rows,
    "scatter": scatter.rows,
    "suggestions": suggestions.rows,
    "silhouettes": silhouettes.rows,
    "fuzz_forms": fuzz_forms.rows,
    "window_stalls": window_stalls.rows,
}


def main(words: list[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="bench", description="Compare with what people use today."
    )
    parser.add_argument("names", nargs="*", metavar="name", help=", ".join(BENCHMARKS))
    parser.add_argument("--pairs", type=int, default=None, help="pairs of runs per row")
    options = parser.parse_args(words)
    if unknown := set(options.names) - set(BENCHMARKS):
        parser.error(f"there is no benchmark {', '.join(sorted(unknown))}")
    for name in options.names or BENCHMARKS:
        show_heading(name)
        for row in BENCHMARKS[name](options.pairs):
            show(row)
    return 0


def show_heading(name: str) -> None:
    print(f"\n{name}\n{'':40} {'ours':>10} {'peer':>10} {'peer/ours':>10}  check")


def show(row: Row) -> None:
    compared = "" if row.peer is None else f"{row.peer:10.4g} {row.peer / (row.ours or nan):10.2f}"
    print(f"{row.what:40} {row.ours:10.4g} {compared:21}  {row.check}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
