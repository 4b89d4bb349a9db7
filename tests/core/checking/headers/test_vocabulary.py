"""What the words in a header speak of."""

import pytest

from desktop_app.core.checking.headers.english import ENGLISH
from desktop_app.core.checking.headers.topics import Topic
from desktop_app.core.checking.headers.vocabulary import (
    LANGUAGES,
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


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda table: table[Topic.AGE][0])
def test_every_phrase_is_written_as_a_header_falls_into_words(language):
    phrases = {phrase for phrases in language.values() for phrase in phrases}

    assert {phrase for phrase in phrases if header_words(phrase) != phrase} == set()


@pytest.mark.parametrize(
    ("header", "topic"),
    [
        ("Kunden-Nr.", Topic.CUSTOMER),
        ("GESCHLECHT", Topic.DEMOGRAPHIC),
        ("Letzte Bestellung", Topic.SUMS_UP),
        ("Woonplaats", Topic.GEOGRAPHIC),
        ("Chiffre d'affaires", Topic.SPENT),
        ("ÂGE", Topic.AGE),
        ("Correo electrónico", Topic.EMAIL),
    ],
)
def test_other_languages_are_spoken(header, topic):
    assert speaks_of(header, topic)


def test_an_english_header_is_ranked_by_english_phrases():
    assert rank("Total Sales", Topic.AMOUNT) < rank("Net", Topic.AMOUNT)


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
