"""The kind of a customer from the recency score and the value score: every cell has exactly one.

The table is that of ``methods.md``, section 6: recency in five rows of value 5 to 1.
"""

import numpy as np
import numpy.typing as npt

from desktop_app.core.customers.classic.views import KINDS, ClassicKind, ScoreArray

_RECENT = (
    ClassicKind.CHAMPIONS,
    ClassicKind.CHAMPIONS,
    ClassicKind.LOYAL,
    ClassicKind.GROWING,
    ClassicKind.ONE_TIME_RECENT,
)
_KIND_BY_VALUE: dict[int, tuple[ClassicKind, ...]] = {
    5: _RECENT,
    4: _RECENT,
    3: (
        ClassicKind.LOYAL_SLIPPING,
        ClassicKind.LOYAL_SLIPPING,
        ClassicKind.NEEDS_ATTENTION,
        ClassicKind.COOLING,
        ClassicKind.COOLING,
    ),
    2: (
        ClassicKind.AT_RISK,
        ClassicKind.AT_RISK,
        ClassicKind.DRIFTING,
        ClassicKind.DRIFTING,
        ClassicKind.FADING,
    ),
    1: (
        ClassicKind.CANNOT_LOSE,
        ClassicKind.CANNOT_LOSE,
        ClassicKind.ASLEEP,
        ClassicKind.ASLEEP,
        ClassicKind.LOST,
    ),
}


def kind_of(recency: int, value: int, *, is_new: bool = False) -> ClassicKind:
    """Give the kind of the cell (``recency``, ``value``), 1 to 5 each; recency 0 = never ordered.

    ``is_new``: the first order lies no further back than customers usually wait for the next.

    >>> kind_of(5, 1).value, kind_of(5, 1, is_new=True).value, kind_of(1, 4).value
    ('One-time recent', 'New', "Can't lose")
    """
    if recency == 0:
        return ClassicKind.PROSPECTS
    kind = _KIND_BY_VALUE[recency][5 - value]
    if is_new and kind is ClassicKind.ONE_TIME_RECENT:
        return ClassicKind.NEW
    return kind


def kinds_of(
    recency: ScoreArray, value: ScoreArray, is_new: npt.NDArray[np.bool_]
) -> npt.NDArray[np.int8]:
    """Give the place in ``KINDS`` of every customer's kind, as ``kind_of`` names it.

    >>> scores = np.array([5, 0], dtype=np.int8)
    >>> [KINDS[kind].value for kind in kinds_of(scores, scores, np.array([True, False]))]
    ['Champions', 'Prospects']
    """
    return _PLACES[recency, value, is_new.astype(np.int8)]


def _places() -> npt.NDArray[np.int8]:
    """Spread the table over recency 0 to 5, value 0 to 5 and new or not."""
    return np.array(
        [
            [
                [KINDS.index(kind_of(recency, max(value, 1), is_new=new)) for new in (False, True)]
                for value in range(6)
            ]
            for recency in range(6)
        ],
        dtype=np.int8,
    )


_PLACES = _places()
