import numpy as np
import pandas as pd
import pytest

from desktop_app.core.checking.columns import Column, Kind, Role
from desktop_app.core.sharing.cell_values import cell_values

NUMBERS = Column("x", Kind.NUMBER, Role.FEATURE)


@pytest.mark.parametrize(
    ("text", "understood", "cell"),
    [
        ("41", 41.0, 41.0),
        ("-3.50", -3.5, -3.5),
        (" 12 ", 12.0, 12.0),
        ("1.234,56", 1234.56, 1234.56),
        ("1.204", 1204.0, 1204.0),
        ("007", 7.0, "007"),
        ("€ 12", 12.0, "€ 12"),
        ("3a", np.nan, "3a"),
        ("200", np.nan, 200.0),
        ("1,2", np.nan, "1,2"),
        ("1234567890123456", 1234567890123456.0, "1234567890123456"),
        ("1e5", 100000.0, "1e5"),
        ("", np.nan, ""),
    ],
)
def test_a_cell_is_a_number_only_where_nothing_is_lost(text, understood, cell):
    assert cell_values(pd.Series([text]), NUMBERS, pd.Series([understood])) == [cell]


@pytest.mark.parametrize(
    "column",
    [
        None,
        Column("id", Kind.NUMBER, Role.ID),
        Column("order", Kind.NUMBER, Role.ORDER_ID),
        Column("phone", Kind.NUMBER, Role.CONTACT),
        Column("town", Kind.CATEGORY, Role.DESCRIBE),
    ],
)
def test_what_names_something_stays_text(column):
    assert cell_values(pd.Series(["12"]), column, pd.Series([12.0])) == ["12"]
