"""A year of movement out of one file of orders."""

from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.tracking.flows import flow_of
from desktop_app.document.document import Document
from desktop_app.document.looking_back import look_back
from desktop_app.document.plan import Plan
from desktop_app.document.street import walk

SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


@pytest.fixture(scope="module")
def shop():
    return walk(Document(plan=Plan(files=(SAMPLES / "shop_orders.csv",), k=4)))


@pytest.fixture(scope="module")
def past(shop):
    return look_back(shop)


def test_the_first_import_shows_a_year_of_movement(shop, past):
    assert len(past.days) == 13
    assert past.days[-1] == shop.customers.orders.last_day
    assert [month.day for month in past.baseline.months] == list(past.days)
    assert dict(past.baseline.months[-1].sizes) == dict(
        zip(shop.segmentation.pieces, shop.segmentation.sizes, strict=True)
    )


@pytest.mark.parametrize(("start", "end"), [(0, 12), (5, 6), (0, 3)])
def test_any_two_months_give_a_movement_that_adds_up(past, start, end):
    followed = past.between(start, end)
    flow = flow_of(followed.movement)

    sizes = [[n for _piece, n in past.baseline.months[place].sizes] for place in (start, end)]
    assert [flow.before.tolist(), flow.now.tolist()] == sizes
    assert flow.n_moved == len(followed.movement.moved)
    assert followed.movement.gone == ()
    assert int(flow.came.sum()) == len(followed.movement.new)


def test_nobody_is_in_a_group_before_the_first_order(past):
    assert np.array_equal(past.travel.labels[-1], past.segmentation.labels)
    n_customers = [month.n_customers for month in past.baseline.months]
    assert n_customers == sorted(n_customers)
