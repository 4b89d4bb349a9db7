"""The column that says of each customer whether they are sure or between two groups."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from desktop_app.core.segmenting.trusted import LEAST_SURE
from desktop_app.wording.trusting import between_words, not_sure_words, sure_word

if TYPE_CHECKING:
    from desktop_app.core.segmenting.results import Segmentation
    from desktop_app.core.segmenting.trusted import Trust


def sure_column(trust: Trust | None, segmentation: Segmentation) -> pd.Series:
    """Give the words for every customer; empty for who is left out, and while nothing is known.

    A list has few different pairs of groups, so that a million customers cost no more than a glance.
    """
    labels, letters = segmentation.labels, segmentation.letters
    if trust is None:
        return pd.Series(pd.Categorical.from_codes(np.full(len(labels), -1), categories=[""]))
    k = len(letters)
    words = [sure_word(), not_sure_words()]
    words += [between_words(own, other) for own in letters for other in letters]
    codes = np.where(trust.elsewhere >= 0, 2 + labels * k + trust.elsewhere, 1)
    codes[trust.sure >= LEAST_SURE] = 0
    codes[np.isnan(trust.sure)] = -1
    return pd.Series(pd.Categorical.from_codes(codes, categories=words))
