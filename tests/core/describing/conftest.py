import numpy as np
import pandas as pd
import pytest

from desktop_app.core.checking.columns import Column, Kind, Role
from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.segmenting.choices import Scale
from desktop_app.core.segmenting.results import FeaturePreparation, Segmentation


@pytest.fixture
def make_table():
    """A customer table of number and word columns; the kind follows from the values."""

    def make(values, money=None, roles=None):
        roles = roles or {}
        frame = pd.DataFrame(values)
        columns = tuple(
            Column(
                name,
                Kind.NUMBER if pd.api.types.is_numeric_dtype(frame[name]) else Kind.CATEGORY,
                roles.get(name, Role.FEATURE),
                n_distinct=frame[name].nunique(),
            )
            for name in frame
        )
        return CustomerTable(frame, columns, frame.astype(str), money=money)

    return make


@pytest.fixture
def make_segmentation():
    """A segmentation with the given labels; describing looks at labels, sizes and features only."""

    def make(labels, features):
        labels = np.asarray(labels, dtype=np.int64)
        k = int(labels.max()) + 1
        sizes = np.bincount(labels[labels >= 0], minlength=k)
        return Segmentation(
            k=k,
            labels=labels,
            centres=np.zeros((k, len(features))),
            centres_in_units=np.zeros((k, len(features))),
            sizes=tuple(sizes.tolist()),
            typical=(0,) * k,
            inertia=0.0,
            features=tuple(
                f
                if isinstance(f, FeaturePreparation)
                else FeaturePreparation(f, Scale.STANDARD, False, 0.0, 1.0)
                for f in features
            ),
            margin=np.ones(len(labels)),
            neighbour=np.zeros(len(labels), dtype=np.int64),
        )

    return make
