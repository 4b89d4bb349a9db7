"""Columns of words become columns of numbers, or it is said why they cannot."""

import numpy as np
import pandas as pd
import pytest

from desktop_app.core.checking.columns import Column, Kind, Role
from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.errors import ColumnNotANumber, ConstantFeature, IdentifierFeature
from desktop_app.core.segmenting.coding import coded_columns


def coded(column, *values):
    frame = pd.DataFrame({column.name: list(values)})
    table = CustomerTable(frame, (column,), frame.astype(str))
    return list(coded_columns(table, (column.name,)))


@pytest.mark.parametrize(("yes", "no"), [("ja", "nein"), ("J", "N"), ("x", "no"), ("tak", "nie")])
def test_the_word_for_yes_counts_as_one(yes, no):
    (answers,) = coded(Column("Club", Kind.YES_NO, Role.DESCRIBE), no, yes, "")

    assert answers.category == yes
    np.testing.assert_array_equal(answers.values, [0.0, 1.0, np.nan])


@pytest.mark.parametrize("unfit", ["identifier", "contact"])
def test_what_only_names_a_customer_is_told_as_such(unfit):
    column = Column("Card", Kind.TEXT, Role.ID, unfit=unfit)

    with pytest.raises(IdentifierFeature) as told:
        coded(column, "c1", "c2")

    assert told.value.details == {"column": "Card"}


@pytest.mark.parametrize("kind", [Kind.NUMBER, Kind.CATEGORY, Kind.EMPTY])
def test_what_is_the_same_for_everyone_is_told_as_such(kind):
    values = (1e-311, 2e-311) if kind is Kind.NUMBER else ("a", "a")

    with pytest.raises(ConstantFeature):
        coded(Column("Fact", kind, Role.IGNORE, unfit="constant"), *values)


def test_dates_are_no_numbers():
    with pytest.raises(ColumnNotANumber):
        coded(Column("Joined", Kind.DATE, Role.DESCRIBE, unfit="date"), "2024-01-01")
