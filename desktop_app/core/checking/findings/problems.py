"""The door of findings: all about the data that deserves a look, as codes with places and fixes.

Says what was found, changes nothing.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from desktop_app.core.checking.answers import USE_MIDDLE
from desktop_app.core.checking.checked import Finding, TableKind
from desktop_app.core.checking.columns import Column, Role
from desktop_app.core.checking.findings.about_columns import (
    about_column,
    between_columns,
    mixed_currencies,
)
from desktop_app.core.checking.findings.about_rows import (
    about_lines,
    duplicate_rows,
    same_person,
)
from desktop_app.core.checking.findings.about_values import (
    empty_values,
    impossible_dates,
    odd_values,
    unusual_values,
)
from desktop_app.core.checking.findings.equal_rows import equal_rows
from desktop_app.core.checking.kinds import Reading
from desktop_app.core.intake.tables import RawTable
from desktop_app.core.progress import NO_PROGRESS, Progress

_ROLES_IN_ORDERS = {Role.ID, Role.ORDER_ID, Role.CONTACT, Role.DATE, Role.AMOUNT}


def find_problems(
    raw: RawTable,
    kind: TableKind,
    columns: Sequence[Column],
    readings: Sequence[Reading],
    today: date | None = None,
    *,
    has_equal_lines: bool = False,
    progress: Progress = NO_PROGRESS,
) -> tuple[Finding, ...]:
    """Give everything that deserves a look, those that stop a value from being used first.

    No date lies in the future if ``today`` is ``None``. With ``has_equal_lines`` equal lines of an
    order all count unless the user says otherwise.
    """
    every = tuple(zip(columns, readings, strict=True))
    pairs = every
    if kind is TableKind.ORDERS:  # the rest of an order line goes into no segment
        pairs = tuple(pair for pair in every if pair[0].role in _ROLES_IN_ORDERS)
    findings = [*about_lines(raw)]
    for find in (odd_values, unusual_values, empty_values, partial(impossible_dates, today=today)):
        for column, reading in pairs:
            progress.checkpoint()
            findings += find(raw, column, reading)
    for column, reading in pairs:
        findings += about_column(column, reading)
    for column, reading in every:
        findings += mixed_currencies(raw, column, reading)
    emails = [reading.name for reading in readings if reading.holds_emails]
    equal = equal_rows(raw, emails, progress)
    are_taken_out = not has_equal_lines and any(c.role is Role.ORDER_ID for c in columns)
    findings += duplicate_rows(raw, equal, are_taken_out=are_taken_out)
    if kind is TableKind.CUSTOMERS:
        findings += same_person(raw, pairs, equal, progress)
        findings += between_columns(pairs)
        return tuple(findings)
    return tuple(map(_in_an_order, findings))


def _in_an_order(finding: Finding) -> Finding:
    """A line of an order is counted or not; there is no usual line to take in its place."""
    return replace(finding, fixes=tuple(fix for fix in finding.fixes if fix != USE_MIDDLE))
