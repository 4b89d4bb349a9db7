"""What a column is used for, without any window."""

from pathlib import Path

import pytest

from desktop_app.core.checking.columns import ColumnChoice, Role
from desktop_app.core.checking.understanding import check_table
from desktop_app.core.intake.tables import RawTable
from desktop_app.document.plan import Plan
from desktop_app.ui.pages.column_uses import plan_with_use, possible_uses, uses_of

PLAN = Plan(files=(Path("shop.csv"),))


@pytest.fixture(scope="module")
def customers():
    rows = [[f"C{i}", str(20 + i % 40), "Ghent" if i % 2 else "Delft", "EU"] for i in range(40)]
    return check_table(RawTable.from_rows(["Customer ID", "Age", "Town", "Region"], rows))


@pytest.fixture(scope="module")
def orders():
    rows = [
        [str(1000 + i), f"p{i % 9}@x.org", f"2024-03-{1 + i % 28:02}", f"{i + 0.5}", f"{i + 3}.20"]
        for i in range(40)
    ]
    header = ["Order ID", "Email", "Order date", "Total", "Shipping"]
    return check_table(RawTable.from_rows(header, rows))


def test_in_a_list_of_customers_a_use_is_a_role(customers):
    assert uses_of(PLAN, customers) == {
        "Customer ID": "id",
        "Age": "feature",
        "Town": "describe",
        "Region": "ignore",
    }


def test_in_orders_a_use_is_a_part_of_the_order(orders):
    uses = uses_of(PLAN, orders)

    assert (uses["Email"], uses["Order date"], uses["Total"]) == ("customer", "date", "amount")
    assert uses["Shipping"] == "unused"


def test_a_column_of_one_value_cannot_be_made_to_form_groups(customers):
    assert "feature" not in possible_uses(customers.column("Region"), "ignore", in_orders=False)
    assert "feature" in possible_uses(customers.column("Customer ID"), "id", in_orders=False)


def test_the_present_use_is_always_offered(orders):
    assert "unused" in possible_uses(orders.column("Shipping"), "unused", in_orders=True)


def test_a_chosen_use_is_a_choice_about_the_column(customers):
    plan = plan_with_use(PLAN, customers, "Town", "ignore")
    plan = plan_with_use(plan, customers, "Town", "feature")

    assert [(choice.name, choice.role) for choice in plan.columns] == [("Town", Role.FEATURE)]


def test_naming_the_customer_id_also_says_who_the_customers_are(customers):
    named = plan_with_use(PLAN, customers, "Town", "id")
    taken_back = plan_with_use(named, customers, "Town", "describe")

    assert named.customers.customer_id == "Town"
    assert taken_back.customers.customer_id is None


def test_a_fact_that_is_no_longer_one_leaves_the_chosen_facts(customers):
    plan = PLAN.with_features(("Age", "Town")).with_k(4)

    plan = plan_with_use(plan, customers, "Town", "describe")

    assert plan.features.features == ("Age",)
    assert plan.k is None


def test_facts_that_were_not_touched_stay_chosen(customers):
    plan = PLAN.with_features(("Age",)).with_k(4)

    assert plan_with_use(plan, customers, "Town", "ignore").k == 4


def test_another_amount_takes_the_place_of_the_first(orders):
    plan = plan_with_use(PLAN, orders, "Shipping", "amount")
    uses = uses_of(plan, orders)

    assert (uses["Shipping"], uses["Total"]) == ("amount", "unused")


def test_another_use_leaves_the_order_of_day_and_month_as_it_was_chosen(customers):
    chosen = Plan(columns=(ColumnChoice("Age", date_order="mdy"),))

    plan = plan_with_use(chosen, customers, "Age", "ignore")

    assert plan.columns == (ColumnChoice("Age", Role.IGNORE, date_order="mdy"),)
