"""The five kinds of customers that every tutorial finds can be read off the groups' names."""

import csv

import numpy as np
import pytest

from desktop_app.document.document import Document
from desktop_app.document.plan import Plan
from desktop_app.document.street import walk
from desktop_app.report.story import tell
from desktop_app.wording.numbers import Formats

INCOME, SCORE = "Annual Income (k$)", "Spending Score (1-100)"
KINDS = {  # the well-known centres, and how many customers stand around them
    "Average customers": ((55.3, 49.5), 81),  # standard
    "Big spenders, high income": ((86.5, 82.1), 39),  # target
    "Careful spenders, high income": ((88.2, 17.1), 35),  # careful
    "Careful spenders, modest income": ((26.3, 20.9), 23),  # sensible
    "Big spenders, modest income": ((25.7, 79.4), 22),  # careless
}


@pytest.fixture(scope="module")
def document(tmp_path_factory):
    rng = np.random.default_rng(1)
    rows = [
        np.rint(np.clip(rng.normal(centre, (8, 6)), (10, 1), (140, 100))).astype(int)
        for centre, size in KINDS.values()
        for _customer in range(size)
    ]
    path = tmp_path_factory.mktemp("kinds") / "customers.csv"
    with path.open("w", newline="", encoding="utf-8") as file:
        out = csv.writer(file)
        out.writerow(["CustomerID", INCOME, SCORE])
        out.writerows([number, *row] for number, row in enumerate(rows, start=1))
    return walk(Document(plan=Plan(files=(path,)).with_features((INCOME, SCORE)).with_k(5)))


def test_the_five_kinds_are_named(document):
    assert set(tell(document, Formats()).names.values()) == set(KINDS)


def test_a_name_stands_at_the_centre_that_it_speaks_of(document):
    letter_by_name = {name: a for a, name in tell(document, Formats()).names.items()}

    for name, (centre, _size) in KINDS.items():
        segment = document.segmentation.letters.index(letter_by_name[name])
        assert document.segmentation.centres_in_units[segment] == pytest.approx(centre, abs=6)
