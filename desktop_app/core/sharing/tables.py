"""The customers as they were, with their segment at the end.

Knows nothing of files.
"""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.free_names import free_name
from desktop_app.core.segmenting.results import FloatArray, IntArray, Segmentation

OWN_COLUMNS = ("segment", "segment_name", "sure")


def labelled_customers(
    table: CustomerTable,
    segmentation: Segmentation,
    names: Mapping[str, str],
    sure: FloatArray | None = None,
) -> pd.DataFrame:
    """Give the original text columns, untouched and in order, and three columns of ours, all text.

    ``segment`` holds the letter and ``segment_name`` the name from ``names``; both are ``""`` for a
    customer who was left out. ``sure`` is the share (0 to 1) of re-draws that agree, ``""`` where
    it was not computed (``None`` or NaN). A column of ours whose name the file uses already is
    called "segment (2)".

    Examples
    --------
    >>> from desktop_app.core.segmenting.results import Segmentation
    >>> original = pd.DataFrame({"id": ["7", "8"]})
    >>> table = CustomerTable(original, (), original)
    >>> found = Segmentation(
    ...     k=1, labels=np.array([0, -1]), centres=np.zeros((1, 1)),
    ...     centres_in_units=np.zeros((1, 1)), sizes=(1,), typical=(0,), inertia=0.0, features=(),
    ...     margin=np.ones(2), neighbour=np.array([-1, -1]),
    ... )
    >>> labelled_customers(table, found, {"A": "Everyone"}).to_dict("list")
    {'id': ['7', '8'], 'segment': ['A', ''], 'segment_name': ['Everyone', ''], 'sure': ['', '']}
    """
    return _labelled(table.original, segmentation, segmentation.labels, names, sure)


def labelled_preview(
    table: CustomerTable, segmentation: Segmentation, names: Mapping[str, str], n_rows: int
) -> pd.DataFrame:
    """Give the first rows of ``labelled_customers`` without making the others."""
    labels = segmentation.labels[:n_rows]
    return _labelled(table.original.iloc[:n_rows], segmentation, labels, names, None)


def own_columns(original: pd.DataFrame) -> tuple[str, str, str]:
    """Give the names of our columns beside the columns of ``original``.

    >>> own_columns(pd.DataFrame(columns=["segment", "sure"]))
    ('segment (2)', 'segment_name', 'sure (2)')
    """
    taken = {str(name) for name in original.columns}
    segment, name, sure = (free_name(own, taken.__contains__) for own in OWN_COLUMNS)
    return segment, name, sure


def _labelled(
    original: pd.DataFrame,
    segmentation: Segmentation,
    labels: IntArray,
    names: Mapping[str, str],
    sure: FloatArray | None,
) -> pd.DataFrame:
    # The last entry is found by the label -1: left out.
    letters = np.array([*segmentation.letters, ""], dtype=object)
    words = np.array([*(names[letter] for letter in segmentation.letters), ""], dtype=object)
    segment_column, name_column, sure_column = own_columns(original)
    return original.assign(
        **{
            segment_column: letters[labels],
            name_column: words[labels],
            sure_column: _sure_text(sure, len(labels)),
        }
    )


def _sure_text(sure: FloatArray | None, n_customers: int) -> list[str]:
    if sure is None:
        return [""] * n_customers
    return ["" if np.isnan(share) else f"{share:.2f}" for share in sure]
