"""The words of the command line and the plan that they stand for."""

import argparse
import os
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import NoReturn

from desktop_app import __version__
from desktop_app.cli.words import (
    csv_path,
    iso_date,
    names,
    number_or_auto,
    output,
    project,
    reasons,
    reasons_in_order,
    report_path,
    table_kind,
    weight,
    whole_number,
)
from desktop_app.core.checking.columns import ColumnChoice, Role
from desktop_app.core.customers.choices import CustomerChoice
from desktop_app.core.intake.tables import ReadOptions
from desktop_app.core.segmenting.choices import (
    EmptyRule,
    FeatureChoice,
    Grouping,
    LongTails,
    MovingTogether,
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
    options = parser.parse_args(words or ["window"])
    if options.command is None:
        options.command, options.files = "window", []
    if options.command in ("segment", "follow") and (
        problem := _overwritten(options) or _at_odds(options)
    ):
        parser.error(problem)
    return options


def _overwritten(options: argparse.Namespace) -> str:
    """Say which file would take the place of another one of the same call; "" if none would."""
    results = ["output", "summary", "project", "report"]
    if options.command == "follow":
        results = ["output", "movement", "summary", "project_out"]
    taken: list[Path] = list(options.files)
    for path in filter(None, (getattr(options, name) for name in results)):
        if any(_is_same(path, other) for other in taken):
            return _("“{path}” is named twice; choose another name for the result.").format(
                path=path
            )
        taken.append(path)
    return ""


def _at_odds(options: argparse.Namespace) -> str:
    """Say which two words do not go together; "" if all do."""
    if options.command == "follow":
        return ""
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
        day=date.today().isoformat(),
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
            moving_together=MovingTogether(options.moving_together),
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
    _add_following(commands.add_parser("follow", help=_("sort a newer file into saved groups")))
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
        "--as", dest="table", type=table_kind, metavar="{customers,orders,auto}", default=None
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
        type=iso_date,
        help=_("the day to count back from, as in 2024-12-31 (else the day after the last order)"),
    )
    add(
        "--look-back",
        metavar="MONTHS",
        type=whole_number(1, LONGEST_LOOK_BACK),
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
        type=reasons,
        default=frozenset(),
        help=_("lines to count all the same: {reasons}").format(reasons=reasons_in_order()),
    )


def _add_segmenting(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", required=True, type=output, metavar="PATH")
    parser.add_argument("--features", type=names, metavar="A,B,...")
    parser.add_argument("--describe", type=names, metavar="A,B,...")
    parser.add_argument("-k", "--segments", type=number_or_auto, metavar="N|auto", default=None)
    parser.add_argument(
        "--classic",
        action="store_true",
        help=_("groups by rule, from how lately, how often and for how much people buy"),
    )
    parser.add_argument("--max-segments", type=whole_number(2, 30), default=10, metavar="N")
    parser.add_argument("--max-lists", type=whole_number(1, 30), metavar="M")
    parser.add_argument("--min-size", type=whole_number(1, 10**9), metavar="S")
    parser.add_argument("--scale", choices=[s.value for s in Scale], default="standard")
    parser.add_argument("--long-tails", choices=[t.value for t in LongTails], default="auto")
    parser.add_argument(
        "--moving-together",
        choices=[m.value for m in MovingTogether],
        default="each",
        help=_(
            "what columns that rise and fall together count for: each for itself, or once in all"
        ),
    )
    parser.add_argument("--empty", choices=("leave-out", "middle"))
    parser.add_argument(
        "--weight",
        action="append",
        type=weight,
        default=[],
        metavar="COLUMN=FACTOR",
        help=_("how much a column counts beside the others, as in Age=2 (can be given again)"),
    )
    parser.add_argument("--seed", type=whole_number(0, 2**31 - 1), default=0, metavar="N")
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
    parser.add_argument("--project", type=project, metavar="PATH.clientele", help=_("save it all"))
    parser.add_argument(
        "--report",
        type=report_path,
        metavar="PATH.pdf",
        help=_("also write a report to print; no customer is named in it"),
    )
    parser.add_argument(
        "--charts", type=Path, metavar="DIR", help=_("write pictures of the groups into a folder")
    )
    parser.add_argument("--summary", type=Path, metavar="PATH.json")
    parser.add_argument("--quiet", action="store_true")


def _add_following(parser: argparse.ArgumentParser) -> None:
    add = parser.add_argument
    add("project", type=project, metavar="PROJECT", help=_("the project with the groups"))
    add("files", nargs="+", type=Path, metavar="FILE", help=_("the newer files"))
    add("-o", "--output", required=True, type=output, metavar="PATH")
    add(
        "--movement",
        type=csv_path,
        metavar="PATH.csv",
        help=_("also write where everyone was, is now, and why"),
    )
    add(
        "--refit",
        action="store_true",
        help=_("also say whether groups made anew would be the same"),
    )
    add(
        "--project-out",
        type=project,
        metavar="PATH.clientele",
        help=_("save the project with this month in it"),
    )
    add("--summary", type=Path, metavar="PATH.json")
    add("--quiet", action="store_true")
