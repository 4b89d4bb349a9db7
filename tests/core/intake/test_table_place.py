import pytest

from desktop_app.core.intake.table_place import find_place


@pytest.mark.parametrize(
    ("rows", "place"),
    [
        ([["a", "b"], ["1", "2"]], (0, True, 2)),
        ([["1", "2"], ["3", "4"]], (0, False, 2)),
        ([["x"], [], ["a", "b", "c"], ["d", "1", "2"]], (2, True, 3)),
        ([["x", "", ""], ["a", "b", "c"], ["d", "1", "2"]], (1, True, 3)),
        ([["Ann", "41", "x"], ["Bob", "37", "y"]], (0, False, 3)),
        ([["Name", "2023", "2024"], ["Ann", "41", "7"], ["B", "3", "9"]], (0, True, 3)),
        ([["Ann", "1975"], ["Bob", "1981"]], (0, False, 2)),
        ([["Shop", "2023", "2024"], ["A", "3.824", "7.5"], ["B", "shut", "shut"]], (0, True, 3)),
        ([["id", "name", "age"], ["1", "Ann"], ["2", "Bob", "41", "x"]], (0, True, 4)),
        ([["Name", "City"], ["Ann", "Bonn"], ["Bob", "Rome"]], (0, True, 2)),
        ([["Ann", "f"], ["Bob", "m"], ["Cid", "f"], ["Dan", "m"]], (0, False, 2)),
        ([["ann@x.com", "Bonn"], ["bob@x.com", "Rome"]], (0, False, 2)),
        ([["Name", "City"], ["Name", "City"], ["Ann", "Bonn"]], (0, True, 2)),
        ([["", "Spent", ""], ["Name", "May", "June"], ["Ann", "1", "2"]], (1, True, 3)),
        ([["", "City", "Land"], ["Ann", "Bonn", "DE"], ["B", "X", "Y"]], (0, True, 3)),
        ([["Name", "Spent"]], (0, True, 2)),
        ([["a", "b"], ["1", "2", ""], ["3", "4", ""]], (0, True, 3)),
        ([["Ann", "3.50"]], (0, False, 2)),
        ([["5", "Ann"], ["6", "Bob", "2", "x"], ["7", "Cid", "3", "y"]], (0, False, 4)),
        ([["age"], ["41"], ["37"]], (0, True, 1)),
        ([], (0, False, 0)),
        ([[], [""]], (0, True, 0)),
    ],
)
def test_the_table_is_found(rows, place):
    found = find_place(rows)

    assert (found.first_row, found.has_header, found.n_columns) == place


@pytest.mark.parametrize("has_header", [True, False])
def test_what_the_user_tells_is_not_questioned(has_header):
    assert find_place([["1", "x"], ["2", "y"]], has_header).has_header is has_header


def test_a_gap_in_many_columns_does_not_hide_the_header():
    rows = [["id", "name", "note", "tag"], *([str(i), "x", "", ""] for i in range(20))]

    found = find_place(rows)

    assert (found.first_row, found.has_header, found.n_columns) == (0, True, 4)


def test_a_title_alone_is_no_header_where_most_rows_are_sparse():
    rows = [["Visits", "", "", ""], ["Guide", "Day", "Guest", "Why"], ["Ann", "Mo", "Bob", "tour"]]
    rows += [["", "", guest, ""] for guest in ("Cid", "Dan", "Eve", "Fay")]

    found = find_place(rows)

    assert found.names == ("Guide", "Day", "Guest", "Why")
    assert found.n_above == 1


def test_commas_within_a_title_do_not_make_it_the_header():
    title = ["Made as a copy", "sample 4 of Monday", " May 6 2024"]
    rows = [title, ["Weight", "Price"], *([str(n), str(n / 4)] for n in range(3, 9))]

    found = find_place(rows)

    assert (found.names, found.n_above) == (("Weight", "Price"), 1)


def test_a_header_wider_than_its_rows_stays_the_header():
    rows = [["Name", "Age", "Spent", "Note"], ["Ann", "n/a", "unknown"], ["Bob", "41", "3.50"]]
    rows += [["Cid", "37", "2.25"], ["Dan", "29", "8.00"]]

    assert find_place(rows).names == ("Name", "Age", "Spent", "Note")


def test_a_header_of_three_rows_names_each_column():
    rows = [
        ["Shop", "Boss", "Staff", "", "", "", "Rent"],
        ["", "", "Full", "", "Part", "", ""],
        ["", "", "Heads", "Hours", "Heads", "Hours", ""],
        *([f"S{n}", "Ann", str(n), "160", "3", "60", "900"] for n in range(4)),
    ]

    found = find_place(rows)

    parts = ("Staff Full Heads", "Staff Full Hours", "Staff Part Heads", "Staff Part Hours")
    assert found.names == ("Shop", "Boss", *parts, "Rent")
    assert found.n_top == 3


def test_names_of_groups_and_of_their_columns_may_have_a_blank_row_between_them():
    rows = [
        ["Day", "Place", "Travel", "", "", "Sum"],
        ["", "", "", "", "", ""],
        ["", "", "Air", "Rail", "Taxi", ""],
        ["1.4.24", "Bonn", "", "£13.50", "", "13.5"],
        ["2.4.24", "Rome", "£90.00", "", "£7.00", "97"],
        ["3.4.24", "Oslo", "", "£8.00", "", "8"],
    ]

    found = find_place(rows)

    assert found.names == ("Day", "Place", "Travel Air", "Travel Rail", "Travel Taxi", "Sum")
    assert found.n_top == 3


def test_a_sparse_first_row_is_no_further_row_of_the_header():
    rows = [["Name", "", "", "Spent"], ["Ann", "red", "tea", ""], ["Bob", "blue", "jam", "3"]]
    rows += [["Cid", "red", "oil", ""], ["Dan", "", "tea", ""]]

    assert find_place(rows).n_top == 1


def test_numbers_may_name_columns_of_words():
    answers = [["Ann", "yes", "no", "maybe"], ["Bob", "no", "no", "yes"], ["Cid", "yes", "yes", ""]]

    assert find_place([["Customer", "101", "102", "103"], *answers]).has_header is True
    assert find_place([["Ann", "41"], ["Bob", "n/a"], ["Cid", "n/a"]]).has_header is False
