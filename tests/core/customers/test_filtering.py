import numpy as np
import pandas as pd
import pytest

from desktop_app.core.checking.columns import Column, Kind, Role
from desktop_app.core.customers.filtering import Filter, filter_customers
from desktop_app.core.customers.table import CustomerTable


@pytest.fixture
def table():
    frame = pd.DataFrame(
        {"Age": [20.0, 35.0, np.nan, 60.0], "Town": ["Delft", "Gouda", "delft", None]}
    )
    columns = (
        Column("Age", Kind.NUMBER, Role.FEATURE),
        Column("Town", Kind.CATEGORY, Role.DESCRIBE),
    )
    return CustomerTable(frame, columns, frame.astype(str))


@pytest.mark.parametrize(
    ("filters", "rows"),
    [
        ([], [0, 1, 2, 3]),
        ([Filter("Age", high=35)], [0, 1]),
        ([Filter("Age", low=21, high=59)], [1]),
        ([Filter("Town", words="DELF")], [0, 2]),
        ([Filter("Town", words="delft"), Filter("Age", low=0)], [0]),
    ],
)
def test_all_conditions_hold_for_who_is_left(table, filters, rows):
    assert filter_customers(table, filters).tolist() == rows


def test_only_the_given_rows_are_looked_at_and_keep_their_order(table):
    assert filter_customers(table, [Filter("Age", low=0)], np.array([3, 2, 0])).tolist() == [3, 0]
