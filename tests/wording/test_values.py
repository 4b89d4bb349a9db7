import pytest

from desktop_app.core.checking.columns import Column, Kind, Role, Unit
from desktop_app.core.checking.looks.exploring import ColumnBars
from desktop_app.wording.numbers import Formats
from desktop_app.wording.values import range_words

GENDER = Column("Gender", Kind.CATEGORY, Role.DESCRIBE, n_distinct=2)


def number(minimum, maximum, unit=Unit.PLAIN, sign=""):
    return Column(
        "x", Kind.NUMBER, Role.FEATURE, minimum=minimum, maximum=maximum, unit=unit, sign=sign
    )


@pytest.mark.parametrize(
    ("column", "words"),
    [
        (number(18.0, 79.0), "18 to 79"),
        (number(12.0, 128.0, Unit.THOUSANDS, "€"), "€12k to €128k"),
        (number(None, None), ""),
    ],
)
def test_numbers_say_from_where_to_where(column, words):
    assert range_words(column, None, Formats()) == words


def test_words_say_how_many_there_are_and_which_are_commonest():
    bars = ColumnBars(counts=(56, 44), values=("F", "M"))

    assert range_words(GENDER, None, Formats()) == "2 words"
    assert range_words(GENDER, bars, Formats()) == "2 words: F 56\u00a0%, M 44\u00a0%"
