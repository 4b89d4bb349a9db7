import numpy as np
import pandas as pd
import pytest

from desktop_app.core.customers.table import CustomerTable
from desktop_app.core.describing.word_shares import MOST_WORDS, word_shares
from desktop_app.core.segmenting.results import Segmentation


def shares_of(words, labels, k=2):
    frame = pd.DataFrame({"Town": words})
    labels = np.asarray(labels, dtype=np.int64)
    segmentation = Segmentation(
        k, labels, np.zeros((k, 1)), np.zeros((k, 1)), (0,) * k, (0,) * k, 0.0, (),
        np.ones(len(labels)), labels,
    )  # fmt: skip
    return word_shares(CustomerTable(frame, (), frame), segmentation, "Town")


def test_the_commonest_word_comes_first_and_the_alphabet_breaks_ties():
    shares = shares_of(["b", "a", "c", "c"], [0, 0, 1, 1])

    assert shares.words == ("c", "a", "b")
    assert shares.shares.tolist() == [[0, 0.5, 0.5, 0], [1, 0, 0, 0]]


def test_rare_words_are_added_up():
    words = [f"w{i}" for i in range(MOST_WORDS + 2) for _ in range(9 - i)]
    shares = shares_of(words, [0] * len(words), k=1)

    assert len(shares.words) == MOST_WORDS
    assert shares.n_other_words == 2
    assert shares.overall.sum() == pytest.approx(1.0)


def test_empty_cells_and_customers_left_out_count_nowhere():
    shares = shares_of(["a", "", "a", "b"], [0, 0, 1, -1])

    assert shares.words == ("a",)
    assert shares.n_empty == 1
    assert shares.n_known.tolist() == [1, 1]


def test_a_segment_without_a_word_has_no_shares():
    assert shares_of(["a", ""], [0, 1]).shares.tolist() == [[1, 0], [0, 0]]
