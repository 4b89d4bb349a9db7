import pandas as pd
import pytest

from desktop_app.core.checking.columns import Column, Kind, Role
from desktop_app.core.customers.finding import find_customers
from desktop_app.core.customers.table import CustomerTable


@pytest.fixture
def table():
    frame = pd.DataFrame(
        {
            "No": ["1", "10", "2"],
            "Mail": ["ann@x.org", None, "BOB.1@x.org"],
            "Town": ["Delft", "Delft", "Gouda"],
        }
    )
    columns = (
        Column("No", Kind.TEXT, Role.ID, unfit="identifier"),
        Column("Mail", Kind.TEXT, Role.CONTACT, unfit="contact"),
        Column("Town", Kind.CATEGORY, Role.DESCRIBE),
    )
    return CustomerTable(frame, columns, frame.astype(str), customer_id="No")


@pytest.mark.parametrize(
    ("words", "rows"),
    [("1", [0, 1, 2]), (" bob ", [2]), ("Delft", []), ("", []), ("x.o", [0, 2])],
)
def test_who_is_named_so_is_found_the_best_match_first(table, words, rows):
    assert find_customers(table, words).tolist() == rows


def test_letters_that_mean_something_elsewhere_are_only_letters(table):
    assert find_customers(table, ".*").tolist() == []
