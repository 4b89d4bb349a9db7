"""What the words in a header speak of."""

import pytest

from desktop_app.core.checking.vocabulary import (
    ENGLISH,
    Topic,
    currency_sign,
    header_words,
    rank,
    speaks_of,
    thousands_sign,
)


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("CustomerID", "customer id"),
        ("customer_id", "customer id"),
        ("ORDER #", "order #"),
        ("PANSuffix", "pan suffix"),
        ("Ship Address1", "ship address 1"),
        ("Größe", "größe"),
        ("E-Mail", "e mail"),
        ("", ""),
    ],
)
def test_headers_fall_into_words(header, words):
    assert header_words(header) == words


def test_every_topic_has_words():
    assert set(ENGLISH) == set(Topic)
    assert all(all(phrases) for phrases in ENGLISH.values())


def test_a_phrase_is_whole_words():
    assert speaks_of("Average order", Topic.AVERAGE)
    assert not speaks_of("Percentage", Topic.DEMOGRAPHIC)  # "age" is no word of it


def test_better_phrases_rank_first():
    assert rank("Item Total", Topic.AMOUNT) < rank("Amount", Topic.AMOUNT)
    assert rank("Colour", Topic.AMOUNT) is None


@pytest.mark.parametrize(
    ("header", "sign"),
    [
        ("Annual Income (k$)", "$"),
        ("Income k€", "€"),
        ("Income ($k)", "$"),
        ("Income (in thousands)", ""),
        ("Income (000s)", ""),
        ("Annual Income", None),
        ("Kids ($)", None),
    ],
)
def test_thousands_in_a_header(header, sign):
    assert thousands_sign(header) == sign


def test_currency_in_a_header():
    assert currency_sign("Spend (€)") == "€"
    assert currency_sign("Total EUR") == "EUR"
    assert currency_sign("Europe") == ""
