"""Cells as the database reads them, against Python word by word and line by line."""

from collections import defaultdict
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.checking.columns import ColumnChoice, Kind
from desktop_app.core.checking.dates import read_dates
from desktop_app.core.checking.mending import mend
from desktop_app.core.checking.understanding import check_table
from desktop_app.core.customers.choices import CustomerChoice
from desktop_app.core.customers.orders import adding_up as orders
from desktop_app.core.customers.orders import word_values
from desktop_app.core.customers.orders.adding_up import sum_up_orders
from desktop_app.core.customers.orders.word_values import WordValues, customer_key
from desktop_app.core.intake.reading import read_tables
from desktop_app.core.intake.tables import RawTable
from desktop_app.core.progress import NO_PROGRESS

NAMES = st.text(alphabet="aAäßİ '\t\u00a0\u3000.0@#-/", max_size=5) | st.sampled_from(
    ["Guest", "17850.0", "17850", "n/a", "'Ann@a.example", "ANN@a.example", "Straße", "STRASSE"]
)
DAYS = [
    *("2024-02-29", "2023-02-29", "2024-13-01", "'2024-01-05", " 2024-01-05 ", "2024-01-05x"),
    *("1849-12-31", "2150-12-31", "2151-01-01", "٢٠٢٤-٠١-٠٥", "soon", ""),
    *(
        "2024-03-01 23:59:59",
        "2024-03-01T10:00:00+02:00",
        "2024-03-01 24:00:00",
        "2024-03-01 10:00",
    ),
    *("03/04/2024", "31.12.2023", "5 May 2024"),
]


def values_of(name, rows, *choices):
    checked = check_table(
        RawTable.from_rows(["word", "row", name], [["w", "r", r] for r in rows]), choices
    )
    questions = checked.raw.questions()
    return questions, WordValues(checked, questions, NO_PROGRESS)


def asked(questions, values, expression):
    found = questions.arrays(f"SELECT {expression} AS value FROM {values.source} ORDER BY _row")
    return found["value"].tolist()  # None where it is NULL


@settings(max_examples=25, deadline=None)
@given(st.lists(NAMES, min_size=1, max_size=12))
def test_a_customer_has_the_key_that_python_gives(rows):
    choice = ColumnChoice("Customer", kind=Kind.TEXT)
    questions, values = values_of("Customer", rows, choice)

    keys = asked(questions, values, values.key("Customer"))

    assert [key or "" for key in keys] == [customer_key(row.strip()) for row in rows]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(DAYS), min_size=1, max_size=12))
def test_a_day_is_the_one_that_python_reads(rows):
    questions, values = values_of("Day", rows, ColumnChoice("Day", kind=Kind.DATE))

    days = asked(questions, values, values.day("Day", "dmy"))

    words = np.array([row.strip() for row in rows], dtype=object)
    expected = read_dates(words, "dmy", has_numbers=True).values.astype("datetime64[D]")
    assert days == [None if np.isnat(day) else int(day.astype(np.int64)) for day in expected]


def test_words_are_looked_up_in_pieces(monkeypatch):
    monkeypatch.setattr(word_values, "_WORDS_PER_PIECE", 2)
    questions, values = values_of("Spent", ["1", "2", "3", "x", "", "4.5", "6", "7"])

    assert asked(questions, values, values.number("Spent")) == [1, 2, 3, None, None, 4.5, 6, 7]


@st.composite
def sales(draw):
    """Give order lines, of which some lack the customer, are cancelled, free, or paid back."""
    cell = st.tuples(
        st.sampled_from(["o1", "O1 ", "o2", "o3", "o4"]),
        st.sampled_from(["ann@a.example", " Ann@A.example", "bob@b.example", "", "guest"]),
        st.sampled_from(["2024-01-05", "2024-02-01 10:11:12", "7 March 2024"]),
        st.sampled_from(["10", "20.10", "0", "-3", "$5.55", "(4)"]),
        st.sampled_from(["paid", "paid", "Cancelled", "refunded", ""]),
        st.integers(0, 10**6).map(str),
    )
    return [
        ["o9", "eve@e.example", "2024-01-02", "1", "paid", "x"],
        *draw(st.lists(cell, max_size=15)),
    ]


HEADER = ["Order ID", "Email", "Order date", "Amount", "Status", "Note"]
PARTS = CustomerChoice(
    table="orders", customer_id="Email", date="Order date", amount="Amount", order_id="Order ID"
)


def added_up(rows):
    raw = RawTable.from_rows(HEADER, rows)
    kinds = {"Amount": Kind.NUMBER, "Order date": Kind.DATE, "Status": Kind.CATEGORY}
    choices = tuple(ColumnChoice(name, kind=kind) for name, kind in kinds.items())
    return sum_up_orders(mend(check_table(raw, choices), ()), PARTS)


def one_by_one(rows):
    """Add lines up as one would with a pencil: money by customer, and the orders that count."""
    day = {"7 March 2024": "2024-03-07"}
    money = {"$5.55": Decimal("5.55"), "(4)": Decimal(-4)}
    lines = [
        (order.strip().casefold(), customer_key(who), day.get(when, when[:10]),
         money.get(paid) or Decimal(paid), status.casefold())
        for order, who, when, paid, status, _ in dict.fromkeys(tuple(map(str.strip, row)) for row in rows)
    ]  # fmt: skip
    named, states = defaultdict(set), defaultdict(set)
    for order, who, _, _, status in lines:
        named[order] |= {who} - {""}
        states[order] |= {status} - {""}
    is_gone = {"cancelled", "refunded"}
    total, gross = defaultdict(Decimal), defaultdict(Decimal)
    for order, who, _, paid, status in lines:
        who = who or min(named[order], default="")
        told = {status} if status else states[order]
        # A blank takes what another line says, the less drastic word of two.
        if not who or (len(told) == 1 and told <= is_gone):
            continue
        total[who] += paid
        gross[who, order] += max(paid, Decimal(0))
    counting = [who for (who, _), paid in gross.items() if paid > 0]
    return {who: (total[who], counting.count(who)) for who in sorted(set(counting))}


@settings(max_examples=30, deadline=None)
@given(sales(), st.sampled_from([1, 4, 10**6]))
def test_lines_add_up_as_they_do_one_by_one(rows, lines_at_once):
    before = orders._LINES_AT_ONCE
    orders._LINES_AT_ONCE = lines_at_once
    try:
        bought = added_up(rows)
    finally:
        orders._LINES_AT_ONCE = before

    expected = one_by_one(rows)
    assert bought.customers.tolist() == list(expected)
    assert [Decimal(f"{m:.2f}") for m in bought.money] == [m for m, _ in expected.values()]
    assert bought.n_orders.tolist() == [n for _, n in expected.values()]


@pytest.mark.parametrize("cut", [1, 3, 5])
def test_a_file_in_two_parts_adds_up_to_the_same(tmp_path, cut):
    lines = [f"o{i // 2},c{i % 3}@x.example,2024-0{1 + i}-05,{i + 0.25},paid,{i}" for i in range(7)]
    header = ",".join(HEADER)
    for name, part in {"all": lines, "a": lines[:cut], "b": lines[cut:]}.items():
        (tmp_path / f"{name}.csv").write_text("\n".join([header, *part, ""]), encoding="utf-8")

    whole = read_tables([tmp_path / "all.csv"])
    parts = read_tables([tmp_path / "b.csv", tmp_path / "a.csv"])

    before, after = (sum_up_orders(mend(check_table(raw), ()), PARTS) for raw in (whole, parts))
    assert before.customers.tolist() == after.customers.tolist()
    assert before.money.tolist() == after.money.tolist()
    assert before.summary == after.summary
