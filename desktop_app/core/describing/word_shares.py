"""How a column of words is made up within each segment."""

from dataclasses import dataclass

import numpy as np

from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.describing.sums import word_counts
from desktop_app.core.progress import NO_PROGRESS, Progress
from desktop_app.core.segmenting.results import FloatArray, IntArray, Segmentation

MOST_WORDS = 6  # more parts of a bar are too narrow to be named


@dataclass(frozen=True, slots=True, eq=False)
class WordShares:
    """The commonest ``words`` of a column, the most frequent first, then all others.

    ``counts``: (k, number of words) customers; ``n_other``: (k,) with another word, of which there
    are ``n_other_words``; ``n_empty`` customers of any segment have none.
    """

    column: str
    words: tuple[str, ...]
    counts: IntArray
    n_other: IntArray
    n_other_words: int = 0
    n_empty: int = 0

    @property
    def n_known(self) -> IntArray:
        """Give the customers with a word, (k,)."""
        known: IntArray = self.counts.sum(axis=1) + self.n_other
        return known

    @property
    def shares(self) -> FloatArray:
        """Give the share of each word, the others last, (k, words + 1); 0 where none is known."""
        parts = np.column_stack([self.counts, self.n_other])
        return parts / np.maximum(self.n_known, 1)[:, None]

    @property
    def overall(self) -> FloatArray:
        """Give the same shares of everyone, (words + 1,)."""
        parts = np.append(self.counts.sum(axis=0), self.n_other.sum())
        return parts / max(int(parts.sum()), 1)


def word_shares(
    table: CustomerTable,
    segmentation: Segmentation,
    column: str,
    *,
    progress: Progress = NO_PROGRESS,
) -> WordShares:
    """Count the words of ``column`` in every segment.

    Customers who were left out count nowhere.

    >>> import pandas as pd
    >>> frame = pd.DataFrame({"Town": ["Delft", "Delft", "Ghent"]})
    >>> found = Segmentation(
    ...     k=2, labels=np.array([0, 0, 1]), centres=np.zeros((2, 1)),
    ...     centres_in_units=np.zeros((2, 1)), sizes=(2, 1), typical=(0, 2), inertia=2.0,
    ...     features=(), margin=np.ones(3), neighbour=np.array([1, 1, 0]),
    ... )
    >>> shares = word_shares(CustomerTable(frame, (), frame), found, "Town")
    >>> shares.words, shares.counts.tolist()
    (('Delft', 'Ghent'), [[2, 0], [0, 1]])
    """
    progress.checkpoint()
    rows = np.flatnonzero(segmentation.labels >= 0)
    counts = word_counts(table.series(column).iloc[rows], segmentation.labels[rows], segmentation.k)
    totals = counts.table.sum(axis=0)
    order = np.lexsort((np.arange(len(totals)), -totals))
    # One word more than there is room for would be "all others" of its own.
    n_kept = len(order) if len(order) <= MOST_WORDS + 1 else MOST_WORDS
    kept, rest = order[:n_kept], order[n_kept:]
    return WordShares(
        column,
        tuple(counts.words[place] for place in kept),
        counts.table[:, kept],
        counts.table[:, rest].sum(axis=1),
        n_other_words=len(rest),
        n_empty=len(rows) - int(totals.sum()),
    )
