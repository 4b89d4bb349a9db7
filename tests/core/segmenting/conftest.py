import numpy as np
import pandas as pd
import pytest

from desktop_app.core.checking.columns import Column, Kind, Role, Unit
from desktop_app.core.customers.table import CustomerTable, OrdersSummary
from desktop_app.core.segmenting.choices import FeatureChoice
from desktop_app.core.segmenting.features import prepare


def _kind(values):
    if values.dtype.kind == "f":
        return Kind.NUMBER
    words = set(values) - {""}
    return Kind.YES_NO if words <= {"yes", "no"} else Kind.CATEGORY


@pytest.fixture
def table_of():
    """Make a customer table of columns: numbers, or words ("" = empty)."""

    def make(is_from_orders=False, units=None, kinds=None, **columns):
        frame = pd.DataFrame(
            {
                name: np.asarray(values, dtype=float) if _are_numbers(values) else list(values)
                for name, values in columns.items()
            }
        )
        described = tuple(
            Column(
                name,
                (kinds or {}).get(name, _kind(frame[name])),
                Role.FEATURE,
                unit=(units or {}).get(name, Unit.PLAIN),
            )
            for name in frame
        )
        orders = OrdersSummary(len(frame), len(frame), len(frame)) if is_from_orders else None
        return CustomerTable(frame, described, frame.astype(str), orders=orders)

    return make


def _are_numbers(values):
    return not any(isinstance(value, str) for value in values)


@pytest.fixture
def prepared_of(table_of):
    """Prepare columns of numbers; all of them are features."""

    def make(choice=None, **columns):
        choice = choice or FeatureChoice()
        return prepare(table_of(**columns), choice, tuple(columns))

    return make


@pytest.fixture(scope="session")
def five_blobs():
    """Income and score of 300 invented customers in five groups, as columns."""
    rng = np.random.default_rng(5)
    parts = [
        rng.normal(place, spread, (size, 2))
        for place, spread, size in (
            ((26, 21), (8, 12), 36),
            ((26, 79), (8, 11), 33),
            ((55, 50), (9, 6), 120),
            ((87, 82), (16, 9), 60),
            ((88, 17), (17, 10), 51),
        )
    ]
    points = np.rint(np.concatenate(parts))
    return {"income": points[:, 0], "score": points[:, 1]}
