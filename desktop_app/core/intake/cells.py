"""What single cells look like: numbers, dates, plain words; and which decimal sign they use."""

import re
from collections.abc import Iterable

_MONEY = r"(?:[$€£¥₹₽₺]|[A-Z]{3}|kr\.?|zł|Kč|Ft|%)"
_GROUPED = r"\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3})+"
_NUMBER = re.compile(
    rf"\(?[-+−]?(?:{_MONEY}\s?)?[-+−]?(?:{_GROUPED}|\d+)?(?:[.,]\d+|(?<=\d)[.,]?)"
    rf"(?:[eE][-+]?\d+)?-?\s?{_MONEY}?\)?"
)
_CLOCK = r"\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?:\s?[AaPp]\.?[Mm]\.?)?(?:\s?(?:Z|UTC|GMT|[-+]\d{2}:?\d{2}))?"
_DAY = (
    r"(?:\d{1,4}[-/.]\s?\d{1,2}[-/.]\s?\d{1,4}"
    r"|\d{1,2}[-. ]{1,2}[^\W\d_]{3,10}\.?[-, ]{1,2}\d{2,4}"
    r"|[^\W\d_]{3,10}\.? \d{1,2},? \d{4})"
)
_DATE = re.compile(rf"{_DAY}(?:[T ,]+{_CLOCK})?|{_CLOCK}")
_JOINED = re.compile(r"[\t|\x1f]|[,;](?=\S)")  # a separator that joins what a blank would part

_LONGEST_VALUE = 40  # characters; what is longer is a text
_GAPS = re.compile(r"[\s'’]")
_COMMA_DECIMAL = re.compile(
    r"\D*(?:\d{1,3}(?:\.\d{3})+,\d*|\d*,(?:\d{1,2}|\d{4,})|0,\d+|\d{4,},\d+|\d{1,3}(?:\.\d{3}){2,})\D*"
)
_POINT_DECIMAL = re.compile(
    r"\D*(?:\d{1,3}(?:,\d{3})+\.\d*|\d*\.(?:\d{1,2}|\d{4,})|0\.\d+|\d{4,}\.\d+|\d{1,3}(?:,\d{3}){2,})\D*"
)


def is_number(cell: str) -> bool:
    """Tell whether a cell is a number as people write it, with or without a currency.

    Examples
    --------
    >>> [is_number(cell) for cell in ("1.234,56 €", "-7", "$3.50", "(12)", "3a", "")]
    [True, True, True, True, False, False]
    """
    if len(cell) > _LONGEST_VALUE or not any(map(str.isdigit, cell)):
        return False
    return _NUMBER.fullmatch(cell.strip()) is not None


def is_date(cell: str) -> bool:
    """Tell whether a cell is a day, a time of day, or both.

    Examples
    --------
    >>> [is_date(cell) for cell in ("2024-05-01", "1.5.24 13:05", "3 Mar 2021", "10/2")]
    [True, True, True, False]
    """
    return len(cell) <= _LONGEST_VALUE and _DATE.fullmatch(cell.strip()) is not None


def is_value(cell: str) -> bool:
    """Tell whether a cell is a number or a date: what the name of a column hardly ever is."""
    return is_number(cell) or is_date(cell)


def is_clean(cell: str) -> bool:
    """Tell whether a cell looks like one thing and not like several that were left together.

    Examples
    --------
    >>> [is_clean(cell) for cell in ("Paris, FR", "1,5", "a;b", "Ann|Paris")]
    [True, True, False, False]
    """
    return _JOINED.search(cell) is None or is_value(cell)


def decimal_sign(cells: Iterable[str], by_habit: str) -> str:
    """Give ``"."`` or ``","``, whichever more of the cells prove; ``by_habit`` if it is a draw.

    A cell such as ``1,234`` proves nothing: it may be a thousand or a little more than one.

    Examples
    --------
    >>> decimal_sign(["3,5", "1.234,56", "7"], by_habit=".")
    ','
    """
    n_comma = n_point = 0
    for cell in filter(is_number, cells):
        number = _GAPS.sub("", cell)
        n_comma += _COMMA_DECIMAL.fullmatch(number) is not None
        n_point += _POINT_DECIMAL.fullmatch(number) is not None
    if n_comma == n_point:
        return by_habit
    return "," if n_comma > n_point else "."
