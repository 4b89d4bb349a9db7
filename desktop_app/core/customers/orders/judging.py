"""Which lines count, for which reason the others do not, and what each reason takes away.

A reason that the user lets count is looked for all the same, so that its lines stay known. Adds
nothing up per order or customer.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from desktop_app.core.customers.orders.lines import OrderLines
from desktop_app.core.customers.table import REASONS

_Cases = Sequence[tuple[str, str]]  # reasons, in the order in which they are asked, and conditions


@dataclass(frozen=True, slots=True)
class Taken:
    """What one reason takes out, or would if it counted: lines, and what was paid in them.

    ``n_parts`` of money are whole ten-thousandths.
    """

    n_lines: int = 0
    n_parts: int = 0

    def and_also(self, n_lines: int, n_parts: int) -> "Taken":
        """Give this and some more lines."""
        return replace(self, n_lines=self.n_lines + n_lines, n_parts=self.n_parts + n_parts)


def judge_lines(
    lines: OrderLines,
    counted: frozenset[str],
    first_day: np.datetime64 | None,
    last_day: np.datetime64,
) -> dict[str, Taken]:
    """Offer each line with the reason why it does not count, and tell what each reason takes out.

    The view ``judged`` has what ``line`` has and ``why``, ``''`` = it counts, ``paid``, what was
    paid in it before anything came back, ``came_back``, and ``is_refund``, whether anything did;
    its ``net`` is what counts of it. The view ``kept`` has the lines that count. Days before
    ``first_day`` and after ``last_day`` do not. Lines in another currency have nothing ``paid``.
    """
    cases = _cases(lines, first_day, last_day)
    _show_judged(lines, cases, counted)
    let_count = [reason for reason in REASONS if reason in counted]
    would = "".join(
        f", count(*) FILTER (would_{reason}) AS n_{reason},"
        f" coalesce(sum(paid) FILTER (would_{reason}), 0)::BIGINT AS paid_{reason}"
        for reason in let_count
        if reason != "zero_amount"
    )
    found = lines.questions.arrays(
        "SELECT why, count(*) AS n, sum(paid)::BIGINT AS paid,"
        f" count(*) FILTER (is_refund) AS n_refunds{would} FROM judged GROUP BY why"
    )
    numbers = {name: [int(n) for n in found[name]] for name in found if name != "why"}
    taken = {reason: Taken() for reason in REASONS}
    n_refunds = 0
    for why, n, paid, refunds in zip(
        found["why"], numbers["n"], numbers["paid"], numbers["n_refunds"], strict=True
    ):
        if why:
            taken[why] = Taken(n, paid)
        else:
            n_refunds = refunds
    for reason in let_count:
        if reason != "zero_amount":
            taken[reason] = Taken(sum(numbers[f"n_{reason}"]), sum(numbers[f"paid_{reason}"]))
    taken["refunded"] = taken["refunded"].and_also(n_refunds, 0)
    return taken


def _show_judged(lines: OrderLines, cases: _Cases, counted: frozenset[str]) -> None:
    """Offer ``judged`` and ``kept``; ``would_cancelled`` and so on for reasons that are let count."""
    flags = {
        reason: f"{_first_of(cases, counted - {reason})} = '{reason}'"
        for reason in sorted(counted)
        if reason != "zero_amount"
    }
    told = "".join(f", {condition} AS would_{reason}" for reason, condition in flags.items())
    came_back = "greatest(gross, 0) - net"
    net = "net"
    if "refunded" in counted:
        came_back, net = (
            f"CASE WHEN would_refunded THEN 0 ELSE {came_back} END",
            "greatest(gross, 0)",
        )
    paid = f"CASE WHEN {_is_other(lines)} THEN 0 ELSE greatest(gross, 0) END"
    lines.questions.run(
        f"CREATE TEMP VIEW judged AS SELECT * REPLACE ({net} AS net), {paid} AS paid,"
        f" {came_back} AS came_back, ({came_back}) > 0 AS is_refund"
        f" FROM (SELECT *, {_first_of(cases, counted)} AS why{told} FROM line)"
    )
    lines.questions.run("CREATE TEMP VIEW kept AS SELECT * FROM judged WHERE why = ''")


def _cases(lines: OrderLines, first_day: np.datetime64 | None, last_day: np.datetime64) -> _Cases:
    """Give when each reason meets a line; the first that does is why it does not count."""
    cases = [
        ("left_out", "is_left_out"),
        *([] if lines.money.place is None else [("other_currency", _is_other(lines))]),
        ("duplicate", "is_duplicate"),
        *((reason, f"reason = '{reason}'") for reason in lines.reasons),
        ("no_customer", "customer IS NULL"),
        ("after_as_of", f"day > {last_day.astype(np.int64)}"),
    ]
    if first_day is not None:
        cases.append(("before_window", f"day < {first_day.astype(np.int64)}"))
    return cases


def _is_other(lines: OrderLines) -> str:
    """Whether a line is in another currency than the one that counts: never added to it."""
    return "false" if lines.money.place is None else f"currency <> {lines.money.place}"


def _first_of(cases: _Cases, counted: frozenset[str]) -> str:
    """Give the first reason that meets a line and is not let count, ``''`` if none does."""
    asked = "".join(
        f" WHEN {condition} THEN '{reason}'" for reason, condition in cases if reason not in counted
    )
    return f"CASE{asked} ELSE '' END"
