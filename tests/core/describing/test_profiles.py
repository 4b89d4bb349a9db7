import numpy as np
import pytest

from desktop_app.core.checking.columns import Role
from desktop_app.core.describing.profiles import describe, level_of
from desktop_app.core.describing.results import Level
from desktop_app.core.errors import ColumnMissing
from desktop_app.core.progress import Cancelled

AGES = [20.0, 30.0, 40.0, 50.0, 60.0, 70.0]
LABELS = [0, 0, 0, 0, 1, 1]


def test_facts_are_in_the_units_of_the_file(make_table, make_segmentation):
    table, found = make_table({"Age": AGES}), make_segmentation(LABELS, ["Age"])

    young, old = describe(table, found, None).profiles

    fact = young.facts[0]
    assert (fact.mean, fact.median, fact.lower_quartile, fact.upper_quartile) == (
        35,
        35,
        27.5,
        42.5,
    )
    assert fact.overall_mean == 45
    assert fact.difference == pytest.approx((35 - 45) / np.std(AGES))
    assert (fact.level, fact.is_lowest, fact.is_highest) == (Level.BELOW, True, False)
    assert (old.facts[0].mean, old.facts[0].level) == (65, Level.WELL_ABOVE)
    assert [(p.letter, p.size, p.share) for p in (young, old)] == [("A", 4, 4 / 6), ("B", 2, 2 / 6)]


def test_side_information_that_is_not_there_is_answered(make_table, make_segmentation):
    table, found = make_table({"Age": AGES}), make_segmentation(LABELS, ["Age"])

    with pytest.raises(ColumnMissing) as problem:
        describe(table, found, ("Town",))

    assert problem.value.details == {"column": "Town", "columns": ("Age",)}


@pytest.mark.parametrize(
    ("difference", "level"),
    [
        (1.0, Level.WELL_ABOVE),
        (0.999, Level.ABOVE),
        (0.5, Level.ABOVE),
        (0.499, Level.MIDDLE),
        (-0.499, Level.MIDDLE),
        (-0.5, Level.BELOW),
        (-1.0, Level.WELL_BELOW),
    ],
)
def test_levels_begin_at_half_and_one_standard_deviation(difference, level):
    assert level_of(difference) is level


def test_customers_who_were_left_out_count_nowhere(make_table, make_segmentation):
    table = make_table({"Age": [*AGES, 1000.0], "Spend": [1.0] * 6 + [99.0]}, money="Spend")
    found = make_segmentation([*LABELS, -1], ["Age"])

    young, _ = describe(table, found, None).profiles

    assert young.facts[0].overall_mean == 45
    assert young.share == 4 / 6
    assert young.money_share == pytest.approx(4 / 6)


def test_unknown_values_count_for_their_column_only(make_table, make_segmentation):
    table = make_table({"Age": AGES, "Visits": [1.0, np.nan, np.nan, np.nan, np.nan, np.nan]})
    found = make_segmentation(LABELS, ["Age"])

    young, old = describe(table, found, None).profiles

    assert [f.column for f in young.facts] == ["Age"]  # one visit count is the same for everyone
    assert [f.column for f in old.facts] == ["Age"]


def test_a_segment_without_known_values_has_no_such_fact(make_table, make_segmentation):
    table = make_table({"Age": AGES, "Visits": [1.0, 2.0, 3.0, 4.0, np.nan, np.nan]})
    found = make_segmentation(LABELS, ["Age"])

    young, old = describe(table, found, None).profiles

    assert [f.column for f in young.facts] == ["Age", "Visits"]
    assert [f.column for f in old.facts] == ["Age"]


def test_features_come_first_then_the_larger_difference(make_table, make_segmentation):
    table = make_table({"Side": [0.0, 0, 0, 0, 9, 9], "Weak": [1.0, 9, 1, 9, 1, 9], "Age": AGES})
    found = make_segmentation(LABELS, ["Weak", "Age"])

    young, _ = describe(table, found, None).profiles

    assert [f.column for f in young.facts] == ["Age", "Weak", "Side"]
    assert [f.is_feature for f in young.facts] == [True, True, False]


def test_only_named_columns_are_side_information(make_table, make_segmentation):
    table = make_table({"Age": AGES, "a": AGES[::-1], "b": AGES})
    found = make_segmentation(LABELS, ["Age"])

    description = describe(table, found, ("b",))

    assert {d.column for d in description.drivers} == {"Age", "b"}


@pytest.mark.parametrize("role", [Role.ID, Role.CONTACT, Role.ORDER_ID, Role.CONSENT])
def test_what_identifies_people_is_never_said(make_table, make_segmentation, role):
    table = make_table({"Age": AGES, "Number": AGES[::-1]}, roles={"Number": role})
    found = make_segmentation(LABELS, ["Age"])

    description = describe(table, found, ("Number",))

    assert [d.column for d in description.drivers] == ["Age"]


def test_words_that_are_much_commoner_are_said_with_their_lift(make_table, make_segmentation):
    towns = ["Delft"] * 8 + ["Gouda"] * 2 + ["Gouda"] * 10
    table = make_table({"Age": [20.0] * 10 + [60.0] * 10, "Town": towns})
    found = make_segmentation([0] * 10 + [1] * 10, ["Age"])

    young, old = describe(table, found, None).profiles

    (word,) = young.words
    assert (word.column, word.value, word.share, word.overall_share) == ("Town", "Delft", 0.8, 0.4)
    assert word.lift == pytest.approx(2.0)
    assert [w.value for w in old.words] == ["Gouda"]


def test_a_handful_of_people_is_not_a_habit(make_table, make_segmentation):
    table = make_table({"Age": AGES, "Town": ["a", "a", "a", "a", "b", "b"]})
    found = make_segmentation(LABELS, ["Age"])

    _, old = describe(table, found, None).profiles

    assert old.words == ()


@pytest.mark.parametrize("money", [[0.0] * 6, [-5.0, -5, 1, 1, 20, 20]])
def test_a_share_of_no_money_is_not_said(make_table, make_segmentation, money):
    table = make_table({"Age": AGES, "Spend": money}, money="Spend")
    found = make_segmentation(LABELS, ["Age"])

    assert describe(table, found, None).profiles[0].money_share is None


def test_money_shares_add_up(make_table, make_segmentation):
    table = make_table({"Age": AGES, "Spend": [1.0, 2, np.nan, 4, 5, 6]}, money="Spend")
    found = make_segmentation(LABELS, ["Age"])

    shares = [p.money_share for p in describe(table, found, None).profiles]

    assert shares == pytest.approx([7 / 18, 11 / 18])


def test_words_that_form_segments_are_features(make_table, make_segmentation):
    from desktop_app.core.segmenting.choices import Scale
    from desktop_app.core.segmenting.results import FeaturePreparation

    table = make_table({"Town": ["a"] * 6 + ["b"] * 6})
    features = [
        FeaturePreparation(
            f"Town = {w}", Scale.STANDARD, False, 0.5, 1.0, column="Town", category=w
        )
        for w in "ab"
    ]
    found = make_segmentation([0] * 6 + [1] * 6, features)

    description = describe(table, found, ())

    assert [(d.column, d.is_feature) for d in description.drivers] == [("Town", True)]
    assert description.rule is None
    assert [p.words[0].value for p in description.profiles] == ["a", "b"]


class CancelledAtOnce:
    def report(self, fraction, stage):
        assert stage == "describing"

    def checkpoint(self):
        raise Cancelled


def test_describing_can_be_called_off(make_table, make_segmentation):
    table, found = make_table({"Age": AGES}), make_segmentation(LABELS, ["Age"])

    with pytest.raises(Cancelled):
        describe(table, found, None, progress=CancelledAtOnce())
