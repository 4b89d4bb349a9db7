"""A table of text becomes typed columns with their purpose."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.checking.checked import TableKind
from desktop_app.core.checking.columns import ColumnChoice, Kind, Role, Subject, Unit
from desktop_app.core.checking.kinds import Notation
from desktop_app.core.checking.understanding import check_table
from desktop_app.core.errors import ColumnMissing
from desktop_app.core.intake.tables import RawTable
from desktop_app.core.progress import Cancelled

MALL = ["CustomerID", "Gender", "Age", "Annual Income (k$)", "Spending Score (1-100)"]


def mall(n=30):
    return [
        [f"{i + 1}", "MF"[i % 2], f"{20 + i * 7 % 40}", f"{15 + i}", f"{1 + i * 13 % 99}"]
        for i in range(n)
    ]


def check(header, rows, *choices):
    return check_table(RawTable.from_rows(header, rows), choices)


def check_column(name, *values):
    """Check one column beside an id, so that it stands in an ordinary list."""
    rows = [[f"c{i}", value] for i, value in enumerate(values)]
    return check(["Customer ID", name], rows).column(name)


def test_the_loyalty_card_list_is_understood():
    checked = check(MALL, mall())

    identity, gender, age, income, score = checked.columns
    assert checked.kind is TableKind.CUSTOMERS
    assert (identity.role, identity.unfit) == (Role.ID, "identifier")
    assert (gender.kind, gender.role, gender.subject) == (
        Kind.CATEGORY,
        Role.DESCRIBE,
        Subject.DEMOGRAPHIC,
    )
    assert [c.role for c in (age, income, score)] == [Role.FEATURE] * 3
    assert [c.subject for c in (age, income, score)] == [
        Subject.DEMOGRAPHIC,
        Subject.DEMOGRAPHIC,
        Subject.BEHAVIOURAL,
    ]
    assert (income.unit, income.sign) == (Unit.THOUSANDS, "$")
    assert (score.unit, age.unit) == (Unit.PLAIN, Unit.PLAIN)
    assert (age.minimum, age.maximum, age.n_distinct) == (20.0, 59.0, 30)


def test_two_columns_of_numbers_without_an_id_are_features():
    rows = [[f"{126 + i}", f"{70 + i}"] for i in range(40)]  # running, yet facts by their names

    checked = check(["INCOME", "SPEND"], rows)

    assert [c.role for c in checked.columns] == [Role.FEATURE, Role.FEATURE]
    assert [c.unit for c in checked.columns] == [Unit.MONEY, Unit.MONEY]


def test_the_frame_holds_typed_values_and_ids_as_written():
    rows = [["007", "1,5", "3/25/2024", "a "], ["008", "", "", ""], ["009", "x", "4/1/2024", "b"]]
    choices = [ColumnChoice("Score", kind=Kind.NUMBER), ColumnChoice("Note", kind=Kind.TEXT)]

    frame = check(["Customer ID", "Score", "Joined", "Note"], rows, *choices).frame

    assert frame["Customer ID"].tolist() == ["007", "008", "009"]
    assert frame["Score"].tolist()[0] == 1.5
    assert np.isnan(frame["Score"].tolist()[1:]).all()
    assert str(frame["Joined"][0])[:10] == "2024-03-25"
    assert frame["Joined"].isna().tolist() == [False, True, False]
    assert frame["Note"].tolist() == ["a", "", "b"]


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("Id", ["x1", "x2", "x3"]),
        ("sku", ["77", "78", "99"]),
        ("Loyalty card", [f"{i}" for i in range(9)]),
        ("Unknown", [f"{i}" for i in range(100, 130)]),
        ("Anything", ["7210448301122", "7210448301999", "7210448302555"]),
        ("Ref", ["A-1", "B-2", "C-3"]),
    ],
)
def test_what_only_names_a_row_is_an_identifier(name, values):
    column = check_column(name, *values)

    assert (column.role, column.unfit) == (Role.ID, "identifier")


@pytest.mark.parametrize(
    "name", ["Income", "Age", "Days since last visit", "Number of orders", "# of visits"]
)
def test_running_numbers_with_a_meaning_are_facts(name):
    assert check_column(name, *(f"{i}" for i in range(20, 50))).role is Role.FEATURE


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("Whatever", ["ann@a.example", "bob@b.example", "", "'eve@c.example"]),
        ("Phone", ["0711 123", "0711 124", "0711 125"]),
        ("Zip", ["01234", "70173", "'70174"]),
        ("First Name", ["Ann", "Bob", "Eve"]),
        ("Name", ["Ann Lee", "Bob Ray", "Eve Orr"]),
        ("Default Address Street", ["a 1", "b 2", "c 3"]),
    ],
)
def test_what_reaches_a_person_is_contact_data(name, values):
    column = check_column(name, *values)

    assert (column.role, column.unfit, column.kind) == (Role.CONTACT, "contact", Kind.TEXT)


@pytest.mark.parametrize(
    ("name", "values", "kind", "role", "unfit"),
    [
        ("Newsletter", ["yes", "no", "yes"], Kind.YES_NO, Role.CONSENT, None),
        ("Accepts Email Marketing", ["yes", "yes"], Kind.YES_NO, Role.CONSENT, None),
        ("Has dog", ["0", "1", "1"], Kind.YES_NO, Role.DESCRIBE, None),
        ("Gender", ["1", "2", "1"], Kind.CATEGORY, Role.DESCRIBE, None),
        ("Region ID", ["1", "2", "3", "1"], Kind.CATEGORY, Role.DESCRIBE, None),
        ("Children", ["0", "2", "1", "0"], Kind.NUMBER, Role.FEATURE, None),
        ("Favourite style", ["mod", "goth", "mod"], Kind.CATEGORY, Role.DESCRIBE, None),
        ("Country", ["UK", "UK", "UK"], Kind.CATEGORY, Role.IGNORE, "constant"),
        ("Score", ["5", "5", "5"], Kind.NUMBER, Role.IGNORE, "constant"),
        ("Blank", ["", "", ""], Kind.EMPTY, Role.IGNORE, "empty"),
        ("Joined", ["2024-01-01", "2024-05-03"], Kind.DATE, Role.DESCRIBE, "date"),
        ("Remark", ["likes tea", "came twice today", "-"], Kind.TEXT, Role.IGNORE, "text"),
    ],
)
def test_kind_and_role_of_a_column(name, values, kind, role, unfit):
    column = check_column(name, *values)

    assert (column.kind, column.role, column.unfit) == (kind, role, unfit)


def test_the_city_of_an_address_is_a_place():
    column = check_column("Default Address City", "Ghent", "Paris", "Ghent")

    assert (column.role, column.subject) == (Role.DESCRIBE, Subject.GEOGRAPHIC)


def test_more_than_twelve_different_words_are_too_many():
    column = check_column("Town", *(f"town {chr(97 + i % 13)}" for i in range(40)))

    assert (column.kind, column.role, column.unfit, column.subject) == (
        Kind.CATEGORY,
        Role.DESCRIBE,
        "too_many_categories",
        Subject.GEOGRAPHIC,
    )


def test_one_odd_word_does_not_make_numbers_words():
    column = check_column("Spend", "12", "3a", "40", "17", "25")

    assert (column.kind, column.n_empty, column.n_distinct) == (Kind.NUMBER, 0, 4)


def test_a_word_for_nothing_in_a_third_of_the_rows_is_empty():
    column = check_column("Spend", *(f"{i}.5" for i in range(20)), *["unknown"] * 9)

    assert (column.kind, column.n_empty) == (Kind.NUMBER, 9)


def test_the_same_word_among_words_stays_a_word():
    assert check_column("Channel", "shop", "web", "none", "none", "web").n_distinct == 3


def test_currency_percent_and_days_give_the_unit():
    assert check_column("Bought", "€5", "€7.50", "€6").unit is Unit.MONEY
    assert check_column("Bought", "€5", "€7.50", "€6").sign == "€"
    assert check_column("Discount rate", "5%", "7%", "6%").unit is Unit.PERCENT
    assert check_column("Recency", "5", "70", "6").unit is Unit.DAYS


def test_the_date_order_of_a_column_is_told():
    assert check_column("Joined", "03/25/2024", "03/04/2024").date_order == "mdy"
    assert check_column("Joined", "2024-03-25", "2024-03-24").date_order == "ymd"
    assert check_column("Joined", "03/25/2024", "03/04/2024").maximum == "2024-03-25"


def test_the_users_word_overrules_what_was_found():
    checked = check(
        MALL,
        mall(),
        ColumnChoice("Age", role=Role.DESCRIBE),
        ColumnChoice("Gender", role=Role.FEATURE),
        ColumnChoice("CustomerID", kind=Kind.NUMBER, role=Role.FEATURE),
    )

    assert checked.column("Age").role is Role.DESCRIBE
    assert (checked.column("Gender").role, checked.column("Gender").unfit) == (Role.FEATURE, None)
    assert checked.column("CustomerID").unfit is None
    assert checked.frame["CustomerID"].dtype == np.float64


def test_a_constant_column_cannot_be_made_fit():
    checked = check(["A", "B"], [["1", "x"]] * 3, ColumnChoice("A", role=Role.FEATURE))

    assert checked.column("A").unfit == "constant"


def test_a_choice_for_an_unknown_column_is_answered_with_those_there_are():
    with pytest.raises(ColumnMissing) as told:
        check(["A"], [["1"]], ColumnChoice("B"))

    assert told.value.details == {"column": "B", "columns": ("A",)}


ORDER_ROWS = [
    ["ann@a.example", "2024-01-05", "20"],
    ["bob@b.example", "2024-01-06", "5"],
    ["ann@a.example", "2024-02-01", "7"],
]


def test_customers_who_come_again_with_dates_and_amounts_are_orders():
    checked = check(["Email", "Date", "Amount"], ORDER_ROWS)

    assert checked.kind is TableKind.ORDERS
    assert [c.role for c in checked.columns] == [Role.ID, Role.DATE, Role.AMOUNT]


def test_an_order_number_makes_orders_even_if_nobody_came_twice():
    rows = [[f"{i}", *row] for i, row in enumerate(ORDER_ROWS[:2])]

    checked = check(["Order ID", "Email", "Date", "Amount"], rows)

    assert checked.kind is TableKind.ORDERS
    assert checked.column("Order ID").role is Role.ORDER_ID


def test_a_customer_list_with_last_visit_and_total_stays_a_customer_list():
    header = ["Customer ID", "Email", "Last visit", "Total Spent", "Total Orders"]
    rows = [[f"{i}", f"p{i}@a.example", f"2024-01-{i:02}", f"{i}.5", "3"] for i in range(1, 25)]

    checked = check(header, rows)

    assert checked.kind is TableKind.CUSTOMERS
    assert checked.column("Total Spent").subject is Subject.BEHAVIOURAL


def test_first_names_that_repeat_are_no_customers_who_come_again():
    rows = [[["Ann", "Bob"][i % 2], f"2024-01-{i:02}", f"{i}"] for i in range(1, 20)]

    assert check(["First name", "Last visit", "Spend"], rows).kind is TableKind.CUSTOMERS


def test_the_users_roles_are_the_parts_of_an_order_line():
    header = ["Email", "Date", "Amount", "Sent", "Net", "Parcel", "Till"]
    rows = [[*row, "2024-05-05", "3", f"p{i}", f"t{i}"] for i, row in enumerate(ORDER_ROWS)]
    choices = {"Till": Role.ID, "Sent": Role.DATE, "Net": Role.AMOUNT, "Parcel": Role.ORDER_ID}

    checked = check(header, rows, *(ColumnChoice(name, role) for name, role in choices.items()))

    parts = checked.order_columns
    assert (parts.customer, parts.date, parts.amount, parts.order_id) == tuple(choices)
    assert [checked.column(name).role for name in choices] == list(choices.values())


def test_eight_digits_under_a_header_of_dates_are_dates():
    assert check_column("Joined", "20240305", "20240306", "20231231").minimum == "2023-12-31"


def test_quantity_and_price_stand_for_an_amount():
    rows = [["C1", "2024-01-05", "2", "3.5"], ["C1", "2024-01-06", "1", "3.5"]]

    parts = check(["Customer", "Date", "Quantity", "Unit price"], rows).order_columns

    assert (parts.customer, parts.amount, parts.quantity, parts.price) == (
        "Customer",
        None,
        "Quantity",
        "Unit price",
    )


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(30)))
def test_the_order_of_the_rows_changes_no_column(places):
    rows = mall()

    assert check(MALL, [rows[i] for i in places]).columns == check(MALL, rows).columns


class _Unwanted:
    def report(self, fraction, stage):
        assert 0 <= fraction <= 1
        assert stage == "checking"

    def checkpoint(self):
        raise Cancelled


def test_a_check_that_is_no_longer_wanted_stops():
    with pytest.raises(Cancelled):
        check_table(RawTable.from_rows(MALL, mall()), progress=_Unwanted())


def test_a_column_whose_spread_is_too_small_to_divide_by_is_constant():
    column = check_column("Spend", "2.3e-311", "7.9e-311", "6.8e-311")

    assert (column.kind, column.unfit) == (Kind.NUMBER, "constant")


def test_the_users_order_of_day_and_month_holds_for_a_customer_list():
    raw = RawTable.from_rows(
        ["Customer ID", "Joined"], [["a1", "02/06/2024"], ["a2", "03/11/2024"]]
    )

    checked = check_table(raw, notation=Notation(date_order="mdy"))

    assert checked.frame["Joined"].astype(str).tolist() == ["2024-02-06", "2024-03-11"]
    assert checked.column("Joined").date_order == "mdy"
    assert "undecided_date_order" not in {finding.code for finding in checked.findings}


def test_the_users_decimal_sign_holds_against_the_values():
    raw = RawTable.from_rows(
        ["Customer ID", "Spend"], [["a1", "1,234"], ["a2", "8.55"], ["a3", "0,25"]]
    )
    raw = replace(raw, form=replace(raw.form, decimal=".", is_decimal_told=True))

    spend = check_table(raw, (ColumnChoice("Spend", kind=Kind.NUMBER),)).frame["Spend"]

    np.testing.assert_array_equal(spend, [1234.0, 8.55, np.nan])
