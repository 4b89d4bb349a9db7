import numpy as np
import pandas as pd
import pytest

from desktop_app.core.checking.columns import Column, Kind, Role, Subject
from desktop_app.core.describing.drivers import doubtful_drivers, number_driver, word_driver
from desktop_app.core.describing.profiles import describe
from desktop_app.core.describing.results import Delicate, Doubt, Driver
from desktop_app.core.describing.sums import number_sums, word_counts

LABELS = np.array([0, 0, 0, 1, 1, 1])


def test_eta_squared_is_the_share_between_segments():
    values = np.array([1.0, 2, 3, 5, 6, 7])

    driver = number_driver("x", number_sums(values, LABELS, 2), True)

    assert driver.eta_squared == pytest.approx(24 / 28)


def test_a_column_that_is_the_same_for_everyone_drives_nothing():
    driver = number_driver("x", number_sums(np.ones(6), LABELS, 2), False)

    assert driver.eta_squared == 0.0


@pytest.mark.parametrize(
    ("words", "share"), [("aaabbb", 1.0), ("abcabc", 0.0), ("aaaaab", 0.2), ("aaaaaa", 0.0)]
)
def test_words_are_measured_like_numbers(words, share):
    driver = word_driver("w", word_counts(pd.Series(list(words)), LABELS, 2), False)

    assert driver.eta_squared == pytest.approx(share)


def test_the_strongest_driver_comes_first(make_table, make_segmentation):
    table = make_table({"noise": [1.0, 9, 1, 9, 1, 9], "Age": [1.0, 2, 3, 7, 8, 9]})

    description = describe(table, make_segmentation(LABELS, ["noise", "Age"]), None)

    assert [d.column for d in description.drivers] == ["Age", "noise"]


def number(name, subject=None):
    return Column(name, Kind.NUMBER, Role.FEATURE, subject)


@pytest.mark.parametrize(
    ("name", "delicate"),
    [
        ("Gender", Delicate.GENDER),
        ("geslacht", Delicate.GENDER),
        ("Age", Delicate.AGE),
        ("Postcode", Delicate.PLACE),
        ("Spending score", None),
    ],
)
def test_what_people_should_not_be_divided_by_is_doubtful(name, delicate):
    drivers = [Driver(name, 0.9, True), Driver("Visits", 0.6, True)]

    doubts = doubtful_drivers(drivers, [number(name), number("Visits")])

    assert [d.delicate for d in doubts] == ([delicate] if delicate else [])


def test_a_town_is_known_by_its_subject():
    columns = [number("Where", Subject.GEOGRAPHIC)]

    (doubt,) = doubtful_drivers([Driver("Where", 0.9, True)], columns)

    assert doubt == Doubt("Where", False, Delicate.PLACE)


def test_one_fact_that_alone_makes_the_groups_is_doubtful():
    drivers = [Driver("Visits", 0.95, True), Driver("Spent", 0.03, True)]

    doubts = doubtful_drivers(drivers, [number("Visits"), number("Spent")])

    assert doubts == (Doubt("Visits", True, None),)


def test_the_only_fact_and_side_information_are_not_doubtful():
    drivers = [Driver("Gender", 0.99, False), Driver("Visits", 0.95, True)]

    assert doubtful_drivers(drivers, [number("Gender"), number("Visits")]) == ()
