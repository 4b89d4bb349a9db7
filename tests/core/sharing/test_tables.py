from dataclasses import replace

import numpy as np
import pandas as pd

from desktop_app.core.segmenting.results import Rearranged, SetAside
from desktop_app.core.sharing.tables import labelled_customers, labelled_preview


def test_original_columns_are_untouched_and_come_first(make_table, segmentation, names):
    table = make_table()
    before = table.original.copy()

    frame = labelled_customers(table, segmentation, names)

    pd.testing.assert_frame_equal(frame.iloc[:, :3], before)
    pd.testing.assert_frame_equal(table.original, before)
    assert list(frame.columns) == ["id", "Name", "Age", "segment", "segment_name", "sure"]


def test_a_customer_left_out_has_no_segment(make_table, segmentation, names):
    frame = labelled_customers(make_table(), segmentation, names)

    assert frame["segment"].tolist() == ["A", "B", "A", ""]
    assert frame["segment_name"].tolist() == [names["A"], names["B"], names["A"], ""]


def test_how_sure_is_empty_where_it_was_not_computed(make_table, segmentation, names):
    sure = np.array([1.0, 0.666, np.nan, np.nan])

    frame = labelled_customers(make_table(), segmentation, names, sure)

    assert frame["sure"].tolist() == ["1.00", "0.67", "", ""]
    assert labelled_customers(make_table(), segmentation, names)["sure"].tolist() == [""] * 4


def test_columns_of_the_same_name_are_not_overwritten(make_table, segmentation, names):
    table = make_table(**{"segment": list("wxyz"), "segment (2)": list("stuv")})

    frame = labelled_customers(table, segmentation, names)

    assert frame["segment"].tolist() == list("wxyz")
    assert frame["segment (3)"].tolist() == ["A", "B", "A", ""]


def test_the_preview_is_the_beginning_of_the_whole(make_table, segmentation, names):
    table = make_table()

    preview = labelled_preview(table, segmentation, names, 2)

    pd.testing.assert_frame_equal(preview, labelled_customers(table, segmentation, names).head(2))


def test_who_was_set_aside_is_marked_and_who_was_left_out_is_not(make_table, segmentation, names):
    aside = SetAside(1, np.array([1]))
    fewer = replace(
        segmentation,
        k=1,
        labels=np.array([0, -1, 0, -1]),
        pieces=(0,),
        rearranged=Rearranged(segmentation, (), (aside,)),
    )

    frame = labelled_customers(make_table(), fewer, names, aside="Set aside")

    assert frame["segment"].tolist() == ["A", "", "A", ""]
    assert frame["segment_name"].tolist() == [names["A"], "Set aside", names["A"], ""]
    preview = labelled_preview(make_table(), fewer, names, 1, aside="Set aside")
    pd.testing.assert_frame_equal(preview, frame.head(1))
