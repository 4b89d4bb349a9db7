"""The words of the command line and the plan that they stand for."""

import argparse
import csv
import math
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NoReturn

from desktop_app import __version__
from desktop_app.core.checking.columns import ColumnChoice, Role
from desktop_app.core.customers.choices import CustomerChoice
from desktop_app.core.customers.table import REASONS, REVERSIBLE
from desktop_app.core.intake.tables import ReadOptions
from desktop_app.core.segmenting.choices import (
    EmptyRule,
    FeatureChoice,
    Grouping,
    LongTails,
    Scale,
    ScanChoice,
)
from desktop_app.document.plan import Plan
from desktop_app.i18n import _
from desktop_app.wording.numbers import system_locale

COMMANDS = ("segment", "inspect", "follow", "self-test")
ROLE_BY_OPTION = {
    "customer_id": Role.ID,
    "date": Role.DATE,
    "amount": Role.AMOUNT,
    "order_id": Role.ORDER_ID,
}
"""What a column is for that an option names as a part of an order line."""
LONGEST_LOOK_BACK = 1_200  # months


class _Parser(argparse.ArgumentParser):
    """Answers words that are off with one line, in our own tone."""

    def error(self, message: str) -> NoReturn:
        """End with status 2."""
        self.exit(2, f"{self.prog}: {message}\n")


def parse(words: list[str]) -> argparse.Namespace:
    """Give the options; ``command`` is one of ``COMMANDS`` or ``window``."""
    if words and words[0] not in COMMANDS and not words[0].startswith("-"):
        words = ["window", *words]
    parser = _build_parser()
    if words[:1] == ["follow"]:
        parser.error(_("“follow” is not there yet; use “segment” on the newer file."))
    options = parser.parse_args(words or ["window"])
    if options.command is None:
        options.command, options.files = "window", []
    if options.command == "segment" and (problem := _overwritten(options) or _at_odds(options)):
        parser.error(problem)
    return options


def _overwritten(options: argparse.Namespace) -> str:
    """Say which file would take the place of another one of the same call; "" if none would."""
    taken: list[Path] = list(options.files)
    for path in filter(None, (options.output, options.summary)):
        if any(_is_same(path, other) for other in taken):
            return _("“{path}” is named twice; choose another name for the result.").format(
                path=path
            )
        taken.append(path)
    return ""


def _at_odds(options: argparse.Namespace) -> str:
    """Say which two words do not go together; "" if all do."""
    if options.classic and options.segments is not None:
        return _("with --classic the rules say how many groups there are; leave out -k.")
    if options.classic and options.second_opinion:
        return _("with --classic no other method can have an opinion; leave out --second-opinion.")
    return ""


def _is_same(path: Path, other: Path) -> bool:
    """Tell whether two paths name one file, by whatever links and capitals."""
    try:
        return path.samefile(other)
    except OSError:  # one of them is still to come
        return os.path.realpath(path) == os.path.realpath(other)


def plan_from(options: argparse.Namespace) -> Plan:
    """Give the plan that the options of ``segment`` or ``inspect`` stand for."""
    reading = ReadOptions(
        sheet=options.sheet,
        encoding=options.encoding,
        delimiter=options.delimiter,
        decimal=options.decimal,
    )
    customers = CustomerChoice(
        table=options.table,
        customer_id=options.customer_id,
        date=options.date,
        amount=options.amount,
        order_id=options.order_id,
        as_of=options.as_of,
        date_order=options.date_order,
        look_back=options.look_back,
        currency=options.currency,
        counted=options.count,
    )
    plan = Plan(
        files=tuple(Path(name) for name in options.files),
        reading=reading,
        columns=_named_columns(options),
        customers=customers,
        region=system_locale(),
    )
    return plan if options.command == "inspect" else _with_segment_options(plan, options)


def _named_columns(options: argparse.Namespace) -> tuple[ColumnChoice, ...]:
    """Give the roles of the columns that are named as parts of an order line."""
    return tuple(
        ColumnChoice(name, role)
        for option, role in ROLE_BY_OPTION.items()
        if (name := getattr(options, option)) is not None
    )


def _with_segment_options(plan: Plan, options: argparse.Namespace) -> Plan:
    return replace(
        plan,
        features=FeatureChoice(
            features=options.features,
            scale=Scale(options.scale),
            long_tails=LongTails(options.long_tails),
            empty=EmptyRule(options.empty) if options.empty else EmptyRule.AUTO,
            weights=tuple(dict(options.weight).items()),
        ),
        scan=ScanChoice(
            max_k=options.max_segments,
            seed=options.seed,
            max_lists=options.max_lists,
            min_size=options.min_size,
        ),
        k=options.segments,
        grouping=Grouping.CLASSIC if options.classic else Grouping.FOUND,
        describe=options.describe,
    )


def _build_parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="clientele", description=_("Find the groups among your customers."))
    parser.add_argument("--version", action="version", version=f"clientele {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    window = commands.add_parser("window", help=_("open the window (also without a command)"))
    window.add_argument("files", nargs="*", type=Path, metavar="FILE")
    inspect = commands.add_parser("inspect", help=_("say what the files are; change nothing"))
    _add_reading(inspect)
    inspect.add_argument("--json", action="store_true", help=_("print one JSON object"))
    segment = commands.add_parser("segment", help=_("form groups and write a labelled list"))
    _add_reading(segment)
    _add_segmenting(segment)
    commands.add_parser("self-test", help=_("say whether this installation is whole"))
    return parser


def _add_reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--sheet", metavar="NAME")
    parser.add_argument("--encoding")
    parser.add_argument("--delimiter")
    parser.add_argument("--decimal", choices=(".", ","))
    parser.add_argument("--date-order", choices=("dmy", "mdy", "ymd"))
    parser.add_argument(
        "--as", dest="table", type=_table_kind, metavar="{customers,orders,auto}", default=None
    )
    _add_orders(parser)


def _add_orders(parser: argparse.ArgumentParser) -> None:
    """Add what is said of a file of order lines."""
    group = parser.add_argument_group(_("files of orders"))
    add = group.add_argument
    add("--customer-id", metavar="COL", help=_("the column that says who bought"))
    add("--date", metavar="COL", help=_("the column with the day of the order"))
    add("--amount", metavar="COL", help=_("the column that says for how much"))
    add("--order-id", metavar="COL", help=_("the column with the number of the order"))
    add(
        "--as-of",
        metavar="DATE",
        type=_iso_date,
        help=_("the day to count back from, as in 2024-12-31 (else the day after the last order)"),
    )
    add(
        "--look-back",
        metavar="MONTHS",
        type=_whole_number(1, LONGEST_LOOK_BACK),
        help=_("only count orders of so many months before that day (else all)"),
    )
    add(
        "--currency",
        metavar="CODE",
        help=_("of several currencies, the one that counts (else that of most lines)"),
    )
    add(
        "--count",
        metavar="REASON[,REASON]",
        type=_reasons,
        default=frozenset(),
        help=_("lines to count all the same: {reasons}").format(reasons=_reasons_in_order()),
    )


def _add_segmenting(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", required=True, type=_output, metavar="PATH")
    parser.add_argument("--features", type=_names, metavar="A,B,...")
    parser.add_argument("--describe", type=_names, metavar="A,B,...")
    parser.add_argument("-k", "--segments", type=_number_or_auto, metavar="N|auto", default=None)
    parser.add_argument(
        "--classic",
        action="store_true",
        help=_("groups by rule, from how lately, how often and for how much people buy"),
    )
    parser.add_argument("--max-segments", type=_whole_number(2, 30), default=10, metavar="N")
    parser.add_argument("--max-lists", type=_whole_number(1, 30), metavar="M")
    parser.add_argument("--min-size", type=_whole_number(1, 10**9), metavar="S")
    parser.add_argument("--scale", choices=[s.value for s in Scale], default="standard")
    parser.add_argument("--long-tails", choices=[t.value for t in LongTails], default="auto")
    parser.add_argument("--empty", choices=("leave-out", "middle"))
    parser.add_argument(
        "--weight",
        action="append",
        type=_weight,
        default=[],
        metavar="COLUMN=FACTOR",
        help=_("how much a column counts beside the others, as in Age=2 (can be given again)"),
    )
    parser.add_argument("--seed", type=_whole_number(0, 2**31 - 1), default=0, metavar="N")
    parser.add_argument(
        "--second-opinion",
        action="store_true",
        help=_("also ask other methods, and say who would be in another group"),
    )
    parser.add_argument(
        "--trust",
        choices=("full", "quick", "off"),
        default="full",
        help=_("how often customers are drawn anew to see which groups come back"),
    )
    parser.add_argument("--summary", type=Path, metavar="PATH.json")
    parser.add_argument("--quiet", action="store_true")


def _names(text: str) -> tuple[str, ...]:
    """Read names parted by commas; a name that holds a comma stands in double quotes."""
    try:
        names = next(csv.reader([text], skipinitialspace=True))
    except csv.Error:
        raise argparse.ArgumentTypeError(_("write the columns as A,B,C on one line")) from None
    return tuple(name.strip() for name in names if name.strip())


def _weight(text: str) -> tuple[str, float]:
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


def _reasons(text: str) -> frozenset[str]:
    """Read reasons parted by commas, of those that the user may overrule."""
    reasons = frozenset(filter(None, (word.strip() for word in text.split(","))))
    if not reasons or not reasons <= REVERSIBLE:
        advice = _("choose one or more of {reasons}").format(reasons=_reasons_in_order())
        raise argparse.ArgumentTypeError(advice)
    return reasons


def _reasons_in_order() -> str:
    return ", ".join(reason for reason in REASONS if reason in REVERSIBLE)


def _number_or_auto(text: str) -> int | None:
    if text == "auto":
        return None
    try:
        return _whole_number(1, 30)(text)
    except argparse.ArgumentTypeError as problem:
        raise argparse.ArgumentTypeError(_("{advice}, or auto").format(advice=problem)) from None


def _whole_number(lowest: int, highest: int) -> Callable[[str], int]:
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


def _iso_date(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(_("write a day as in 2024-12-31")) from None


def _table_kind(text: str) -> str | None:
    if text not in ("customers", "orders", "auto"):
        raise argparse.ArgumentTypeError(_("choose customers, orders or auto"))
    return None if text == "auto" else text


def _output(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in (".csv", ".xlsx"):
        raise argparse.ArgumentTypeError(_("the output must end in .csv or .xlsx"))
    return path
