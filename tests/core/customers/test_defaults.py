"""Which facts are ticked when nobody has chosen yet."""

import numpy as np
import pandas as pd

from desktop_app.core.checking.columns import Column, Kind, Role, Subject
from desktop_app.core.customers.defaults import default_features, describing_columns
from desktop_app.core.customers.table import CustomerTable, OrdersSummary

N = 30


def fact(name, subject=Subject.BEHAVIOURAL, **more):
    return Column(name, Kind.NUMBER, Role.FEATURE, subject, **more)


def table(*columns, orders=None, **values):
    rng = np.random.default_rng(1)
    frame = pd.DataFrame({c.name: values.get(c.name, rng.normal(size=N)) for c in columns})
    return CustomerTable(frame, columns, frame.astype(str), orders=orders)


def test_numbers_are_ticked_and_the_rest_is_not():
    columns = [
        Column("Id", Kind.TEXT, Role.ID, unfit="identifier"),
        Column("Email", Kind.TEXT, Role.CONTACT, unfit="contact"),
        fact("Shop", unfit="constant"),
        Column("Gender", Kind.CATEGORY, Role.DESCRIBE),
        fact("Age", Subject.DEMOGRAPHIC),
        fact("Score"),
    ]

    assert default_features(table(*columns)) == ("Age", "Score")


def test_at_most_six_and_behaviour_first():
    ages = [fact(f"Who {i}", Subject.DEMOGRAPHIC) for i in range(4)]
    deeds = [fact(f"Deed {i}") for i in range(4)]

    chosen = default_features(table(*ages, *deeds))

    assert chosen == ("Who 0", "Who 1", "Deed 0", "Deed 1", "Deed 2", "Deed 3")


def test_of_nearly_the_same_facts_the_first_is_ticked():
    steps = np.arange(N, dtype=float)
    twins = {"A": steps, "B": 2 * steps, "C": -steps}

    assert default_features(table(fact("A"), fact("B"), fact("C"), fact("D"), **twins)) == (
        "A",
        "D",
    )


def test_order_facts_stay_together_even_if_nearly_the_same():
    steps = np.arange(N, dtype=float)
    facts = [fact("Orders"), fact("Total spent"), fact("Average order", is_default=False)]
    summary = OrdersSummary(N, N, N)

    made = table(*facts, orders=summary, **{"Orders": steps, "Total spent": 2 * steps})

    assert default_features(made) == ("Orders", "Total spent")


def test_a_fact_that_most_customers_lack_is_not_ticked():
    assert default_features(table(fact("A"), fact("B", n_empty=20))) == ("A",)


def test_places_are_ticked_only_when_there_is_nothing_else():
    latitude = fact("Latitude", Subject.GEOGRAPHIC)

    assert default_features(table(latitude, fact("Score"))) == ("Score",)
    assert default_features(table(latitude)) == ("Latitude",)


def test_words_are_never_ticked_by_themselves():
    style = Column("Style", Kind.CATEGORY, Role.DESCRIBE, Subject.PSYCHOGRAPHIC)

    assert default_features(table(style, Column("Dog", Kind.YES_NO, Role.DESCRIBE))) == ()


def test_nothing_fit_is_nothing_ticked():
    assert default_features(table(Column("Id", Kind.TEXT, Role.ID, unfit="identifier"))) == ()


def test_fit_facts_describe_the_groups():
    columns = [
        Column("Id", Kind.TEXT, Role.ID, unfit="identifier"),
        fact("Age"),
        Column("Gender", Kind.CATEGORY, Role.DESCRIBE),
        Column("Joined", Kind.DATE, Role.DESCRIBE, unfit="date"),
        Column("News", Kind.YES_NO, Role.CONSENT),
    ]

    assert describing_columns(table(*columns)) == ("Age", "Gender")
