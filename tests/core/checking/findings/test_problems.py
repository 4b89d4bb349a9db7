"""Things about the data that deserve a look."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.checking.columns import ColumnChoice, Role
from desktop_app.core.checking.kinds import Notation
from desktop_app.core.checking.understanding import check_table
from desktop_app.core.intake.tables import Oddity, RawTable, RowPlaces

TODAY = Notation(today=date(2026, 5, 12))


def findings(header, rows):
    return check_table(RawTable.from_rows(header, rows), notation=TODAY).findings


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
    assert (finding.fixes, finding.places.tolist()) == (("leave_out", "use_middle"), [2])


@pytest.mark.parametrize("n", [3, 4, 9])
def test_a_value_that_is_no_number_is_shown_in_a_short_list_too(n):
    assert found("not_a_number", *column(*map(str, range(n)), "3a")).example == "3a"


def test_a_mixed_column_is_of_numbers_if_its_header_says_so():
    rows = [[v] for v in ["31", "thirty", "44", "about 50", "27", "old", "19", "33", "51"]]

    finding = found("not_a_number", ["Age"], rows)

    assert (finding.count, finding.places.tolist()) == (3, [1, 3, 5])


def test_a_mixed_column_is_of_dates_if_its_header_says_so():
    rows = [["2024-03-01"], ["spring"], ["2024-04-01"], ["last year"], ["2024-05-01"], ["?!"]]

    assert found("unreadable_date", ["Date of birth"], rows).places.tolist() == [1, 3, 5]


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
    assert "empty_values" not in codes  # one cell, one question


def test_an_unusual_value_is_pointed_out():
    values = [f"{20 + i % 30}" for i in range(60)]
    finding = found("unusual_value", ["Age"], [[v] for v in [*values, "200"]])

    assert (finding.rows, finding.example) == ((62,), "200")
    assert finding.fixes[0] == "keep"


def test_an_unusual_value_comes_with_what_is_usual():
    values = [f"{20 + i % 30}" for i in range(60)]

    finding = found("unusual_value", ["Age"], [[v] for v in [*values, "200"]])

    assert (finding.reason, finding.usual) == ("far_above", ("20", "49"))
    assert finding.places.tolist() == [60]


@pytest.mark.parametrize(("odd", "reason"), [(["-90"], "far_below"), (["900", "-700"], "far_away")])
def test_an_unusual_value_may_lie_on_either_side(odd, reason):
    rows = [[f"{20 + i % 30}.5"] for i in range(60)] + [[v] for v in odd]

    assert found("unusual_value", ["Degrees"], rows).reason == reason


def test_an_age_of_more_than_120_is_unusual_in_the_shortest_list():
    finding = found("unusual_value", ["Age"], [["31"], ["130"], ["44"], ["27"]])

    assert (finding.example, finding.usual) == ("130", ("27", "44"))


def test_without_any_usual_value_there_is_no_reason():
    finding = found("unusual_value", ["Age"], [["130"], ["140"]])

    assert (finding.count, finding.reason, finding.usual) == (2, "", None)


def test_a_negative_age_cannot_be():
    rows = [[f"{20 + i % 30}"] for i in range(60)]

    finding = found("impossible_negative", ["Age"], [*rows, ["-3"]])

    assert (finding.rows, finding.example) == ((62,), "-3")


def test_what_cannot_be_is_kept_until_the_user_says_so():
    finding = found("impossible_negative", ["Orders"], [["5"], ["-2"], ["7"]])

    assert (finding.fixes[0], finding.places.tolist()) == ("keep", [1])


def test_dates_of_the_future_are_shown():
    rows = [["2026-05-12"], ["2026-05-13"], ["2025-01-01"]]

    finding = found("future_date", ["Joined"], rows)

    assert (finding.rows, finding.example, finding.fixes) == (
        (3,),
        "2026-05-13",
        ("keep", "leave_out"),
    )


@pytest.mark.parametrize("name", ["Renewal date", "Next payment due at", "Valid until"])
def test_dates_of_a_plan_may_lie_in_the_future(name):
    assert not findings([name], [["2026-05-13"], ["2027-01-01"]])


def test_nobody_is_older_than_120():
    rows = [["1900-01-01"], ["1971-04-03"], ["1980-12-31"]]

    finding = found("impossible_birthday", ["Birthday"], rows)

    assert (finding.rows, finding.places.tolist()) == ((2,), [0])


def test_birthdays_with_two_digits_lie_in_the_past():
    raw = RawTable.from_rows(["Birthday"], [["12.05.45"], ["13.05.26"], ["31.12.99"]])

    checked = check_table(raw, notation=TODAY)

    assert [str(day)[:10] for day in checked.series("Birthday")] == [
        "1945-05-12",
        "2026-05-13",
        "1999-12-31",
    ]


def test_a_message_of_excel_among_words_is_an_empty_cell_that_is_shown():
    rows = [["red"], ["blue"], ["#N/A"], ["red"], ["blue"]]

    checked = check_table(RawTable.from_rows(["Colour"], rows))

    (finding,) = [f for f in checked.findings if f.code == "excel_error_value"]
    assert (finding.rows, finding.fixes[0]) == ((4,), "keep")
    assert checked.series("Colour").tolist() == ["red", "blue", "", "red", "blue"]
    assert checked.column("Colour").n_distinct == 2


def test_there_is_no_middle_of_words_and_of_dates():
    days = [[f"2024-03-{day:02}", "Rye" if day % 2 else "Ghent"] for day in range(1, 25)]
    rows = [["#N/A", ""], ["2024-04-01", "#REF!"], *days]
    choices = (ColumnChoice("Town", Role.FEATURE),)

    checked = check_table(RawTable.from_rows(["Joined", "Town"], rows), choices)

    assert {(f.code, f.column): f.fixes for f in checked.findings if f.rows} == {
        ("excel_error_value", "Joined"): ("keep", "leave_out"),
        ("excel_error_value", "Town"): ("leave_out",),
        ("empty_values", "Town"): ("leave_out",),
    }


def test_money_may_be_negative():
    assert not [f for f in findings(*column("5", "-6", "7")) if f.code == "impossible_negative"]


def test_equal_rows_without_a_name_are_kept_by_default():
    rows = [["1", "2"], ["3", "4"], ["1", "2"]]

    finding = found("duplicate_rows", ["Income", "Spend"], rows)

    assert (finding.count, finding.rows, finding.fixes) == (1, (4,), ("keep", "keep_one"))


def test_equal_rows_stay_until_somebody_says_otherwise():
    rows = [["c1", "2"], ["c2", "4"], ["c1", "2"]]

    finding = found("duplicate_rows", ["Customer ID", "Spend"], rows)

    assert (finding.fixes, finding.places.tolist()) == (("keep", "keep_one"), [2])


def test_equal_lines_of_one_order_are_taken_out_without_a_question():
    rows = [["7", "a@x.example", "2024-01-05", "20"], ["8", "b@x.example", "2024-01-06", "5"]]

    finding = found("duplicate_rows", ["Order ID", "Email", "Date", "Amount"], [*rows, rows[0]])

    assert (finding.fixes, finding.rows) == ((), (4,))


def people(header, *rows):
    return [
        (f.column, f.reason, f.places.tolist())
        for f in findings(header, rows)
        if f.code == "same_person"
    ]


def test_two_rows_with_one_address_may_be_one_person():
    rows = [["a@x.example", "1"], ["b@x.example", "2"], ["A@X.example", "3"], ["", "4"], ["", "5"]]

    finding = found("same_person", ["Email", "Visits"], rows)

    assert (finding.rows, finding.column, finding.count) == ((4,), "Email", 1)
    assert (finding.reason, finding.fixes) == ("same_email", ("keep", "keep_one"))
    assert finding.places.tolist() == [2]


def test_two_ways_to_write_one_phone_number_may_be_one_person():
    rows = [["+49 711 123456", "1"], ["0711/123 456", "2"], ["0711 123457", "3"], ["n/a", "4"]]

    assert people(["Phone", "Visits"], *rows, ["n/a", "5"]) == [("Phone", "same_phone", [1])]


def test_one_name_is_one_person_only_with_birthday_or_post_code():
    header = ["Name", "Birthday", "Post code", "Visits"]
    rows = [
        ["Ann Lee", "1971-04-03", "70173", "1"],
        ["ann  lee", "1971-04-03", "", "2"],
        ["Lee, Ann", "", "70173", "3"],
        ["Ann Lee", "1980-01-01", "10115", "4"],
        ["Bob Orr", "1971-04-03", "70173", "5"],
    ]

    assert people(header, *rows) == [("Name", "same_name", [1, 2])]


@pytest.mark.parametrize("order", [*permutations(range(4))])
def test_how_many_are_there_again_does_not_depend_on_the_order_of_rows(order):
    header = ["Email", "Name", "Birthday", "Visits"]
    rows = [
        ["a@x.example", "Ann Lee", "1971-04-03", "1"],
        ["b@x.example", "Ann Lee", "1971-04-03", "2"],
        ["b@x.example", "Bea Ray", "1980-01-01", "3"],
        ["c@x.example", "Bob Orr", "1962-07-08", "4"],
    ]

    again = people(header, *(rows[place] for place in order))

    assert [(column, len(places)) for column, _, places in again] == [("Email", 1), ("Name", 1)]


def test_first_and_last_names_are_one_name():
    header = ["First name", "Last name", "Zip", "Visits"]
    rows = [
        ["Ann", "Lee", "70173", "1"],
        ["Bob", "Lee", "70173", "2"],
        ["Ann", "Lee", "70173", "3"],
    ]

    assert people(header, *rows) == [("First name", "same_name", [2])]


def test_a_person_found_by_mail_is_not_named_again_for_the_phone():
    header = ["Email", "Phone", "Visits"]
    rows = [["a@x.example", "0711 123456", str(i)] for i in range(2)]

    assert people(header, *rows, ["b@x.example", "0711 123456", "7"]) == [
        ("Email", "same_email", [1]),
        ("Phone", "same_phone", [2]),
    ]


def test_rows_that_are_equal_are_no_second_question():
    assert people(["Email", "Visits"], ["a@x.example", "1"], ["a@x.example", "1"]) == []


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


def test_nearly_the_same_is_used_once_unless_the_user_wants_both():
    rows = [[f"{i}", f"{2 * i}"] for i in range(30)]

    assert found("nearly_same_columns", ["Visits", "Orders"], rows).fixes == ("keep_one", "keep")


def test_currencies_are_told_by_the_commonest_first():
    finding = found("mixed_currencies", ["Spend"], [["$7"], ["€5"], ["EUR 6"], ["8"], ["€9"]])

    assert (finding.example, finding.count, finding.rows) == ("€, $", 1, (2,))


def test_a_column_of_currencies_tells_them_too():
    rows = [["a@x.example", "2024-01-05", "20", c] for c in ("EUR", "USD", "EUR")]

    finding = found("mixed_currencies", ["Email", "Date", "Amount", "Currency"], rows)

    assert (finding.column, finding.example) == ("Currency", "EUR, USD")


def test_what_the_reader_noticed_about_lines_is_passed_on():
    raw = RawTable.from_rows(["Age"], [["5"], ["6"]])
    raw = replace(raw, oddities=(Oddity("notes_below", 2, (4, 5), "sum 11"),))

    (finding,) = check_table(raw).findings

    assert (finding.code, finding.count, finding.rows) == ("notes_below", 2, (4, 5))


def test_a_row_that_was_shifted_may_be_left_out():
    raw = RawTable.from_rows(["Age"], [[str(i)] for i in range(9)])
    places = RowPlaces((0, 3), (2, 7))  # two lines are blank
    raw = replace(raw, places=places, oddities=(Oddity("shifted_row", 2, (4, 8), "2"),))

    (finding,) = [f for f in check_table(raw).findings if f.code == "shifted_row"]

    assert (finding.fixes, finding.places.tolist()) == (("keep", "leave_out"), [2, 4])


def test_more_shifted_rows_than_are_known_are_only_told():
    raw = RawTable.from_rows(["Age"], [[str(i)] for i in range(9)])
    raw = replace(raw, oddities=(Oddity("shifted_row", 50, (4, 8), "2"),))

    (finding,) = [f for f in check_table(raw).findings if f.code == "shifted_row"]

    assert (finding.fixes, len(finding.places)) == ((), 0)


def test_the_question_about_day_and_month_puts_what_is_assumed_first():
    rows = [["03/04/2024"], ["05/06/2024"]]

    finding = found("undecided_date_order", ["Joined"], rows)

    assert (finding.fixes, finding.example, len(finding.places)) == (
        ("dmy", "mdy"),
        "03/04/2024",
        0,
    )
    raw = RawTable.from_rows(["Joined"], rows)
    (american,) = check_table(raw, notation=Notation(assumed_date_order="mdy")).findings
    assert american.fixes == ("mdy", "dmy")


def test_every_fix_of_rows_has_all_its_places():
    values = ["5", "7", "9"] * 40
    rows = [[v, ""] for v in values] + [["3a", "7"]] * 30

    for finding in findings(["Spend", "Visits"], rows):
        if {"keep_one", "leave_out"} & set(finding.fixes) and finding.code != "nearly_same_columns":
            assert len(finding.places) == finding.count
            assert (np.diff(finding.places) > 0).all()


def test_what_is_odd_about_the_lines_of_the_file_is_mentioned():
    raw = RawTable.from_rows(["Age"], [["5"], ["6"]])
    raw = replace(raw, oddities=(Oddity("preamble", 3, (1, 2, 3), "Our list"),))

    (finding,) = [f for f in check_table(raw).findings if f.code == "preamble"]

    assert (finding.count, finding.rows, finding.example) == (3, (1, 2, 3), "Our list")


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


MESSY = [
    ["1", "ann@x.example", "31", "03/04/2024", "12,50"],
    ["2", "ANN@x.example", "3a", "25/03/2024", "7,00"],
    ["3", "bob@x.example", "", "soon", "€ 9,10"],
    ["4", "eve@x.example", "-4", "01/01/2031", "$3,00"],
    ["4", "eve@x.example", "-4", "01/01/2031", "$3,00"],
    *[[f"{i}", f"p{i}@x.example", f"{20 + i}", f"{i}/05/2023", f"{i},5"] for i in range(5, 27)],
]


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(len(MESSY))))
def test_the_order_of_the_rows_changes_no_finding_and_no_column(places):
    header = ["Customer ID", "Email", "Age", "Joined", "Spend"]

    def told(rows):
        checked = check_table(RawTable.from_rows(header, rows), notation=TODAY)
        return checked.columns, [
            (f.code, f.column, f.count, f.reason, f.fixes) for f in checked.findings
        ]

    assert told([MESSY[i] for i in places]) == told(MESSY)
