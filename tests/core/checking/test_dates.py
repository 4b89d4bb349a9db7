"""Text as dates, one order of day and month per column."""

from datetime import datetime

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.checking.dates import look_like_dates, read_dates


def words(*texts):
    return np.array(texts, dtype=object)


def first(text, order=None, **options):
    return str(read_dates(words(text), order, **options).values[0])


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2025-10-02", "2025-10-02T00:00:00"),
        ("2025-10-02 17:09:34 -0300", "2025-10-02T17:09:34"),
        ("2025-10-02T17:09:34Z", "2025-10-02T17:09:34"),
        ("2025-10-02T17:09:34.123+02:00", "2025-10-02T17:09:34"),
        ("2025-10-02 17:09:34 UTC", "2025-10-02T17:09:34"),
        ("2024-04-02 23:30+0200", "2024-04-02T23:30:00"),
        ("2024-04-02 01:30+02:00", "2024-04-02T01:30:00"),
        ("2024-04-02 01:30:00+02:00", "2024-04-02T01:30:00"),
        ("2024-04-02T01:30Z", "2024-04-02T01:30:00"),
        ("2025/10/2", "2025-10-02T00:00:00"),
        ("2025.10.02 8:05", "2025-10-02T08:05:00"),
        ("31/12/2023", "2023-12-31T00:00:00"),
        ("31.12.23", "2023-12-31T00:00:00"),
        ("31.12.99", "1999-12-31T00:00:00"),
        ("12/31/2023 5:06 PM", "2023-12-31T17:06:00"),
        ("12/31/2023, 12:06:07 am", "2023-12-31T00:06:07"),
        ("12 May 2024", "2024-05-12T00:00:00"),
        ("12-May-24", "2024-05-12T00:00:00"),
        ("May 12, 2024", "2024-05-12T00:00:00"),
        ("Sept 3, 2024 at 14:00", "2024-09-03T14:00:00"),
        ("29.02.2024", "2024-02-29T00:00:00"),
    ],
)
def test_text_is_read_as_a_date(text, moment):
    assert first(text) == moment


@pytest.mark.parametrize(
    "text",
    [
        "x",
        "2025-02-30",
        "31/31/2024",
        "29.02.2023",
        "12/2024",
        "2025-10",
        "17:09",
        "0001-01-01",
        "12/11-2024",
        "1234567",
    ],
)
def test_what_is_no_date_stays_none(text):
    assert first(text) == "NaT"


@pytest.mark.parametrize("text", ["", "2025-10-02 25:00", "5 Foo 2024"])
def test_what_is_nearly_a_date_stays_none(text):
    assert first(text) == "NaT"


def test_one_value_settles_the_order_of_the_whole_column():
    american = read_dates(words("03/04/2024", "03/25/2024"))
    european = read_dates(words("03/04/2024", "25/03/2024"))

    assert (american.order, american.is_decided, str(american.values[0])[:10]) == (
        "mdy",
        True,
        "2024-03-04",
    )
    assert (european.order, european.is_decided, str(european.values[0])[:10]) == (
        "dmy",
        True,
        "2024-04-03",
    )


def test_values_of_the_other_order_are_not_read():
    dates = read_dates(words("25/03/2024", "26/03/2024", "03/27/2024"))

    assert np.isnat(dates.values).tolist() == [False, False, True]


def test_an_open_order_is_day_first_and_says_so():
    dates = read_dates(words("03/04/2024"))

    assert (dates.order, dates.is_decided) == ("dmy", False)
    assert str(dates.values[0]) == "2024-04-03T00:00:00"


@pytest.mark.parametrize(
    ("order", "day"), [("mdy", "2024-03-04"), ("dmy", "2024-04-03"), ("ymd", "NaT")]
)
def test_the_users_order_decides(order, day):
    dates = read_dates(words("03/04/2024"), order)

    assert dates.is_decided
    assert str(dates.values[0])[:10] == day


def test_two_digit_year_first_is_read_when_asked_for():
    assert first("26/09/24", "ymd") == "2026-09-24T00:00:00"


def test_eight_digits_are_a_date_only_when_asked_for():
    assert first("20240403") == "NaT"
    assert first("20240403", has_compact=True) == "2024-04-03T00:00:00"


def test_a_column_without_dates_has_no_order():
    dates = read_dates(words("a", ""))

    assert (dates.order, dates.is_decided) == (None, True)
    assert read_dates(words()).values.shape == (0,)


def test_a_cheap_look_finds_shapes_of_dates():
    assert look_like_dates(words("1/2/2024", "hello", "12.5")).tolist() == [True, False, False]


@given(
    st.lists(
        st.datetimes(datetime(1950, 1, 1), datetime(2060, 1, 1)).map(
            lambda moment: moment.replace(microsecond=0)
        ),
        min_size=1,
        max_size=8,
        unique=True,
    ),
    st.sampled_from(["%Y-%m-%d %H:%M:%S", "%d.%m.%Y %H:%M:%S", "%B %d, %Y %I:%M:%S %p"]),
)
def test_dates_survive_being_written(moments, form):
    written = words(*(moment.strftime(form) for moment in moments))

    dates = read_dates(written, "dmy")

    assert dates.values.astype(datetime).tolist() == moments


@pytest.mark.parametrize(
    "texts",
    [
        ("2024-01-15T10:00+01:00", "2024-07-15T10:00+02:00"),
        ("2024-01-15T10:00Z", "2024-07-15T10:00"),
        ("2024-01-15T10:00:00+01:00", "2024-07-15 10:00-0500"),
    ],
)
def test_mixed_offsets_keep_the_clock_of_the_shop(texts):
    dates = read_dates(words(*texts))

    assert [str(value) for value in dates.values] == ["2024-01-15T10:00:00", "2024-07-15T10:00:00"]
