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
