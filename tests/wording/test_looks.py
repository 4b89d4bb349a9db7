"""Sentences about one column."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from desktop_app.core.checking.checked import TableKind
from desktop_app.core.checking.columns import Column, Kind, Role, Unit
from desktop_app.core.checking.looks.bands import Bands
from desktop_app.core.checking.looks.comparing import compare
from desktop_app.core.checking.looks.looking import ColumnLook
from desktop_app.core.checking.looks.summaries import (
    histogram_of,
    summarise_numbers,
    summarise_words,
)
from desktop_app.wording.look_tables import (
    band_table,
    comparison_table,
    histogram_table,
    word_table,
)
from desktop_app.wording.looks import (
    LookWords,
    band_sentence,
    band_words,
    comparison_sentence,
    figure_lines,
    look_sentence,
    reading_aid,
    title_words,
    value_words,
)
from desktop_app.wording.numbers import Formats

AGE = Column("Age", Kind.NUMBER, Role.FEATURE, n_distinct=40)
INCOME = Column("Income", Kind.NUMBER, Role.FEATURE, unit=Unit.MONEY, sign="€")
DAY = Column("Joined", Kind.DATE, Role.DESCRIBE)
TOWN = Column("Home Town", Kind.CATEGORY, Role.DESCRIBE, n_distinct=3)
NAMES = {"Age": "Age", "Income": "Income", "Home Town": "Home town", "Joined": "Joined"}
WORDS = LookWords(NAMES, Formats())
LINES = LookWords(NAMES, Formats(), TableKind.ORDERS)


def numbers(column, values):
    values = np.array(values, dtype=float)
    are_days = column.kind is Kind.DATE
    return ColumnLook(
        column, len(values), summarise_numbers(values), histogram_of(values, are_days=are_days)
    )


def values(words, column=TOWN):
    return ColumnLook(column, len(words), words=summarise_words(pd.Series(words, dtype="str")))


@pytest.mark.parametrize(
    ("look", "words", "said"),
    [
        (
            numbers(AGE, range(101)),
            WORDS,
            "Half of your customers are between 25 and 75; the middle is 50.",
        ),
        (
            numbers(INCOME, range(101)),
            LINES,
            "Half of the rows are between €25 and €75; the middle is €50.",
        ),
        (
            numbers(INCOME, [*range(100), 90_000]),
            WORDS,
            "Half of your customers are between €25 and €75; the middle is €50. "
            "A few very large values pull the average up to €940.",
        ),
        (
            numbers(INCOME, [*range(100), -90_000]),
            WORDS,
            "Half of your customers are between €24 and €74; the middle is €49. "
            "A few very small values pull the average down to −€842.",
        ),
        (numbers(AGE, [0] * 9 + [4]), WORDS, "Half of your customers or more have 0."),
        (
            numbers(DAY, range(19_723, 19_728)),
            WORDS,
            "Half of your customers are between 2 January 2024 and 4 January 2024; "
            "the middle is 3 January 2024.",
        ),
        (
            values(["Delft", "Delft", "Gouda"]),
            WORDS,
            "67\u00a0% of your customers: Delft. 33\u00a0%: Gouda.",
        ),
        (values(["Delft"]), WORDS, "All values are Delft."),
        (
            values(["Delft", "Delft", "Gouda", "Leiden"]),
            LINES,
            "The commonest of 3 is Delft: 50\u00a0% of the rows.",
        ),
        (values([""]), WORDS, "There is no value in this column."),
        (ColumnLook(AGE, 4), WORDS, "There is no value in this column."),
    ],
)
def test_what_a_column_holds(look, words, said):
    assert look_sentence(look, words) == said


def test_bands_of_whole_numbers_end_before_the_next_one():
    assert band_words(Bands((20.0, 30.0), (1, 2, 3), are_whole=True), AGE, Formats()) == [
        "under 20", "20 to 29", "30 and over",
    ]  # fmt: skip
    assert band_words(Bands((0.5, 1.0), (1, 2, 3)), AGE, Formats()) == [
        "under 0.5", "0.5 to 1", "1 and over",
    ]  # fmt: skip
    assert band_words(Bands((100.0, 200.0), (1, 2, 3), are_whole=True), INCOME, Formats()) == [
        "under €100", "€100 to €200", "€200 and over",
    ]  # fmt: skip


def test_the_largest_band_is_named():
    bands = Bands((20.0, 30.0), (1, 3, 2), are_whole=True)

    assert (
        band_sentence(bands, AGE, WORDS)
        == "The largest band is 20 to 29: 50\u00a0% of your customers."
    )


def compared(*middles, spread=10.0):
    groups = [(f"T{i}", middle + spread * step) for i, middle in enumerate(middles)
              for step in np.linspace(-1, 1, 9)]  # fmt: skip
    towns, ages = zip(*groups, strict=True)
    return compare("Age", np.array(ages), "Home Town", pd.Series(towns))


@pytest.mark.parametrize(
    ("comparison", "said"),
    [
        (compared(30, 60), "Age is higher for T1 than for T0: the middles are 60 and 30."),
        (compared(30, 31), "Age is about the same for T1 and T0: the middles are 31 and 30."),
        (
            compared(30, 45, 60),
            "Age is highest for T2, with 60 in the middle, and lowest for T0, with 30.",
        ),
        (
            compared(30, 31, 32),
            "Age is about the same for all 3: the middles lie between 30 and 32.",
        ),
        (
            replace(compared(30, 60), is_clear=False),
            "Age is about the same for T1 and T0: the middles are 60 and 30. "
            "So small a difference may well be chance.",
        ),
        (compared(30), "Home town has too few different values with enough customers."),
    ],
)
def test_who_has_more(comparison, said):
    assert comparison_sentence(comparison, AGE, WORDS) == said


def test_titles_name_what_is_compared():
    look = ColumnLook(AGE, 9, comparison=compared(30, 60))

    assert title_words(look, WORDS, is_compared=True) == "Age by home town"
    assert title_words(look, WORDS, is_compared=False) == "Age"


def test_figures_tell_what_is_missing():
    lines = dict(figure_lines(numbers(AGE, [1, 2, 3, np.nan]), WORDS))

    assert (lines["Known"], lines["Without a value"], lines["Middle"]) == ("3", "1", "2")
    assert dict(figure_lines(values(["a", ""]), WORDS))["Known"] == "1"
    assert "Average" not in dict(figure_lines(numbers(DAY, [1, 2]), WORDS))


@pytest.mark.parametrize("view", ["shape", "bands", "compared"])
def test_every_picture_says_how_to_read_it(view):
    assert "customers" in reading_aid(numbers(AGE, [1, 2]), view, WORDS)
    assert "rows" in reading_aid(values(["a"]), view, LINES)


def test_a_day_out_of_the_calendar_is_its_last_day():
    assert value_words(1e12, DAY, Formats()) == "31 December 9999"


# tables -------------------------------------------------------------------------------------


def test_the_table_of_bars_counts_everybody():
    look = numbers(AGE, [*range(20, 60), 400, -300])

    rows, headers = histogram_table(look.histogram, AGE, WORDS)

    assert headers == ("From", "Up to", "Customers", "Share")
    assert rows[0][0] == rows[-1][1] == "unusual"
    assert sum(int(row[2]) for row in rows) == 42


def test_the_table_of_values_names_all_others():
    summary = summarise_words(pd.Series(["a", "a", "b", "c"]), most=1)

    rows, _headers = word_table(summary, LINES)

    assert rows == [("a", "2", "50\u00a0%"), ("all others", "2", "50\u00a0%")]


def test_the_table_of_bands_and_of_categories():
    rows, headers = band_table(Bands((20.0,), (1, 3), are_whole=True), AGE, WORDS)
    assert rows == [("under 20", "1", "25\u00a0%"), ("20 and over", "3", "75\u00a0%")]
    assert headers[0] == "Band"

    rows, headers = comparison_table(compared(30, 60), AGE, WORDS)
    assert headers[0] == "Home town"
    assert rows[0][:3] == ("T1", "9", "60")
