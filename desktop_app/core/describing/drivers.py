"""Which columns tell the segments apart, on one measure for numbers and words.

Knows nothing of rows; works on sums by segment.
"""

from collections.abc import Sequence

from desktop_app.core.checking.columns import Column, Subject
from desktop_app.core.checking.headers.topics import Topic
from desktop_app.core.checking.headers.vocabulary import speaks_of
from desktop_app.core.describing.results import Delicate, Doubt, Driver
from desktop_app.core.describing.sums import NumberSums, WordCounts

DRIVES = 0.5  # from here on most of a column's differences lie between the segments
ALONE = 0.1  # all other features together explain less than this share of what the first does


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


def doubtful_drivers(drivers: Sequence[Driver], columns: Sequence[Column]) -> tuple[Doubt, ...]:
    """Give the features that make the segments and perhaps should not, the strongest first.

    That is one whose differences lie between the segments while those of all others do not, and
    what people may not want to divide their customers by: gender, age, place.

    >>> from desktop_app.core.checking.columns import Kind, Role
    >>> columns = [Column(name, Kind.NUMBER, Role.FEATURE) for name in ("Age", "Spent")]
    >>> found = doubtful_drivers([Driver("Age", 0.8, True), Driver("Spent", 0.6, True)], columns)
    >>> [(doubt.column, doubt.is_alone, doubt.delicate.value) for doubt in found]
    [('Age', False, 'age')]
    """
    features = sorted((d for d in drivers if d.is_feature), key=lambda d: -d.eta_squared)
    column_by_name = {column.name: column for column in columns}
    doubts = []
    for place, driver in enumerate(features):
        if driver.eta_squared < DRIVES:
            break
        others = sum(other.eta_squared for other in features[1:])
        is_alone = place == 0 and len(features) > 1 and others < ALONE * driver.eta_squared
        delicate = _delicate(column_by_name[driver.column])
        if is_alone or delicate is not None:
            doubts.append(Doubt(driver.column, is_alone, delicate))
    return tuple(doubts)


def _delicate(column: Column) -> Delicate | None:
    if speaks_of(column.name, Topic.GENDER):
        return Delicate.GENDER
    if speaks_of(column.name, Topic.AGE, Topic.BIRTH):
        return Delicate.AGE
    if column.subject is Subject.GEOGRAPHIC or speaks_of(column.name, Topic.POST_CODE):
        return Delicate.PLACE
    return None
