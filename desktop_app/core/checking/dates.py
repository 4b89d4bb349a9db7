"""Text as dates, with one order of day and month for a whole column.

Times keep the shop's own clock: an offset from UTC is read and dropped, because days are counted
where the shop stands. Knows nothing of headers.
"""

import re
from calendar import monthrange
from collections import Counter
from dataclasses import dataclass
from datetime import datetime

import numpy as np
import numpy.typing as npt
import pandas as pd

from desktop_app.core.checking.months import is_weekday, month_of
from desktop_app.core.checking.texts import BoolArray, WordArray

DateArray = npt.NDArray[np.datetime64]

ISO_ORDER = "ymd"
DEFAULT_ORDER = "dmy"  # most of the world; the finding asks whoever writes month first
CENTURY_LIMIT = 70  # two digits below are of this century
_FIRST_YEAR, _LAST_YEAR = 1850, 2150  # birthdays at one end, subscriptions at the other
_LONGEST = 45  # characters
_TIME = re.compile(
    r"(\d{1,2})[:h](\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([AaPp]\.?\s?[Mm]\.?)?\s*(?:Uhr|hrs?|h)?"
    r"\s*(?:[A-Z][a-z]+/[A-Za-z_/]+|\(?(?:Z|[A-Z]{3,5})\)?"
    r"|(?:UTC|GMT)?\s*[-+]\d{1,2}(?::?\d{2})?\s*(?:\(?[A-Z]{3,5}\)?)?)?"
)
_DATE_AND_TIME = re.compile(
    r"'?\s*(.*?[\d日]\.?)(?:(?:\s*,\s*|T|\s+(?:(?:at|um|à|às|alle|a las|om|kl\.?|@|-|–)\s+)?)"
    r"(\d{1,2}[:h]\d{2}.*))?"
)
_ISO = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d|$)"
)  # what follows is no part of the clock
_YEAR_FIRST = re.compile(r"(\d{4})\s?([-/.年])\s?(\d{1,2})\s?(?:\2|月)\s?(\d{1,2})[.日]?")
_YEAR_LAST = re.compile(r"(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})\.?")
_LETTERS = r"([^\W\d_]{3,12})\.?"
_NAMED_DAY_FIRST = re.compile(
    rf"(\d{{1,2}})(?:st|nd|rd|th|er|[ºª°])?[ ./-]*(?:de |d['’])?{_LETTERS},?[ ./-]*(?:del? )?"
    r"(\d{4}|\d{2})"
)
_NAMED_MONTH_FIRST = re.compile(rf"{_LETTERS} (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})")
_WEEKDAY_FIRST = re.compile(r"([^\W\d_]{2,13}(?:-feira)?[.,]*)\s+(.+)")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_BARE_NUMBER = re.compile(r"\d{5}(?:[.,]\d+)?|\d{10}|\d{13}")
_FIRST_SERIAL, _LAST_SERIAL = 10_000, 73_050  # Excel's days of May 1927 and the end of 2099
_SECONDS_A_DAY = 86_400
_EXCEL_START = np.datetime64("1899-12-30", "s")  # so that its 1 March 1900 is day 61


@dataclass(frozen=True, slots=True, eq=False)
class Dates:
    """Words as dates.

    ``values``: (u,) datetime64[s], NaT where the word is none. ``order`` is ``dmy``, ``mdy`` or
    ``ymd``, ``None`` where it plays no part. ``is_decided``: the words, or the user, settled it.
    """

    values: DateArray
    order: str | None
    is_decided: bool


@dataclass(frozen=True, slots=True)
class _Parts:
    """The day part of a word as numbers; ``order`` is open (``""``) for 03/04/2024.

    ``is_short``: the last number has two digits, so that it could be a day as well; ``order`` is
    ``yy`` where the first can only be the year of 99/12/31. ``has_points``: 03.04.2024.
    """

    first: int
    second: int
    third: int
    order: str
    is_short: bool = False
    has_points: bool = False


def read_dates(
    words: WordArray,
    order: str | None = None,
    *,
    assumed: str = DEFAULT_ORDER,
    has_numbers: bool = False,
    century_limit: int = CENTURY_LIMIT,
) -> Dates:
    """Read words as dates; ``order`` overrides what the words say about 03/04/2024.

    ``assumed`` holds where nothing decides. ``has_numbers`` also takes bare numbers for dates:
    20240403, the days of a spreadsheet (45385), the seconds of a clock (1712102400). Two-digit
    years below ``century_limit`` are of this century.

    >>> words = np.array(["31/12/2023", "01/02/2024 17:09"], dtype=object)
    >>> dates = read_dates(words)
    >>> dates.order, [str(value) for value in dates.values]
    ('dmy', ['2023-12-31T00:00:00', '2024-02-01T17:09:00'])
    """
    values = iso_dates(words)
    rest = np.flatnonzero(np.isnat(values))
    days, times = _split(words[rest])
    codes, distinct = pd.factorize(days)
    parts = [_parts(day, century_limit, has_compact=has_numbers) for day in distinct]
    decided = _decide(parts, np.bincount(codes, minlength=len(distinct)))
    chosen = order or decided or assumed
    read = np.array([_date(part, chosen, century_limit) for part in parts], dtype="datetime64[s]")
    if len(rest):
        values[rest] = read[codes] + _seconds(times)
    if has_numbers:
        _fill_in_numbers(values, words)
    is_open = any(
        part is not None and part.order != "ymd" and part.first != part.second for part in parts
    )
    if not is_open:
        return Dates(values, ISO_ORDER if not np.isnat(values).all() else None, is_decided=True)
    return Dates(values, chosen, is_decided=bool(order or decided))


def look_like_dates(words: WordArray) -> BoolArray:
    """Tell, word by word and cheaply, which could be dates; meant for a sample."""
    days, _ = _split(words)
    told = [_parts(day, CENTURY_LIMIT, has_compact=False) is not None for day in days]
    return np.array(told, dtype=bool)


def iso_dates(words: WordArray) -> DateArray:
    """Read the words that are dates as ISO 8601 writes them; NaT for the others.

    >>> iso_dates(np.array(["2024-03-01", "1 March"], dtype=object)).astype(str).tolist()
    ['2024-03-01T00:00:00', 'NaT']
    """
    shapes = (found[0] if (found := _ISO.match(word)) else "" for word in words)
    iso = np.fromiter(shapes, dtype=object, count=len(words))
    read = pd.to_datetime(iso, format="ISO8601", errors="coerce")
    values = read.to_numpy().astype("datetime64[s]")
    years = values.astype("datetime64[Y]").astype(np.int64) + 1970
    is_near = (years >= _FIRST_YEAR) & (years <= _LAST_YEAR)
    return np.where(is_near, values, np.datetime64("NaT", "s"))


def _split(words: WordArray) -> tuple[WordArray, WordArray]:
    days = np.empty(len(words), dtype=object)
    times = np.empty(len(words), dtype=object)
    for place, word in enumerate(words):
        found = _DATE_AND_TIME.fullmatch(word) if len(word) <= _LONGEST else None
        days[place], times[place] = (found[1], found[2] or "") if found else ("", "")
    return days, times


def _parts(day: str, century_limit: int, *, has_compact: bool) -> _Parts | None:
    if found := _YEAR_FIRST.fullmatch(day):
        return _Parts(int(found[1]), int(found[3]), int(found[4]), "ymd")
    if found := _YEAR_LAST.fullmatch(day):
        first, second, year = int(found[1]), int(found[3]), _year(found[4], century_limit)
        is_short, has_points = len(found[4]) == 2, found[2] == "."
        order = _order(first, second, is_short=is_short)
        return _Parts(first, second, year, order, is_short, has_points)
    if found := _NAMED_DAY_FIRST.fullmatch(day):
        month = month_of(found[2])
        year = _year(found[3], century_limit)
        return _Parts(year, month, int(found[1]), "ymd") if month else None
    if found := _NAMED_MONTH_FIRST.fullmatch(day):
        month = month_of(found[1])
        return _Parts(int(found[3]), month, int(found[2]), "ymd") if month else None
    if has_compact and (found := _COMPACT.fullmatch(day)):
        return _Parts(int(found[1]), int(found[2]), int(found[3]), "ymd")
    if (found := _WEEKDAY_FIRST.fullmatch(day)) and is_weekday(found[1]):
        return _parts(found[2], century_limit, has_compact=False)
    return None


def _order(first: int, second: int, *, is_short: bool) -> str:
    if is_short and first > 31:
        return "yy"
    return "dmy" if second <= 12 < first else "mdy" if first <= 12 < second else ""


def _year(digits: str, century_limit: int) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (2000 if year < century_limit else 1900)


def _decide(parts: list[_Parts | None], counts: npt.NDArray[np.int64]) -> str | None:
    """Give the order that most of the telling values are in, ``None`` if there is no such order.

    Where none tells, points do: nobody who writes 03.04.2024 puts the month first.
    """
    votes: Counter[str] = Counter()
    for part, count in zip(parts, counts, strict=True):
        if part is not None and part.order in ("dmy", "mdy", "yy"):
            votes[part.order] += int(count)
    ranked = votes.most_common(2)
    if not ranked:
        open_parts = [part for part in parts if part is not None and part.order == ""]
        return "dmy" if open_parts and all(part.has_points for part in open_parts) else None
    if len(ranked) == 2 and ranked[0][1] == ranked[1][1]:
        return None
    return "ymd" if ranked[0][0] == "yy" else ranked[0][0]


def _date(part: _Parts | None, order: str, century_limit: int) -> np.datetime64:
    if part is None:
        return np.datetime64("NaT", "s")
    if part.order == "ymd":
        year, month, day = part.first, part.second, part.third
    elif order == "ymd" and part.is_short:  # 26/09/24
        year = _year(f"{part.first:02}", century_limit)
        month, day = part.second, part.third % 100
    elif order == "ymd":
        return np.datetime64("NaT", "s")
    else:
        day, month, year = part.first, part.second, part.third
        if order == "mdy":
            day, month = month, day
    is_near = _FIRST_YEAR <= year <= _LAST_YEAR
    if not (is_near and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return np.datetime64("NaT", "s")
    return np.datetime64(datetime(year, month, day), "s")


def _seconds(times: WordArray) -> npt.NDArray[np.timedelta64]:
    codes, distinct = pd.factorize(times)
    seconds = np.array([_seconds_of(time) for time in distinct], dtype="timedelta64[s]")
    return seconds[codes]


def _seconds_of(time: str) -> int | None:
    if not time:
        return 0
    found = _TIME.fullmatch(time)
    if found is None:
        return None
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    if found[4]:
        hour = hour % 12 + (12 if found[4][0] in "Pp" else 0)
    is_time = hour < 24 and minute < 60 and second < 61
    return hour * 3600 + minute * 60 + second if is_time else None


def _fill_in_numbers(values: DateArray, words: WordArray) -> None:
    """Read bare numbers in place: days as a spreadsheet counts them, or seconds since 1970."""
    for place in np.flatnonzero(np.isnat(values)):
        word = words[place].lstrip("'")
        if _BARE_NUMBER.fullmatch(word) is None:
            continue
        if len(word) in (10, 13) and word.isdigit():
            values[place] = np.datetime64(int(word[:10]), "s")
        elif _FIRST_SERIAL <= (days := float(word.replace(",", "."))) <= _LAST_SERIAL:
            values[place] = _EXCEL_START + np.timedelta64(round(days * _SECONDS_A_DAY), "s")
