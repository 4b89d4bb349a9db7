"""The customers as they were, with their segment at the end.

Knows nothing of files.
"""

from collections.abc import Collection, Mapping, Sequence

import numpy as np
import pandas as pd

from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.free_names import free_name
from desktop_app.core.segmenting.results import FloatArray, IntArray, Segmentation
from desktop_app.core.tracking.hold_out import BoolArray

OWN_COLUMNS = ("segment", "segment_name", "sure")
HOLD_OUT_COLUMN = "hold_out"
HELD, NOT_HELD = "yes", "no"


def labelled_customers(
    table: CustomerTable,
    segmentation: Segmentation,
    names: Mapping[str, str],
    sure: FloatArray | None = None,
    *,
    aside: str = "",
    held: BoolArray | None = None,
) -> pd.DataFrame:
    """Give the original text columns, untouched and in order, and three columns of ours, all text.

    ``segment`` holds the letter and ``segment_name`` the name from ``names``; both are ``""`` for a
    customer who was left out, and the name is ``aside`` for one whose segment was set aside. ``sure``
    is the share (0 to 1) of re-draws that agree, ``""`` where it was not computed (``None`` or NaN). A
    column of ours whose name the file uses already is called "segment (2)". Where some customers
    are ``held`` out, a fourth column, ``hold_out``, says "yes" or "no", or "" of who has no segment.

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
    own = own_cells(table, segmentation, names, sure, aside=aside, held=held)
    return table.original.assign(**dict(own.items()))


def labelled_preview(
    table: CustomerTable,
    segmentation: Segmentation,
    names: Mapping[str, str],
    n_rows: int,
    *,
    aside: str = "",
) -> pd.DataFrame:
    """Give the first rows of ``labelled_customers`` without making the others."""
    own = own_cells(table, segmentation, names, None, aside=aside).iloc[:n_rows]
    return table.head(n_rows).assign(**dict(own.items()))


def own_columns(headers: Collection[str]) -> tuple[str, str, str]:
    """Give the names of our columns beside those that are called as ``headers`` say.

    >>> own_columns(["segment", "sure"])
    ('segment (2)', 'segment_name', 'sure (2)')
    """
    taken = set(headers)
    segment, name, sure = (free_name(own, taken.__contains__) for own in OWN_COLUMNS)
    return segment, name, sure


def own_cells(
    table: CustomerTable,
    segmentation: Segmentation,
    names: Mapping[str, str],
    sure: FloatArray | None,
    *,
    aside: str = "",
    held: BoolArray | None = None,
) -> pd.DataFrame:
    """Give the columns of ours as ``labelled_customers`` does, as categories of text."""
    letters, labels = segmentation.letters, _places(segmentation)
    if sure is None:
        sure = np.full(len(labels), np.nan)
    codes, shares = pd.factorize(sure)
    # The last entry is found by -1: left out, or not known.
    cells = (
        _repeated(labels, [*letters, "", ""]),
        _repeated(labels, [*(names[letter] for letter in letters), aside, ""]),
        _repeated(codes, [*(f"{share:.2f}" for share in shares.tolist()), ""]),
    )
    own = dict(zip(own_columns(table.headers), cells, strict=True))
    if held is not None:
        header = free_name(HOLD_OUT_COLUMN, {*table.headers, *own}.__contains__)
        own[header] = _repeated(np.where(labels < 0, -1, held), [NOT_HELD, HELD, ""])
    return pd.DataFrame(own)


def _places(segmentation: Segmentation) -> IntArray:
    """Give the segment of every customer; those set aside have the place behind the last."""
    if not segmentation.aside:
        return segmentation.labels
    labels = segmentation.labels.copy()
    for aside in segmentation.aside:
        labels[aside.rows] = segmentation.k
    return labels


def _repeated(codes: IntArray, words: Sequence[str]) -> pd.Categorical:
    """Give the ``words`` at ``codes``, of which some may be the same."""
    categories = list(dict.fromkeys(words))
    places = np.array([categories.index(word) for word in words], dtype=np.int32)
    return pd.Categorical.from_codes(places[codes], categories)
