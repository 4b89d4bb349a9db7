"""A copy to be given away: the same groups, and nobody in it can be found."""

import csv
import random
import zipfile

import numpy as np
import pytest

from desktop_app.document.anonymous import without_people
from desktop_app.document.document import Document
from desktop_app.document.plan import Plan
from desktop_app.document.project_file import load_project, save_project
from desktop_app.document.street import reopen, walk
from desktop_app.paths import resource_path

SAMPLE_ORDERS = resource_path("samples", "shop_orders.csv")


@pytest.fixture(scope="module")
def write(tmp_path_factory):
    def write_rows(header, rows):
        path = tmp_path_factory.mktemp("people") / "people.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([header, *rows])
        return path

    return write_rows


def grouped(path):
    return walk(Document(plan=Plan(files=(path,), k=3)))


def content_of(path):
    with zipfile.ZipFile(path) as parts:
        return b"".join(parts.read(name) for name in parts.namelist()).lower()


def people():
    draw = random.Random(3)
    rows = []
    for i in range(90):
        age, income = [(25, 20_000), (45, 60_000), (65, 30_000)][i % 3]
        who = f"Zyx{i:03}qua"
        facts = [age + draw.randint(-4, 4), income + draw.randint(-900, 900)]
        rows.append([f"KD-7{i:04}", who, f"{who}@mail.test", f"+31 6 4455{i:04}", *facts])
    return rows


HEADER = ["Customer ID", "Name", "Email", "Phone", "Age", "Income"]


def test_nobody_of_a_list_is_in_the_copy_and_the_groups_are_the_same(write, tmp_path):
    rows = people()
    document = grouped(write(HEADER, rows))

    path = save_project(without_people(document), tmp_path / "copy.clientele")

    content = content_of(path)
    assert [cell for row in rows for cell in row[:4] if cell.lower().encode() in content] == []
    back = reopen(load_project(path))
    assert np.array_equal(back.segmentation.labels, document.segmentation.labels)
    assert back.raw.original_header == tuple(HEADER)
    assert back.raw.head(2)[1][0] == "customer-0002"
    assert {row[2:4] for row in back.raw.rows} == {("", "")}
    assert back.customers.customer_id == "Customer ID"


def test_twins_without_an_id_stay_apart(write, tmp_path):
    rows = [row[1:3] + row[4:] for row in people()]
    twin = ["Another", "another@mail.test", *rows[0][2:]]
    document = grouped(write([*HEADER[1:3], *HEADER[4:]], [*rows, twin]))

    copy = without_people(document)

    assert copy.customers.n_customers == document.customers.n_customers == 91
    assert copy.raw.head(1)[0][0].startswith("customer-")


def test_buyers_of_orders_are_in_the_same_groups_under_numbers(tmp_path):
    document = grouped(SAMPLE_ORDERS)

    path = save_project(without_people(document), tmp_path / "copy.clientele")

    back, content = reopen(load_project(path)), content_of(path)
    names = document.customers.frame[document.customers.customer_id]
    assert [name for name in names if str(name).lower().encode() in content] == []
    assert back.customers.orders.n_orders == document.customers.orders.n_orders
    assert np.array_equal(back.segmentation.labels, document.segmentation.labels)
    assert back.checked.recognised == document.checked.recognised
