"""Which columns tell the segments apart, on one measure for numbers and words.

Knows nothing of rows; works on sums by segment.
"""

from desktop_app.core.describing.results import Driver
from desktop_app.core.describing.sums import NumberSums, WordCounts


def number_driver(column: str, sums: NumberSums, is_feature: bool) -> Driver:
    """Give eta squared, the share of the variance that lies between segments (Fisher 1925).

    >>> import numpy as np
    >>> from desktop_app.core.describing.sums import number_sums
    >>> sums = number_sums(np.array([1.0, 1.0, 5.0, 5.0]), np.array([0, 0, 1, 1]), 2)
    >>> number_driver("Age", sums, is_feature=True).eta_squared
    1.0
    """
    share = sums.between / sums.total if sums.total > 0 else 0.0
    return Driver(column, min(share, 1.0), is_feature)


def word_driver(column: str, counts: WordCounts, is_feature: bool) -> Driver:
    """Give the same share for words: eta squared over the 0/1 columns of all words together.

    This is Goodman and Kruskal's tau (1954).

    >>> import numpy as np
    >>> from desktop_app.core.describing.sums import WordCounts
    >>> word_driver("Town", WordCounts(("a", "b"), np.array([[2, 0], [0, 2]])), False).eta_squared
    1.0
    """
    if len(counts.words) < 2:
        return Driver(column, 0.0, is_feature)
    overall = counts.overall_shares
    weights = counts.table.sum(axis=1) / counts.table.sum()
    between = float(weights @ ((counts.shares - overall) ** 2).sum(axis=1))
    return Driver(column, min(between / float(overall @ (1 - overall)), 1.0), is_feature)
