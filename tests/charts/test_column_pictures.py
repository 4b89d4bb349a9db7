"""Pictures of one column: bars, bands, values, comparisons."""

import numpy as np
import pandas as pd
import pytest

from desktop_app.charts.category_comparison import draw_category_comparison
from desktop_app.charts.column_histogram import draw_column_histogram
from desktop_app.charts.share_bars import draw_band_bars, draw_category_bars
from desktop_app.charts.style import DARK, LIGHT, ChartStyle
from desktop_app.core.checking.columns import Column, Kind, Role, Unit
from desktop_app.core.checking.looks.bands import bands_of
from desktop_app.core.checking.looks.comparing import compare
from desktop_app.core.checking.looks.looking import ColumnLook
from desktop_app.core.checking.looks.summaries import (
    as_numbers,
    histogram_of,
    summarise_numbers,
    summarise_words,
)
from desktop_app.wording.looks import LookWords
from desktop_app.wording.numbers import Formats

AGE = Column("Age", Kind.NUMBER, Role.FEATURE)
INCOME = Column("Income", Kind.NUMBER, Role.FEATURE, unit=Unit.MONEY, sign="$")
DAY = Column("Joined", Kind.DATE, Role.DESCRIBE)
TOWN = Column("Town", Kind.CATEGORY, Role.DESCRIBE)
WORDS = LookWords({c.name: c.name for c in (AGE, INCOME, DAY, TOWN)}, Formats())
SIZES = [(360, 200), (540, 210), (900, 400)]
EMS = [13.0, 16.25, 19.5]


def look_of(column, values):
    are_days = column.kind is Kind.DATE
    return ColumnLook(
        column, len(values), summarise_numbers(values), histogram_of(values, are_days=are_days)
    )


@pytest.fixture
def ages():
    return np.random.default_rng(1).integers(18, 80, 300).astype(float)


@pytest.fixture
def incomes():
    return np.round(np.random.default_rng(2).lognormal(10, 0.6, 400), 2)


@pytest.fixture
def days():
    dates = pd.date_range("2024-01-01", "2025-02-20", periods=300)
    return as_numbers(pd.Series(dates), Kind.DATE)


def bars(ax, gid="bars"):
    return [patch for container in ax.containers for patch in container if patch.get_gid() == gid]


def words(ax):
    return [text.get_text() for text in ax.texts]


def ticks(ax):
    return [label.get_text() for label in ax.get_xticklabels() if label.get_text()]


# the histogram ------------------------------------------------------------------------------


def test_bars_sum_to_all_customers(draw, ages):
    ax = draw(lambda ax, style: draw_column_histogram(ax, look_of(AGE, ages), style, words=WORDS))

    assert sum(bar.get_height() for bar in bars(ax)) == 300
    assert bars(ax, "unusual") == []


def test_the_middle_is_a_line_with_its_name(draw, ages):
    ax = draw(lambda ax, style: draw_column_histogram(ax, look_of(AGE, ages), style, words=WORDS))

    [line] = [line for line in ax.lines if line.get_gid() == "middle"]
    assert list(line.get_xdata()) == [np.median(ages)] * 2
    assert words(ax) == [f"middle {np.median(ages):.0f}"]


def test_unusual_values_stand_apart_in_amber(draw, ages):
    values = np.append(ages, [900.0, 950.0, -700.0])

    ax = draw(lambda ax, style: draw_column_histogram(ax, look_of(AGE, values), style, words=WORDS))

    below, above = bars(ax, "unusual")
    assert (below.get_height(), above.get_height()) == (1, 2)
    assert above.get_x() > max(bar.get_x() + bar.get_width() for bar in bars(ax))
    assert {"2 unusual", "unusual: −700"} <= set(words(ax))
    assert above.get_facecolor()[:3] == pytest.approx(
        tuple(int(LIGHT.amber[i : i + 2], 16) / 255 for i in (1, 3, 5))
    )


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("em", EMS)
@pytest.mark.parametrize("what", ["ages", "incomes", "days", "odd"])
def test_words_of_the_bars_stand_free(draw, overlaps, clipped, request, size, em, what):
    odd = np.append(request.getfixturevalue("ages"), [900.0, -700.0])
    values = odd if what == "odd" else request.getfixturevalue(what)
    column = {"ages": AGE, "odd": AGE, "incomes": INCOME, "days": DAY}[what]
    look, style = look_of(column, values), ChartStyle(DARK, em)

    ax = draw(lambda ax, style: draw_column_histogram(ax, look, style, words=WORDS), size, style)

    assert overlaps(ax) == []
    assert clipped(ax) == []
    assert 1 <= len(ticks(ax)) <= 6


def test_the_unit_stands_on_one_tick(draw, incomes):
    look = look_of(INCOME, incomes)

    ax = draw(lambda ax, style: draw_column_histogram(ax, look, style, words=WORDS), (700, 300))

    assert sum("$" in text for text in ticks(ax)) == 1


def test_dates_are_named_by_month_and_year(draw, days):
    look = look_of(DAY, days)

    ax = draw(lambda ax, style: draw_column_histogram(ax, look, style, words=WORDS), (900, 300))

    assert ticks(ax) == ["January 2024", "April", "July", "October", "January 2025"]


def test_a_few_days_are_named_each(draw):
    values = np.array([20_000.0, 20_001.5, 20_002.2])

    ax = draw(
        lambda ax, style: draw_column_histogram(ax, look_of(DAY, values), style, words=WORDS),
        (900, 300),
    )

    assert "5 October 2024" in ticks(ax)


def test_many_years_are_named_by_year(draw):
    values = np.array([0.0, 20_000.0])

    ax = draw(lambda ax, style: draw_column_histogram(ax, look_of(DAY, values), style, words=WORDS))

    assert "2000" in ticks(ax)


def test_one_value_is_drawn(draw):
    look = look_of(AGE, np.array([40.0, 40.0]))

    ax = draw(lambda ax, style: draw_column_histogram(ax, look, style, words=WORDS))

    assert [bar.get_height() for bar in bars(ax)] == [2]


def test_a_column_without_values_draws_nothing(draw):
    ax = draw(lambda ax, style: draw_column_histogram(ax, ColumnLook(AGE, 3), style, words=WORDS))

    assert ax.containers == []


def test_a_long_list_writes_its_counts_out(draw, clipped):
    values = np.repeat([1.0, 2.0, 3.0], 500_000)

    ax = draw(lambda ax, style: draw_column_histogram(ax, look_of(AGE, values), style, words=WORDS))

    assert "200,000" in [label.get_text() for label in ax.get_yticklabels()]
    assert clipped(ax) == []


# shares -------------------------------------------------------------------------------------


def test_the_commonest_value_stands_on_top(draw):
    summary = summarise_words(pd.Series(["Delft"] * 6 + ["Gouda"] * 3 + ["Leiden"]), most=2)

    ax = draw(lambda ax, style: draw_category_bars(ax, summary, style, words=WORDS))

    assert [bar.get_width() for bar in bars(ax)] == [6, 3, 1]
    assert ax.yaxis_inverted()
    assert words(ax) == [
        "Delft", "60\u00a0% · 6", "Gouda", "30\u00a0% · 3", "all others", "10\u00a0% · 1",
    ]  # fmt: skip


def test_bands_stand_in_their_order(draw, ages):
    bands = bands_of(ages, AGE)

    ax = draw(lambda ax, style: draw_band_bars(ax, bands, style, column=AGE, words=WORDS))

    assert sum(bar.get_width() for bar in bars(ax)) == 300
    assert words(ax)[::2] == [
        "under 20", "20 to 29", "30 to 39", "40 to 49", "50 to 59", "60 to 69", "70 and over",
    ]  # fmt: skip


def test_no_values_draw_no_bars(draw):
    summary = summarise_words(pd.Series([""], dtype="str"))

    ax = draw(lambda ax, style: draw_category_bars(ax, summary, style, words=WORDS))

    assert list(ax.texts) == []


LONG = "a value as long as a whole sentence about everything there is to say"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("em", EMS)
@pytest.mark.parametrize("n", [1, 2, 9])
def test_names_and_shares_stand_free(draw, overlaps, clipped, size, em, n):
    values = [
        f"{LONG} {i}" if i % 2 else f"$a_{i}$ and $b$" for i in range(n) for _ in range(9 - i)
    ]
    summary = summarise_words(pd.Series(values), most=8)

    ax = draw(
        lambda ax, style: draw_category_bars(ax, summary, style, words=WORDS),
        size,
        ChartStyle(LIGHT, em),
    )

    assert overlaps(ax) == []
    assert clipped(ax) == []


def test_words_with_dollars_are_no_formulas(draw):
    summary = summarise_words(pd.Series(["$a_1$ and $b$"]))

    ax = draw(lambda ax, style: draw_category_bars(ax, summary, style, words=WORDS))

    assert not ax.texts[0].get_parse_math()


# comparisons --------------------------------------------------------------------------------


@pytest.fixture
def by_town(incomes):
    towns = pd.Series(["Delft", "Gouda", "Leiden", "Utrecht"] * 100)
    return compare("Income", incomes, "Town", towns)


def test_each_category_has_its_lines_and_its_dot(draw, by_town):
    ax = draw(
        lambda ax, style: draw_category_comparison(ax, by_town, style, column=INCOME, words=WORDS)
    )

    by_part = {}
    for line in ax.lines:
        by_part.setdefault(line.get_gid(), []).append(line)
    assert [line.get_xdata()[0] for line in by_part["middle"]] == [
        spread.summary.middle for spread in by_town.spreads
    ]
    first = by_town.spreads[0].summary
    assert list(by_part["half"][0].get_xdata()) == [first.lower, first.upper]
    assert list(by_part["usual"][0].get_xdata()) == [first.usual_low, first.usual_high]
    assert f"{by_town.spreads[0].name} · 100" in words(ax)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("em", EMS)
def test_words_of_a_comparison_stand_free(draw, overlaps, clipped, by_town, size, em):
    ax = draw(
        lambda ax, style: draw_category_comparison(ax, by_town, style, column=INCOME, words=WORDS),
        size,
        ChartStyle(LIGHT, em),
    )

    assert overlaps(ax) == []
    assert clipped(ax) == []
    assert len(ticks(ax)) <= 6


def test_all_others_are_hollow(draw):
    towns = pd.Series([f"town {i % 12}" for i in range(240)])
    found = compare("Age", np.arange(240.0), "Town", towns)

    ax = draw(
        lambda ax, style: draw_category_comparison(ax, found, style, column=AGE, words=WORDS),
        (540, 330),
    )

    dots = [line for line in ax.lines if line.get_gid() == "middle"]
    assert dots[-1].get_markerfacecolor() == LIGHT.sheet
    assert dots[0].get_markerfacecolor() == LIGHT.accent


def test_nothing_to_compare_draws_nothing(draw):
    found = compare("Age", np.array([np.nan]), "Town", pd.Series(["a"]))

    ax = draw(lambda ax, style: draw_category_comparison(ax, found, style, column=AGE, words=WORDS))

    assert len(ax.lines) == 0


def test_equal_values_are_compared_too(draw):
    found = compare("Age", np.full(20, 5.0), "Town", pd.Series(["a", "b"] * 10))

    ax = draw(lambda ax, style: draw_category_comparison(ax, found, style, column=AGE, words=WORDS))

    assert {"a · 10", "b · 10"} <= set(words(ax))


@pytest.mark.parametrize(
    "values", [[1e25] * 9, [-1e30, 1e30] * 9, [1e17, 1e17 + 32] * 9, [0.0, 1e-30] * 9]
)
def test_extreme_values_are_drawn(draw, values):
    values = np.array(values)
    look = look_of(INCOME, values)
    found = compare("Income", values, "Town", pd.Series(["a", "b", "c"] * (len(values) // 3)))

    ax = draw(lambda ax, style: draw_column_histogram(ax, look, style, words=WORDS), (700, 300))
    assert sum(bar.get_height() for bar in bars(ax)) == len(values)

    ax = draw(
        lambda ax, style: draw_category_comparison(ax, found, style, column=INCOME, words=WORDS)
    )
    assert len([line for line in ax.lines if line.get_gid() == "middle"]) == len(found.spreads)
