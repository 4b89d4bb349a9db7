import csv
import importlib.util
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from sklearn.cluster import KMeans
from sklearn.metrics import adjusted_rand_score, silhouette_score
from threadpoolctl import threadpool_limits

from desktop_app.paths import resource_path

NAMES = ("shop_customers.csv", "shop_orders.csv", "shop_customers_june.csv", "no_groups.csv")


def load_generator():
    spec = importlib.util.spec_from_file_location(
        "make_samples", Path(__file__).with_name("make_samples.py")
    )
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


generator = load_generator()


def rows_of(name):
    with resource_path("samples", name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def numbers_of(rows, *columns):
    return np.array([[float(row[column]) for column in columns] for row in rows])


def standardised(values):
    return (values - values.mean(axis=0)) / values.std(axis=0)


def split(values, k):
    with threadpool_limits(1):  # more threads wait for each other when the machine is busy
        return KMeans(k, n_init=5, random_state=0).fit_predict(values)


@pytest.fixture
def drawn_customers():
    return generator.draw_customers(np.random.RandomState(generator.CUSTOMERS_SEED))


@pytest.mark.parametrize("name", NAMES)
def test_the_generator_writes_the_same_bytes_again(name, tmp_path):
    generator.make_samples(tmp_path)

    assert (tmp_path / name).read_bytes() == resource_path("samples", name).read_bytes()


def test_k_means_finds_the_five_groups_that_were_put_in(drawn_customers):
    points = np.array([(c.income, c.score) for c in drawn_customers], dtype=float)

    found = split(standardised(points), 5)

    assert adjusted_rand_score([c.group for c in drawn_customers], found) > 0.9


def test_customers_are_not_sorted_by_income():
    values = numbers_of(rows_of("shop_customers.csv"), "Customer ID", "Annual Income (k$)")

    assert len(values) == 300
    assert abs(np.corrcoef(values.T)[0, 1]) < 0.15


def test_june_has_movers_newcomers_and_some_who_left():
    before = {row["Customer ID"]: row for row in rows_of("shop_customers.csv")}
    after = {row["Customer ID"]: row for row in rows_of("shop_customers_june.csv")}
    score = "Spending Score (1-100)"

    stayed = before.keys() & after.keys()
    moved = [i for i in stayed if abs(int(before[i][score]) - int(after[i][score])) > 10]

    assert len(after.keys() - before.keys()) == generator.N_NEW == 12
    assert len(before.keys() - after.keys()) == generator.N_GONE == 7
    assert len(moved) == generator.N_MOVED
    assert all(before[i]["Annual Income (k$)"] == after[i]["Annual Income (k$)"] for i in stayed)


def test_orders_are_as_many_and_as_mixed_as_promised():
    rows = rows_of("shop_orders.csv")

    buyers = {row["Email"] for row in rows} - {""}
    refunds = sum(int(row["Quantity"]) < 0 for row in rows) / len(rows)
    guests = len({row["Order ID"] for row in rows if not row["Email"]})

    assert 5_800 < len(rows) < 6_200
    assert len(buyers) == 900
    assert refunds == pytest.approx(0.03, abs=0.001)
    assert guests / len({row["Order ID"] for row in rows}) == pytest.approx(0.02, abs=0.001)
    assert {row["Date"][:4] for row in rows} == {"2024", "2025"}
    assert rows == sorted(rows, key=lambda row: row["Date"])


def test_a_refund_takes_back_a_line_of_the_same_order():
    rows = rows_of("shop_orders.csv")
    sold = {
        (row["Order ID"], row["Product"]): row
        for row in rows
        if not row["Quantity"].startswith("-")
    }

    refunds = [row for row in rows if row["Quantity"].startswith("-")]

    for refund in refunds:
        line = sold[refund["Order ID"], refund["Product"]]
        assert int(refund["Quantity"]) == -int(line["Quantity"])
        assert refund["Unit price"] == line["Unit price"]
        assert refund["Date"] > line["Date"]


def test_orders_have_two_busy_seasons():
    lines_by_month = Counter(int(row["Date"][5:7]) for row in rows_of("shop_orders.csv"))

    busiest = {month for month, _ in lines_by_month.most_common(4)}

    assert busiest == {5, 6, 11, 12}


def test_every_buyer_is_invented_and_has_one_address():
    rows = [row for row in rows_of("shop_orders.csv") if row["Email"]]

    pairs = {(row["Customer name"], row["Email"]) for row in rows}

    assert len(pairs) == 900
    assert all(email.endswith("@example.org") and email.isascii() for _, email in pairs)


def test_no_groups_is_no_better_parted_than_one_cloud_of_the_same_shape():
    rows = rows_of("no_groups.csv")
    points = standardised(numbers_of(rows, *generator.HABIT_HEADER[1:]))
    random = np.random.RandomState(0)

    def best_parted(values):
        return max(silhouette_score(values, split(values, k)) for k in range(2, 7))

    clouds = [
        random.multivariate_normal(np.zeros(4), np.cov(points.T), size=len(points))
        for _ in range(5)
    ]

    assert best_parted(points) <= max(map(best_parted, clouds)) + 0.01
