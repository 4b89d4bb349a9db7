"""A column of text as its distinct values, from memory and from the database alike."""

import re

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.checking import texts as module
from desktop_app.core.checking.dates import iso_dates
from desktop_app.core.checking.held_cells import HeldCells
from desktop_app.core.checking.texts import Texts
from desktop_app.core.intake.tables import RawTable

BLANKS = "".join(filter(str.isspace, map(chr, range(0x3001))))
CELLS = st.text(alphabet="abÄ\u0301\u200d'\" \u00a0\u3000\t", max_size=3)

NAMES = ("word", "first", "row", "n", "known")  # headers that a question must not take for its own


def in_memory(rows):
    return Texts.of(pd.Series(rows, dtype=object))


def held(rows):
    table = RawTable.from_rows([*NAMES, 'a "b"'], [[*"xyzuv", row] for row in rows])
    return Texts(HeldCells(table, 'a "b"'))


@pytest.fixture(params=[in_memory, held])
def texts_of(request):
    return request.param


@settings(max_examples=25, deadline=None)
@given(st.lists(CELLS, min_size=1, max_size=20))
def test_words_and_codes_give_the_rows_back_without_blanks_around_them(rows):
    for texts in (in_memory(rows), held(rows)):
        assert texts.words[texts.codes].tolist() == [row.strip() for row in rows]
        assert len(set(texts.words)) == len(texts.words) == texts.n_words
        assert texts.counts.tolist() == np.bincount(texts.codes).tolist()
        assert texts.first_rows.tolist() == [
            texts.codes.tolist().index(i) for i in range(texts.n_words)
        ]


def test_every_blank_around_a_word_goes(texts_of):
    rows = [f"{blank}a{blank}b{blank}" for blank in BLANKS]

    assert texts_of(rows).words.tolist() == [row.strip() for row in rows]


def test_rows_of_chosen_words_come_in_order(texts_of):
    texts = texts_of(["b", "a", " b", ""])

    assert texts.rows_where(texts.words == "b").tolist() == [0, 2]
    assert texts.rows_where(np.zeros(3, dtype=bool)).tolist() == []
    assert texts.rows_where(np.ones(3, dtype=bool)).tolist() == [0, 1, 2, 3]


def test_words_are_found_and_measured_without_being_fetched(texts_of):
    texts = texts_of(["#n/a", "", "#N/A ", "Ää", " ", "it's", "Ää"])

    assert texts.are_among(("", "it's", "ää", "nobody")).tolist() == [
        False,
        True,
        False,
        True,
        True,
    ]
    assert texts.are_among(("#n/a",)).tolist() == [True, False, True, False, False]
    assert texts.is_blank.tolist() == [False, True, False, False, False]
    assert texts.n_longer_than(2) == 3


def test_words_come_in_pieces(texts_of, monkeypatch):
    monkeypatch.setattr(module, "_MANY_WORDS", 0)
    monkeypatch.setattr(module, "_COUNTLESS_WORDS", 0)
    monkeypatch.setattr(module, "_WORDS_PER_PIECE", 2)
    texts = texts_of(["b", "a", " b", "", "c"])

    assert [piece.tolist() for piece in texts.pieces()] == [["b", "a"], ["", "c"]]
    assert [piece.tolist() for piece in texts.pieces(np.array([0, 2]))] == [["b", ""]]


def test_words_that_were_let_go_are_the_same_when_they_come_back(texts_of, monkeypatch):
    monkeypatch.setattr(module, "_MANY_WORDS", 0)
    monkeypatch.setattr(module, "_COUNTLESS_WORDS", 0)
    texts = texts_of(["b", "a", " b", ""])
    before = texts.words.tolist()

    texts.release()

    assert texts.words_at(np.array([0, 2])).tolist() == ["b", ""]
    assert texts.words_at(np.empty(0, dtype=np.int64)).tolist() == []
    assert (texts.words.tolist(), texts.is_blank.tolist()) == (before, [False, False, True])


MOMENTS = st.one_of(
    st.datetimes().map(str),
    st.dates().map(str),
    st.from_regex(
        r"(18|20|21)[0-9]{2}-[01][0-9]-[0-3][0-9]([T ][0-2][0-9]:[0-6][0-9]:[0-6][0-9](Z|\.5| )?)?",
        fullmatch=True,
    ),
    st.sampled_from(["", "n/a", "2024-02-30", "2024-3-1", "2024-03-01 24:00:00", "x2024-03-01",
                     "2024-03-01\n", "1849-12-31", "2151-01-01", "01/02/2024", "2016-12-31 23:59:60"]),
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(st.lists(MOMENTS, min_size=1, max_size=25))
def test_the_database_reads_plain_moments_as_we_do(rows):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "_COUNTLESS_WORDS", 0)
        patch.setattr(module, "_MANY_WORDS", 0)
        texts = held(rows)
        moments = texts.plain_moments()
    read = iso_dates(in_memory(rows).words)
    is_told = ~np.isnat(moments)
    assert (moments[is_told] == read[is_told]).all()
    plain = [re.fullmatch(r"\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d)?", word) for word in texts.words]
    is_plain = np.array([found is not None for found in plain])
    assert is_told[is_plain & ~np.isnat(read)].all()
