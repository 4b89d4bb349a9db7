"""Customers and orders of one shop are joined, and nothing depends on how the files are sorted."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.checking.checked import TableKind
from desktop_app.core.checking.columns import ColumnChoice, Role
from desktop_app.core.checking.mending import mend
from desktop_app.core.checking.understanding import check_table
from desktop_app.core.customers.building import build_customers
from desktop_app.core.customers.defaults import default_features
from desktop_app.core.errors import ColumnMissing
from desktop_app.core.intake.reading import read_tables
from desktop_app.core.intake.tables import RawTable

SHOPS = Path(__file__).parents[2] / "data" / "shops"
ORDERS = ("Order", "Email", "Day", "Total")
PEOPLE = ("Mail address", "First name", "Age", "Newsletter")


def both(main, beside):
    """Give the customers of two tables of (header, rows)."""
    raws = [RawTable.from_rows(header, rows) for header, rows in (main, beside)]
    raw = RawTable(
        raws[0].header, raws[0].original_header, raws[0].form, raws[0].store, beside=raws[1]
    )
    return build_customers(mend(check_table(raw), ()))


def shops(*names):
    raw = read_tables([SHOPS / f"{name}.csv" for name in names])
    return build_customers(mend(check_table(raw), ()))


def sales(*emails):
    rows = [
        (f"o{i}", email, f"2024-03-{1 + i % 28:02}", f"{5 + i}.50")
        for i, email in enumerate(emails)
    ]
    return ORDERS, rows


def told(table, name):
    return dict(zip(table.frame[table.customer_id], table.frame[name], strict=True))


def test_what_a_list_says_is_added_to_who_bought():
    people = [("bob@a.example", "Bob", "44", "yes"), ("ann@a.example", "Ann", "31", "no")]

    table = both(sales("ann@a.example", "bob@a.example", "ann@a.example"), (PEOPLE, people))

    assert told(table, "Age") == {"ann@a.example": 31.0, "bob@a.example": 44.0}
    assert list(table.original["Newsletter"]) == ["no", "yes"]
    assert (table.joined.by, table.joined.by_beside) == ("Email", "Mail address")
    assert table.joined.columns == ("First name", "Age", "Newsletter")
    assert table.column("Newsletter").role is Role.CONSENT
    assert table.column("First name").unfit is not None


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_shopify_customers_and_orders_meet_by_e_mail(order):
    names = ("shopify_orders", "shopify_customers")

    table = shops(*[names[place] for place in order])

    joined = table.joined
    assert (joined.by, joined.n_matched, joined.n_only_here, joined.n_only_beside) == (
        ("Email", 3, 2, 2)
    )
    assert joined.n_nobody == 1
    assert table.orders.n_customers == 5
    assert told(table, "Default Address City")["ann@example.org"] == "Porto"
    assert not table.column("Total Spent (2)").is_default


def test_who_never_ordered_is_on_the_list_and_in_no_group():
    table = shops("shopify_orders", "shopify_customers")

    prospects = table.frame.iloc[table.left_out]

    assert list(prospects[table.customer_id]) == ["cat@example.org", "fay@example.org"]
    assert list(prospects["Orders"]) == list(prospects["Total spent"]) == [0.0, 0.0]
    assert prospects["Days since last order"].isna().all()
    assert list(table.original["Orders"].iloc[table.left_out]) == ["0", "0"]
    assert len(table.original) == table.n_customers == 7
    assert table.counted("Orders").min() > 0


def test_woocommerce_customers_and_orders_meet_by_name_or_by_e_mail():
    by_name = shops("woocommerce_orders", "woocommerce_customers").joined
    by_email = shops("woocommerce_export", "woocommerce_customers").joined

    assert (by_name.by, by_name.by_beside, by_name.n_matched) == ("Customer", "Name", 3)
    assert (by_email.by, by_email.by_beside, by_email.n_matched) == ("billing_email", "Email", 3)


def test_an_audience_tells_more_about_a_list_of_customers():
    table = shops("mailchimp_audience", "shopify_customers")

    assert table.money == "Total Spent"
    assert (table.joined.n_matched, table.joined.n_only_beside) == (5, 1)
    assert table.n_customers == 6
    assert "MEMBER_RATING" in table.joined.columns
    assert "First Name (2)" in table.frame.columns


def test_ids_meet_however_they_are_written():
    header = ("Order", "Customer ID", "Day", "Total")
    bought = [(f"o{i}", f"'{17850 + i % 5}", f"2024-03-{i + 1:02}", "5.5") for i in range(10)]
    people = [(f"{17850 + i}.0", str(20 + i)) for i in range(5)]

    table = both((header, bought), (("Customer ID", "Age"), people))

    assert table.joined.n_matched == 5
    assert list(table.frame["Age"]) == [20.0, 21.0, 22.0, 23.0, 24.0]


def test_customers_known_by_number_meet_a_list_of_e_mail_addresses():
    header = ("Order", "Customer ID", "Email", "Day", "Total")
    bought = [
        (f"o{i}", f"c{i % 5}", f"P{i % 5}@a.example", f"2024-03-{i + 1:02}", "5.5")
        for i in range(10)
    ]
    people = [(f"p{i}@A.example", str(20 + i)) for i in range(6)]

    table = both((header, bought), (("E-mail", "Age"), people))

    assert (table.joined.by, table.joined.n_matched, table.joined.n_only_beside) == ("Email", 5, 1)
    assert told(table, "Age")["c4"] == 24.0


def test_running_numbers_do_not_make_strangers_one():
    def people(n, shift, *more):
        return [(str(i + 1), f"p{(i + shift) % n}@a.example", str(20 + i), *more) for i in range(n)]

    spend = ("Customer ID", "Email", "Total spent")
    others = ("Customer ID", "E-mail address", "Age", "Town", "Hobby", "Note", "Size", "Pet", "Car")
    more = ("Delft", "chess", "-", "M", "cat", "no")

    table = both((spend, people(12, 0)), (others, people(12, 1, *more)))

    assert (table.joined.by, table.joined.n_matched) == ("Email", 12)
    assert told(table, "Age")["2"] == 20.0


def test_of_somebody_who_is_there_twice_the_fuller_row_counts():
    people = [
        ("ann@a.example", "", "31", "no"),
        ("ANN@a.example", "Ann", "32", "no"),
        ("bob@a.example", "Bob", "44", "no"),
        ("", "Cas", "50", "yes"),
    ]
    bought = sales("ann@a.example", "bob@a.example", "bob@a.example")

    for rows in (people, people[::-1]):
        table = both(bought, (PEOPLE, rows))

        assert told(table, "Age") == {"ann@a.example": 32.0, "bob@a.example": 44.0}
        assert (table.joined.n_repeated, table.joined.n_nobody) == (1, 1)


def test_a_list_of_strangers_is_left_out_and_said_so():
    people = [(f"x{i}@b.example", "Al", str(20 + i), "yes") for i in range(9)]

    table = both(sales("ann@a.example", "bob@a.example"), (PEOPLE, people))

    assert table.joined.by == ""
    assert table.joined.n_matched == 0
    assert list(table.frame.columns)[1] == "Days since last order"
    assert table.n_customers == 2


def test_a_list_does_not_change_the_groups_of_who_bought():
    bought = sales(*(f"p{i % 7}@a.example" for i in range(30)))
    people = [(f"p{i}@a.example", f"N{i}", str(20 + i), "yes") for i in range(40)]

    alone = build_customers(mend(check_table(RawTable.from_rows(*bought)), ()))
    table = both(bought, (PEOPLE, people))

    assert default_features(table) == default_features(alone)
    for name in default_features(alone):
        assert table.column(name) == alone.column(name)


def test_of_two_kinds_of_orders_only_the_longer_counts():
    raw = read_tables([SHOPS / "etsy_orders.csv", SHOPS / "etsy_order_items.csv"])

    checked = check_table(raw)

    assert checked.findings[0].code == "second_orders"
    assert checked.kind is checked.beside.kind is TableKind.ORDERS
    assert build_customers(mend(checked, ())).joined is None


def test_a_choice_is_of_the_table_that_has_the_column():
    raw = read_tables([SHOPS / "shopify_orders.csv", SHOPS / "shopify_customers.csv"])

    checked = check_table(raw, (ColumnChoice("Default Address City", Role.IGNORE),))

    assert checked.beside.column("Default Address City").role is Role.IGNORE
    with pytest.raises(ColumnMissing):
        check_table(raw, (ColumnChoice("Nowhere", Role.IGNORE),))


@settings(deadline=None, max_examples=25)
@given(
    bought=st.lists(st.integers(0, 12), min_size=4, max_size=30),
    listed=st.lists(
        st.tuples(st.integers(3, 20), st.booleans(), st.integers(18, 90)), min_size=2, max_size=20
    ),
    seed=st.integers(0, 99),
)
def test_joining_is_what_a_plain_join_gives(bought, listed, seed):
    def email(n, is_shouted):
        return f"P{n}@A.EXAMPLE" if is_shouted else f"p{n}@a.example"

    order_rows = [
        (f"o{i}", email(n, i % 2), f"2024-03-{1 + i % 28:02}", "7.50") for i, n in enumerate(bought)
    ]
    people = [(email(n, big), f"N{n}", str(age), "yes") for n, big, age in listed]
    age_by_person = {}
    for n, big, age in listed:  # equally full: the greatest words win nothing but the least
        row = (email(n, big), f"N{n}", str(age), "yes")
        age_by_person[n] = min(age_by_person.get(n, row), row)
    shuffled = random.Random(seed).sample

    table = both((ORDERS, order_rows), (PEOPLE, people))
    again = both(
        (ORDERS, shuffled(order_rows, len(order_rows))), (PEOPLE, shuffled(people, len(people)))
    )

    buyers, known = set(bought), set(age_by_person)
    if not buyers & known:
        assert table.joined.by == ""
        return
    assert table.joined.n_matched == len(buyers & known)
    assert table.joined.n_only_here == len(buyers - known)
    assert table.joined.n_only_beside == len(table.left_out) == len(known - buyers)
    assert table.joined.n_repeated == len(listed) - len(known)
    ages = {name: age for name, age in told(table, "Age").items() if age == age}
    assert ages == {f"p{n}@a.example": float(row[2]) for n, row in age_by_person.items()}
    assert again.frame.equals(table.frame)
    assert again.original.equals(table.original)
