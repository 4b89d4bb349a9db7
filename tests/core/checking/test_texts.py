"""A column of text as its distinct values."""

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.checking.texts import Texts


@given(st.lists(st.text(alphabet="ab \u00a0", max_size=3), max_size=20))
def test_words_and_codes_give_the_rows_back_without_blanks_around_them(rows):
    texts = Texts.of(pd.Series(rows, dtype=object))

    assert texts.words[texts.codes].tolist() == [row.strip() for row in rows]
    assert len(set(texts.words)) == len(texts.words)
    assert texts.counts.sum() == len(rows)


def test_rows_of_chosen_words_come_in_order():
    texts = Texts.of(pd.Series(["b", "a", "b", ""], dtype=object))

    rows = texts.rows_where(texts.words == "b")

    assert rows.tolist() == [0, 2]
    assert texts.rows_where(np.zeros(3, dtype=bool)).tolist() == []
