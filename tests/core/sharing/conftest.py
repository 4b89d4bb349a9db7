import numpy as np
import pandas as pd
import pytest

from desktop_app.core.checking.columns import Column, Kind, Role
from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.segmenting.choices import Scale
from desktop_app.core.segmenting.results import FeaturePreparation, Segmentation


@pytest.fixture
def segmentation():
    """Two segments of 2 and 1; the last of four customers is left out."""
    return Segmentation(
        k=2,
        labels=np.array([0, 1, 0, -1]),
        centres=np.zeros((2, 1)),
        centres_in_units=np.array([[30.5], [60.0]]),
        sizes=(2, 1),
        typical=(0, 1),
        inertia=1.0,
        features=(FeaturePreparation("Age", Scale.STANDARD, False, 40.0, 10.0),),
        margin=np.array([0.5, 1.0, 0.1, np.nan]),
        neighbour=np.array([1, 0, 1, -1]),
    )


@pytest.fixture
def make_table():
    """A customer table of ids, names and ages, with further columns of text on request."""

    def make(**extra):
        original = pd.DataFrame(
            {
                "id": ["007", "12", "13", "14"],
                "Name": ["Ann", "Bé, the 2nd", "=1+1", 'Di "D"\nDo'],
                "Age": ["31", "60", "30", ""],
                **extra,
            }
        )
        columns = (
            Column("id", Kind.NUMBER, Role.ID),
            Column("Name", Kind.TEXT, Role.CONTACT),
            Column("Age", Kind.NUMBER, Role.FEATURE),
            *(Column(name, Kind.TEXT, Role.IGNORE) for name in extra),
        )
        frame = original.assign(id=[7.0, 12.0, 13.0, 14.0], Age=[31.0, 60.0, 30.0, np.nan])
        return CustomerTable(frame, columns, original, customer_id="id")

    return make


@pytest.fixture
def names():
    return {"A": "Younger customers", "B": "Older: customers/people with a very long name"}
