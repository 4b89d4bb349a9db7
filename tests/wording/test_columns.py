import pytest

from desktop_app.core.checking.columns import Column, Kind, Role, Subject
from desktop_app.wording.columns import kind_words, role_words, subject_words, unfit_words


@pytest.mark.parametrize(
    ("words", "values"), [(kind_words, Kind), (role_words, Role), (subject_words, Subject)]
)
def test_every_value_has_its_own_words(words, values):
    assert len({words(value) for value in values}) == len(values)


@pytest.mark.parametrize(
    ("unfit", "words"),
    [
        ("constant", "the same for everyone"),
        ("identifier", "names a person"),
        ("contact", "names a person"),
        ("too_many_categories", "38 different: too many to help"),
        ("empty", "empty"),
        ("text", "free text, no facts to compare"),
        ("date", "a date, not a number"),
        (None, ""),
    ],
)
def test_why_a_column_cannot_form_groups(unfit, words):
    column = Column("Town", Kind.CATEGORY, Role.DESCRIBE, n_distinct=38, unfit=unfit)

    assert unfit_words(column) == words


def test_an_order_number_names_no_person():
    number = Column("Order", Kind.TEXT, Role.ORDER_ID, unfit="identifier")

    assert unfit_words(number) == "names an order"


def test_an_unknown_reason_is_our_own_mistake():
    with pytest.raises(AssertionError):
        unfit_words(Column("Town", Kind.CATEGORY, Role.DESCRIBE, unfit="moon"))
