"""What customers do from order to order: gaps, discounts, money back, a favourite category."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from statistics import median

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.checking.columns import Kind, Role, Subject, Unit
from desktop_app.core.checking.mending import mend
from desktop_app.core.checking.understanding import check_table
from desktop_app.core.customers.building import build_customers
from desktop_app.core.customers.choices import CustomerChoice
from desktop_app.core.customers.defaults import default_features
from desktop_app.core.customers.orders import adding_up
from desktop_app.core.customers.orders.facts import FAVOURITE, GAP, GIVEN_BACK, WITH_DISCOUNT
from desktop_app.core.customers.table import Clock
from desktop_app.core.intake.reading import read_table
from desktop_app.core.intake.tables import RawTable

SHOPS = Path(__file__).resolve().parents[3] / "data" / "shops"
LINES = ["Order ID", "Email", "Date", "Amount"]
ROWS = [
    ["o1", "ann@a.example", "2024-01-05", "20"],
    ["o2", "bob@b.example", "2024-01-06", "5"],
    ["o3", "ann@a.example", "2024-01-15", "7"],
    ["o4", "ann@a.example", "2024-02-04", "7"],
]
ORDERS = CustomerChoice(table="orders")


def customers(header, rows, choice=ORDERS):
    return build_customers(mend(check_table(RawTable.from_rows(header, rows)), ()), choice)


def fact(table, name):
    """Give a fact by customer, ``None`` where it is empty."""
    pairs = zip(table.frame[table.customer_id], table.frame[name])
    return {who: None if value != value else value for who, value in pairs}


def test_the_middle_gap_lies_between_days_with_an_order():
    table = customers(LINES, ROWS)

    assert fact(table, GAP) == {"ann@a.example": 15.0, "bob@b.example": None}
    assert table.original[GAP].tolist() == ["15", ""]
    assert table.column(GAP).unit is Unit.DAYS


def test_two_orders_on_one_day_are_no_gap():
    rows = [*ROWS, ["o5", "ann@a.example", "2024-01-05", "7"]]

    assert fact(customers(LINES, rows), GAP)["ann@a.example"] == 15.0


def test_half_days_between_orders_stay():
    rows = [*ROWS[:3], ["o4", "ann@a.example", "2024-01-26", "7"]]

    assert customers(LINES, rows).original[GAP].tolist() == ["10.5", ""]


def test_where_all_came_once_nothing_is_said_of_gaps():
    table = customers(LINES, [*ROWS[:2], ["o3", "ann@a.example", "2024-01-05", "9"]])

    assert GAP not in table.frame
    assert table.orders.clock is None


def test_an_order_that_costs_nothing_makes_no_gap():
    rows = [*ROWS[:2], ["o3", "ann@a.example", "2024-01-15", "0"]]

    assert GAP not in customers(LINES, rows).frame


def test_the_clock_counts_every_gap_of_every_customer():
    days = [0, 10, 20, 40, 70, 170]
    rows = [[f"a{d}", "ann@a.example", str(date(2024, 1, 1) + timedelta(d)), "5"] for d in days]
    rows += [[f"b{d}", "bob@b.example", str(date(2024, 1, 1) + timedelta(d)), "5"] for d in (0, 3)]

    assert customers(LINES, rows).orders.clock == Clock(10.0, 30.0, 30.0, 6)


@pytest.mark.parametrize("share", [2, 3, 1_000])
def test_the_clock_is_that_of_all_however_many_customers_are_added_up_at_once(monkeypatch, share):
    rows = [
        [
            f"{who}{i}",
            f"{who}@x.example",
            str(date(2024, 1, 1) + timedelta(i * (ord(who) - 90))),
            "5",
        ]
        for who in "abcde"
        for i in range(4)
    ]
    at_once = customers([*LINES, "Category"], [[*row, row[0][0]] for row in rows])
    monkeypatch.setattr(adding_up, "_LINES_AT_ONCE", share)

    in_shares = customers([*LINES, "Category"], [[*row, row[0][0]] for row in rows])

    assert in_shares.orders == at_once.orders
    assert in_shares.original.equals(at_once.original)


@pytest.mark.parametrize("nothing", ["", "0", "0.00", "-", "no", "n/a", "None"])
def test_a_discount_is_an_amount_or_a_code_that_says_something(nothing):
    marks = ["SUMMER", "5", nothing, nothing]

    table = customers([*LINES, "Coupon"], [[*r, mark] for r, mark in zip(ROWS, marks, strict=True)])

    assert fact(table, WITH_DISCOUNT) == {"ann@a.example": 33.3, "bob@b.example": 100.0}
    assert table.original[WITH_DISCOUNT].tolist() == ["33.3", "100"]
    assert table.column(WITH_DISCOUNT).unit is Unit.PERCENT


@pytest.mark.parametrize(
    "header",
    ["Discount", "discount_amount", "Voucher", "Rabatt", "Gutscheincode", "Korting", "Kortingscode",
     "Remise", "Code promo", "Descuento", "Cupón"],
)  # fmt: skip
def test_discounts_are_found_by_the_words_of_a_header(header):
    marks = ["2.50", "0.00", "1.00", "0.00"]

    table = customers([*LINES, header], [[*r, mark] for r, mark in zip(ROWS, marks, strict=True)])

    assert fact(table, WITH_DISCOUNT) == {"ann@a.example": 66.7, "bob@b.example": 0.0}


@pytest.mark.parametrize("header", ["Total after discount", "Price without discount", "Remark"])
def test_what_is_left_after_a_discount_is_no_discount(header):
    assert WITH_DISCOUNT not in customers([*LINES, header], [[*row, "5"] for row in ROWS]).frame


def test_a_discount_on_one_line_is_one_of_the_order_and_on_a_return_it_is_none():
    rows = [[*row, ""] for row in ROWS]
    rows += [
        ["o1", "ann@a.example", "2024-01-05", "4", "SUMMER"],
        ["o3", "ann@a.example", "2024-01-15", "-3", "WINTER"],
    ]

    table = customers([*LINES, "Coupon"], rows)

    assert fact(table, WITH_DISCOUNT) == {"ann@a.example": 33.3, "bob@b.example": 0.0}


def test_where_nothing_was_cheaper_and_nothing_came_back_nothing_is_said_of_it():
    table = customers([*LINES, "Coupon", "Refunded Amount"], [[*row, "", "0"] for row in ROWS])

    assert {WITH_DISCOUNT, GIVEN_BACK, FAVOURITE}.isdisjoint(table.frame.columns)


def test_money_given_back_is_a_share_of_what_was_paid():
    back = ["10", "5", "0", "0.2"]

    table = customers(
        [*LINES, "Refunded Amount"], [[*r, b] for r, b in zip(ROWS, back, strict=True)]
    )

    assert fact(table, GIVEN_BACK) == {"ann@a.example": 30.0, "bob@b.example": 100.0}


def test_an_order_paid_back_as_a_whole_counts_as_money_given_back():
    rows = [[*row, "completed"] for row in ROWS]
    rows += [["o5", "bob@b.example", "2024-02-01", "15", "refunded"]]
    rows += [["o6", "eve@e.example", "2024-02-01", "15", "refunded"]]

    table = customers([*LINES, "Status"], rows)

    assert fact(table, GIVEN_BACK) == {"ann@a.example": 0.0, "bob@b.example": 75.0}


def test_money_given_back_later_than_the_chosen_day_or_long_ago_counts_for_nothing():
    rows = [[*row, "completed"] for row in ROWS]
    rows += [
        [f"r{day}", "bob@b.example", day, "15", "refunded"] for day in ("2023-06-01", "2024-01-07")
    ]
    rows += [["r3", "bob@b.example", "2024-02-03", "15", "refunded"]]
    choice = CustomerChoice("orders", as_of="2024-02-02", look_back=3)

    assert fact(customers([*LINES, "Status"], rows, choice), GIVEN_BACK)["bob@b.example"] == 75.0


def test_where_refunds_are_let_count_nothing_is_said_of_them():
    table = customers(
        [*LINES, "Refunded Amount"],
        [[*row, "1"] if row[0] == "o1" else [*row, "2.5"] for row in ROWS],
        CustomerChoice("orders", counted=frozenset({"refunded"})),
    )

    assert GIVEN_BACK not in table.frame


def test_never_more_than_all_was_given_back():
    rows = [*ROWS, ["o9", "bob@b.example", "2024-02-01", "-50"]]

    assert fact(customers(LINES, rows), GIVEN_BACK)["bob@b.example"] == 100.0


@pytest.mark.parametrize(
    "header", ["Category", "Product category", "Kategorie", "Catégorie", "Categoría", "Department"]
)
def test_the_favourite_is_what_the_most_money_was_spent_on(header):
    kinds = ["Coffee", "Tea", "Cake", "Cake"]

    table = customers([*LINES, header], [[*row, k] for row, k in zip(ROWS, kinds, strict=True)])

    column = table.column(FAVOURITE)
    assert fact(table, FAVOURITE) == {"ann@a.example": "Coffee", "bob@b.example": "Tea"}
    assert (column.kind, column.role) == (Kind.CATEGORY, Role.DESCRIBE)
    assert (column.subject, column.n_distinct, column.unfit) == (Subject.BEHAVIOURAL, 2, None)


def test_of_two_favourites_the_first_of_the_alphabet_is_taken():
    rows = [["o1", "ann@a.example", "2024-01-05", "7", kind] for kind in ("Tea", "Cake", "Coffee")]
    rows += [["o2", "bob@b.example", "2024-01-05", "7", "Tea"]]

    assert fact(customers([*LINES, "Category"], rows), FAVOURITE)["ann@a.example"] == "Cake"


def test_what_came_back_is_no_favourite_and_a_blank_is_no_category():
    rows = [
        ["o1", "ann@a.example", "2024-01-05", "20", "Tea"],
        ["o2", "ann@a.example", "2024-01-06", "-20", "Tea"],
        ["o3", "ann@a.example", "2024-01-07", "5", "Cake"],
        ["o4", "ann@a.example", "2024-01-08", "90", ""],
        ["o5", "bob@b.example", "2024-01-08", "9", "n/a"],
        ["o6", "eve@e.example", "2024-01-08", "9", "Beans"],
    ]

    table = customers([*LINES, "Category"], rows)

    assert list(fact(table, FAVOURITE).values()) == ["Cake", "", "Beans"]
    assert table.column(FAVOURITE).n_empty == 1


def test_the_total_of_an_order_says_nothing_of_its_categories():
    header = [*LINES[:3], "Order total", "Category"]
    rows = [[*row, kind] for row in ROWS for kind in ("Tea", "Cake")]

    assert FAVOURITE not in customers(header, rows).frame


def test_the_kind_of_customer_is_no_favourite():
    rows = [[*row, kind] for row, kind in zip(ROWS, "ABAA", strict=True)]

    assert FAVOURITE not in customers([*LINES, "Customer category"], rows).frame


def test_many_categories_keep_their_words_but_form_no_groups():
    rows = [[f"o{i}", f"c{i}@c.example", "2024-01-05", "5", f"Kind {i % 13}"] for i in range(40)]

    column = customers([*LINES, "Category"], rows).column(FAVOURITE)

    assert (column.n_distinct, column.unfit) == (13, "too_many_categories")


def test_habits_are_offered_but_not_ticked():
    rows = [[*row, kind] for row, kind in zip(ROWS, ("x", "", "x", ""), strict=True)]

    table = customers([*LINES, "Coupon"], rows)

    assert {GAP, WITH_DISCOUNT} <= set(table.frame.columns)
    assert {GAP, WITH_DISCOUNT}.isdisjoint(default_features(table))


_ORDERS = st.tuples(
    st.sampled_from(["ann@x.example", "bob@x.example", "cat@x.example"]),
    st.integers(0, 60),
    st.integers(0, 20),
    st.integers(0, 2),
    st.sampled_from(["", "SUMMER"]),
    st.sampled_from(["Tea", "Cake", "Beans"]),
)


@settings(max_examples=20, deadline=None)
@given(st.lists(_ORDERS, min_size=3, max_size=30), st.randoms(use_true_random=False))
def test_habits_are_what_plain_python_makes_of_the_orders(orders, random):
    orders = [("ann@x.example", 0, 1, 0, "", "Tea"), *orders]
    header = [*LINES, "Refunded Amount", "Coupon", "Category"]
    rows = [
        [f"o{i}", who, str(date(2024, 1, 1) + timedelta(day)), f"{amount}.00", f"{back}.00", *rest]
        for i, (who, day, amount, back, *rest) in enumerate(orders)
    ]
    changed = [[row[0], random.choice([str.upper, str])(row[1]), *row[2:]] for row in rows]
    random.shuffle(changed)
    choice = CustomerChoice("orders", "Email", "Date", "Amount", "Order ID")

    table, again = customers(header, rows, choice), customers(header, changed, choice)

    assert table.original.equals(again.original)
    assert table.orders.clock == again.orders.clock
    assert _told(table) == _expected(orders)


def _told(table):
    names = (GAP, WITH_DISCOUNT, GIVEN_BACK, FAVOURITE)
    told = {name: fact(table, name) for name in names if name in table.frame}
    return {name: told.get(name) for name in names} | {"clock": table.orders.clock}


def _expected(orders):
    """Give the facts by the definitions, one customer at a time."""
    facts, all_gaps = defaultdict(dict), []
    for who in sorted({who for who, _, amount, *_ in orders if amount > 0}):
        paid = [order for order in orders if order[0] == who and order[2] > 0]
        days = sorted({day for _, day, *_ in paid})
        gaps = [later - day for day, later in pairwise(days)]
        all_gaps += gaps
        spent = Counter()
        for owner, _, amount, back, _, kind in orders:
            spent[kind] += (amount - back) if owner == who else 0
        total = sum(order[2] for order in paid)
        back = sum(order[3] for order in orders if order[0] == who)
        facts[GAP][who] = median(gaps) if gaps else None
        facts[WITH_DISCOUNT][who] = _percent(sum(order[4] != "" for order in paid), len(paid))
        facts[GIVEN_BACK][who] = min(_percent(back, total), 100.0)
        best = max(spent.values())
        facts[FAVOURITE][who] = min(k for k in spent if spent[k] == best) if best > 0 else ""
    clock = None
    if all_gaps:
        quantiles = np.quantile(all_gaps, [0.5, 0.8, 0.95], method="lower")
        clock = Clock(*map(float, quantiles), len(all_gaps))
    told = {name: known if any(known.values()) else None for name, known in facts.items()}
    if len(set(facts[FAVOURITE].values()) - {""}) < 2:
        told[FAVOURITE] = None
    return told | {"clock": clock}


def _percent(part, whole):
    return float(np.round(100 * part / whole, 1))


@pytest.mark.parametrize(
    ("file", "customer", "told"),
    [
        (
            "shopify_orders.csv",
            "ann@example.org",
            {GAP: 27.0, WITH_DISCOUNT: 50.0, GIVEN_BACK: 13.7},
        ),
        ("squarespace_orders.csv", "ann@example.org", {WITH_DISCOUNT: 50.0, GIVEN_BACK: 13.7}),
        ("etsy_orders.csv", "annash", {GAP: 6.0, WITH_DISCOUNT: 50.0}),
        ("etsy_order_items.csv", "annash", {GAP: 6.0, WITH_DISCOUNT: 50.0}),
        ("gumroad_sales.csv", "ann@example.org", {WITH_DISCOUNT: 50.0, GIVEN_BACK: 13.7}),
        ("square_transactions.csv", "C1AB", {WITH_DISCOUNT: 50.0, GIVEN_BACK: 0.9}),
        ("square_items.csv", "C1AB", {GAP: 32.0, WITH_DISCOUNT: 50.0, FAVOURITE: "Coffee"}),
        ("woocommerce_orders.csv", "Bob Birch", {WITH_DISCOUNT: 100.0, GIVEN_BACK: 42.7}),
        ("woocommerce_orders_german.csv", "Bob Birch", {WITH_DISCOUNT: 100.0, GIVEN_BACK: 42.7}),
        ("woocommerce_export.csv", "bob@example.org", {GIVEN_BACK: 42.7}),
        ("paypal_activity.csv", "bob@example.org", {GIVEN_BACK: 42.7}),
        ("stripe_payments.csv", "ann@example.org", {GAP: 27.0, GIVEN_BACK: 13.7}),
    ],
)
def test_the_exports_of_shops_tell_habits(file, customer, told):
    table = build_customers(mend(check_table(read_table(SHOPS / file)), ()))

    assert {name: fact(table, name)[customer] for name in told} == told
