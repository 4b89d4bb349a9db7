import numpy as np

from desktop_app.core.checking.columns import Column, Kind, Role, Unit
from desktop_app.core.tracking.hold_out import compare_sides
from desktop_app.wording.hold_out import comparison_sentence
from desktop_app.wording.numbers import Formats

SPENT = Column("Spent", Kind.NUMBER, Role.FEATURE, unit=Unit.MONEY, sign="€")


def said(written_to, kept_back):
    compared = compare_sides(np.asarray(written_to, float), np.asarray(kept_back, float), None)
    return comparison_sentence(compared, SPENT, "Spent", Formats())


def test_a_clear_difference_is_said_with_its_limits():
    assert said([112.0, 108.0] * 50, [99.0, 101.0] * 50) == (
        "Spent: €110 with mail, €100 without. The difference is €10, surely between €9.56 and €10.44."
    )


def test_a_difference_that_can_be_chance_is_called_so():
    assert "can be chance" in said([0.0, 200.0] * 20, [0.0, 190.0] * 20)


def test_few_people_are_said_to_be_few():
    assert said([1.0] * 100, [2.0] * 12) == ("Too few people to tell: 100 got mail, 12 did not.")
