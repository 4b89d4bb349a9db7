"""What holds for the orders of every shop system."""

import csv
import random

import pytest

from desktop_app.core.checking.mending import mend
from desktop_app.core.checking.shop_exports.recognising import SHOP_EXPORTS
from desktop_app.core.checking.understanding import check_table
from desktop_app.core.customers.orders.adding_up import sum_up_orders
from desktop_app.core.intake.reading import read_table, read_tables
from desktop_app.core.intake.tables import RawTable
from tests.core.shops.conftest import SHOPS

ORDERS = sorted(
    path.name
    for path in SHOPS.iterdir()
    for export in SHOP_EXPORTS
    if export.sales and not export.sales.is_without_buyers and path.stem == export.word
)


def told(raw):
    checked = check_table(raw)
    bought = sum_up_orders(mend(checked, ()))
    return (
        checked.recognised,
        bought.summary,
        [name.casefold() for name in bought.customers],
        bought.money.tolist(),
        bought.n_orders.tolist(),
        bought.first.tolist(),
        bought.last.tolist(),
    )


def told_of(header, rows):
    return told(RawTable.from_rows(header, rows))


def written(path, header, rows):
    with path.open("w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([header, *rows])
    return path


@pytest.fixture(params=ORDERS, scope="module")
def lines(request):
    raw = read_table(SHOPS / request.param)
    return raw.original_header, raw.rows, told(raw)


@pytest.mark.parametrize("export", SHOP_EXPORTS, ids=lambda export: export.word)
def test_every_export_has_a_file_to_try(export):
    assert [path for path in SHOPS.iterdir() if path.stem == export.word]


def test_the_order_of_rows_changes_nothing(lines):
    header, rows, expected = lines

    assert told_of(header, random.Random(1).sample(rows, len(rows))) == expected


def test_the_order_of_columns_and_the_size_of_letters_change_nothing(lines):
    header, rows, expected = lines
    places = random.Random(1).sample(range(len(header)), len(header))

    moved = [[row[place] for place in places] for row in rows]

    assert told_of([f" {header[p].upper()} " for p in places], moved) == expected


def test_a_file_in_two_parts_is_the_same_file(lines, tmp_path):
    header, rows, expected = lines
    cut = len(rows) // 2

    second = written(tmp_path / "a.csv", header, rows[cut:])
    first = written(tmp_path / "b.csv", header, rows[:cut])

    assert told(read_tables([second, first])) == expected


def test_e_mails_in_capitals_change_nothing(lines):
    header, rows, expected = lines

    loud = [[cell.upper() if "@" in cell else cell for cell in row] for row in rows]

    assert told_of(header, loud) == expected


def test_a_file_read_twice_counts_once(lines):
    header, rows, expected = lines

    twice = told_of(header, rows + rows)

    if expected[0] == "square_items":  # two equal lines are two coffees
        assert twice[3] == [2 * money for money in expected[3]]
    else:
        assert twice[2:] == expected[2:]
        assert twice[1].total == expected[1].total


def test_the_money_of_the_file_is_that_of_the_customers_and_what_does_not_count(lines):
    summary = lines[2][1]

    taken = sum(round(effect.amount * 10_000) for effect in summary.effects)

    assert round(summary.file_total * 10_000) == round(summary.total * 10_000) + taken
