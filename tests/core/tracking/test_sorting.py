import numpy as np
import pandas as pd
import pytest

from desktop_app.core.checking.columns import Column, Kind, Role
from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.errors import ColumnMissing
from desktop_app.core.segmenting.choices import EmptyRule, FeatureChoice, ScanChoice
from desktop_app.core.segmenting.features import prepare
from desktop_app.core.segmenting.fitting import segment_customers
from desktop_app.core.segmenting.scan import scan_k
from desktop_app.core.tracking.sorting import sort_into


def table_of(**columns):
    frame = pd.DataFrame(columns)
    described = tuple(
        Column(
            name,
            Kind.NUMBER if frame[name].dtype.kind == "f" else Kind.CATEGORY,
            Role.FEATURE,
        )
        for name in frame
    )
    return CustomerTable(frame, described, frame.astype(str))


def segmented(table, k, **choice):
    prepared = prepare(table, FeatureChoice(tuple(table.frame), **choice))
    return segment_customers(prepared, scan_k(prepared, ScanChoice(max_k=k)), k)


@pytest.mark.parametrize("seed", range(4))
def test_the_same_table_gives_the_same_segments(seed):
    rng = np.random.default_rng(seed)
    table = table_of(
        spend=np.where(rng.random(200) < 0.03, np.nan, rng.lognormal(size=200).round(1)),
        age=rng.integers(18, 30, 200).astype(float),
        city=rng.choice(["Rome", "Oslo", "Lima"], 200),
    )
    segmentation = segmented(table, 5)

    assert sort_into(segmentation, table).tolist() == segmentation.labels.tolist()


def test_new_customers_go_to_the_nearest_old_segment():
    segmentation = segmented(table_of(age=[20.0, 21, 22, 23, 60, 61, 62]), 2)

    labels = sort_into(segmentation, table_of(age=[90.0, 30, np.nan]))

    assert labels.tolist() == [1, 0, -1]


def test_an_empty_value_takes_the_old_middle_value():
    table = table_of(age=[20.0, 21, 22, 60, np.nan])
    segmentation = segmented(table, 2, empty=EmptyRule.MIDDLE)

    labels = sort_into(segmentation, table_of(age=[np.nan, 60.0]))

    assert labels.tolist() == [0, 1]


def test_a_missing_column_is_named():
    segmentation = segmented(table_of(age=[20.0, 21, 60]), 2)

    with pytest.raises(ColumnMissing) as raised:
        sort_into(segmentation, table_of(income=[3.0]))

    assert raised.value.details["column"] == "age"
