"""Lists in files, read and understood, for pages to show."""

import csv
import random

import pytest

from desktop_app.document.document import Document
from desktop_app.document.plan import Plan
from desktop_app.document.street import walk
from desktop_app.ui.pages.context import PageContext
from desktop_app.wording.numbers import Formats


@pytest.fixture
def context(session, runner, theme):
    return PageContext(session, runner, theme, Formats())


@pytest.fixture(scope="session")
def write_list(tmp_path_factory):
    """Write a list to a file of its own: the name, the column names, the rows."""

    def write(name, header, rows, delimiter=","):
        path = tmp_path_factory.mktemp("lists") / name
        with path.open("w", newline="", encoding="utf-8") as file:
            out = csv.writer(file, delimiter=delimiter)
            out.writerow(header)
            out.writerows(rows)
        return path

    return write


@pytest.fixture(scope="session")
def understood():
    """Read a file and understand it, as far as its customers."""

    def understand(path):
        return walk(Document(plan=Plan(files=(path,))), until="customers")

    return understand


@pytest.fixture(scope="session")
def shop_rows():
    draw = random.Random(5)
    return [
        [f"C-{1000 + i}", draw.randint(18, 79), draw.randint(15, 120) * 500, draw.choice("ABC")]
        for i in range(120)
    ]


@pytest.fixture(scope="session")
def shop(write_list, understood, shop_rows):
    """A clean list of 120 customers."""
    return understood(write_list("shop.csv", ["Customer ID", "Age", "Spent", "Town"], shop_rows))


@pytest.fixture(scope="session")
def odd_shop(write_list, understood, shop_rows):
    """The same list with an age of 400 in row 8 of the file and a spelled-out amount in row 11."""
    rows = [list(row) for row in shop_rows]
    rows[6][1] = 400
    rows[9][2] = "much"
    return understood(write_list("odd.csv", ["Customer ID", "Age", "Spent", "Town"], rows))


@pytest.fixture(scope="session")
def orders(write_list, understood):
    """Forty order lines of nine customers."""
    rows = [
        [1000 + i, f"p{i % 9}@x.org", f"2024-03-{1 + i % 28:02}", f"{i + 0.5}"] for i in range(40)
    ]
    header = ["Order ID", "Email", "Order date", "Total"]
    return understood(write_list("orders.csv", header, rows, delimiter=";"))
