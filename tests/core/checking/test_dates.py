"""Text as dates, one order of day and month per column."""

from datetime import date, datetime

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
        ("31. 12. 2023", "2023-12-31T00:00:00"),
        ("2024. 05. 12.", "2024-05-12T00:00:00"),
        ("2024年5月12日", "2024-05-12T00:00:00"),
        ("Montag, 12. Mai 2024", "2024-05-12T00:00:00"),
        ("12. März 2024 10:15 Uhr", "2024-03-12T10:15:00"),
        ("12-Mrz-24", "2024-03-12T00:00:00"),
        ("12 févr. 2024", "2024-02-12T00:00:00"),
        ("1er août 2023 à 14h05", "2023-08-01T14:05:00"),
        ("12 de mayo de 2024", "2024-05-12T00:00:00"),
        ("12-dic-23", "2023-12-12T00:00:00"),
        ("5 gennaio 2024", "2024-01-05T00:00:00"),
        ("15 mrt 2024", "2024-03-15T00:00:00"),
        ("3 de março de 2024", "2024-03-03T00:00:00"),
        ("Thu May 2, 2024", "2024-05-02T00:00:00"),
        ("5/16/2024 5:06\u202fPM", "2024-05-16T17:06:00"),
        ("2024-05-12 10:00 Europe/Berlin", "2024-05-12T10:00:00"),
        ("99-12-31", "1999-12-31T00:00:00"),
        ("'31/12/2023", "2023-12-31T00:00:00"),
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


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2025-10-02 25:00",
        "5 Foo 2024",
        "5 Ma 2024",
        "12.5.2024 10:15 or so",
        "2 jui 2024",
        "about 12 May 2024",
    ],
)
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
    assert first("20240403", has_numbers=True) == "2024-04-03T00:00:00"


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("44197", "2021-01-01T00:00:00"),
        ("44197.75", "2021-01-01T18:00:00"),
        ("44197,75", "2021-01-01T18:00:00"),
        ("1704067200", "2024-01-01T00:00:00"),
        ("1704067200000", "2024-01-01T00:00:00"),
        ("99999", "NaT"),
        ("2024", "NaT"),
    ],
)
def test_bare_numbers_are_days_or_seconds_when_asked_for(text, moment):
    assert first(text, has_numbers=True) == moment
    assert first(text) == "NaT"


def test_nobody_is_asked_about_a_date_that_is_the_same_either_way():
    assert read_dates(words("05/05/2024", "07/07/2024")).is_decided


def test_as_many_of_either_order_settle_nothing():
    dates = read_dates(words("25/03/2024", "03/25/2024"), assumed="mdy")

    assert (dates.order, dates.is_decided) == ("mdy", False)
    assert np.isnat(dates.values).tolist() == [True, False]


def test_two_digit_years_of_the_future_are_of_the_last_century_where_told():
    assert first("12.05.45") == "2045-05-12T00:00:00"
    assert first("12.05.45", century_limit=27) == "1945-05-12T00:00:00"


@given(
    st.lists(st.dates(date(1971, 1, 1), date(2059, 12, 31)), min_size=1, max_size=9, unique=True),
    st.sampled_from(
        [
            ("%d/%m/%Y", "dmy"), ("%m/%d/%Y", "mdy"), ("%d.%m.%y", "dmy"), ("%m-%d-%y", "mdy"),
            ("%Y-%m-%d", None), ("%Y/%m/%d", None), ("%d %B %Y", None), ("%b %d, %Y", None),
            ("%a, %d %b %Y", None), ("%Y-%m-%dT00:00:00Z", None), ("%Y%m%d", None),
        ]
    ),
)  # fmt: skip
def test_a_column_of_dates_in_any_form_reads_back(days, form):
    pattern, order = form
    dates = read_dates(words(*(f"{day:{pattern}}" for day in days)), order, has_numbers=True)

    assert [str(value)[:10] for value in dates.values] == [f"{day:%Y-%m-%d}" for day in days]
    assert dates.is_decided


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


def test_points_put_the_day_first():
    dates = read_dates(words("07.09.2025", "03.04.2025"), assumed="mdy")

    assert (dates.order, dates.is_decided) == ("dmy", True)
    assert str(dates.values[0])[:10] == "2025-09-07"


def test_points_beside_strokes_settle_nothing():
    assert not read_dates(words("07.09.2025", "03/04/2025")).is_decided
