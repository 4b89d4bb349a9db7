"""Text as numbers and as yes or no, for the distinct values of a column.

Every function looks at words (distinct, stripped text) and answers for each of them. Knows
nothing of headers; dates are read in ``dates``.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from desktop_app.core.checking.texts import BoolArray, WordArray

_EXCEL_ERRORS = (
    "#div/0! #n/a #name? #null! #num! #ref! #value! #spill! #calc! #getting_data #busy! #blocked! "
    "#nv #bezug! #wert! #zahl! "  # German
    "#valeur! #nom? #nombre! #nul! "  # French
    "#¡div/0! #¡valor! #¿nombre? #¡num! #¡ref! #¡nulo! #n/d "  # Spanish
    "#valore! #rif! #nome? #valor! "  # Italian, Portuguese
    "#deel/0! #waarde! #verw! #getal! #naam? #n/b"  # Dutch
)
_EMPTY_WORDS = (
    "na|n/a|n.a.|n. a.|nan|null|none|nil|nat|<na>|na.|-|--|---|–|—|−|.|..|...|?|??|/"
    "|(blank)|blank|empty|missing|unknown|not available|not known|no data|not given|tbd|undefined"
    "|k.a.|k. a.|keine angabe|unbekannt|leer|n.v.|nicht vorhanden|nicht bekannt"
    "|nc|n.c.|inconnu|non renseigné|vide|s/o|nd|n/d|n.d.|desconocido|sin datos|vacío"
    "|sconosciuto|vuoto|nvt|n.v.t.|onbekend|leeg|desconhecido|vazio"
)
_WIDEST_COLUMN = 255  # characters
EXCEL_ERRORS = frozenset(_EXCEL_ERRORS.split()) | {"#" * n for n in range(3, _WIDEST_COLUMN + 1)}
"""What a formula without a result leaves behind, in small letters, or a cell too narrow."""
EMPTY_WORDS = frozenset(_EXCEL_ERRORS.split()) | {"", *_EMPTY_WORDS.split("|")}
"""Words that stand for nothing in a column that otherwise holds numbers or dates."""

YES_WORDS = frozenset(
    {"yes", "y", "true", "t", "1", "on", "x", "ja", "j", "oui", "si", "sí", "sim", "tak"}
)
NO_WORDS = frozenset({"no", "n", "false", "f", "0", "off", "nein", "non", "não", "nee", "nie"})

LARGEST_NUMBER = 1e30  # no fact is larger; single precision and squares hold what is below
LARGEST_AMOUNT = 1e12  # money in one line of an order, in any currency

_CODES = (
    "USD|EUR|GBP|CHF|CAD|AUD|NZD|JPY|CNY|SEK|NOK|DKK|ISK|PLN|CZK|HUF|RON|BGN|BRL|INR|MXN|ARS|CLP"
    "|COP|PEN|ZAR|SGD|HKD|TWD|THB|MYR|IDR|PHP|VND|KRW|TRY|ILS|AED|SAR|EGP|NGN|KES|RUB|UAH"
)
_CURRENCY = (
    rf"(?:[A-Z]{{0,3}}[$€£¥₹₩₽₺₪฿₴₫₱₦]|{_CODES}|[Ee]uros?|[kK]r\.?|zł|Kč|Ft|lei|Rs\.?|S?[Ff]r\.|R)"
)
_ONE_SIGN = {"EUR": "€", "euro": "€", "euros": "€", "USD": "$", "US$": "$", "GBP": "£", "JPY": "¥",
             "INR": "₹", "kr.": "kr", "Rs.": "Rs"}  # fmt: skip
_NUMBER = re.compile(
    rf"'?\s*(?P<open>\()?\s*(?P<sign>[-+]?)\s*(?P<before>{_CURRENCY}(?![A-Za-z])|%)?"
    r"\s*(?P<inner>[-+]?)\s*"
    r"(?P<digits>(?:\d|[.,](?=\d))(?:[\d.,' ]*[\d.,])?)(?P<dash>(?<=[.,])-{1,2})?"
    rf"(?P<power>[eE][-+]?\d+)?(?P<minus>-)?\s*(?P<after>{_CURRENCY}|%)?\s*(?P<last>-)?"
    r"\s*(?P<close>\))?\s*"
)
_PLAIN = str.maketrans(
    {
        **dict.fromkeys("−–—‒﹣－", "-"),
        **dict.fromkeys("’‘´ʼ′＇", "'"),
        **dict.fromkeys("\u00a0\u2007\u2008\u2009\u200a\u202f\u3000", " "),
        **dict.fromkeys("\u200e\u200f\u200b\ufeff", None),  # marks without width
        **dict(zip("٫٬．，％（）＋￥＄", ".,.,%()+¥$", strict=True)),
    }
)
"""Signs that look like another one and mean the same."""

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
    """Read words as numbers: currency signs, thousands, %, minus in front, behind or as brackets.

    An apostrophe in front and signs that look like others ("−", "’") are taken for what they mean.

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
        if (found := _match(words[place])) is not None:
            values[place] = _value(found, decimal)
            signs[_sign(found)] += 1
    values[np.abs(values) > LARGEST_NUMBER] = np.nan
    is_percent = signs.pop("%", 0) > 0
    signs.pop("", None)
    ranked = sorted(signs.items(), key=lambda pair: (-pair[1], pair[0]))  # whatever the rows' order
    return Numbers(values, tuple(ranked), is_percent)


def decimal_sign(words: Iterable[str], default: str) -> str:
    """Give the decimal sign that the words themselves settle, else ``default``.

    >>> decimal_sign(np.array(["1.234,50", "7"], dtype=object), ".")
    ','
    """
    votes: Counter[str] = Counter()
    n_looked_at = 0
    for word in words:
        if "," in word or word.count(".") > 1 or (default == "," and "." in word) or "٫" in word:
            votes[_vote(word)] += 1
            n_looked_at += 1
            if n_looked_at == _LOOKED_AT_FOR_DECIMAL:
                break
    if votes["."] == votes[","]:
        return default
    return max(".,", key=lambda sign: votes[sign])


def money_sign(word: str) -> str:
    """Give the currency sign written with a number, ``""`` if there is none.

    >>> money_sign("12,50 EUR"), money_sign("$5"), money_sign("5 %")
    ('€', '$', '')
    """
    found = _match(word)
    return "" if found is None else _sign(found).replace("%", "")


def is_empty_word(words: WordArray) -> BoolArray:
    """Tell which words stand for nothing among numbers or dates."""
    told = [len(word) <= _LONGEST_EMPTY and word.casefold() in EMPTY_WORDS for word in words]
    return np.array(told, dtype=bool)


def are_yes_no(words: WordArray) -> bool:
    """Tell whether the words, of which none is empty, are one or two ways to say yes and no."""
    if not 1 <= len(words) <= 2:
        return False
    said = {word.casefold() for word in words}
    if not said <= YES_WORDS | NO_WORDS:
        return False
    return len(said) == 1 or bool(said & YES_WORDS and said & NO_WORDS)


def _match(word: str) -> re.Match[str] | None:
    return _NUMBER.fullmatch(word if word.isascii() else word.translate(_PLAIN))


def _sign(found: re.Match[str]) -> str:
    sign = found["before"] or found["after"] or ""
    return _ONE_SIGN.get(sign.lower() if sign[:1] in "Ee" and sign != "EUR" else sign, sign)


def _vote(word: str) -> str:
    found = _match(word)
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
    minuses = [found[part] == "-" for part in ("sign", "inner", "minus", "last")]
    n_signs = sum(bool(found[part]) for part in ("open", "sign", "inner", "minus", "last"))
    if bool(found["open"]) != bool(found["close"]) or n_signs > 1:
        return float("nan")
    digits = found["digits"].rstrip(".,") if found["dash"] else found["digits"]
    if _grouped(decimal).fullmatch(digits) is None:
        return float("nan")
    whole, _, fraction = digits.partition(decimal)
    whole = "".join(character for character in whole if character.isdigit())
    value = float(f"{whole or 0}.{fraction or 0}{found['power'] or ''}")
    return -value if found["open"] or any(minuses) else value


@cache
def _grouped(decimal: str) -> re.Pattern[str]:
    """Whole digits, or groups of three (two in India) by one and the same mark, then decimals."""
    point = re.escape(decimal)
    marks = "".join({".", ","} - {decimal}) + "' "
    return re.compile(
        rf"(?:\d*|\d{{1,3}}(?P<mark>[{marks}])(?:\d{{2,3}}(?P=mark))*\d{{3}})(?:{point}\d*)?"
    )
