"""Text as numbers and as yes or no, for the distinct values of a column.

Every function looks at words (distinct, stripped text) and answers for each of them. Knows
nothing of headers; dates are read in ``dates``.
"""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from desktop_app.core.checking.texts import BoolArray, WordArray

EXCEL_ERRORS = frozenset(
    {"#div/0!", "#n/a", "#name?", "#null!", "#num!", "#ref!", "#value!", "#spill!", "#calc!"}
)
EMPTY_WORDS = EXCEL_ERRORS | {"", "na", "n/a", "n.a.", "nan", "null", "none", "nil", "-", "--"} | {
    "–", "—", ".", "?", "(blank)", "missing", "unknown", "not available", "#nv", "nat", "<na>"
}  # fmt: skip
"""Words that stand for nothing in a column that otherwise holds numbers or dates."""

YES_WORDS = frozenset(
    {"yes", "y", "true", "t", "1", "on", "x", "ja", "j", "oui", "si", "sí", "sim", "tak"}
)
NO_WORDS = frozenset({"no", "n", "false", "f", "0", "off", "nein", "non", "não", "nee", "nie"})

LARGEST_NUMBER = 1e30  # no fact is larger; single precision and squares hold what is below
LARGEST_AMOUNT = 1e12  # money in one line of an order, in any currency

_CURRENCY = (
    r"(?:[A-Z]{0,3}[$€£¥₹₩₽₺₪฿₴₫₱₦]|USD|EUR|GBP|CHF|CAD|AUD|NZD|JPY|SEK|NOK|DKK|PLN|CZK|HUF|BRL|INR"
    r"|MXN|ZAR|SGD|HKD|TRY|kr\.?|zł|Kč|Ft|lei|Rs\.?|R)"
)
_NUMBER = re.compile(
    rf"'?\s*(?P<open>\()?\s*(?P<sign>[-+−–]?)\s*(?P<before>{_CURRENCY}(?![A-Za-z]))?"
    r"\s*(?P<inner>[-+−–]?)\s*"
    r"(?P<digits>(?:\d|[.,](?=\d))(?:[\d.,'’ \u00a0\u202f\u2009]*[\d.,])?)(?P<power>[eE][-+]?\d+)?"
    rf"\s*(?P<after>{_CURRENCY}|%)?(?P<minus>[-−])?\s*(?P<close>\))?"
)
_LONGEST_EMPTY = max(map(len, EMPTY_WORDS))
_LOOKED_AT_FOR_DECIMAL = 5_000  # distinct values; enough to meet one that settles the question


@dataclass(frozen=True, slots=True, eq=False)
class Numbers:
    """Words as numbers.

    ``values``: (u,) float64, NaN where the word is none. ``signs`` counts the currency signs seen.
    """

    values: npt.NDArray[np.float64]
    signs: tuple[tuple[str, int], ...] = ()
    is_percent: bool = False

    @property
    def sign(self) -> str:
        """The commonest currency sign, ``""`` if none was seen."""
        return self.signs[0][0] if self.signs else ""


def read_numbers(words: WordArray, decimal: str = ".", *, is_told: bool = False) -> Numbers:
    """Read words as numbers: currency signs, thousands, %, brackets for minus, leading apostrophes.

    ``decimal`` (``"."`` or ``","``) decides where the words leave it open, ``1,234`` alone, and
    always if the user told it. Beyond +-1e30 there is no number.

    >>> words = np.array(["$1,234.50", "(12)", "7 %", "3a"], dtype=object)
    >>> read_numbers(words).values.tolist()
    [1234.5, -12.0, 7.0, nan]
    """
    decimal = decimal if is_told else decimal_sign(words, decimal)
    if decimal == ".":
        plain = words
    else:
        dotless = ("" if "." in word else word.replace(",", ".") for word in words)
        plain = np.fromiter(dotless, dtype=object, count=len(words))
    values = np.array(pd.to_numeric(plain, errors="coerce"), dtype=np.float64)
    values[~np.isfinite(values)] = np.nan
    signs: Counter[str] = Counter()
    for place in np.flatnonzero(np.isnan(values)):
        if (found := _NUMBER.fullmatch(words[place])) is not None:
            values[place] = _value(found, decimal)
            signs[found["before"] or found["after"] or ""] += 1
    values[np.abs(values) > LARGEST_NUMBER] = np.nan
    is_percent = signs.pop("%", 0) > 0
    signs.pop("", None)
    return Numbers(values, tuple(signs.most_common()), is_percent)


def decimal_sign(words: WordArray, default: str) -> str:
    """Give the decimal sign that the words themselves settle, else ``default``.

    >>> decimal_sign(np.array(["1.234,50", "7"], dtype=object), ".")
    ','
    """
    votes: Counter[str] = Counter()
    n_looked_at = 0
    for word in words:
        if "," in word or (default == "," and "." in word):
            votes[_vote(word)] += 1
            n_looked_at += 1
            if n_looked_at == _LOOKED_AT_FOR_DECIMAL:
                break
    if votes["."] == votes[","]:
        return default
    return max(".,", key=lambda sign: votes[sign])


def is_empty_word(words: WordArray) -> BoolArray:
    """Tell which words stand for nothing among numbers or dates."""
    told = [len(word) <= _LONGEST_EMPTY and word.casefold() in EMPTY_WORDS for word in words]
    return np.array(told, dtype=bool)


def is_excel_error(words: WordArray) -> BoolArray:
    """Tell which words are left behind by a formula without a result."""
    told = [word[:1] == "#" and word.casefold() in EXCEL_ERRORS for word in words]
    return np.array(told, dtype=bool)


def are_yes_no(words: WordArray) -> bool:
    """Tell whether the words, of which none is empty, are one or two ways to say yes and no."""
    if not 1 <= len(words) <= 2:
        return False
    said = {word.casefold() for word in words}
    if not said <= YES_WORDS | NO_WORDS:
        return False
    return len(said) == 1 or bool(said & YES_WORDS and said & NO_WORDS)


def _vote(word: str) -> str:
    found = _NUMBER.fullmatch(word)
    if found is None:
        return ""
    digits = found["digits"]
    dot, comma = digits.rfind("."), digits.rfind(",")
    if dot >= 0 and comma >= 0:
        return "." if dot > comma else ","
    mark, other = (".", ",") if dot >= 0 else (",", ".")
    if digits.count(mark) > 1:
        return other
    head, _, tail = digits.partition(mark)
    is_open = len(tail) == 3 and 1 <= len(head) <= 3 and head != "0"
    return "" if is_open else mark


def _value(found: re.Match[str], decimal: str) -> float:
    if bool(found["open"]) != bool(found["close"]) or (found["sign"] and found["inner"]):
        return float("nan")
    digits = found["digits"]
    if _grouped(decimal).fullmatch(digits) is None:
        return float("nan")
    whole, _, fraction = digits.partition(decimal)
    whole = "".join(character for character in whole if character.isdigit())
    value = float(f"{whole or 0}.{fraction or 0}{found['power'] or ''}")
    is_negative = found["open"] or found["minus"] or {found["sign"], found["inner"]} & set("-−–")
    return -value if is_negative else value


@cache
def _grouped(decimal: str) -> re.Pattern[str]:
    """Whole digits, or groups of three (two in India) by one and the same mark, then decimals."""
    point = re.escape(decimal)
    marks = "".join({".", ","} - {decimal}) + "'’ \u00a0\u202f\u2009"
    return re.compile(
        rf"(?:\d*|\d{{1,3}}(?P<mark>[{marks}])(?:\d{{2,3}}(?P=mark))*\d{{3}})(?:{point}\d*)?"
    )
