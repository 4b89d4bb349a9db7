import numpy as np
import pytest

from desktop_app.core.checking.columns import Kind, Unit
from desktop_app.core.errors import (
    ColumnMissing,
    ColumnNotANumber,
    ConstantFeature,
    NoFeatures,
    OneCustomer,
    TooFewCustomers,
)
from desktop_app.core.segmenting.choices import EmptyRule, FeatureChoice, LongTails, Scale
from desktop_app.core.segmenting.features import prepare
from desktop_app.core.segmenting.units import points_of, to_units

LONG_TAIL = np.arange(1.0, 31.0) ** 5


def by_customer(prepared):
    return prepared.points[prepared.point_of_row]


def test_numbers_are_z_scored_with_the_population_deviation(prepared_of):
    prepared = prepared_of(age=[20, 30, 40], income=[1, 1, 4])

    assert by_customer(prepared).mean(axis=0) == pytest.approx([0, 0], abs=1e-9)
    assert by_customer(prepared).std(axis=0) == pytest.approx([1, 1], abs=1e-9)


def test_robust_scale_uses_median_and_quartiles(prepared_of):
    prepared = prepared_of(FeatureChoice(scale=Scale.ROBUST), spend=[0, 10, 20, 30, 1000])

    (feature,) = prepared.features

    assert (feature.centre, feature.spread) == pytest.approx((20, 20 / 1.349))


def test_robust_scale_of_a_lump_falls_back_to_the_deviation(prepared_of):
    values = [1, 1, 1, 1, 1, 1, 9]

    prepared = prepared_of(FeatureChoice(scale=Scale.ROBUST), orders=values)

    assert prepared.features[0].spread == pytest.approx(np.std(values))


def test_no_scale_keeps_the_values(prepared_of):
    prepared = prepared_of(FeatureChoice(scale=Scale.NONE), age=[20.1, 30.7])

    assert prepared.points.ravel().tolist() == [20.1, 30.7]


def test_very_large_and_very_small_numbers_are_scaled(prepared_of):
    prepared = prepared_of(large=[1e300, -1e300, 0.0], small=[1e-300, 2e-300, 3e-300])

    assert np.isfinite(prepared.points).all()
    assert by_customer(prepared).std(axis=0) == pytest.approx([1, 1])


def test_same_customers_are_merged_in_sorted_order(prepared_of):
    prepared = prepared_of(FeatureChoice(scale=Scale.NONE), b=[2, 1, 2, 1], a=[5, 9, 5, 3])

    assert prepared.points.tolist() == [[1, 3], [2, 5], [1, 9]]
    assert prepared.weights.tolist() == [1, 2, 1]
    assert prepared.point_of_row.tolist() == [1, 2, 1, 0]


def test_results_cannot_be_written_into(prepared_of):
    prepared = prepared_of(age=[20, 30, 40])

    with pytest.raises(ValueError, match="read-only"):
        prepared.points[0, 0] = 7


@pytest.mark.parametrize("rule", [LongTails.AUTO, LongTails.LOG])
def test_long_tails_built_from_orders_are_logged(table_of, rule):
    table = table_of(is_from_orders=True, units={"money": Unit.MONEY}, money=LONG_TAIL)

    prepared = prepare(table, FeatureChoice(("money",), long_tails=rule))

    assert prepared.features[0].is_logged


def test_long_tails_of_a_customer_list_stay_as_they_are(table_of):
    table = table_of(units={"money": Unit.MONEY}, money=LONG_TAIL)

    prepared = prepare(table, FeatureChoice(("money",)))

    assert not prepared.features[0].is_logged


@pytest.mark.parametrize("values", [LONG_TAIL - 5, np.arange(30.0), np.repeat([1.0, 2, 50], 10)])
def test_negative_even_and_few_values_are_never_logged(table_of, values):
    table = table_of(is_from_orders=True, money=values)

    prepared = prepare(table, FeatureChoice(("money",), long_tails=LongTails.LOG))

    assert not prepared.features[0].is_logged


def test_kept_long_tails_are_not_logged(table_of):
    table = table_of(is_from_orders=True, money=LONG_TAIL)

    prepared = prepare(table, FeatureChoice(("money",), long_tails=LongTails.KEEP))

    assert not prepared.features[0].is_logged


@pytest.mark.parametrize("scale", Scale)
def test_points_go_back_to_the_units_of_the_file(table_of, scale):
    table = table_of(is_from_orders=True, money=LONG_TAIL, age=np.arange(30.0))
    prepared = prepare(table, FeatureChoice(("money", "age"), scale=scale))

    values = to_units(prepared.features, by_customer(prepared))

    assert values[:, 0] == pytest.approx(LONG_TAIL, rel=1e-9)
    assert values[:, 1] == pytest.approx(np.arange(30.0), abs=1e-9)


def test_few_rows_with_an_empty_feature_are_left_out(prepared_of):
    prepared = prepared_of(age=[np.nan, *range(39)])

    assert prepared.empty is EmptyRule.LEAVE_OUT
    assert (prepared.n_left_out, prepared.rows[0]) == (1, 1)


def test_many_empty_values_are_filled_with_the_median(prepared_of):
    prepared = prepared_of(age=[np.nan, np.nan, 1, 2, 30])

    assert prepared.empty is EmptyRule.MIDDLE
    assert prepared.n_left_out == 0
    assert (prepared.features[0].fill, prepared.features[0].n_filled) == (2, 2)


def test_values_that_are_not_finite_count_as_empty(prepared_of):
    choice = FeatureChoice(empty=EmptyRule.LEAVE_OUT)

    prepared = prepared_of(choice, age=[np.inf, 1, 2, 30])

    assert prepared.n_left_out == 1


def test_yes_and_no_become_one_and_nought(table_of):
    table = table_of(newsletter=["yes", "no", "no", "yes"])

    prepared = prepare(table, FeatureChoice(("newsletter",), scale=Scale.NONE))

    assert by_customer(prepared).ravel().tolist() == [1, 0, 0, 1]
    assert prepared.features[0].category == "yes"


def test_a_category_column_weighs_as_much_as_a_number_column(table_of):
    table = table_of(city=["Rome", "Oslo", "Oslo", "Lima", "Rome", "Oslo"])

    prepared = prepare(table, FeatureChoice(("city",)))

    assert prepared.names == ("city = Lima", "city = Oslo", "city = Rome")
    assert by_customer(prepared).var(axis=0).sum() == pytest.approx(1)


def test_an_empty_word_is_an_empty_value(table_of):
    table = table_of(city=["Rome", "", "Oslo"])

    prepared = prepare(table, FeatureChoice(("city",), empty=EmptyRule.LEAVE_OUT))

    assert prepared.rows.tolist() == [0, 2]


def test_chosen_features_go_before_the_defaults(table_of):
    table = table_of(age=[1, 2, 3], income=[4, 5, 7])

    prepared = prepare(table, FeatureChoice(("income", "income")), ("age",))

    assert prepared.names == ("income",)


def test_old_numbers_prepare_a_new_table(table_of):
    features = prepare(table_of(age=[20, 40]), FeatureChoice(("age",))).features

    points = points_of(features, table_of(age=[30, 50, np.nan]))

    assert points.ravel().tolist() == pytest.approx([0, 2, np.nan], nan_ok=True)


@pytest.mark.parametrize("features", [None, ()])
def test_nothing_to_form_segments_by_is_said(table_of, features):
    with pytest.raises(NoFeatures):
        prepare(table_of(age=[1, 2]), FeatureChoice(features))


def test_a_missing_column_is_named_with_those_there_are(table_of):
    with pytest.raises(ColumnMissing) as raised:
        prepare(table_of(age=[1, 2]), FeatureChoice(("income",)))

    assert raised.value.details == {"column": "income", "columns": ("age",)}


@pytest.mark.parametrize("kind", [Kind.TEXT, Kind.DATE])
def test_a_column_of_text_or_dates_is_refused(table_of, kind):
    table = table_of(kinds={"note": kind}, note=["a", "b"])

    with pytest.raises(ColumnNotANumber):
        prepare(table, FeatureChoice(("note",)))


def test_a_column_with_one_value_is_refused(table_of):
    with pytest.raises(ConstantFeature):
        prepare(table_of(age=[3, 3]), FeatureChoice(("age",)))


@pytest.mark.parametrize("kind", [Kind.EMPTY, Kind.NUMBER])
def test_an_empty_column_is_refused(table_of, kind):
    table = table_of(kinds={"age": kind}, age=[np.nan, np.nan])

    with pytest.raises(ConstantFeature):
        prepare(table, FeatureChoice(("age",)))


def test_empty_words_only_are_refused(table_of):
    with pytest.raises(ConstantFeature):
        prepare(table_of(kinds={"city": Kind.CATEGORY}, city=["", ""]), FeatureChoice(("city",)))


def test_one_customer_cannot_be_divided(table_of):
    with pytest.raises(OneCustomer):
        prepare(table_of(age=[3]), FeatureChoice(("age",)))


def test_rows_that_are_all_left_out_are_too_few(table_of):
    table = table_of(age=[3, np.nan], income=[np.nan, 4])

    with pytest.raises(TooFewCustomers):
        prepare(table, FeatureChoice(("age", "income"), empty=EmptyRule.LEAVE_OUT))


def test_a_table_without_customers_has_too_few(table_of):
    with pytest.raises(TooFewCustomers):
        prepare(table_of(age=np.array([])), FeatureChoice(("age",)))


def test_yes_and_no_written_as_numbers_stay_numbers(table_of):
    table = table_of(kinds={"member": Kind.YES_NO}, member=[1, 0, 0])

    prepared = prepare(table, FeatureChoice(("member",), scale=Scale.NONE))

    assert by_customer(prepared).ravel().tolist() == [1, 0, 0]


@pytest.mark.parametrize("scale", [Scale.STANDARD, Scale.ROBUST])
@pytest.mark.parametrize("size", [1e-290, 1e100])
def test_very_small_and_very_large_numbers_come_to_one_scale(prepared_of, scale, size):
    amounts = np.arange(9.0) - 4.0

    prepared = prepared_of(FeatureChoice(scale=scale), amount=amounts * size)

    plain = prepared_of(FeatureChoice(scale=scale), amount=amounts)
    assert prepared.points == pytest.approx(plain.points)


def test_the_largest_numbers_of_both_signs_do_not_overflow(prepared_of):
    prepared = prepared_of(amount=[-1.7e308, 0.0, 1.7e308])

    assert prepared.points.ravel().tolist() == pytest.approx([-1.2247, 0.0, 1.2247], abs=1e-4)


@pytest.mark.parametrize(("scale", "size"), [(Scale.STANDARD, 1e-311), (Scale.NONE, 1e-200)])
def test_numbers_too_small_to_divide_or_square_are_as_good_as_the_same(prepared_of, scale, size):
    with pytest.raises(ConstantFeature):
        prepared_of(FeatureChoice(scale=scale), amount=[1 * size, 2 * size, 3 * size])


def test_quartiles_that_nearly_meet_do_not_blow_up_the_rest(prepared_of):
    amounts = [*(1.0 + 1e-14 * np.arange(20)), 1e9]

    prepared = prepared_of(FeatureChoice(scale=Scale.ROBUST), amount=amounts)

    assert np.abs(prepared.points).max() < 10
