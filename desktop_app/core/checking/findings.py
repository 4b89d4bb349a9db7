"""Things about the data that deserve a look, as codes with places and possible fixes.

Says what was found, changes nothing.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt
import pandas as pd

from desktop_app.core.checking.checked import Finding, FloatArray, IntArray, TableKind
from desktop_app.core.checking.columns import Column, Kind, Role
from desktop_app.core.checking.kinds import Reading
from desktop_app.core.checking.texts import BoolArray
from desktop_app.core.checking.values import LARGEST_AMOUNT, is_excel_error
from desktop_app.core.checking.vocabulary import Topic, speaks_of
from desktop_app.core.intake.tables import SHOWN_ROWS, RawTable

NEARLY_SAME = 0.95  # |r|; methods, section 1
_DOMINATES = 100.0  # times the spread of the next column: unscaled, nothing else would count
_ENOUGH_VALUES = 20  # fewer do not tell what is usual
_MADS = 5.0
_MAD_TO_DEVIATION = 1.4826  # a normal distribution's standard deviation is that many MADs
_FENCES = 3.0  # interquartile ranges; Tukey's "far out"
_ENOUGH_PAIRS = 10  # fewer rows agree by chance
_MOST_COMPARED = 40  # columns; pairs grow with the square
_ROWS_COMPARED = 20_000  # correlations above .95 are plain on fewer

_ROLES_IN_ORDERS = {Role.ID, Role.ORDER_ID, Role.CONTACT, Role.DATE, Role.AMOUNT}

LEAVE_OUT, USE_MIDDLE, KEEP, KEEP_ONE = "leave_out", "use_middle", "keep", "keep_one"


def find_problems(
    raw: RawTable, kind: TableKind, columns: Sequence[Column], readings: Sequence[Reading]
) -> tuple[Finding, ...]:
    """Give everything that deserves a look, those that stop a value from being used first."""
    pairs = tuple(zip(columns, readings, strict=True))
    if kind is TableKind.ORDERS:  # the rest of an order line goes into no segment
        pairs = tuple(pair for pair in pairs if pair[0].role in _ROLES_IN_ORDERS)
    findings = [*_about_the_file(raw)]
    for find in (_odd_values, _unusual_values, _empty_values, _about_the_column):
        for column, reading in pairs:
            findings += find(raw, column, reading)
    findings += _duplicate_rows(raw, readings)
    if kind is TableKind.CUSTOMERS:
        findings += _same_person(raw, pairs)
        findings += _between_columns(pairs)
    return tuple(findings)


def unusual(values: FloatArray) -> BoolArray:
    """Tell which values lie far outside of the rest, by two robust rules that must agree.

    Beyond median -+ 5 times 1.4826 MAD, and outside of the quartiles by 3 interquartile ranges
    (Tukey 1977). NaN is never unusual; 20 values or fewer do not say what is usual.

    >>> unusual(np.array([*range(20, 50), 200.0])).nonzero()[0]
    array([30])
    """
    known = values[~np.isnan(values)]
    if len(known) <= _ENOUGH_VALUES:
        return np.zeros(len(values), dtype=bool)
    lower, middle, upper = np.percentile(known, [25, 50, 75])
    reach = _MADS * _MAD_TO_DEVIATION * float(np.median(np.abs(known - middle)))
    if reach == 0.0 or upper == lower:
        return np.zeros(len(values), dtype=bool)
    fence = _FENCES * (upper - lower)
    is_low = (values < middle - reach) & (values < lower - fence)
    is_high = (values > middle + reach) & (values > upper + fence)
    return np.asarray(is_low | is_high)


def _about_the_file(raw: RawTable) -> Iterator[Finding]:
    if raw.form.n_preamble_rows:
        rows = tuple(range(1, raw.form.n_preamble_rows + 1))[:SHOWN_ROWS]
        yield Finding("preamble", raw.form.n_preamble_rows, rows=rows)


def _odd_values(raw: RawTable, column: Column, reading: Reading) -> Iterator[Finding]:
    is_error = np.zeros(reading.texts.n_words, dtype=bool)
    is_word = reading.is_empty | reading.is_odd if reading.read_values is not None else ~is_error
    places = np.flatnonzero(is_word)
    is_error[places] = is_excel_error(reading.texts.words_at(places))
    yield from _at(raw, "excel_error_value", reading, is_error, LEAVE_OUT, USE_MIDDLE)
    if column.kind is Kind.NUMBER:
        yield from _at(raw, "not_a_number", reading, reading.is_odd, LEAVE_OUT, USE_MIDDLE)
    if column.kind is Kind.DATE:
        yield from _at(raw, "unreadable_date", reading, reading.is_odd, LEAVE_OUT)
        if not reading.is_order_decided:
            is_date = ~(reading.is_empty | reading.is_odd)
            yield from _at(raw, "undecided_date_order", reading, is_date, "dmy", "mdy")


def _unusual_values(raw: RawTable, column: Column, reading: Reading) -> Iterator[Finding]:
    if column.kind is not Kind.NUMBER or column.unfit is not None:
        return
    values = reading.values.astype(np.float64)
    is_negative = np.zeros(len(values), dtype=bool)
    if column.role is Role.FEATURE and speaks_of(column.name, Topic.NEVER_NEGATIVE):
        is_negative = values < 0
        yield from _at(raw, "impossible_negative", reading, is_negative, LEAVE_OUT, USE_MIDDLE)
    is_far = _unusual_words(reading, values) & ~is_negative
    if column.role is Role.AMOUNT:
        is_far |= np.abs(values) > LARGEST_AMOUNT
    yield from _at(raw, "unusual_value", reading, is_far, KEEP, LEAVE_OUT, USE_MIDDLE)


def _empty_values(raw: RawTable, column: Column, reading: Reading) -> Iterator[Finding]:
    if column.role is Role.FEATURE and column.unfit is None:
        yield from _at(raw, "empty_values", reading, reading.is_empty, LEAVE_OUT, USE_MIDDLE)


def _about_the_column(raw: RawTable, column: Column, reading: Reading) -> Iterator[Finding]:
    match column.unfit:
        case "constant":
            yield Finding("constant_column", reading.n_filled, column.name, example=_first(reading))
        case "identifier" | "contact":
            yield Finding("identifier_column", reading.n_filled, column.name)
        case "too_many_categories":
            yield Finding("too_many_categories", reading.n_distinct, column.name)
    if len(reading.signs) > 1:
        n_other = sum(count for _, count in reading.signs[1:])
        yield Finding("mixed_currencies", n_other, column.name, example=reading.signs[1][0])


def _duplicate_rows(raw: RawTable, readings: Sequence[Reading]) -> Iterator[Finding]:
    codes = pd.DataFrame({i: reading.texts.codes for i, reading in enumerate(readings)})
    rows = np.flatnonzero(codes.duplicated().to_numpy())
    if len(rows):
        fixes = (KEEP, KEEP_ONE)  # two equal rows may well be two people
        places = _places(raw, rows)
        yield Finding("duplicate_rows", len(rows), rows=places, fixes=fixes, places=rows)


def _same_person(raw: RawTable, pairs: Sequence[tuple[Column, Reading]]) -> Iterator[Finding]:
    """Rows, not equal as a whole, that share an e-mail address."""
    for column, reading in pairs:
        if column.role is not Role.CONTACT or not reading.holds_emails:
            continue
        codes = reading.texts.codes
        keys = pd.Series(reading.texts.words).str.casefold().factorize()[0][codes]
        is_filled = ~reading.is_empty[codes]
        rows = np.flatnonzero(pd.Series(keys).duplicated().to_numpy() & is_filled)
        if len(rows):
            example = reading.texts.words[codes[rows[0]]]
            places = _places(raw, rows)
            fixes = (KEEP, KEEP_ONE)
            yield Finding("same_person", len(rows), column.name, places, example, fixes, rows)


def _between_columns(pairs: Sequence[tuple[Column, Reading]]) -> Iterator[Finding]:
    numbers = [
        reading
        for column, reading in pairs
        if column.role is Role.FEATURE and column.kind is Kind.NUMBER and column.unfit is None
    ]
    if len(numbers) < 2:
        return
    frame = pd.DataFrame({r.name: _of_sample(r) for r in numbers[:_MOST_COMPARED]})
    for first, second in nearly_same(frame):
        yield Finding("nearly_same_columns", 1, first, example=second, fixes=(KEEP_ONE, KEEP))
    spreads = frame.std(ddof=0).sort_values(ascending=False)
    if spreads.iloc[1] > 0 and spreads.iloc[0] > _DOMINATES * spreads.iloc[1]:
        yield Finding("dominating_column", 1, str(spreads.index[0]))


def nearly_same(frame: pd.DataFrame) -> list[tuple[str, str]]:
    """Give the pairs of number columns, in their order, that say nearly the same (|r| > .95).

    >>> steps = np.arange(20.0)
    >>> nearly_same(pd.DataFrame({"a": steps, "b": 3 - 2 * steps, "c": steps % 2}))
    [('a', 'b')]
    """
    relation = frame.corr(min_periods=_ENOUGH_PAIRS).abs()
    return [
        (first, second)
        for first, second in combinations(frame.columns, 2)
        if relation.loc[first, second] > NEARLY_SAME
    ]


def _of_sample(reading: Reading) -> npt.NDArray[np.float64]:
    codes = reading.texts.codes
    step = max(1, len(codes) // _ROWS_COMPARED)
    return reading.values.astype(np.float64)[codes[::step]]


def _unusual_words(reading: Reading, values: FloatArray) -> BoolArray:
    """Judge by rows, answer by words."""
    codes = reading.texts.codes
    is_far = np.zeros(len(values), dtype=bool)
    is_far[codes[unusual(values[codes])]] = True
    return is_far


def _at(
    raw: RawTable, code: str, reading: Reading, chosen: BoolArray, *fixes: str
) -> Iterator[Finding]:
    rows = reading.texts.rows_where(chosen)
    if len(rows):
        example = str(reading.texts.words_at(np.flatnonzero(chosen)[:1])[0])
        yield Finding(code, len(rows), reading.name, _places(raw, rows), example, fixes, rows)


def _places(raw: RawTable, rows: IntArray) -> tuple[int, ...]:
    return tuple(raw.file_row(int(row)) for row in rows[:SHOWN_ROWS])


def _first(reading: Reading) -> str:
    return str(reading.some_words[0]) if len(reading.some_words) else ""
