"""Past months are built from what was known then, and from nothing else."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.tracking.movement import NEW
from desktop_app.core.tracking.sorting import sort_into
from desktop_app.core.tracking.time_travel import travel_back
from desktop_app.document.document import Document
from desktop_app.document.plan import Plan
from desktop_app.document.street import walk

SAMPLES = Path(__file__).parents[3] / "resources" / "samples"


@pytest.fixture(scope="module")
def shop():
    return walk(
        Document(plan=Plan(files=(SAMPLES / "shop_orders.csv",), k=4)), until="segmentation"
    )


@pytest.fixture(scope="module")
def travelled(shop):
    return travel_back(
        shop.mended, shop.plan.customers, shop.customers, shop.segmentation, n_months=3
    )


def test_the_last_day_is_today(shop, travelled):
    assert len(travelled.days) == 4
    assert travelled.days[-1] == shop.customers.orders.as_of
    assert travelled.labels[-1].tolist() == shop.segmentation.labels.tolist()


def test_a_month_is_what_a_file_that_ends_there_would_have_said(shop, travelled, tmp_path):
    day = travelled.days[1]
    raw = shop.raw
    date_column = shop.checked.order_columns.date
    place = raw.header.index(date_column)
    kept = [row for row in raw.rows if row[place][:10] <= day]
    path = tmp_path / "then.csv"
    lines = [raw.header, *kept]
    path.write_text(
        "\n".join(",".join(f'"{cell}"' for cell in line) for line in lines), encoding="utf-8"
    )
    plan = replace(shop.plan, files=(path,))
    plan = replace(plan, customers=replace(plan.customers, as_of=day))
    then = walk(Document(plan=plan), until="customers").customers

    labels = sort_into(shop.segmentation, then)

    name = shop.customers.customer_id
    label_by_name = dict(zip(then.frame[then.customer_id], labels.tolist(), strict=True))
    expected = [label_by_name.get(n, NEW) for n in shop.customers.frame[name]]
    assert travelled.labels[1].tolist() == expected


def test_the_months_add_up(shop, travelled):
    months = travelled.months(shop.segmentation.pieces)

    for earlier, later in pairwise(months):
        assert later.n_customers == earlier.n_customers + later.n_new
    assert [size for _piece, size in months[-1].sizes] == list(shop.segmentation.sizes)
    flow = travelled.flow(0, 3, 4)
    assert flow.sum() == months[0].n_customers
    assert np.trace(travelled.flow(2, 2, 4)) == months[2].n_customers


def test_a_list_of_customers_has_no_past():
    plan = Plan(files=(SAMPLES / "shop_customers.csv",))
    document = walk(Document(plan=plan), until="segmentation")

    assert (
        travel_back(document.mended, plan.customers, document.customers, document.segmentation, 2)
        is None
    )
