"""Things about the data that deserve a look."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.checking.findings import unusual
from desktop_app.core.checking.understanding import check_table
from desktop_app.core.intake.tables import RawTable


def findings(header, rows):
    return check_table(RawTable.from_rows(header, rows)).findings


def found(code, header, rows):
    """The one finding with this code."""
    (finding,) = [f for f in findings(header, rows) if f.code == code]
    return finding


def column(*values):
    return ["Customer ID", "Spend"], [[f"c{i}", value] for i, value in enumerate(values)]


def test_a_value_that_is_no_number_is_shown_with_its_row():
    finding = found("not_a_number", *column("12", "40", "3a", "17", "25"))

    assert (finding.column, finding.rows, finding.count, finding.example) == (
        "Spend",
        (4,),
        1,
        "3a",
    )
    assert finding.fixes[0] == "leave_out"


def test_a_number_too_large_to_be_meant_is_shown_with_its_row():
    finding = found("not_a_number", *column("12", "40", "1e999", "17", "25", "31"))

    assert (finding.rows, finding.example) == ((4,), "1e999")


def test_an_amount_too_large_to_be_money_is_pointed_out():
    rows = [["a@x.example", "2024-01-05", "20"], ["a@x.example", "2024-01-09", "9999999999999999"]]

    finding = found("unusual_value", ["Email", "Date", "Amount"], rows)

    assert (finding.column, finding.rows) == ("Amount", (3,))


def test_empty_values_are_counted_and_the_first_twenty_rows_shown():
    finding = found("empty_values", *column(*["5", "7", "9"] * 10, *[""] * 25))

    assert (finding.count, len(finding.rows), finding.rows[0]) == (25, 20, 32)


def test_formulas_without_a_result_are_told_apart():
    codes = {f.code: f for f in findings(*column("5", "6", "7", "#DIV/0!", "8"))}

    assert codes["excel_error_value"].rows == (5,)
    assert "not_a_number" not in codes
    assert codes["empty_values"].count == 1


def test_an_unusual_value_is_pointed_out():
    values = [f"{20 + i % 30}" for i in range(60)]
    finding = found("unusual_value", ["Age"], [[v] for v in [*values, "200"]])

    assert (finding.rows, finding.example) == ((62,), "200")
    assert finding.fixes[0] == "keep"


def test_a_negative_age_cannot_be():
    rows = [[f"{20 + i % 30}"] for i in range(60)]

    finding = found("impossible_negative", ["Age"], [*rows, ["-3"]])

    assert (finding.rows, finding.example) == ((62,), "-3")


def test_money_may_be_negative():
    assert not [f for f in findings(*column("5", "-6", "7")) if f.code == "impossible_negative"]


def test_equal_rows_without_a_name_are_kept_by_default():
    rows = [["1", "2"], ["3", "4"], ["1", "2"]]

    finding = found("duplicate_rows", ["Income", "Spend"], rows)

    assert (finding.count, finding.rows, finding.fixes) == (1, (4,), ("keep", "keep_one"))


def test_equal_rows_stay_until_somebody_says_otherwise():
    rows = [["c1", "2"], ["c2", "4"], ["c1", "2"]]

    finding = found("duplicate_rows", ["Customer ID", "Spend"], rows)

    assert finding.fixes == ("keep", "keep_one")
    assert finding.places.tolist() == [2]


def test_two_rows_with_one_address_may_be_one_person():
    rows = [["a@x.example", "1"], ["b@x.example", "2"], ["A@X.example", "3"], ["", "4"], ["", "5"]]

    finding = found("same_person", ["Email", "Visits"], rows)

    assert (finding.rows, finding.column, finding.count) == ((4,), "Email", 1)


@pytest.mark.parametrize(
    ("code", "name", "values"),
    [
        ("constant_column", "Spend", ["5", "5", "5"]),
        ("identifier_column", "Email", ["a@x.example", "b@x.example"]),
        ("identifier_column", "Card number", ["a17", "b18"]),
        ("too_many_categories", "Town", [f"town {i % 14}" for i in range(40)]),
        ("undecided_date_order", "Joined", ["03/04/2024", "05/06/2024"]),
        ("unreadable_date", "Joined", [*["2024-03-04", "2024-03-05", "2024-04-04"] * 2, "soon"]),
        ("mixed_currencies", "Spend", ["€5", "€6", "$7"]),
    ],
)
def test_a_column_that_deserves_a_look(code, name, values):
    finding = found(code, [name, "Score"], [[v, f"{i % 7}.5"] for i, v in enumerate(values)])

    assert finding.column == name


def test_columns_that_say_nearly_the_same_are_named_together():
    rows = [[f"{i}", f"{2 * i + i % 2}", f"{i * 7 % 11}"] for i in range(30)]

    finding = found("nearly_same_columns", ["Visits", "Orders", "Score"], rows)

    assert (finding.column, finding.example) == ("Visits", "Orders")


def test_a_column_on_another_scale_is_named():
    rows = [[f"{i * 7 % 11}", f"{i * 13 % 29 * 1000}"] for i in range(30)]

    assert found("dominating_column", ["Visits", "Spend"], rows).column == "Spend"


def test_lines_above_the_table_are_mentioned():
    raw = RawTable.from_rows(["Age"], [["5"], ["6"]])
    raw = replace(raw, form=replace(raw.form, n_preamble_rows=3))

    (finding,) = [f for f in check_table(raw).findings if f.code == "preamble"]

    assert (finding.count, finding.rows) == (3, (1, 2, 3))


def test_a_clean_list_has_nothing_but_its_id():
    rows = [[f"c{i}", f"{20 + i * 7 % 40}", f"{i * 13 % 29}"] for i in range(60)]

    assert [f.code for f in findings(["Customer ID", "Age", "Score"], rows)] == [
        "identifier_column"
    ]


def test_order_lines_are_spared_what_matters_only_in_lists():
    rows = [
        ["a@x.example", "2024-01-05", "-1", "5", "EUR"],
        ["a@x.example", "2024-01-09", "2", "5", "EUR"],
        ["b@x.example", "2024-01-10", "2", "7", "EUR"],
    ]

    codes = {f.code for f in findings(["Email", "Date", "Quantity", "Price", "Currency"], rows)}

    assert codes == {"identifier_column"}


@given(st.lists(st.floats(-100, 100), min_size=21, max_size=60, unique=True))
def test_what_is_unusual_lies_outside_of_the_middle_half(values):
    array = np.array([*values, 10_000.0])

    far = array[unusual(array)]

    lower, upper = np.percentile(array, [25, 75])
    assert 10_000.0 in far
    assert all(value < lower or value > upper for value in far)


def test_few_values_do_not_say_what_is_usual():
    assert not unusual(np.array([*[1.0, 2.0] * 9, 500.0, np.nan])).any()


def test_a_column_of_mostly_one_value_has_nothing_unusual():
    assert not unusual(np.array([*[1.0] * 40, 500.0])).any()
