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

from desktop_app.core.checking.texts import BoolArray, WordArray

DateArray = npt.NDArray[np.datetime64]

DEFAULT_ORDER = "dmy"  # most of the world; the finding asks whoever writes month first
_CENTURY_LIMIT = 70  # two digits below are of this century
_FIRST_YEAR, _LAST_YEAR = 1850, 2150  # birthdays at one end, subscriptions at the other
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
    )
}
_TIME = re.compile(
    r"(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([AaPp]\.?[Mm]\.?)?"
    r"\s*(?:Z|UTC|GMT|[A-Z]{3,4}|(?:UTC|GMT)?\s*[-+]\d{2}:?(?:\d{2})?)?"
)
_DATE_AND_TIME = re.compile(r"'?(.*?\d)(?:(?:\s*,\s*|\s+|T|\s+at\s+)(\d{1,2}:\d{2}.*))?")
_ISO = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d|$)"
)  # what follows is no part of the clock
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_YEAR_LAST = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})")
_NAMED_DAY_FIRST = re.compile(
    r"(\d{1,2})(?:st|nd|rd|th)?[ .-]+([A-Za-z]{3,9})\.?,?[ -]+(\d{4}|\d{2})"
)
_NAMED_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")


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

    ``is_short``: the last number has two digits, so that it could be a day as well.
    """

    first: int
    second: int
    third: int
    order: str
    is_short: bool = False


def read_dates(words: WordArray, order: str | None = None, *, has_compact: bool = False) -> Dates:
    """Read words as dates; ``order`` overrides what the words say about 03/04/2024.

    ``has_compact`` also takes eight digits (20240403) for a date.

    >>> words = np.array(["31/12/2023", "01/02/2024 17:09"], dtype=object)
    >>> dates = read_dates(words)
    >>> dates.order, [str(value) for value in dates.values]
    ('dmy', ['2023-12-31T00:00:00', '2024-02-01T17:09:00'])
    """
    values = _read_iso(words)
    rest = np.flatnonzero(np.isnat(values))
    days, times = _split(words[rest])
    codes, distinct = pd.factorize(days)
    parts = [_parts(day, has_compact=has_compact) for day in distinct]
    decided = _decide(parts, np.bincount(codes, minlength=len(distinct)))
    chosen = order or decided or DEFAULT_ORDER
    read = np.array([_date(part, chosen) for part in parts], dtype="datetime64[s]")
    if len(rest):
        values[rest] = read[codes] + _seconds(times)
    is_open = any(part is not None and part.order in ("", "dmy", "mdy") for part in parts)
    if not is_open:
        return Dates(values, "ymd" if not np.isnat(values).all() else None, is_decided=True)
    return Dates(values, chosen, is_decided=bool(order or decided))


def look_like_dates(words: WordArray) -> BoolArray:
    """Tell, word by word and cheaply, which could be dates; meant for a sample."""
    days, _ = _split(words)
    return np.array([_parts(day, has_compact=False) is not None for day in days], dtype=bool)


def _read_iso(words: WordArray) -> DateArray:
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
        found = _DATE_AND_TIME.fullmatch(word) if len(word) <= 45 else None
        days[place], times[place] = (found[1], found[2] or "") if found else ("", "")
    return days, times


def _parts(day: str, *, has_compact: bool) -> _Parts | None:
    if found := _YEAR_FIRST.fullmatch(day):
        return _Parts(int(found[1]), int(found[3]), int(found[4]), "ymd")
    if found := _YEAR_LAST.fullmatch(day):
        first, second, year = int(found[1]), int(found[3]), _year(found[4])
        order = "dmy" if second <= 12 < first else "mdy" if first <= 12 < second else ""
        return _Parts(first, second, year, order, is_short=len(found[4]) == 2)
    if found := _NAMED_DAY_FIRST.fullmatch(day):
        month = _MONTHS.get(found[2][:3].lower())
        return _Parts(_year(found[3]), month, int(found[1]), "ymd") if month else None
    if found := _NAMED_MONTH_FIRST.fullmatch(day):
        month = _MONTHS.get(found[1][:3].lower())
        return _Parts(int(found[3]), month, int(found[2]), "ymd") if month else None
    if has_compact and (found := _COMPACT.fullmatch(day)):
        return _Parts(int(found[1]), int(found[2]), int(found[3]), "ymd")
    return None


def _year(digits: str) -> int:
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (2000 if year < _CENTURY_LIMIT else 1900)


def _decide(parts: list[_Parts | None], counts: npt.NDArray[np.int64]) -> str | None:
    votes: Counter[str] = Counter()
    for part, count in zip(parts, counts, strict=True):
        if part is not None and part.order in ("dmy", "mdy"):
            votes[part.order] += int(count)
    return votes.most_common(1)[0][0] if votes else None


def _date(part: _Parts | None, order: str) -> np.datetime64:
    if part is None:
        return np.datetime64("NaT", "s")
    if part.order == "ymd":
        year, month, day = part.first, part.second, part.third
    elif order == "ymd" and part.is_short:  # 26/09/24
        year, month, day = _year(f"{part.first:02}"), part.second, part.third % 100
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
