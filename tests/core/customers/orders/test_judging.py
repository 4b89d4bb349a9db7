"""Every reason not to count a line can be let count, and file and customers agree to the cent."""

from collections import defaultdict
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.checking.mending import mend
from desktop_app.core.checking.understanding import check_table
from desktop_app.core.customers.choices import CustomerChoice
from desktop_app.core.customers.orders.adding_up import sum_up_orders
from desktop_app.core.customers.table import REASONS, REVERSIBLE, RuleEffect
from desktop_app.core.errors import BadValue, NoOrders
from desktop_app.core.intake.tables import RawTable

HEADER = ["id", "Customer Email", "Created (UTC)", "Amount", "Amount Refunded", "Status"]
PAID = ["ch_1", "ann@a.example", "2024-01-05", "20.00", "0", "Paid"]
FAILED = ["ch_2", "ann@a.example", "2024-01-06", "30.00", "0", "Failed"]
WAITING = ["ch_3", "bob@b.example", "2024-01-07", "5.50", "0", "Uncaptured"]
REFUNDED = ["ch_4", "bob@b.example", "2024-01-08", "7.00", "7.00", "Refunded"]
PARTLY = ["ch_5", "ann@a.example", "2024-01-09", "10.00", "2.25", "Paid"]
RETURN = ["ch_6", "ann@a.example", "2024-01-10", "-1.50", "0", "Paid"]
FREE = ["ch_7", "eve@e.example", "2024-01-11", "0", "0", "Paid"]
NOBODY = ["ch_8", "", "2024-01-12", "4.00", "0", "Paid"]
ROWS = [PAID, FAILED, WAITING, REFUNDED, PARTLY, RETURN, FREE, NOBODY]
LISTED = 76.50
WITHOUT = {  # what the reasons of ROWS take away
    "cancelled": (1, 30.0),
    "pending": (1, 5.5),
    "refunded": (3, 10.75),
    "no_customer": (1, 4.0),
    "zero_amount": (1, 0.0),
}


def sum_up(rows, counted=(), **choice):
    checked = check_table(RawTable.from_rows(HEADER, rows))
    return sum_up_orders(mend(checked, ()), CustomerChoice(counted=frozenset(counted), **choice))


def by_customer(purchases):
    amounts = zip(purchases.n_orders.tolist(), purchases.money.tolist(), strict=True)
    return dict(zip(purchases.customers, amounts, strict=True))


def test_what_each_reason_takes_away_is_known():
    summary = sum_up(ROWS).summary

    assert summary.effects == tuple(RuleEffect(r, n, m) for r, (n, m) in WITHOUT.items())
    assert (summary.file_total, summary.total) == (LISTED, 26.25)


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("cancelled", {"ann@a.example": (3, 56.25)}),
        ("pending", {"ann@a.example": (2, 26.25), "bob@b.example": (1, 5.5)}),
        ("refunded", {"ann@a.example": (2, 30.0), "bob@b.example": (1, 7.0)}),
        ("zero_amount", {"ann@a.example": (2, 26.25), "eve@e.example": (1, 0.0)}),
    ],
)
def test_the_user_can_let_the_lines_of_a_reason_count(reason, expected):
    purchases = sum_up(ROWS, {reason})

    n_lines, amount = WITHOUT[reason]
    assert by_customer(purchases) == expected
    assert RuleEffect(reason, n_lines, amount, True) in purchases.summary.effects
    assert purchases.summary.taken_out[reason] == 0
    assert purchases.summary.file_total == LISTED


def test_copies_count_if_the_user_says_so():
    purchases = sum_up([*ROWS, PAID], {"duplicate"})

    assert by_customer(purchases) == {"ann@a.example": (2, 46.25)}
    assert RuleEffect("duplicate", 1, 20.0, True) in purchases.summary.effects


def test_a_line_that_is_let_count_can_still_go_for_another_reason():
    rows = [PAID, [*FAILED[:1], "", *FAILED[2:]]]

    effects = sum_up(rows, {"cancelled"}).summary.effects

    assert effects == (RuleEffect("cancelled", 1, 30.0, True), RuleEffect("no_customer", 1, 30.0))


@pytest.mark.parametrize("reason", ["no_customer", "left_out", "soon"])
def test_what_is_nobody_never_counts(reason):
    with pytest.raises(BadValue) as told:
        sum_up(ROWS, {"cancelled", reason})

    assert told.value.details == {"what": "counted", "value": reason}


def test_only_orders_of_the_last_months_count():
    days = ["2024-01-28", "2024-01-29", "2024-02-29", "2024-03-01"]
    rows = [[f"ch_{i}", "ann@a.example", day, "1", "0", "Paid"] for i, day in enumerate(days)]

    summary = sum_up(rows, as_of="2024-02-29", look_back=1).summary

    assert (summary.first_day, summary.last_day) == ("2024-01-29", "2024-02-29")
    assert (summary.taken_out["before_window"], summary.taken_out["after_as_of"]) == (1, 1)
    assert summary.file_total == 4.0
    assert [effect.amount for effect in summary.effects] == [1.0, 1.0]


@pytest.mark.parametrize(
    ("as_of", "look_back", "first"),
    [
        ("2023-03-31", 1, "2023-02-28"),
        ("2024-03-31", 1, "2024-02-29"),
        ("2024-05-31", 12, "2023-05-31"),
        (None, 1, "2024-02-29"),
        ("2024-01-01", 10**9, "1990-01-01"),
    ],
)
def test_months_are_those_of_the_calendar(as_of, look_back, first):
    days = ["1990-01-01", "2023-02-27", "2023-02-28", "2023-05-30", "2023-05-31"]
    days += ["2024-02-28", "2024-02-29", "2024-03-30"]
    rows = [[f"ch_{i}", "ann@a.example", day, "1", "0", "Paid"] for i, day in enumerate(days)]

    assert sum_up(rows, as_of=as_of, look_back=look_back).summary.first_day == first


@pytest.mark.parametrize("look_back", [0, -3])
def test_less_than_a_month_is_no_time_to_look_back(look_back):
    with pytest.raises(BadValue) as told:
        sum_up(ROWS, look_back=look_back)

    assert told.value.details == {"what": "look_back", "value": look_back}


def test_who_ordered_once_is_counted():
    assert sum_up([*ROWS, ["ch_9", "bob@b.example", *PAID[2:]]]).summary.n_one_time == 1


@st.composite
def payments(draw):
    cents = st.one_of(st.just(0), st.integers(-5_000, 90_000))
    line = st.tuples(
        st.sampled_from([f"ch_{i}" for i in range(6)]),
        st.sampled_from(["ann@a.example", "Bob@b.example", "eve@e.example", ""]),
        st.sampled_from(["2024-01-05", "2024-02-10", "2024-03-31", "2024-04-01"]),
        cents.map(lambda n: f"{Decimal(n) / 100:.2f}"),
        st.integers(-1, 300).map(lambda n: f"{Decimal(max(n, 0)) / 100:.2f}"),
        st.sampled_from(["Paid", "Paid", "Refunded", "Failed", "Uncaptured"]),
    )
    rows = draw(st.lists(line, min_size=1, max_size=20))
    copies = draw(st.lists(st.sampled_from(rows), max_size=4))
    return [*map(list, rows + copies), PAID]


def first_reason(reasons, counted):
    return next((reason for reason in reasons if reason not in counted), "")


def reasons_of(rows, as_of):
    """Give the reasons that meet each line, in the order in which they are asked, and its buyer."""
    word = {"Refunded": "refunded", "Failed": "cancelled", "Uncaptured": "pending"}
    buyers = defaultdict(set)
    for order, buyer, *_ in rows:
        buyers[order] |= {buyer.lower()} - {""}
    seen = set()
    for row in rows:
        order, buyer, day, amount, back, status = row
        buyer = buyer.lower() or min(buyers[order], default="")
        reasons = []
        if tuple(row) in seen and (Decimal(amount) or Decimal(back)):
            reasons.append("duplicate")
        seen.add(tuple(row))
        reasons += [word[status]] if status in word else []
        reasons += ["no_customer"] if not buyer else []
        reasons += ["after_as_of"] if day > as_of else []
        yield buyer, reasons


def expected(rows, counted, as_of):
    """Add up without a database: money of customers, lines and money by reason."""
    lines, money = dict.fromkeys(REASONS, 0), dict.fromkeys(REASONS, Decimal(0))
    orders = defaultdict(list)
    for row, (buyer, reasons) in zip(rows, reasons_of(rows, as_of), strict=True):
        paid = max(Decimal(row[3]), Decimal(0))
        back = paid - Decimal(row[3]) + Decimal(row[4])
        why = first_reason(reasons, counted)
        met = {why} | {r for r in counted if first_reason(reasons, counted - {r}) == r}
        for reason in met - {""}:
            lines[reason] += 1
            money[reason] += paid
        if why == "":
            back = Decimal(0) if "refunded" in met else back
            lines["refunded"] += back > 0
            orders[buyer, row[0]].append((paid, back))
    bought = defaultdict(list)
    for (buyer, _), pairs in orders.items():
        paid, back = (sum(part) for part in zip(*pairs, strict=True))
        is_free = not paid and not any(b for _, b in pairs)
        lines["zero_amount"] += len(pairs) * is_free
        bought[buyer].append((paid, back, paid > 0 or (is_free and "zero_amount" in counted)))
    totals = {}
    for buyer, kept in bought.items():
        if n_orders := sum(counts for *_, counts in kept):
            came_back = sum(back for _, back, _ in kept)
            money["refunded"] += came_back
            paid = sum(paid for paid, *_ in kept)
            totals[buyer] = (n_orders, paid - came_back * ("refunded" not in counted))
    return totals, lines, money


def exact(amount):
    return Decimal(round(amount * 10_000)) / 10_000


@settings(max_examples=25, deadline=None)
@given(payments(), st.sets(st.sampled_from(sorted(REVERSIBLE))), st.booleans())
def test_any_file_agrees_with_a_plain_sum(rows, counted, is_cut_off):
    as_of = "2024-03-31" if is_cut_off else "2024-04-02"
    totals, lines, money = expected(rows, counted, as_of)

    try:
        purchases = sum_up(rows, counted, as_of=as_of)
    except NoOrders:
        assert totals == {}
        return

    summary = purchases.summary
    found = by_customer(purchases)
    assert {buyer: (n, exact(amount)) for buyer, (n, amount) in found.items()} == totals
    effects = {e.reason: (e.n_lines, exact(e.amount), e.is_counted) for e in summary.effects}
    assert effects == {r: (lines[r], money[r], r in counted) for r in REASONS if lines[r]}
    assert summary.taken_out == {r: 0 if r in counted else lines[r] for r in REASONS}
    listed = sum(max(Decimal(row[3]), Decimal(0)) for row in rows)
    taken = sum(amount for _, amount, is_counted in effects.values() if not is_counted)
    assert exact(summary.file_total) == listed == exact(summary.total) + taken


@settings(max_examples=8, deadline=None)
@given(payments(), st.randoms(use_true_random=False))
def test_neither_the_order_of_lines_nor_capitals_change_what_is_known(rows, random):
    changed = [[row[0], row[1].upper(), *row[2:]] for row in random.sample(rows, len(rows))]

    assert sum_up(changed).summary == sum_up(rows).summary


@pytest.mark.parametrize("amount", ["Order Total", "Total"])
def test_a_total_on_every_line_counts_whatever_line_comes_first(amount):
    header = ["Order ID", "Email", "Date", amount, "Status", "Item"]
    lines = [
        ["1", "ann@a.example", "2024-01-05", "30", "cancelled", "tea"],
        ["1", "ann@a.example", "2024-01-05", "30", "paid", "cup"],
        ["2", "bob@b.example", "2024-01-06", "10", "paid", "tea"],
        ["2", "bob@b.example", "2024-01-06", "10", "paid", "cup"],
    ]

    totals = {
        sum_up_orders(mend(check_table(RawTable.from_rows(header, rows)), ())).summary.total
        for rows in (lines, lines[::-1], [lines[1], lines[3], lines[0], lines[2]])
    }

    assert len(totals) == 1


def test_a_shopify_order_counts_whichever_of_its_lines_is_cancelled():
    header = ["Name", "Email", "Financial Status", "Created at", "Total", "Lineitem name", "Id"]
    lines = [
        ["#1", "ann@a.example", "voided", "2024-01-05", "30", "tea", "1"],
        ["#1", "ann@a.example", "paid", "2024-01-05", "30", "cup", "1"],
        ["#2", "bob@b.example", "paid", "2024-01-06", "10", "tea", "2"],
    ]

    totals = {
        sum_up_orders(mend(check_table(RawTable.from_rows(header, rows)), ())).summary.total
        for rows in (lines, lines[::-1])
    }

    assert totals == {40.0}
