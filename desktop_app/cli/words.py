"""Single words of the command line, read and refused with advice."""

import argparse
import csv
import math
from collections.abc import Callable
from datetime import date
from pathlib import Path

from desktop_app.core.customers.table import REASONS, REVERSIBLE
from desktop_app.document.suffix import SUFFIX
from desktop_app.i18n import _


def names(text: str) -> tuple[str, ...]:
    """Read names parted by commas; a name that holds a comma stands in double quotes."""
    try:
        names = next(csv.reader([text], skipinitialspace=True))
    except csv.Error:
        raise argparse.ArgumentTypeError(_("write the columns as A,B,C on one line")) from None
    return tuple(name.strip() for name in names if name.strip())


def weight(text: str) -> tuple[str, float]:
    """Read a column and how much it counts; its name may hold the sign between them."""
    column, sign, factor = text.rpartition("=")
    try:
        number = float(factor)
    except ValueError:
        number = math.nan
    if not column.strip() or not sign or math.isnan(number):
        advice = _("write a column and how much it counts, as in Age=2")
        raise argparse.ArgumentTypeError(advice)
    return column.strip(), number


def reasons(text: str) -> frozenset[str]:
    """Read reasons parted by commas, of those that the user may overrule."""
    reasons = frozenset(filter(None, (word.strip() for word in text.split(","))))
    if not reasons or not reasons <= REVERSIBLE:
        advice = _("choose one or more of {reasons}").format(reasons=reasons_in_order())
        raise argparse.ArgumentTypeError(advice)
    return reasons


def reasons_in_order() -> str:
    """Give the reasons that may be overruled, parted by commas."""
    return ", ".join(reason for reason in REASONS if reason in REVERSIBLE)


def number_or_auto(text: str) -> int | None:
    """Read a number of groups; ``None`` for "auto"."""
    if text == "auto":
        return None
    try:
        return whole_number(1, 30)(text)
    except argparse.ArgumentTypeError as problem:
        raise argparse.ArgumentTypeError(_("{advice}, or auto").format(advice=problem)) from None


def whole_number(lowest: int, highest: int) -> Callable[[str], int]:
    """Give a reader of whole numbers between two limits, both included."""

    def read(text: str) -> int:
        number = int(text) if text.isdecimal() else -1
        if not lowest <= number <= highest:
            raise argparse.ArgumentTypeError(
                _("choose a whole number from {lowest} to {highest}").format(
                    lowest=lowest, highest=highest
                )
            )
        return number

    return read


def iso_date(text: str) -> str:
    """Read a day."""
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(_("write a day as in 2024-12-31")) from None


def table_kind(text: str) -> str | None:
    """Read what the rows are; ``None`` for "auto"."""
    if text not in ("customers", "orders", "auto"):
        raise argparse.ArgumentTypeError(_("choose customers, orders or auto"))
    return None if text == "auto" else text


def output(text: str) -> Path:
    """Read the path of a list."""
    return _with_suffix(text, ".csv", ".xlsx")


def project(text: str) -> Path:
    """Read the path of a project."""
    return _with_suffix(text, SUFFIX)


def report_path(text: str) -> Path:
    """Read the path of a report."""
    return _with_suffix(text, ".pdf")


def csv_path(text: str) -> Path:
    """Read the path of a list that is CSV."""
    return _with_suffix(text, ".csv")


def _with_suffix(text: str, *suffixes: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in suffixes:
        choices = _(" or ").join(suffixes)
        raise argparse.ArgumentTypeError(
            _("the name must end in {choices}").format(choices=choices)
        )
    return path
