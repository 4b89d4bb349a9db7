"""How a workbook shows the numbers of a column: the number itself stays as it is."""

from typing import assert_never

from desktop_app.core.checking.columns import Column, Unit

SHARE = "0%"
WHOLE = "#,##0"
DAY, TIME = "yyyy-mm-dd", "yyyy-mm-dd hh:mm"
_MEANS_IN_FULL_FROM, _MEANS_IN_TENTHS_FROM = 100.0, 10.0


def number_format(column: Column, *, is_sign_first: bool, has_fractions: bool) -> str:
    """Give the format of the numbers of ``column``; ``""`` shows them as they are.

    Examples
    --------
    >>> from desktop_app.core.checking.columns import Kind, Role
    >>> spent = Column("Spent", Kind.NUMBER, Role.FEATURE, unit=Unit.MONEY, sign="€")
    >>> number_format(spent, is_sign_first=True, has_fractions=True)
    '"€"#,##0.00'
    """
    match column.unit:
        case Unit.MONEY:
            return _money("#,##0.00" if has_fractions else WHOLE, column.sign, is_sign_first)
        case Unit.THOUSANDS:
            number = "#,##0.0" if has_fractions else WHOLE
            return _money(number + '"k"', column.sign, is_sign_first)
        case Unit.PERCENT:
            return ("0.0" if has_fractions else "0") + '" %"'
        case Unit.DAYS | Unit.PLAIN:
            return ""
        case _:
            assert_never(column.unit)


def mean_format(column: Column, largest: float, *, is_sign_first: bool) -> str:
    """Give the format of means of ``column``, of which the ``largest`` is known: no endless digits.

    Examples
    --------
    >>> from desktop_app.core.checking.columns import Kind, Role
    >>> mean_format(Column("Age", Kind.NUMBER, Role.FEATURE), 60.2, is_sign_first=True)
    '#,##0.0'
    """
    is_small = abs(largest) < _MEANS_IN_FULL_FROM
    own = number_format(column, is_sign_first=is_sign_first, has_fractions=is_small)
    if own:
        return own
    if not is_small:
        return WHOLE
    return "#,##0.0" if abs(largest) >= _MEANS_IN_TENTHS_FROM else "0.00"


def _money(number: str, sign: str, is_sign_first: bool) -> str:
    if not sign:
        return number
    gap = " " if sign[-1:].isalpha() or not is_sign_first else ""
    quoted = sign.replace('"', "")
    return f'"{quoted}{gap}"{number}' if is_sign_first else f'{number}"{gap}{quoted}"'
