import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.core.checking.columns import Column, Kind, Role, Unit
from desktop_app.wording.groups import segment_names


def number(name, unit=Unit.PLAIN):
    return Column(name, Kind.NUMBER, Role.FEATURE, unit=unit)


def test_the_well_known_five_groups(mall, columns):
    assert segment_names(mall, columns) == {
        "A": "Average customers",
        "B": "Big spenders, high income",
        "C": "Careful spenders, high income",
        "D": "Careful spenders, modest income",
        "E": "Big spenders, modest income",
    }


def test_the_users_own_names_stand(mall, columns):
    names = segment_names(mall, columns, (("B", " Stars "), ("C", ""), ("Z", "Gone")))

    assert names["B"] == "Stars"
    assert names["C"] == "Careful spenders, high income"
    assert list(names) == list("ABCDE")


def test_a_proposed_name_keeps_out_of_the_way_of_an_own_one(mall, columns):
    names = segment_names(mall, columns, (("B", "average customers"),))

    assert names["A"] == "Average customers (A)"


def test_one_fact_in_degrees(describe):
    description = describe({"Age": [40, 50, 58, 70, 30, 20]}, {"Age": (40, 15)})

    names = segment_names(description, (number("Age"),))

    assert list(names.values()) == [
        "Average customers",
        "Older customers",
        "Very high age",
        "Oldest customers",
        "Younger customers",
        "Youngest customers",
    ]


def test_facts_without_words_of_their_own_are_named_by_themselves(describe):
    columns = (number("Number of visits per month"), number("Savings rate"))
    description = describe(
        {"Number of visits per month": [9, 9, 5], "Savings rate": [8, 2, 5]},
        {"Number of visits per month": (5, 3), "Savings rate": (5, 2)},
    )

    names = segment_names(description, columns)

    assert list(names.values()) == [
        "Frequent visitors, high rate",
        "Frequent visitors, low rate",
        "Average customers",
    ]


def test_orders_speak_of_sleepers_and_regulars(describe):
    columns = (
        number("Days since last order", Unit.DAYS),
        number("Orders"),
        number("Total spent", Unit.MONEY),
    )
    description = describe(
        {
            "Days since last order": [30, 400, 100],
            "Orders": [12, 2, 5],
            "Total spent": [900, 300, 310],
        },
        {"Days since last order": (150, 100), "Orders": (5, 3), "Total spent": (400, 200)},
    )

    names = segment_names(description, columns)

    assert names["B"] == "Sleeping customers, few orders"
    assert names["A"] == "Big spenders, many orders"


def test_things_that_are_counted_are_many_or_few(describe):
    points, level = "Loyalty points", "Loyalty level"
    description = describe({points: [9, 1, 5], level: [5, 5, 9]}, {points: (5, 3), level: (5, 2)})

    names = segment_names(description, (number(points), number(level)))

    assert list(names.values()) == [
        "Many loyalty points",
        "Few loyalty points",
        "High loyalty level",
    ]


def test_who_orders_far_less_than_the_average_is_no_average_customer(describe):
    description = describe({"Orders": [1.3, 11]}, {"Orders": (3.6, 4.8)})

    names = segment_names(description, (number("Orders"),))

    assert names["A"] == "Occasional buyers"


def test_words_name_a_group(describe):
    town = Column("Town", Kind.CATEGORY, Role.DESCRIBE)
    description = describe(
        {"Age": [40, 41]},
        {"Age": (40, 15)},
        side={"Age"},
        words={0: [("Town", "Den Haag Centrum West", 0.9, 0.5, 1.8)]},
        drivers={"Town": 0.9},
    )
    description = type(description)(
        description.profiles, tuple(type(d)(d.column, 0.9, True) for d in description.drivers), None
    )

    names = segment_names(description, (town, number("Age")))

    assert names["A"] == "Mostly Den Haag Centrum"


FACTS = ("Age", "Annual income", "Spending score", "Number of visits per month", "A {brace} fact")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data(), st.integers(1, 12))
def test_names_are_unique_and_at_most_four_words(describe, data, k):
    facts = data.draw(st.lists(st.sampled_from(FACTS), min_size=1, max_size=4, unique=True))
    means = {f: data.draw(st.lists(st.integers(-30, 30), min_size=k, max_size=k)) for f in facts}
    description = describe(means, dict.fromkeys(facts, (0, 10)))

    names = segment_names(description, tuple(number(f) for f in facts))

    assert len({name.casefold() for name in names.values()}) == k
    assert all(1 <= len(name.split()) <= 4 for name in names.values())


@pytest.mark.parametrize("word", ["poor", "cheap", "stingy", "old people", "worst", "bad", "lazy"])
def test_names_are_kind(word):
    from desktop_app.core.describing.names import Degree
    from desktop_app.wording.themes import Theme, counted_by_fact, name_words, named_by_fact

    own = [t for t in Theme if t not in (Theme.OTHER, Theme.COUNT)]
    themed = [name_words(t, up) for t in own for up in (True, False)]
    plain = [
        words("Points", up, d)
        for words in (named_by_fact, counted_by_fact)
        for d in Degree
        for up in (True, False)
    ]
    said = " ".join([*plain, *(f"{n.who} {n.detail} {n.most}" for n in themed)])

    assert word not in said.casefold()
