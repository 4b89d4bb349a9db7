"""Order lines are added up to orders and customers, exactly and whatever their order."""

from collections import defaultdict
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.checking.answers import Answer
from desktop_app.core.checking.mending import mend
from desktop_app.core.checking.understanding import check_table
from desktop_app.core.customers.choices import CustomerChoice
from desktop_app.core.customers.orders.adding_up import sum_up_orders
from desktop_app.core.customers.table import REASONS
from desktop_app.core.errors import (
    AmountsUnknown,
    BadValue,
    ColumnMissing,
    ColumnNotADate,
    ColumnNotANumber,
    CustomersUnknown,
    DatesUnknown,
    NoOrders,
)
from desktop_app.core.intake.tables import RawTable

LINES = ["Order ID", "Email", "Date", "Amount"]
ROWS = [
    ["o1", "ann@a.example", "2024-01-05", "20.10"],
    ["o1", "ann@a.example", "2024-01-05", "0.20"],
    ["o2", "bob@b.example", "2024-01-06", "5"],
    ["o3", "ann@a.example", "2024-02-01", "7"],
]


def sum_up(header, rows, answers=(), **choice):
    checked = check_table(RawTable.from_rows(header, rows))
    return sum_up_orders(mend(checked, answers), CustomerChoice(**choice))


def by_customer(purchases):
    return dict(zip(purchases.customers, purchases.money))


def test_lines_become_orders_become_customers():
    purchases = sum_up(LINES, ROWS)

    assert purchases.customers.tolist() == ["ann@a.example", "bob@b.example"]
    assert purchases.n_orders.tolist() == [2, 1]
    assert purchases.money.tolist() == [27.3, 5.0]
    assert purchases.first.astype(str).tolist() == ["2024-01-05", "2024-01-06"]
    assert purchases.last.astype(str).tolist() == ["2024-02-01", "2024-01-06"]
    assert purchases.summary.as_of == "2024-02-02"
    assert (purchases.summary.n_lines, purchases.summary.n_orders) == (4, 3)
    assert purchases.summary.total == 32.3
    assert purchases.summary.taken_out == dict.fromkeys(REASONS, 0)


def test_a_line_that_the_user_leaves_out_is_not_added_up():
    rows = [*ROWS, ["o4", "ann@a.example", "2024-02-02", "9999999999999999"]]
    answers = [Answer("unusual_value", "Amount", "leave_out")]

    purchases = sum_up(LINES, rows, answers)

    assert purchases.money.tolist() == [27.3, 5.0]
    assert purchases.n_orders.tolist() == [2, 1]
    assert purchases.summary.taken_out["left_out"] == 1


def test_lines_that_appear_twice_without_an_order_number_count_once_if_the_user_says_so():
    rows = [row[1:] for row in [*ROWS, ROWS[2]]]

    once = sum_up(LINES[1:], rows, [Answer("duplicate_rows", None, "keep_one")])

    assert sum_up(LINES[1:], rows).money.tolist() == [27.3, 10.0]
    assert once.money.tolist() == [27.3, 5.0]


def test_a_line_of_an_order_has_no_usual_amount_to_put_in():
    rows = [*ROWS, ["o4", "ann@a.example", "2024-02-02", "9999999999999999"]]

    findings = check_table(RawTable.from_rows(LINES, rows)).findings

    (finding,) = [f for f in findings if f.code == "unusual_value"]
    assert finding.fixes == ("keep", "leave_out")


def test_one_customer_written_in_many_ways_is_one_customer():
    ways = ["ann@a.example", " Ann@A.example", "'ANN@a.example ", "ann@a.example"]

    purchases = sum_up(LINES, [[f"o{i}", way, "2024-01-05", "1"] for i, way in enumerate(ways)])

    assert by_customer(purchases) == {"ann@a.example": 4.0}
    assert purchases.n_orders.tolist() == [4]


def test_customer_numbers_lose_a_stray_decimal():
    rows = [["17850.0", "2024-01-05", "1"], ["17850", "2024-01-06", "2"], ["9", "2024-01-06", "2"]]

    purchases = sum_up(["CustomerID", "Date", "Amount"], rows, table="orders")

    assert sorted(purchases.money) == [2.0, 3.0]


@pytest.mark.parametrize("nobody", ["", "0", "nan", "None", "Guest", "n/a", "-"])
def test_a_blank_customer_is_never_a_customer(nobody):
    rows = [
        [f"{i}", customer, "2024-01-05", "10"] for i, customer in enumerate(["c1", nobody, "c1"])
    ]

    purchases = sum_up(["Order ID", "Customer ID", "Date", "Amount"], rows)

    assert by_customer(purchases) == {"c1": 20.0}
    assert purchases.summary.taken_out["no_customer"] == 1


def test_later_lines_of_an_order_take_the_customer_from_the_first():
    header = ["Name", "Email", "Created at", "Total", "Lineitem name"]
    rows = [
        ["#1001", "ann@a.example", "2025-01-15 17:41:00 -0500", "183.50", "Bundle"],
        ["#1001", "", "", "", "Widget"],
        ["#1002", "", "2025-01-16 10:00:00 -0500", "20.00", "Widget"],
        ["#1003", "ann@a.example", "2025-03-16 10:00:00 -0500", "20.00", "Widget"],
    ]

    purchases = sum_up(header, rows)

    assert by_customer(purchases) == {"ann@a.example": 203.5}
    assert purchases.summary.taken_out["no_customer"] == 1
    assert purchases.summary.as_of == "2025-03-17"


def test_cancelled_orders_go_with_all_their_lines():
    header = ["Order ID", "Email", "Date", "Amount", "Financial Status"]
    rows = [
        ["o1", "ann@a.example", "2024-01-05", "20", "paid"],
        ["o2", "ann@a.example", "2024-01-06", "30", "Voided"],
        ["o2", "", "", "5", ""],
        ["o3", "ann@a.example", "2024-01-07", "1", "paid"],
    ]

    purchases = sum_up(header, rows)

    assert by_customer(purchases) == {"ann@a.example": 21.0}
    assert purchases.summary.taken_out["cancelled"] == 2


def test_a_date_of_cancelling_cancels():
    header = ["Order ID", "Email", "Date", "Amount", "Cancelled at"]
    rows = [
        ["o1", "ann@a.example", "2024-01-05", "20", ""],
        ["o2", "ann@a.example", "2024-01-06", "30", "2024-01-07"],
    ]

    assert by_customer(sum_up(header, rows)) == {"ann@a.example": 20.0}


def test_refunds_lower_the_money_but_not_the_orders():
    header = [*LINES, "Refunded Amount"]
    rows = [
        ["o1", "ann@a.example", "2024-01-05", "20", "5.5"],
        ["o2", "ann@a.example", "2024-01-06", "30", "30"],
        ["o3", "ann@a.example", "2024-01-07", "-2", "0"],
    ]

    purchases = sum_up(header, rows)

    assert by_customer(purchases) == {"ann@a.example": 12.5}
    assert purchases.n_orders.tolist() == [2]
    assert purchases.summary.taken_out["refunded"] == 3


def test_a_status_of_refunded_leaves_nothing_when_no_column_says_how_much():
    header = [*LINES, "Status"]
    rows = [["o1", "ann@a.example", "2024-01-05", "20", "completed"]]
    rows += [["o2", "ann@a.example", "2024-01-06", "30", "Refunded"], [*rows[0][:4], "completed"]]

    assert sum_up(header, rows).summary.taken_out["refunded"] == 1


def test_an_order_that_cost_nothing_is_no_order():
    purchases = sum_up(LINES, [*ROWS, ["o9", "eve@e.example", "2024-03-01", "0.00"]])

    assert "eve@e.example" not in purchases.customers
    assert purchases.summary.taken_out["zero_amount"] == 1


def test_a_free_item_in_a_paid_order_changes_nothing():
    purchases = sum_up(LINES, [*ROWS, ["o1", "ann@a.example", "2024-01-05", "0"]])

    assert purchases.n_orders.tolist() == [2, 1]
    assert purchases.summary.taken_out["zero_amount"] == 0


def test_exact_copies_of_a_numbered_line_count_once():
    purchases = sum_up(LINES, [*ROWS, ROWS[2]])

    assert purchases.summary.total == 32.3
    assert purchases.summary.taken_out["duplicate"] == 1


def test_a_copy_with_the_e_mail_in_capitals_is_a_copy():
    copy = [cell.upper() if "@" in cell else cell for cell in ROWS[2]]

    purchases = sum_up(LINES, [*ROWS, copy])

    assert purchases.summary.total == 32.3
    assert purchases.summary.taken_out["duplicate"] == 1


def test_two_equal_purchases_without_a_number_are_both_real():
    rows = [row[1:] for row in [*ROWS, ROWS[2]]]

    purchases = sum_up(LINES[1:], rows)

    assert by_customer(purchases)["bob@b.example"] == 10.0
    assert purchases.summary.taken_out["duplicate"] == 0


def test_without_an_order_number_a_day_is_an_order():
    purchases = sum_up(LINES[1:], [row[1:] for row in ROWS])

    assert purchases.n_orders.tolist() == [2, 1]


def test_quantity_times_price_is_the_amount():
    header = ["Order ID", "Email", "Date", "Quantity", "Unit price"]
    rows = [
        ["1", "a@a.example", "2024-01-05", "3", "0.10"],
        ["2", "a@a.example", "2024-01-06", "-1", "0.1"],
    ]

    purchases = sum_up(header, rows)

    assert purchases.money.tolist() == [0.2]


def test_an_order_total_on_each_line_counts_once():
    header = ["Order ID", "Email", "Date", "Order total", "Product"]
    rows = [
        ["1", "a@a.example", "2024-01-05", "30", "cup"],
        ["1", "a@a.example", "2024-01-05", "30", "pot"],
        ["2", "a@a.example", "2024-01-09", "5", "cup"],
    ]

    assert sum_up(header, rows).money.tolist() == [35.0]


def test_the_users_day_is_where_days_are_counted_from():
    purchases = sum_up(LINES, ROWS, as_of="2024-01-06")

    assert purchases.n_orders.tolist() == [1, 1]
    assert purchases.summary.as_of == "2024-01-06"
    assert purchases.summary.taken_out["after_as_of"] == 1


def test_the_users_columns_are_used():
    header = ["Who", "When", "Paid at", "Amount", "Value B"]
    rows = [
        ["x", "03/04/2024", "2024-01-01", "1", "5 EUR"],
        ["y", "03/05/2024", "2024-01-01", "1", "6"],
    ]

    purchases = sum_up(
        header, rows, customer_id="Who", date="When", amount="Value B", date_order="mdy"
    )

    assert by_customer(purchases) == {"x": 5.0, "y": 6.0}
    assert purchases.last.astype(str).tolist() == ["2024-03-04", "2024-03-05"]


@pytest.mark.parametrize("part", ["customer_id", "date", "amount", "order_id"])
def test_a_column_that_is_not_there_is_named(part):
    with pytest.raises(ColumnMissing) as told:
        sum_up(LINES, ROWS, **{part: "Nope"})

    assert told.value.details["column"] == "Nope"


@pytest.mark.parametrize(
    ("header", "places", "problem"),
    [
        (["Date", "Amount"], (2, 3), CustomersUnknown),
        (["Email", "Amount"], (1, 3), DatesUnknown),
        (["Email", "Date"], (1, 2), AmountsUnknown),
    ],
)
def test_lines_that_lack_a_part_are_no_orders(header, places, problem):
    rows = [[row[i] for i in places] for row in ROWS]

    with pytest.raises(problem):
        sum_up(header, rows, table="orders")


def test_words_are_no_amounts():
    with pytest.raises(ColumnNotANumber):
        sum_up(LINES, ROWS, amount="Email")


def test_a_day_that_is_no_date_is_refused():
    with pytest.raises(BadValue) as told:
        sum_up(LINES, ROWS, as_of="soon")

    assert told.value.details == {"what": "as_of", "value": "soon"}


@pytest.mark.parametrize("as_of", [None, "2024-03-01"])
def test_words_are_no_dates(as_of):
    with pytest.raises(ColumnNotADate) as told:
        sum_up(LINES, ROWS, date="Email", as_of=as_of)

    assert told.value.details == {"column": "Email"}


def test_when_nothing_is_left_it_says_so():
    with pytest.raises(NoOrders) as told:
        sum_up(LINES, ROWS, as_of="2001-01-01")

    assert told.value.details["taken_out"]["after_as_of"] == 4


def test_an_amount_too_large_to_be_money_counts_as_none():
    purchases = sum_up(LINES, [*ROWS, ["o4", "ann@a.example", "2024-02-01", "9999999999999999"]])

    assert by_customer(purchases) == {"ann@a.example": 27.3, "bob@b.example": 5.0}
    assert purchases.summary.taken_out["zero_amount"] == 1


def test_numbers_too_large_to_be_added_up_are_no_amounts():
    rows = [[f"o{i}", "ann@a.example", "2024-01-05", "900000000000"] for i in range(2_000)]

    with pytest.raises(BadValue) as told:
        sum_up(LINES, rows)

    assert told.value.details == {"what": "amount", "value": "Amount"}


@pytest.mark.parametrize("word", ["nein", "N", "-", "none", ""])
def test_a_word_for_no_or_nothing_does_not_cancel(word):
    rows = [["o1", "ann@a.example", "2024-01-05", "20", word]]

    assert by_customer(sum_up([*LINES, "Cancelled at"], rows)) == {"ann@a.example": 20.0}


CENTS = st.integers(-5_000, 90_000)


@st.composite
def order_lines(draw):
    n = draw(st.integers(2, 25))
    rows = []
    for place in range(n):
        order = draw(st.integers(0, 8))
        customer = draw(st.sampled_from(["ann@a.example", "bob@b.example", "eve@e.example", ""]))
        cents = 100 if place == 0 else draw(CENTS)
        day = f"2024-0{1 + order % 9}-1{order % 9}"
        rows.append(
            [f"o{order}", customer if place else "ann@a.example", day, f"{cents / 100:.2f}"]
        )
    return rows


@settings(max_examples=40, deadline=None)
@given(order_lines(), st.randoms(use_true_random=False))
def test_neither_the_order_of_lines_nor_capitals_change_anything(rows, random):
    way_by_line = {tuple(row): random.choice([str.upper, str.title, str]) for row in rows}
    changed = [[row[0], way_by_line[tuple(row)](row[1]), *row[2:]] for row in rows]
    random.shuffle(changed)
    choice = {"table": "orders", "customer_id": "Email", "order_id": "Order ID"}

    before, after = sum_up(LINES, rows, **choice), sum_up(LINES, changed, **choice)

    assert before.customers.tolist() == after.customers.tolist()
    assert before.money.tolist() == after.money.tolist()
    assert before.n_orders.tolist() == after.n_orders.tolist()
    assert (before.last == after.last).all()
    assert before.summary.total == after.summary.total


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(1, 10**9)), min_size=2, max_size=40))
def test_totals_equal_the_file_to_the_cent(sales):
    rows = [[f"{who}@x.example", "2024-01-05", f"{cents / 100:.2f}"] for who, cents in sales]

    purchases = sum_up(LINES[1:], rows, table="orders")

    expected = sum(Decimal(row[2]) for row in rows)
    assert Decimal(f"{purchases.summary.total:.2f}") == expected
    assert Decimal(f"{purchases.money.sum():.2f}") == expected


def test_facts_agree_with_an_independent_sum():
    rng = np.random.default_rng(5)
    frame = pd.DataFrame(
        {
            "customer": [f"Person {i}" for i in rng.integers(0, 60, 500)],
            "day": pd.Timestamp("2023-01-01") + pd.to_timedelta(rng.integers(0, 700, 500), "D"),
            "revenue": rng.integers(100, 90_000, 500) / 100,
        }
    )
    text = frame.assign(day=frame.day.dt.strftime("%Y-%m-%d")).astype(str)

    purchases = sum_up(["Customer name", "Order date", "Revenue"], text.to_numpy().tolist())

    grouped = frame.groupby("customer")
    assert by_customer(purchases) == pytest.approx(grouped.revenue.sum().to_dict())
    assert purchases.n_orders.tolist() == grouped.day.nunique().tolist()
    assert (purchases.last == grouped.day.max().to_numpy()).all()


def test_five_thousand_orders_of_a_thousand_customers_equal_an_independent_sum():
    rng = np.random.default_rng(7)
    rows = [
        [
            f"Person {int(995 * rng.random() ** 1.3)}",
            str(np.datetime64("2001-10-29") + rng.integers(0, 1_888)),
            f"{rng.integers(100, 30_000) / 100:.2f}",
        ]
        for _ in range(4_906)
    ]
    money, days = defaultdict(Decimal), defaultdict(set)
    for who, day, paid in rows:
        money[who.lower()] += Decimal(paid)
        days[who.lower()].add(day)
    ends = {who: (min(known), max(known)) for who, known in days.items()}

    purchases = sum_up(["customer_id", "order_date", "revenue"], rows)

    names = [name.lower() for name in purchases.customers]
    assert names == sorted(money)
    assert [Decimal(f"{paid:.2f}") for paid in purchases.money] == [money[who] for who in names]
    assert purchases.n_orders.tolist() == [len(days[who]) for who in names]
    assert list(zip(purchases.first.astype(str), purchases.last.astype(str), strict=True)) == [
        ends[who] for who in names
    ]
    assert Decimal(f"{purchases.summary.total:.2f}") == sum(money.values())
    assert purchases.summary.as_of == str(np.datetime64(max(max(d) for d in days.values())) + 1)
