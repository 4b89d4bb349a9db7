import pytest

from desktop_app.core.customers.classic.fitness import fitness_of


@pytest.mark.parametrize(
    ("days", "one_time", "unknown", "n_frequencies", "codes"),
    [
        (183, 0.9, 0.5, 3, ()),
        (182, 0.2, 0.0, 5, ("short_history",)),
        (400, 0.901, 0.0, 2, ("one_time_buyers", "few_levels")),
        (400, 0.2, 0.501, 5, ("nobody_known",)),
        (400, 0.8, 0.0, 2, ("few_levels",)),
        (0, 1.0, 0.9, 1, ("nobody_known", "short_history", "one_time_buyers", "few_levels")),
    ],
)
def test_what_speaks_against_the_view(days, one_time, unknown, n_frequencies, codes):
    fitness = fitness_of(days, one_time, unknown, n_frequencies)

    assert fitness.codes == codes
    assert (fitness.days, fitness.one_time, fitness.unknown) == (days, one_time, unknown)
