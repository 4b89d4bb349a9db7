"""Long steps ask often whether they are still wanted."""

import numpy as np
import pandas as pd

from desktop_app.core.checking.texts import Texts
from desktop_app.core.describing.sums import number_sums


class Counted:
    """A progress that counts how often it is asked."""

    def __init__(self):
        self.n_checkpoints = 0

    def report(self, fraction, stage):
        pass

    def checkpoint(self):
        self.n_checkpoints += 1


def test_many_words_are_read_some_at_a_time():
    texts = Texts.of(pd.Series(np.arange(120_000).astype(str), dtype=object))

    pieces = list(texts.pieces())

    assert max(map(len, pieces)) <= 50_000
    assert np.concatenate(pieces).tolist() == texts.words.tolist()


def test_adding_up_a_column_asks_between_its_sorts():
    progress = Counted()

    number_sums(np.arange(9.0), np.zeros(9, dtype=np.int64), 1, progress=progress)

    assert progress.n_checkpoints == 2
