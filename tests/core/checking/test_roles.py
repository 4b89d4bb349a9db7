"""Every column of the files that shops have is used for what it is."""

import random
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop_app.core.checking.columns import Subject
from desktop_app.core.checking.understanding import check_table
from desktop_app.core.intake.tables import RawTable

N_ROWS = 60
GROUPS = {
    "who": Subject.DEMOGRAPHIC,
    "buy": Subject.BEHAVIOURAL,
    "where": Subject.GEOGRAPHIC,
    "like": Subject.PSYCHOGRAPHIC,
    "-": None,
}
FIRST = ("Ann", "Bob", "Eve", "Max", "Zoe", "Tom", "Lia", "Sam")
LAST = ("Lee", "Orr", "Ray", "Fox", "Kay", "Hill", "Wood")
TOWNS = ("Ghent", "Paris", "Bonn", "Oslo", "Rome", "Turin", "Graz", "Lille")
LUCK = random.Random(7)


def day():
    return date(2024, 1, 1) + timedelta(days=LUCK.randrange(360))


SHAPES = {
    "id": lambda i: f"{700_000 + LUCK.randrange(100_000) * 7 + i}",
    "longid": lambda i: f"'72104483{i:05}",
    "code": lambda i: f"A-{LUCK.randrange(9_999)}{i}",
    "hash": lambda i: f"cus_{LUCK.randrange(10**9):x}",
    "first": lambda i: LUCK.choice(FIRST),
    "last": lambda i: LUCK.choice(LAST),
    "name": lambda i: f"{LUCK.choice(FIRST)} {LUCK.choice(LAST)}{'' if i % 2 else 'son'}",
    "user": lambda i: f"user{i}",
    "email": lambda i: f"p{i}@x.example",
    "phone": lambda i: f"+49 711 {100_000 + i * 37}",
    "street": lambda i: f"Main St {i}",
    "zip": lambda i: f"{10_000 + LUCK.randrange(80_000)}",
    "ip": lambda i: f"10.0.{i}.7",
    "company": lambda i: LUCK.choice(("Acme", "Foo GmbH", "")),
    "town": lambda i: LUCK.choice(TOWNS),
    "cc": lambda i: LUCK.choice(("DE", "FR", "US")),
    "lat": lambda i: f"{48 + LUCK.random():.5f}",
    "yesno": lambda i: LUCK.choice(("yes", "no")),
    "01": lambda i: LUCK.choice("01"),
    "money": lambda i: f"{LUCK.lognormvariate(4, 1):.2f}",
    "pct": lambda i: f"{LUCK.random():.2f}",
    "count": lambda i: f"{LUCK.randrange(9)}",
    "int": lambda i: f"{LUCK.randrange(18, 80)}",
    "rating": lambda i: f"{LUCK.randrange(1, 6)}",
    "year": lambda i: f"{LUCK.randrange(1940, 2000)}",
    "date": lambda i: f"{day()}",
    "dt": lambda i: f"{day()} 17:09:34 -0300",
    "time": lambda i: f"{LUCK.randrange(24):02}:{LUCK.randrange(60):02}:11",
    "note": lambda i: LUCK.choice(("", "likes tea with milk", f"came twice on day {i}")),
    "tags": lambda i: LUCK.choice(("vip, web", "web", "shop", "")),
    "cat": lambda i: LUCK.choice("abc"),
    "word": lambda i: LUCK.choice(("Master", "PhD", "Basic")),
    "status": lambda i: LUCK.choice(("Paid", "Refunded")),
    "many": lambda i: f"item {LUCK.randrange(30)}",
    "cur": lambda i: "EUR",
    "const": lambda i: "x",
    "empty": lambda i: "",
}


def known_files():
    text = Path(__file__).with_name("known_headers.txt").read_text(encoding="utf-8")
    for block in text.split("\n## ")[1:]:
        name, *lines = block.strip().splitlines()
        yield pytest.param([line.split(" | ") for line in lines], id=name)


@pytest.mark.parametrize("lines", list(known_files()))
def test_every_column_of_a_well_known_file_is_used_for_what_it_is(lines):
    LUCK.seed(7)
    rows = [[SHAPES[shape](i) for _, shape, _, _ in lines] for i in range(N_ROWS)]

    columns = check_table(RawTable.from_rows([line[0] for line in lines], rows)).columns

    told = {column.name: (column.role.value, column.subject) for column in columns}
    assert told == {header: (role, GROUPS[group]) for header, _, role, group in lines}
