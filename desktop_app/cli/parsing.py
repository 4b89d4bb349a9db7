"""The words of the command line and the plan that they stand for."""

import argparse
from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop_app import __version__
from desktop_app.core.customers.choices import CustomerChoice
from desktop_app.core.intake.tables import ReadOptions
from desktop_app.core.segmenting.choices import (
    EmptyRule,
    FeatureChoice,
    LongTails,
    Scale,
    ScanChoice,
)
from desktop_app.document.plan import Plan
from desktop_app.i18n import _
from desktop_app.wording.numbers import system_locale

COMMANDS = ("segment", "inspect", "self-test")


def parse(words: list[str]) -> argparse.Namespace:
    """Give the options; ``command`` is one of ``COMMANDS`` or ``window``."""
    if words and words[0] not in COMMANDS and not words[0].startswith("-"):
        words = ["window", *words]
    options = _build_parser().parse_args(words or ["window"])
    if options.command is None:
        options.command, options.files = "window", []
    return options


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
    )
    files = tuple(Path(name) for name in options.files)
    plan = Plan(files=files, reading=reading, customers=customers, region=system_locale())
    return plan if options.command == "inspect" else _with_segment_options(plan, options)


def _with_segment_options(plan: Plan, options: argparse.Namespace) -> Plan:
    return replace(
        plan,
        features=FeatureChoice(
            features=options.features,
            scale=Scale(options.scale),
            long_tails=LongTails(options.long_tails),
            empty=EmptyRule(options.empty) if options.empty else EmptyRule.AUTO,
        ),
        scan=ScanChoice(
            max_k=options.max_segments,
            seed=options.seed,
            max_lists=options.max_lists,
            min_size=options.min_size,
        ),
        k=options.segments,
        describe=options.describe,
    )


def _build_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="clientele", description=_("Find the groups among your customers.")
    )
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
    parser.add_argument("--delimiter", type=_delimiter)
    parser.add_argument("--decimal", choices=(".", ","))
    parser.add_argument("--date-order", choices=("dmy", "mdy", "ymd"))
    parser.add_argument(
        "--as", dest="table", type=_table_kind, metavar="{customers,orders,auto}", default=None
    )
    parser.add_argument("--customer-id", metavar="COL")
    parser.add_argument("--date", metavar="COL")
    parser.add_argument("--amount", metavar="COL")
    parser.add_argument("--order-id", metavar="COL")
    parser.add_argument("--as-of", metavar="DATE", type=_iso_date)


def _add_segmenting(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", required=True, type=_output, metavar="PATH")
    parser.add_argument("--features", type=_names, metavar="A,B,...")
    parser.add_argument("--describe", type=_names, metavar="A,B,...")
    parser.add_argument("-k", "--segments", type=_number_or_auto, metavar="N|auto", default=None)
    parser.add_argument("--max-segments", type=_range(2, 30), default=10, metavar="N")
    parser.add_argument("--max-lists", type=_range(1, 30), metavar="M")
    parser.add_argument("--min-size", type=_range(1, 10**9), metavar="S")
    parser.add_argument("--scale", choices=[s.value for s in Scale], default="standard")
    parser.add_argument("--long-tails", choices=[t.value for t in LongTails], default="auto")
    parser.add_argument("--empty", choices=("leave-out", "middle"))
    parser.add_argument("--seed", type=_range(0, 2**31 - 1), default=0, metavar="N")
    parser.add_argument("--trust", choices=("full", "quick", "off"), default="full")
    parser.add_argument("--summary", type=Path, metavar="PATH.json")
    parser.add_argument("--quiet", action="store_true")


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(",") if name.strip())


def _number_or_auto(text: str) -> int | None:
    return None if text == "auto" else _range(1, 30)(text)


def _delimiter(text: str) -> str:
    return {"tab": "\t", "\\t": "\t", "space": " "}.get(text, text)


def _iso_date(text: str) -> str:
    return date.fromisoformat(text).isoformat()


def _table_kind(text: str) -> str | None:
    if text not in ("customers", "orders", "auto"):
        raise argparse.ArgumentTypeError(_("choose customers, orders or auto"))
    return None if text == "auto" else text


def _output(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in (".csv", ".xlsx"):
        raise argparse.ArgumentTypeError(_("the output must end in .csv or .xlsx"))
    return path


class _range:  # noqa: N801  argparse shows the name of a type in its messages
    """A whole number between two limits, both included."""

    def __init__(self, lowest: int, highest: int) -> None:
        self._lowest, self._highest = lowest, highest

    def __call__(self, text: str) -> int:
        """Give the number or raise what argparse words."""
        number = int(text)
        if not self._lowest <= number <= self._highest:
            raise argparse.ArgumentTypeError(
                _("choose a number from {lowest} to {highest}").format(
                    lowest=self._lowest, highest=self._highest
                )
            )
        return number
