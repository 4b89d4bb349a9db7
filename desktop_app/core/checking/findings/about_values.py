"""Findings about the values of one column: what is no number, no date, empty, unusual, impossible."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import numpy as np

from desktop_app.core.checking.answers import KEEP, LEAVE_OUT, USE_MIDDLE
from desktop_app.core.checking.checked import Finding, FloatArray
from desktop_app.core.checking.columns import Column, Kind, Role
from desktop_app.core.checking.findings.places import finding_where, no_words
from desktop_app.core.checking.findings.unusual_values import unusual
from desktop_app.core.checking.headers.topics import Topic
from desktop_app.core.checking.headers.vocabulary import is_exactly, speaks_of
from desktop_app.core.checking.kinds import Reading
from desktop_app.core.checking.texts import BoolArray
from desktop_app.core.checking.values import EXCEL_ERRORS, LARGEST_AMOUNT
from desktop_app.core.intake.tables import RawTable

_OLDEST = 120  # years; nobody in a list of customers is older
_OTHER_ORDER = {"dmy": "mdy", "mdy": "dmy"}


def odd_values(raw: RawTable, column: Column, reading: Reading) -> Iterator[Finding]:
    """Give the values that are not what their column is."""
    is_error = _excel_errors(reading)
    is_fact = column.role is Role.FEATURE or column.kind is Kind.NUMBER
    fixes = _fixes_of_nothing(column) if is_fact else (KEEP, LEAVE_OUT)
    yield from _at(raw, "excel_error_value", reading, is_error, fixes)
    if column.kind is Kind.NUMBER:
        fixes = _fixes_of_nothing(column)
        yield from _at(raw, "not_a_number", reading, reading.is_odd, fixes)
    if column.kind is not Kind.DATE:
        return
    yield from _at(raw, "unreadable_date", reading, reading.is_odd, (KEEP, LEAVE_OUT))
    if not reading.is_order_decided and reading.date_order:
        orders = (reading.date_order, _OTHER_ORDER[reading.date_order])
        is_date = ~(reading.is_empty | reading.is_odd)
        for finding in _at(raw, "undecided_date_order", reading, is_date):
            yield replace(finding, fixes=orders)


def unusual_values(raw: RawTable, column: Column, reading: Reading) -> Iterator[Finding]:
    """Give the numbers that cannot be, and those far away from the others, with what is usual."""
    if column.kind is not Kind.NUMBER or column.unfit is not None:
        return
    values = reading.values.astype(np.float64)
    is_negative = no_words(reading)
    if column.role is Role.FEATURE and speaks_of(column.name, Topic.NEVER_NEGATIVE):
        is_negative = values < 0
        fixes = (KEEP, LEAVE_OUT, USE_MIDDLE)
        yield from _at(raw, "impossible_negative", reading, is_negative, fixes)
    is_far = unusual(values, reading.texts.counts) & ~is_negative
    if column.role is Role.AMOUNT:
        is_far |= np.abs(values) > LARGEST_AMOUNT
    if is_exactly(column.name, Topic.AGE):
        is_far |= values > _OLDEST
    for finding in _at(raw, "unusual_value", reading, is_far, (KEEP, LEAVE_OUT, USE_MIDDLE)):
        is_usual = ~(is_far | is_negative | np.isnan(values))
        yield _with_reason(finding, reading, values, is_far, is_usual)


def empty_values(raw: RawTable, column: Column, reading: Reading) -> Iterator[Finding]:
    """Give the empty cells of a fact; what a formula left behind is a finding of its own."""
    if column.role is Role.FEATURE and column.unfit is None:
        is_empty = reading.is_empty & ~_excel_errors(reading)
        yield from _at(raw, "empty_values", reading, is_empty, _fixes_of_nothing(column))


def impossible_dates(
    raw: RawTable, column: Column, reading: Reading, today: date | None
) -> Iterator[Finding]:
    """Give dates after today that are none of a plan, and birthdays of more than 120 years ago."""
    if column.kind is not Kind.DATE or today is None:
        return
    days = reading.values.astype("datetime64[D]")
    if not speaks_of(column.name, Topic.FORWARD):
        is_ahead = days > np.datetime64(today, "D")
        yield from _at(raw, "future_date", reading, is_ahead, (KEEP, LEAVE_OUT))
    if speaks_of(column.name, Topic.BIRTH):
        oldest = np.datetime64(today.replace(year=today.year - _OLDEST, day=1), "D")
        is_too_old = days < oldest
        yield from _at(raw, "impossible_birthday", reading, is_too_old, (KEEP, LEAVE_OUT))


def _fixes_of_nothing(column: Column) -> tuple[str, ...]:
    """Give the fixes where a fact has no value; there is no middle of words."""
    return (LEAVE_OUT, USE_MIDDLE) if column.kind is Kind.NUMBER else (LEAVE_OUT,)


def _excel_errors(reading: Reading) -> BoolArray:
    is_unread = reading.is_empty | reading.is_odd
    return is_unread & reading.texts.are_among(EXCEL_ERRORS) if is_unread.any() else is_unread


def _with_reason(
    finding: Finding, reading: Reading, values: FloatArray, is_far: BoolArray, is_usual: BoolArray
) -> Finding:
    if not is_usual.any():
        return finding
    usual = np.flatnonzero(is_usual)
    least, greatest = usual[np.argmin(values[usual])], usual[np.argmax(values[usual])]
    if (values[is_far] > values[greatest]).all():
        reason = "far_above"
    elif (values[is_far] < values[least]).all():
        reason = "far_below"
    else:
        reason = "far_away"
    return replace(finding, reason=reason, usual=(_word(reading, least), _word(reading, greatest)))


def _word(reading: Reading, place: int) -> str:
    return str(reading.texts.words_at(np.array([place]))[0]).lstrip("'")


def _at(
    raw: RawTable, code: str, reading: Reading, chosen: BoolArray, fixes: tuple[str, ...] = ()
) -> Iterator[Finding]:
    finding = finding_where(raw, code, reading, chosen, fixes)
    if finding is not None:
        yield finding
