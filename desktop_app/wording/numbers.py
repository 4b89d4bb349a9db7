"""Numbers, money, shares and dates as the user's country writes them.

Knows columns only for their unit. Never used for files: those keep the customer's own text.
"""

import math
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Self, assert_never

from desktop_app.core.checking.columns import Column, Unit
from desktop_app.i18n import _, ngettext

NO_BREAK_SPACE = "\u00a0"
NARROW_SPACE = "\u202f"
MINUS = "\u2212"

_WHOLE_FROM = 10.0  # a mean of 38.85 years reads as 39, one of 2.4 orders keeps its digit
_WHOLE_MONEY_FROM = 100.0  # cents matter below
_EXACT = Context(prec=400)  # a float has at most 309 digits before the point


@dataclass(frozen=True, slots=True)
class Formats:
    """How one country writes numbers; the default is English.

    >>> Formats().count(12345), Formats().number(86.5), Formats().number(2.44)
    ('12,345', '87', '2.4')
    """

    decimal: str = "."
    thousands: str = ","
    is_sign_first: bool = True

    @classmethod
    def for_locale(cls, name: str) -> Self:
        """Give the formats of a locale such as ``nl_NL.UTF-8``, ``de-DE`` or ``fr``.

        >>> Formats.for_locale("de_DE.UTF-8").number(1234.5, digits=1)
        '1.234,5'
        """
        place = name.partition(".")[0].partition("@")[0].replace("-", "_")
        language = place.partition("_")[0].lower()
        return cls(*(_BY_PLACE.get(place) or _BY_LANGUAGE.get(language) or _ENGLISH))

    def count(self, n: int) -> str:
        """Give a whole number with its thousands set apart."""
        return self.number(n, digits=0)

    def number(self, x: float, digits: int | None = None) -> str:
        """Give ``x`` with ``digits`` decimals; ``None`` keeps what a reader can use.

        NaN gives an en dash.
        """
        if not math.isfinite(x):
            return "–"
        text = _rounded(abs(x), _useful_digits(x) if digits is None else digits)
        if digits is None and "." in text:
            text = text.rstrip("0").rstrip(".")
        minus = MINUS if x < 0 and text.strip("0.,") else ""
        whole, dot, fraction = text.partition(".")
        return minus + whole.replace(",", self.thousands) + (self.decimal if dot else "") + fraction

    def value(self, x: float, column: Column, *, is_exact: bool = False) -> str:
        """Give ``x`` as a value of ``column``, with the column's unit; ``is_exact`` for limits.

        >>> from desktop_app.core.checking.columns import Kind, Role
        >>> income = Column("Income", Kind.NUMBER, Role.FEATURE, unit=Unit.THOUSANDS, sign="$")
        >>> Formats().value(86.54, income)
        '$87k'
        """
        if not math.isfinite(x):
            return "–"
        digits = _all_digits(x) if is_exact else None
        match column.unit:
            case Unit.MONEY:
                digits = max(digits or 0, _money_digits(x))
                return self._money(self.number(x, digits), column.sign)
            case Unit.THOUSANDS:
                return self._money(self.number(x, digits) + "k", column.sign)
            case Unit.PERCENT:
                return self.number(x, digits) + NO_BREAK_SPACE + "%"
            case Unit.DAYS:
                return ngettext("{n} day", "{n} days", round(x)).format(n=self.number(x, digits))
            case Unit.PLAIN:
                return self.number(x, digits)
            case _:
                assert_never(column.unit)

    def money(self, amount: float, sign: str = "", digits: int = 2) -> str:
        r"""Give an amount to the cent, or to ``digits`` decimals, as it is added up in a ledger.

        >>> Formats().money(84120.5, "€"), Formats.for_locale("de_DE").money(-420, "€")
        ('€84,120.50', '−420,00\xa0€')
        """
        return self._money(self.number(amount, digits), sign)

    def percent(self, share: float) -> str:
        """Give a share (0 to 1) in whole percents; a share that is not nothing never reads as 0."""
        if 0 < share < 0.005:
            return f"<1{NO_BREAK_SPACE}%"
        return self.number(100 * share, digits=0) + NO_BREAK_SPACE + "%"

    def date(self, day: date) -> str:
        """Give a date with the month in words, so that nobody mixes up day and month."""
        return _("{day} {month} {year}").format(day=day.day, month=month_name(day), year=day.year)

    def _money(self, number: str, sign: str) -> str:
        if not sign:
            return number
        if not self.is_sign_first:
            return number + NO_BREAK_SPACE + sign
        minus = MINUS if number.startswith(MINUS) else ""
        # Letters such as CHF need room, signs such as $ do not.
        gap = NO_BREAK_SPACE if sign[-1:].isalpha() else ""
        return minus + sign + gap + number.removeprefix(MINUS)


def system_formats(environment: Mapping[str, str] = os.environ) -> Formats:
    """Give the formats of the country that this computer is set to."""
    return Formats.for_locale(system_locale(environment))


def system_locale(environment: Mapping[str, str] = os.environ) -> str:
    """Give the name of the locale that this computer is set to; "" when it does not say."""
    for variable in ("LC_ALL", "LC_NUMERIC", "LANG"):
        if environment.get(variable):
            return environment[variable]
    if sys.platform == "win32":
        import ctypes
        import locale

        return locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultLCID(), "")
    return ""


def _rounded(x: float, digits: int) -> str:
    """Round halves up as people do, on the digits that they would see."""
    step = Decimal(1).scaleb(-digits)
    return f"{Decimal(repr(float(x))).quantize(step, ROUND_HALF_UP, _EXACT):,}"


def _useful_digits(x: float) -> int:
    size = abs(x)
    if size >= _WHOLE_FROM or size == 0:
        return 0
    if size >= 1:
        return 1
    return min(6, 1 - math.floor(math.log10(size)))


def _all_digits(x: float) -> int:
    exponent = Decimal(repr(float(x))).normalize().as_tuple().exponent
    return min(6, max(0, -exponent)) if isinstance(exponent, int) else 0


def _money_digits(x: float) -> int:
    return 0 if abs(x) >= _WHOLE_MONEY_FROM or float(x).is_integer() else 2


def month_name(day: date) -> str:
    """Give the month of ``day`` in words."""
    names = (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )
    return names[day.month - 1]


_ENGLISH = (".", ",", True)
_POINT_GROUPS = (",", ".", False)
_SPACE_GROUPS = (",", NARROW_SPACE, False)

_BY_LANGUAGE: dict[str, tuple[str, str, bool]] = {
    "en": _ENGLISH,
    "zh": _ENGLISH,
    "ja": _ENGLISH,
    "ko": _ENGLISH,
    "he": _ENGLISH,
    "th": _ENGLISH,
    "nl": (",", ".", True),
    "tr": (",", ".", True),
    "de": _POINT_GROUPS,
    "es": _POINT_GROUPS,
    "it": _POINT_GROUPS,
    "pt": _POINT_GROUPS,
    "da": _POINT_GROUPS,
    "el": _POINT_GROUPS,
    "id": (",", ".", True),
    "hr": _POINT_GROUPS,
    "ro": _POINT_GROUPS,
    "sl": _POINT_GROUPS,
    "fr": _SPACE_GROUPS,
    "sv": _SPACE_GROUPS,
    "nb": _SPACE_GROUPS,
    "nn": _SPACE_GROUPS,
    "no": _SPACE_GROUPS,
    "fi": _SPACE_GROUPS,
    "pl": _SPACE_GROUPS,
    "cs": _SPACE_GROUPS,
    "sk": _SPACE_GROUPS,
    "hu": _SPACE_GROUPS,
    "bg": _SPACE_GROUPS,
    "uk": _SPACE_GROUPS,
    "ru": _SPACE_GROUPS,
}
"""Decimal sign, thousands sign, currency sign first; languages not listed write as English."""

_BY_PLACE: dict[str, tuple[str, str, bool]] = {
    "de_CH": (".", "’", True),
    "fr_CH": (",", NARROW_SPACE, False),
    "it_CH": (".", "’", True),
    "de_AT": (",", NARROW_SPACE, True),
    "es_MX": _ENGLISH,
    "es_US": _ENGLISH,
    "pt_BR": (",", ".", True),
    "en_ZA": (",", NARROW_SPACE, True),
    "nl_BE": (",", ".", True),
}
"""Countries that differ from most who share their language."""
